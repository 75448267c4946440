import { taskAttempts } from "@tierline/shared/limits.ts";
import { backOffMs, finish, rest, type Settled } from "./come-to-an-end.ts";
import type { Draft, TaskDraft } from "./draft.ts";
import type { Circumstances, Failure, RunEvent } from "./run-event.ts";
import type { TaskModel } from "./run-model.ts";

/** Backward: one task after the other, in the reverse order of their positions, which is an order of their needs. */
export function rollBack(draft: Draft, at: Circumstances): Settled {
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

/** How the undoing of one task ended. False when that came too late to count. */
export function applyUndo(
  draft: Draft,
  event: RunEvent & { kind: "UNDONE" | "UNDO_FAILED" },
  at: Circumstances,
): boolean {
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
