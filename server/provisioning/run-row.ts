import { newId } from "@tierline/shared/id.ts";
import type { LogLine, RunModel, RunView, TaskModel, Transition } from "./run-model.ts";

/** A row as PostgreSQL writes it in JSON. */
type JsonRow = Record<string, unknown>;

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

/** What `record_transition` takes, in its order, after the tier path. */
export function toTransitionRow(before: RunModel, transition: Transition): unknown[] {
  const { run, changed, log, wakeAfterMs } = transition;
  const tasks = run.tasks.filter((task) => changed.includes(task.key)).map(taskRow);
  return [
    before.id,
    before.fence,
    before.sequence,
    run.workerId,
    run.state,
    run.waitingFor,
    run.waitingUntil,
    run.cancelRequestedAt,
    run.retriesUsed,
    run.deadlineAt,
    run.deadlineLeftMs,
    run.startedAt,
    run.finishedAt,
    run.error === null ? null : JSON.stringify(run.error),
    JSON.stringify(tasks),
    log.length === 0 ? null : JSON.stringify(log.map(logRow)),
    wakeAfterMs,
  ];
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

function logRow(line: LogLine, index: number): JsonRow {
  const { taskKey, attempt, at, level, message, request, response } = line;
  return { id: orderedId(at, index), task_key: taskKey, attempt, at, level, message, request, response };
}

/** Lines of one transition may bear the same millisecond: the index stands in the bits that follow the time. */
function orderedId(at: Date, index: number): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  random[0] = (index >> 8) & 0x0f;
  random[1] = index & 0xff;
  return newId(at.getTime(), random);
}
