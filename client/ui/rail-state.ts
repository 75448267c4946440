import type { TaskState } from "@tierline/shared/task-state.ts";

export type RailState =
  | "done"
  | "current"
  | "waiting"
  | "pending"
  | "notrun"
  | "failed"
  | "warning"
  | "skipped"
  | "undone";

const states: Readonly<Record<TaskState, RailState>> = {
  PENDING: "pending",
  RUNNING: "current",
  RETRYING: "current",
  WAITING: "waiting",
  SUCCEEDED: "done",
  FAILED: "failed",
  FAILED_IGNORED: "warning",
  SKIPPED: "skipped",
  UNDONE: "undone",
};

/** How a task is drawn. One that is pending in a run that is over will not run any more. */
export function railState(state: TaskState, isRunOver: boolean): RailState {
  return state === "PENDING" && isRunOver ? "notrun" : states[state];
}

/** Whether the rail below it is drawn as gone over. */
export function isBehind(state: RailState): boolean {
  return state === "done" || state === "warning" || state === "skipped";
}
