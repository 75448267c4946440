import type { CallDirection, CallType, LegRule } from "@tierline/shared/call.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import {
  chargeableFrom,
  priceCall,
  priceSplitCall,
  type CallPart,
  type CallPrice,
  type CallTerms,
  type FreeFrom,
  type SplitPrice,
  type TermsFrom,
} from "@tierline/shared/call-price.ts";
import type { CallRoute } from "@tierline/shared/call-route.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { Buyer } from "../rates/call-chain.ts";
import { priceWays, termsFrom, waysOf, type PricedFrom, type WayQuestion } from "../rates/call-ways.ts";
import { ratesFor, type DeckRates, type PricedChain } from "../rates/priced-chain.ts";
import type { RateRow } from "../rates/rate.entity.ts";
import { incomingLegs, incomingSales } from "./incoming-calls.ts";

export interface CallToRate {
  readonly buyer: Buyer;
  /** Of the customer, at whose place its own leg lies. */
  readonly path: string;
  /** Digits from the country code on; null where no number was called. */
  readonly number: string | null;
  readonly seconds: number;
  /** When it began. */
  readonly at: Date;
  /** From when its seconds are counted; when it began where nobody says. */
  readonly answeredAt?: Date | null;
  readonly direction: CallDirection;
}

/** One sale on the way: see CallLegEntity. */
export interface RatedLeg {
  readonly path: string;
  readonly sellerPath: string;
  readonly depth: number;
  readonly currency: string;
  readonly terms: CallTerms;
  readonly price: CallPrice;
  /** By what it was priced from second to second; none where it was not split. */
  readonly parts: readonly LegPart[];
  readonly ownCurrency: string;
  readonly ownMicros: bigint;
  readonly planId: string | null;
  readonly versionId: string | null;
  readonly deckId: string | null;
  readonly rule: LegRule;
}

/** By what a leg was priced from one of its seconds on. */
export interface LegPart extends CallPart {
  readonly planId: string | null;
  readonly versionId: string | null;
  readonly deckId: string | null;
  readonly rule: LegRule;
}

export interface RatedCall {
  readonly problem: CallProblemCode | null;
  readonly destination: string | null;
  readonly prefix: string | null;
  readonly callType: CallType;
  /** What an allowance would be drawn on for; 0 for what costs nothing anyway. */
  readonly chargeableSeconds: number;
  /** The same by its seconds: of what begins from each of these on until the next. */
  chargeableFrom(cuts: readonly number[]): number[];
  /** From the carrier down to the customer; none where nothing is sold. */
  legs(free: readonly FreeFrom[]): RatedLeg[];
}

/** Seconds of an allowance for a call as a whole. */
export function freeSeconds(seconds: number): FreeFrom[] {
  return [{ fromSecond: Number.NEGATIVE_INFINITY, seconds }];
}

export interface RateCallInput extends CallToRate {
  /** Of an allowance of the customer's; nobody above has any. */
  readonly freeSeconds: number;
}

/** What a call costs every tier on the way. Nothing is written. Not for a viewer's eyes as it is: it tells what those above pay. */
export async function rateCall(context: Context, input: RateCallInput): Promise<RatedCall & { rated: RatedLeg[] }> {
  const [call] = await rateCalls(inTier(context, rootPath), [input]);
  invariant(call !== undefined, "each call has its answer");
  return { ...call, rated: call.legs(freeSeconds(input.freeSeconds)) };
}

/** As `rateCall`, for many and for who is handed the root tier: what they share is read once. In their order. */
export async function rateCalls(
  system: Pick<Context, "em">,
  calls: readonly CallToRate[],
): Promise<readonly RatedCall[]> {
  const sold = calls.map((call) => (isSold(call) ? call : null));
  const incoming = await incomingSales(system, calls.filter(isToNumber));
  const questions = new Map(sold.flatMap((call) => (call === null ? [] : [[call, questionOf(call)] as const])));
  const waysAt = await waysOf(system, [...questions.values()]);
  const waysTo = (call: CallToRate) => waysAt(questions.get(call)!); // asked for
  const rateOf = await ratesOf(
    system,
    [...questions.keys()].flatMap(
      (call) => waysTo(call).map(({ chain }) => ({ deckId: chain.deck?.id ?? null, number: call.number! })), // what is sold has a number
    ),
  );
  return sold.map((call, index) => {
    if (call === null) {
      const { seconds } = calls[index]!; // as many as calls
      const sales = incoming.get(calls[index]!) ?? [];
      return sales.length === 0 ? unsold : { ...unsold, legs: () => incomingLegs(sales, seconds) };
    }
    const number = call.number!; // as above
    const priced = priceWays(waysTo(call), (deckId, route) => rateOf(deckId, number, route), number, answerOf(call));
    return priced.obstacle === null
      ? ratedCall(priced.ways, call)
      : { ...unsold, ...factsOf(priced.obstacle.rate), problem: priced.obstacle.code };
  });
}

function answerOf({ at, answeredAt }: CallToRate): Date {
  return answeredAt ?? at;
}

function questionOf(call: CallToRate): WayQuestion {
  const { buyer, at, seconds } = call;
  return { buyer, at, until: new Date(answerOf(call).getTime() + seconds * 1000) };
}

/** Who calls pays; what comes in costs nothing but by the terms of the number that was called, and a line without a number nothing. */
function isSold({ direction, number }: CallToRate): boolean {
  return direction === "OUT" && number !== null;
}

/** Minutes that are included are drawn on for who calls alone: a call between two customers takes them once (U7). */
function isToNumber({ direction, number }: CallToRate): boolean {
  return direction === "IN" && number !== null;
}

const unsold: RatedCall = {
  problem: null,
  destination: null,
  prefix: null,
  callType: "OTHER",
  chargeableSeconds: 0,
  chargeableFrom: (cuts) => cuts.map(() => 0),
  legs: () => [],
};

function factsOf(rate: RateRow | null): Pick<RatedCall, "destination" | "prefix" | "callType"> {
  if (rate === null) return { destination: null, prefix: null, callType: "OTHER" };
  const { destination, prefix, lineType } = rate;
  return { destination: destination === "" ? null : destination, prefix, callType: lineType ?? "OTHER" };
}

/** What prices come to for a call of so many seconds. */
export function ratedCall(
  ways: readonly [PricedFrom, ...PricedFrom[]],
  { path, seconds }: Pick<CallToRate, "path" | "seconds">,
): RatedCall {
  const [{ chain }] = ways;
  const terms = termsFrom(ways, ({ sales }) => sales.at(-1)!.sold.terms); // nobody sells to nobody
  return {
    ...factsOf(chain.rate),
    problem: null,
    chargeableSeconds: priceOf(seconds, terms, []).billedSeconds,
    chargeableFrom: (cuts) => chargeableFrom(seconds, terms, cuts),
    legs: (free) => legsOf(ways, path, seconds, free),
  };
}

/** Nearly all calls are priced by what counts at their beginning alone. */
function priceOf(seconds: number, terms: readonly TermsFrom[], free: readonly FreeFrom[]): SplitPrice {
  const isWhole = terms.length === 1 && free.every(({ fromSecond }) => fromSecond === Number.NEGATIVE_INFINITY);
  if (!isWhole) return priceSplitCall(seconds, terms, free);
  return { ...priceCall(seconds, terms[0]!.terms, free[0]?.seconds), parts: [] }; // every call has terms at its beginning
}

type Source = Pick<LegPart, "planId" | "versionId" | "deckId" | "rule">;

function legsOf(
  ways: readonly [PricedFrom, ...PricedFrom[]],
  path: string,
  seconds: number,
  free: readonly FreeFrom[],
): RatedLeg[] {
  const [{ chain }] = ways;
  const { deck, sales } = chain;
  const legOf = (
    terms: (of: PricedChain) => CallTerms,
    source: (of: PricedChain) => Source,
    given: readonly FreeFrom[],
  ) => {
    const sources = changesOf(
      ways.map(({ fromSecond, chain: of }) => ({ fromSecond, terms: terms(of), source: source(of) })),
    );
    const { parts, ...price } = priceOf(seconds, sources, given);
    return { terms: terms(chain), price, parts: partsOf(parts, sources), ...source(chain) };
  };
  const paidBy = (index: number): bigint =>
    priceOf(
      seconds,
      termsFrom(ways, (of) => of.sales[index]!.sold.bought),
      [],
    ).priceMicros; // the same way in each
  const first = sales[0]!; // nobody sells to nobody
  const cost: RatedLeg = {
    path: first.seller.path,
    sellerPath: "",
    depth: 0,
    currency: deck.currency,
    ownCurrency: first.seller.currency,
    ownMicros: paidBy(0),
    ...legOf(
      ({ carrier }) => carrier,
      (of) => ({ planId: null, versionId: null, deckId: of.deck.id, rule: "MARKUP" }),
      [],
    ),
  };
  const sold = sales.map(({ seller }, index): RatedLeg => {
    const next = sales[index + 1] ?? null;
    const leg = legOf(
      (of) => of.sales[index]!.sold.terms, // as above
      (of) => {
        const { plan, override } = of.sales[index]!.sold; // as above
        return { planId: plan.id, versionId: plan.versionId, deckId: null, rule: override?.scope ?? "MARKUP" };
      },
      next === null ? free : [],
    );
    return {
      path: next?.seller.path ?? path,
      sellerPath: seller.path,
      depth: index + 1,
      currency: seller.currency,
      ownCurrency: next?.seller.currency ?? seller.currency,
      ownMicros: next === null ? leg.price.priceMicros : paidBy(index + 1),
      ...leg,
    };
  });
  return [cost, ...sold];
}

interface SourceFrom extends TermsFrom {
  readonly source: Source;
}

/** Changes that are nothing to this leg are none. */
function changesOf(all: readonly SourceFrom[]): SourceFrom[] {
  const inWords = ({ terms, source }: SourceFrom) => JSON.stringify([termsInWords(terms), source]);
  return all.filter((each, index) => index === 0 || inWords(each) !== inWords(all[index - 1]!)); // behind another
}

/** Each with what it was priced by; none where that is one. */
function partsOf(parts: readonly CallPart[], sources: readonly SourceFrom[]): LegPart[] {
  if (parts.length < 2) return [];
  return parts.map((part) => {
    const from = sources.findLast(({ fromSecond }) => fromSecond <= part.fromSecond)!; // those of the beginning are before all
    return { ...part, ...from.source };
  });
}

/** The columns of a leg that say by what it was priced. */
export function termsInWords({ ratePerMinute, connectFee, includedSeconds, cadence }: CallTerms) {
  return {
    rate: String(ratePerMinute),
    connectFee: String(connectFee),
    includedSeconds,
    cadence: formatCadence(cadence),
  };
}

interface Question {
  readonly deckId: string | null;
  readonly number: string;
}

async function ratesOf(
  system: Pick<Context, "em">,
  questions: readonly Question[],
): Promise<(deckId: string | null, number: string, route: CallRoute | null) => RateRow | null> {
  const byDeck = new Map<string, DeckRates>();
  for (const [deckId, asked] of Map.groupBy(questions, (question) => question.deckId)) {
    if (deckId === null) continue;
    const numbers = [...new Set(asked.map(({ number }) => number))];
    byDeck.set(deckId, await ratesFor(system, deckId, numbers));
  }
  return (deckId, number, route) => byDeck.get(deckId ?? "")?.(number, route) ?? null;
}
