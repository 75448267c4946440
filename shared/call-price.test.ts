import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCadence } from "./cadence.ts";
import { priceCall, type CallTerms } from "./call-price.ts";
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

test("the connect fee of a call that is free as a whole is not charged, of one that is free in part it is", () => {
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
  );
});
