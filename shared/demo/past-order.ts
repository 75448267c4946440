import { addDays, addMonths, dateInZone } from "../billing-period.ts";
import { undoMinutes } from "../limits.ts";
import { sumMoney } from "../money.ts";
import { say } from "../sentence.ts";
import type { OrderState } from "../order-state.ts";
import type { RunState } from "../run-state.ts";
import type { Deed } from "./deeds.ts";
import type {
  DemoCustomer,
  DemoOffering,
  DemoOrder,
  DemoOrderLine,
  DemoSellerPrices,
  DemoSite,
  DemoUser,
} from "./model.ts";
import { zoneOf } from "./resellers.ts";

export interface PastOrderInput {
  readonly deed: Deed;
  readonly offering: DemoOffering;
  readonly prices: DemoSellerPrices;
  readonly customer: DemoCustomer;
  readonly serviceId: string;
  readonly site: DemoSite | null;
  readonly runState: RunState;
  readonly placedBy: DemoUser;
}

const orderStates: Partial<Record<RunState, OrderState>> = {
  SUCCEEDED: "COMPLETED",
  SUCCEEDED_WITH_WARNINGS: "COMPLETED",
  FAILED: "FAILED",
  ROLLED_BACK: "CANCELLED",
  CANCELLED: "CANCELLED",
};

/** The order of a deed, with the prices of today; null for what is not ordered. */
export function pastOrder(input: PastOrderInput): DemoOrder | null {
  const { deed, offering, prices, customer, site, placedBy } = input;
  if (deed.order === null) return null;
  const isBusinessPlan = customer.kind === "BUSINESS" && deed.kind === "PROVISION";
  const lines = linesOf(input);
  const currency = (prices.retail.recurring ?? prices.retail.oneOff)?.currency ?? "GBP";
  return {
    id: deed.order.id,
    resellerId: customer.resellerId,
    path: customer.path,
    number: deed.order.number,
    state: orderStates[input.runState] ?? "IN_PROGRESS",
    offeringId: offering.id,
    customerId: customer.id,
    serviceId: input.serviceId,
    runId: deed.runId,
    lines,
    dueToday: sumMoney(
      lines.map(({ amount }) => amount),
      currency,
    ),
    recurring: prices.retail.recurring,
    autoRenew: renewsOf(offering, customer),
    siteId: site?.id ?? null,
    billingContactId: isBusinessPlan ? contactOf(customer, "BILLING") : null,
    technicalContactId: isBusinessPlan ? contactOf(customer, "TECHNICAL") : null,
    purchaseOrderNumber: deed.kind === "PROVISION" ? deed.row.purchaseOrderNumber : null,
    customFields: offering.customFields.some(({ key }) => key === "cost-centre")
      ? [{ key: "cost-centre", value: `CC-${customer.number}` }]
      : [],
    installationDate: installationDateOf(input),
    placedById: placedBy.id,
    placedByName: placedBy.name,
    placedAt: deed.at,
    undoableUntil: new Date(deed.at.getTime() + undoMinutes * 60_000),
    channel: "CONSOLE",
  };
}

/** O24: a recurring plan renews by itself where there is something to pay with. */
export function renewsOf(offering: DemoOffering, customer: DemoCustomer): boolean {
  return offering.kind === "PLAN" && customer.paymentMethods.length > 0;
}

function linesOf({ deed, offering, prices }: PastOrderInput): DemoOrderLine[] {
  const { setup, recurring, oneOff } = prices.retail;
  const from = dateInZone(deed.at, zoneOf(deed.row.reseller));
  const to = addMonths(from, offering.billingIntervalMonths);
  const once = { from: null, to: null };
  return [
    ...(setup === null ? [] : [{ kind: "SETUP" as const, label: say("line.setup"), amount: setup, ...once }]),
    ...(recurring === null ? [] : [{ kind: "RECURRING" as const, label: offering.name, amount: recurring, from, to }]),
    ...(oneOff === null ? [] : [{ kind: "ONE_OFF" as const, label: offering.name, amount: oneOff, ...once }]),
  ];
}

function contactOf({ contacts }: DemoCustomer, role: "BILLING" | "TECHNICAL"): string | null {
  return contacts.find(({ roles }) => roles.includes(role))?.id ?? null;
}

function installationDateOf({ deed, offering }: PastOrderInput): string | null {
  if (!offering.needsInstallation) return null;
  return addDays(dateInZone(deed.at, zoneOf(deed.row.reseller)), deed.row.installationInDays ?? 1);
}
