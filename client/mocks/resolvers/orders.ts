import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybook } from "@tierline/shared/demo/playbooks.ts";
import { tierPathOf } from "./viewer.ts";
import { demoTrail } from "@tierline/shared/demo/trail.ts";
import { newId } from "@tierline/shared/id.ts";
import { undoMinutes } from "@tierline/shared/limits.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { undoableUntil } from "@tierline/shared/order-state.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type {
  MutationPlaceOrderArgs,
  OrderQuoteInput,
  PlaceOrderInput,
  QueryOrderQuoteArgs,
} from "../../api/generated/schema.ts";
import { fieldsOf, refusal } from "../fields.ts";
import { checksOf, draftOf, hasMethod, type OrderDraft, termsOf, variablesOf } from "../order-draft.ts";
import { nameOf, queueRun, scriptOf } from "../run.ts";
import { asked, needed, rowOf, type Run, seen, signedIn, type World } from "../world.ts";
import { notInPreview } from "../not-in-preview.ts";
import { planChangeQuote } from "./plan-change.ts";
import { planOf } from "./playbooks.ts";

function nextNumber(rows: Iterable<{ readonly resellerId: string; readonly number: number }>, resellerId: string) {
  return Math.max(0, ...[...rows].filter((row) => row.resellerId === resellerId).map(({ number }) => number)) + 1;
}

/** The service as it will be when the run begins; an add-on's stays as it is. */
function pendingService(world: World, draft: OrderDraft, orderId: string, runId: string): Demo.DemoService {
  if (draft.service !== null) return draft.service;
  const { offering, customer, reseller, prices, site, autoRenew } = draft;
  const number = nextNumber(world.services.values(), reseller.id);
  return {
    id: newId(),
    resellerId: reseller.id,
    customerId: customer.id,
    offeringId: offering.id,
    path: customer.path,
    number,
    name: offering.name,
    serviceType: offering.serviceType,
    state: "PENDING",
    suspensionReasons: [],
    startsOn: null,
    endsOn: null,
    recurring: prices.recurring,
    currency: reseller.currency,
    autoRenew,
    siteId: site?.id ?? null,
    account: `${reseller.key}-${number}`,
    simultaneousCalls: offering.simultaneousCalls,
    parameters: {},
    balances: [],
    balancesAt: null,
    currentRunId: runId,
    orderId,
    createdAt: new Date(),
    addons: [],
  };
}

function orderOf(world: World, draft: OrderDraft, input: Partial<PlaceOrderInput>, ids: Ids): Demo.DemoOrder {
  const { offering, customer, reseller, site, autoRenew } = draft;
  const { dueToday, recurring, lines } = termsOf(draft);
  const user = signedIn(world);
  return {
    id: ids.order,
    resellerId: reseller.id,
    path: customer.path,
    number: nextNumber(world.orders.values(), reseller.id),
    state: "IN_PROGRESS",
    offeringId: offering.id,
    customerId: customer.id,
    serviceId: ids.service,
    runId: ids.run,
    lines,
    dueToday,
    recurring,
    autoRenew,
    siteId: site?.id ?? null,
    billingContactId: null,
    technicalContactId: null,
    purchaseOrderNumber: input.purchaseOrderNumber ?? null,
    customFields: input.customFields ?? [],
    installationDate: input.installationDate ?? null,
    placedById: user.id,
    placedByName: user.name,
    placedAt: new Date(),
    undoableUntil: new Date(Date.now() + undoMinutes * 60_000),
    channel: "CONSOLE",
  };
}

interface Ids {
  readonly order: string;
  readonly run: string;
  readonly service: string;
}

function runOf(world: World, draft: OrderDraft, service: Demo.DemoService, order: Demo.DemoOrder): Run {
  const { offering, customer, reseller } = draft;
  const name = service.state === "PENDING" ? nameOf(world, service) : service.name;
  return {
    id: order.runId,
    resellerId: reseller.id,
    path: customer.path,
    number: nextNumber(world.runs.values(), reseller.id),
    kind: offering.kind === "PLAN" ? "PROVISION" : "ADD_ON",
    state: "QUEUED",
    origin: "CONSOLE",
    title: say("run.forOrder", { offering: offering.name, customer: customer.name }),
    customerId: customer.id,
    serviceId: service.id,
    orderId: order.id,
    playbookKey: offering.playbookKey,
    playbookVersion: 1,
    variables: variablesOf(draft, { ...service, name }, order.number),
    sequence: 1,
    waitingFor: null,
    retriesUsed: 0,
    startedById: order.placedById,
    startedBy: order.placedByName,
    queuedAt: order.placedAt,
    startedAt: null,
    finishedAt: null,
    undoableUntil: order.undoableUntil,
    error: null,
    tasks: [],
  };
}

function fingerprintOf(draft: OrderDraft): string {
  const { lines, dueToday } = termsOf(draft);
  return [draft.offering.slug, decimalOf(dueToday), ...lines.map(({ amount }) => decimalOf(amount))].join(" ");
}

function quote(_: unknown, { input }: QueryOrderQuoteArgs, world: World) {
  const draft = draftOf(world, input);
  const { offering, customer, service } = draft;
  const changed = changedService(world, draft, input);
  const checks = checksOf(world, draft, input);
  if (changed !== null) return quoteChange(world, draft, changed, checks);
  const canPlace = checks.every(({ state }) => state !== "BLOCKING");
  const isPayable = hasMethod(world, customer);
  const isRecurring = draft.prices.recurring !== null;
  return {
    ...termsOf(draft),
    offering,
    customer,
    service,
    planChange: null,
    fingerprint: fingerprintOf(draft),
    canPlace,
    mustPayNow: false,
    canPayNow: isPayable && termsOf(draft).dueToday.micros > 0n,
    checks,
    asksAutoRenew: isRecurring,
    autoRenewDefault: isRecurring && offering.kind === "PLAN" && isPayable,
    autoRenewReason: renewalReason(offering, isRecurring, isPayable),
    playbookKey: offering.playbookKey,
    playbookVersion: 1,
    plan: planned(world, draft, canPlace),
  };
}

/** Of a plan for a service that there is. */
function changedService(world: World, { offering }: OrderDraft, { serviceId }: OrderQuoteInput) {
  return offering.kind === "PLAN" ? asked(seen(world, world.services.values()), "svc", serviceId) : null;
}

function quoteChange(
  world: World,
  draft: OrderDraft,
  service: Demo.DemoService,
  ofCustomer: ReturnType<typeof checksOf>,
) {
  const { offering, customer } = draft;
  const quoted = planChangeQuote(world, draft, service, ofCustomer);
  return {
    ...quoted,
    offering,
    customer,
    service,
    fingerprint: fingerprintOf(draft),
    canPlace: quoted.checks.every(({ state }) => state !== "BLOCKING"),
    canPayNow: false,
    mustPayNow: false,
    asksAutoRenew: false,
    autoRenewDefault: service.autoRenew,
    autoRenewReason: say("renewal.plan"),
    playbookKey: offering.playbookKey,
    playbookVersion: 1,
  };
}

function renewalReason({ kind }: Demo.DemoOffering, isRecurring: boolean, isPayable: boolean): Sentence {
  if (!isRecurring) return say("renewal.once");
  if (kind === "ADDON") return say("renewal.addon");
  return isPayable ? say("renewal.plan") : say("renewal.noMethod");
}

/** What will run; with its calls once all that they carry is chosen. */
function planned(world: World, draft: OrderDraft, canPlace: boolean) {
  const { document } = demoPlaybook(draft.offering.playbookKey);
  if (!canPlace) return planOf(document);
  const ids: Ids = { order: newId(), run: newId(), service: newId() };
  const service = pendingService(world, draft, ids.order, ids.run);
  const order = orderOf(world, draft, {}, { ...ids, service: service.id });
  const { tasks } = scriptOf(runOf(world, draft, service, order));
  return planOf(document, (taskKey) => tasks.find(({ key }) => key === taskKey)?.input ?? null);
}

function refused(checks: ReturnType<typeof checksOf>) {
  const userErrors = checks
    .filter(({ state }) => state === "BLOCKING")
    .map(({ code, message, path }) => refusal(code === "INVENTORY" ? "NOT_AVAILABLE" : "INVALID", message, path));
  return { order: null, run: null, userErrors };
}

function place(_: unknown, { input }: MutationPlaceOrderArgs, world: World) {
  const known = world.orders.get(world.made.get(input.idempotencyKey) ?? "");
  if (known !== undefined) return { order: known, run: world.runs.get(known.runId), userErrors: [] };
  const quoted: OrderQuoteInput = input;
  const draft = draftOf(world, quoted);
  if (changedService(world, draft, quoted) !== null) throw notInPreview();
  const checks = checksOf(world, draft, quoted);
  if (checks.some(({ state }) => state === "BLOCKING")) return refused(checks);
  const ids = { order: newId(), run: newId() };
  const service = pendingService(world, draft, ids.order, ids.run);
  const order = orderOf(world, draft, input, { ...ids, service: service.id });
  if (draft.service === null) world.services.set(service.id, service);
  world.orders.set(order.id, order);
  world.made.set(input.idempotencyKey, order.id);
  world.trail.push(...demoTrail([order], world));
  claim(world, draft, service.id, ids.run);
  queueRun(world, runOf(world, draft, service, order));
  return { order, run: world.runs.get(ids.run), userErrors: [] };
}

/** The held items belong to the run from now on, and nothing lapses any more. */
function claim(world: World, { held, customer }: OrderDraft, serviceId: string, runId: string): void {
  for (const [slot, { reservation, item }] of held) {
    world.reservations.delete(reservation.id);
    const now = needed(world.items.get(item.id));
    const stateBefore = reservation.before;
    world.items.set(item.id, { ...now, slot, stateBefore, customerId: customer.id, serviceId, heldByRunId: runId });
  }
}

export const orders = {
  Order: fieldsOf<Demo.DemoOrder>({
    version: () => 1,
    planChange: () => null,
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    placedBy: ({ placedByName }) => placedByName,
    undoableUntil: (order) => undoableUntil(order, new Date()),
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    offering: ({ offeringId }, _, world) => rowOf(world.offerings, offeringId),
    service: ({ serviceId }, _, world) => rowOf(world.services.values(), serviceId),
    run: ({ runId }, _, world) => rowOf(world.runs.values(), runId),
    site: ({ customerId, siteId }, _, world) => rowOf(needed(rowOf(world.customers, customerId)).sites, siteId),
    billingContact: ({ customerId, billingContactId }, _, world) =>
      rowOf(needed(rowOf(world.customers, customerId)).contacts, billingContactId),
    technicalContact: ({ customerId, technicalContactId }, _, world) =>
      rowOf(needed(rowOf(world.customers, customerId)).contacts, technicalContactId),
  }),
  Query: fieldsOf<unknown>({ orderQuote: quote }),
  Mutation: fieldsOf<unknown>({ placeOrder: place }),
};
