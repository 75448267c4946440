import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import { isPassed, taskMoves, taskStates } from "./task-state.ts";

test("OX2: a failure that is ignored lets the run go on, any other stops it", () => {
  expect(taskStates.filter(isPassed)).toEqual(["SUCCEEDED", "FAILED_IGNORED", "SKIPPED"]);
});

test("O33: a task that succeeded is not run again", () => {
  expect(taskMoves.SUCCEEDED).toEqual(["UNDONE"]);
  expect(canMove(taskMoves, "FAILED", "RUNNING")).toBe(true);
});

test("what may have happened outside can be undone", () => {
  const undoable = taskStates.filter((state) => canMove(taskMoves, state, "UNDONE"));
  expect(undoable).toEqual(["RETRYING", "WAITING", "SUCCEEDED", "FAILED", "FAILED_IGNORED"]);
});
