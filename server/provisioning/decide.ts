import { say } from "@tierline/shared/sentence.ts";
import { fail, isExhausted, backOffMs, retryAfter } from "./come-to-an-end.ts";
import { draftOf, isUnchanged, type Draft, type TaskDraft } from "./draft.ts";
import { goOn } from "./go-on.ts";
import { applyUndo, rollBack } from "./roll-back.ts";
import type { Circumstances, Decision, RunEvent } from "./run-event.ts";
import type { RunModel } from "./run-model.ts";

/** What a task says of itself from an answer that was lost until one that was given. */
export const askingMessage = say("task.asking");
/** A question is harmless, and whoever waits for its answer wants to go on as soon as there is one. */
const askingPauseMaxMs = 5_000;

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
  const isToBeAsked = task.isOutcomeUnknown && at.canAsk(task);
  // Asking costs no attempt: where one can ask, it goes on until the deadline.
  const isSpent = isExhausted(task) && !isToBeAsked;
  if (event.isFinal || failure.outcome === "permanent" || isSpent) return fail(task, at.now);
  const pauseMs = backOffMs(task.backOffs, at.random());
  if (isToBeAsked) task.message = askingMessage;
  retryAfter(task, isToBeAsked ? Math.min(pauseMs, askingPauseMaxMs) : pauseMs, at.now);
}
