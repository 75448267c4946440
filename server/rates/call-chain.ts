import { ancestorsOf } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { decksInForce } from "./deck-rows.ts";
import { plansById, type PlanInForce } from "./plan-in-force.ts";
import type { RateDeckRow } from "./rate.entity.ts";

/** Who buys a call: a customer, a reseller right below the seller, or anybody who has no plan of their own. */
export interface Buyer {
  /** Tier path of the reseller that sells to them. */
  readonly sellerPath: string;
  readonly customerId: string | null;
  readonly resellerId: string | null;
  /** The line, which may have a plan of its own before its customer's (BX14). */
  readonly serviceId?: string | null;
}

export interface ChainLink {
  readonly seller: ResellerRow;
  /** Null where the seller has none for who buys. */
  readonly plan: PlanInForce | null;
}

export interface CallChain {
  /** By which the first link buys; null where nobody on the way up has any. */
  readonly deck: RateDeckRow | null;
  /** From the one who buys from a carrier down to the one who sells to the buyer. */
  readonly links: readonly ChainLink[];
}

interface BuyerRow {
  readonly path: string;
  readonly plan_id: string;
  readonly customer_id: string | null;
  readonly service_id: string | null;
  readonly buyer_id: string | null;
}

/**
 * By what everybody on the way buys and sells at a time. Read as the system: what it finds above the viewer may be counted with and
 * is never answered (simulate-call.ts).
 */
export function callChain(context: Context, buyer: Buyer, at: Date): Promise<CallChain> {
  return wholeChain(inTier(context, rootPath), buyer, at);
}

/** As `callChain`, for who is handed the root tier. */
export async function wholeChain(system: Pick<Context, "em">, buyer: Buyer, at: Date): Promise<CallChain> {
  const paths = ancestorsOf(buyer.sellerPath);
  const decks = await decksInForce(system, paths, at);
  const first = Math.max(
    0,
    paths.findLastIndex((path) => decks.has(path)),
  );
  const selling = paths.slice(first);
  const rows = await system.em.execute<object[]>("select * from reseller where path in (?) order by path", [selling]);
  const sellers = mapped(system.em, ResellerEntity, rows);
  const assigned = await assignedPlans(system, sellers, buyer, at);
  const plans = await plansById(system, [...new Set(assigned.values())], at);
  return {
    deck: decks.get(paths[first] ?? "") ?? null,
    links: sellers.map((seller) => ({ seller, plan: plans.get(assigned.get(seller.path) ?? "") ?? null })),
  };
}

/** By the seller's path: the plan of who buys from it on this way, else the one for everybody. */
async function assignedPlans(
  { em }: Pick<Context, "em">,
  sellers: readonly ResellerRow[],
  buyer: Buyer,
  at: Date,
): Promise<Map<string, string>> {
  const below = new Map(sellers.map(({ path }, index) => [path, sellers[index + 1]?.id ?? buyer.resellerId]));
  const rows = await em.execute<BuyerRow[]>(
    `select path, plan_id, customer_id, service_id, buyer_id from rate_plan_buyer
     where path in (?) and effective_from <= ? and (customer_id is null or customer_id = ?)
     order by effective_from desc, id desc`,
    [sellers.map(({ path }) => path), at, buyer.customerId],
  );
  const found = new Map<string, string>();
  for (const { path } of sellers) {
    const isLast = path === buyer.sellerPath;
    const ofLine = rows.find((row) => isLast && row.path === path && isLine(row, buyer));
    const own = rows.find(
      (row) =>
        row.path === path &&
        ((isLast && row.customer_id !== null && row.service_id === null) ||
          (row.buyer_id !== null && row.buyer_id === below.get(path))),
    );
    const general = rows.find((row) => row.path === path && row.customer_id === null && row.buyer_id === null);
    const plan = ofLine ?? own ?? general;
    if (plan !== undefined) found.set(path, plan.plan_id);
  }
  return found;
}

function isLine({ service_id: line }: BuyerRow, { serviceId }: Buyer): boolean {
  return line !== null && line === serviceId;
}

/** When something that a price is made of began to count, and at whom. */
export interface PriceChange {
  readonly path: string;
  readonly at: Date;
}

/** Those after one time and before another, at these sellers and above them, in their order: between them nothing changes. */
export async function priceChanges(
  { em }: Pick<Context, "em">,
  sellers: readonly string[],
  after: Date,
  until: Date,
): Promise<PriceChange[]> {
  const paths = [...new Set(sellers.flatMap(ancestorsOf))];
  const range = "path in (?) and effective_from > ? and effective_from < ?";
  const rows = await em.execute<{ path: string; at: string }[]>(
    `select path, effective_from as at from rate_plan_version where ${range}
     union select path, effective_from from rate_plan_buyer where ${range}
     union select path, effective_from from rate_deck where state = 'APPLIED' and ${range} order by at, path`,
    [paths, after, until, paths, after, until, paths, after, until],
  );
  return rows.map(({ path, at }) => ({ path, at: new Date(at) }));
}
