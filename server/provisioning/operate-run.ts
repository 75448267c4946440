import { canRun, type RunVerdict } from "@tierline/shared/run-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { rootPath } from "../kernel/viewer.ts";
import { cancelled, manualTaskDone, retried, rollBackBegun } from "./operate.ts";
import { changeOf, provisioningOf } from "./parts.ts";
import { runTopic, type RunModel, type Transition } from "./run-model.ts";
import { inTransaction } from "./run-transaction.ts";
import { circumstancesOf } from "./write-transition.ts";

/** The run, as the person who presses the button has seen it. */
export interface SeenRun {
  /** Null for an id that can name no run. */
  readonly id: string | null;
  readonly sequence: number;
}

/** What a person wants with a run: whether it may be, and what it means. */
interface Deed {
  readonly operation: string;
  readonly note?: string | null;
  /** The input field that a refusal is about, where it is one. */
  readonly path?: readonly string[];
  verdict(run: RunModel, tx: Transaction): RunVerdict;
  transition(run: RunModel, tx: Transaction): Transition;
}

/** Goes on from the failed task. Three times by anybody; after that only the operator may, who then begins a new count. */
export function retryRun(context: Context, seen: SeenRun): Promise<string> {
  const isReset = context.viewer.path === rootPath;
  return operate(context, seen, {
    operation: "provisioningRun.retry",
    verdict: ({ state, retriesUsed }) => canRun.retry({ state, retriesUsed, isReset }),
    transition: (run) => retried(run, isReset),
  });
}

export function rollBackRun(context: Context, seen: SeenRun): Promise<string> {
  return operate(context, seen, {
    operation: "provisioningRun.rollBack",
    verdict: ({ state, undoableUntil }, { clock }) => canRun.rollBack({ state, undoableUntil, now: clock.now() }),
    transition: rollBackBegun,
  });
}

/** The same within a transaction of another verb, e.g. of undoing an order. */
export function rollBackRunWithin(tx: Transaction, seen: SeenRun): Promise<string> {
  return operateWithin(tx, seen, {
    operation: "provisioningRun.rollBack",
    verdict: ({ state, undoableUntil }, { clock }) => canRun.rollBack({ state, undoableUntil, now: clock.now() }),
    transition: rollBackBegun,
  });
}

/** Stops before the next task; one in flight is waited for. */
export function cancelRun(context: Context, seen: SeenRun): Promise<string> {
  return operate(context, seen, { operation: "provisioningRun.cancel", verdict: canRun.cancel, transition: cancelOf });
}

/** The same within a transaction of another verb. */
export function cancelRunWithin(tx: Transaction, seen: SeenRun): Promise<string> {
  return operateWithin(tx, seen, { operation: "provisioningRun.cancel", verdict: canRun.cancel, transition: cancelOf });
}

/** Nothing is begun here, so that no connector has to be spared. */
const closed = { record: () => undefined, holdMs: () => 0 };

function cancelOf(run: RunModel, { clock, ...tx }: Transaction): Transition {
  const time = { now: () => clock.now(), random: () => Math.random(), until: () => Promise.resolve() };
  const { actions } = provisioningOf(tx);
  return cancelled(run, circumstancesOf({ time, actions, isStopping: false, breaker: closed }, new Set()));
}

export interface ManualTask extends SeenRun {
  readonly taskKey: string;
  readonly note: string | null;
}

export function completeManualTask(context: Context, { taskKey, note, ...seen }: ManualTask): Promise<string> {
  checkNote(note);
  return operate(context, seen, {
    operation: "provisioningRun.completeTask",
    path: ["taskKey"],
    note,
    verdict: (run) => canComplete(run, taskKey),
    transition: (run, { clock, viewer }) => manualTaskDone(run, taskKey, clock.now(), note, viewer.name),
  });
}

function canComplete({ state, finishedAt, tasks }: RunModel, key: string): RunVerdict {
  const isOpen = finishedAt === null && state !== "ROLLING_BACK";
  const isWaiting = tasks.some((task) => task.key === key && task.kind === "MANUAL" && task.state === "WAITING");
  if (isOpen && isWaiting) return { isAllowed: true };
  return {
    isAllowed: false,
    code: "STATE_CONFLICT",
    reason: say("run.notWaiting"),
  };
}

function operate(context: Context, seen: SeenRun, deed: Deed): Promise<string> {
  return transaction(context, (tx) => operateWithin(tx, seen, deed));
}

/** Refuses with STALE when the run has changed since it was seen, with the verdict's own code when it may not be. */
async function operateWithin(tx: Transaction, { id, sequence }: SeenRun, deed: Deed): Promise<string> {
  const run = id === null ? null : await lockRun(tx, id);
  if (run === null) throw notFound();
  if (run.sequence !== sequence) {
    throw new Rejection({
      code: "STALE",
      message: say("run.stale"),
    });
  }
  const verdict = deed.verdict(run, tx);
  if (!verdict.isAllowed) {
    const { path } = deed;
    throw new Rejection({ code: verdict.code, message: verdict.reason, ...(path === undefined ? {} : { path }) });
  }
  const transition = deed.transition(run, tx);
  const recorded = await inTransaction(tx, run).record(run, transition);
  invariant(recorded === "HELD", "the row is locked, so nobody else can have changed it");
  await tell(tx, run, transition.run, deed);
  return run.id;
}

async function lockRun(tx: Transaction, id: string): Promise<RunModel | null> {
  await tx.em.execute("select 1 from provisioning_run where id = ? for update", [id]);
  return inTransaction(tx, { id }).load();
}

async function tell(
  tx: Transaction,
  before: RunModel,
  after: RunModel,
  { operation, note = null }: Deed,
): Promise<void> {
  const { hooks, audit } = provisioningOf(tx);
  const change = changeOf(before, after);
  if (change !== null) for (const hook of hooks) await hook(tx, change);
  await audit(tx, {
    operation,
    subjectKind: "provisioningRun",
    subjectId: after.id,
    subject: say("subject.run", { number: after.number, title: after.title }),
    changes: before.state === after.state ? [] : [{ field: "state", before: before.state, after: after.state }],
    path: after.path,
    note,
  });
  tx.announce({ topic: runTopic(after.id), path: after.path, sequence: after.sequence });
}
