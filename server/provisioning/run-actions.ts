import { canRun, type RunVerdict } from "@tierline/shared/run-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { RequestContext } from "../kernel/context.ts";
import { may } from "../kernel/requires.ts";
import { rootPath } from "../kernel/viewer.ts";
import { masked, Secret, type Part } from "../kernel/secret.ts";
import type { RunActionKind } from "./run.enums.ts";
import type { RunView } from "./run-model.ts";
import type { RunActionType, RunVariableType } from "./run.type.ts";

/** What the viewer may do with a run now, by the rules that the verbs themselves refuse by. */
export function actionsOf(run: RunView, context: RequestContext): RunActionType[] {
  const isReset = context.viewer?.path === rootPath;
  const { state, retriesUsed, undoableUntil } = run;
  const verdicts: Record<RunActionKind, RunVerdict> = {
    RETRY: canRun.retry({ state, retriesUsed, isReset }),
    ROLL_BACK: canRun.rollBack({ state, undoableUntil, now: context.clock.now() }),
    CANCEL: canRun.cancel({ state }),
  };
  const isPermitted = may(context, "run.operate");
  return Object.entries(verdicts).map(([action, { isAllowed, reason = null }]) => ({
    action: action as RunActionKind, // the keys of the record above
    isAllowed: isAllowed && isPermitted,
    reason: isPermitted ? reason : say("run.mayNot"),
  }));
}

/** The frozen variables, one line each by path, and the secrets that the run made. */
export function variablesOf({ variables }: RunView, secrets: readonly string[]): RunVariableType[] {
  const hidden = secrets.map((name) => ({ key: `secrets.${name}`, value: String(new Secret("")), isSecret: true }));
  // By name, since the database keeps no order of its own.
  return [...flat(variables, "").toSorted((a, b) => (a.key < b.key ? -1 : 1)), ...hidden];
}

function flat(value: unknown, path: string): RunVariableType[] {
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, each]) => flat(each, path === "" ? key : `${path}.${key}`));
  }
  return value === null ? [] : [{ key: path, value: masked(value as Part), isSecret: false }];
}
