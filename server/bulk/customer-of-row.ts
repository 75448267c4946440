import { decodeId } from "@tierline/shared/id.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";

export function unknown(message: Sentence, column: string): Rejection {
  return new Rejection({ code: "UNKNOWN_REFERENCE", message, path: [column] });
}

/** By id, by number of the reseller's own, or by a name that is one customer's alone. */
export async function customerOf({ em, viewer }: Context, said: string): Promise<string> {
  const path = resellerPathOf(viewer.path);
  const rows = await em.execute<{ id: string }[]>(
    /^\d{1,9}$/.test(said)
      ? "select id from customer where path = ? limit 2"
      : "select c.id from customer c join reseller r on r.id = c.reseller_id where (c.id = ? or (r.path = ? and c.name = ?)) limit 2",
    /^\d{1,9}$/.test(said) ? [`${path}c${Number(said)}.`] : [decodeId("cus", said), path, said],
  );
  const [row] = rows;
  if (row === undefined) throw unknown(say("bulk.customer"), "customer");
  if (rows.length > 1) throw unknown(say("bulk.manyCustomers"), "customer");
  return row.id;
}
