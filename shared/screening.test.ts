import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import {
  countAttempt,
  isLiveCase,
  isOverdue,
  noticeDue,
  screeningCaseMoves,
  screeningCaseStates,
  type CountedAttempts,
} from "./screening.ts";

const t0 = new Date("2026-11-21T12:00:00Z");
const after = (ms: number) => new Date(t0.getTime() + ms);
const [hour, day] = [3_600_000, 86_400_000];

test("C19: a case is in time up to 60:00 minutes and overdue a second later, as long as somebody has to decide it", () => {
  expect(isOverdue("OPEN", t0, after(hour - 1_000))).toBe(false);
  expect(isOverdue("OPEN", t0, after(hour))).toBe(false);
  expect(isOverdue("OPEN", t0, after(hour + 1_000))).toBe(true);
  expect(isOverdue("CONFIRMING", t0, after(hour + 1_000))).toBe(true);
  expect(isOverdue("APPROVED", t0, after(day))).toBe(false);
});

test("a deactivation is announced seven, three and one days before, each once, and after an outage the nearest alone", () => {
  const end = after(30 * day);
  expect(noticeDue(end, null, after(23 * day - 1))).toBeNull();
  expect(noticeDue(end, null, after(23 * day))).toBe(7);
  expect(noticeDue(end, 7, after(26 * day))).toBeNull();
  expect(noticeDue(end, 7, after(27 * day))).toBe(3);
  expect(noticeDue(end, null, after(29 * day))).toBe(1);
  expect(noticeDue(end, 1, after(29 * day + hour))).toBeNull();
  expect(noticeDue(end, 3, end)).toBeNull();
});

test("an attempt counts a day after the one that counted last, and whoever is reached is begun with anew", () => {
  let counted: CountedAttempts = { unreachable: 0, countedAt: null };
  const tries: [at: number, outcome: "REACHED" | "UNREACHABLE", unreachable: number, isCounted: boolean][] = [
    [0, "UNREACHABLE", 1, true],
    [300_000, "UNREACHABLE", 1, false],
    [day - 1, "UNREACHABLE", 1, false],
    [day, "UNREACHABLE", 2, true],
    [day + hour, "REACHED", 0, false],
    [2 * day, "UNREACHABLE", 1, true],
  ];
  for (const [at, outcome, unreachable, isCounted] of tries) {
    const next = countAttempt(counted, outcome, after(at));
    expect({ unreachable: next.unreachable, isCounted: next.isCounted }).toEqual({ unreachable, isCounted });
    counted = next;
  }
});

test("a case that is over goes nowhere, and one that is live may be approved", () => {
  for (const state of screeningCaseStates) {
    expect(canMove(screeningCaseMoves, state, "APPROVED")).toBe(isLiveCase(state));
  }
});
