import type { RunState } from "@tierline/shared/run-state.ts";
import type { Draft, TaskDraft } from "./draft.ts";
import type { RunErrorValue, WaitReason } from "./run.entity.ts";
import type { TaskModel } from "./run-model.ts";

/** What is to be done once the draft is written. */
export interface Settled {
  readonly start?: readonly string[];
  readonly undo?: string;
  readonly isReleased?: true;
  readonly wakeAfterMs?: number;
}

const backOffFirstMs = 1_000;
const backOffMaxMs = 60_000;
const jitter = 0.2;

/** Attempts that count are used up. */
export function isExhausted(task: Readonly<TaskModel>): boolean {
  return task.attempt - task.attemptsBefore >= task.maxAttempts;
}

/** Tried again after so long, or woken at the deadline, to fail then. */
export function retryAfter(task: TaskDraft, ms: number, now: Date): void {
  const next = now.getTime() + ms;
  task.state = "RETRYING";
  task.backOffs += 1;
  task.nextAttemptAt = new Date(Math.min(next, task.deadlineAt?.getTime() ?? next));
}

/** 1 s, doubled each time up to 60 s, give or take a fifth. */
export function backOffMs(backOffs: number, random: number): number {
  return Math.round(Math.min(backOffMaxMs, backOffFirstMs * 2 ** backOffs) * (1 - jitter + 2 * jitter * random));
}

export function fail(task: TaskDraft, now: Date): void {
  task.state = task.ignoresErrors ? "FAILED_IGNORED" : "FAILED";
  task.finishedAt = now;
  task.nextAttemptAt = null;
}

/** Lets go of the run until something is due, or for whoever ends the wait. */
export function rest(draft: Draft, reason: WaitReason, until: Date | null, now: Date): Settled {
  draft.wait(reason, until);
  if (draft.state !== "ROLLING_BACK") draft.run.state = "WAITING";
  if (until === null) return { isReleased: true };
  return { isReleased: true, wakeAfterMs: Math.max(0, until.getTime() - now.getTime()) };
}

/** The end: nothing of the run is left under way. */
export function finish(draft: Draft, state: RunState, now: Date, error: RunErrorValue | null): Settled {
  draft.wait(null);
  draft.run.state = state;
  draft.run.finishedAt = now;
  draft.run.deadlineAt = null;
  draft.run.deadlineLeftMs = null;
  draft.run.error = error;
  for (const { key, state: taskState } of draft.tasks) {
    if (taskState === "RETRYING") fail(draft.change(key), now);
    else if (state !== "FAILED" && (taskState === "PENDING" || taskState === "WAITING"))
      draft.change(key).state = "SKIPPED";
  }
  return { isReleased: true };
}

export function isPast(deadline: Date | null, now: Date): boolean {
  return deadline !== null && deadline <= now;
}

export function earliest(dates: readonly (Date | null)[]): Date | null {
  const times = dates.flatMap((date) => (date === null ? [] : [date.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
