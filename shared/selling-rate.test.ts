import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCadence } from "./cadence.ts";
import { countryOfDigits } from "./call-country.ts";
import { priceCall, type CallTerms } from "./call-price.ts";
import { decimalOf, money } from "./money.ts";
import { formatRate, noMarkup, parsePercent, parseRate } from "./rate.ts";
import { affordableSeconds, sell, sellThrough, type RateOverride, type SellingPlan } from "./selling-rate.ts";

const terms = (rate: string, cadence = "6/6"): CallTerms => ({
  ratePerMinute: parseRate(rate)!,
  connectFee: 0n,
  includedSeconds: 0,
  cadence: parseCadence(cadence)!,
});
const plan = (percent: string, more: Partial<SellingPlan> = {}): SellingPlan => ({
  markup: { fixed: 0n, percent: parsePercent(percent)! },
  cadence: null,
  exchangeRate: null,
  overrides: [],
  ...more,
});
const called = (digits: string) => ({ digits, country: countryOfDigits(digits) });
const micros = (text: string) => BigInt(Math.round(Number(text) * 1_000_000));

test("X6: markups compound tier by tier, and each tier has its own margin", () => {
  const steps = sellThrough(terms("0.010"), [plan("20"), plan("25"), plan("10")], called("12125550100"));
  const rates = [parseRate("0.010")!, ...steps.map((step) => step.terms.ratePerMinute)];
  expect(rates.map(formatRate)).toEqual(["0.01", "0.012", "0.015", "0.0165"]);
  expect(rates.slice(1).map((rate, tier) => formatRate(rate - rates[tier]!))).toEqual(["0.002", "0.003", "0.0015"]);
});

test("a call is counted at each tier by that tier's own cadence", () => {
  const [step] = sellThrough(
    terms("0.01", "6/6"),
    [plan("20", { cadence: parseCadence("60/60") })],
    called("12125550100"),
  );
  const cost = priceCall(61, terms("0.01", "6/6")).priceMicros;
  const price = priceCall(61, step!.terms).priceMicros;
  expect([cost, price, price - cost].map((each) => decimalOf(money(each, "USD")))).toEqual(["0.011", "0.024", "0.013"]);
});

test("V7: an own rate replaces the marked-up one, the longest prefix before the country, the country before the block", () => {
  const cost: Record<string, string> = { "1": "0.01", "33": "0.008", "44": "0.012", "447": "0.035" };
  const own = (scope: RateOverride["scope"], target: string, rate: string): RateOverride => ({
    scope,
    target,
    ratePerMinute: parseRate(rate)!,
  });
  const gb = own("COUNTRY", "GB", "0.02");
  const mobile = own("PREFIX", "447", "0.05");
  const block = own("US_CANADA", "", "0.0145");
  const sold = (number: string, ...overrides: RateOverride[]) => {
    const prefix = ["447", "44", "33", "1"].find((each) => number.startsWith(each))!;
    return formatRate(sell(terms(cost[prefix]!), plan("20", { overrides }), called(number)).terms.ratePerMinute);
  };
  expect(sold("442012345678", gb, mobile)).toBe("0.02");
  expect(sold("447700900123", gb, mobile)).toBe("0.05");
  expect(sold("447700900123", own("PREFIX", "44", "0.07"), mobile)).toBe("0.05");
  expect(sold("447700900123", gb)).toBe("0.02");
  expect(sold("33123456789", gb, mobile)).toBe("0.0096");
  expect(sold("442012345678", mobile)).toBe("0.0144");
  expect(sold("447700900123", mobile)).toBe("0.05");
  expect(sold("447700900123")).toBe("0.042");
  expect(["12125550100", "14165550123"].map((number) => sold(number, block))).toEqual(["0.0145", "0.0145"]);
  expect(sold("18765550100", block)).toBe("0.012");
  expect(sold("12125550100", own("PREFIX", "1416", "0.07"))).toBe("0.012");
});

test("money for a call is counted in whole seconds of its cadence, and less than the first of them lets nobody call", () => {
  expect(affordableSeconds(micros("0.30"), terms("0.10", "30/6"))).toBe(180);
  expect(affordableSeconds(micros("0.50"), terms("1", "6/6"))).toBe(30);
  expect(affordableSeconds(micros("0.50"), terms("1", "60/60"))).toBe(0);
  expect(affordableSeconds(0n, terms("0.10", "30/6/3"))).toBe(0);
  expect(affordableSeconds(0n, terms("0.10", "30/6"), 60)).toBe(60);
  expect(affordableSeconds(0n, terms("0", "60/60"))).toBe(86_400);
});

/** Exact: a numerator over a denominator, never shortened. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
const halfUp = ({ over, under }: Fraction) => (2n * over + under) / (2n * under);

test("the chain agrees with exact fractions, and cost and margins add up to the price exactly", () => {
  const anyPlan = fc.record({
    markup: fc.record({
      fixed: fc.bigInt({ min: 0n, max: 10n ** 11n }),
      percent: fc.bigInt({ min: 0n, max: 5_000_000n }),
    }),
    cadence: fc.option(
      fc.record({ first: fc.integer({ min: 1, max: 60 }), step: fc.integer({ min: 1, max: 60 }), grace: fc.nat(5) }),
    ),
    exchangeRate: fc.constant(null),
    overrides: fc.constant([]),
  });
  const anyRate = fc.bigInt({ min: 0n, max: 10n ** 13n });
  fc.assert(
    fc.property(anyRate, fc.array(anyPlan, { minLength: 1, maxLength: 8 }), fc.nat(7_200), (rate, plans, seconds) => {
      const carrier = { ...terms("0", "1/1"), ratePerMinute: rate };
      const steps = sellThrough(carrier, plans, called("33123456789"));
      let tenPlaces: Fraction = { over: rate, under: 100n };
      for (const [tier, { markup }] of plans.entries()) {
        const exact = {
          over: (tenPlaces.over * 100n + markup.fixed * tenPlaces.under) * (1_000_000n + markup.percent),
          under: tenPlaces.under * 100n * 1_000_000n,
        };
        tenPlaces = { over: halfUp(exact), under: 1n };
        expect(steps[tier]!.terms.ratePerMinute).toBe(tenPlaces.over * 100n);
      }
      const prices = [carrier, ...steps.map((step) => step.terms)].map((each) => priceCall(seconds, each).priceMicros);
      const margins = prices.slice(1).map((price, tier) => price - prices[tier]!);
      expect(margins.reduce((sum, margin) => sum + margin, prices[0]!)).toBe(prices.at(-1));
      const again = sellThrough(carrier, plans, called("33123456789"));
      expect(again.map((step) => step.terms)).toEqual(steps.map((step) => step.terms));
    }),
  );
});

test("without a markup every tier sells what it buys", () => {
  const steps = sellThrough(
    terms("0.019"),
    Array.from({ length: 5 }, () => plan("0", { markup: noMarkup })),
    called("33"),
  );
  expect(new Set(steps.map((step) => formatRate(step.terms.ratePerMinute)))).toEqual(new Set(["0.019"]));
});

test("a seller with another currency buys at the exchanged rate and sells in its own", () => {
  const [step] = sellThrough(terms("0.01"), [plan("20", { exchangeRate: parseRate("1.15") })], called("33123456789"));
  expect([step!.bought, step!.terms].map((each) => formatRate(each.ratePerMinute))).toEqual(["0.0115", "0.0138"]);
});
