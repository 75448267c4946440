import fc from "fast-check";
import { expect, test } from "vitest";
import { cadencedSeconds, cadenceOf, formatCadence, parseCadence } from "./cadence.ts";

const counted = (seconds: number, cadence: string) => cadencedSeconds(seconds, parseCadence(cadence)!);
const part = (min: number) => fc.integer({ min, max: 3_600 });
const anyCadence = fc.record({ first: part(1), step: part(1), grace: part(0) });

test("a cadence is read and written as people in the trade do", () => {
  expect(parseCadence("30/6/3")).toEqual({ first: 30, step: 6, grace: 3 });
  expect(parseCadence("60/60")).toEqual({ first: 60, step: 60, grace: 0 });
  expect(["30/6/3", "60/60/0"].map((text) => formatCadence(parseCadence(text)!))).toEqual(["30/6/3", "60/60"]);
  fc.assert(
    fc.property(anyCadence, (cadence) => {
      const text = formatCadence(cadence);
      expect(formatCadence(parseCadence(text)!)).toBe(text);
    }),
  );
});

test("what nobody counts by is no cadence", () => {
  expect(["", "60", "0/6", "6/0", "6/6/6/6", "-6/6", "6/6/x", "3601/6", "6 / 6"].filter(parseCadence)).toEqual([]);
  expect(cadenceOf(1.5, 6, 0)).toBeNull();
});

test("X7: a pulse of 60 is 60/60 without grace", () => {
  expect([1, 60, 61].map((seconds) => counted(seconds, "60/60/0"))).toEqual([60, 60, 120]);
  expect(counted(61, "6/6")).toBe(66);
});

test("a call within the grace counts nothing, one second more the whole first part", () => {
  expect([0, 3, 4, 30, 31, 36, 37].map((seconds) => counted(seconds, "30/6/3"))).toEqual([0, 0, 30, 30, 36, 36, 42]);
});

test("a longer call never counts less, and past the grace never less than it lasted nor a step more", () => {
  fc.assert(
    fc.property(anyCadence, fc.integer({ min: 0, max: 100_000 }), (cadence, seconds) => {
      const now = cadencedSeconds(seconds, cadence);
      const { first, step, grace } = cadence;
      expect(cadencedSeconds(seconds + 1, cadence)).toBeGreaterThanOrEqual(now);
      if (seconds > grace) {
        expect(now).toBeGreaterThanOrEqual(seconds);
        expect(now).toBeLessThan(Math.max(first + 1, seconds + step));
      }
    }),
  );
});
