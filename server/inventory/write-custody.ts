import { newId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";

export interface CustodyStep {
  readonly itemId: string;
  /** Tier that holds the item from now on. */
  readonly path: string;
  readonly from: InventoryItemState | null;
  readonly to: InventoryItemState;
  /** One line for people. */
  readonly reason: Words;
  readonly customerId?: string | null;
  readonly serviceId?: string | null;
  readonly runId?: string | null;
}

/** Adds a step to each item's history, in the transaction that has locked and moved them; the actor is whoever acts in it. */
export async function writeCustody(
  tx: Pick<Context, "em" | "viewer" | "clock">,
  steps: readonly CustodyStep[],
): Promise<void> {
  if (steps.length === 0) return;
  const now = tx.clock.now();
  const rows = steps.map((step) => ({ id: newId(now.getTime()), ...step }));
  await tx.em.execute(
    `insert into custody (id, path, item_id, step, at, actor, from_state, to_state, reason, customer_id, service_id, run_id)
     select r.id, r.path, r."itemId",
       coalesce((select max(c.step) from custody c where c.item_id = r."itemId"), 0) + 1, ?, ?, r."from", r."to", r.reason, r."customerId", r."serviceId", r."runId"
     from json_to_recordset(?::json) as r(id uuid, path text, "itemId" uuid, "from" text, "to" text, reason jsonb,
       "customerId" uuid, "serviceId" uuid, "runId" uuid)`,
    [now, tx.viewer.name, JSON.stringify(rows)],
  );
}
