import type { PlanRoutes } from "@tierline/shared/call-route.ts";
import { formatRate, markUp, noExchange, noMarkup, type Rate } from "@tierline/shared/rate.ts";
import { callingCodeOf } from "@tierline/shared/call-country.ts";
import { longestPrefix, prefixTable } from "@tierline/shared/prefix-table.ts";
import type { OverrideScope, RateOverride } from "@tierline/shared/selling-rate.ts";
import { boughtOn, countryOfPrefix, plansOfResellers, routesSold } from "./bought-rates.ts";
import type { Transaction } from "../kernel/context.ts";
import { plansInForce, type PlanInForce } from "./plan-in-force.ts";
import type { LossValue } from "./rate.entity.ts";
import type { DeckRow } from "./read-deck.ts";

const lossesMax = 100;
/** The own rates of a reseller's plans that would lose money by a deck: each with the dearest prefix that it covers, by its route. */
export async function findLosses(tx: Transaction, resellerId: string, rows: readonly DeckRow[]): Promise<LossValue[]> {
  const plans = await plansInForce(tx, resellerId, tx.clock.now());
  const asked = plans.flatMap((plan) => plan.overrides.map((override) => ({ plan, override })));
  if (asked.length === 0) return [];
  const ofResellers = await plansOfResellers(tx, resellerId);
  // Each pair of routes is looked through once.
  const byRoutes = new Map<string, CostOf>();
  const costsOn = (routes: PlanRoutes): CostOf => {
    const key = `${routes.internationalRoute} ${routes.canadaRoute}`;
    const costOf = byRoutes.get(key) ?? costsOf(boughtOn(rows, routes));
    byRoutes.set(key, costOf);
    return costOf;
  };
  const highest = ({ plan, override }: (typeof asked)[number]) =>
    routesSold(plan, ofResellers.has(plan.id))
      .map((routes) => costsOn(routes)(override))
      .reduce((a, b) => (b > a ? b : a), 0n);
  return asked.flatMap((each) => lossOf(each, highest(each))).slice(0, lossesMax);
}

function lossOf({ plan, override }: { plan: PlanInForce; override: RateOverride }, highest: Rate): LossValue[] {
  const cost = markUp(highest, noMarkup, plan.exchangeRate ?? noExchange);
  if (override.ratePerMinute >= cost) return [];
  const target = override.scope === "US_CANADA" ? "US/CA" : override.target;
  return [{ plan: plan.name, target, ratePerMinute: formatRate(override.ratePerMinute), cost: formatRate(cost) }];
}

type CostOf = (override: RateOverride) => Rate;

/** The highest rate of all that an own rate covers. */
function costsOf(rows: readonly DeckRow[]): CostOf {
  const table = prefixTable(rows.map(({ prefix }) => prefix));
  return ({ scope, target }) => {
    const shorter = scope === "PREFIX" ? rows[longestPrefix(table, target)] : undefined;
    const covered = rows.filter((row) => !row.isBlocked && isCovered(row.prefix, scope, target));
    return [...covered, ...(shorter === undefined ? [] : [shorter])].reduce(
      (highest, { ratePerMinute }) => (ratePerMinute > highest ? ratePerMinute : highest),
      0n,
    );
  };
}

function isCovered(prefix: string, scope: OverrideScope, target: string): boolean {
  if (scope === "PREFIX") return prefix.startsWith(target);
  const code = callingCodeOf(scope === "COUNTRY" ? target : "US");
  // Most prefixes are told apart by the code alone, which costs next to nothing.
  if (code === null || !prefix.startsWith(code)) return false;
  const country = countryOfPrefix(prefix);
  return scope === "COUNTRY" ? country === target : country === "US" || country === "CA";
}
