import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { routeTo, type CallRoute } from "@tierline/shared/call-route.ts";
import type { CallTerms } from "@tierline/shared/call-price.ts";
import { prefixLengthMax } from "@tierline/shared/limits.ts";
import { prefixesOf } from "@tierline/shared/prefix-table.ts";
import { keptRateMax } from "@tierline/shared/rate.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { sellThrough, type Selling } from "@tierline/shared/selling-rate.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { arrayText } from "../kernel/unnested.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import type { CallChain, ChainLink } from "./call-chain.ts";
import type { PlanInForce } from "./plan-in-force.ts";
import { RateEntity, type RateDeckRow, type RateRow } from "./rate.entity.ts";

export interface Sale {
  readonly seller: ResellerRow;
  readonly sold: Selling<PlanInForce>;
}

/** A number's price at every tier on the way, before anybody has talked. */
export interface PricedChain {
  readonly deck: RateDeckRow;
  readonly rate: RateRow;
  readonly country: string | null;
  /** What the first seller pays its carrier. */
  readonly carrier: CallTerms;
  /** From the first seller down; never empty. */
  readonly sales: readonly Sale[];
}

export interface Obstacle {
  readonly code: CallProblemCode;
  /** At whom it stops, and the currency that it would have to buy in. */
  readonly link: ChainLink | null;
  readonly currency: string | null;
  readonly rate: RateRow | null;
}

export type Priced = { readonly obstacle: Obstacle } | { readonly obstacle: null; readonly chain: PricedChain };

/** Why nothing has a price on this way, whatever number is called. */
export function obstacleOf({ deck, links }: CallChain): Obstacle | null {
  if (deck === null) return { code: "NO_DECK", link: null, currency: null, rate: null };
  let currency = deck.currency;
  for (const link of links) {
    const { seller, plan } = link;
    if (plan === null) return { code: "NO_PLAN", link, currency, rate: null };
    if (plan.exchangeRate === null && seller.currency !== currency) {
      return { code: "NO_EXCHANGE_RATE", link, currency, rate: null };
    }
    currency = seller.currency;
  }
  return null;
}

/** By which way calls leave: as who sells to the buyer says (VX1), so that all above buy for the same one. Null where nobody does. */
export function routeOf({ links }: CallChain, country: string | null): CallRoute | null {
  const plan = links.at(-1)?.plan ?? null;
  return plan === null ? null : routeTo(country, plan);
}

/** `rate` is the one of the chain's deck for the longest prefix of the digits, on the call's route. */
export function priceChain(
  chain: CallChain,
  rate: RateRow | null,
  digits: string,
  country = countryOfDigits(digits),
): Priced {
  const broken = obstacleOf(chain);
  if (broken !== null) return { obstacle: broken };
  const { deck } = chain;
  const other = { link: null, currency: null, rate };
  if (deck === null || rate === null) return { obstacle: { ...other, code: "UNKNOWN_PREFIX" } };
  if (rate.isBlocked) return { obstacle: { ...other, code: "BLOCKED" } };
  const links = chain.links.flatMap(({ seller, plan }) => (plan === null ? [] : [{ seller, plan }]));
  const carrier = termsOf(rate);
  const selling = sellThrough(
    carrier,
    links.map(({ plan }) => plan),
    { digits, country },
  );
  if (selling.some(({ bought, terms }) => isTooHigh(bought) || isTooHigh(terms))) {
    return { obstacle: { ...other, code: "PRICE_TOO_HIGH" } };
  }
  const sales = links.map(({ seller }, index) => ({ seller, sold: selling[index]! })); // as many as links
  return { obstacle: null, chain: { deck, rate, country, carrier, sales } };
}

/** What a deck has for a number by a route; null where it has nothing. */
export type DeckRates = (digits: string, route: CallRoute | null) => RateRow | null;

/**
 * Of the longest prefix that a number begins with, among the entries that are for the route or for any; of two for the same prefix the
 * route's own. What is only there for the other route is not there. For who is handed the root tier.
 */
export async function ratesFor(
  { em }: Pick<Context, "em">,
  deckId: string,
  numbers: readonly string[],
): Promise<DeckRates> {
  const prefixes = new Set(numbers.flatMap((digits) => prefixesOf(digits, prefixLengthMax)));
  if (prefixes.size === 0) return () => null;
  const rows = await em.execute<object[]>("select * from rate where deck_id = ? and prefix = any(?::text[])", [
    deckId,
    arrayText([...prefixes]),
  ]);
  const found = new Map(mapped(em, RateEntity, rows).map((rate) => [`${rate.prefix} ${rate.route}`, rate]));
  return (digits, route) => {
    for (const prefix of prefixesOf(digits, prefixLengthMax)) {
      const rate = found.get(`${prefix} ${route}`) ?? found.get(`${prefix} ANY`);
      if (rate !== undefined) return rate;
    }
    return null;
  };
}

/** Markups compound from tier to tier, each within its own bounds. */
function isTooHigh({ ratePerMinute, connectFee }: CallTerms): boolean {
  return ratePerMinute > keptRateMax || connectFee > keptRateMax;
}

function termsOf(rate: RateRow): CallTerms {
  const { firstSeconds: first, stepSeconds: step, graceSeconds: grace } = rate;
  return {
    ratePerMinute: BigInt(rate.ratePerMinute),
    connectFee: BigInt(rate.connectFee),
    includedSeconds: rate.includedSeconds,
    cadence: { first, step, grace },
  };
}
