import { mayOrder } from "@tierline/shared/customer-state.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { mayCreateOrChange } from "@tierline/shared/reseller-state.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { eligibilityOf, noFacts } from "../catalog/eligibility.ts";
import { labelOf } from "../customers/customer.type.ts";
import { checkCustomFields } from "./check-custom-fields.ts";
import { checkInstallation } from "./check-installation.ts";
import { checkInventory } from "./check-inventory.ts";
import { blocking, fine, warning, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";
import { chosenService, soldOf } from "./order-choice.ts";
import { renewalDefaultOf, termsOf } from "./order-terms.ts";

/**
 * O47: everything that speaks for or against placing the order, all at once. The same checks make the panel before the review
 * and, read again inside the transaction, the refusals of `placeOrder`.
 */
export function checkOrder(facts: OrderFacts): Check[] {
  return [
    ...checkCustomer(facts),
    ...checkPayment(facts),
    ...checkEligibility(facts),
    ...checkService(facts),
    ...checkInventory(facts),
    ...checkPrice(facts),
    ...checkCustomFields(facts),
    ...checkSite(facts),
    ...checkInstallation(facts),
    ...checkPlaybook(facts),
  ];
}

/** O13: the customer is named once more, with number and kind, where it can still be seen to be the wrong one. */
function checkCustomer({ customer, reseller }: OrderFacts): Check[] {
  const name = labelOf(customer);
  if (!mayCreateOrChange(reseller.state)) {
    return [
      blocking(
        "CUSTOMER",
        "STATE_CONFLICT",
        `${reseller.name} is not active, so nothing can be ordered there.`,
        "customerId",
      ),
    ];
  }
  if (!mayOrder(customer.state)) {
    return [
      blocking(
        "CUSTOMER",
        "NOT_ELIGIBLE",
        `${name} is not active, and only active customers get something new.`,
        "customerId",
      ),
    ];
  }
  if (customer.email === null || customer.email === undefined) {
    return [warning("CUSTOMER", `${name}, ${customer.kind.toLowerCase()}. Without an e-mail address no mail is sent.`)];
  }
  return [fine("CUSTOMER", `${name}, ${customer.kind.toLowerCase()}`)];
}

function checkPayment(facts: OrderFacts): Check[] {
  const sold = soldOf(facts);
  const [method] = facts.paymentMethods;
  if (sold !== null && sold.price.recurring === null && facts.draft.autoRenew === true) {
    return [blocking("PAYMENT_METHOD", "INVALID", "It is paid once, so there is nothing to renew.", "autoRenew")];
  }
  if (method !== undefined) return [fine("PAYMENT_METHOD", `${method.brand} ending in ${method.lastFour}`)];
  const isRenewed = sold !== null && (facts.draft.autoRenew ?? renewalDefaultOf(sold, false).isOn);
  if (!isRenewed) return [warning("PAYMENT_METHOD", "No payment method is on file: collect the payment another way.")];
  const message = "Renewing automatically needs a payment method on file. Add one, or do not renew automatically.";
  return [blocking("PAYMENT_METHOD", "PAYMENT_METHOD_REQUIRED", message, "autoRenew")];
}

/** Reasons that another check names in its own words are left to that check. */
function checkEligibility({ offering, customer }: OrderFacts): Check[] {
  const reasons = eligibilityOf(offering, { ...noFacts, customer });
  const own = reasons.filter(({ code }) => code !== "CUSTOMER_STATE");
  if (own.length === 0) return [fine("ELIGIBILITY", `${offering.name} is available to this customer`)];
  return own.map(({ message }) => blocking("ELIGIBILITY", "NOT_ELIGIBLE", message, "offeringId"));
}

function checkService(facts: OrderFacts): Check[] {
  const { offering, service, compatible, draft, isEnding } = facts;
  const problem = (code: UserErrorCode, message: string) => [blocking("SERVICE", code, message, "serviceId")];
  if (offering.kind === "PLAN") {
    return draft.serviceId === null
      ? []
      : problem("INVALID", "A plan makes a service of its own. Leave the service out.");
  }
  const chosen = chosenService(facts);
  if (chosen !== null && isEnding) return problem("STATE_CONFLICT", `${chosen.name} is being ended.`);
  if (chosen !== null) return [fine("SERVICE", `Added to ${chosen.name}`)];
  if (service === null && compatible.length > 1)
    return problem("REQUIRED", "The customer has several services for it: choose one.");
  const [reason] = eligibilityOf(offering, { ...noFacts, service, compatibleServices: compatible.length });
  const message = reason?.message ?? "The add-on goes with another kind of service.";
  return problem(reason?.code === "SERVICE_STATE" ? "STATE_CONFLICT" : "NO_COMPATIBLE_SERVICE", message);
}

function checkPrice(facts: OrderFacts): Check[] {
  const sold = soldOf(facts);
  if (sold === null)
    return [blocking("PRICE", "NOT_ELIGIBLE", "It has no price yet. Set one in the catalog first.", "offeringId")];
  const { dueToday } = termsOf(sold, facts.today, false);
  return [fine("PRICE", `${decimalOf(dueToday)} ${dueToday.currency} due today`)];
}

/** O37: whoever has several sites chooses one; with a single one there is nothing to choose. */
function checkSite({ offering, sites, draft }: OrderFacts): Check[] {
  if (!offering.needsSite) return [];
  const chosen = sites.find(({ id }) => id === draft.siteId) ?? (sites.length === 1 ? sites[0] : undefined);
  if (chosen !== undefined) return [fine("SITE", chosen.name)];
  const message =
    sites.length === 0 ? "The customer has no site. Add one first." : "The customer has several sites: choose one.";
  return [blocking("SITE", "REQUIRED", message, "siteId")];
}

function checkPlaybook({ playbook, missingActions }: OrderFacts): Check[] {
  if (missingActions.length === 0) return [fine("PLAYBOOK", `${playbook.title}, version ${playbook.number}`)];
  const message = `Its playbook names actions that do not exist: ${missingActions.join(", ")}.`;
  return [blocking("PLAYBOOK", "MISSING_ACTION", message, "offeringId")];
}
