import { dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { renewCharges } from "../charging/renew-charges.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import {
  cycleEnd,
  draftInvoice,
  issueInvoice,
  lockSeller,
  type InvoicedAccount,
  type Seller,
} from "./issue-invoice.ts";

export const accountSql = `
  select a.id, a.path, a.currency, a.opened_at, a.due_day, a.cycle_day, s.id as seller_id, s.name as seller_name, s.number as seller_number,
    s.country, s.locale, s.time_zone
  from ledger_account a join reseller s on s.path = regexp_replace(a.path, '[^.]+[.]$', '')`;

export interface AccountRow {
  readonly id: string;
  readonly path: string;
  readonly currency: string;
  readonly opened_at: string;
  readonly due_day: number | null;
  readonly cycle_day: number;
  readonly seller_id: string;
  readonly seller_name: string;
  readonly seller_number: number;
  readonly country: string;
  readonly locale: string;
  readonly time_zone: string;
}

export function sidesOf({ em }: Pick<Context, "em">, row: AccountRow): { account: InvoicedAccount; seller: Seller } {
  const { id, path, currency, country, locale } = row;
  const openedAt = em.getPlatform().parseDate(row.opened_at);
  return {
    account: { id, path, currency, openedAt, dueDay: row.due_day },
    seller: {
      id: row.seller_id,
      name: row.seller_name,
      number: row.seller_number,
      country,
      locale,
      timeZone: row.time_zone,
    },
  };
}

const accountsPerTransaction = 100;

type DueRow = AccountRow & { readonly next_at: string; readonly until_on: string | null };

/**
 * Invoices every account whose period has ended, as a sweep: by its cycle, in its seller's time zone (X11). Where nothing was posted
 * there is no invoice. What was issued and when the next is due change in one transaction.
 */
export async function invoiceAccounts(context: Context): Promise<number> {
  await renewCharges(context); // what is due on the day stands on the invoice of the day
  let issued = 0;
  for (;;) {
    const done = await transaction(context, (tx) => invoiceSome(tx)).catch(() => invoiceOneByOne(context));
    issued += done.issued;
    if (done.looked === 0) return issued;
  }
}

interface Done {
  readonly looked: number;
  readonly issued: number;
}

const isDueSql = "c.next_at <= ? and (c.retry_at is null or c.retry_at <= ?)";

/** Where some cannot be invoiced together, one of them cannot be: it says why and waits, and the others are done. */
async function invoiceOneByOne(context: Context): Promise<Done> {
  const now = context.clock.now();
  const due = await context.em.execute<{ id: string }[]>(
    `select c.account_id as id from invoice_cycle c where ${isDueSql} order by c.next_at limit ${accountsPerTransaction}`,
    [now, now],
  );
  let issued = 0;
  for (const { id } of due) {
    try {
      issued += (await transaction(context, (tx) => invoiceSome(tx, id))).issued;
    } catch (error) {
      context.log.error({ err: error, account: id }, "an account could not be invoiced");
      await putOff(context, id, error);
    }
  }
  return { looked: due.length, issued };
}

const retryHours = 1;
const problemCharacters = 500;

async function putOff({ em, clock }: Context, id: string, error: unknown): Promise<void> {
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, problemCharacters);
  await em.execute("update invoice_cycle set problem = ?, retry_at = ? where account_id = ?", [
    problem,
    new Date(clock.now().getTime() + retryHours * 3_600_000),
    id,
  ]);
}

async function invoiceSome(tx: Transaction, only: string | null = null): Promise<Done> {
  const now = tx.clock.now();
  const rows = await tx.em.execute<DueRow[]>(
    `select x.*, c.next_at, c.until_on::text from invoice_cycle c join (${accountSql}) x on x.id = c.account_id
     where ${isDueSql}${only === null ? "" : " and c.account_id = ?"}
     order by c.next_at, x.seller_id limit ${accountsPerTransaction} for update of c skip locked`,
    only === null ? [now, now] : [now, now, only],
  );
  let issued = 0;
  const changes: object[] = [];
  for (const row of rows) {
    const { account, seller } = sidesOf(tx, row);
    const today = dateInZone(now, seller.timeZone);
    if (row.until_on !== null) {
      const end = { at: tx.em.getPlatform().parseDate(row.next_at), on: row.until_on };
      await lockSeller(tx, seller.id);
      const draft = await draftInvoice(tx, account, seller, end);
      if (draft !== null) {
        await issueInvoice(tx, account, seller, draft, end);
        issued += 1;
      }
    }
    const untilOn = cycleEnd(row.until_on ?? today, row.cycle_day);
    changes.push({ id: row.id, until_on: untilOn, next_at: startOfDayInZone(untilOn, seller.timeZone) });
  }
  if (changes.length > 0) {
    await tx.em.execute(
      `update invoice_cycle c set until_on = n.until_on, next_at = n.next_at, problem = null, retry_at = null
       from jsonb_to_recordset(?::jsonb) as n(id uuid, until_on date, next_at timestamptz) where c.account_id = n.id`,
      [JSON.stringify(changes)],
    );
  }
  return { looked: rows.length, issued };
}
