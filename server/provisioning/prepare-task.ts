import { lookupIn, renderTemplate, VariableMissing } from "@tierline/shared/template.ts";
import { sentenceOfIssue } from "@tierline/shared/sentence-of-issue.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { Rejection } from "../kernel/rejection.ts";
import { TaskFailure, type Action } from "./action.ts";
import type { Failure } from "./run-event.ts";
import type { RunModel, TaskModel } from "./run-model.ts";

/** What of a run the templates read. */
export interface Scope {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

export interface PreparedTask {
  readonly action: Action;
  /** As the action's own schema gave it. */
  readonly input: Record<string, unknown>;
}

type Template = Pick<TaskModel, "action" | "input">;

/** Renders a task's input and checks it: the same for the plan, for each attempt and for undoing. */
export function prepareTask(actions: ReadonlyMap<string, Action>, task: Template, scope: Scope): PreparedTask {
  const action = actions.get(task.action);
  if (action === undefined) throw new TaskFailure("ACTION_MISSING", say("playbook.noAction", { action: task.action }));
  const rendered = renderTemplate(task.input, lookupIn({ ...scope.variables, tasks: scope.outputs }));
  const parsed = action.input.safeParse(rendered);
  if (parsed.success) return { action, input: parsed.data };
  const [issue] = parsed.error.issues;
  throw new TaskFailure(
    "INPUT_INVALID",
    say("task.inputWrong", {
      input: issue?.path.join(".") ?? "",
      reason: issue === undefined ? "" : sentenceOfIssue(issue),
    }),
  );
}

export function scopeOf(run: RunModel): Scope {
  return {
    variables: run.variables,
    outputs: Object.fromEntries(run.tasks.map((task) => [task.key, task.output ?? {}])),
  };
}

/** One line about the task before it has begun; null when the action has none to say, or cannot. */
export function describeTask({ action, input }: PreparedTask): Words | null {
  return action.describe?.(input) ?? null;
}

/** `hasCalled`: something may have happened outside before whatever this is was thrown. */
export function failureOf(error: unknown, hasCalled: boolean): Failure {
  if (error instanceof ConnectorFailure) return { outcome: error.outcome, code: error.code, message: error.words };
  if (error instanceof TaskFailure) return permanent(error.code, error.sentence);
  if (error instanceof VariableMissing) return permanent("VARIABLE_MISSING", error.sentence);
  const refusal = error instanceof Rejection ? error.refusals[0] : undefined;
  if (refusal !== undefined) return permanent(refusal.code, refusal.message);
  return {
    outcome: hasCalled ? "unknown" : "retryable",
    code: "INTERNAL",
    message: say("task.fault"),
  };
}

function permanent(code: string, message: Words): Failure {
  return { outcome: "permanent", code, message };
}
