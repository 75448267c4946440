import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { ReleasePolicy } from "@tierline/shared/kinds.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { itemColumns, itemsWhere, toItem, type Item, type RawItem } from "./item.ts";
import { announceStock } from "./stock-changes.ts";
import { findTemplates } from "./template.ts";
import { writeCustody } from "./write-custody.ts";

export interface Release {
  readonly runId: string;
  readonly serviceId: string;
  readonly slot: string;
}

const stateAfter: Record<ReleasePolicy, InventoryItemState> = {
  RETIRE: "RETIRED",
  QUARANTINE: "QUARANTINED",
  RESTOCK: "IN_STOCK",
};

const reasons: Record<ReleasePolicy, Sentence> = {
  RETIRE: say("custody.usedUp"),
  QUARANTINE: say("custody.rests"),
  RESTOCK: say("custody.restocked"),
};

/**
 * Lets go of what a service uses in a slot, by the template's policy (OX5): a SIM retires, a number rests, a modem goes back to
 * stock. Again: the same items, nothing written.
 */
export async function releaseItems(tx: Transaction, { runId, serviceId, slot }: Release): Promise<Item[]> {
  const used = await itemsWhere(tx, "i.service_id = ? and i.slot = ? and i.state = 'ASSIGNED'", [serviceId, slot]);
  if (used.length === 0) return itemsWhere(tx, "i.released_by_run_id = ? and i.slot = ?", [runId, slot]);
  const templates = await findTemplates(
    tx,
    used.map((item) => item.templateId),
  );
  const released: Item[] = [];
  for (const item of used) released.push(await releaseOne(tx, item, { runId, ...policyOf(templates, item) }));
  return released;
}

/** What somebody has without a service is let go of by the same policy. */
export async function releaseSold(tx: Transaction, item: Item, reason?: Sentence): Promise<Item> {
  const { policy, days } = policyOf(await findTemplates(tx, [item.templateId]), item);
  return releaseOne(tx, item, { runId: null, policy, days, reason });
}

function policyOf(templates: Awaited<ReturnType<typeof findTemplates>>, { templateId }: Item) {
  const template = templates.get(templateId);
  const policy = template?.releasePolicy ?? "RESTOCK";
  return { policy, days: policy === "QUARANTINE" ? (template?.quarantineDays ?? 0) : null };
}

interface Released {
  readonly runId: string | null;
  readonly policy: ReleasePolicy;
  readonly days: number | null;
  readonly reason?: Sentence | undefined;
}

async function releaseOne(
  tx: Transaction,
  item: Item,
  { runId, policy, days, reason = reasons[policy] }: Released,
): Promise<Item> {
  const to = stateAfter[policy];
  const until = days === null ? null : new Date(tx.clock.now().getTime() + days * 86_400_000);
  const rows = await tx.em.execute<RawItem[]>(
    `update inventory_item i set state = ?, service_id = null, customer_id = null, customer_path = null,
       held_by_run_id = case when ? = 'IN_STOCK' then null else held_by_run_id end,
       released_by_run_id = ?, quarantined_until = ?, version = i.version + 1
     where i.id = ? returning ${itemColumns}`,
    [to, to, runId, until, item.id],
  );
  const { customerId, serviceId } = item;
  await writeCustody(tx, [
    { itemId: item.id, path: item.path, from: item.state, to, reason, customerId, serviceId, runId },
  ]);
  const [after = item] = rows.map(toItem);
  if (to === "IN_STOCK") announceStock(tx, after, { isAvailable: true });
  return after;
}

export interface Retake extends Release {
  readonly customerId: string;
}

/**
 * Undoes a release: what the run let go of is with the service again. Again, or nothing released: nothing happens.
 * @returns what could not be returned, because somebody else has it by now.
 */
export async function retakeItems(tx: Transaction, { runId, serviceId, slot, customerId }: Retake): Promise<Item[]> {
  const released = await itemsWhere(tx, "i.released_by_run_id = ? and i.slot = ?", [runId, slot]);
  const rows = await tx.em.execute<{ id: string }[]>(
    `update inventory_item i set state = 'ASSIGNED', service_id = ?, customer_id = c.id, customer_path = c.path,
       released_by_run_id = null, quarantined_until = null, version = i.version + 1
     from customer c
     where c.id = ? and i.released_by_run_id = ? and i.slot = ? and i.state in ('RETIRED', 'QUARANTINED', 'NEW', 'IN_STOCK')
     returning i.id`,
    [serviceId, customerId, runId, slot],
  );
  const taken = new Set(rows.map((row) => row.id));
  const returned = released.filter((item) => taken.has(item.id));
  await writeCustody(
    tx,
    returned.map((item) => ({
      itemId: item.id,
      path: item.path,
      from: item.state,
      to: "ASSIGNED" as const,
      reason: say("custody.rolledBack"),
      customerId,
      serviceId,
      runId,
    })),
  );
  for (const item of returned) if (item.state === "IN_STOCK") announceStock(tx, item, { isAvailable: false });
  return released.filter((item) => !taken.has(item.id));
}
