import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { itemColumns, type RawItem } from "./item.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

/** Items of one sweep; what is left is due at the next. */
const batchSize = 500;

/** The sweep: what has rested long enough is in stock again (OX5). @returns how many. */
export function endQuarantines(context: Context): Promise<number> {
  return transaction(context, async (tx) => {
    const rows = await tx.em.execute<RawItem[]>(
      `with due as materialized (
         select d.id from inventory_item d where d.state = 'QUARANTINED' and d.quarantined_until <= ?
         order by d.id limit ${batchSize} for update skip locked)
       update inventory_item i set state = 'IN_STOCK', state_before = null, held_by_run_id = null, quarantined_until = null,
         version = i.version + 1
       from due where i.id = due.id returning ${itemColumns}`,
      [tx.clock.now()],
    );
    await writeCustody(
      tx,
      rows.map(({ id, path }) => ({
        itemId: id,
        path,
        from: "QUARANTINED" as const,
        to: "IN_STOCK" as const,
        reason: say("custody.rested"),
      })),
    );
    for (const row of rows) announceStock(tx, row, { isAvailable: true });
    return rows.length;
  });
}
