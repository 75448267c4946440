import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMoney,
  compareMoney,
  decimalOf,
  isZeroMoney,
  minorDigits,
  money,
  multiplyMoney,
  parseMoney,
  ratioPercent,
  subtractMoney,
  sumMoney,
  tryParseMoney,
} from "./money.ts";

const pounds = (text: string) => parseMoney(text, "GBP");
const anyMicros = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });

test("an amount is read exactly, to the millionth", () => {
  expect(pounds("15.00")).toEqual({ micros: 15_000_000n, currency: "GBP" });
  expect(pounds("0.0036").micros).toBe(3600n);
  expect(pounds("-0.000001").micros).toBe(-1n);
  expect(pounds("999999999999.999999").micros).toBe(999_999_999_999_999_999n);
});

test("what is not a plain decimal is refused, and the refusal shows how to write it", () => {
  const wrong = [
    "",
    " 1",
    "1,50",
    "1.",
    ".5",
    "+1",
    "1e3",
    "0x10",
    "1.0000001",
    "1234567890123",
    "NaN",
    "--1",
    "١",
    "1\n",
  ];
  expect(wrong.filter((text) => tryParseMoney(text, "GBP") !== null)).toEqual([]);
  expect(() => pounds("1.0000001")).toThrow('"1.0000001" is not an amount: an amount is written like 15.00');
  expect(() => pounds("abc")).toThrow(RangeError);
});

test("a currency is three capital letters", () => {
  for (const text of ["gbp", "EURO", "1EUR"]) expect(() => money(1n, text)).toThrow(RangeError);
  expect(() => parseMoney("1", "")).toThrow(RangeError);
  expect(() => sumMoney([], "£")).toThrow(RangeError);
});

test("an amount is written exactly, with the currency's own places at least", () => {
  expect(decimalOf(pounds("15"))).toBe("15.00");
  expect(decimalOf(pounds("0.0036"))).toBe("0.0036");
  expect(decimalOf(pounds("-0.5"))).toBe("-0.50");
  expect(decimalOf(money(0n, "GBP"))).toBe("0.00");
  expect(decimalOf(parseMoney("1500", "JPY"))).toBe("1500");
  expect(decimalOf(parseMoney("0.5", "JPY"))).toBe("0.5");
  expect(decimalOf(parseMoney("1.5", "KWD"))).toBe("1.500");
});

test("what is written is read back the same", () => {
  fc.assert(
    fc.property(anyMicros, fc.constantFrom("GBP", "JPY", "KWD"), (micros, currency) => {
      expect(parseMoney(decimalOf(money(micros, currency)), currency)).toEqual({ micros, currency });
    }),
  );
});

test("amounts add, subtract, multiply and compare", () => {
  expect(decimalOf(addMoney(pounds("25.00"), pounds("40.00")))).toBe("65.00");
  expect(decimalOf(subtractMoney(pounds("0.00"), pounds("1.00")))).toBe("-1.00");
  expect(decimalOf(multiplyMoney(pounds("0.01"), 3n))).toBe("0.03");
  expect(decimalOf(sumMoney([pounds("0.1"), pounds("0.2")], "GBP"))).toBe("0.30");
  expect(decimalOf(sumMoney([], "GBP"))).toBe("0.00");
  expect([compareMoney(pounds("1"), pounds("2")), compareMoney(pounds("2"), pounds("2.00"))]).toEqual([-1, 0]);
  expect(compareMoney(pounds("2"), pounds("-2"))).toBe(1);
  expect([isZeroMoney(pounds("0.000000")), isZeroMoney(pounds("0.000001"))]).toEqual([true, false]);
});

test("currencies never mix", () => {
  const euro = parseMoney("1.00", "EUR");
  for (const mix of [addMoney, subtractMoney, compareMoney, ratioPercent]) {
    expect(() => mix(pounds("1.00"), euro)).toThrow("Cannot mix EUR with GBP.");
  }
  expect(() => sumMoney([pounds("1.00"), euro], "GBP")).toThrow("Cannot mix EUR with GBP.");
});

test("OX1: a margin of 10.00 on 15.00 is 66.67 per cent", () => {
  expect(ratioPercent(pounds("10.00"), pounds("15.00"))).toBe("66.67");
});

test("a percentage is rounded half-up at two places, a negative one as its mirror", () => {
  expect(ratioPercent(pounds("0.00005"), pounds("1"))).toBe("0.01");
  expect(ratioPercent(pounds("0.000049"), pounds("1"))).toBe("0.00");
  expect(ratioPercent(pounds("-0.00005"), pounds("1"))).toBe("-0.01");
  expect(ratioPercent(pounds("1"), pounds("-3"))).toBe("-33.33");
  expect(ratioPercent(pounds("1.00"), pounds("0.00"))).toBeNull();
});

test("the places of a currency's smaller unit are those of ISO 4217", () => {
  expect(["GBP", "JPY", "KWD", "CLF"].map(minorDigits)).toEqual([2, 0, 3, 4]);
});
