import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Rejection, type Refusal } from "../kernel/rejection.ts";
import { checkOrder } from "./check-order.ts";
import type { Check } from "./check.ts";
import { soldOf } from "./order-choice.ts";
import type { OrderDraft } from "./order-draft.ts";
import { isLinePlan, readOrderFacts, type OrderFacts } from "./order-facts.ts";
import { checkSize } from "./order-size.ts";
import { agreedFrom, agreedOf, fingerprintOf, type Sold } from "./order-terms.ts";
import { priceChanged } from "./order.rejections.ts";
import { writeOrder, type PlacedOrder } from "./write-order.ts";
import { claimRoom } from "../resellers/limits.ts";
import { callsMaxOf, holdCalls } from "../services/calls-max.ts";

export interface PlaceOrder {
  readonly idempotencyKey: string;
  readonly draft: OrderDraft;
  readonly quoteFingerprint: string;
}

/**
 * The order, its service, the run's claim on the items and the run are one transaction: all of them exist, or none (O26). What
 * the review showed is checked again in it, since prices, stock and customers change meanwhile.
 */
export function placeOrder(
  context: Context,
  { idempotencyKey, draft, quoteFingerprint }: PlaceOrder,
): Promise<PlacedOrder> {
  assertShort(draft);
  return once(context, "order.place", idempotencyKey, { draft, quoteFingerprint }, async (tx) => {
    await tx.em.execute("select hold_selling(?)", [draft.customerId]);
    await lockService(tx, draft.serviceId);
    const facts = await readOrderFacts(tx, draft);
    const sold = assertPlaceable(facts, quoteFingerprint);
    if (facts.offering.kind === "PLAN") await claimRoom(tx, "services", facts.customer.path);
    return writeOrder(tx, await withCallsHeld(tx, facts), sold);
  });
}

/** What a line may have is not lowered between here and its row, from which on it counts. */
async function withCallsHeld(tx: Transaction, facts: OrderFacts): Promise<OrderFacts> {
  const { offering, customer } = facts;
  if (!isLinePlan(offering)) return facts;
  await holdCalls(tx, offering, customer);
  return { ...facts, simultaneousCallsMax: await callsMaxOf(tx, offering, customer) };
}

function assertShort(draft: OrderDraft): void {
  const refusals = refusalsOf(checkSize(draft));
  if (refusals.length > 0) throw new Rejection(refusals);
}

function refusalsOf(checks: readonly Check[]): Refusal[] {
  return checks.flatMap(({ refusal, message, path }) =>
    refusal === null ? [] : [{ code: refusal, message, path: path ?? [] }],
  );
}

/** Nobody ends the service, or changes it otherwise, between the check and the order. */
async function lockService(tx: Transaction, serviceId: string | null): Promise<void> {
  if (serviceId !== null) await tx.em.execute("select 1 from service where id = ? for update", [serviceId]);
}

function assertPlaceable(facts: OrderFacts, quoteFingerprint: string): Sold {
  const refusals = refusalsOf(checkOrder(facts));
  const sold = soldOf(facts);
  const agreed = agreedFrom(quoteFingerprint);
  if (agreed === null)
    refusals.push({ code: "INVALID", message: say("order.fingerprint"), path: ["quoteFingerprint"] });
  if (agreed !== null && sold !== null) {
    const now = agreedOf(sold, facts.playbook.versionId);
    if (fingerprintOf(now) !== quoteFingerprint) refusals.push(priceChanged(agreed, now));
  }
  if (refusals.length > 0) throw new Rejection(refusals);
  invariant(sold !== null, "an offering without a price is refused by its check");
  return sold;
}
