import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  dateInZone,
  isDate,
  periodStart,
  startOfDayInZone,
} from "./billing-period.ts";

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
const someZones = [
  "Europe/London",
  "Europe/Paris",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "America/Havana",
  "Asia/Kolkata",
];

test("a date is a day of the calendar", () => {
  expect(isDate("2028-02-29")).toBe(true);
  for (const text of ["2027-02-29", "2026-13-01", "2026-1-1", "21/11/2026", "", "2026-11-21T00:00:00Z"]) {
    expect(isDate(text)).toBe(false);
  }
  expect(() => addDays("yesterday", 1)).toThrow(RangeError);
  expect(() => compareDates("2026-99-99", "2026-01-01")).toThrow(RangeError);
});

test("a month later is the same day, or the last one of a shorter month", () => {
  expect(addMonths("2026-11-21", 1)).toBe("2026-12-21");
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-01-31", -2)).toBe("2025-11-30");
  expect(addMonths("2026-12-31", 12)).toBe("2027-12-31");
});

test("periods are counted from the anchor and do not lose its day", () => {
  const starts = [0, 1, 2, 3].map((n) => periodStart("2027-01-31", n));
  expect(starts).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  expect(periodStart("2026-11-30", 1, 3)).toBe("2027-02-28");
});

test("days are added and compared", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect([compareDates("2026-01-01", "2026-01-02"), compareDates("2026-01-02", "2026-01-02")]).toEqual([-1, 0]);
  expect(compareDates("2027-01-01", "2026-12-31")).toBe(1);
});

test("which day it is depends on the zone", () => {
  const instant = new Date("2026-11-21T23:30:00Z");
  expect(dateInZone(instant, "Europe/London")).toBe("2026-11-21");
  expect(dateInZone(instant, "Europe/Paris")).toBe("2026-11-22");
  expect(dateInZone(instant, "America/Sao_Paulo")).toBe("2026-11-21");
});

test("a day starts at its own midnight, in summer as in winter", () => {
  expect(startOfDayInZone("2026-12-21", "Europe/London")).toEqual(new Date("2026-12-21T00:00:00Z"));
  expect(startOfDayInZone("2026-07-21", "Europe/London")).toEqual(new Date("2026-07-20T23:00:00Z"));
  expect(startOfDayInZone("2026-11-21", "Asia/Kolkata")).toEqual(new Date("2026-11-20T18:30:00Z"));
});

test("where the clocks change at midnight, the day starts at its first instant", () => {
  expect(startOfDayInZone("2018-11-04", "America/Sao_Paulo")).toEqual(new Date("2018-11-04T03:00:00Z"));
  expect(startOfDayInZone("2018-02-18", "America/Sao_Paulo")).toEqual(new Date("2018-02-18T03:00:00Z"));
  expect(startOfDayInZone("2026-11-01", "America/Havana")).toEqual(new Date("2026-11-01T04:00:00Z"));
  expect(startOfDayInZone("2011-12-30", "Pacific/Apia")).toEqual(new Date("2011-12-30T10:00:00Z"));
});

test("the start of a day is its first millisecond everywhere", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...someZones), (day, zone) => {
      const start = startOfDayInZone(day, zone);
      expect(dateInZone(start, zone)).toBe(day);
      expect(dateInZone(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
    }),
    { numRuns: 2_000 },
  );
});
