import { formatRate, markUp, noExchange, noMarkup, type Rate } from "@tierline/shared/rate.ts";
import { callingCodeOf, countryOfDigits } from "@tierline/shared/call-country.ts";
import { longestPrefix, prefixTable } from "@tierline/shared/prefix-table.ts";
import type { OverrideScope, RateOverride } from "@tierline/shared/selling-rate.ts";
import type { Transaction } from "../kernel/context.ts";
import { plansInForce, type PlanInForce } from "./plan-in-force.ts";
import type { LossValue } from "./rate.entity.ts";
import type { DeckRow } from "./read-deck.ts";

const lossesMax = 100;
/** As many digits as most numbers have: what is made of a prefix with zeros tells its country. */
const numberLength = 12;

/** The own rates of a reseller's plans that would lose money by a deck: each with the dearest prefix that it covers. */
export async function findLosses(tx: Transaction, resellerId: string, rows: readonly DeckRow[]): Promise<LossValue[]> {
  const plans = await plansInForce(tx, resellerId, tx.clock.now());
  const asked = plans.flatMap((plan) => plan.overrides.map((override) => ({ plan, override })));
  if (asked.length === 0) return [];
  const costOf = costsOf(rows);
  return asked.flatMap((each) => lossOf(each, costOf(each.override))).slice(0, lossesMax);
}

function lossOf({ plan, override }: { plan: PlanInForce; override: RateOverride }, highest: Rate): LossValue[] {
  const cost = markUp(highest, noMarkup, plan.exchangeRate ?? noExchange);
  if (override.ratePerMinute >= cost) return [];
  const target = override.scope === "US_CANADA" ? "US/CA" : override.target;
  return [{ plan: plan.name, target, ratePerMinute: formatRate(override.ratePerMinute), cost: formatRate(cost) }];
}

/** The highest rate of all that an own rate covers. */
function costsOf(rows: readonly DeckRow[]): (override: RateOverride) => Rate {
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

/** The one prefix of all North America is none of its countries'; what is not named apart there is the United States'. */
function countryOfPrefix(prefix: string): string | null {
  return prefix === "1" ? "US" : countryOfDigits(prefix.padEnd(numberLength, "0"));
}
