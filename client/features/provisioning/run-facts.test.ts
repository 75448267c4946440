import { expect, test } from "vitest";
import {
  currentTaskNumber,
  elapsedMs,
  failedAttempts,
  failedTask,
  refusalOf,
  tasksToUndo,
  undoableUntilMs,
} from "./run-facts.ts";
import { failedRun, logLine, runOf, taskOf } from "./run-fixtures.ts";

test("OX4: a roll-back undoes last first, and what may have happened with it", () => {
  const run = failedRun();
  expect(tasksToUndo(run).map(({ key }) => key)).toEqual(["number", "sim", "validate"]);
  const unknown = runOf({
    tasks: run.tasks.map((task) => (task.key === "ocs" ? { ...task, isOutcomeUnknown: true } : task)),
  });
  expect(tasksToUndo(unknown).map(({ key }) => key)).toEqual(["ocs", "number", "sim", "validate"]);
});

test("the task that stopped the run is the one the error names, else the first that failed", () => {
  expect(failedTask(failedRun())?.number).toBe(4);
  expect(failedTask({ ...failedRun(), error: null })?.task.key).toBe("ocs");
  expect(failedTask(runOf({}))).toBeNull();
});

test("where a run is: the first task that is not passed", () => {
  expect(currentTaskNumber(runOf({}))).toBe(4);
  expect(currentTaskNumber({ tasks: [taskOf("a", "SUCCEEDED"), taskOf("b", "FAILED_IGNORED")] })).toBeNull();
});

test("of every attempt the last that went wrong is told", () => {
  const task = taskOf("ocs", "RETRYING", {
    log: {
      nodes: [
        logLine("1", 1, "INFO", "Asked the OCS."),
        logLine("2", 1, "WARNING", "Timed out after 5.0 s."),
        logLine("3", 2, "INFO", "Asked the OCS."),
        logLine("4", 2, "WARNING", "Refused."),
      ],
    },
  });
  expect(failedAttempts(task).map(({ attempt, message }) => [attempt, message])).toEqual([
    [1, "Timed out after 5.0 s."],
    [2, "Refused."],
  ]);
});

test("O13: an order can be undone only after success and only for its time", () => {
  const order = { ...runOf({}).order!, undoableUntil: "2026-11-21T12:15:00.000Z" };
  const before = Date.parse("2026-11-21T12:14:59.000Z");
  expect(undoableUntilMs({ state: "SUCCEEDED", order }, before)).toBe(Date.parse("2026-11-21T12:15:00.000Z"));
  expect(undoableUntilMs({ state: "SUCCEEDED", order }, before + 1_000)).toBeNull();
  expect(undoableUntilMs({ state: "RUNNING", order }, before)).toBeNull();
});

test("how long a run took ends with the run", () => {
  const startedAt = "2026-11-21T12:05:02.000Z";
  expect(elapsedMs({ startedAt, finishedAt: "2026-11-21T12:06:18.000Z" }, Date.parse("2027-01-01"))).toBe(76_000);
  expect(elapsedMs({ startedAt, finishedAt: null }, Date.parse("2026-11-21T12:05:21.000Z"))).toBe(19_000);
  expect(elapsedMs({ startedAt: null, finishedAt: null }, 0)).toBeNull();
});

test("why not is the server's word", () => {
  expect(refusalOf(runOf({}), "RETRY")).toBe("Only a failed run can be retried.");
  expect(refusalOf(failedRun(), "RETRY")).toBeNull();
});
