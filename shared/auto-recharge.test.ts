import fc from "fast-check";
import { expect, test } from "vitest";
import { afterAsking, afterHit, rechargeTimes, waiting, type RechargeDay } from "./auto-recharge.ts";

const zone = "Europe/London";
const at = (text: string) => new Date(text);
const fresh: RechargeDay = { hitOn: null, askedOn: null, toldOn: null, dueAt: null };

test("VX14: twice below the mark on a day is one charge and one mail, and the next look is at 00:01 of the next", () => {
  const now = at("2026-11-21T10:00:00Z");
  const first = afterHit(fresh, now, zone);
  expect([first.isTold, first.day.dueAt]).toEqual([false, now]);
  const asked = afterAsking(first.day, now, zone);
  expect(asked.dueAt).toBeNull();
  const second = afterHit(asked, at("2026-11-21T15:00:00Z"), zone);
  expect([second.isTold, second.day.dueAt]).toEqual([true, at("2026-11-22T00:01:00Z")]);
  const third = afterHit(second.day, at("2026-11-21T16:00:00Z"), zone);
  expect([third.isTold, third.day.dueAt]).toEqual([false, at("2026-11-22T00:01:00Z")]);
});

test("VX14: 00:01 is the reseller's, half hours and changed clocks too", () => {
  expect(rechargeTimes(at("2026-11-21T18:45:00Z"), "Asia/Kolkata").tomorrow).toEqual(at("2026-11-22T18:31:00Z"));
  expect(rechargeTimes(at("2026-11-21T10:00:00Z"), "America/Toronto").tomorrow).toEqual(at("2026-11-22T05:01:00Z"));
  expect(rechargeTimes(at("2026-03-28T12:00:00Z"), zone).tomorrow).toEqual(at("2026-03-29T00:01:00Z"));
});

test("a second time before the card was charged leaves today's charge where it is", () => {
  const now = at("2026-11-21T10:00:00Z");
  const twice = afterHit(afterHit(fresh, now, zone).day, now, zone);
  expect([twice.isTold, twice.day.dueAt]).toEqual([true, now]);
  expect(afterAsking(twice.day, now, zone).dueAt).toEqual(at("2026-11-22T00:01:00Z"));
});

const happening = fc.record({ minutes: fc.integer({ min: 0, max: 2_000 }), what: fc.constantFrom("hit", "decline") });

test("VX14: whatever happens when, no day has two charges or two mails", () => {
  const zones = fc.constantFrom(zone, "Asia/Kolkata", "America/Toronto");
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 40 }), zones, (happenings, where) => {
      const { charged, told } = played(happenings, where);
      expect(new Set(charged).size).toBe(charged.length);
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});

interface Happening {
  readonly minutes: number;
  readonly what: string;
}

function played(happenings: readonly Happening[], where: string): { charged: string[]; told: string[] } {
  let day = fresh;
  let now = at("2026-11-21T10:00:00Z").getTime();
  const [charged, told]: [string[], string[]] = [[], []];
  const step = ({ day: next, isTold }: ReturnType<typeof afterHit>, time: Date): void => {
    day = next;
    if (isTold) told.push(rechargeTimes(time, where).today);
  };
  const look = (time: Date): void => {
    if (day.dueAt === null || day.dueAt > time) return;
    const { today } = rechargeTimes(time, where);
    if (day.askedOn === today) return step(waiting(day, time, where), time);
    day = afterAsking(day, time, where);
    charged.push(today);
  };
  for (const { minutes, what } of happenings) {
    now += minutes * 60_000;
    const time = new Date(now);
    if (what === "hit") step(afterHit(day, time, where), time);
    else if (day.askedOn !== null) step(waiting(day, time, where), time);
    look(time);
  }
  return { charged, told };
}
