import { newId } from "@tierline/shared/id.ts";
import type { LogLine, RunModel, RunView, TaskModel, Transition } from "./run-model.ts";

/** A row as PostgreSQL writes it in JSON. */
interface JsonRow {
  [column: string]: unknown;
}

const runDates = [
  "waitingUntil",
  "cancelRequestedAt",
  "deadlineAt",
  "queuedAt",
  "startedAt",
  "finishedAt",
  "undoableUntil",
];
const taskDates = ["nextAttemptAt", "deadlineAt", "startedAt", "finishedAt"];

/** The answer of `run_with_tasks`. The columns of the tables and the fields of the models bear the same names. */
export function toRunModel(json: unknown): RunModel {
  const { run, tasks } = json as { run: JsonRow; tasks: unknown[] };
  return { ...fromRow(run, runDates), tasks: tasks.map(toTaskModel) } as unknown as RunModel;
}

/** The same with the columns that the engine needs not. */
export function toRunView(json: unknown): RunView {
  return toRunModel(json) as unknown as RunView;
}

/** Of the run's row alone; its tasks are looked up where they are needed. */
export function toRunViewWithoutTasks(row: unknown): RunView {
  return { ...fromRow(row as JsonRow, runDates), tasks: null } as unknown as RunView;
}

export function toTaskModel(json: unknown): TaskModel {
  return fromRow(json as JsonRow, taskDates) as unknown as TaskModel;
}

function fromRow(row: JsonRow, dates: readonly string[]): JsonRow {
  const model: JsonRow = {};
  for (const [column, value] of Object.entries(row)) model[fieldOf(column)] = value;
  for (const field of dates) if (typeof model[field] === "string") model[field] = new Date(model[field]);
  return model;
}

const fields = new Map<string, string>();

function fieldOf(column: string): string {
  let field = fields.get(column);
  if (field === undefined) {
    field = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    fields.set(column, field);
  }
  return field;
}

export interface TransitionRow extends JsonRow {
  readonly id: string;
  readonly path: string;
}

/** One of those that `record_transitions` takes. */
export function toTransitionRow(before: RunModel, { run, changed, log, wakeAfterMs }: Transition): TransitionRow {
  return {
    id: before.id,
    path: before.path,
    fence: before.fence,
    sequence: before.sequence,
    worker_id: run.workerId,
    state: run.state,
    waiting_for: run.waitingFor,
    waiting_until: run.waitingUntil,
    cancel_requested_at: run.cancelRequestedAt,
    retries_used: run.retriesUsed,
    deadline_at: run.deadlineAt,
    deadline_left_ms: run.deadlineLeftMs,
    started_at: run.startedAt,
    finished_at: run.finishedAt,
    error: run.error,
    tasks: run.tasks.filter((task) => changed.includes(task.key)).map(taskRow),
    log: log.map(logRow),
    ...(wakeAfterMs === null ? {} : { wake_after_ms: wakeAfterMs }),
  };
}

function taskRow(task: TaskModel): JsonRow {
  return {
    key: task.key,
    state: task.state,
    attempt: task.attempt,
    attempts_before: task.attemptsBefore,
    back_offs: task.backOffs,
    undo_attempt: task.undoAttempt,
    next_attempt_at: task.nextAttemptAt,
    deadline_at: task.deadlineAt,
    started_at: task.startedAt,
    finished_at: task.finishedAt,
    is_outcome_unknown: task.isOutcomeUnknown,
    is_touched: task.isTouched,
    detail: task.detail,
    message: task.message,
    output: task.output,
    error: task.error,
  };
}

function logRow(line: LogLine): JsonRow {
  const { taskKey, attempt, at, level, message, request, response } = line;
  return { id: newId(at.getTime()), task_key: taskKey, attempt, at, level, message, request, response };
}
