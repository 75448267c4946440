import { expect, test } from "vitest";
import { demoStock } from "./stock.ts";
import { demoWorld } from "./world.ts";

const now = new Date("2026-11-21T12:00:00Z");
const { items, orders, runs } = demoWorld(now);

test("history changes items, but neither adds nor loses one", () => {
  expect(items.map(({ id }) => id)).toEqual(demoStock(now).map(({ id }) => id));
});

test("orders and runs come in order of time", () => {
  const isSorted = (moments: readonly Date[]) =>
    moments.every((at, index) => index === 0 || at >= (moments[index - 1] ?? at));
  expect(isSorted(orders.map(({ placedAt }) => placedAt))).toBe(true);
  expect(isSorted(runs.map(({ queuedAt }) => queuedAt))).toBe(true);
});
