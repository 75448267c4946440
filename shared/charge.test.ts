import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, compareDates, daysBetween, periodStart } from "./billing-period.ts";
import { chargeMicros, dueUntil, formulaOf, lastDayOf, nextDue, periodAround, type Recurrence } from "./charge.ts";

const pounds = (units: number) => BigInt(Math.round(units * 100)) * 10_000n;
const price = (units: number) => ({ priceMicros: pounds(units), rule: "RETAIL", source: null });

const monthly: Recurrence = {
  anchor: "2026-11-21",
  intervalMonths: 1,
  timing: "ADVANCE",
  nextFrom: "2026-11-21",
  endsOn: null,
};

test("O23: from 21 November on, the second month is due on 21 December and the third on 21 January", () => {
  const dueOn = (nextFrom: string) => nextDue({ ...monthly, nextFrom })?.dueOn;
  expect([dueOn("2026-11-21"), dueOn("2026-12-21"), dueOn("2027-01-21")]).toEqual([
    "2026-11-21",
    "2026-12-21",
    "2027-01-21",
  ]);
  expect(lastDayOf(nextDue(monthly)!)).toBe("2026-12-20");
  expect(nextDue({ ...monthly, nextFrom: "2026-12-21", endsOn: "2026-12-21" })).toBeNull();
});

test("A-V15: an anchor on the 31st falls on the last day of shorter months and is kept", () => {
  const from = { ...monthly, anchor: "2027-01-31", nextFrom: "2027-01-31" };
  const { periods } = dueUntil(from, "2027-04-30", 10);
  expect(periods.map((each) => each.from)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  expect(periods.every(({ days, ofDays }) => days === ofDays)).toBe(true);
});

test("CX15: 12.00 a month in arrears from 21 to 30 November is 4.00 on 1 December", () => {
  const due = nextDue({ ...monthly, anchor: "2026-11-01", timing: "ARREARS" })!;
  expect(due).toEqual({ from: "2026-11-21", until: "2026-12-01", days: 10, ofDays: 30, dueOn: "2026-12-01" });
  expect(chargeMicros(formulaOf(price(12), due))).toBe(pounds(4));
});

test("A-B8: 49.90 from 21 November to a cycle that begins on the 15th is 24 of 30 days: 39.92", () => {
  const due = nextDue({ ...monthly, anchor: "2026-12-15" })!;
  expect([due.days, due.ofDays, due.until]).toEqual([24, 30, "2026-12-15"]);
  expect(chargeMicros(formulaOf(price(49.9), due))).toBe(pounds(39.92));
});

test("rel-D8: after an outage three missed periods are charged, what is more waits for a person", () => {
  const missed = dueUntil(monthly, "2027-03-21");
  expect(missed.periods.map(({ from }) => from)).toEqual(["2026-11-21", "2026-12-21", "2027-01-21"]);
  expect([missed.isHeld, missed.next?.from]).toEqual([true, "2027-02-21"]);
  expect(dueUntil(monthly, "2027-02-20").isHeld).toBe(false);
});

test("a price for part of a period is multiplied before it is divided, and rounded once away from zero", () => {
  const part = { priceMicros: "10000000", days: 1, ofDays: 3, rule: "RETAIL", source: null };
  expect(chargeMicros(part)).toBe(3_333_333n);
  expect(chargeMicros({ ...part, days: 2 })).toBe(6_666_667n);
  expect(chargeMicros({ ...part, priceMicros: "-10000000", days: 2 })).toBe(-6_666_667n);
});

const anyDay = fc.integer({ min: 0, max: 15_000 }).map((days) => addDays("1999-12-31", days));
const anyMonths = fc.constantFrom(1, 2, 3, 6, 12, 24);

test("every day belongs to exactly one period, before the anchor too", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyMonths, (anchor, day, months) => {
      const { from, until } = periodAround(anchor, months, day);
      expect(compareDates(from, day)).toBeLessThanOrEqual(0);
      expect(compareDates(day, until)).toBe(-1);
      expect(periodAround(anchor, months, addDays(until, -1))).toEqual({ from, until });
      expect(periodAround(anchor, months, until).from).toBe(until);
    }),
    { numRuns: 2_000 },
  );
});

test("whatever the times at which one looks, each day is charged once, and all parts of a period are its days", () => {
  const looks = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      anyDay,
      anyDay,
      anyMonths,
      fc.constantFrom("ADVANCE", "ARREARS"),
      looks,
      (anchor, start, months, timing, gaps) => {
        const end = addDays(start, 900);
        let recurrence: Recurrence = { anchor, intervalMonths: months, timing, nextFrom: start, endsOn: end };
        const charged: { from: string; until: string }[] = [];
        let today = start;
        for (const gap of [...gaps, 2_000, 2_000]) {
          today = addDays(today, gap);
          const { periods } = dueUntil(recurrence, today, 1_000);
          charged.push(...periods);
          recurrence = { ...recurrence, nextFrom: periods.at(-1)?.until ?? recurrence.nextFrom };
        }
        expect(charged[0]?.from).toBe(start);
        expect(charged.at(-1)?.until).toBe(end);
        charged.slice(1).forEach(({ from }, index) => expect(from).toBe(charged[index]!.until));
        expect(charged.reduce((days, { from, until }) => days + daysBetween(from, until), 0)).toBe(900);
      },
    ),
    { numRuns: 500 },
  );
});

test("parts of a period never come to more than a millionth each beside its price", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      anyDay,
      fc.integer({ min: 1, max: 27 }),
      (micros, anchor, split) => {
        const until = periodStart(anchor, 1);
        const ofDays = daysBetween(anchor, until);
        const part = (days: number) =>
          chargeMicros({ priceMicros: String(micros), days, ofDays, rule: "RETAIL", source: null });
        const difference = part(split) + part(ofDays - split) - micros;
        expect(difference >= -1n && difference <= 1n).toBe(true);
      },
    ),
  );
});
