import { runStates, type RunState } from "@tierline/shared/run-state.ts";
import { taskStates, type TaskState } from "@tierline/shared/task-state.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { runKinds, taskKinds, waitReasons, type RunKind, type TaskKind, type WaitReason } from "./run.entity.ts";

function described<T extends string>(texts: Record<T, string>): Record<T, { description: string }> {
  const entries = Object.entries<string>(texts).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(entries) as Record<T, { description: string }>;
}

export const RunStateEnum = enumOf(runStates);
registerEnumType(RunStateEnum, {
  name: "ProvisioningRunState",
  description: "Where a run stands.",
  valuesConfig: described<RunState>({
    QUEUED: "A worker will begin it in a moment.",
    RUNNING: "A worker is at it.",
    WAITING: "It waits for something: see waitingFor.",
    SUCCEEDED: "All of its tasks are done.",
    SUCCEEDED_WITH_WARNINGS: "Done, but for tasks whose failure is ignored.",
    FAILED: "A task has failed. It can be retried from there, or rolled back.",
    ROLLING_BACK: "Its tasks are being undone, last first.",
    ROLLED_BACK: "All that it did is undone.",
    ROLL_BACK_FAILED: "A task could not be undone. Roll back again once the cause is gone.",
    CANCELLED: "A person stopped it between two tasks. What it did until then can be rolled back.",
  }),
});

export const RunKindEnum = enumOf(runKinds);
registerEnumType(RunKindEnum, {
  name: "ProvisioningRunKind",
  description: "What a run is for.",
  valuesConfig: described<RunKind>({
    PROVISION: "Makes a new service.",
    ADD_ON: "Adds something to a service.",
    CHANGE: "Changes a service, e.g. how many calls at a time it may have.",
    TERMINATE: "Ends a service.",
  }),
});

export const TaskStateEnum = enumOf(taskStates);
registerEnumType(TaskStateEnum, {
  name: "ProvisioningTaskState",
  description: "Where a task of a run stands.",
  valuesConfig: described<TaskState>({
    PENDING: "Not begun.",
    RUNNING: "Under way.",
    RETRYING: "The last attempt failed; the next one is due at nextAttemptAt.",
    WAITING: "Waits for a person.",
    SUCCEEDED: "Done.",
    FAILED: "Failed, and with it the run.",
    FAILED_IGNORED: "Failed, and the run goes on with a warning.",
    SKIPPED: "Not done, as the run ended before.",
    UNDONE: "Undone.",
  }),
});

export const TaskKindEnum = enumOf(taskKinds);
registerEnumType(TaskKindEnum, {
  name: "TaskKind",
  description: "How a task is done.",
  valuesConfig: described<TaskKind>({
    DB: "Within Tierline: exactly once.",
    EXTERNAL: "In an outside system: at least once, with the same key each time.",
    MANUAL: "By a person.",
  }),
});

export const WaitReasonEnum = enumOf(waitReasons);
registerEnumType(WaitReasonEnum, {
  name: "WaitReason",
  description: "What a run waits for.",
  valuesConfig: described<WaitReason>({
    BACK_OFF: "For its next attempt.",
    PERSON: "For a person to do a manual task.",
    UPSTREAM: "For an outside system that does not answer anybody at present.",
    TAKE_OVER: "For a worker to take it.",
  }),
});

export const logLevels = ["INFO", "WARNING", "ERROR"] as const;
export type LogLevel = (typeof logLevels)[number];
export const LogLevelEnum = enumOf(logLevels);
registerEnumType(LogLevelEnum, {
  name: "LogLevel",
  description: "How grave a line of a log is.",
  valuesConfig: described<LogLevel>({
    INFO: "As it should be.",
    WARNING: "Something did not work; it is tried again or does no harm.",
    ERROR: "Something failed.",
  }),
});

export const runActionKinds = ["RETRY", "ROLL_BACK", "CANCEL"] as const;
export type RunActionKind = (typeof runActionKinds)[number];
export const RunActionKindEnum = enumOf(runActionKinds);
registerEnumType(RunActionKindEnum, {
  name: "RunActionKind",
  description: "What a person may do with a run.",
  valuesConfig: described<RunActionKind>({
    RETRY: "Go on from the failed task.",
    ROLL_BACK: "Undo what was done, last first.",
    CANCEL: "Stop before the next task.",
  }),
});
