import { newId } from "@tierline/shared/id.ts";
import { queuedRunsPerResellerMax } from "@tierline/shared/limits.ts";
import { taskOrder, type OrderedTask } from "@tierline/shared/playbook.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { Rejection } from "../kernel/rejection.ts";
import { provisioningOf } from "./parts.ts";
import { latestPlaybook, playbookVersion, type PinnedPlaybook } from "./playbook-document.ts";
import { RunEntity, TaskEntity, type RunKind } from "./run.entity.ts";
import { runTopic } from "./run-model.ts";

export interface StartRunInput {
  readonly kind: RunKind;
  /** The newest version of that playbook, or the very version that a quote was made with. */
  readonly playbook: { readonly key: string } | { readonly versionId: string };
  /** Tier path of the customer. */
  readonly path: string;
  readonly resellerId: string;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly orderId: string | null;
  readonly title: string;
  /** What the playbook's templates read, by path: `{ customer: { name } }`. Frozen from now on; no secrets. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Until when a run that succeeded may be rolled back. */
  readonly undoableUntil?: Date | null;
  /** Where the caller needs the id beforehand, e.g. to claim items for the run. */
  readonly id?: string;
}

export interface StartedRun {
  readonly id: string;
  readonly number: number;
  readonly playbookKey: string;
  readonly playbookNumber: number;
}

/**
 * Records a run and wakes the engine, in the caller's transaction: if that fails there is no run. Refuses with QUEUE_FULL when
 * the reseller has too many unfinished ones, and with MISSING_ACTION when the playbook cannot run.
 */
export async function startRun(tx: Transaction, input: StartRunInput): Promise<StartedRun> {
  await assertRoom(tx, input.resellerId);
  const pinned =
    "key" in input.playbook
      ? await latestPlaybook(tx, input.playbook.key, input.path)
      : await playbookVersion(tx, input.playbook.versionId);
  const id = input.id ?? newId(tx.clock.now().getTime());
  const tasks = taskOrder(pinned.document.tasks).map((task, position) => taskRow(tx, input.path, id, task, position));
  const number = await nextNumber(tx, resellerPathOf(input.path), "run");
  await tx.em.insert(RunEntity, runRow(tx, input, id, number, pinned));
  await tx.em.insertMany(TaskEntity, tasks);
  await tx.em.execute("select wake_run(?, ?, 0)", [input.path, id]);
  tx.announce({ topic: runTopic(id), path: input.path, sequence: 1 });
  return { id, number, playbookKey: pinned.key, playbookNumber: pinned.number };
}

async function assertRoom(tx: Transaction, resellerId: string): Promise<void> {
  const [row] = await tx.em.execute<{ unfinished: number }[]>(
    `select count(*)::int as unfinished from
       (select from provisioning_run where reseller_id = ? and finished_at is null limit ?) unfinished`,
    [resellerId, queuedRunsPerResellerMax],
  );
  if (row === undefined || row.unfinished < queuedRunsPerResellerMax) return;
  const message = `${queuedRunsPerResellerMax} runs are already under way. Try again when some of them are done.`;
  throw new Rejection({ code: "QUEUE_FULL", message });
}

function runRow(tx: Transaction, input: StartRunInput, id: string, number: number, pinned: PinnedPlaybook) {
  const { playbook: _chosen, ...facts } = input;
  const { viewer } = tx;
  return {
    ...facts,
    id,
    number,
    variables: { ...input.variables },
    undoableUntil: input.undoableUntil ?? null,
    state: "QUEUED" as const,
    origin: viewer.channel,
    playbookVersion: pinned.versionId,
    playbookKey: pinned.key,
    playbookNumber: pinned.number,
    sequence: 1,
    fence: 0n,
    retriesUsed: 0,
    startedById: viewer.userId,
    startedBy: viewer.name,
    queuedAt: tx.clock.now(),
  };
}

function taskRow(tx: Transaction, path: string, run: string, task: OrderedTask, position: number) {
  const action = provisioningOf(tx).actions.get(task.action);
  if (action === undefined) {
    throw new Rejection({
      code: "MISSING_ACTION",
      message: `The playbook names an action that does not exist: ${task.action}.`,
    });
  }
  const { key, title, needs, deadlineSeconds, maxAttempts, instructions } = task;
  return {
    path,
    run,
    key,
    position,
    title,
    needs,
    deadlineSeconds,
    maxAttempts,
    action: action.key,
    kind: action.kind,
    connector: action.connector ?? null,
    input: task.input,
    ignoresErrors: task.ignoreErrors,
    instructions: instructions ?? null,
    state: "PENDING" as const,
    attempt: 0,
    attemptsBefore: 0,
    backOffs: 0,
    undoAttempt: 0,
    isOutcomeUnknown: false,
    isTouched: false,
  };
}
