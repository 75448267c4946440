import type { EntityManager } from "@mikro-orm/postgresql";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { Words } from "@tierline/shared/sentence.ts";

/** A step of a history that was not made by verbs: of a demo world, an import. */
export interface PastStep {
  readonly id: string;
  readonly itemId: string;
  /** Tier that held the item then. */
  readonly path: string;
  readonly at: Date;
  readonly actor: string;
  readonly from: InventoryItemState | null;
  readonly to: InventoryItemState;
  readonly reason: Words;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly runId: string | null;
}

/** Adds histories of items that have none yet; the steps of an item in the order given. */
export async function insertCustody(em: EntityManager, steps: readonly PastStep[]): Promise<void> {
  if (steps.length === 0) return;
  await em.execute(
    `insert into custody (id, path, item_id, step, at, actor, from_state, to_state, reason, customer_id, service_id, run_id)
     select r.id, r.path, r."itemId", row_number() over (partition by r."itemId" order by r.place), r.at, r.actor, r."from",
       r."to", r.reason, r."customerId", r."serviceId", r."runId"
     from json_to_recordset(?::json) as r(place int, id uuid, path text, "itemId" uuid, at timestamptz, actor text, "from" text,
       "to" text, reason jsonb, "customerId" uuid, "serviceId" uuid, "runId" uuid)`,
    [JSON.stringify(steps.map((step, place) => ({ place, ...step })))],
  );
}
