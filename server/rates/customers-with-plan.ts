import type { Context } from "../kernel/context.ts";

/**
 * Customers for whom their reseller has a rate plan in force: their own, the one for everybody, or, unless a new line is asked about, one
 * of a line that they have.
 */
export async function customersWithPlan(
  { em, clock }: Pick<Context, "em" | "clock">,
  customerIds: readonly string[],
  of: "ANY_LINE" | "NEW_LINE" = "ANY_LINE",
): Promise<Map<string, boolean>> {
  const now = clock.now();
  const rows = await em.execute<{ id: string }[]>(
    `select c.id from customer c join reseller r on r.id = c.reseller_id
     where c.id in (?) and exists (
       select from rate_plan_buyer b join rate_plan_version v on v.plan_id = b.plan_id and v.effective_from <= ?
       where b.path = r.path and b.effective_from <= ? and b.buyer_id is null ${of === "NEW_LINE" ? "and b.service_id is null" : ""}
         and (b.customer_id is null or b.customer_id = c.id))`,
    [customerIds, now, now],
  );
  return new Map(rows.map(({ id }) => [id, true]));
}
