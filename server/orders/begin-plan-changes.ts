import { newId } from "@tierline/shared/id.ts";
import { undoMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { keptOffering } from "../catalog/kept-offerings.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { inTier, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, Rejection } from "../kernel/rejection.ts";
import { lockedService, startPlanRun } from "../services/start-service-run.ts";
import { findOrders } from "./order-rows.ts";
import type { OrderRow } from "./order.entity.ts";
import { withdrawPlanChange } from "./place-plan-change.ts";

const ordersPerSweep = 200;

interface DueOrder {
  readonly id: string;
  readonly path: string;
  readonly has_ended: boolean;
}

/**
 * Begins the runs of cheaper plans on the day of their renewal, as a sweep: each once, because the order's state and its run change in
 * one transaction under its lock. A service that is suspended, or that another run is at work on, is waited for; one that has ended
 * gets no other plan.
 */
export async function beginPlanChanges(context: Context): Promise<number> {
  const due = await context.em.execute<DueOrder[]>(
    `select o.id, o.path, s.state in ('TERMINATED', 'EXPIRED') as has_ended
     from customer_order o join reseller r on r.id = o.reseller_id join service s on s.id = o.service_id
     where o.state = 'ACKNOWLEDGED' and (s.state in ('TERMINATED', 'EXPIRED')
       or o.starts_on <= (?::timestamptz at time zone r.time_zone)::date and s.state = 'ACTIVE'
       and not exists (select from provisioning_run p where p.service_id = s.id
         and (p.finished_at is null or p.kind = 'CHANGE' and p.state in ('FAILED', 'ROLL_BACK_FAILED'))))
     order by o.starts_on limit ${ordersPerSweep}`,
    [context.clock.now()],
  );
  let begun = 0;
  for (const { id, path, has_ended: hasEnded } of due) {
    try {
      const local = inTier(context, resellerPathOf(path));
      begun += await transaction(local, (tx) => begin(tx, id, hasEnded));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      context.log.error({ order: id, err: error }, "a plan could not be changed and is tried again"); // its queue is full
    }
  }
  return begun;
}

async function begin(tx: Transaction, orderId: string, hasEnded: boolean): Promise<number> {
  const [held] = await tx.em.execute<unknown[]>(
    "select 1 from customer_order where id = ? and state = 'ACKNOWLEDGED' for update skip locked",
    [orderId],
  );
  const [order] = held === undefined ? [] : await findOrders(tx, [orderId]);
  if (order?.service == null) return 0;
  if (hasEnded) await withdrawPlanChange(tx, order);
  else await start(tx, order, order.service);
  return 1;
}

async function start(tx: Transaction, order: OrderRow, serviceId: string): Promise<void> {
  const service = await lockedService(tx, serviceId);
  const offering = await keptOffering(tx, order.id);
  const before = await keptOffering(tx, serviceId);
  const customer = await tx.em.findOne(CustomerEntity, { id: order.customer }, { disableIdentityMap: true });
  invariant(
    offering !== null && before !== null && customer !== null,
    "an order, its service and customer are of one tier",
  );
  const now = tx.clock.now();
  const runId = newId(now.getTime());
  const viewer = { ...tx.viewer, userId: order.placedBy, name: order.placedByName };
  await startPlanRun(
    { ...tx, viewer },
    {
      id: runId,
      orderId: order.id,
      title: say("run.forOrder", { offering: offering.name, customer: customer.name }),
      service,
      offering,
      before,
      undoableUntil: new Date(now.getTime() + undoMinutes * 60_000),
    },
  );
  await tx.em.execute(
    "update customer_order set state = 'IN_PROGRESS', run_id = ?, version = version + 1 where id = ?",
    [runId, order.id],
  );
}
