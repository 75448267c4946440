import type { EntityManager } from "@mikro-orm/postgresql";
import { newId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import { reversed } from "./item-search.ts";

/** A row as it shall stand; what is left out is null. The identifier is in normal form already. */
export interface NewItem {
  readonly id?: string;
  /** Tier that holds it. */
  readonly path: string;
  readonly templateId: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly identifier: string;
  readonly state: InventoryItemState;
  readonly stateBefore?: InventoryItemState | null;
  readonly location?: string | null;
  readonly note?: string | null;
  readonly customerId?: string | null;
  readonly serviceId?: string | null;
  readonly heldByRunId?: string | null;
  readonly slot?: string | null;
  readonly quarantinedUntil?: Date | null;
  readonly createdAt: Date;
}

/** Rows of one statement: larger ones only take more memory. */
const batchSize = 5_000;

/**
 * Adds many items in few statements, without history. One whose identifier exists anywhere in the installation is left out.
 * @returns the ids of those that were added.
 */
export async function insertItems(em: EntityManager, items: readonly NewItem[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    ids.push(...(await insertBatch(em, items.slice(start, start + batchSize))));
  }
  return ids;
}

async function insertBatch(em: EntityManager, items: readonly NewItem[]): Promise<string[]> {
  const rows = items.map((item) => {
    const labelKey = item.label.toLowerCase();
    return {
      ...item,
      id: item.id ?? newId(item.createdAt.getTime()),
      identifierReversed: reversed(item.identifier),
      labelKey,
      labelReversed: reversed(labelKey),
    };
  });
  const inserted = await em.execute<{ id: string }[]>(
    `insert into inventory_item (id, path, template_id, label, identifier_kind, identifier, identifier_reversed, label_key,
       label_reversed, state, state_before, location, note, customer_id, customer_path, service_id, held_by_run_id, slot,
       quarantined_until, created_at, version)
     select r.id, r.path, r."templateId", r.label, r."identifierKind", r.identifier, r."identifierReversed", r."labelKey",
       r."labelReversed", r.state, r."stateBefore", r.location, r.note, c.id, c.path, r."serviceId", r."heldByRunId", r.slot,
       r."quarantinedUntil", r."createdAt", 1
     from json_to_recordset(?::json) as r(id uuid, path text, "templateId" uuid, label text, "identifierKind" text,
       identifier text, "identifierReversed" text, "labelKey" text, "labelReversed" text, state text, "stateBefore" text,
       location text, note text, "customerId" uuid, "serviceId" uuid, "heldByRunId" uuid, slot text,
       "quarantinedUntil" timestamptz, "createdAt" timestamptz)
     left join customer c on c.id = r."customerId"
     on conflict (identifier_kind, identifier) do nothing returning id`,
    [JSON.stringify(rows)],
  );
  return inserted.map(({ id }) => id);
}
