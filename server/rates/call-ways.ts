import { formatCadence } from "@tierline/shared/cadence.ts";
import { countryOfDigits } from "@tierline/shared/call-country.ts";
import type { CallRoute } from "@tierline/shared/call-route.ts";
import type { CallTerms, TermsFrom } from "@tierline/shared/call-price.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { priceChanges, wholeChain, type Buyer, type CallChain } from "./call-chain.ts";
import { priceChain, routeOf, type Obstacle, type PricedChain } from "./priced-chain.ts";
import type { RateRow } from "./rate.entity.ts";

/** Whose way is asked for, and for how long. */
export interface WayQuestion {
  readonly buyer: Buyer;
  readonly at: Date;
  /** When nothing begins any more. */
  readonly until: Date;
}

/** By what a call is bought and sold from a time on. */
export interface WayFrom {
  readonly at: Date;
  readonly chain: CallChain;
}

/**
 * The ways of calls by what counts at their beginnings, and by what counts from each change on until their ends: nearly always there is
 * none, and each buyer's way is read once. For who is handed the root tier.
 */
export async function waysOf(
  system: Pick<Context, "em">,
  questions: readonly WayQuestion[],
): Promise<(question: WayQuestion) => readonly WayFrom[]> {
  if (questions.length === 0) return () => [];
  const from = new Date(Math.min(...questions.map(({ at }) => at.getTime())));
  const until = new Date(Math.max(...questions.map((each) => Math.max(each.at.getTime(), each.until.getTime()))));
  const sellers = [...new Set(questions.map(({ buyer }) => buyer.sellerPath))];
  const changes = from < until ? await priceChanges(system, sellers, from, until) : [];
  const times = [from, ...changes.map(({ at }) => at)];
  const ownTerms = await buyersWithTerms(system, questions);
  // Who has no plan of their own buys as everybody else does.
  const buyerOf = ({ buyer }: WayQuestion): Buyer =>
    ownTerms.has(buyer.customerId ?? "") || ownTerms.has(buyer.serviceId ?? "")
      ? buyer
      : { ...buyer, customerId: null, serviceId: null };
  // Nothing has changed since the last of these.
  const readAt = (at: Date): Date => times.findLast((time) => time <= at) ?? from;
  const keyOf = (question: WayQuestion, at: Date) => {
    const { sellerPath, customerId, resellerId, serviceId } = buyerOf(question);
    return [sellerPath, customerId, resellerId, serviceId, readAt(at).getTime()].join("|");
  };
  const timesOf = ({ buyer, at, until: end }: WayQuestion): Date[] => {
    const during = changes.filter((each) => each.at > at && each.at < end && isWithin(buyer.sellerPath, each.path));
    return [at, ...during.map((each) => each.at)];
  };
  const chains = new Map<string, CallChain>();
  for (const question of questions) {
    for (const at of timesOf(question)) {
      const key = keyOf(question, at);
      if (!chains.has(key)) chains.set(key, await wholeChain(system, buyerOf(question), readAt(at)));
    }
  }
  return (question) => timesOf(question).map((at) => ({ at, chain: chains.get(keyOf(question, at))! })); // each was read
}

/** The customers and lines among them that a plan was ever given to. */
async function buyersWithTerms(
  { em }: Pick<Context, "em">,
  questions: readonly WayQuestion[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(questions.flatMap(({ buyer }) => [buyer.customerId ?? [], buyer.serviceId ?? []].flat()))];
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(
    `select customer_id as id from rate_plan_buyer where customer_id in (?)
     union select service_id from rate_plan_buyer where service_id in (?)`,
    [ids, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** A number's prices from one of a call's seconds on; before all of them at its beginning. */
export interface PricedFrom {
  readonly fromSecond: number;
  readonly chain: PricedChain;
}

export type PricedWays =
  | { readonly obstacle: Obstacle }
  | {
      readonly obstacle: null;
      readonly route: CallRoute | null;
      readonly ways: readonly [PricedFrom, ...PricedFrom[]];
    };

/**
 * A call that has a price at its beginning keeps one: what has none from a change on, or goes another way or in another currency, does
 * not count for it. It stays on the route that it began on, whatever plan changes. `rateOf` is the one of a deck for the digits by a route.
 */
export function priceWays(
  ways: readonly WayFrom[],
  rateOf: (deckId: string | null, route: CallRoute | null) => RateRow | null,
  digits: string,
  answeredAt: Date,
): PricedWays {
  const country = countryOfDigits(digits);
  const route = routeOf(ways[0]!.chain, country); // what counts at the beginning is always asked for
  const [beginning, ...changes] = ways.map(({ at, chain }) => ({
    fromSecond: secondOf(at, answeredAt),
    priced: priceChain(chain, rateOf(chain.deck?.id ?? null, route), digits, country),
  }));
  const { priced } = beginning!; // as above
  if (priced.obstacle !== null) return priced;
  const { chain } = priced;
  const later = changes.flatMap(({ fromSecond, priced: then }) =>
    then.obstacle === null && isSameWay(chain, then.chain) ? [{ fromSecond, chain: then.chain }] : [],
  );
  return { obstacle: null, route, ways: [{ fromSecond: Number.NEGATIVE_INFINITY, chain }, ...later] };
}

/** The first of a call's seconds that begins at a time or later, counted from the answer. */
export function secondOf(at: Date, answeredAt: Date): number {
  return Math.ceil((at.getTime() - answeredAt.getTime()) / 1000);
}

function isSameWay(one: PricedChain, other: PricedChain): boolean {
  const partiesOf = ({ deck, sales }: PricedChain) =>
    JSON.stringify([deck.currency, ...sales.map(({ seller }) => [seller.path, seller.currency])]);
  return partiesOf(one) === partiesOf(other);
}

/** What one of the sides pays, from second to second: a change to the same is none. */
export function termsFrom(ways: readonly PricedFrom[], of: (chain: PricedChain) => CallTerms): TermsFrom[] {
  const all = ways.map(({ fromSecond, chain }) => ({ fromSecond, terms: of(chain) }));
  return all.filter(({ terms }, index) => index === 0 || !isSameTerms(terms, all[index - 1]!.terms)); // behind another
}

function isSameTerms(one: CallTerms, other: CallTerms): boolean {
  return (
    one.ratePerMinute === other.ratePerMinute &&
    one.connectFee === other.connectFee &&
    one.includedSeconds === other.includedSeconds &&
    formatCadence(one.cadence) === formatCadence(other.cadence)
  );
}
