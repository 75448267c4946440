import { parseCadence } from "@tierline/shared/cadence.ts";
import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { sampleRoutesMax } from "@tierline/shared/limits.ts";
import { parseRate } from "@tierline/shared/rate.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { callChain } from "./call-chain.ts";
import { checkPlanTerms, type PlanTerms, type PlanTermsInput } from "./check-plan.ts";
import type { PlanInForce } from "./plan-in-force.ts";
import { ratesFor, routeOf } from "./priced-chain.ts";
import { sellRateOf } from "./sell-rates.ts";
import type { SellRateType } from "./sell-rate.type.ts";

export type PlanPreviewInput = Omit<PlanTermsInput, "name">;

/** Of what is called most anywhere: a city and a mobile network of the big markets. The first that a deck knows are shown. */
const sampleNumbers = [
  "44207946",
  "44770090",
  "331990",
  "337",
  "4930231",
  "4917139",
  "12125550",
  "5511400",
  "919122",
] as const;

/**
 * What a plan of these terms would ask for some destinations, and what each would bring: from what the viewer's own reseller pays for them now.
 * Nothing is written.
 * @throws Rejection with every wrong field
 */
export async function previewPlan(context: Context, input: PlanPreviewInput): Promise<SellRateType[]> {
  const refusals = new Refusals();
  const terms = checkPlanTerms(refusals, { ...input, name: "-" });
  refusals.settle();
  const own = resellerPathOf(context.viewer.path);
  const now = context.clock.now();
  const { deck, links } = await callChain(context, { sellerPath: own, customerId: null, resellerId: null }, now);
  const last = links.at(-1);
  if (deck === null || last === undefined) return [];
  const chain = { deck, links: [...links.slice(0, -1), { ...last, plan: planned(terms, own, now) }] };
  const rateOf = await ratesFor(inTier(context, rootPath), deck.id, sampleNumbers);
  const routes = sampleNumbers.flatMap((digits) => {
    const rate = rateOf(digits, routeOf(chain, countryOfDigits(digits)));
    return rate === null || rate.isBlocked ? [] : [sellRateOf(chain, rate, own)];
  });
  // A deck that knows a country alone has one rate for its cities and its mobile networks.
  const byPrefix = new Map(routes.map((route) => [route.prefix, route]));
  return [...byPrefix.values()].slice(0, sampleRoutesMax);
}

/** As if it had been saved now. */
function planned({ name, cadence, exchangeRate, ...terms }: PlanTerms, path: string, now: Date): PlanInForce {
  return {
    id: "",
    versionId: "",
    name,
    path,
    effectiveFrom: now,
    markup: { fixed: terms.markupFixed, percent: terms.markupPercent },
    cadence: cadence === null ? null : parseCadence(cadence),
    exchangeRate: exchangeRate === null ? null : parseRate(exchangeRate),
    internationalRoute: terms.internationalRoute,
    canadaRoute: terms.canadaRoute,
    overrides: terms.overrides.map(({ ratePerMinute, ...each }) => ({
      ...each,
      ratePerMinute: parseRate(ratePerMinute) ?? 0n,
    })),
  };
}
