import { expect, test } from "vitest";
import { sumMoney } from "../money.ts";
import { demoWorld } from "./world.ts";

const { orders, runs, customers } = demoWorld(new Date("2026-11-21T12:00:00Z"));

test("an order is as far as its run", () => {
  const runState = new Map(runs.map(({ id, state }) => [id, state]));
  const pairs = new Set(orders.map(({ state, runId }) => `${runState.get(runId)} ${state}`));
  expect([...pairs].toSorted()).toEqual([
    "CANCELLED CANCELLED",
    "FAILED FAILED",
    "ROLLED_BACK CANCELLED",
    "SUCCEEDED COMPLETED",
    "SUCCEEDED_WITH_WARNINGS COMPLETED",
    "WAITING IN_PROGRESS",
  ]);
});

test("what is due is the sum of its lines", () => {
  for (const { lines, dueToday } of orders) {
    expect(
      sumMoney(
        lines.map(({ amount }) => amount),
        dueToday.currency,
      ),
    ).toEqual(dueToday);
  }
});

test("O37: only businesses name a billing contact and a purchase order", () => {
  const individuals = new Set(customers.filter(({ kind }) => kind === "INDIVIDUAL").map(({ id }) => id));
  const ofIndividuals = orders.filter(({ customerId }) => individuals.has(customerId));
  expect(ofIndividuals.filter((order) => order.billingContactId ?? order.purchaseOrderNumber)).toEqual([]);
  expect(orders.filter(({ purchaseOrderNumber }) => purchaseOrderNumber === "PO-2025-001234").length).toBe(1);
});

test("O13: an order can be undone for fifteen minutes", () => {
  expect(
    orders.every(({ placedAt, undoableUntil }) => undoableUntil.getTime() - placedAt.getTime() === 15 * 60_000),
  ).toBe(true);
});
