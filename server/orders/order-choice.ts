import type { SiteRow } from "../customers/customer-parts.entity.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import type { OrderFacts } from "./order-facts.ts";
import { renewalDefaultOf, type Sold } from "./order-terms.ts";

/** Null for an offering that nobody has given a price. */
export function soldOf({ offering, price }: OrderFacts): Sold | null {
  if (price === null) return null;
  const { kind, name, billingIntervalMonths, contractTermMonths } = offering;
  return { kind, name, billingIntervalMonths, contractTermMonths, price };
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

export function chosenAutoRenew(facts: OrderFacts): boolean {
  const sold = soldOf(facts);
  if (sold === null) return false;
  return facts.draft.autoRenew ?? renewalDefaultOf(sold, facts.paymentMethods.length > 0).isOn;
}
