import { expect, test } from "vitest";
import { demoCalls } from "./calls.ts";
import { demoRates } from "./rates.ts";
import { demoWorld } from "./world.ts";

const now = new Date("2026-11-21T12:00:00Z");
const world = demoWorld(now);
const calls = demoCalls(world);

test("the demo's calls are the same at every start, in the order of time, and each has a name of its own", () => {
  expect(demoCalls(demoWorld(now))).toEqual(calls);
  expect(new Set(calls.map(({ key }) => key)).size).toBe(calls.length);
  expect(calls.length).toBeGreaterThan(400);
  expect(calls.length).toBeLessThan(1_500);
});

test("nobody calls before the line was there, before there are rates, or after now", () => {
  const services = new Map(world.services.map((each) => [each.id, each]));
  const from = demoRates(now).deck.effectiveFrom;
  const wrong = calls.filter(({ serviceId, startedAt, endedAt }) => {
    return startedAt <= services.get(serviceId)!.createdAt || startedAt < from || endedAt >= now;
  });
  expect(wrong).toEqual([]);
});

test("every number that is called has a rate", () => {
  const prefixes = demoRates(now).deck.rates.flatMap(({ prefix, isBlocked }) => (isBlocked ? [] : [prefix]));
  const without = calls.filter(({ called }) => !prefixes.some((prefix) => called.startsWith(prefix)));
  expect(without.map(({ called }) => called)).toEqual([]);
});
