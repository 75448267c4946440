import { labelOf } from "@tierline/shared/customer-label.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { writeBalanceMail, type ToldNoticeKind } from "./balance-mail.ts";

interface Notice {
  readonly id: string;
  readonly path: string;
  readonly kind: ToldNoticeKind;
  readonly mark: string;
  readonly balance: string;
  readonly currency: string;
  readonly seller: string;
  readonly low_balance_email: string | null;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly customer_number: number | null;
  readonly customer_email: string | null;
  readonly customer_language: string | null;
  readonly reseller_id: string | null;
  readonly reseller_name: string | null;
  readonly reseller_locale: string | null;
}

const batchSize = 20;
/** People of one buyer who are written to at most. */
const recipientsMax = 20;

/**
 * Writes to whoever is to hear of a balance, once for each time it passed an amount, and notes in the trail what was suspended and
 * what came back. Answers how many were told of.
 */
export function tellOfBalances(context: Context): Promise<number> {
  return transaction(context, async (tx) => {
    const notices = await tx.em.execute<Notice[]>(
      `with taken as (
         update account_notice set told_at = ? where id in
           (select id from account_notice where told_at is null and kind not in ('TERMINATED', 'RECHARGE') order by at limit ${batchSize} for update skip locked)
         returning *
       )
       ${noticesOf("taken")} order by n.at, n.id`,
      [tx.clock.now()],
    );
    for (const notice of notices) await tell(tx, notice);
    return notices.length;
  });
}

/** With all that a mail of it says, from a table or what was taken of it. */
export function noticesOf(table: string): string {
  return `select n.id, n.path, n.kind, n.mark_micros::text as mark, n.balance_micros::text as balance, a.currency, a.low_balance_email,
      s.name as seller, c.id as customer_id, c.name as customer_name, c.number as customer_number, c.email as customer_email,
      c.language as customer_language, r.id as reseller_id, r.name as reseller_name, r.locale as reseller_locale
    from ${table} n join ledger_account a on a.id = n.account_id join reseller s on s.path = seller_path_of(n.path)
      left join customer c on c.path = n.path left join reseller r on r.path = n.path`;
}

export async function tell(tx: Transaction, notice: Notice): Promise<void> {
  const { kind, path, currency, seller } = notice;
  const buyer = notice.customer_name ?? notice.reseller_name ?? "";
  const written = (micros: string) => ({ amount: decimalOf(money(BigInt(micros), currency)), currency });
  const mail = writeBalanceMail(kind, notice.customer_language ?? notice.reseller_locale ?? "en", {
    buyer,
    seller,
    balance: written(notice.balance),
    // What is noted of a strict account is the first balance that is none any more.
    mark: written(notice.mark),
    isReseller: notice.reseller_id !== null,
  });
  const recipients = await recipientsOf(tx, notice);
  await queueMail(tx, { path, cause: `balance:${notice.id}`, recipients, ...mail });
  if (kind === "SUSPENDED" || kind === "RESTORED") await record(tx, notice);
}

/** The address that the seller named; else a customer's billing contacts or itself, and a reseller's owners. */
async function recipientsOf(tx: Transaction, notice: Notice): Promise<string[]> {
  if (notice.kind === "LOW") return notice.low_balance_email === null ? [] : [notice.low_balance_email];
  if (notice.customer_id !== null) return payersOf(tx, { id: notice.customer_id, email: notice.customer_email });
  const rows = await tx.em.execute<{ email: string }[]>(
    `select email from app_user where reseller_id = ? and customer_id is null and kind = 'PERSON' and role = 'RESELLER_OWNER'
       and disabled_at is null order by id limit ${recipientsMax}`,
    [notice.reseller_id],
  );
  return rows.map(({ email }) => email);
}

/** Who hears of what a customer pays: its billing contacts, or itself. */
export async function payersOf(
  { em }: Pick<Transaction, "em">,
  { id, email }: { readonly id: string; readonly email: string | null },
): Promise<string[]> {
  const rows = await em.execute<{ email: string }[]>(
    `select email from contact where customer_id = ? and 'BILLING' = any(roles) and email is not null order by id limit ${recipientsMax}`,
    [id],
  );
  const emails = rows.map((row) => row.email);
  return emails.length > 0 || email === null ? emails : [email];
}

async function record(tx: Transaction, notice: Notice): Promise<void> {
  const { kind, path, customer_id: customerId, customer_name: name, customer_number: number } = notice;
  await recordAudit(tx, {
    operation: kind === "SUSPENDED" ? "billing.suspend" : "billing.restore",
    subjectKind: customerId === null ? "reseller" : "customer",
    subjectId: customerId ?? notice.reseller_id,
    subject: name === null || number === null ? (notice.reseller_name ?? "") : labelOf({ name, number }),
    changes: [{ field: "balance", before: null, after: decimalOf(money(BigInt(notice.balance), notice.currency)) }],
    path,
  });
}
