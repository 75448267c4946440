import type { Transaction } from "./context.ts";

/** The next short human number of a kind in a tier (runs, orders, services, customers of a reseller). Gapless per commit order. */
export async function nextNumber(tx: Pick<Transaction, "em">, path: string, kind: string): Promise<number> {
  const [row] = await tx.em.execute<{ value: number }[]>(
    `insert into counter (path, kind, value) values (?, ?, 1)
     on conflict (path, kind) do update set value = counter.value + 1 returning value`,
    [path, kind],
  );
  return row!.value; // an upsert with returning always gives its row
}
