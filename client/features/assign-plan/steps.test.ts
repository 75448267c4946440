import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

const nothing = { hasProduct: false, hasCustomer: false, hasItems: false, hasRenewal: false };

test("O2: the stops are Product, Customer, Inventory, Renewal, Review, Progress and Done, and one is where we are", () => {
  const steps = stepsOf(nothing);
  expect(steps.map(({ key }) => key)).toEqual([
    "product",
    "customer",
    "inventory",
    "renewal",
    "review",
    "progress",
    "done",
  ]);
  expect(steps.filter(({ state }) => state === "current").map(({ key }) => key)).toEqual(["product"]);
});

test("O2, O14: what the product does not need is no stop", () => {
  const steps = stepsOf({ hasProduct: true, hasCustomer: true, hasItems: null, hasRenewal: null });
  expect(steps.map(({ key }) => key)).toEqual(["product", "customer", "review", "progress", "done"]);
  expect(steps.find(({ state }) => state === "current")?.key).toBe("review");
});

test("O15: without the required items the sale is not at its review", () => {
  const steps = stepsOf({ ...nothing, hasProduct: true, hasCustomer: true, hasRenewal: true });
  expect(steps.find(({ state }) => state === "current")?.key).toBe("inventory");
});
