import { mayOrder } from "@tierline/shared/customer-state.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { mayCreateOrChange } from "@tierline/shared/reseller-state.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { eligibilityOf, noFacts } from "@tierline/shared/eligibility.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { checkCustomFields } from "./check-custom-fields.ts";
import { checkInstallation } from "./check-installation.ts";
import { checkInventory } from "./check-inventory.ts";
import { blocking, fine, warning, type Check } from "./check.ts";
import { checkPlanChange } from "./check-plan-change.ts";
import type { OrderFacts } from "./order-facts.ts";
import { canPayNow, chosenAutoRenew, chosenService, hasMethod, methodOf, shortOf, soldOf } from "./order-choice.ts";
import { orderTermsOf } from "./plan-change-terms.ts";

/**
 * O47: everything that speaks for or against placing the order, all at once. `paysNow`: by card; null where that was not said yet. The same checks make the panel before the review
 * and, read again inside the transaction, the refusals of `placeOrder`.
 */
export function checkOrder(facts: OrderFacts, paysNow: boolean | null = null): Check[] {
  const { change } = facts;
  if (change !== null) {
    return [
      ...checkCustomer(facts),
      ...checkAccount(facts, paysNow),
      ...checkEligibility(facts),
      ...checkPlanChange(facts, change),
      ...checkPrice(facts),
      ...checkPlaybook(facts),
    ];
  }
  return [
    ...checkCustomer(facts),
    ...checkAccount(facts, paysNow),
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
function checkCustomer({ customer, reseller, standing }: OrderFacts): Check[] {
  const name = labelOf(customer);
  if (!mayCreateOrChange(reseller.state)) {
    const code = reseller.state === "SUSPENDED" ? "RESELLER_SUSPENDED" : "RESELLER_NOT_ACTIVATED";
    return [blocking("CUSTOMER", code, say("check.resellerState", { reseller: reseller.name }), "customerId")];
  }
  if (!mayOrder(customer.state) && standing?.reason !== "BALANCE") {
    return [blocking("CUSTOMER", "NOT_ELIGIBLE", say("check.customerState", { customer: name }), "customerId")];
  }
  if (customer.email === null || customer.email === undefined) {
    return [warning("CUSTOMER", say("check.customerNoMail", { customer: name, kind: customer.kind }))];
  }
  return [fine("CUSTOMER", say("check.customer", { customer: name, kind: customer.kind }))];
}

/**
 * Nothing is ordered that could not be paid for, by the customer or by those who sell to it (X5, U11). What is left need not cover what
 * is due today where a card does (O41); an account at its end is not lifted by that, since what is paid is charged at once (V9).
 */
function checkAccount(facts: OrderFacts, paysNow: boolean | null): Check[] {
  const { customer, standing } = facts;
  const name = labelOf(customer);
  const refused = (code: UserErrorCode, message: Sentence) => [blocking("ACCOUNT", code, message, "customerId")];
  switch (standing?.reason) {
    case "BALANCE":
      return refused("INSUFFICIENT_BALANCE", say("check.balance", { customer: name }));
    case "CREDIT_LIMIT":
      return refused("CREDIT_LIMIT_REACHED", say("check.creditLimit", { customer: name }));
    case "UPSTREAM":
      return refused("UPSTREAM_SUSPENDED", say("check.upstream"));
  }
  const short = shortOf(facts);
  if (short === null || paysNow === true) return [];
  const amounts = { customer: name, due: shown(short.due), available: shown(short.available) };
  if (paysNow === null && canPayNow(facts)) return [warning("ACCOUNT", say("check.dueTodayByCard", amounts))];
  return refused("INSUFFICIENT_BALANCE", say("check.dueTodayShort", amounts));
}

function shown(amount: Money) {
  return { amount: decimalOf(amount), currency: amount.currency };
}

function checkPayment(facts: OrderFacts): Check[] {
  const sold = soldOf(facts);
  if (sold?.isInArrears === true) return []; // it stands on an invoice
  if (sold !== null && sold.price.recurring === null && facts.draft.autoRenew === true) {
    return [blocking("PAYMENT_METHOD", "INVALID", say("renewal.once"), "autoRenew")];
  }
  const found = methodOf(facts);
  if (found?.standing === "READY") {
    const { brand, lastFour } = found.method;
    return [fine("PAYMENT_METHOD", say("check.card", { brand, lastFour }))];
  }
  const isRenewed = sold !== null && chosenAutoRenew(facts);
  if (!isRenewed || hasMethod(facts))
    return [warning("PAYMENT_METHOD", found === null ? say("check.noMethod") : whyUnfit(found))];
  const message = found === null ? say("check.methodNeeded") : say("check.methodUnfit", { why: whyUnfit(found) });
  return [blocking("PAYMENT_METHOD", "PAYMENT_METHOD_REQUIRED", message, "autoRenew")];
}

function whyUnfit({ method: { brand, lastFour }, standing }: NonNullable<ReturnType<typeof methodOf>>): Sentence {
  return say("check.methodStanding", { brand, lastFour, standing });
}

/** Reasons that another check names in its own words are left to that check. Calls of a line have to have a price (B2). */
function checkEligibility({ offering, customer, draft, lines, hasRatePlan }: OrderFacts): Check[] {
  const reasons = eligibilityOf(offering, { ...noFacts, customer });
  const own = reasons.filter(({ code }) => code !== "CUSTOMER_STATE");
  if (offering.packageTerms != null && draft.subscriber === undefined) {
    return [blocking("ELIGIBILITY", "NOT_ELIGIBLE", say("check.package", { offering: offering.name }), "offeringId")];
  }
  if (own.length === 0 && lines !== null && lines.used >= lines.max) {
    const message = say("check.linesMax", { customer: labelOf(customer), ...lines });
    const limit = { limit: lines.max, used: lines.used };
    return [{ ...blocking("ELIGIBILITY", "LIMIT_EXCEEDED", message, "customerId"), limit }];
  }
  if (own.length === 0 && !hasRatePlan) {
    return [
      blocking("ELIGIBILITY", "REQUIRED", say("check.ratePlanNeeded", { customer: labelOf(customer) }), "customerId"),
    ];
  }
  if (own.length === 0) return [fine("ELIGIBILITY", say("check.eligible", { offering: offering.name }))];
  return own.map(({ message }) => blocking("ELIGIBILITY", "NOT_ELIGIBLE", message, "offeringId"));
}

function checkService(facts: OrderFacts): Check[] {
  const { offering, service, compatible, isEnding } = facts;
  const problem = (code: UserErrorCode, message: Sentence) => [blocking("SERVICE", code, message, "serviceId")];
  if (offering.kind === "PLAN") return [];
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
  const { dueToday } = orderTermsOf(facts, sold, false);
  return [fine("PRICE", say("check.dueToday", { amount: shown(dueToday) }))];
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
