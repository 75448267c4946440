import { isPassed } from "@tierline/shared/task-state.ts";
import { decide } from "./decide.ts";
import type { Circumstances } from "./run-event.ts";
import { draftOf, type Draft } from "./draft.ts";
import type { RunModel, Transition } from "./run-model.ts";

// What people do to runs, as transitions. Whether they may is asked of shared/run-state.ts by the verbs that call these.

/** Goes on from the failed tasks: what is done stays done, and each gets a fresh set of attempts and a fresh deadline. */
export function retried(run: RunModel, isReset: boolean): Transition {
  const draft = draftOf(run);
  draft.run.state = "RUNNING";
  draft.run.retriesUsed = isReset ? 1 : run.retriesUsed + 1;
  reopen(draft);
  for (const { key, state } of draft.tasks) {
    if (state !== "FAILED") continue;
    const task = draft.change(key);
    task.state = "PENDING";
    task.attemptsBefore = task.attempt;
    task.backOffs = 0;
    task.deadlineAt = null;
    task.finishedAt = null;
    task.error = null;
    task.message = null;
  }
  return woken(draft);
}

/** Undoes what was done, last first. A roll-back that failed goes on where it stopped. */
export function rollBackBegun(run: RunModel): Transition {
  const draft = draftOf(run);
  const { error } = run;
  draft.run.state = "ROLLING_BACK";
  reopen(draft);
  draft.run.error = error; // why it is rolled back
  for (const { key } of draft.tasks) {
    const task = draft.change(key);
    task.undoAttempt = 0;
    task.backOffs = 0;
    task.nextAttemptAt = null;
    task.deadlineAt = null;
  }
  return woken(draft);
}

/** Stops before the next task. At once where nothing is in flight; else whoever has the run in hand sees to it. */
export function cancelled(run: RunModel, circumstances: Circumstances): Transition {
  const draft = draftOf(run);
  draft.run.cancelRequestedAt = circumstances.now;
  const isInFlight = run.workerId !== null || run.tasks.some((task) => task.state === "RUNNING");
  const isDone = run.tasks.every((task) => isPassed(task.state));
  if (isInFlight || isDone) return leftToWorker(draft, run);
  const { transition } = decide({ ...run, cancelRequestedAt: circumstances.now }, { kind: "WOKEN" }, circumstances);
  return transition ?? woken(draft);
}

/** A person says that a task is done. */
export function manualTaskDone(run: RunModel, key: string, now: Date, note: string | null, by: string): Transition {
  const draft = draftOf(run);
  const task = draft.change(key);
  task.state = "SUCCEEDED";
  task.output = {};
  task.finishedAt = now;
  task.message = note;
  const message = note === null ? `Done by ${by}.` : `Done by ${by}: ${note}`;
  draft.note({ taskKey: key, attempt: task.attempt, at: now, level: "INFO", message });
  return leftToWorker(draft, run);
}

function reopen({ run }: Draft): void {
  run.finishedAt = null;
  run.cancelRequestedAt = null;
  run.waitingFor = "TAKE_OVER";
  run.waitingUntil = null;
  run.deadlineAt = null;
  run.deadlineLeftMs = null;
  run.error = null;
}

/** Written, and left to the next worker. */
function woken(draft: Draft): Transition {
  return { run: draft.finished(true), changed: [...draft.changed], log: draft.log, isReleased: true, wakeAfterMs: 0 };
}

/** Whoever has the run in hand sees to it; if nobody has, the next one does. */
function leftToWorker(draft: Draft, { workerId }: RunModel): Transition {
  if (workerId === null) draft.wait("TAKE_OVER"); // and no longer for a person
  return { ...woken(draft), run: draft.finished(false), isReleased: false, wakeAfterMs: workerId === null ? 0 : null };
}
