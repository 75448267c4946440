import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import { canRun, isFinished, retriesAllowed, runMoves, runStates } from "./run-state.ts";

const now = new Date("2026-11-21T12:00:00Z");
const minutesFromNow = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

test("a run has ended, or something still happens to it", () => {
  expect(runStates.filter((state) => !isFinished(state))).toEqual(["QUEUED", "RUNNING", "WAITING", "ROLLING_BACK"]);
});

test("a run that was rolled back is never started again", () => {
  expect(runMoves.ROLLED_BACK).toEqual([]);
  expect(canMove(runMoves, "FAILED", "RUNNING")).toBe(true);
  expect(canMove(runMoves, "SUCCEEDED", "RUNNING")).toBe(false);
});

test("U28: a person may retry a failed run three times, then an operator has to reset it", () => {
  expect(retriesAllowed).toBe(3);
  expect(canRun.retry({ state: "FAILED", retriesUsed: 2 }).isAllowed).toBe(true);
  expect(canRun.retry({ state: "FAILED", retriesUsed: 3 })).toMatchObject({
    isAllowed: false,
    code: "RETRY_EXHAUSTED",
  });
  expect(canRun.retry({ state: "FAILED", retriesUsed: 3, isReset: true }).isAllowed).toBe(true);
});

test("O33: only a failed run is retried", () => {
  const retryable = runStates.filter((state) => canRun.retry({ state, retriesUsed: 0 }).isAllowed);
  expect(retryable).toEqual(["FAILED"]);
});

test("O13: a run that succeeded is rolled back only while its order may be undone", () => {
  const state = "SUCCEEDED";
  expect(canRun.rollBack({ state, undoableUntil: minutesFromNow(0), now }).isAllowed).toBe(true);
  expect(canRun.rollBack({ state, undoableUntil: minutesFromNow(-1), now })).toMatchObject({ code: "EXPIRED" });
  expect(canRun.rollBack({ state, undoableUntil: null, now })).toMatchObject({ code: "STATE_CONFLICT" });
  expect(canRun.rollBack({ state, now })).toMatchObject({ code: "STATE_CONFLICT" });
});

test("a run that stopped early is rolled back at any time, one at work never", () => {
  const atAnyTime = runStates.filter((state) => canRun.rollBack({ state, now }).isAllowed);
  expect(atAnyTime).toEqual(["FAILED", "ROLL_BACK_FAILED", "CANCELLED"]);
});

test("only what has not ended is cancelled, and a roll-back is never cancelled", () => {
  const cancellable = runStates.filter((state) => canRun.cancel({ state }).isAllowed);
  expect(cancellable).toEqual(["QUEUED", "RUNNING", "WAITING"]);
});
