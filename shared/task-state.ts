import type { Moves } from "./moves.ts";

export const taskStates = [
  "PENDING",
  "RUNNING",
  "RETRYING",
  "WAITING",
  "SUCCEEDED",
  "FAILED",
  "FAILED_IGNORED",
  "SKIPPED",
  "UNDONE",
] as const;
export type TaskState = (typeof taskStates)[number];

/** A task whose outcome is not known is undone as if it had happened: hence UNDONE after RETRYING, WAITING and FAILED. */
export const taskMoves: Moves<TaskState> = {
  PENDING: ["RUNNING", "WAITING", "SKIPPED"],
  RUNNING: ["RETRYING", "WAITING", "SUCCEEDED", "FAILED", "FAILED_IGNORED"],
  RETRYING: ["RUNNING", "FAILED", "FAILED_IGNORED", "UNDONE"],
  WAITING: ["RUNNING", "SUCCEEDED", "FAILED", "FAILED_IGNORED", "SKIPPED", "UNDONE"],
  SUCCEEDED: ["UNDONE"],
  FAILED: ["PENDING", "RUNNING", "UNDONE"],
  FAILED_IGNORED: ["UNDONE"],
  SKIPPED: ["PENDING"],
  UNDONE: [],
};

const passed: ReadonlySet<TaskState> = new Set(["SUCCEEDED", "FAILED_IGNORED", "SKIPPED"]);

/** The run goes on after it, and it counts as completed in "3 of 6". */
export function isPassed(state: TaskState): boolean {
  return passed.has(state);
}
