import { cadencedSeconds, type Cadence } from "./cadence.ts";
import { divideHalfUp } from "./money.ts";
import type { Rate } from "./rate.ts";

/** What a call costs by, at one tier. */
export interface CallTerms {
  readonly ratePerMinute: Rate;
  /** Once a call that is not free as a whole (U17); where it pays seconds, once every call, for they are what it buys. */
  readonly connectFee: Rate;
  /** Seconds at the beginning that the connect fee has paid. */
  readonly includedSeconds: number;
  readonly cadence: Cadence;
}

export interface CallPrice {
  /** Counted by the cadence: free and billed together (U10). */
  readonly cadencedSeconds: number;
  readonly freeSeconds: number;
  readonly billedSeconds: number;
  readonly priceMicros: bigint;
}

const microsPerRate = 1_000_000n;

/**
 * Prices a call: one multiplication and one rounding, half-up at 6 places. `allowanceSeconds` of it are free where they are left;
 * the rest is billed (BX8).
 */
export function priceCall(seconds: number, terms: CallTerms, allowanceSeconds = 0): CallPrice {
  const counted = cadencedSeconds(seconds, terms.cadence);
  const isIncluding = counted > 0 && terms.includedSeconds > 0;
  const chargeable = isIncluding
    ? cadencedSeconds(Math.max(0, seconds - terms.includedSeconds), terms.cadence)
    : counted;
  const freeSeconds = Math.min(Math.max(0, allowanceSeconds), chargeable);
  const billedSeconds = chargeable - freeSeconds;
  const isFree = counted === 0 || (terms.includedSeconds === 0 && billedSeconds === 0);
  const fee = isFree ? 0n : terms.connectFee;
  const priceMicros = roundedMicros(terms.ratePerMinute, billedSeconds, fee);
  return { cadencedSeconds: freeSeconds + billedSeconds, freeSeconds, billedSeconds, priceMicros };
}

/**
 * Up to here every step below is exact in doubles too: whole numbers under 2 ** 53 are, and a quotient of less than 2 ** 25 that is no
 * whole number lies at least one sixty-millionth below the next, ten times as far as a division can be off.
 */
const plainMax = 2 ** 50;

/** Half-up. Nearly every call's in plain numbers, which take a fifth of the time that long ones do. */
function roundedMicros(rate: Rate, seconds: number, fee: Rate): bigint {
  const [plainRate, plainFee] = [Number(rate), Number(fee)];
  const dividend = plainRate * seconds + plainFee * 60;
  if (plainRate >= 0 && plainFee >= 0 && dividend <= plainMax) return BigInt(Math.floor((dividend + 3e7) / 6e7));
  return divideHalfUp(rate * BigInt(seconds) + fee * 60n, 60n * microsPerRate);
}

/** What a call costs by from one of its seconds on, counted from the answer; before all of them at its beginning. */
export interface TermsFrom {
  readonly fromSecond: number;
  readonly terms: CallTerms;
}

/** Seconds of an allowance for what begins from one of a call's seconds on, until the next of them. */
export interface FreeFrom {
  readonly fromSecond: number;
  readonly seconds: number;
}

/** What a call is counted for by one of its terms and out of one of its allowances' cycles. */
export interface CallPart extends TermsFrom {
  readonly freeSeconds: number;
  readonly billedSeconds: number;
}

export interface SplitPrice extends CallPrice {
  /** Those that seconds were counted in, in the order of time; one where nothing was split. */
  readonly parts: readonly CallPart[];
}

/**
 * Prices a call during which prices or cycles of allowances change. The first seconds and the steps run on from its beginning: each
 * counts as long, and costs a minute, as is said when it begins, and is free out of the cycle in which it begins. The connect fee, what
 * it has paid and the grace are said at the beginning of the call. One rounding, of the sum of all parts: so two terms that are the same
 * cost what one does.
 */
export function priceSplitCall(
  seconds: number,
  terms: readonly TermsFrom[],
  free: readonly FreeFrom[] = [],
): SplitPrice {
  const beginning = terms[0]!.terms; // every call has terms at its beginning
  const cuts = cutsOf(terms, free);
  const chargeable = chargeableFrom(seconds, terms, cuts);
  const lefts = free.map((each) => Math.max(0, each.seconds));
  const all = cuts.map((fromSecond, index): CallPart => {
    const counted = chargeable[index]!; // one for one
    const from = free.findLastIndex((each) => each.fromSecond <= fromSecond);
    const freeSeconds = Math.min(lefts[from] ?? 0, counted);
    if (from >= 0) lefts[from] = lefts[from]! - freeSeconds; // found
    return { fromSecond, terms: termsAt(terms, fromSecond), freeSeconds, billedSeconds: counted - freeSeconds };
  });
  const freeSeconds = all.reduce((sum, part) => sum + part.freeSeconds, 0);
  const billedSeconds = all.reduce((sum, part) => sum + part.billedSeconds, 0);
  const isCounted = cadencedSeconds(seconds, beginning.cadence) > 0;
  const isFree = !isCounted || (beginning.includedSeconds === 0 && billedSeconds === 0);
  const minutes = all.reduce((sum, part) => sum + part.terms.ratePerMinute * BigInt(part.billedSeconds), 0n);
  const fee = isFree ? 0n : beginning.connectFee;
  const counted = all.filter((part) => part.freeSeconds + part.billedSeconds > 0);
  return {
    cadencedSeconds: freeSeconds + billedSeconds,
    freeSeconds,
    billedSeconds,
    priceMicros: divideHalfUp(minutes + fee * 60n, 60n * microsPerRate),
    parts: counted.length === 0 ? all.slice(0, 1) : counted,
  };
}

/** How many seconds count that begin from each of a call's seconds on, until the next of them; `cuts` begin before all of them. */
export function chargeableFrom(seconds: number, terms: readonly TermsFrom[], cuts: readonly number[]): number[] {
  const { includedSeconds, cadence } = terms[0]!.terms; // as above
  const isFree = seconds <= cadence.grace || seconds - includedSeconds <= cadence.grace;
  const rest = isFree ? 0 : Math.max(0, seconds - includedSeconds);
  let begun = 0;
  const countUntil = (second: number, { first, step }: Cadence): void => {
    const limit = Math.min(rest, second - includedSeconds);
    if (begun === 0 && limit > 0) begun = first;
    if (begun < limit) begun += Math.ceil((limit - begun) / step) * step;
  };
  return cuts.map((from, index) => {
    const until = cuts[index + 1] ?? Number.POSITIVE_INFINITY;
    const before = begun;
    const changes = terms.filter(({ fromSecond }) => fromSecond > from && fromSecond < until);
    for (const { fromSecond } of changes) countUntil(fromSecond, termsBefore(terms, fromSecond).cadence);
    countUntil(until, termsBefore(terms, until).cadence);
    return begun - before;
  });
}

function cutsOf(terms: readonly TermsFrom[], free: readonly FreeFrom[]): number[] {
  const all = [...terms, ...free].map(({ fromSecond }) => fromSecond);
  return [...new Set(all)].toSorted((one, other) => one - other);
}

function termsAt(terms: readonly TermsFrom[], second: number): CallTerms {
  return terms.findLast(({ fromSecond }) => fromSecond <= second)!.terms; // those of the beginning are before all
}

function termsBefore(terms: readonly TermsFrom[], second: number): CallTerms {
  return terms.findLast(({ fromSecond }) => fromSecond < second)!.terms; // as above
}
