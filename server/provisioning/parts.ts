import type { Words } from "@tierline/shared/sentence.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { Action } from "./action.ts";
import type { RunFeed } from "./run-feed.ts";
import type { RunModel } from "./run-model.ts";

/** A run came to an end, was taken up again, or begins to wait for a person. */
export interface RunChange {
  readonly run: RunModel;
  readonly from: RunState;
  readonly to: RunState;
}

/**
 * What else changes with a run: orders, services, notifications. Runs inside the transaction that changes the run, hence once;
 * in the tier of the run's reseller, or of the person who pressed the button.
 */
export type RunHook = (tx: Transaction, change: RunChange) => Promise<void>;

/** Settings of a connector for a tier: parsed, or as the texts that are stored. */
export type SettingsOf = (connectorKey: string, path: string) => Promise<unknown>;

/** What people do to runs is recorded like every other change; the folder that records stands above this one. */
export type RunAudit = (tx: Transaction, record: RunAuditRecord) => Promise<unknown>;

export interface RunAuditRecord {
  readonly operation: string;
  readonly subjectKind: "provisioningRun";
  readonly subjectId: string;
  readonly subject: Words;
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
  readonly path: string;
  readonly note: string | null;
}

/** What the engine works with, since it knows no product and no vendor. */
export interface EngineKnowledge {
  readonly actions: ReadonlyMap<string, Action>;
  readonly hooks: readonly RunHook[];
  readonly settingsOf: SettingsOf;
}

/** What app.ts hands to verbs that plan, start, watch or operate runs. */
export interface ProvisioningParts extends EngineKnowledge {
  readonly audit: RunAudit;
  readonly feed: RunFeed;
}

const place = Symbol("provisioning");

/** Lets the parts travel in a context: verbs that plan, start or operate runs find them there, and nowhere else. */
export function withProvisioning<C extends object>(context: C, parts: ProvisioningParts): C {
  return { ...context, [place]: parts };
}

export function provisioningOf(context: object): ProvisioningParts {
  const parts = (context as { [place]?: ProvisioningParts })[place];
  invariant(parts !== undefined, "the context carries no provisioning parts; app.ts puts them there");
  return parts;
}

/** As a map by key; two actions of one name are a mistake of ours. */
export function registerActions(actions: readonly Action[]): ReadonlyMap<string, Action> {
  const byKey = new Map(actions.map((action) => [action.key, action]));
  invariant(byKey.size === actions.length, "two actions have the same key");
  return byKey;
}

/** Whether anybody but the watchers of the run has to know of this change. */
export function changeOf(before: RunModel, after: RunModel): RunChange | null {
  const isEnded = after.finishedAt !== null && before.finishedAt === null;
  const isResumed = after.finishedAt === null && before.finishedAt !== null;
  const isForPerson = after.waitingFor === "PERSON" && before.waitingFor !== "PERSON";
  if (!isEnded && !isResumed && !isForPerson) return null;
  return { run: after, from: before.state, to: after.state };
}
