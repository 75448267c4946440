import { isFinished } from "@tierline/shared/run-state.ts";
import { railState, type RailState } from "../../ui/rail-state.ts";
import type { RunTaskFragment, RunViewFragment } from "./run.generated.ts";

export type Run = RunViewFragment;
export type Task = RunTaskFragment;
type TaskState = Task["state"];

/** Nothing happens any more unless a person asks for it. */
export function isOver(run: Pick<Run, "state">): boolean {
  return isFinished(run.state);
}

export function isSuccess(run: Pick<Run, "state">): boolean {
  return run.state === "SUCCEEDED" || run.state === "SUCCEEDED_WITH_WARNINGS";
}

export function isFailure(run: Pick<Run, "state">): boolean {
  return run.state === "FAILED" || run.state === "ROLL_BACK_FAILED";
}

/** How each task is drawn, in order. */
export function railStates(run: {
  readonly state: Run["state"];
  readonly tasks: readonly { readonly state: TaskState }[];
}): RailState[] {
  return run.tasks.map(({ state }) => railState(state, isFinished(run.state)));
}

/** Where the run is, counted from 1: the first task that is not passed; null when all are. */
export function currentTaskNumber({ tasks }: Pick<Run, "tasks">): number | null {
  const index = tasks.findIndex(
    ({ state }) => state !== "SUCCEEDED" && state !== "FAILED_IGNORED" && state !== "SKIPPED",
  );
  return index === -1 ? null : index + 1;
}

/** The task that stopped the run, with its number counted from 1. */
export function failedTask({ tasks, error }: Pick<Run, "tasks" | "error">): { task: Task; number: number } | null {
  const named = tasks.findIndex(({ key }) => key === error?.taskKey);
  const index = named === -1 ? tasks.findIndex(({ state }) => state === "FAILED") : named;
  const task = tasks[index];
  return task === undefined ? null : { task, number: index + 1 };
}

/** What a roll-back would undo, in its order: last first. What merely may have happened is undone as if it had. */
export function tasksToUndo({ tasks }: Pick<Run, "tasks">): Task[] {
  const mayHaveHappened = ({ state, isOutcomeUnknown }: Task): boolean =>
    state === "SUCCEEDED" || state === "FAILED_IGNORED" || isOutcomeUnknown;
  return tasks.filter(mayHaveHappened).toReversed();
}

export function tasksDone({ tasks }: Pick<Run, "tasks">): number {
  return tasks.filter(({ state }) => state === "SUCCEEDED").length;
}

/** How long it has been going, in ms; null before it began. */
export function elapsedMs(run: Pick<Run, "startedAt" | "finishedAt">, nowMs: number): number | null {
  if (run.startedAt === null) return null;
  const end = run.finishedAt === null ? nowMs : Date.parse(run.finishedAt);
  return Math.max(0, end - Date.parse(run.startedAt));
}

export function durationOf(task: Pick<Task, "startedAt" | "finishedAt">): number | null {
  if (task.startedAt === null || task.finishedAt === null) return null;
  return Math.max(0, Date.parse(task.finishedAt) - Date.parse(task.startedAt));
}

/** Until when the order may be undone, in ms; null when it may not any more (O13). */
export function undoableUntilMs(run: Pick<Run, "order" | "state">, nowMs: number): number | null {
  const until = run.order?.undoableUntil ?? null;
  if (until === null || !isSuccess(run)) return null;
  return Date.parse(until) > nowMs ? Date.parse(until) : null;
}

export type ActionKind = Run["actions"][number]["action"];

/** Why the run can't be operated on so; null when it can. */
export function refusalOf({ actions }: Pick<Run, "actions">, kind: ActionKind): string | null {
  const found = actions.find(({ action }) => action === kind);
  if (found === undefined || found.isAllowed) return null;
  return found.reason ?? "";
}

export interface FailedAttempt {
  readonly attempt: number;
  readonly at: string;
  readonly message: string;
}

/** The attempts of a task that came to nothing, each with the last that was said about it. */
export function failedAttempts(task: Pick<Task, "log">): FailedAttempt[] {
  const last = new Map<number, FailedAttempt>();
  for (const { attempt, at, level, message } of task.log.nodes) {
    if (level !== "INFO" && attempt > 0) last.set(attempt, { attempt, at, message });
  }
  return [...last.values()].toSorted((one, other) => one.attempt - other.attempt);
}
