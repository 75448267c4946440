import { expect, test } from "vitest";
import { decimalOf, parseMoney } from "./money.ts";
import { askedAmounts, belowCost, exchanged, markUpAmount, type OfferingAmounts } from "./offering-price.ts";
import { parsePercent, parseRate } from "./rate.ts";

const gbp = (text: string | null) => (text === null ? null : parseMoney(text, "GBP"));
const amounts = (setup: string | null, recurring: string | null, oneOff: string | null = null): OfferingAmounts => ({
  setup: gbp(setup),
  recurring: gbp(recurring),
  oneOff: gbp(oneOff),
});
const by = (fixed: string, percent: string, exchangeRate: string | null = null) => ({
  markup: { fixedMicros: parseMoney(fixed, "GBP").micros, percent: parsePercent(percent)! },
  exchangeRate: exchangeRate === null ? null : parseRate(exchangeRate),
});
const said = (asked: OfferingAmounts | undefined) =>
  [asked?.setup, asked?.recurring, asked?.oneOff].map((amount) => (amount == null ? null : decimalOf(amount)));

test.each([
  ["0.01", "0", "20", "0.012"],
  ["0.01", "0.005", "20", "0.018"],
  ["0.0052", "0.01", "50", "0.0228"],
  ["0.019", "0", "0", "0.019"],
  ["0.0087", "0.001", "15", "0.011155"],
])("V6: (%s + %s) + %s %% = %s, for what is not a call too", (cost, fixed, percent, price) => {
  const put = by(fixed, percent).markup;
  expect(markUpAmount(parseMoney(cost, "GBP").micros, put)).toBe(parseMoney(price, "GBP").micros);
});

test("X6: the price of an offering compounds tier by tier", () => {
  let paid = amounts("1.00", "10.00");
  const through = ["20", "25", "10"].map((percent) => {
    const asked = askedAmounts(paid, null, by("0", percent), "GBP")!;
    paid = asked.amounts;
    return said(asked.amounts);
  });
  expect(through).toEqual([
    ["1.20", "12.00", null],
    ["1.50", "15.00", null],
    ["1.65", "16.50", null],
  ]);
});

test("V4: a fixed amount is put on what recurs and what is paid once, a setup fee takes the percentage alone", () => {
  const asked = askedAmounts(amounts("1.00", "5.00", "2.00"), null, by("0.50", "10"), "GBP");
  expect(asked).toMatchObject({ rule: "MARKUP" });
  expect(said(asked?.amounts)).toEqual(["1.10", "6.05", "2.75"]);
});

test("V7: an own price replaces the formula as a whole", () => {
  const asked = askedAmounts(amounts("1.00", "5.00"), amounts(null, "5.50"), by("1", "20"), "GBP");
  expect(asked?.rule).toBe("OWN_PRICE");
  expect(said(asked?.amounts)).toEqual([null, "5.50", null]);
  expect(askedAmounts(null, amounts(null, "5.50"), by("0", "0"), "GBP")?.rule).toBe("OWN_PRICE");
});

test("what is paid in another currency is exchanged once, before the markup; without a rate there is no price", () => {
  const euros = { setup: null, recurring: parseMoney("10.00", "EUR"), oneOff: null };
  expect(said(askedAmounts(euros, null, by("1", "20", "0.85"), "GBP")?.amounts)).toEqual([null, "11.40", null]);
  expect(askedAmounts(euros, null, by("1", "20"), "GBP")).toBeNull();
  expect(said(exchanged(euros, parseRate("0.85"), "GBP") ?? undefined)).toEqual([null, "8.50", null]);
  expect(exchanged(euros, null, "GBP")).toBeNull();
  expect(exchanged(amounts(null, "1"), null, "GBP")).toEqual(amounts(null, "1"));
});

test("BX4: what recurs or is paid once may not be below its cost, equal is not; a setup fee may be given away", () => {
  expect(belowCost(amounts("0.00", "4.999999"), amounts("1.00", "5.00"))).toEqual(["recurring"]);
  expect(belowCost(amounts("0.00", "5.00"), amounts("1.00", "5.00"))).toEqual([]);
  expect(belowCost(amounts(null, null, "1.99"), amounts(null, null, "2.00"))).toEqual(["oneOff"]);
  expect(belowCost({ ...amounts(null, null), recurring: parseMoney("1", "EUR") }, amounts(null, "5"))).toEqual([]);
});

test("nothing to reckon with gives no price", () => {
  expect(askedAmounts(null, null, by("1", "20"), "GBP")).toBeNull();
  expect(askedAmounts(amounts(null, null), null, by("1", "20"), "GBP")).toBeNull();
});
