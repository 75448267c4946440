import type { Context, Transaction } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { holdCalls as hold } from "../resellers/lines.ts";

interface Known {
  readonly id: string;
}

/** As long as a line is given a number, neither its plan nor its customer is allowed less. */
export function holdCalls(tx: Pick<Transaction, "em">, offering: Known, customer: Known): Promise<void> {
  return hold(tx, [
    { kind: "offering", id: offering.id },
    { kind: "customer", id: customer.id },
  ]);
}

/** How many calls at a time a line of this plan may have at most with this customer; null: nobody says. */
export async function callsMaxOf(
  { em }: Pick<Context, "em">,
  offering: Known,
  customer: Known,
): Promise<number | null> {
  const [row] = await em.execute<{ max: number | null }[]>(
    `select least((select simultaneous_calls from offering where id = ?),
                  (select simultaneous_calls from delegation where customer_id = ?)) as max`,
    [offering.id, customer.id],
  );
  return row?.max ?? null;
}

/**
 * The same of lines that there are, by service: a plan counts though it may not be sold there any more, where nothing but the line
 * leads to it. Of which nobody says it is left out.
 */
export async function callsMaxOfLines(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; max: number | null }[]>(
    `select s.id, least(o.simultaneous_calls, d.simultaneous_calls) as max
     from service s left join delegation d on d.customer_id = s.customer_id
       left join kept_offerings(array(select json_array_elements_text(?::json)::uuid)) o on o.id = s.offering_id
     where s.id in (?) and s.service_type = 'VOIP'`,
    [JSON.stringify(ids), ids],
  );
  return new Map(rows.flatMap(({ id, max }) => (max === null ? [] : [[id, max] as const])));
}

export const callsMaxOfLine = loader<string, number>(callsMaxOfLines);
