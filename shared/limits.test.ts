import { expect, test } from "vitest";
import * as limits from "./limits.ts";

test("every limit is a whole number above nothing", () => {
  const wrong = Object.entries(limits).filter(([, value]) => !Number.isSafeInteger(value) || value <= 0);
  expect(wrong).toEqual([]);
});

test("O18: a reservation lasts 15 minutes, and 60 at most", () => {
  expect([limits.reservationMinutes, limits.reservationMinutesMax]).toEqual([15, 60]);
});

test("O45: a task has 300 seconds unless its playbook says otherwise, a run 30 minutes", () => {
  expect([limits.taskDeadlineSeconds, limits.runDeadlineSeconds]).toEqual([300, 30 * 60]);
});

test("O28: without a live connection a run is looked at every two seconds, not five times a second", () => {
  expect(limits.pollIntervalMsMin).toBe(2_000);
});

test("U28: a task is tried five times by itself", () => {
  expect(limits.taskAttempts).toBe(5);
});
