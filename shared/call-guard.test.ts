import fc from "fast-check";
import { expect, test } from "vitest";
import { beyond, isRaised, ordinaryLimits, stricterOf, type CallLimits } from "./call-guard.ts";
import { destinationClasses } from "./destination-class.ts";

const count = fc.option(fc.integer({ min: 0, max: 9 }), { nil: null });
const amount = fc.option(fc.bigInt({ min: 0n, max: 9n }), { nil: null });
const limits: fc.Arbitrary<CallLimits> = fc.record({
  openClasses: fc.subarray([...destinationClasses]),
  parallelCalls: count,
  callsPerMinute: count,
  longestSeconds: count,
  dearestRate: amount,
  dailyMicros: amount,
  monthlyMicros: amount,
});

test("D16: what two allow is never looser than either, and nothing is stricter than it need be", () => {
  fc.assert(
    fc.property(limits, limits, (one, other) => {
      const both = stricterOf(one, other);
      expect(isRaised(both, one)).toBe(false);
      expect(isRaised(both, other)).toBe(false);
      expect(both).toEqual(stricterOf(other, one));
      if (!isRaised(one, other)) expect(both).toEqual(one);
    }),
  );
});

test("D16: a child goes beyond its parent by what it names alone; what it leaves open is the parent's to limit", () => {
  fc.assert(
    fc.property(limits, limits, (child, parent) => {
      const kept = stricterOf(child, parent);
      expect(beyond(kept, parent)).toEqual({ classes: [], names: [] });
    }),
  );
  const child = { ...ordinaryLimits, parallelCalls: 5, dailyMicros: 7n, openClasses: ["EU", "PREMIUM"] as const };
  expect(beyond(child, { ...ordinaryLimits, parallelCalls: 4 })).toEqual({
    classes: ["PREMIUM"],
    names: ["parallelCalls"],
  });
  expect(beyond(ordinaryLimits, { ...ordinaryLimits, parallelCalls: 4 }).names).toEqual([]);
});

test("D16: premium numbers, satellites and what is risky are closed until somebody opens them", () => {
  expect(ordinaryLimits.openClasses).toEqual(["DOMESTIC", "EU", "WORLD"]);
  expect(isRaised({ ...ordinaryLimits, openClasses: [...destinationClasses] }, ordinaryLimits)).toBe(true);
  expect(isRaised({ ...ordinaryLimits, dailyMicros: 0n }, ordinaryLimits)).toBe(false);
});
