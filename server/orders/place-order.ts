import { say } from "@tierline/shared/sentence.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { AccessError, invariant, notFound, Rejection, type Refusal } from "../kernel/rejection.ts";
import { checkOrder } from "./check-order.ts";
import type { Check } from "./check.ts";
import { soldOf } from "./order-choice.ts";
import type { OrderDraft } from "./order-draft.ts";
import { isLinePlan, readOrderFacts, type OrderFacts } from "./order-facts.ts";
import { checkSize } from "./order-size.ts";
import { agreedFrom, fingerprintOf, type Sold } from "./order-terms.ts";
import { agreedAbout, orderTermsOf } from "./plan-change-terms.ts";
import { priceChanged } from "./order.rejections.ts";
import { writeOrder, type PlacedOrder, type WaitingOrder } from "./write-order.ts";
import { placePlanChange } from "./place-plan-change.ts";
import { authoriseOrder, letGo, paymentOfOrderKey, tieToOrder } from "../payments/order-payment.ts";
import { claimRoom } from "../resellers/limits.ts";
import { callsMaxOf, holdCalls } from "../services/calls-max.ts";
import { holdLines } from "../services/customer-lines.ts";

export interface PlaceOrder {
  readonly idempotencyKey: string;
  readonly draft: OrderDraft;
  readonly quoteFingerprint: string;
  /** What is due today is set aside with the method on file first (O41). */
  readonly paysNow?: boolean;
}

/**
 * The order, its service, the run's claim on the items and the run are one transaction: all of them exist, or none (O26). What
 * the review showed is checked again in it, since prices, stock and customers change meanwhile.
 */
export async function placeOrder(context: Context, order: PlaceOrder): Promise<PlacedOrder | WaitingOrder> {
  assertShort(order.draft);
  const payment = order.paysNow === true ? await payFirst(context, order) : null;
  try {
    return await placeOnce(context, order, payment?.id ?? null);
  } catch (error) {
    const isUnderWay = error instanceof AccessError && error.code === "CONFLICT"; // by the same key, with the same payment
    if (payment !== null && !isUnderWay) await letGo(context, payment);
    throw error;
  }
}

/** What could not be ordered is not paid for; null where nothing is due. An order that was placed under the key has its payment. */
async function payFirst(context: Context, order: PlaceOrder): Promise<{ id: string; path: string } | null> {
  const { draft, idempotencyKey, quoteFingerprint } = order;
  const customer = await context.em.findOne(CustomerEntity, { id: draft.customerId }, { disableIdentityMap: true });
  if (customer === null) throw notFound();
  const { path } = customer;
  const known = await paymentOfOrderKey(context, path, idempotencyKey);
  if (known?.orderId != null) return { id: known.id, path };
  const facts = await readOrderFacts(context, draft);
  const sold = assertPlaceable(facts, quoteFingerprint, true);
  const { dueToday: amount } = orderTermsOf(facts, sold, false);
  if (amount.micros <= 0n) return null;
  const description = facts.offering.name;
  return { id: await authoriseOrder(context, { customer, amount, description, idempotencyKey }), path };
}

function placeOnce(
  context: Context,
  { idempotencyKey, draft, quoteFingerprint, paysNow = false }: PlaceOrder,
  paymentId: string | null,
): Promise<PlacedOrder | WaitingOrder> {
  const asked = { draft, quoteFingerprint, ...(paysNow && { paysNow }) };
  return once(context, "order.place", idempotencyKey, asked, async (tx) => {
    const placed = await place(tx, draft, (facts) => assertPlaceable(facts, quoteFingerprint, paymentId !== null));
    if (paymentId !== null) await tieToOrder(tx, paymentId, placed.orderId);
    return placed;
  });
}

/** What `placeOrder` does, within another verb's transaction and at what it costs now: nobody was shown a quote. */
export function placeWithin(tx: Transaction, draft: OrderDraft): Promise<PlacedOrder | WaitingOrder> {
  return place(tx, draft, (facts) => {
    const refusals = refusalsOf(checkOrder(facts, false));
    if (refusals.length > 0) throw new Rejection(refusals);
    return soldFor(facts);
  });
}

async function place(
  tx: Transaction,
  draft: OrderDraft,
  asserted: (facts: OrderFacts) => Sold,
): Promise<PlacedOrder | WaitingOrder> {
  await tx.em.execute("select hold_selling(?)", [draft.customerId]);
  await lockService(tx, draft.serviceId);
  await holdLines(tx, draft.customerId);
  const facts = await readOrderFacts(tx, draft);
  const sold = asserted(facts);
  const { change } = facts;
  if (change !== null) return placePlanChange(tx, facts, sold, change);
  if (facts.offering.kind === "PLAN") await claimRoom(tx, "services", facts.customer.path);
  return writeOrder(tx, await withCallsHeld(tx, facts), sold);
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
  return checks.flatMap(({ refusal, message, path, limit }) =>
    refusal === null
      ? []
      : [{ code: refusal, message, path: path ?? [], ...(limit && { typeName: "LimitExceededError", data: limit }) }],
  );
}

/** Nobody ends the service, or changes it otherwise, between the check and the order. */
async function lockService(tx: Transaction, serviceId: string | null): Promise<void> {
  if (serviceId !== null) await tx.em.execute("select 1 from service where id = ? for update", [serviceId]);
}

function assertPlaceable(facts: OrderFacts, quoteFingerprint: string, paysNow: boolean): Sold {
  const refusals = refusalsOf(checkOrder(facts, paysNow));
  const sold = soldOf(facts);
  const agreed = agreedFrom(quoteFingerprint);
  if (agreed === null)
    refusals.push({ code: "INVALID", message: say("order.fingerprint"), path: ["quoteFingerprint"] });
  if (agreed !== null && sold !== null) {
    const now = agreedAbout(facts, sold);
    if (fingerprintOf(now) !== quoteFingerprint) refusals.push(priceChanged(agreed, now));
  }
  if (refusals.length > 0) throw new Rejection(refusals);
  return soldFor(facts);
}

function soldFor(facts: OrderFacts): Sold {
  const sold = soldOf(facts);
  invariant(sold !== null, "an offering without a price is refused by its check");
  return sold;
}
