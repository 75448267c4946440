import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import type { Context } from "../kernel/context.ts";
import { prepared } from "../kernel/tier-connection.ts";

/** One item as it is read: plain, fresh and apart from the unit of work, because pickers and pushes must not see a cached row. */
export interface Item {
  readonly id: string;
  /** Tier that holds it. */
  readonly path: string;
  readonly templateId: string;
  readonly label: string;
  readonly identifierKind: IdentifierKind;
  readonly identifier: string;
  readonly state: InventoryItemState;
  readonly stateBefore: InventoryItemState | null;
  readonly location: string | null;
  readonly note: string | null;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly heldByRunId: string | null;
  readonly slot: string | null;
  readonly createdAt: Date;
  readonly version: number;
}

export type RawItem = Omit<Item, "createdAt"> & { readonly createdAt: string };

/** The columns of `Item` of a table or alias named `i`. */
export const itemColumns = `i.id, i.path, i.template_id as "templateId", i.label, i.identifier_kind as "identifierKind",
  i.identifier, i.state, i.state_before as "stateBefore", i.location, i.note, i.customer_id as "customerId",
  i.service_id as "serviceId", i.held_by_run_id as "heldByRunId", i.slot, i.created_at as "createdAt", i.version`;

/** The database answers instants as text. */
export function toItem<T extends { readonly createdAt: string }>(row: T): Omit<T, "createdAt"> & { createdAt: Date } {
  return { ...row, createdAt: new Date(row.createdAt) };
}

export async function findItem(context: Pick<Context, "em">, id: string): Promise<Item | null> {
  return (await findItems(context, [id])).get(id) ?? null;
}

export async function findItems(context: Pick<Context, "em">, ids: readonly string[]): Promise<Map<string, Item>> {
  return new Map((await itemsWhere(context, "i.id in (?)", [ids])).map((item) => [item.id, item]));
}

/** A list bounded by nature, in the order of labels. `condition` is our own text about the alias `i`. */
export async function itemsWhere(
  context: Pick<Context, "em">,
  condition: string,
  params: readonly unknown[],
): Promise<Item[]> {
  if (params.some((param) => Array.isArray(param) && param.length === 0)) return [];
  const rows = await prepared<RawItem>(
    context.em,
    `select ${itemColumns} from inventory_item i where ${condition} order by i.label_key, i.id`,
    params,
  );
  return rows.map(toItem);
}
