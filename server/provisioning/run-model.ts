import type { Channel } from "@tierline/shared/kinds.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import type { TaskState } from "@tierline/shared/task-state.ts";
import type { TemplateValue } from "@tierline/shared/template.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { RunFacts } from "./action.ts";
import type { RunErrorValue, TaskKind, WaitReason } from "./run.entity.ts";

/** Of a run, all that a transition may change besides its sequence. */
export interface RunProgress {
  state: RunState;
  waitingFor: WaitReason | null;
  waitingUntil: Date | null;
  cancelRequestedAt: Date | null;
  retriesUsed: number;
  deadlineAt: Date | null;
  deadlineLeftMs: number | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: RunErrorValue | null;
}

/** Of a task, all that a transition may change. */
export interface TaskProgress {
  state: TaskState;
  attempt: number;
  attemptsBefore: number;
  backOffs: number;
  undoAttempt: number;
  nextAttemptAt: Date | null;
  deadlineAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  isOutcomeUnknown: boolean;
  isTouched: boolean;
  detail: Words | null;
  message: Words | null;
  output: Record<string, string | number | boolean> | null;
  error: RunErrorValue | null;
}

export interface TaskModel extends TaskProgress {
  readonly key: string;
  readonly position: number;
  readonly title: Words;
  readonly action: string;
  readonly kind: TaskKind;
  readonly connector: string | null;
  readonly input: Readonly<Record<string, TemplateValue>>;
  readonly needs: readonly string[];
  readonly ignoresErrors: boolean;
  readonly deadlineSeconds: number;
  readonly maxAttempts: number;
  /** For a person, in a manual task. */
  readonly instructions: Words | null;
}

/** One run with all its tasks, as the engine thinks of it. */
export interface RunModel extends RunFacts, Readonly<RunProgress> {
  readonly sequence: number;
  readonly fence: number;
  readonly workerId: string | null;
  readonly title: Words;
  readonly origin: Channel;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly undoableUntil: Date | null;
  /** Of the import of which it is a row. */
  readonly importId?: string | null;
  readonly tasks: readonly Readonly<TaskModel>[];
}

export interface LogLine {
  readonly taskKey: string;
  readonly attempt: number;
  readonly at: Date;
  readonly level: "INFO" | "WARNING" | "ERROR";
  readonly message: string;
  readonly request: string | null;
  readonly response: string | null;
}

/** Where a run is found: its id, and the tier path that row-level security asks for. */
export interface RunAddress {
  readonly id: string;
  readonly path: string;
}

/** Changes of one run that are written together, or not at all. */
export interface Transition {
  /** The run as it will be; its `sequence` is one more than before. */
  readonly run: RunModel;
  /** Keys of the tasks that change. */
  readonly changed: readonly string[];
  readonly log: readonly LogLine[];
  /** The worker lets go of the run. */
  readonly isReleased: boolean;
  /** When the queue is to wake a released run; null leaves that to a person. */
  readonly wakeAfterMs: number | null;
}

/** A run as people see it. Its tasks come along where the whole of it was read, and are looked up otherwise. */
export interface RunView extends Omit<RunModel, "tasks"> {
  readonly playbookVersionId: string;
  readonly playbookKey: string;
  readonly playbookNumber: number;
  readonly queuedAt: Date;
  readonly tasks: readonly Readonly<TaskModel>[] | null;
}

export function taskOf(run: RunModel, key: string): Readonly<TaskModel> {
  const task = run.tasks.find((each) => each.key === key);
  if (task === undefined) throw new Error(`The run ${run.id} has no task ${key}.`);
  return task;
}

/** A run that somebody else is in charge of now; whoever gets this must not touch anything any more. */
export class FenceLost extends Error {
  override readonly name = "FenceLost";
  constructor(runId: string) {
    super(`The run ${runId} was taken over.`);
  }
}

export function runTopic(runId: string): string {
  return `run:${runId}`;
}
