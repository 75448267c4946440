import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterDecline,
  areRetryDays,
  cardRetriesMax,
  cardRetryDayMax,
  cardRetryDaysDefault,
  untried,
} from "./card-retries.ts";

const zone = "Europe/London";
const at = (text: string) => new Date(text);

test("O23: a card that says no is tried 1, 3, 5 and 7 days after, and then not any more", () => {
  const tries: string[] = [];
  let card = untried;
  for (let now: Date | null = at("2026-12-21T00:00:02Z"); now !== null; now = card.retryAt) {
    tries.push(now.toISOString());
    card = afterDecline(card, cardRetryDaysDefault, now, zone);
  }
  expect(tries).toEqual([
    "2026-12-21T00:00:02.000Z",
    "2026-12-22T00:01:00.000Z",
    "2026-12-24T00:01:00.000Z",
    "2026-12-26T00:01:00.000Z",
    "2026-12-28T00:01:00.000Z",
  ]);
  expect(card).toEqual({ declines: 5, retryAt: null, failedAt: at("2026-12-28T00:01:00Z") });
  expect(afterDecline(card, cardRetryDaysDefault, at("2027-01-01T00:00:00Z"), zone)).toBe(card);
});

test("a day's second no is the same as its first", () => {
  const once = afterDecline(untried, cardRetryDaysDefault, at("2026-12-21T00:00:02Z"), zone);
  expect(afterDecline(once, cardRetryDaysDefault, at("2026-12-21T18:00:00Z"), zone)).toBe(once);
});

test("whoever lets no card be tried again has it failed at once", () => {
  const now = at("2026-12-21T00:00:00Z");
  expect(afterDecline(untried, [], now, zone)).toEqual({ declines: 1, retryAt: null, failedAt: now });
});

const someDays = fc
  .uniqueArray(fc.integer({ min: 1, max: cardRetryDayMax }), { maxLength: cardRetriesMax })
  .map((days) => days.toSorted((a, b) => a - b));
const zones = fc.constantFrom("Europe/London", "Asia/Kolkata", "America/Toronto", "Pacific/Apia", "America/Sao_Paulo");

test("whatever the days, the zone and how late it is looked at, tries come to an end, later each time, one more than the days", () => {
  const lateness = fc.integer({ min: 0, max: 40 * 3_600_000 });
  fc.assert(
    fc.property(someDays, zones, fc.array(lateness, { minLength: 9, maxLength: 9 }), (days, ofZone, late) => {
      expect(areRetryDays(days)).toBe(true);
      let card = untried;
      let now = at("2026-03-27T12:00:00Z");
      let tries = 0;
      for (;;) {
        card = afterDecline(card, days, now, ofZone);
        tries += 1;
        if (card.retryAt === null) break;
        expect(card.retryAt.getTime()).toBeGreaterThan(now.getTime());
        now = new Date(card.retryAt.getTime() + (late[tries] ?? 0));
      }
      expect([tries, card.failedAt]).toEqual([days.length + 1, now]);
    }),
  );
});

test.each([[[2, 2]], [[0]], [[3, 1]], [[1.5]], [[61]], [[1, 2, 3, 4, 5, 6, 7, 8, 9]]])(
  "%j are no days of tries",
  (days) => {
    expect(areRetryDays(days)).toBe(false);
  },
);
