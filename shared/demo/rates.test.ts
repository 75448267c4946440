import { expect, test } from "vitest";
import type { RateRoute } from "../call-route.ts";
import { prefixTable } from "../prefix-table.ts";
import { demoRates } from "./rates.ts";

const now = new Date("2026-11-21T12:00:00Z");

test("the demo's deck has a few dozen prefixes, each once by a route, and a rate for every one", () => {
  const { rates } = demoRates(now).deck;
  expect(rates.length).toBeGreaterThan(40);
  const of = (wanted: RateRoute) => rates.flatMap(({ prefix, route }) => (route === wanted ? [prefix] : []));
  expect(() => prefixTable(of("ANY"))).not.toThrow();
  // Whatever is dearer by the better route has a usual one.
  expect(of("PREMIUM")).not.toEqual([]);
  expect(of("ANY")).toEqual(expect.arrayContaining(of("PREMIUM")));
  expect(rates.filter(({ ratePerMinute, destination }) => ratePerMinute === 0n || destination === "")).toEqual([]);
  expect(rates.filter(({ isBlocked }) => isBlocked).map(({ prefix }) => prefix)).toEqual(["882"]);
});

test("every reseller sells, one customer by a plan of its own, and who has another currency says what it is worth", () => {
  const { plans } = demoRates(now);
  expect(plans.filter(({ customerId }) => customerId === null).map(({ path }) => path)).toEqual([
    "r1.",
    "r1.r2.",
    "r1.r2.r3.",
    "r1.r2.r3.r5.",
    "r1.r2.r4.",
  ]);
  expect(plans.filter(({ customerId }) => customerId !== null)).toMatchObject([{ name: "Key accounts" }]);
  expect(plans.filter(({ exchangeRate }) => exchangeRate !== null)).toHaveLength(1);
  expect(plans.filter(({ markup }) => markup.percent === 0n)).toEqual([]);
});
