import { transaction, type Context } from "../kernel/context.ts";
import { heldOf, renewedCounts } from "./held-allowances.ts";

const perSweep = 500;

/** Begins the next cycle of what has come to its end, as a sweep: a call would do it too, and who looks would not have to wait. */
export function renewAllowances(context: Context): Promise<number> {
  return transaction(context, async (tx) => {
    const now = tx.clock.now();
    const due = await tx.em.execute<{ id: string; customer_id: string; service_id: string | null }[]>(
      `select id, customer_id, service_id from customer_allowance a where ended_at is null and renews_at <= ?
         and not exists (select from service s where s.id = a.service_id and s.state in ('TERMINATED', 'EXPIRED'))
       order by id limit ${perSweep} for no key update skip locked`,
      [now],
    );
    const ids = new Set(due.map(({ id }) => id));
    const lines = due.flatMap(({ service_id: line }) => line ?? []);
    const held = await heldOf(tx, [...new Set(due.map(({ customer_id: customer }) => customer))], lines);
    await renewedCounts(
      tx,
      held.filter(({ id }) => ids.has(id)),
      now,
    );
    return due.length;
  });
}
