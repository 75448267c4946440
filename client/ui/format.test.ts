import { expect, test } from "vitest";
import { formatDate, formatDuration, formatMoney, formatRelative, formatTime, roundedMoney } from "./format.ts";

test("money keeps every digit, in the places of its currency at least", () => {
  expect(formatMoney("15.00", "GBP", "en-GB")).toBe("£15.00");
  expect(formatMoney("0.0036", "GBP", "en-GB")).toBe("£0.0036");
  expect(formatMoney("999999999999.123456", "GBP", "en-GB")).toBe("£999,999,999,999.123456");
  expect(formatMoney("-18.00", "GBP", "en-GB")).toBe("\u2212£18.00");
  expect(formatMoney("1500", "JPY", "en-GB")).toBe("JP¥1,500");
  expect(formatMoney("15.00", "EUR", "de-DE")).toBe("15,00\u00a0€");
});

test("a figure to be taken in has its currency's places, halves away from zero, and nothing is never less than nothing", () => {
  expect(roundedMoney("-18.106904", "GBP", "en-GB")).toBe("\u2212£18.11");
  expect(roundedMoney("0.005", "GBP", "en-GB")).toBe("£0.01");
  expect(roundedMoney("-0.004", "GBP", "en-GB")).toBe("£0.00");
  expect(roundedMoney("1499.5", "JPY", "en-GB")).toBe("JP¥1,500");
});

test("a day stays the same day in every time zone", () => {
  expect(formatDate("2026-12-21", "en-GB", { timeZone: "America/Los_Angeles" })).toBe("21 Dec 2026");
  expect(formatDate("2026-11-22T00:30:00Z", "en-GB", { timeZone: "America/Sao_Paulo", weekday: "short" })).toBe(
    "Sat, 21 Nov 2026",
  );
});

test("times follow the zone they are asked for", () => {
  expect(formatTime("2026-11-21T12:05:02Z", "en-GB", { timeZone: "UTC", seconds: true })).toBe("12:05:02");
  expect(formatTime("2026-11-21T12:05:02Z", "en-GB", { timeZone: "Europe/Berlin" })).toBe("13:05");
});

test("durations are short below a minute, a clock above, and days and hours past a day", () => {
  expect(formatDuration(234, "en-GB")).toBe("0.2\u00a0s");
  expect(formatDuration(31_400, "en-GB")).toBe("31\u00a0s");
  expect(formatDuration(59_960, "en-GB")).toBe("1:00");
  expect(formatDuration(76_000, "en-GB")).toBe("1:16");
  expect(formatDuration(19_900, "en-GB", "clock")).toBe("0:19");
  expect(formatDuration(3_723_000, "en-GB")).toBe("1:02:03");
  expect(formatDuration(153_963_000, "en-GB")).toBe("1 day 19 hrs");
  expect(formatDuration(153_963_000, "en-GB", "clock")).toBe("1 day 19 hrs");
  expect(formatDuration(153_963_000, "fr")).toBe("1\u202fj 19\u202fh");
});

test("relative times count whole units", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(formatRelative("2026-11-22T11:55:00Z", now, "en-GB")).toBe("5 min ago");
  expect(formatRelative("2026-11-21T11:00:00Z", now, "en-GB")).toBe("yesterday");
  expect(formatRelative("2026-11-22T11:59:50Z", now, "en-GB")).toBe("now");
});
