import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { findRun } from "../provisioning/run-view.ts";
import { toRun, type ProvisioningRunType } from "../provisioning/run.type.ts";
import { findOrders } from "./order-rows.ts";
import { toOrder, type OrderType } from "./order.type.ts";
import type { PlacedOrder, WaitingOrder } from "./write-order.ts";

export interface OrderAndRun {
  readonly order: OrderType | null;
  readonly run: ProvisioningRunType | null;
}

/** What a verb's ids stand for now: also when the answer is one that was kept under an idempotency key. */
export async function placedNow(
  request: RequestContext,
  { orderId, runId }: PlacedOrder | WaitingOrder,
): Promise<OrderAndRun> {
  const context = signedIn(request);
  const [order] = await findOrders(context, [orderId]);
  const run = runId === null ? null : await findRun(context, runId);
  invariant(
    order !== undefined && (run !== null || runId === null),
    "an order that was placed can be read by whoever placed it",
  );
  return { order: toOrder(order, context.clock.now()), run: run === null ? null : toRun(run) };
}
