import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { itemColumns, itemsWhere, toItem, type Item, type RawItem } from "./item.ts";
import { returnToStock } from "./return-to-stock.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

export interface Assignment {
  readonly runId: string;
  readonly slot: string;
  readonly serviceId: string;
  readonly customerId: string;
}

/**
 * Ties the item that the run holds in a slot to its service and customer (O20). Again: the same item, nothing written.
 * @returns null when the run holds nothing there.
 */
export async function assignItem(
  tx: Transaction,
  { runId, slot, serviceId, customerId }: Assignment,
): Promise<Item | null> {
  const [row] = await tx.em.execute<RawItem[]>(
    `update inventory_item i set state = 'ASSIGNED', service_id = ?, customer_id = c.id, customer_path = c.path,
       version = i.version + 1
     from customer c
     where c.id = ? and i.held_by_run_id = ? and i.slot = ? and i.state = 'RESERVED' returning ${itemColumns}`,
    [serviceId, customerId, runId, slot],
  );
  if (row === undefined) return assignedItem(tx, runId, slot);
  await writeCustody(tx, [
    {
      itemId: row.id,
      path: row.path,
      from: "RESERVED",
      to: "ASSIGNED",
      reason: say("custody.assigned"),
      customerId,
      serviceId,
      runId,
    },
  ]);
  return toItem(row);
}

/** Undoes it: the item goes back to the state before it was reserved. Again, or never assigned: nothing happens. */
export async function unassignItem(tx: Transaction, runId: string, slot: string): Promise<Item | null> {
  const before = await assignedItem(tx, runId, slot);
  if (before === null) return null;
  const [row] = await tx.em.execute<RawItem[]>(
    `update inventory_item i set state = coalesce(i.state_before, 'IN_STOCK'), state_before = null, service_id = null,
       customer_id = null, customer_path = null, held_by_run_id = null, version = i.version + 1
     where i.id = ? and i.state = 'ASSIGNED' returning ${itemColumns}`,
    [before.id],
  );
  if (row === undefined) return null;
  await writeCustody(tx, [
    {
      itemId: row.id,
      path: row.path,
      from: "ASSIGNED",
      to: row.state,
      reason: "Returned: the run was rolled back",
      customerId: before.customerId,
      serviceId: before.serviceId,
      runId,
    },
  ]);
  announceStock(tx, row, { isAvailable: true });
  return toItem(row);
}

/** A run that ended without assigning them lets go of what it still holds. Again: nothing happens. */
export async function releaseClaims(tx: Transaction, runId: string): Promise<Item[]> {
  const held = await itemsWhere(tx, "i.held_by_run_id = ? and i.state = 'RESERVED'", [runId]);
  return returnToStock(
    tx,
    held.map((item) => ({ itemId: item.id, reason: "Returned: the run did not need it", runId })),
  );
}

async function assignedItem(tx: Transaction, runId: string, slot: string): Promise<Item | null> {
  const [item] = await itemsWhere(tx, "i.held_by_run_id = ? and i.slot = ? and i.state = 'ASSIGNED'", [runId, slot]);
  return item ?? null;
}
