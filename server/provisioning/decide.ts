import { runDeadlineSeconds, taskAttempts } from "@tierline/shared/limits.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import { isPassed } from "@tierline/shared/task-state.ts";
import type { Outcome } from "../kernel/connector.ts";
import { draftOf, isUnchanged, type Draft, type TaskDraft } from "./draft.ts";
import type { RunErrorValue, WaitReason } from "./run.entity.ts";
import type { LogLine, RunModel, TaskModel, Transition } from "./run-model.ts";

export interface Failure {
  readonly outcome: Outcome;
  readonly code: string;
  readonly message: string;
}

interface Ended {
  readonly key: string;
  /** Which attempt it was, so that the answer to an older one changes nothing. */
  readonly attempt: number;
  readonly detail: string | null;
  readonly log: readonly LogLine[];
}

/** What happens to a run in a worker's hands. */
export type RunEvent =
  /** Claimed, or told that a person changed something. */
  | { readonly kind: "WOKEN" }
  | (Ended & { readonly kind: "DONE"; readonly output: Record<string, string | number | boolean> })
  | (Ended & {
      readonly kind: "FAILED";
      readonly failure: Failure;
      /** It never came to `do`: asking whether an earlier attempt had happened failed. */
      readonly wasAsking: boolean;
      readonly isTouched: boolean;
      /** The deadline passed: no further attempt. */
      readonly isFinal: boolean;
    })
  | (Ended & { readonly kind: "UNDONE" })
  | (Ended & { readonly kind: "UNDO_FAILED"; readonly failure: Failure });

export interface Circumstances {
  readonly now: Date;
  /** 0 up to 1, for jitter. */
  random(): number;
  /** The worker is going down: nothing new is started. */
  readonly isStopping: boolean;
  /** Tasks that this worker is attempting or undoing right now. */
  readonly inFlight: ReadonlySet<string>;
  hasUndo(task: Readonly<TaskModel>): boolean;
  /** Whether it can be asked what became of the task. */
  canAsk(task: Readonly<TaskModel>): boolean;
}

export interface Decision {
  /** Null when nothing changes. */
  readonly transition: Transition | null;
  /** Tasks to attempt, and the one to undo, once the transition is written. */
  readonly start: readonly string[];
  readonly undo: string | null;
  /** False when the event came too late: it was written before, or is about an attempt that does not count any more. */
  readonly isNews: boolean;
}

interface Settled {
  readonly start?: readonly string[];
  readonly undo?: string;
  readonly isReleased?: true;
  readonly wakeAfterMs?: number;
}

const backOffFirstMs = 1_000;
const backOffMaxMs = 60_000;
const jitter = 0.2;

/**
 * All rules of a run in one place, without a clock, a database or a network: given a run and what has happened to it, what is
 * to be written, and what is to be done then. The product, the simulator and the people's buttons all decide through this.
 */
export function decide(run: RunModel, event: RunEvent, circumstances: Circumstances): Decision {
  const draft = draftOf(run);
  const isNews = apply(draft, event, circumstances);
  const settled = draft.state === "ROLLING_BACK" ? rollBack(draft, circumstances) : goOn(draft, circumstances);
  const log = isNews && "log" in event ? event.log : [];
  const isReleased = settled.isReleased ?? false;
  if (isUnchanged(draft, run) && !isReleased) return { transition: null, start: [], undo: null, isNews };
  return {
    transition: {
      run: draft.finished(isReleased),
      changed: [...draft.changed],
      log: [...log, ...draft.log],
      isReleased,
      wakeAfterMs: settled.wakeAfterMs ?? null,
    },
    start: settled.start ?? [],
    undo: settled.undo ?? null,
    isNews,
  };
}

function apply(draft: Draft, event: RunEvent, circumstances: Circumstances): boolean {
  if (event.kind === "WOKEN") return true;
  if (event.kind === "UNDONE" || event.kind === "UNDO_FAILED") return applyUndo(draft, event, circumstances);
  const before = draft.task(event.key);
  if (before.state !== "RUNNING" || before.attempt !== event.attempt) return false;
  const task = draft.change(event.key);
  task.detail = event.detail ?? task.detail;
  if (event.kind === "DONE") applyDone(task, event, circumstances);
  else applyFailure(task, event, circumstances);
  return true;
}

function applyDone(task: TaskDraft, { output }: RunEvent & { kind: "DONE" }, { now }: Circumstances): void {
  task.state = "SUCCEEDED";
  task.output = output;
  task.finishedAt = now;
  task.isOutcomeUnknown = false;
  task.isTouched = task.kind === "EXTERNAL";
  task.message = null;
  task.error = null;
}

function applyFailure(task: TaskDraft, event: RunEvent & { kind: "FAILED" }, at: Circumstances): void {
  const { failure } = event;
  task.isTouched ||= event.isTouched;
  task.isOutcomeUnknown = failure.outcome === "unknown" || (event.wasAsking && task.isOutcomeUnknown);
  task.message = failure.message;
  task.error = { code: failure.code, message: failure.message, taskKey: task.key };
  if (event.wasAsking) task.attemptsBefore += 1;
  // Asking costs no attempt: where one can ask, it goes on until the deadline.
  const isSpent = isExhausted(task) && !(task.isOutcomeUnknown && at.canAsk(task));
  if (event.isFinal || failure.outcome === "permanent" || isSpent) return fail(task, at.now);
  retryAfter(task, backOffMs(task.backOffs, at.random()), at.now);
}

/** Or at the deadline, to fail then. */
function retryAfter(task: TaskDraft, ms: number, now: Date): void {
  const next = now.getTime() + ms;
  task.state = "RETRYING";
  task.backOffs += 1;
  task.nextAttemptAt = new Date(Math.min(next, task.deadlineAt?.getTime() ?? next));
}

function isExhausted(task: Readonly<TaskModel>): boolean {
  return task.attempt - task.attemptsBefore >= task.maxAttempts;
}

/** 1 s, doubled each time up to 60 s, give or take a fifth. */
function backOffMs(backOffs: number, random: number): number {
  return Math.round(Math.min(backOffMaxMs, backOffFirstMs * 2 ** backOffs) * (1 - jitter + 2 * jitter * random));
}

function fail(task: TaskDraft, now: Date): void {
  task.state = task.ignoresErrors ? "FAILED_IGNORED" : "FAILED";
  task.finishedAt = now;
  task.nextAttemptAt = null;
}

function applyUndo(draft: Draft, event: RunEvent & { kind: "UNDONE" | "UNDO_FAILED" }, at: Circumstances): boolean {
  const before = draft.task(event.key);
  const isUnderWay = before.undoAttempt === event.attempt && before.nextAttemptAt === null && before.state !== "UNDONE";
  if (draft.state !== "ROLLING_BACK" || !isUnderWay) return false;
  const task = draft.change(event.key);
  task.detail = event.detail ?? task.detail;
  if (event.kind === "UNDO_FAILED") applyUndoFailure(draft, task, event.failure, at);
  else {
    task.state = "UNDONE";
    task.finishedAt = at.now;
    task.isOutcomeUnknown = false;
    task.isTouched = false;
    task.message = null;
    task.error = null;
  }
  return true;
}

function applyUndoFailure(draft: Draft, task: TaskDraft, { code, message, outcome }: Failure, at: Circumstances): void {
  const next = new Date(at.now.getTime() + backOffMs(task.backOffs, at.random()));
  task.message = message;
  task.error = { code, message, taskKey: task.key };
  task.backOffs += 1;
  task.nextAttemptAt = next;
  const isLate = task.deadlineAt !== null && next >= task.deadlineAt;
  if (outcome !== "permanent" && task.undoAttempt < taskAttempts && !isLate) return;
  task.nextAttemptAt = null;
  finish(draft, "ROLL_BACK_FAILED", at.now, { code: "UNDO_FAILED", message, taskKey: task.key });
}

/** Forward: starts what may start; when nothing runs, the run waits for something or has come to an end. */
function goOn(draft: Draft, at: Circumstances): Settled {
  if (draft.run.finishedAt !== null) return { isReleased: true };
  recoverLost(draft, at);
  resumeClock(draft, at.now);
  const start = startReady(draft, at);
  if (draft.tasks.some((task) => task.state === "RUNNING")) {
    draft.wait(null);
    draft.run.state = "RUNNING";
    return { start };
  }
  return comeToRest(draft, at);
}

/**
 * A task that is said to run but is in nobody's hands: its worker died. That costs no attempt; but whatever kills its workers
 * again and again waits longer each time, and ends at its deadline.
 */
function recoverLost(draft: Draft, { now, inFlight, random }: Circumstances): void {
  for (const { key, state, attempt } of draft.tasks) {
    if (state !== "RUNNING" || inFlight.has(key)) continue;
    const task = draft.change(key);
    const message = "The worker was lost while it did this.";
    draft.note({ taskKey: key, attempt, at: now, level: "WARNING", message });
    task.isOutcomeUnknown = task.kind === "EXTERNAL"; // what happens here alone was rolled back with its transaction
    task.isTouched ||= task.kind === "EXTERNAL";
    task.attemptsBefore += 1;
    task.message = message;
    task.error = { code: "WORKER_LOST", message, taskKey: key };
    retryAfter(task, task.backOffs === 0 ? 0 : backOffMs(task.backOffs - 1, random()), now);
  }
}

/** The run's time does not pass while it waits for a person. */
function resumeClock({ run }: Draft, now: Date): void {
  run.deadlineAt ??= new Date(now.getTime() + (run.deadlineLeftMs ?? runDeadlineSeconds * 1_000));
  run.deadlineLeftMs = null;
}

function startReady(draft: Draft, at: Circumstances): string[] {
  const { run } = draft;
  const isHalted =
    at.isStopping ||
    run.cancelRequestedAt !== null ||
    isPast(run.deadlineAt, at.now) ||
    draft.tasks.some((task) => task.state === "FAILED");
  if (isHalted) return [];
  run.startedAt ??= at.now;
  return draft.tasks
    .filter((task) => isReady(draft, task, at.now))
    .flatMap(({ key }) => begin(draft.change(key), at.now));
}

function isReady(draft: Draft, task: Readonly<TaskModel>, now: Date): boolean {
  if (task.state === "RETRYING") return task.nextAttemptAt === null || task.nextAttemptAt <= now;
  return task.state === "PENDING" && task.needs.every((need) => isPassed(draft.task(need).state));
}

/** The key when there is something to attempt. */
function begin(task: TaskDraft, now: Date): string[] {
  task.startedAt ??= now;
  task.nextAttemptAt = null;
  if (task.kind === "MANUAL") {
    task.state = "WAITING";
    return [];
  }
  task.deadlineAt ??= new Date(now.getTime() + task.deadlineSeconds * 1_000);
  if (isPast(task.deadlineAt, now)) {
    const message = `Not done within ${task.deadlineSeconds} s. ${task.message ?? ""}`.trim();
    task.message = message;
    task.error = { code: "TASK_TIMEOUT", message, taskKey: task.key };
    fail(task, now);
    return [];
  }
  task.attempt += 1;
  task.state = "RUNNING";
  return [task.key];
}

function comeToRest(draft: Draft, at: Circumstances): Settled {
  const { run, tasks } = draft;
  const { now } = at;
  if (tasks.every((task) => isPassed(task.state))) {
    const isWarned = tasks.some((task) => task.state === "FAILED_IGNORED");
    return finish(draft, isWarned ? "SUCCEEDED_WITH_WARNINGS" : "SUCCEEDED", now, null);
  }
  const failed = tasks.find((task) => task.state === "FAILED");
  const open = failed ?? tasks.find((task) => !isPassed(task.state));
  if (run.cancelRequestedAt !== null) return finish(draft, "CANCELLED", now, failed?.error ?? null);
  if (failed !== undefined) return finish(draft, "FAILED", now, failed.error);
  if (isPast(run.deadlineAt, now)) {
    const message = `The run was not done within ${runDeadlineSeconds / 60} minutes.`;
    return finish(draft, "FAILED", now, { code: "RUN_TIMEOUT", message, taskKey: open?.key ?? null });
  }
  // What was started before a moment ago failed at its deadline without an attempt; what it frees is started now.
  if (!at.isStopping && tasks.some((task) => isReady(draft, task, now))) return goOn(draft, at);
  const due = earliest(tasks.map((task) => (task.state === "RETRYING" ? task.nextAttemptAt : null)));
  if (due !== null) return rest(draft, "BACK_OFF", due, now);
  if (at.isStopping && tasks.some((task) => isReady(draft, task, now))) return rest(draft, "TAKE_OVER", now, now);
  if (tasks.some((task) => task.state === "WAITING")) {
    run.deadlineLeftMs = Math.max(0, (run.deadlineAt?.getTime() ?? now.getTime()) - now.getTime());
    run.deadlineAt = null;
    return rest(draft, "PERSON", null, now);
  }
  return finish(draft, "FAILED", now, {
    code: "INTERNAL",
    message: "The run cannot go on.",
    taskKey: open?.key ?? null,
  });
}

function rest(draft: Draft, reason: WaitReason, until: Date | null, now: Date): Settled {
  draft.wait(reason, until);
  if (draft.state !== "ROLLING_BACK") draft.run.state = "WAITING";
  if (until === null) return { isReleased: true };
  return { isReleased: true, wakeAfterMs: Math.max(0, until.getTime() - now.getTime()) };
}

/** Backward: one task after the other, in the reverse order of their positions, which is an order of their needs. */
function rollBack(draft: Draft, at: Circumstances): Settled {
  if (at.inFlight.size > 0) return {};
  const next = draft.tasks.findLast((task) => isToBeUndone(task, at));
  if (next === undefined) return finish(draft, "ROLLED_BACK", at.now, draft.run.error);
  if (next.nextAttemptAt !== null && next.nextAttemptAt > at.now) {
    return rest(draft, "BACK_OFF", next.nextAttemptAt, at.now);
  }
  if (at.isStopping) return rest(draft, "TAKE_OVER", at.now, at.now);
  const task = draft.change(next.key);
  task.undoAttempt += 1;
  task.nextAttemptAt = null;
  task.deadlineAt ??= new Date(at.now.getTime() + task.deadlineSeconds * 1_000);
  task.message = "Undoing…";
  draft.wait(null);
  return { undo: task.key };
}

/** What is done, and what may have been done outside though the task failed. */
function isToBeUndone(task: Readonly<TaskModel>, { hasUndo }: Circumstances): boolean {
  if (task.state === "UNDONE" || !hasUndo(task)) return false;
  return task.state === "SUCCEEDED" || (task.kind === "EXTERNAL" && task.isTouched);
}

function finish(draft: Draft, state: RunState, now: Date, error: RunErrorValue | null): Settled {
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

function isPast(deadline: Date | null, now: Date): boolean {
  return deadline !== null && deadline <= now;
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  const times = dates.flatMap((date) => (date === null ? [] : [date.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
