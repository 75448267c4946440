import { runDeadlineSeconds } from "@tierline/shared/limits.ts";
import { isPassed } from "@tierline/shared/task-state.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { backOffMs, earliest, fail, finish, isPast, rest, retryAfter, type Settled } from "./come-to-an-end.ts";
import type { Draft, TaskDraft } from "./draft.ts";
import type { Circumstances } from "./run-event.ts";
import type { TaskModel } from "./run-model.ts";

/** Forward: starts what may start; when nothing runs, the run waits for something or has come to an end. */
export function goOn(draft: Draft, at: Circumstances): Settled {
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

/** What a worker sent in the moment it died is still on its way: nobody asks for it before it can have arrived. */
const arrivalMs = 250;

/**
 * A task that is said to run but is in nobody's hands: its worker died. That costs no attempt; but whatever kills its workers
 * again and again waits longer each time, and ends at its deadline.
 */
function recoverLost(draft: Draft, { now, inFlight, random }: Circumstances): void {
  for (const { key, state, attempt } of draft.tasks) {
    if (state !== "RUNNING" || inFlight.has(key)) continue;
    const task = draft.change(key);
    const message = say("task.workerLost");
    draft.note({ taskKey: key, attempt, at: now, level: "WARNING", message: "The worker was lost while it did this." });
    task.isOutcomeUnknown = task.kind === "EXTERNAL"; // what happens here alone was rolled back with its transaction
    task.isTouched ||= task.kind === "EXTERNAL";
    task.attemptsBefore += 1;
    task.message = message;
    task.error = { code: "WORKER_LOST", message, taskKey: key };
    const firstMs = task.kind === "EXTERNAL" ? arrivalMs : 0;
    retryAfter(task, task.backOffs === 0 ? firstMs : backOffMs(task.backOffs - 1, random()), now);
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
    .filter((task) => isReady(draft, task, at.now) && at.heldUntil(task) === null)
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
    const message = lateWords(task);
    task.message = message;
    task.error = { code: "TASK_TIMEOUT", message, taskKey: task.key };
    fail(task, now);
    return [];
  }
  task.attempt += 1;
  task.state = "RUNNING";
  return [task.key];
}

/** The last failure goes on to be told: it says why the time was not enough. */
export function lateWords({ deadlineSeconds: seconds, error }: Readonly<TaskModel>, isTask = true): Sentence {
  if (!isTask) return error === null ? say("run.deadline") : say("run.lateBecause", { reason: error.message });
  return error === null ? say("task.late", { seconds }) : say("task.lateBecause", { seconds, reason: error.message });
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
    const message = say("run.late", { minutes: runDeadlineSeconds / 60 });
    return finish(draft, "FAILED", now, { code: "RUN_TIMEOUT", message, taskKey: open?.key ?? null });
  }
  const ready = tasks.filter((task) => isReady(draft, task, now));
  if (at.isStopping && ready.length > 0) return rest(draft, "TAKE_OVER", now, now);
  const held = earliest(ready.map((task) => at.heldUntil(task)));
  if (held !== null) return rest(draft, "UPSTREAM", held, now);
  if (ready.length > 0) return goOn(draft, at); // freed by a task that failed at its deadline without another attempt
  const due = earliest(tasks.map((task) => (task.state === "RETRYING" ? task.nextAttemptAt : null)));
  if (due !== null) return rest(draft, "BACK_OFF", due, now);
  if (tasks.some((task) => task.state === "WAITING")) {
    run.deadlineLeftMs = Math.max(0, (run.deadlineAt?.getTime() ?? now.getTime()) - now.getTime());
    run.deadlineAt = null;
    return rest(draft, "PERSON", null, now);
  }
  return finish(draft, "FAILED", now, {
    code: "INTERNAL",
    message: say("run.stuck"),
    taskKey: open?.key ?? null,
  });
}
