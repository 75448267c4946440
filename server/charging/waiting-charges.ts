import { dateInZone } from "@tierline/shared/billing-period.ts";
import { chargeMicros, dueUntil, formulaOf, type Catchup, type DuePeriod } from "@tierline/shared/charge.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { money, type Money } from "@tierline/shared/money.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { RecurringChargeEntity, type RecurringChargeRow } from "./charge.entity.ts";
import { recurrenceOf } from "./renew-charges.ts";

/** What was missed in an outage and waits for whoever sells it to say whether it is charged. */
export interface WaitingCharge {
  readonly row: RecurringChargeRow;
  /** Who buys, in words. */
  readonly buyer: string;
  /** The oldest first; never empty. */
  readonly periods: readonly DuePeriod[];
  readonly amount: Money;
}

/** More is never waited for: fifty years of months. */
const periodsMax = 600;

/** To those whom the viewer sells to: what others sell on the way is their business. */
export const soldByViewerSql = "regexp_replace(rc.path, '[^.]+[.]$', '') = ?";

/** As of now; at most so many of its oldest periods. */
export function waitingOf(row: RecurringChargeRow, now: Date, most = periodsMax): Catchup {
  return dueUntil(recurrenceOf(row), dateInZone(now, row.timeZone), most);
}

export function amountOf(
  { amountMicros, rule, source, currency }: RecurringChargeRow,
  periods: readonly DuePeriod[],
): Money {
  const price = { priceMicros: BigInt(amountMicros), rule, source: source ?? null };
  return money(
    periods.reduce((sum, period) => sum + chargeMicros(formulaOf(price, period)), 0n),
    currency,
  );
}

/** Of one customer, or of all to whom the viewer sells, in the order in which it was begun. */
export async function waitingCharges(
  context: Context,
  customer: string | null,
  request: PageRequest,
): Promise<Page<WaitingCharge>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await context.em.execute<object[]>(
    `select rc.* from recurring_charge rc where rc.state = 'HELD' and ${soldByViewerSql} ${customer === null ? "" : "and rc.customer_id = ?"}
       ${after === null ? "" : "and rc.id > ?"} order by rc.id limit ${first + 1}`,
    [context.viewer.path, ...(customer === null ? [] : [customer]), ...(after === null ? [] : [after])],
  );
  return pageOf(await described(context, mapped(context.em, RecurringChargeEntity, rows)), first, ({ row }) => [
    row.id,
  ]);
}

async function described({ em, clock }: Context, rows: readonly RecurringChargeRow[]): Promise<WaitingCharge[]> {
  const paths = [...new Set(rows.map(({ path }) => path))];
  const fresh = { disableIdentityMap: true } as const;
  const [customers, resellers] = [
    await em.find(CustomerEntity, { path: { $in: paths } }, fresh),
    await em.find(ResellerEntity, { path: { $in: paths } }, fresh),
  ];
  const names = new Map([
    ...customers.map((each) => [each.path, labelOf(each)] as const),
    ...resellers.map((each) => [each.path, each.name] as const),
  ]);
  return rows.map((row) => {
    const { periods } = waitingOf(row, clock.now());
    return { row, buyer: names.get(row.path) ?? "", periods, amount: amountOf(row, periods) };
  });
}
