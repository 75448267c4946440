import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "./billing-period.ts";
import { chargeMicros, nextDue, type Recurrence } from "./charge.ts";
import { costUntil, givenBackOf, isCheaper, priceChangeOn } from "./plan-change.ts";

const monthly: Recurrence = {
  anchor: "2026-11-01",
  intervalMonths: 1,
  timing: "ADVANCE",
  nextFrom: "2026-12-01",
  endsOn: null,
};
const paid = { from: "2026-11-01", until: "2026-12-01", micros: 15_000_000n, rule: "RETAIL", source: null };

test("a plan is dearer or cheaper by what a month of it comes to", () => {
  expect(isCheaper({ micros: 120n, intervalMonths: 12 }, { micros: 11n, intervalMonths: 1 })).toBe(true);
  expect(isCheaper({ micros: 132n, intervalMonths: 12 }, { micros: 11n, intervalMonths: 1 })).toBe(false);
  expect(isCheaper({ micros: 10n, intervalMonths: 1 }, { micros: 132n, intervalMonths: 12 })).toBe(true);
});

test("from 15.00 to 24.00 a month on the 16th of November: 15 of 30 days are given back, 7.50, and asked for anew, 12.00", () => {
  const change = priceChangeOn("2026-11-16", [paid], { recurrence: monthly, micros: 24_000_000n });
  expect(change.from).toBe("2026-11-16");
  expect(change.givenBack.map(({ from, until, formula }) => [from, until, chargeMicros(formula)])).toEqual([
    ["2026-11-16", "2026-12-01", -7_500_000n],
  ]);
  expect(costUntil({ ...monthly, nextFrom: "2026-11-16" }, 24_000_000n, "2026-12-01")).toBe(12_000_000n);
});

test("what comes to less is asked for from the first day that is not paid for, and nothing is given back", () => {
  const change = priceChangeOn("2026-11-16", [paid], { recurrence: monthly, micros: 8_000_000n });
  expect(change).toEqual({ from: "2026-12-01", givenBack: [] });
});

test("what cost nothing, or is used up, gives nothing back; a whole period is given back whole", () => {
  expect(givenBackOf({ ...paid, micros: 0n }, "2026-11-16")).toBeNull();
  expect(givenBackOf(paid, "2026-12-01")).toBeNull();
  expect(givenBackOf(paid, "2026-11-01")?.formula).toMatchObject({ priceMicros: "-15000000", days: null });
});

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2024-01-01", days));
const price = fc.bigInt({ min: 0n, max: 1_000_000_000n });
const interval = fc.constantFrom(1, 3, 12);

test("whatever is changed to whatever on whatever day, nobody is owed more than is asked for instead, and what is left is never more than was paid", () => {
  fc.assert(
    fc.property(
      fc.record({ anchor: day, started: fc.integer({ min: 0, max: 400 }), on: fc.integer({ min: 0, max: 400 }) }),
      fc.record({ micros: price, intervalMonths: interval }),
      fc.record({ micros: price, intervalMonths: interval }),
      ({ anchor, started, on }, old, wanted) => {
        const before = { ...monthly, anchor, intervalMonths: old.intervalMonths, nextFrom: addDays(anchor, started) };
        const period = nextDue(before)!; // has no end
        const charged = { from: period.from, until: period.until, micros: old.micros, rule: "RETAIL", source: null };
        const today = addDays(period.from, on % daysBetween(period.from, period.until));
        const recurrence = { ...before, intervalMonths: wanted.intervalMonths, nextFrom: today };
        const change = priceChangeOn(today, [charged], { recurrence, micros: wanted.micros });
        const back = -change.givenBack.reduce((sum, { formula }) => sum + chargeMicros(formula), 0n);
        expect(back).toBeLessThanOrEqual(old.micros);
        if (change.from === period.until) expect(back).toBe(0n);
        else expect(costUntil(recurrence, wanted.micros, period.until)).toBeGreaterThanOrEqual(back);
      },
    ),
  );
});
