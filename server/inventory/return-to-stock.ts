import { say, type Words } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { itemColumns, toItem, type Item, type RawItem } from "./item.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

export interface Return {
  readonly itemId: string;
  /** One line for the item's history. */
  readonly reason: Words;
  /** Whose reservation ran out, if that is why. */
  readonly lostBy?: string;
  readonly runId?: string;
}

/** Reserved items go back to the state they came from: New stays New (O18). Those not reserved any more are left alone. */
export async function returnToStock(tx: Transaction, returns: readonly Return[]): Promise<Item[]> {
  if (returns.length === 0) return [];
  const byItem = new Map(returns.map((each) => [each.itemId, each]));
  const rows = await tx.em.execute<RawItem[]>(
    `update inventory_item i set state = coalesce(i.state_before, 'IN_STOCK'), state_before = null, held_by_run_id = null,
       version = i.version + 1
     where i.id in (?) and i.state = 'RESERVED' returning ${itemColumns}`,
    [[...byItem.keys()]],
  );
  const items = rows.map(toItem);
  await writeCustody(
    tx,
    items.map((item) => ({
      itemId: item.id,
      path: item.path,
      from: "RESERVED",
      to: item.state,
      reason: byItem.get(item.id)?.reason ?? say("custody.returned"),
      runId: byItem.get(item.id)?.runId ?? null,
    })),
  );
  for (const item of items) {
    announceStock(tx, item, { isAvailable: true, lostBy: byItem.get(item.id)?.lostBy ?? null });
  }
  return items;
}
