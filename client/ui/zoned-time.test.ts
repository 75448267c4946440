import { expect, test } from "vitest";
import { instantOf, shownAt, startOfDay } from "./zoned-time.ts";

test("a day begins where its time zone has midnight, also where the clocks change", () => {
  expect(startOfDay("2026-10-25", "Europe/London")).toBe("2026-10-24T23:00:00.000Z");
  expect(startOfDay("2026-10-25", "Europe/London", 1)).toBe("2026-10-26T00:00:00.000Z");
  expect(startOfDay("2026-01-01", "Asia/Kolkata")).toBe("2025-12-31T18:30:00.000Z");
  expect(startOfDay("yesterday", "UTC")).toBeNull();
});

test("a time is that of the clocks in the time zone, before and after they change", () => {
  expect(instantOf("2026-11-22T14:30", "Europe/London")).toBe("2026-11-22T14:30:00.000Z");
  expect(instantOf("2026-07-22T14:30", "Europe/London")).toBe("2026-07-22T13:30:00.000Z");
  expect(instantOf("2026-10-25T03:30", "Europe/Berlin")).toBe("2026-10-25T02:30:00.000Z");
  expect(instantOf("2026-11-22", "UTC")).toBeNull();
  expect(shownAt(Date.parse("2026-07-22T13:30:09.412Z"), "Europe/London")).toBe("2026-07-22T14:30");
  expect(shownAt(Date.parse("2026-11-22T20:00:00Z"), "Asia/Kolkata")).toBe("2026-11-23T01:30");
});
