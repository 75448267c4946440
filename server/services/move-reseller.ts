import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { parentPathOf } from "@tierline/shared/tier-path.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { planMove, type MovePlan, type MoveQuestion } from "./plan-move.ts";

export interface MoveReseller extends MoveQuestion {
  /** Of the plan that was shown. */
  readonly fingerprint: string;
}

/** One move at a time in the whole tree: two that are each right could be a circle together. */
const lockKey = 7_401_311;

/**
 * Puts a reseller and all below it under another parent, in one transaction: whoever looks sees it at the one place or the other.
 * @throws AccessError NOT_FOUND, Rejection STALE (not what was shown), STATE_CONFLICT and IN_USE as the plan says
 */
export async function moveReseller(context: Context, question: MoveReseller): Promise<ResellerRow> {
  return transaction(context, async (tx) => {
    await tx.em.execute("select pg_advisory_xact_lock(?)", [lockKey]);
    const plan = await planMove(tx, question);
    if (plan.refusals.length > 0) throw new Rejection(plan.refusals);
    if (plan.fingerprint !== question.fingerprint) {
      throw new Rejection({ code: "STALE", message: say("reseller.moveChanged"), path: ["fingerprint"] });
    }
    await carry(tx, plan);
    const row = await tx.em.findOneOrFail(ResellerEntity, { id: plan.row.id }, { disableIdentityMap: true });
    await told(tx, plan, row);
    // What waited for the move to write at the old place has written by now.
    tx.afterwards(() => context.em.execute("select move_tier(?, ?)", [plan.row.path, plan.path]));
    return row;
  });
}

async function carry({ em }: Transaction, { row, parent, path }: MovePlan): Promise<void> {
  await em.execute("update reseller set parent_id = ?, version = version + 1 where id = ?", [parent.id, row.id]);
  await em.execute("select move_tier(?, ?)", [row.path, path]).catch(busyWhenLocked);
  // What a former parent let them sell is no longer above them.
  await em.execute(
    "delete from sellable_offering s using offering o where o.id = s.offering_id and starts_with(s.path, ?) and not starts_with(s.path, o.path)",
    [path],
  );
  // A run that began between the plan and the lock is under way now.
  const [under] = await em.execute<{ id: string }[]>(
    "select id from provisioning_run where starts_with(path, ?) and finished_at is null limit 1",
    [path],
  );
  if (under !== undefined) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("reseller.moveRuns", { count: 1 }), path: ["id"] });
  }
}

function busyWhenLocked(error: unknown): never {
  if ((error as { code?: unknown }).code !== "55P03") throw error; // lock_not_available
  throw new Rejection({ code: "STATE_CONFLICT", message: say("reseller.moveBusy"), path: ["id"] });
}

/** Both sides learn of it: the new place by the reseller's own trail, the old parent, who sees nothing of it any more, by theirs. */
async function told(tx: Transaction, { row: before, parent, path }: MovePlan, row: ResellerRow): Promise<void> {
  const from = await tx.em.findOneOrFail(
    ResellerEntity,
    { path: parentPathOf(before.path) },
    { disableIdentityMap: true },
  );
  const changes = changesBetween({ parent: from.name }, { parent: parent.name });
  const entry = { operation: "reseller.move", subjectKind: "reseller", subject: row.name, changes } as const;
  await recordAudit(tx, { ...entry, subjectId: row.id, path });
  await recordAudit(tx, { ...entry, subjectId: from.id, path: from.path });
  tx.announce({ topic: `reseller:${row.id}`, path, sequence: row.version });
}
