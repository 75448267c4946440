import { addDays, dateInZone, periodStart, addMonths } from "@tierline/shared/billing-period.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { mayOrder } from "@tierline/shared/customer-state.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybook } from "@tierline/shared/demo/playbooks.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { decimalOf, type Money, sumMoney } from "@tierline/shared/money.ts";
import { isTried } from "@tierline/shared/payment.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import type { OrderQuoteInput, QuoteCheckCode, QuoteCheckState } from "../api/generated/schema.ts";
import { standingOf } from "./resolvers/billing.ts";
import { compatibleServices, pricesOf, reasonsAgainst } from "./resolvers/catalog.ts";

import { asked, needed, type Reservation, resellerOf, seen, seenFromBelow, signedIn, type World } from "./world.ts";

export interface Check {
  readonly code: QuoteCheckCode;
  readonly state: QuoteCheckState;
  readonly message: Sentence;
  readonly path: readonly string[] | null;
}

/** All that an order would rest on, looked up. */
export interface OrderDraft {
  readonly offering: Demo.DemoOffering;
  readonly customer: Demo.DemoCustomer;
  readonly reseller: Demo.DemoReseller;
  readonly prices: Demo.DemoPrices;
  /** An add-on's. */
  readonly service: Demo.DemoService | null;
  readonly site: Demo.DemoSite | null;
  /** By slot, what is held for it. */
  readonly held: ReadonlyMap<string, { readonly reservation: Reservation; readonly item: Demo.DemoItem }>;
  readonly autoRenew: boolean;
  readonly today: string;
}

export function draftOf(world: World, input: OrderQuoteInput): OrderDraft {
  const offering = needed(asked(seenFromBelow(world, world.offerings), "ofr", input.offeringId));
  const customer = needed(asked(seen(world, world.customers), "cus", input.customerId));
  const reseller = resellerOf(world, customer);
  const services = compatibleServices(world, offering, customer.id);
  const named = asked(services, "svc", input.serviceId);
  const onlySite = customer.sites.length === 1 ? (customer.sites[0] ?? null) : null;
  const isPlanOnFile = offering.kind === "PLAN" && hasMethod(world, customer);
  return {
    offering,
    customer,
    reseller,
    prices: pricesOf(world, offering).retail,
    service: named ?? (services.length === 1 ? (services[0] ?? null) : null),
    site: offering.needsSite ? (asked(customer.sites, "sit", input.siteId) ?? onlySite) : null,
    held: heldOf(world, offering, input.reservationIds ?? []),
    autoRenew: input.autoRenew ?? isPlanOnFile,
    today: dateInZone(new Date(), reseller.timeZone),
  };
}

function heldOf(world: World, { requirements }: Demo.DemoOffering, ids: readonly string[]): OrderDraft["held"] {
  const held = ids.flatMap((id) => {
    const reservation = asked(world.reservations.values(), "rsv", id);
    const item = world.items.get(reservation?.itemId ?? "");
    const isMine = reservation?.userId === signedIn(world).id && reservation.expiresAt > new Date();
    return reservation !== null && item !== undefined && isMine ? [{ reservation, item }] : [];
  });
  const bySlot = requirements.flatMap(({ slot, templateId }) => {
    const one = held.find(({ item }) => item.templateId === templateId);
    return one === undefined ? [] : [[slot, one] as const];
  });
  return new Map(bySlot);
}

/** What is paid today, line by line. */
export function linesOf({ offering, prices, today }: OrderDraft): Demo.DemoOrderLine[] {
  const to = addDays(periodStart(today, 1, offering.billingIntervalMonths), -1);
  const line = (kind: Demo.DemoOrderLine["kind"], label: Words, amount: Money | null): Demo.DemoOrderLine[] => {
    const period = kind === "RECURRING" ? { from: today, to } : { from: null, to: null };
    return amount === null ? [] : [{ kind, label, amount, ...period }];
  };
  return [
    ...line("SETUP", say("line.setup"), prices.setup),
    ...line("RECURRING", offering.name, prices.recurring),
    ...line("ONE_OFF", offering.name, prices.oneOff),
  ];
}

export function termsOf(draft: OrderDraft) {
  const { offering, prices, reseller, today, autoRenew } = draft;
  const lines = linesOf(draft);
  const currency = lines[0]?.amount.currency ?? reseller.currency;
  const isRecurring = prices.recurring !== null;
  return {
    lines,
    dueToday: sumMoney(
      lines.map(({ amount }) => amount),
      currency,
    ),
    recurring: prices.recurring,
    nextRenewalOn: isRecurring && autoRenew ? periodStart(today, 1, offering.billingIntervalMonths) : null,
    endsOn: isRecurring && !autoRenew ? addMonths(today, offering.contractTermMonths) : null,
  };
}

const fine = (code: QuoteCheckCode, message: Sentence): Check => ({ code, state: "OK", message, path: null });
const blocking = (code: QuoteCheckCode, message: Sentence, path: string): Check => {
  return { code, state: "BLOCKING", message, path: [path] };
};

/** O47: everything that speaks for or against placing the order, all at once. */
export function checksOf(world: World, draft: OrderDraft, input: OrderQuoteInput): Check[] {
  const { offering, customer, service, site } = draft;
  const name = labelOf(customer);
  const [reason] = reasonsAgainst(world, offering, customer).filter(({ code }) => code !== "OUT_OF_STOCK");
  const { dueToday } = termsOf(draft);
  return [
    mayOrder(customer.state)
      ? fine("CUSTOMER", say("check.customer", { customer: name, kind: customer.kind }))
      : blocking("CUSTOMER", say("check.customerState", { customer: name }), "customerId"),
    paymentCheck(world, draft),
    reason === undefined
      ? fine("ELIGIBILITY", say("check.eligible", { offering: offering.name }))
      : blocking("ELIGIBILITY", reason.message, "offeringId"),
    ...(offering.kind === "PLAN" ? [] : [serviceCheck(service)]),
    ...inventoryChecks(draft),
    fine("PRICE", say("check.dueToday", { amount: { amount: decimalOf(dueToday), currency: dueToday.currency } })),
    ...fieldChecks(offering, input),
    ...(offering.needsSite
      ? [
          site === null
            ? blocking("SITE", say("check.chooseSite"), "siteId")
            : fine("SITE", say("check.site", { site: site.name })),
        ]
      : []),
    ...(offering.needsInstallation && input.installationDate == null
      ? [blocking("INSTALLATION", say("check.chooseDay"), "installationDate")]
      : []),
    fine("PLAYBOOK", say("check.playbook", { playbook: demoPlaybook(offering.playbookKey).title, version: 1 })),
  ];
}

/** Whether there is something that a renewal can be charged to. */
export function hasMethod(world: World, { paymentMethods: [method] }: Demo.DemoCustomer): boolean {
  return method !== undefined && isTried(standingOf(world, method));
}

function paymentCheck(world: World, { customer, autoRenew }: OrderDraft): Check {
  const [method] = customer.paymentMethods;
  if (method !== undefined && hasMethod(world, customer))
    return fine("PAYMENT_METHOD", say("check.card", { brand: method.brand, lastFour: method.lastFour }));
  const why = method === undefined ? null : whyUnfit(world, method);
  const needed = why === null ? say("check.methodNeeded") : say("check.methodUnfit", { why });
  if (autoRenew) return blocking("PAYMENT_METHOD", needed, "autoRenew");
  const message = why ?? say("check.noMethod");
  return { code: "PAYMENT_METHOD", state: "WARNING", message, path: null };
}

function whyUnfit(world: World, method: Demo.DemoPaymentMethod): Sentence {
  const { brand, lastFour } = method;
  return say("check.methodStanding", { brand, lastFour, standing: standingOf(world, method) });
}

function serviceCheck(service: Demo.DemoService | null): Check {
  if (service === null) return blocking("SERVICE", say("check.chooseService"), "serviceId");
  return fine("SERVICE", say("check.addedTo", { service: service.name }));
}

function inventoryChecks({ offering, held }: OrderDraft): Check[] {
  if (offering.requirements.length === 0) return [];
  const empty = offering.requirements.filter(({ slot, isRequired }) => isRequired && !held.has(slot));
  if (empty.length > 0)
    return empty.map(({ label }) => blocking("INVENTORY", say("check.pickOne", { label }), "reservationIds"));
  return [
    fine("INVENTORY", say("check.items", { items: { allOf: [...held.values()].map(({ item }) => item.label) } })),
  ];
}

function fieldChecks({ customFields }: Demo.DemoOffering, { customFields: given }: OrderQuoteInput): Check[] {
  if (customFields.length === 0) return [];
  const missing = customFields.filter(
    ({ key, isRequired }) => isRequired && !given?.some((field) => field.key === key && field.value.trim() !== ""),
  );
  if (missing.length === 0) return [fine("CUSTOM_FIELDS", say("check.fieldsFilled"))];
  return missing.map(({ label }) => blocking("CUSTOM_FIELDS", say("field.required", { label }), "customFields"));
}

/** The frozen variables of a run: the nouns that its playbook's templates name. */
export function variablesOf(draft: OrderDraft, service: Demo.DemoService, orderNumber: number | null) {
  const { customer, offering, reseller, site, held } = draft;
  const { number, name, kind, language, homeCountry: country } = customer;
  const items = [...held].map(([slot, { item }]) => [slot, { label: item.label, identifier: item.identifier }]);
  return {
    customer: { number, name, email: customer.email ?? "", phone: customer.phone ?? "", kind, country, language },
    service: {
      number: service.number,
      name: service.name,
      type: service.serviceType,
      account: service.account,
      simultaneousCalls: service.simultaneousCalls ?? "",
    },
    offering: { id: encodeId("ofr", offering.id), slug: offering.slug, name: offering.name },
    order: { number: orderNumber },
    items: Object.fromEntries(items) as Record<string, unknown>,
    reseller: { key: reseller.key, name: reseller.name, currency: reseller.currency },
    site: site === null ? null : { name: site.name, address: `${site.address.line1}, ${site.address.city}` },
  };
}
