import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatPercent,
  formatRate,
  markUp,
  markUpOnce,
  noMarkup,
  parsePercent,
  parseRate,
  type Markup,
} from "./rate.ts";

const rate = (text: string) => parseRate(text)!;
const markup = (fixed: string, percent: string): Markup => ({ fixed: rate(fixed), percent: parsePercent(percent)! });
const anyRate = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });
const anyPercent = fc.bigInt({ min: 0n, max: 10n ** 8n - 1n });

test("a rate is read exactly, to the twelfth place, with a point or with a comma", () => {
  expect(rate("0.0052")).toBe(5_200_000_000n);
  expect(rate("0.000000000001")).toBe(1n);
  expect(parseRate("0,10", ",")).toBe(rate("0.1"));
  expect(parseRate("12", ",")).toBe(rate("12"));
});

test("what is not a plain decimal with its mark is no rate", () => {
  const wrong = [
    "",
    " 1",
    "1.",
    ".5",
    "+1",
    "-1",
    "1e3",
    "1234567",
    "0.0000000000001",
    "0,10",
    "1.000,00",
    "NaN",
    "１",
  ];
  expect(wrong.filter((text) => parseRate(text) !== null)).toEqual([]);
  expect(["0.10", "1.000,5", "1,2,3"].filter((text) => parseRate(text, ",") !== null)).toEqual([]);
  expect(["", "-1", "20%", "12345", "1.00001"].filter((text) => parsePercent(text) !== null)).toEqual([]);
});

test("a rate and a percentage come back as they were written", () => {
  fc.assert(fc.property(anyRate, (value) => parseRate(formatRate(value)) === value));
  expect(["20", "20.5000", "0.0100"].map((text) => formatPercent(parsePercent(text)!))).toEqual(["20", "20.5", "0.01"]);
  fc.assert(fc.property(anyPercent, (value) => parsePercent(formatPercent(value)) === value));
  expect(formatRate(-rate("0.002"))).toBe("-0.002");
});

test.each([
  ["0.01", "0", "20", "0.012"],
  ["0.01", "0.005", "20", "0.018"],
  ["0.0052", "0.01", "50", "0.0228"],
  ["0.019", "0", "0", "0.019"],
  ["0.0087", "0.001", "15", "0.011155"],
])("V6: (%s + %s) + %s %% = %s", (cost, fixed, percent, sold) => {
  expect(formatRate(markUp(rate(cost), markup(fixed, percent)))).toBe(sold);
});

test("U1: without a markup a rate of ten places is sold as it is bought, to the last place", () => {
  expect(formatRate(markUp(rate("0.019"), noMarkup))).toBe("0.019");
  fc.assert(fc.property(anyRate, (value) => markUp((value / 100n) * 100n, noMarkup) === (value / 100n) * 100n));
});

test("a derived rate is the exact product rounded half-up at ten places, once", () => {
  fc.assert(
    fc.property(anyRate, anyRate, anyPercent, (cost, fixed, percent) => {
      const sold = markUp(cost, { fixed, percent });
      // As fractions over 12 places × 1,000,000: how far the kept value lies from the exact one.
      const distance = sold * 1_000_000n - (cost + fixed) * (1_000_000n + percent);
      const half = 50n * 1_000_000n;
      return sold % 100n === 0n && distance <= half && distance > -half;
    }),
  );
});

test("a connect fee takes the percentage and not the amount a minute", () => {
  expect(formatRate(markUpOnce(rate("0.05"), markup("0.01", "20")))).toBe("0.06");
});

test("what is paid in another currency is exchanged before the markup, with one rounding for both", () => {
  expect(formatRate(markUp(rate("0.01"), markup("0.001", "20"), rate("1.15")))).toBe("0.015");
  const third = rate("0.333333333333");
  expect(formatRate(markUp(rate("0.00000001"), markup("0", "50"), third))).toBe("0.000000005");
  expect(formatRate(markUp(rate("0.0000000003"), markup("0", "50"), third))).toBe("0.0000000001");
});
