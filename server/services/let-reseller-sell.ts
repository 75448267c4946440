import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { planSelling, resellerBelow, type SellingPlan, type SellingQuestion } from "./plan-selling.ts";

export interface LetResellerSell extends SellingQuestion {
  readonly version: number;
}

/**
 * U24: which offerings of those above it a reseller, and all below it, may sell: these, or all without a list. What runs stays.
 * Orders that are being confirmed below it are waited for, and those that come later are asked anew.
 * @throws AccessError NOT_FOUND, Rejection STATE_CONFLICT (one's own), STALE, UNKNOWN_REFERENCE, INVALID (not sold above), TOO_LONG
 */
export async function letResellerSell(
  context: Context,
  { version, ...question }: LetResellerSell,
): Promise<ResellerRow> {
  return transaction(context, async (tx) => {
    const { path } = await resellerBelow(tx, question.id);
    await tx.em.execute("select change_selling(?)", [path]);
    const plan = await planSelling(tx, question);
    if (plan.refusals.length > 0) throw new Rejection(plan.refusals);
    if (plan.row.version !== version || plan.row.path !== path) throw stale();
    const sellsAll = plan.wanted === null;
    if (sellsAll === plan.row.sellsAll && !(await isAnother(tx, plan))) return plan.row;
    await write(tx, plan);
    await told(tx, plan);
    return tx.em.findOneOrFail(ResellerEntity, { id: plan.row.id }, { disableIdentityMap: true });
  });
}

function stale(): Rejection {
  return new Rejection({ code: "STALE", message: say("reseller.stale"), path: ["version"] });
}

/** Whether another list is wanted than there is: also of what does not come down at present. */
async function isAnother({ em }: Transaction, { row, wanted }: SellingPlan): Promise<boolean> {
  if (wanted === null) return false;
  const rows = await em.execute<{ id: string }[]>(visibleLets("select s.offering_id as id"), [row.id]);
  return rows.length !== wanted.size || rows.some(({ id }) => !wanted.has(id));
}

/** What the viewer does not see of it stays: it was let by somebody above them, to whom it may come back. */
function visibleLets(select: string): string {
  return `${select} from sellable_offering s where s.reseller_id = ? and s.offering_id in (select id from offering)`;
}

async function write({ em, clock }: Transaction, { row, wanted }: SellingPlan): Promise<void> {
  const changed = await em.nativeUpdate(
    ResellerEntity,
    { id: row.id, version: row.version },
    { sellsAll: wanted === null, version: row.version + 1 },
  );
  if (changed === 0) throw stale();
  if (wanted === null) {
    await em.execute("delete from sellable_offering where reseller_id = ?", [row.id]);
    return;
  }
  const made = [...wanted.keys()].map((offering) => ({ id: newId(clock.now().getTime()), offering }));
  await em.execute(
    `delete from sellable_offering where id in (${visibleLets("select s.id")}
       and s.offering_id not in (select json_array_elements_text(?::json)::uuid))`,
    [row.id, JSON.stringify([...wanted.keys()])],
  );
  await em.execute(
    `insert into sellable_offering (id, path, reseller_id, offering_id)
     select (made ->> 'id')::uuid, ?, ?, (made ->> 'offering')::uuid from json_array_elements(?::json) made
     on conflict (offering_id, path) do nothing`,
    [row.path, row.id, JSON.stringify(made)],
  );
}

async function told(tx: Transaction, { row, wanted, gained, lost }: SellingPlan): Promise<void> {
  const names = (offerings: SellingPlan["gained"]) =>
    offerings.length === 0 ? null : offerings.map(({ name }) => name);
  const changes = changesBetween(
    { sellsAll: row.sellsAll, offeringsTaken: names(lost), offeringsLet: null },
    { sellsAll: wanted === null, offeringsTaken: null, offeringsLet: names(gained) },
  );
  const { id, name, path, version } = row;
  await recordAudit(tx, {
    operation: "reseller.sell",
    subjectKind: "reseller",
    subjectId: id,
    subject: name,
    changes,
    path,
  });
  tx.announce({ topic: `reseller:${id}`, path, sequence: version + 1 });
}
