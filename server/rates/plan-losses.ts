import type { CallTerms } from "@tierline/shared/call-price.ts";
import { callingCodeOf } from "@tierline/shared/call-country.ts";
import { prefixesOf } from "@tierline/shared/prefix-table.ts";
import { formatRate, markUp, noExchange, noMarkup, parseRate, type Rate } from "@tierline/shared/rate.ts";
import { overrideFor, sellThrough, type Called, type RateOverride } from "@tierline/shared/selling-rate.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import type { AskedLoss } from "./below-cost.ts";
import { boughtOn, countryOfPrefix, plansOfResellers, routesSold } from "./bought-rates.ts";
import { callChain, type ChainLink } from "./call-chain.ts";
import type { PlanTerms } from "./check-plan.ts";
import { RateEntity, type RateRow } from "./rate.entity.ts";

/**
 * The own rates of a plan that ask less than the dearest call that they are for costs the seller at that time (BX4). What those above
 * ask is reckoned with; where they have no price nothing can be said.
 */
export async function planLosses(
  context: Context,
  { id: resellerId, path }: ResellerRow,
  terms: PlanTerms & { readonly id: string | null },
  at: Date,
): Promise<AskedLoss[]> {
  if (terms.overrides.length === 0) return [];
  const { deck, links } = await callChain(context, { sellerPath: path, customerId: null, resellerId: null }, at);
  const above = links.slice(0, -1).flatMap(({ plan }: ChainLink) => (plan === null ? [] : [plan]));
  if (deck === null || above.length < links.length - 1) return [];
  const overrides = terms.overrides.map(({ ratePerMinute, ...each }) => {
    return { ...each, ratePerMinute: parseRate(ratePerMinute) ?? 0n };
  });
  const exchange = terms.exchangeRate === null ? noExchange : (parseRate(terms.exchangeRate) ?? noExchange);
  const covered = await coveredRates(context, deck.id, overrides);
  const isOfResellers = terms.id !== null && (await plansOfResellers(context, resellerId)).has(terms.id);
  const bought = routesSold(terms, isOfResellers).map((routes) => {
    const rows = boughtOn(covered, routes);
    return { rows, byOverride: Map.groupBy(rows, ({ prefix }) => overrideFor(overrides, calledBy(prefix))) };
  });
  const costOf = ({ row, called }: Covered): Rate => {
    const carrier = carrierTerms(row);
    return markUp(
      sellThrough(carrier, above, called).at(-1)?.terms.ratePerMinute ?? carrier.ratePerMinute,
      noMarkup,
      exchange,
    );
  };
  return overrides.flatMap((override, index) => {
    const asked = bought.flatMap(({ rows, byOverride }) => [
      ...(byOverride.get(override) ?? []).map((row) => ({ row, called: calledBy(row.prefix) })),
      ...standingFor(override, rows),
    ]);
    const cost = asked.map(costOf).reduce((a, b) => (b > a ? b : a), 0n);
    if (override.ratePerMinute >= cost) return [];
    const path = ["overrides", String(index), "ratePerMinute"];
    return [{ price: formatRate(override.ratePerMinute), cost: formatRate(cost), path }];
  });
}

interface Covered {
  readonly row: RateRow;
  readonly called: Called;
}

/** The rate that numbers of an own prefix have in the deck where no longer prefix of theirs is in it. */
function standingFor({ scope, target }: RateOverride, rows: readonly RateRow[]): Covered[] {
  if (scope !== "PREFIX") return [];
  const shorter = rows.filter(({ prefix }) => target.startsWith(prefix));
  const row = shorter.toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
  return row === undefined ? [] : [{ row, called: calledBy(target) }];
}

function carrierTerms({ ratePerMinute, connectFee, includedSeconds, ...row }: RateRow): CallTerms {
  const { firstSeconds: first, stepSeconds: step, graceSeconds: grace } = row;
  const amounts = { ratePerMinute: BigInt(ratePerMinute), connectFee: BigInt(connectFee) };
  return { ...amounts, includedSeconds, cadence: { first, step, grace } };
}

/** Of the deck, what begins as an own rate's numbers do, and the prefixes that those begin with. */
async function coveredRates(context: Context, deck: string, overrides: readonly RateOverride[]): Promise<RateRow[]> {
  const { em } = inTier(context, rootPath);
  const begins = overrides.flatMap(({ scope, target }) => {
    const begin = scope === "PREFIX" ? target : callingCodeOf(scope === "COUNTRY" ? target : "US");
    return begin === null ? [] : [begin];
  });
  const shorter = begins.flatMap((begin) => prefixesOf(begin, begin.length));
  const rows = await em.execute<object[]>(
    `select * from rate where deck_id = ? and not is_blocked and (prefix in (?)
       or exists (select from unnest(?::text[]) begins where starts_with(prefix, begins)))`,
    [deck, shorter, `{${begins.join(",")}}`],
  );
  return mapped(em, RateEntity, rows);
}

function calledBy(prefix: string): Called {
  return { digits: prefix, country: countryOfPrefix(prefix) };
}
