import { money, type Money } from "@tierline/shared/money.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ownReseller } from "./financial-report.ts";
import { monthsBetween } from "./report-months.ts";

export interface CallMargin {
  readonly buyer: string;
  readonly calls: number;
  readonly cadencedSeconds: number;
  readonly freeSeconds: number;
  readonly price: Money;
  readonly cost: Money;
}

interface Row {
  readonly path: string;
  readonly calls: number;
  readonly cadenced: string;
  readonly free: string;
  readonly price: string;
  readonly cost: string;
}

/** So many buyers, those who pay the most before the others. */
const buyersMax = 500;

/** What those who buy calls from the viewer's own reseller paid for them, and what the same calls cost it (BX13). */
export async function callMargins(context: Context, from: string, to: string): Promise<CallMargin[]> {
  const { em } = context;
  const { path, timeZone, currency } = await ownReseller(context);
  const months = monthsBetween(from, to, timeZone);
  const rows = await em.execute<Row[]>(
    `select buyer_path as path, sum(calls)::int as calls, sum(cadenced_seconds)::text as cadenced, sum(free_seconds)::text as free,
       sum(charge_micros)::text as price, sum(cost_micros)::text as cost
     from call_sum where path = ? and buyer_path <> '' and quarter >= ? and quarter < ?
     group by buyer_path order by sum(charge_micros) desc, buyer_path limit ${buyersMax}`,
    [path, months[0]!.from, months.at(-1)!.until], // one at least
  );
  const names = await namesOf(
    context,
    rows.map((row) => row.path),
  );
  return rows.map((row) => ({
    buyer: names.get(row.path) ?? "",
    calls: row.calls,
    cadencedSeconds: Number(row.cadenced),
    freeSeconds: Number(row.free),
    price: money(BigInt(row.price), currency),
    cost: money(BigInt(row.cost), currency),
  }));
}

async function namesOf({ em }: Context, paths: readonly string[]): Promise<Map<string, string>> {
  const where = { path: { $in: [...paths] } };
  const customers = await em.find(CustomerEntity, where, { disableIdentityMap: true });
  const resellers = await em.find(ResellerEntity, where, { disableIdentityMap: true });
  return new Map([
    ...customers.map((row) => [row.path, labelOf(row)] as const),
    ...resellers.map((row) => [row.path, row.name] as const),
  ]);
}
