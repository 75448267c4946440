import { failureText } from "@tierline/shared/failure-code.ts";
import type { TaskState } from "@tierline/shared/task-state.ts";
import { Field, ID, Int, ObjectType } from "type-graphql";
import type { Sentence, Words } from "@tierline/shared/sentence.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { canAsk, type Action } from "./action.ts";
import type { RunErrorValue, TaskKind, TaskLogRow } from "./run.entity.ts";
import { LogLevelEnum, TaskKindEnum, TaskStateEnum, type LogLevel } from "./run.enums.ts";
import type { TaskModel } from "./run-model.ts";

@ObjectType("RunError", { description: "Why a run or a task failed, and what to do about it." })
export class RunErrorType {
  @Field(() => String, { description: "Upper-case and stable, e.g. OCS_UNREACHABLE." })
  code: string;

  @Field(() => String, { description: "What kind of failure it is, in a few words." })
  title: Words;

  @Field(() => String, { description: "What happened, in one sentence." })
  message: Words;

  @Field(() => [String], { description: "What to check, in this order." })
  whatToCheck: Sentence[];

  @Field(() => String, { nullable: true, description: "Key of the task that failed; null when no task is to blame." })
  taskKey: string | null;
}

export function toRunError(error: RunErrorValue | null): RunErrorType | null {
  if (error === null) return null;
  const { title, whatToCheck } = failureText(error.code);
  return { ...error, title, whatToCheck: [...whatToCheck] };
}

@ObjectType("ProvisioningTask", { description: "One task of a run." })
export class ProvisioningTaskType {
  /** Not part of the contract: which run it belongs to. */
  runId: string;

  @Field(() => String, { description: "Key of the task within its playbook." })
  key: string;

  @Field(() => String, { description: "What people read while it runs." })
  title: Words;

  @Field(() => String, { nullable: true, description: "What it does here, in one line." })
  detail: Words | null;

  @Field(() => TaskKindEnum, { description: "How it is done." })
  kind: TaskKind;

  @Field(() => String, {
    nullable: true,
    description: "Key of the connector it works through; null when it works within Tierline.",
  })
  connector: string | null;

  @Field(() => TaskStateEnum, { description: "Where it stands." })
  state: TaskState;

  @Field(() => [String], { description: "Keys of the tasks that come before." })
  needs: string[];

  @Field(() => Boolean, { description: "Whether the run goes on, with a warning, when it fails." })
  ignoresErrors: boolean;

  @Field(() => Int, { description: "How many attempts were begun, this one included." })
  attempt: number;

  @Field(() => Int, { description: "After how many attempts it fails. A retry by a person adds as many again." })
  maxAttempts: number;

  @Field(() => Date, { nullable: true, description: "When the next attempt is due; null unless it is RETRYING." })
  nextAttemptAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it fails with TASK_TIMEOUT at the latest." })
  deadlineAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When its first attempt began." })
  startedAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was done, had failed, or was undone." })
  finishedAt: Date | null;

  @Field(() => String, { nullable: true, description: "How it is going, in one line." })
  message: Words | null;

  @Field(() => Boolean, {
    description: "True while it is not known whether it happened outside; it is asked for before it is repeated.",
  })
  isOutcomeUnknown: boolean;

  @Field(() => Boolean, {
    description:
      "Whether one can ask outside if it happened; where not, as with mail, it is repeated under the same key.",
  })
  canBeAsked: boolean;

  @Field(() => String, { nullable: true, description: "What a person is to do; null unless it is a manual task." })
  instructions: Words | null;

  @Field(() => RunErrorType, { nullable: true, description: "Why the last attempt failed." })
  error: RunErrorType | null;
}

export function toTask(runId: string, task: Readonly<TaskModel>, action: Action | undefined): ProvisioningTaskType {
  return Object.assign(new ProvisioningTaskType(), {
    runId,
    key: task.key,
    title: task.title,
    detail: task.detail,
    kind: task.kind,
    connector: task.connector,
    state: task.state,
    needs: [...task.needs],
    ignoresErrors: task.ignoresErrors,
    attempt: task.attempt,
    maxAttempts: task.attemptsBefore + task.maxAttempts,
    nextAttemptAt: task.nextAttemptAt,
    deadlineAt: task.deadlineAt,
    startedAt: task.startedAt,
    finishedAt: task.finishedAt,
    message: task.message,
    isOutcomeUnknown: task.isOutcomeUnknown,
    canBeAsked: canAsk(action, task),
    instructions: task.instructions,
    error: toRunError(task.error),
  });
}

@ObjectType("TaskLogEntry", {
  description: "One line of what happened in an attempt. Secrets are masked before anything is written.",
})
export class TaskLogEntryType {
  @Field(() => ID, { description: "Opaque; grows with time." })
  id: string;

  @Field(() => Date, { description: "When it happened." })
  at: Date;

  @Field(() => Int, { description: "In which attempt." })
  attempt: number;

  @Field(() => LogLevelEnum, { description: "How grave it is." })
  level: LogLevel;

  @Field(() => String, { description: "What happened." })
  message: string;

  @Field(() => String, { nullable: true, description: "What was sent; null when nothing was." })
  request: string | null;

  @Field(() => String, { nullable: true, description: "What came back; null when nothing did." })
  response: string | null;
}

export function toLogEntry({ id, at, attempt, level, message, request, response }: TaskLogRow): TaskLogEntryType {
  return { id, at, attempt, level, message, request: request ?? null, response: response ?? null };
}

@ObjectType("TaskLogConnection", { description: "A page of a task's log, oldest first." })
export class TaskLogConnectionType extends connectionOf("TaskLog", () => TaskLogEntryType) {}
