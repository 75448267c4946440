import type { Context, Transaction } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";

/** How many lines customers have that are not ended, and those that are being made; who has none is left out. */
export async function countLines(
  { em }: Pick<Context, "em">,
  customerIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; count: number }[]>(
    `select customer_id as id, count(*)::int as count from service
     where customer_id in (?) and service_type = 'VOIP' and state <> 'TERMINATED' group by customer_id`,
    [customerIds],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

export const lineCountOf = loader<string, number>(countLines);

/** Of two who want a customer's last line the second waits for the first, and then reads that it is gone. */
export async function holdLines({ em }: Pick<Transaction, "em">, customerId: string): Promise<void> {
  await em.execute(
    "select pg_advisory_xact_lock(7401332, hashtext(id::text)) from customer where id = ? and lines_max is not null",
    [customerId],
  );
}
