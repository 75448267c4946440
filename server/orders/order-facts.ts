import { dateInZone } from "@tierline/shared/billing-period.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { readStanding, type Standing } from "../billing/read-standing.ts";
import type { OfferingRequirementRow, OfferingRow } from "../catalog/offering.entity.ts";
import { findOffering, findRequirements, isSoldAt } from "../catalog/offering.ts";
import { matchSlots, type SlotMatch } from "../catalog/match-slots.ts";
import type { PriceTerms } from "../catalog/price-terms.ts";
import { retailPriceOf } from "../catalog/retail-prices.ts";
import {
  ContactEntity,
  PaymentMethodEntity,
  SiteEntity,
  type ContactRow,
  type PaymentMethodRow,
  type SiteRow,
} from "../customers/customer-parts.entity.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { findItems, type Item } from "../inventory/item.ts";
import { findReservations, isOpen } from "../inventory/reservation.ts";
import { findTemplates } from "../inventory/template.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError, invariant, notFound } from "../kernel/rejection.ts";
import { provisioningOf } from "../provisioning/parts.ts";
import { playbookVersion, type PinnedPlaybook } from "../provisioning/playbook-document.ts";
import { customersWithPlan } from "../rates/customers-with-plan.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { callsMaxOf } from "../services/calls-max.ts";
import { countLines } from "../services/customer-lines.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { serviceRows } from "../services/service-rows.ts";
import type { OrderDraft } from "./order-draft.ts";
import { readPlanChange, type PlanChange } from "./read-plan-change.ts";

/** One reservation as it was handed in: open and the viewer's own, or it counts for nothing. */
export interface PickedItem {
  readonly reservationId: string;
  /** Null when there is no such reservation of the viewer's. */
  readonly item: Item | null;
  readonly isOpen: boolean;
  /** Whether another order of the viewer's has it. */
  readonly isClaimed: boolean;
}

/** Everything that decides about an order, read once: the checks and the amounts are computed from it and nothing else. */
export interface OrderFacts {
  readonly draft: OrderDraft;
  readonly now: Date;
  /** In the reseller's time zone. */
  readonly today: string;
  readonly offering: OfferingRow;
  readonly requirements: readonly OfferingRequirementRow[];
  readonly price: PriceTerms | null;
  readonly playbook: PinnedPlaybook;
  /** Actions that the playbook names and that do not exist. */
  readonly missingActions: readonly string[];
  readonly customer: CustomerRow;
  readonly reseller: ResellerRow & { readonly state: ResellerState };
  /** Whether the customer and all above it may spend; null: it has no account. */
  readonly standing: Standing | null;
  readonly paymentMethods: readonly PaymentMethodRow[];
  readonly sites: readonly SiteRow[];
  readonly contacts: readonly ContactRow[];
  /** For an add-on: the customer's services it could be added to, oldest first. */
  readonly compatible: readonly ServiceRow[];
  /** The service that was named. */
  readonly service: ServiceRow | null;
  /** Of a plan for a service that there is: what decides about it. */
  readonly change: PlanChange | null;
  /** A run that ends the named service is under way. */
  readonly isEnding: boolean;
  readonly picked: readonly PickedItem[];
  readonly slots: SlotMatch;
  /** Of a plan for a line: how many calls at a time it may have; null: nobody says. */
  readonly simultaneousCallsMax: number | null;
  /** Of a plan for a line: how many lines the customer may have and has; null: as many as it likes. */
  readonly lines: { readonly max: number; readonly used: number } | null;
  /** Of a plan for a line: whether the customer's reseller has a rate plan in force for its calls. */
  readonly hasRatePlan: boolean;
}

const fresh = { disableIdentityMap: true } as const;

/** Throws NOT_FOUND for whatever the draft names and the viewer cannot see. */
export async function readOrderFacts(context: Context, draft: OrderDraft): Promise<OrderFacts> {
  const { em, clock } = context;
  const customer = await em.findOne(CustomerEntity, { id: draft.customerId }, fresh);
  const offering = await findOffering(context, draft.offeringId);
  if (customer === null || offering === null || !(await isSoldAt(context, offering, customer.path))) throw notFound();
  refusePlansOfTheirOwn(context, offering);
  const reseller = await em.findOne(ResellerEntity, { id: customer.reseller }, fresh);
  invariant(reseller !== null, "a customer's reseller can be seen by whoever sees the customer");
  const requirements = await readRequirements(context, offering.id);
  const picked = await readPicked(context, draft.reservationIds);
  const now = clock.now();
  const today = dateInZone(now, reseller.timeZone);
  const price = await retailPriceOf(context, offering.id, customer.path);
  const services = await readServices(context, draft, offering);
  const isChange = offering.kind === "PLAN" && services.service !== null;
  const change = isChange
    ? await readPlanChange(context, services.service, { offering, price, customer, today })
    : null;
  const playbook = change?.playbook ?? (await readPlaybook(context, offering.playbook));
  return {
    draft,
    now,
    today,
    offering,
    requirements,
    price,
    playbook,
    change,
    missingActions: missingActionsOf(context, playbook),
    customer,
    reseller,
    standing: await readStanding(context, customer.path),
    ...(await readCustomerParts(context, draft)),
    ...services,
    picked,
    slots: matchSlots(requirements.map(wantedOf), picked.flatMap(usableOf)),
    simultaneousCallsMax: isLinePlan(offering) ? await callsMaxOf(context, offering, customer) : null,
    lines: isChange ? null : await linesOf(context, offering, customer),
    hasRatePlan:
      isChange ||
      !isLinePlan(offering) ||
      (await customersWithPlan(context, [customer.id], "NEW_LINE")).has(customer.id),
  };
}

async function linesOf(
  context: Context,
  offering: OfferingRow,
  { id, linesMax: max }: CustomerRow,
): Promise<OrderFacts["lines"]> {
  if (max == null || !isLinePlan(offering)) return null;
  return { max, used: (await countLines(context, [id])).get(id) ?? 0 };
}

export function isLinePlan({ kind, serviceType }: OfferingRow): boolean {
  return kind === "PLAN" && serviceType === "VOIP";
}

/** A customer's own people add to what they have; what begins a service is their reseller's to sell. */
function refusePlansOfTheirOwn({ viewer }: Context, { kind }: OfferingRow): void {
  if (viewer.customerId !== null && kind !== "ADDON") throw new AccessError("FORBIDDEN", say("order.addonsOnly"));
}

/** A requirement without a name of its own is called what its template is called. */
async function readRequirements(context: Context, offeringId: string): Promise<OfferingRequirementRow[]> {
  const rows = (await findRequirements(context, [offeringId])).get(offeringId) ?? [];
  const templates = await findTemplates(
    context,
    rows.map(({ template }) => template),
  );
  return rows.map((row) => ({
    ...row,
    label: row.label === "" ? (templates.get(row.template)?.label ?? row.slot) : row.label,
  }));
}

function wantedOf({ template, slot, isRequired }: OfferingRequirementRow) {
  return { templateId: template, slot, isRequired };
}

function usableOf({ reservationId, item, isOpen: isUsable }: PickedItem) {
  return item === null || !isUsable ? [] : [{ reservationId, templateId: item.templateId }];
}

async function readCustomerParts(
  { em }: Context,
  draft: OrderDraft,
): Promise<Pick<OrderFacts, "paymentMethods" | "sites" | "contacts">> {
  const byId = { ...fresh, orderBy: { id: "asc" } } as const;
  const ofCustomer = { customer: draft.customerId };
  const paymentMethods = await em.find(PaymentMethodEntity, ofCustomer, {
    ...fresh,
    orderBy: { isDefault: "desc", id: "asc" },
  });
  const sites = await em.find(SiteEntity, ofCustomer, byId);
  const contacts = await em.find(ContactEntity, ofCustomer, byId);
  if (draft.siteId !== null && !sites.some(({ id }) => id === draft.siteId)) throw notFound();
  for (const id of [draft.billingContactId, draft.technicalContactId]) {
    if (id !== null && !contacts.some((contact) => contact.id === id)) throw notFound();
  }
  return { paymentMethods, sites, contacts };
}

async function readServices(
  { em }: Context,
  draft: OrderDraft,
  offering: OfferingRow,
): Promise<Pick<OrderFacts, "compatible" | "service" | "isEnding">> {
  const rows = await em.execute<object[]>(
    "select * from service where customer_id = ? and (id = ? or (state = 'ACTIVE' and service_type = ?)) order by id",
    [draft.customerId, draft.serviceId, offering.serviceType],
  );
  const services = serviceRows(em, rows);
  const service = services.find(({ id }) => id === draft.serviceId) ?? null;
  if (draft.serviceId !== null && service === null) throw notFound();
  const ending = await em.execute<unknown[]>(
    "select 1 from provisioning_run where service_id = ? and kind = 'TERMINATE' and finished_at is null",
    [draft.serviceId],
  );
  const isCompatible = ({ state, serviceType }: ServiceRow) =>
    state === "ACTIVE" && serviceType === offering.serviceType;
  const compatible = offering.kind === "ADDON" ? services.filter(isCompatible) : [];
  return { compatible, service, isEnding: ending.length > 0 };
}

async function readPicked(context: Context, ids: readonly string[]): Promise<PickedItem[]> {
  const reservations = await findReservations(context, ids);
  const items = await findItems(
    context,
    [...reservations.values()].map(({ itemId }) => itemId),
  );
  return ids.map((reservationId) => {
    const reservation = reservations.get(reservationId);
    const isMine = reservation !== undefined && reservation.userId === context.viewer.userId;
    const item = isMine ? (items.get(reservation.itemId) ?? null) : null;
    return {
      reservationId,
      item,
      isOpen: isMine && isOpen(reservation, context.clock.now()),
      isClaimed: isMine && reservation.state === "CLAIMED",
    };
  });
}

async function readPlaybook(context: Context, playbookId: string): Promise<PinnedPlaybook> {
  const [row] = await context.em.execute<{ id: string }[]>(
    `select v.id from playbook p join playbook_version v on v.playbook_id = p.id and v.number = p.latest_version where p.id = ?`,
    [playbookId],
  );
  invariant(row !== undefined, "the playbook of an offering can be seen wherever the offering can");
  return playbookVersion(context, row.id);
}

function missingActionsOf(context: Context, { document }: PinnedPlaybook): string[] {
  const { actions } = provisioningOf(context);
  return [...new Set(document.tasks.map((task) => task.action).filter((key) => !actions.has(key)))];
}
