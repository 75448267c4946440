import { newId } from "@tierline/shared/id.ts";
import { customFieldsMax, requirementsMax, undoMinutes } from "@tierline/shared/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { labelOf } from "../customers/customer.type.ts";
import { claimReservations } from "../inventory/claim-reservations.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { nextNumber } from "../kernel/counter.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Rejection, type Refusal } from "../kernel/rejection.ts";
import { startRun } from "../provisioning/start-run.ts";
import { changeService, serviceTopic } from "../services/move-service.ts";
import { ServiceEntity } from "../services/service.entity.ts";
import { keptFields } from "./check-custom-fields.ts";
import { checkOrder } from "./check-order.ts";
import { chosenAutoRenew, chosenService, chosenSite, soldOf } from "./order-choice.ts";
import type { OrderDraft } from "./order-draft.ts";
import { readOrderFacts, type OrderFacts } from "./order-facts.ts";
import { runKindOf, variablesOf } from "./order-run.ts";
import { agreedFrom, agreedOf, fingerprintOf, termsOf, type Sold } from "./order-terms.ts";
import { OrderEntity } from "./order.entity.ts";
import { priceChanged } from "./order.rejections.ts";
import { variableServiceOf, type VariableService } from "../services/run-variables.ts";

export interface PlaceOrder {
  readonly idempotencyKey: string;
  readonly draft: OrderDraft;
  readonly quoteFingerprint: string;
}

/** Kept under the idempotency key: ids, since the rows go on changing. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly runId: string;
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
    await lockService(tx, draft.serviceId);
    const facts = await readOrderFacts(tx, draft);
    const sold = assertPlaceable(facts, quoteFingerprint);
    return writeOrder(tx, facts, sold);
  });
}

function assertShort({ reservationIds, customFields }: OrderDraft): void {
  const refusals: Refusal[] = [];
  if (reservationIds.length > requirementsMax) {
    refusals.push({
      code: "TOO_LONG",
      message: `At most ${requirementsMax} items can be ordered at once.`,
      path: ["reservationIds"],
    });
  }
  if (customFields.length > customFieldsMax) {
    refusals.push({
      code: "TOO_LONG",
      message: `At most ${customFieldsMax} fields can be given.`,
      path: ["customFields"],
    });
  }
  if (refusals.length > 0) throw new Rejection(refusals);
}

/** Nobody ends the service, or changes it otherwise, between the check and the order. */
async function lockService(tx: Transaction, serviceId: string | null): Promise<void> {
  if (serviceId !== null) await tx.em.execute("select 1 from service where id = ? for update", [serviceId]);
}

function assertPlaceable(facts: OrderFacts, quoteFingerprint: string): Sold {
  const refusals = checkOrder(facts).flatMap(({ refusal, message, path }): Refusal[] =>
    refusal === null ? [] : [{ code: refusal, message, path: path ?? [] }],
  );
  const sold = soldOf(facts);
  const agreed = agreedFrom(quoteFingerprint);
  if (agreed === null)
    refusals.push({ code: "INVALID", message: "This is not the fingerprint of a quote.", path: ["quoteFingerprint"] });
  if (agreed !== null && sold !== null) {
    const now = agreedOf(sold, facts.playbook.versionId);
    if (fingerprintOf(now) !== quoteFingerprint) refusals.push(priceChanged(agreed, now));
  }
  if (refusals.length > 0) throw new Rejection(refusals);
  invariant(sold !== null, "an offering without a price is refused by its check");
  return sold;
}

interface Ids {
  readonly orderId: string;
  readonly runId: string;
}

async function writeOrder(tx: Transaction, facts: OrderFacts, sold: Sold): Promise<PlacedOrder> {
  const { customer, reseller, offering, draft, slots, now } = facts;
  const ids: Ids = { orderId: newId(now.getTime()), runId: newId(now.getTime()) };
  await claimReservations(tx, draft.reservationIds, {
    runId: ids.runId,
    customerPath: customer.path,
    slots: slots.slots,
  });
  const number = await nextNumber(tx, reseller.path, "order");
  const service = await serviceOf(tx, facts, sold, ids);
  await startRun(tx, {
    id: ids.runId,
    kind: runKindOf(facts),
    playbook: { versionId: facts.playbook.versionId },
    path: customer.path,
    resellerId: reseller.id,
    customerId: customer.id,
    serviceId: service.id,
    orderId: ids.orderId,
    title: `${offering.name} for ${customer.name}`,
    variables: variablesOf(facts, { id: ids.orderId, number }, service),
    undoableUntil: new Date(now.getTime() + undoMinutes * 60_000),
  });
  await insertOrder(tx, facts, sold, { ...ids, number, serviceId: service.id });
  await recordAudit(tx, {
    operation: "order.place",
    subjectKind: "order",
    subjectId: ids.orderId,
    subject: `${offering.name} for ${labelOf(customer)}`,
    changes: [],
    path: customer.path,
  });
  return ids;
}

/** A plan makes a service, pending until its run has activated it; an add-on uses the one there is (O35). */
async function serviceOf(tx: Transaction, facts: OrderFacts, sold: Sold, { runId }: Ids): Promise<VariableService> {
  const chosen = chosenService(facts);
  if (facts.offering.kind === "ADDON") {
    invariant(chosen !== null, "an add-on without a service is refused by its check");
    await changeService(tx, chosen.id, { current_run_id: runId });
    return variableServiceOf(chosen);
  }
  const { customer, reseller, offering, now } = facts;
  const number = await nextNumber(tx, reseller.path, "service");
  const service = {
    id: newId(now.getTime()),
    number,
    name: offering.name,
    account: `${reseller.key}-${number}`,
    parameters: {},
  };
  await tx.em.insert(ServiceEntity, {
    ...service,
    path: customer.path,
    reseller: reseller.id,
    customer: customer.id,
    offering: offering.id,
    serviceType: offering.serviceType,
    state: "PENDING",
    suspensionReasons: [],
    recurringMicros: sold.price.recurring?.micros ?? null,
    currency: sold.price.currency,
    autoRenew: chosenAutoRenew(facts),
    site: chosenSite(facts)?.id ?? null,
    balances: [],
    currentRunId: runId,
    createdAt: now,
    version: 1,
  });
  tx.announce({ topic: serviceTopic(service.id), path: customer.path, sequence: 1 });
  return service;
}

async function insertOrder(
  tx: Transaction,
  facts: OrderFacts,
  sold: Sold,
  order: Ids & { readonly number: number; readonly serviceId: string },
): Promise<void> {
  const { customer, reseller, offering, draft, today, now } = facts;
  const terms = termsOf(sold, today, chosenAutoRenew(facts));
  await tx.em.insert(OrderEntity, {
    id: order.orderId,
    path: customer.path,
    reseller: reseller.id,
    number: order.number,
    state: "IN_PROGRESS",
    offering: offering.id,
    customer: customer.id,
    service: order.serviceId,
    run: order.runId,
    lines: terms.lines.map(({ kind, label, amount, from, to }) => ({
      kind,
      label,
      amountMicros: String(amount.micros),
      from,
      to,
    })),
    dueTodayMicros: terms.dueToday.micros,
    recurringMicros: terms.recurring?.micros ?? null,
    currency: sold.price.currency,
    autoRenew: chosenAutoRenew(facts),
    site: chosenSite(facts)?.id ?? null,
    billingContact: draft.billingContactId,
    technicalContact: draft.technicalContactId,
    purchaseOrderNumber: draft.purchaseOrderNumber,
    customFields: keptFields(facts),
    installationDate: draft.installationDate,
    placedBy: tx.viewer.userId,
    placedByName: tx.viewer.name,
    placedAt: now,
    channel: tx.viewer.channel,
    version: 1,
  });
}
