import { mayOrder } from "@tierline/shared/customer-state.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { mayCreateOrChange } from "@tierline/shared/reseller-state.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { eligibilityOf, noFacts } from "@tierline/shared/eligibility.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
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
    const code = reseller.state === "SUSPENDED" ? "RESELLER_SUSPENDED" : "RESELLER_NOT_ACTIVATED";
    return [blocking("CUSTOMER", code, say("check.resellerState", { reseller: reseller.name }), "customerId")];
  }
  if (!mayOrder(customer.state)) {
    return [blocking("CUSTOMER", "NOT_ELIGIBLE", say("check.customerState", { customer: name }), "customerId")];
  }
  if (customer.email === null || customer.email === undefined) {
    return [warning("CUSTOMER", say("check.customerNoMail", { customer: name, kind: customer.kind }))];
  }
  return [fine("CUSTOMER", say("check.customer", { customer: name, kind: customer.kind }))];
}

function checkPayment(facts: OrderFacts): Check[] {
  const sold = soldOf(facts);
  const [method] = facts.paymentMethods;
  if (sold !== null && sold.price.recurring === null && facts.draft.autoRenew === true) {
    return [blocking("PAYMENT_METHOD", "INVALID", say("renewal.once"), "autoRenew")];
  }
  if (method !== undefined)
    return [fine("PAYMENT_METHOD", say("check.card", { brand: method.brand, lastFour: method.lastFour }))];
  const isRenewed = sold !== null && (facts.draft.autoRenew ?? renewalDefaultOf(sold, false).isOn);
  if (!isRenewed) return [warning("PAYMENT_METHOD", say("check.noMethod"))];
  const message = say("check.methodNeeded");
  return [blocking("PAYMENT_METHOD", "PAYMENT_METHOD_REQUIRED", message, "autoRenew")];
}

/** Reasons that another check names in its own words are left to that check. */
function checkEligibility({ offering, customer }: OrderFacts): Check[] {
  const reasons = eligibilityOf(offering, { ...noFacts, customer });
  const own = reasons.filter(({ code }) => code !== "CUSTOMER_STATE");
  if (own.length === 0) return [fine("ELIGIBILITY", say("check.eligible", { offering: offering.name }))];
  return own.map(({ message }) => blocking("ELIGIBILITY", "NOT_ELIGIBLE", message, "offeringId"));
}

function checkService(facts: OrderFacts): Check[] {
  const { offering, service, compatible, draft, isEnding } = facts;
  const problem = (code: UserErrorCode, message: Sentence) => [blocking("SERVICE", code, message, "serviceId")];
  if (offering.kind === "PLAN") {
    return draft.serviceId === null ? [] : problem("INVALID", say("check.planAlone"));
  }
  const chosen = chosenService(facts);
  if (chosen !== null && isEnding)
    return problem("STATE_CONFLICT", say("check.serviceEnding", { service: chosen.name }));
  if (chosen !== null) return [fine("SERVICE", say("check.addedTo", { service: chosen.name }))];
  if (service === null && compatible.length > 1) return problem("REQUIRED", say("check.chooseService"));
  const [reason] = eligibilityOf(offering, { ...noFacts, service, compatibleServices: compatible.length });
  const message = reason?.message ?? say("check.otherKind");
  return problem(reason?.code === "SERVICE_STATE" ? "STATE_CONFLICT" : "NO_COMPATIBLE_SERVICE", message);
}

function checkPrice(facts: OrderFacts): Check[] {
  const sold = soldOf(facts);
  if (sold === null) return [blocking("PRICE", "NOT_ELIGIBLE", say("check.noPrice"), "offeringId")];
  const { dueToday } = termsOf(sold, facts.today, false);
  return [
    fine("PRICE", say("check.dueToday", { amount: { amount: decimalOf(dueToday), currency: dueToday.currency } })),
  ];
}

/** O37: whoever has several sites chooses one; with a single one there is nothing to choose. */
function checkSite({ offering, sites, draft }: OrderFacts): Check[] {
  if (!offering.needsSite) return [];
  const chosen = sites.find(({ id }) => id === draft.siteId) ?? (sites.length === 1 ? sites[0] : undefined);
  if (chosen !== undefined) return [fine("SITE", say("check.site", { site: chosen.name }))];
  const message = sites.length === 0 ? say("check.noSite") : say("check.chooseSite");
  return [blocking("SITE", "REQUIRED", message, "siteId")];
}

function checkPlaybook({ playbook, missingActions }: OrderFacts): Check[] {
  if (missingActions.length === 0)
    return [fine("PLAYBOOK", say("check.playbook", { playbook: playbook.title, version: playbook.number }))];
  const message = say("check.missingActions", { actions: { allOf: missingActions } });
  return [blocking("PLAYBOOK", "MISSING_ACTION", message, "offeringId")];
}
