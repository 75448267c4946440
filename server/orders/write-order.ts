import { newId } from "@tierline/shared/id.ts";
import { undoMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { claimReservations } from "../inventory/claim-reservations.ts";
import type { Transaction } from "../kernel/context.ts";
import { nextNumber, type NumberKind } from "../kernel/counter.ts";
import { invariant } from "../kernel/rejection.ts";
import { startRun } from "../provisioning/start-run.ts";
import { limitCallsAction } from "../services/limit-calls.action.ts";
import { changeService, serviceTopic } from "../services/move-service.ts";
import { variableServiceOf, type VariableService } from "../services/run-variables.ts";
import { ServiceEntity } from "../services/service.entity.ts";
import { keptFields } from "./check-custom-fields.ts";
import { chosenAutoRenew, chosenService, chosenSite } from "./order-choice.ts";
import type { OrderFacts } from "./order-facts.ts";
import { runKindOf, variablesOf } from "./order-run.ts";
import type { Line, Sold } from "./order-terms.ts";
import { orderTermsOf } from "./plan-change-terms.ts";
import { OrderEntity, type QuoteLineValue } from "./order.entity.ts";

/** Kept under the idempotency key: ids, since the rows go on changing. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly runId: string;
}

/** Of a plan that a service gets later. */
export interface WaitingOrder {
  readonly orderId: string;
  readonly runId: null;
}

/** Everything that an order that was checked brings about; the caller's transaction holds it together. */
export async function writeOrder(tx: Transaction, facts: OrderFacts, sold: Sold): Promise<PlacedOrder> {
  const { customer, reseller, offering, draft, slots, now } = facts;
  const ids: PlacedOrder = { orderId: newId(now.getTime()), runId: newId(now.getTime()) };
  await claimReservations(tx, draft.reservationIds, {
    runId: ids.runId,
    customerPath: customer.path,
    slots: slots.slots,
  });
  const numbers = await numbersFor(tx, facts);
  const service = await serviceOf(tx, facts, sold, { ...ids, number: numbers.service });
  await startRun(tx, {
    id: ids.runId,
    number: numbers.run,
    kind: runKindOf(facts),
    playbook: { versionId: facts.playbook.versionId },
    path: customer.path,
    resellerId: reseller.id,
    customerId: customer.id,
    serviceId: service.id,
    orderId: ids.orderId,
    title: say("run.forOrder", { offering: offering.name, customer: customer.name }),
    variables: variablesOf(facts, { id: ids.orderId, number: numbers.order }, service),
    undoableUntil: new Date(now.getTime() + undoMinutes * 60_000),
  });
  await insertOrder(tx, facts, sold, { ...ids, number: numbers.order, serviceId: service.id });
  await recordOrder(tx, facts, ids.orderId);
  return ids;
}

export async function recordOrder(
  tx: Transaction,
  { offering, customer, change }: OrderFacts,
  orderId: string,
): Promise<void> {
  await recordAudit(tx, {
    operation: "order.place",
    subjectKind: "order",
    subjectId: orderId,
    subject: say("run.forOrder", { offering: offering.name, customer: labelOf(customer) }),
    changes: change === null ? [] : changesBetween({ plan: change.before.name }, { plan: offering.name }),
    path: customer.path,
  });
}

/** Taken at once, and last of all that may be refused: a number that was given is not given again. */
async function numbersFor(tx: Transaction, { reseller, offering }: OrderFacts) {
  const next = (kind: NumberKind) => nextNumber(tx, reseller.path, kind);
  const [order, run, service] = await Promise.all([
    next("order"),
    next("run"),
    offering.kind === "ADDON" ? null : next("service"),
  ]);
  return { order, run, service };
}

/** A plan makes a service, pending until its run has activated it; an add-on uses the one there is (O35). */
async function serviceOf(
  tx: Transaction,
  facts: OrderFacts,
  sold: Sold,
  { runId, number }: PlacedOrder & { readonly number: number | null },
): Promise<VariableService> {
  const chosen = chosenService(facts);
  if (facts.offering.kind === "ADDON") {
    invariant(chosen !== null, "an add-on without a service is refused by its check");
    await changeService(tx, chosen.id, { current_run_id: runId });
    return variableServiceOf(chosen);
  }
  const { customer, reseller, offering, draft, now } = facts;
  invariant(number !== null, "a plan is given a number for its service");
  const service = {
    id: newId(now.getTime()),
    number,
    name: offering.name,
    account: `${reseller.key}-${number}`,
    parameters: { ...draft.subscriber },
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
    simultaneousCalls: limitsCalls(facts) ? facts.simultaneousCallsMax : null,
    currentRunId: runId,
    createdAt: now,
    version: 1,
  });
  tx.announce({ topic: serviceTopic(service.id), path: customer.path, sequence: 1 });
  return service;
}

/** A playbook that tells the network nothing of it leaves the line as many as it likes. */
function limitsCalls({ playbook }: OrderFacts): boolean {
  return playbook.document.tasks.some(({ action }) => action === limitCallsAction.key);
}

export async function insertOrder(
  tx: Transaction,
  facts: OrderFacts,
  sold: Sold,
  order: (PlacedOrder | WaitingOrder) & { readonly number: number; readonly serviceId: string },
): Promise<void> {
  const { customer, reseller, offering, draft, change, now } = facts;
  const terms = orderTermsOf(facts, sold, chosenAutoRenew(facts));
  await tx.em.insert(OrderEntity, {
    id: order.orderId,
    path: customer.path,
    reseller: reseller.id,
    number: order.number,
    state: order.runId === null ? "ACKNOWLEDGED" : "IN_PROGRESS",
    offering: offering.id,
    customer: customer.id,
    service: order.serviceId,
    run: order.runId,
    lines: terms.lines.map(lineValue),
    dueTodayMicros: terms.dueToday.micros,
    recurringMicros: terms.recurring?.micros ?? null,
    currency: sold.price.currency,
    autoRenew: chosenAutoRenew(facts),
    whileSuspended: offering.whileSuspended,
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
    before: change?.before.id ?? null,
    beforeName: change?.before.name ?? null,
    startsOn: change?.startsOn ?? null,
    isAtRenewal: change?.isAtRenewal ?? false,
    replaced: null,
    version: 1,
  });
}

function lineValue({ kind, label, amount, from, to }: Line): QuoteLineValue {
  return { kind, label, amountMicros: String(amount.micros), from, to };
}
