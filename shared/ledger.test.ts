import { expect, test } from "vitest";
import { ledgerAccountKinds, partsOfAccount } from "./ledger.ts";

test("an account whose limit is kept has one part, so that one lock decides; what a seller takes in has many", () => {
  expect(Object.keys(partsOfAccount).toSorted()).toEqual(ledgerAccountKinds.toSorted());
  expect(partsOfAccount.BILLING).toBe(1);
  expect([partsOfAccount.INCOME, partsOfAccount.PAYMENTS].every((parts) => parts > 1)).toBe(true);
});
