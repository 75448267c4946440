import { CustomerEntity } from "../customers/customer.entity.ts";
import { toCustomer } from "../customers/customer.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import type { AttentionItemType } from "./home.type.ts";
import type { Place } from "./place.ts";
import type { Queue } from "./queue.ts";

interface Found {
  readonly customer: object;
  readonly total: number;
}

/** Customers that signed up and wait to be activated or refused (VX3). The one that has waited longest first. */
export async function signUpsThatWait(
  { em }: Context,
  { lo, hi }: Place,
  shownMax: number,
  countedMax: number,
): Promise<Queue> {
  const waits = "c.path >= ? and c.path < ? and c.state = 'WAITING'";
  const found = await em.execute<Found[]>(
    `select to_jsonb(c) as customer, (select count(*)::int from (select 1 from customer c where ${waits} limit ?) counted) as total
     from customer c where ${waits} order by c.id limit ?`,
    [lo, hi, countedMax, lo, hi, shownMax],
  );
  const rows = mapped(
    em,
    CustomerEntity,
    found.map((each) => each.customer),
  );
  const items = rows.map((row): AttentionItemType => {
    const target = toCustomer(row);
    return {
      id: `SIGN_UP-${target.id}`,
      kind: "SIGN_UP",
      title: row.name,
      detail: row.email ?? "",
      since: row.createdAt,
      due: null,
      target,
    };
  });
  return { items, count: found[0]?.total ?? 0 };
}
