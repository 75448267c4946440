import { addDays, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { newId } from "@tierline/shared/id.ts";
import { undoMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { waitWithRenewal } from "../charging/wait-with-renewal.ts";
import type { Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { changeService } from "../services/move-service.ts";
import { startPlanRun } from "../services/start-service-run.ts";
import type { OrderFacts } from "./order-facts.ts";
import type { Sold } from "./order-terms.ts";
import type { OrderRow } from "./order.entity.ts";
import type { PlanChange } from "./read-plan-change.ts";
import { insertOrder, recordOrder, type PlacedOrder, type WaitingOrder } from "./write-order.ts";

/**
 * The order of another plan for a service, which the caller holds: its run begins at once, or, for what is cheaper, on the day of the
 * next renewal (`beginPlanChanges`). Until the run has ended well the service is what it was, and costs what it did.
 */
export async function placePlanChange(
  tx: Transaction,
  facts: OrderFacts,
  sold: Sold,
  change: PlanChange,
): Promise<PlacedOrder | WaitingOrder> {
  const { customer, reseller, offering, now } = facts;
  const { service, before, isAtRenewal, startsOn } = change;
  const orderId = newId(now.getTime());
  const number = await nextNumber(tx, reseller.path, "order");
  const order = { orderId, number, serviceId: service.id };
  if (isAtRenewal) {
    await insertOrder(tx, facts, sold, { ...order, runId: null });
    await waitWithRenewal(tx, service.id, startsOn, startOfDayInZone(addDays(startsOn, 1), reseller.timeZone));
    await recordOrder(tx, facts, orderId);
    await changeService(tx, service.id, {}); // whoever looks at it sees what waits
    return { orderId, runId: null };
  }
  const runId = newId(now.getTime());
  await startPlanRun(tx, {
    id: runId,
    orderId,
    title: say("run.forOrder", { offering: offering.name, customer: customer.name }),
    service,
    offering,
    before,
    undoableUntil: new Date(now.getTime() + undoMinutes * 60_000),
  });
  await insertOrder(tx, facts, sold, { ...order, runId });
  await recordOrder(tx, facts, orderId);
  return { orderId, runId };
}

/** A cheaper plan that has not begun: the service goes on as it is. */
export async function withdrawPlanChange(tx: Transaction, { id, service, startsOn }: OrderRow): Promise<void> {
  await tx.em.execute("update customer_order set state = 'CANCELLED', version = version + 1 where id = ?", [id]);
  if (service == null || startsOn == null) return;
  await waitWithRenewal(tx, service, startsOn, null);
  await changeService(tx, service, {});
}
