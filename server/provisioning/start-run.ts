import { newId } from "@tierline/shared/id.ts";
import { queuedRunsPerResellerMax } from "@tierline/shared/limits.ts";
import { spoken, taskOrder, type OrderedTask } from "@tierline/shared/playbook.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { Rejection } from "../kernel/rejection.ts";
import { provisioningOf } from "./parts.ts";
import { latestPlaybook, playbookVersion, type PinnedPlaybook } from "./playbook-document.ts";
import type { RunKind } from "./run.entity.ts";
import { runTopic } from "./run-model.ts";
import { wakeAfterwards } from "./wake-runs.ts";

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
  readonly title: Words;
  /** What the playbook's templates read, by path: `{ customer: { name } }`. Frozen from now on; no secrets. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Until when a run that succeeded may be rolled back. */
  readonly undoableUntil?: Date | null;
  /** Where the caller needs the id beforehand, e.g. to claim items for the run. */
  readonly id?: string;
  /** Where the caller has taken it together with others. */
  readonly number?: number;
}

export interface StartedRun {
  readonly id: string;
  readonly number: number;
  readonly playbookKey: string;
  readonly playbookNumber: number;
}

/**
 * Records a run in the caller's transaction, and wakes the engine when that has committed. Refuses with QUEUE_FULL when
 * the reseller has too many unfinished ones, and with MISSING_ACTION when the playbook cannot run.
 */
export async function startRun(tx: Transaction, input: StartRunInput): Promise<StartedRun> {
  const pinned =
    "key" in input.playbook
      ? await latestPlaybook(tx, input.playbook.key, input.path)
      : await playbookVersion(tx, input.playbook.versionId);
  const id = input.id ?? newId(tx.clock.now().getTime());
  const tasks = taskOrder(pinned.document.tasks).map((task, position) => taskRow(tx, task, position));
  const number = input.number ?? (await nextNumber(tx, resellerPathOf(input.path), "run"));
  const [row] = await tx.em.execute<{ is_started: boolean }[]>(
    "select start_run(?::jsonb, ?::jsonb, ?) as is_started",
    [JSON.stringify({ ...runRow(tx, input, id, pinned), number }), JSON.stringify(tasks), queuedRunsPerResellerMax],
  );
  if (row?.is_started !== true) throw tooMany();
  wakeAfterwards(tx, { id, path: input.path });
  tx.announce({ topic: runTopic(id), path: input.path, sequence: 1 });
  return { id, number, playbookKey: pinned.key, playbookNumber: pinned.number };
}

function tooMany(): Rejection {
  const message = say("run.queueFull", { max: queuedRunsPerResellerMax });
  return new Rejection({ code: "QUEUE_FULL", message });
}

function runRow({ viewer, clock, importId }: Transaction, input: StartRunInput, id: string, pinned: PinnedPlaybook) {
  return {
    id,
    path: input.path,
    kind: input.kind,
    // Another system asked for it, whatever way it came in (OX3).
    origin: viewer.program === undefined ? viewer.channel : "SYSTEM",
    title: input.title,
    reseller_id: input.resellerId,
    customer_id: input.customerId,
    service_id: input.serviceId,
    order_id: input.orderId,
    playbook_version_id: pinned.versionId,
    playbook_key: pinned.key,
    playbook_number: pinned.number,
    variables: input.variables,
    started_by_id: viewer.userId,
    started_by: viewer.name,
    queued_at: clock.now(),
    undoable_until: input.undoableUntil ?? null,
    import_id: importId ?? null,
  };
}

function taskRow(tx: Transaction, task: OrderedTask, position: number) {
  const action = provisioningOf(tx).actions.get(task.action);
  if (action === undefined) {
    const message = say("playbook.actionMissing", { action: task.action });
    throw new Rejection({ code: "MISSING_ACTION", message });
  }
  return {
    key: task.key,
    position,
    title: spoken(task, "title"),
    action: action.key,
    kind: action.kind,
    connector: action.connector ?? null,
    input: task.input,
    needs: task.needs,
    ignores_errors: task.ignoreErrors,
    deadline_seconds: task.deadlineSeconds,
    max_attempts: task.maxAttempts,
    instructions: spoken(task, "instructions") ?? null,
  };
}
