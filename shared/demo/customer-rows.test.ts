import { expect, test } from "vitest";
import { customerRows } from "./customer-rows.ts";

test("a number is given once within a reseller", () => {
  const numbers = customerRows.map(({ reseller, number }) => `${reseller} ${number}`);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("nearly everybody is active", () => {
  const others = customerRows.flatMap(({ more }) => more?.state ?? []);
  expect(others.toSorted()).toEqual(["DEACTIVATED", "SUSPENDED", "WAITING"]);
});
