import { expect, test } from "vitest";
import { demoDeeds } from "./deeds.ts";

const now = new Date("2026-11-21T12:00:00Z");
const deeds = demoDeeds(now);
const acme = deeds.filter(({ row }) => row.reseller === "acme");

test("the next run of Acme is 456 and its next order 3107, as in the source's example", () => {
  expect(acme.at(-1)?.runNumber).toBe(455);
  expect(Math.max(...acme.map(({ order }) => order?.number ?? 0))).toBe(3106);
});

test("runs are numbered as they were started", () => {
  const runs = acme.map(({ runNumber }) => runNumber);
  expect(runs).toEqual(runs.map((_, index) => 455 - runs.length + 1 + index));
  expect(acme.every(({ at }, index) => index === 0 || at >= (acme[index - 1]?.at ?? at))).toBe(true);
});

test("nothing lies in the future, and ending a service is not ordered", () => {
  expect(deeds.filter(({ at }) => at >= now)).toEqual([]);
  expect(deeds.filter(({ kind, order }) => (kind === "TERMINATE") !== (order === null))).toEqual([]);
});

test("no two deeds share a run or an order", () => {
  const orders = deeds.flatMap(({ order }) => order?.id ?? []);
  expect(new Set(deeds.map(({ runId }) => runId)).size).toBe(deeds.length);
  expect(new Set(orders).size).toBe(orders.length);
});
