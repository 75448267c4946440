import type { Context } from "../kernel/context.ts";
import type { BillingDayType } from "./home.type.ts";
import type { Place } from "./place.ts";

const countedMax = 100_000;

/** Whom a reseller itself sells to: its customers, and the resellers right below it. */
export const isBuyerSql =
  "(path >= ? || 'c' and path < ? || 'd' or path = any(array(select r.path from reseller r join reseller s on s.id = r.parent_id where s.path = ?)))";

/** Read off what is due, so that it is true after a restart too. It grows with what is due, and with the resellers below. */
export async function billingDayAt({ em, clock }: Context, { path }: Place): Promise<BillingDayType> {
  const now = clock.now();
  const buyers = [path, path, path];
  const [row] = await em.execute<[{ charges: number; invoices: number; since: string | null }]>(
    `select c.charges, c.since, i.invoices
     from (select count(*)::int as charges, min(due_at) as since from (
         select due_at from recurring_charge where ${isBuyerSql} and state = 'ACTIVE' and due_at <= ? limit ${countedMax}) due) c,
       (select count(*)::int as invoices from (
         select 1 from invoice_cycle where ${isBuyerSql} and next_at <= ? and until_on is not null limit ${countedMax}) due) i`,
    [...buyers, now, ...buyers, now],
  );
  return {
    chargesLeft: row.charges,
    chargesSince: row.since === null ? null : em.getPlatform().parseDate(row.since),
    invoicesLeft: row.invoices,
  };
}
