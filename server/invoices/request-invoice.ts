import { addDays, compareDates, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { soldAccount } from "../billing/billing-account.ts";
import { buyerOf } from "../billing/record-entry.ts";
import type { Context } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Rejection } from "../kernel/rejection.ts";
import { accountSql, sidesOf, type AccountRow } from "./invoice-accounts.ts";
import { draftInvoice, issueInvoice, lockSeller } from "./issue-invoice.ts";

export interface InvoiceRequest {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly accountId: string;
  /** The first day that it is not about; missing: everything until now. */
  readonly until?: string | null | undefined;
}

/**
 * VX18: an invoice on demand, of everything since the last one. Those that come by themselves go on from it.
 * @throws AccessError NOT_FOUND for an account that the viewer does not sell to; Rejection INVALID, STATE_CONFLICT (nothing to ask for)
 */
export function requestInvoice(context: Context, request: InvoiceRequest): Promise<{ readonly invoiceId: string }> {
  const { idempotencyKey, ...asked } = request;
  return once(context, "invoice.issue", idempotencyKey, asked, async (tx) => {
    const { id } = await soldAccount(tx, request.accountId);
    const [row] = await tx.em.execute<AccountRow[]>(`select x.* from (${accountSql}) x where x.id = ?`, [id]);
    invariant(row !== undefined, "an account that is sold to has a seller");
    const { account, seller } = sidesOf(tx, row);
    const now = tx.clock.now();
    const today = dateInZone(now, seller.timeZone);
    const until = request.until ?? null;
    if (until !== null && compareDates(until, today) > 0) {
      throw new Rejection({ code: "INVALID", message: say("invoice.future"), path: ["until"] });
    }
    await lockSeller(tx, seller.id);
    const end =
      until === null
        ? { at: new Date(now.getTime() + 1), on: addDays(today, 1) }
        : { at: startOfDayInZone(until, seller.timeZone), on: until };
    const draft = await draftInvoice(tx, account, seller, end);
    if (draft === null) throw new Rejection({ code: "STATE_CONFLICT", message: say("invoice.nothing"), path: [] });
    const invoiceId = await issueInvoice(tx, account, seller, draft, end);
    const { chargedMicros, newMicros } = draft.totals;
    const changes = changesBetween(
      {},
      {
        charged: decimalOf(money(chargedMicros, account.currency)),
        balance: decimalOf(money(newMicros, account.currency)),
        until: end.on,
      },
    );
    await recordAudit(tx, { operation: "invoice.issue", ...(await buyerOf(tx, account)), changes, path: account.path });
    return { invoiceId };
  });
}
