import type { RunState } from "@tierline/shared/run-state.ts";
import type { WaitReason } from "./run.entity.ts";
import type { LogLine, RunModel, RunProgress, TaskModel, TaskProgress } from "./run-model.ts";

export type TaskDraft = Omit<TaskModel, keyof TaskProgress> & TaskProgress;

/** A run while it is being decided upon. The run it came from stays as it was. */
export interface Draft {
  readonly run: RunProgress;
  readonly state: RunState;
  readonly tasks: readonly Readonly<TaskModel>[];
  readonly changed: ReadonlySet<string>;
  readonly log: readonly LogLine[];
  task(key: string): Readonly<TaskModel>;
  /** The task, to be written to. */
  change(key: string): TaskDraft;
  note(line: Omit<LogLine, "request" | "response">): void;
  wait(reason: WaitReason | null, until?: Date | null): void;
  /** The run as it will stand once this is written. */
  finished(isReleased: boolean): RunModel;
}

const progressFields = [
  "state",
  "waitingFor",
  "waitingUntil",
  "cancelRequestedAt",
  "retriesUsed",
  "deadlineAt",
  "deadlineLeftMs",
  "startedAt",
  "finishedAt",
  "error",
] as const satisfies readonly (keyof RunProgress)[];

export function draftOf(before: RunModel): Draft {
  const run: RunProgress = { ...before };
  const tasks = before.tasks.map((task) => ({ ...task }));
  const byKey = new Map(tasks.map((task) => [task.key, task]));
  const changed = new Set<string>();
  const log: LogLine[] = [];
  const get = (key: string): TaskDraft => {
    const task = byKey.get(key);
    if (task === undefined) throw new Error(`The run ${before.id} has no task ${key}.`);
    return task;
  };
  return {
    run,
    tasks,
    changed,
    log,
    get state() {
      return run.state;
    },
    task: get,
    change(key) {
      changed.add(key);
      return get(key);
    },
    note: (line) => void log.push({ ...line, request: null, response: null }),
    wait(reason, until = null) {
      run.waitingFor = reason;
      run.waitingUntil = until;
    },
    finished: (isReleased) => ({
      ...before,
      ...run,
      tasks,
      sequence: before.sequence + 1,
      workerId: isReleased ? null : before.workerId,
    }),
  };
}

export function isUnchanged(draft: Draft, before: RunModel): boolean {
  return draft.changed.size === 0 && progressFields.every((field) => draft.run[field] === before[field]);
}
