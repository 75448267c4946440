import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCadence } from "./cadence.ts";
import {
  chargeableFrom,
  priceCall,
  priceSplitCall,
  type CallTerms,
  type FreeFrom,
  type TermsFrom,
} from "./call-price.ts";
import { decimalOf, money } from "./money.ts";
import { parseRate } from "./rate.ts";

function terms(rate: string, cadence = "1/1", more: Partial<CallTerms> = {}): CallTerms {
  return {
    ratePerMinute: parseRate(rate)!,
    connectFee: 0n,
    includedSeconds: 0,
    cadence: parseCadence(cadence)!,
    ...more,
  };
}
const text = (micros: bigint) => decimalOf(money(micros, "USD"));
const price = (seconds: number, of: CallTerms, free = 0) => text(priceCall(seconds, of, free).priceMicros);

test.each([
  [3, "0.00"],
  [4, "0.05"],
  [30, "0.05"],
  [31, "0.06"],
  [36, "0.06"],
  [37, "0.07"],
  [60, "0.10"],
  [61, "0.11"],
  [91, "0.16"],
])("BX1: by 30/6/3 at 0.10 a minute %i seconds cost %s", (seconds, expected) => {
  expect(price(seconds, terms("0.10", "30/6/3"))).toBe(expected);
});

test("X8, U12: 600 seconds at 0.05 are half a unit exactly, by whatever step they are counted", () => {
  for (const cadence of ["1/1", "6/6", "60/60"]) expect(price(600, terms("0.05", cadence))).toBe("0.50");
});

test.each([
  [32, 36, "0.0036"],
  [57, 60, "0.006"],
  [75, 78, "0.0078"],
])("U16: by 30/6 at 0.006 a minute %i seconds count %i and cost %s", (seconds, billed, expected) => {
  const { billedSeconds, priceMicros } = priceCall(seconds, terms("0.006", "30/6"));
  expect([billedSeconds, Number(priceMicros)]).toEqual([billed, Number(expected) * 1_000_000]);
});

test("what the allowance has left is free and the rest is billed", () => {
  const call = priceCall(180, terms("0.10"), 60);
  expect(call).toMatchObject({ cadencedSeconds: 180, freeSeconds: 60, billedSeconds: 120, priceMicros: 200_000n });
});

test("U17: the connect fee of a call that is free as a whole is not charged, of one that is free in part it is", () => {
  const withFee = terms("0.10", "60/60", { connectFee: parseRate("0.05")! });
  expect(price(60, withFee, 60)).toBe("0.00");
  expect(price(61, withFee, 60)).toBe("0.15");
  expect(price(60, withFee)).toBe("0.15");
});

test("a short call takes nothing of the allowance, and a long one all of it before it costs", () => {
  expect(priceCall(10, terms("0.10", "60/60/15"), 300)).toMatchObject({ freeSeconds: 0, priceMicros: 0n });
  expect(priceCall(420, terms("0.14", "60/60"), 300)).toMatchObject({ billedSeconds: 120, priceMicros: 280_000n });
});

test("seconds that the connect fee has paid are not billed again", () => {
  const included = terms("0.60", "1/1", { connectFee: parseRate("0.20")!, includedSeconds: 30 });
  expect([0, 10, 30, 31, 90].map((seconds) => price(seconds, included))).toEqual([
    "0.00",
    "0.20",
    "0.20",
    "0.21",
    "0.80",
  ]);
});

test("a fee that pays seconds is due however the rest is paid: a longer call is never cheaper", () => {
  const included = terms("0.60", "1/1", { connectFee: parseRate("0.20")!, includedSeconds: 30 });
  expect([10, 30, 31, 90, 91].map((seconds) => price(seconds, included, 60))).toEqual([
    "0.20",
    "0.20",
    "0.20",
    "0.20",
    "0.21",
  ]);
});

test("a price is the exact product and fee, rounded once, half-up at six places, and never falls with the seconds", () => {
  const anyTerms = fc.record({
    ratePerMinute: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    connectFee: fc.bigInt({ min: 0n, max: 10n ** 13n }),
    includedSeconds: fc.nat(120),
    cadence: fc.record({
      first: fc.integer({ min: 1, max: 120 }),
      step: fc.integer({ min: 1, max: 120 }),
      grace: fc.nat(20),
    }),
  });
  fc.assert(
    fc.property(anyTerms, fc.nat(20_000), fc.nat(5_000), (each, seconds, free) => {
      const call = priceCall(seconds, each, free);
      expect(call.freeSeconds + call.billedSeconds).toBe(call.cadencedSeconds);
      const hasFee = call.priceMicros > 0n || call.billedSeconds > 0;
      const exactTimes60 = each.ratePerMinute * BigInt(call.billedSeconds) + (hasFee ? each.connectFee * 60n : 0n);
      const distance = call.priceMicros * 60_000_000n - exactTimes60;
      if (hasFee) expect(distance > -30_000_000n && distance <= 30_000_000n).toBe(true);
      expect(priceCall(seconds + 1, each, free).priceMicros).toBeGreaterThanOrEqual(call.priceMicros);
    }),
    { numRuns: 2_000 },
  );
});

const beginning = Number.NEGATIVE_INFINITY;
const at = (fromSecond: number, of: CallTerms): TermsFrom => ({ fromSecond, terms: of });
const given = (seconds: number, fromSecond = beginning): FreeFrom => ({ fromSecond, seconds });

test("X8: a call over a change of prices pays each minute as is said when the minute begins, and is rounded once", () => {
  const dearer = [at(beginning, terms("0.10", "60/60")), at(90, terms("0.20", "60/60"))];
  expect(priceSplitCall(180, dearer)).toMatchObject({ billedSeconds: 180, priceMicros: 400_000n });
  expect(priceSplitCall(180, dearer).parts.map(({ billedSeconds }) => billedSeconds)).toEqual([120, 60]);
  expect(priceSplitCall(120, dearer).parts).toHaveLength(1);
  const thirds = [at(beginning, terms("0.0000005", "1/1")), at(30, terms("0.0000005", "1/1"))];
  expect(priceSplitCall(60, thirds).priceMicros).toBe(1n);
});

test("a change of how is counted holds for the steps that begin after it, and what is said of a call's beginning for all of it", () => {
  const fee = { connectFee: parseRate("0.05")!, includedSeconds: 20 };
  const later = terms("1.20", "60/10/90", { connectFee: parseRate("9")! });
  const both = [at(beginning, terms("0.60", "30/6/10", fee)), at(60, later)];
  // 20 seconds are paid, then 30 and two steps of 6 until second 62, where steps of 10 begin.
  const call = priceSplitCall(85, both);
  expect(call.parts.map(({ billedSeconds }) => billedSeconds)).toEqual([42, 30]);
  expect(text(call.priceMicros)).toBe("1.07");
  const partsOf = (...free: readonly FreeFrom[]) =>
    priceSplitCall(85, both, free).parts.map((part) => [part.freeSeconds, part.billedSeconds]);
  expect(partsOf(given(50))).toEqual([
    [42, 0],
    [8, 22],
  ]);
  expect(priceSplitCall(10, both).priceMicros).toBe(0n);
  expect(text(priceSplitCall(20, both).priceMicros)).toBe("0.05");
});

test("BX8: each cycle's minutes pay for what of a call begins in it, and none for the other's", () => {
  const of = [at(beginning, terms("0.10", "60/60"))];
  const call = priceSplitCall(300, of, [given(60), given(600, 150)]);
  expect(call.parts.map((part) => [part.freeSeconds, part.billedSeconds])).toEqual([
    [60, 120],
    [120, 0],
  ]);
  expect(text(call.priceMicros)).toBe("0.20");
});

const someTerms = fc.record({
  ratePerMinute: fc.bigInt({ min: 0n, max: 10n ** 14n }),
  connectFee: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 13n })),
  includedSeconds: fc.constantFrom(0, 0, 10, 60),
  cadence: fc.record({
    first: fc.integer({ min: 1, max: 120 }),
    step: fc.integer({ min: 1, max: 120 }),
    grace: fc.nat(20),
  }),
});
/** From the beginning on, and then from seconds that may lie before the answer. */
function changesOf<T>(what: fc.Arbitrary<T>): fc.Arbitrary<(T & { fromSecond: number })[]> {
  const seconds = fc.uniqueArray(fc.integer({ min: -30, max: 900 }), { maxLength: 4 });
  return seconds.chain((later) =>
    fc.tuple(
      ...[beginning, ...later.toSorted((a, b) => a - b)].map((fromSecond) =>
        what.map((each) => ({ ...each, fromSecond })),
      ),
    ),
  );
}
const changedTerms = changesOf(someTerms.map((each) => ({ terms: each })));
const changedFree = fc.oneof(fc.constant([]), changesOf(fc.nat(400).map((seconds) => ({ seconds }))));

test("X8: any changes at any second price any call as its steps are counted one by one, in exact fractions, rounded once", () => {
  fc.assert(
    fc.property(changedTerms, changedFree, fc.nat(1_000), (changes, free, seconds) => {
      const { connectFee, includedSeconds, cadence } = changes[0]!.terms;
      const lefts = free.map((each) => each.seconds);
      const rest = seconds - includedSeconds;
      let [begun, billed, exact] = [0, 0, 0n];
      while (seconds > cadence.grace && rest > cadence.grace && begun < rest) {
        const second = includedSeconds + begun;
        const { terms: now } = changes.findLast(({ fromSecond }) => fromSecond <= second)!;
        const size = begun === 0 ? now.cadence.first : now.cadence.step;
        const cycle = free.findLastIndex(({ fromSecond }) => fromSecond <= second);
        const freely = Math.min(lefts[cycle] ?? 0, size);
        if (cycle >= 0) lefts[cycle]! -= freely;
        billed += size - freely;
        exact += now.ratePerMinute * BigInt(size - freely);
        begun += size;
      }
      const hasFee = seconds > cadence.grace && (includedSeconds > 0 || billed > 0);
      if (hasFee) exact += connectFee * 60n;
      const call = priceSplitCall(seconds, changes, free);
      expect([call.billedSeconds, call.freeSeconds, call.cadencedSeconds]).toEqual([billed, begun - billed, begun]);
      expect(call.priceMicros).toBe((exact * 2n + 60_000_000n) / 120_000_000n);
      const cuts = free.length === 0 ? [beginning] : free.map(({ fromSecond }) => fromSecond);
      const counted = chargeableFrom(seconds, changes, cuts);
      expect(counted.reduce((sum, each) => sum + each, 0)).toBe(begun);
    }),
    { numRuns: 2_000 },
  );
});

test("a call without a change is priced as by its terms alone, and so is one over changes to the same", () => {
  fc.assert(
    fc.property(someTerms, fc.uniqueArray(fc.nat(900)), fc.nat(1_000), fc.nat(600), (same, seconds, length, free) => {
      const cuts = [at(beginning, same), ...seconds.toSorted((a, b) => a - b).map((each) => at(each, same))];
      const { parts, ...split } = priceSplitCall(length, cuts, [given(free)]);
      expect(split).toEqual(priceCall(length, same, free));
      expect(parts.reduce((sum, part) => sum + part.billedSeconds, 0)).toBe(split.billedSeconds);
      expect(parts.reduce((sum, part) => sum + part.freeSeconds, 0)).toBe(split.freeSeconds);
      expect(priceSplitCall(length, [at(beginning, same)], [given(free)]).parts).toHaveLength(1);
    }),
    { numRuns: 2_000 },
  );
});

test("a price is the same to the last place in plain numbers and in long ones, also where one gives way to the other", () => {
  const oracle = (rate: bigint, seconds: number, fee: bigint) =>
    (2n * (rate * BigInt(seconds) + fee * 60n) + 60_000_000n) / 120_000_000n;
  const halves = fc.bigInt({ min: 0n, max: 2n ** 51n / 30_000_000n }).map((half) => half * 30_000_000n); // of a rounding
  const near = fc.bigInt({ min: -3n, max: 3n });
  const anyFee = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 13n }));
  const anyRate = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
    fc.tuple(halves, near).map(([half, off]) => (half + off < 0n ? 0n : half + off)),
  );
  fc.assert(
    fc.property(
      anyRate,
      fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 86_400 })),
      anyFee,
      (rate, seconds, fee) => {
        const { priceMicros } = priceCall(seconds, { ...terms("0"), ratePerMinute: rate, connectFee: fee });
        expect(priceMicros).toBe(oracle(rate, seconds, fee));
      },
    ),
    { numRuns: 500 },
  );
});
