import { expect, test } from "vitest";
import { markupFormula } from "./price-formula.ts";

const v6 = { buys: "0.01", fixed: "0", percent: 200_000n, sells: "0.012", exchangeRate: null };

test("V5: the formula is written as it is reckoned", () => {
  expect(markupFormula(v6)).toBe("(0.01 + 0) × 1.2 = 0.012");
  expect(markupFormula({ ...v6, percent: 0n })).toBe("(0.01 + 0) × 1 = 0.012");
  expect(markupFormula({ ...v6, percent: 12_501n })).toBe("(0.01 + 0) × 1.012501 = 0.012");
});

test("an exchange rate stands before the markup", () => {
  expect(markupFormula({ ...v6, exchangeRate: "0.85" })).toBe("(0.01 × 0.85 + 0) × 1.2 = 0.012");
});
