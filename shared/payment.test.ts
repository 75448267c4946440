import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTopUpAmounts, paymentMoves, paymentStates, settledPaymentStates, topUpAmountsMax } from "./payment.ts";

test.each([
  ["10,25,50", [10, 25, 50]],
  ["10, 25,10", [10, 25]],
  ["100000", [100_000]],
  [" 5 ", [5]],
])("V20: %j are the amounts %j", (text, amounts) => {
  expect(parseTopUpAmounts(text)).toEqual({ amounts });
});

test.each([
  ["10.50,20", "10.50"],
  ["0", "0"],
  ["-5", "-5"],
  ["", ""],
  ["10,,20", ""],
  ["10 20", "10 20"],
  ["1e3", "1e3"],
  ["100001", "100001"],
  ["007", "007"],
  ["٥", "٥"],
])("V20: of %j the part %j is no amount", (text, wrong) => {
  expect(parseTopUpAmounts(text)).toEqual({ wrong });
});

test("V20: more amounts than people choose from are refused as a whole", () => {
  const many = Array.from({ length: topUpAmountsMax + 1 }, (_, index) => index + 1).join(",");
  expect(parseTopUpAmounts(many)).toEqual({ wrong: many });
});

test("V20: whatever is typed, the amounts are whole, more than nothing and all different", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { amounts = [] } = parseTopUpAmounts(text);
      expect(new Set(amounts).size).toBe(amounts.length);
      expect(amounts.every((amount) => Number.isInteger(amount) && amount > 0)).toBe(true);
    }),
  );
});

test("whatever became of a payment, money that arrives completes it, and what is completed is only given back", () => {
  for (const state of paymentStates) {
    const isOver = state === "COMPLETED" || state === "REFUNDED";
    expect([state, paymentMoves[state].includes("COMPLETED")]).toEqual([state, !isOver]);
  }
  expect(paymentMoves.COMPLETED).toEqual(["REFUNDED"]);
  expect(paymentStates.filter((state) => !settledPaymentStates.has(state))).toEqual([
    "STARTED",
    "WAITING",
    "AUTHORISED",
    "CAPTURING",
    "VOIDING",
    "PENDING",
  ]);
});
