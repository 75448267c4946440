import { undoMinutes } from "@tierline/shared/limits.ts";
import { isFinished, type RunState } from "@tierline/shared/run-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { cancelRunWithin, rollBackRunWithin } from "../provisioning/operate-run.ts";
import type { OrderRow } from "./order.entity.ts";
import { findOrders } from "./order-rows.ts";
import { withdrawPlanChange } from "./place-plan-change.ts";
import type { PlacedOrder, WaitingOrder } from "./write-order.ts";

export interface UndoOrder {
  readonly idempotencyKey: string;
  readonly orderId: string;
}

/**
 * O13: takes back an order that was placed for the wrong customer, within 15 minutes. A run that has ended is rolled back: what it
 * did is undone and the items return. One that is still at work is stopped before its next task and can be rolled back then. What
 * has not begun, a plan that a service gets later, is withdrawn at any time.
 */
export function undoOrder(
  context: Context,
  { idempotencyKey, orderId }: UndoOrder,
): Promise<PlacedOrder | WaitingOrder> {
  return once(context, "order.undo", idempotencyKey, { orderId }, async (tx) => {
    const order = await lockedOrder(tx, orderId);
    const runId = order.run ?? null;
    if (order.state === "ACKNOWLEDGED") await withdrawPlanChange(tx, order);
    else {
      assertInTime(tx, order);
      invariant(runId !== null, "an order that has begun has a run");
      const run = await lockedRun(tx, runId);
      if (isFinished(run.state)) await rollBackRunWithin(tx, { id: runId, sequence: run.sequence });
      else await cancelRunWithin(tx, { id: runId, sequence: run.sequence });
    }
    await recordAudit(tx, {
      operation: "order.undo",
      subjectKind: "order",
      subjectId: order.id,
      subject: say("subject.order", { number: order.number }),
      changes: [],
      path: order.path,
    });
    return { orderId: order.id, runId };
  });
}

async function lockedOrder(tx: Transaction, id: string): Promise<OrderRow> {
  await tx.em.execute("select 1 from customer_order where id = ? for update", [id]);
  const [order] = await findOrders(tx, [id]);
  if (order === undefined) throw notFound();
  return order;
}

function assertInTime({ clock }: Transaction, { state, placedAt }: OrderRow): void {
  if (state === "CANCELLED")
    throw new Rejection({ code: "STATE_CONFLICT", message: say("order.cancelled"), path: ["id"] });
  if (clock.now().getTime() <= placedAt.getTime() + undoMinutes * 60_000) return;
  const message = say("order.undoTime", { minutes: undoMinutes });
  throw new Rejection({ code: "EXPIRED", message, path: ["id"] });
}

async function lockedRun(tx: Transaction, id: string): Promise<{ state: RunState; sequence: number }> {
  const [run] = await tx.em.execute<{ state: RunState; sequence: number }[]>(
    "select state, sequence from provisioning_run where id = ? for update",
    [id],
  );
  invariant(run !== undefined, "the run of an order lies in the order's tier");
  return run;
}
