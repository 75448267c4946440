import { businessTypes, type BusinessType } from "@tierline/shared/onboarding.ts";
import type { Context } from "../kernel/context.ts";
import { ownReseller } from "./financial-report.ts";

export interface CustomersOfType {
  /** Null: nobody has said. */
  readonly type: BusinessType | null;
  readonly customers: number;
}

/**
 * How many of one's own customers do what (M4): the archived and the own organisation apart, every type, the most frequent first and
 * those of whom nobody has said last. One walk over one's customers, however many types there are.
 */
export async function customersByBusinessType(context: Context): Promise<CustomersOfType[]> {
  const { path } = await ownReseller(context);
  // A reseller's own customers lie side by side: their labels begin with c, those of resellers below with r.
  const rows = await context.em.execute<CustomersOfType[]>(
    `select o.business_type as type, count(*)::int as customers
     from customer c left join onboarding o on o.customer_id = c.id
     where c.path >= ? and c.path < ? and c.state <> 'ARCHIVED' and not c.is_internal group by 1`,
    [`${path}c`, `${path}d`],
  );
  const countOf = (type: BusinessType | null) => rows.find((row) => row.type === type)?.customers ?? 0;
  const known = businessTypes.map((type) => ({ type, customers: countOf(type) }));
  return [...known.toSorted((a, b) => b.customers - a.customers), { type: null, customers: countOf(null) }];
}
