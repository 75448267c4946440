import type { Item } from "../inventory/item.ts";
import type { RunFacts } from "../provisioning/action.ts";
import {
  runVariables,
  variableServiceOf,
  type RunVariables,
  type VariableOrder,
  type VariableService,
} from "../services/run-variables.ts";
import { keptFields } from "./check-custom-fields.ts";
import { chosenAutoRenew, chosenService, chosenSite } from "./order-choice.ts";
import type { OrderFacts } from "./order-facts.ts";

/** What an order's run is started, or planned, with: the same function for both, so that plan and deed cannot drift apart. */
export function variablesOf(
  facts: OrderFacts,
  order: VariableOrder | null,
  service: VariableService | null = existingService(facts),
): RunVariables {
  const { customer, reseller, offering, draft, contacts } = facts;
  const { id, slug, name, kind, serviceType, packageTerms } = offering;
  const contactOf = (contactId: string | null) => contacts.find((contact) => contact.id === contactId) ?? null;
  return runVariables({
    customer,
    reseller,
    offering: { id, slug, name, kind, serviceType, package: packageTerms?.key ?? "" },
    service,
    simultaneousCalls: callsOf(facts),
    order,
    purchaseOrderNumber: draft.purchaseOrderNumber,
    installationDate: draft.installationDate,
    autoRenew: chosenAutoRenew(facts),
    site: chosenSite(facts),
    billingContact: contactOf(draft.billingContactId),
    technicalContact: contactOf(draft.technicalContactId),
    items: itemsBySlot(facts),
    fields: fieldsOf(facts),
  });
}

export function runKindOf({ offering, change }: OrderFacts): RunFacts["kind"] {
  if (change !== null) return "CHANGE";
  return offering.kind === "PLAN" ? "PROVISION" : "ADD_ON";
}

/** A plan's line may have as many as it is let; an add-on changes nothing about that. */
function callsOf(facts: OrderFacts): number | null {
  const { offering, simultaneousCallsMax } = facts;
  return offering.kind === "PLAN" ? simultaneousCallsMax : (chosenService(facts)?.simultaneousCalls ?? null);
}

function existingService(facts: OrderFacts): VariableService | null {
  const service = chosenService(facts);
  return service === null ? null : variableServiceOf(service);
}

function itemsBySlot({ requirements, picked, slots }: OrderFacts): Map<string, Item | "LATER" | null> {
  const items = new Map<string, Item | "LATER" | null>();
  for (const { slot, isRequired } of requirements) items.set(slot, isRequired ? "LATER" : null);
  for (const { reservationId, item } of picked) {
    const slot = slots.slots.get(reservationId);
    if (slot !== undefined && item !== null) items.set(slot, item);
  }
  return items;
}

function fieldsOf(facts: OrderFacts): Map<string, string> {
  const kept = new Map(keptFields(facts).map(({ key, value }) => [key, value]));
  return new Map(facts.offering.customFields.map(({ key }) => [key, kept.get(key) ?? ""]));
}
