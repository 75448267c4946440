import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { failureText } from "@tierline/shared/failure-code.ts";
import { canRun, isFinished, retriesAllowed } from "@tierline/shared/run-state.ts";
import { isPassed } from "@tierline/shared/task-state.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import type {
  MutationCompleteManualTaskArgs,
  MutationRetryProvisioningRunArgs,
  QueryProvisioningRunsArgs,
  RunActionKind,
} from "../../api/generated/schema.ts";
import { fieldsOf, refusal } from "../fields.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";
import { completeTask, retryRun } from "../run.ts";
import { asked, needed, type Note, rowOf, type Run, seen, signedIn, type World } from "../world.ts";
import { actionOf } from "./playbooks.ts";
import { tierPathOf } from "./viewer.ts";

function runAsked(world: World, id: string): Run | null {
  return asked(seen(world, world.runs.values()), "run", id);
}

function list(_: unknown, { filter, ...paging }: QueryProvisioningRunsArgs, world: World) {
  const customer = asked(world.customers, "cus", filter?.customerId);
  const service = asked(world.services.values(), "svc", filter?.serviceId);
  const user = signedIn(world);
  const rows = byText(seen(world, world.runs.values()), ({ id }) => id)
    .toReversed()
    .filter(
      (run) =>
        (customer === null || run.customerId === customer.id) &&
        (service === null || run.serviceId === service.id) &&
        (filter?.state == null || filter.state.includes(run.state)) &&
        (filter?.kind == null || run.kind === filter.kind) &&
        (filter?.playbookKey == null || run.playbookKey === filter.playbookKey) &&
        (filter?.errorCode == null || run.error?.code === filter.errorCode) &&
        (filter?.isMine !== true || run.startedById === user.id) &&
        mentions(filter?.search, rendered(run.title, "en"), String(run.number)),
    );
  return { ...pageOf(rows, paging), errorGroups: errorGroupsOf(rows) };
}

function errorGroupsOf(runs: readonly Run[]) {
  const failed = runs.filter(({ state, error }) => state === "FAILED" && error !== null);
  const groups = byText([...Map.groupBy(failed, ({ error }) => error?.code ?? "")], ([code]) => code);
  return groups
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([code, group]) => {
      const [latest] = group;
      const task = latest?.tasks.find(({ key }) => key === latest.error?.taskKey);
      return {
        code,
        message: latest?.error?.message ?? "",
        connector: task?.connector ?? null,
        count: group.length,
        latestAt: latest?.finishedAt ?? latest?.queuedAt,
      };
    });
}

/** What may be done with a run in the preview; what cannot be played here is disabled and says so. */
function actionsOf(run: Run) {
  const retry = canRun.retry(run);
  const action = (kind: RunActionKind, reason: Words | null) => ({ action: kind, isAllowed: reason === null, reason });
  const absent = "Not in the preview.";
  return [
    action("RETRY", retry.isAllowed ? null : retry.reason),
    action("ROLL_BACK", absent),
    action("CANCEL", absent),
  ];
}

/** `customer.name` and its like: what the run was given, as texts. */
function variablesOf({ variables }: Run) {
  const flat = (value: unknown, path: string): { key: string; value: string; isSecret: boolean }[] => {
    if (value === null || value === undefined) return [];
    if (typeof value !== "object") return [{ key: path, value: String(value), isSecret: false }];
    return Object.entries(value).flatMap(([key, each]) => flat(each, path === "" ? key : `${path}.${key}`));
  };
  return flat(variables, "").toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** Whether anybody can be asked what became of a task: a web service only where the playbook says how. */
function canAsk({ action, input }: Demo.DemoTask): boolean {
  const names = typeof input === "object" && input !== null ? input : {};
  return actionOf(action).hasVerify && (action !== "http.request" || "verifyPath" in names);
}

function refusedFor(run: Run, sequence: number, isAllowed: boolean) {
  if (run.sequence !== sequence) return [refusal("STALE", say("run.stale"), ["sequence"])];
  return isAllowed ? [] : [refusal("STATE_CONFLICT", say("run.retryOnlyFailed"))];
}

export const runs = {
  ProvisioningRun: fieldsOf<Run>({
    completedTasks: ({ tasks }) => tasks.filter(({ state }) => isPassed(state) && state !== "SKIPPED").length,
    totalTasks: ({ tasks }) => tasks.length,
    retriesAllowed: () => retriesAllowed,
    waitingUntil: () => null,
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    service: ({ serviceId }, _, world) => rowOf(world.services.values(), serviceId),
    order: ({ orderId }, _, world) => rowOf(world.orders.values(), orderId),
    playbook: ({ playbookKey }) => demoPlaybooks.find(({ key }) => key === playbookKey),
    actions: actionsOf,
    variables: variablesOf,
    export: (run) => JSON.stringify(run, null, 2),
  }),
  ProvisioningTask: fieldsOf<Demo.DemoTask>({
    detail: () => null,
    nextAttemptAt: () => null,
    deadlineAt: ({ startedAt, deadlineSeconds }, _, world) =>
      startedAt === null || startedAt < world.startedAt
        ? null
        : new Date(startedAt.getTime() + deadlineSeconds * 1_000),
    isOutcomeUnknown: () => false,
    canBeAsked: canAsk,
    log: ({ log }, paging: Paging) => pageOf(log, paging),
  }),
  RunError: fieldsOf<Demo.DemoRunError>({
    title: ({ code }) => failureText(code).title,
    whatToCheck: ({ code }) => failureText(code).whatToCheck,
  }),
  Notification: fieldsOf<Note>({
    run: ({ runId }, _, world) => rowOf(world.runs.values(), runId),
    item: () => null,
    problem: () => null,
  }),
  Query: fieldsOf<unknown>({
    provisioningRun: (_, { id }: { id: string }, world) => runAsked(world, id),
    provisioningRuns: list,
  }),
  Mutation: fieldsOf<unknown>({
    retryProvisioningRun(_, { input }: MutationRetryProvisioningRunArgs, world) {
      const run = needed(runAsked(world, input.id));
      const userErrors = refusedFor(run, input.sequence, canRun.retry(run).isAllowed);
      if (userErrors.length > 0) return { run: null, userErrors };
      retryRun(world, run.id);
      return { run: world.runs.get(run.id), userErrors };
    },
    completeManualTask(_, { input }: MutationCompleteManualTaskArgs, world) {
      const run = needed(runAsked(world, input.runId));
      const task = run.tasks.find(({ key }) => key === input.taskKey);
      const userErrors = refusedFor(run, input.sequence, task?.state === "WAITING" && !isFinished(run.state));
      if (userErrors.length > 0) return { run: null, userErrors };
      completeTask(world, run.id, input.taskKey);
      return { run: world.runs.get(run.id), userErrors };
    },
  }),
  Subscription: fieldsOf<unknown>({
    provisioningRun: (_, { id }: { id: string }, world) => needed(runAsked(world, id)),
    notifications: (note) => note,
  }),
};
