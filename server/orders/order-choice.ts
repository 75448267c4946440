import type { Money } from "@tierline/shared/money.ts";
import { dateInZone } from "@tierline/shared/billing-period.ts";
import { isTried, methodStanding } from "@tierline/shared/payment.ts";
import type { SiteRow } from "../customers/customer-parts.entity.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import type { OrderFacts } from "./order-facts.ts";
import { renewalDefaultOf, type Sold } from "./order-terms.ts";
import { orderTermsOf } from "./plan-change-terms.ts";

/** Null for an offering that nobody has given a price. */
export function soldOf({ offering, price }: OrderFacts): Sold | null {
  if (price === null) return null;
  const { kind, name, billingIntervalMonths, contractTermMonths, whileSuspended } = offering;
  const isInArrears = offering.packageTerms != null;
  return { kind, name, billingIntervalMonths, contractTermMonths, whileSuspended, price, isInArrears };
}

/** O34: the service that was named if it is one of those the add-on goes with, else the only one there is. */
export function chosenService({ service, compatible }: OrderFacts): ServiceRow | null {
  if (service !== null) return compatible.find(({ id }) => id === service.id) ?? null;
  return compatible.length === 1 ? (compatible[0] ?? null) : null;
}

/** The site that was named, else the only one the customer has; none where the offering needs none and none was named. */
export function chosenSite({ draft, sites, offering }: OrderFacts): SiteRow | null {
  if (draft.siteId !== null) return sites.find(({ id }) => id === draft.siteId) ?? null;
  return offering.needsSite && sites.length === 1 ? (sites[0] ?? null) : null;
}

/** What a renewal would be charged to, with what it is good for; null where nothing is on file. */
export function methodOf({ paymentMethods: [method], now }: OrderFacts) {
  return method === undefined ? null : { method, standing: methodStanding(method, dateInZone(now, "UTC")) };
}

export function hasMethod(facts: OrderFacts): boolean {
  const found = methodOf(facts);
  return found !== null && isTried(found.standing);
}

/** Whether what is due today could be set aside with a card on file: the one that `payNow` would ask. */
export function canPayNow(facts: OrderFacts): boolean {
  const sold = soldOf(facts);
  const isDue = sold !== null && orderTermsOf(facts, sold, false).dueToday.micros > 0n;
  const method = facts.paymentMethods.find(({ reference, gatewayId }) => reference != null && gatewayId != null);
  return isDue && method !== undefined && methodStanding(method, dateInZone(facts.now, "UTC")) !== "EXPIRED";
}

/** What is due today and what is left, where less is left than is due; null where it is enough, or where there is no end to it. */
export function shortOf(facts: OrderFacts): { readonly due: Money; readonly available: Money } | null {
  const sold = soldOf(facts);
  const { standing } = facts;
  const available = standing?.reason == null ? (standing?.available ?? null) : null; // who may not spend at all is told that
  const due = sold === null ? null : orderTermsOf(facts, sold, false).dueToday;
  if (available === null || due === null || available.currency !== due.currency) return null;
  return due.micros <= available.micros ? null : { due, available };
}

export function chosenAutoRenew(facts: OrderFacts): boolean {
  const sold = soldOf(facts);
  if (sold === null) return false;
  if (facts.change !== null) return facts.change.service.autoRenew;
  return facts.draft.autoRenew ?? renewalDefaultOf(sold, hasMethod(facts)).isOn;
}
