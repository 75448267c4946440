import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { blocking, fine, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";
import { missingSlots, type PlanChange } from "./read-plan-change.ts";

/** Whether a service that there is can have that plan, besides what holds for all orders. */
export function checkPlanChange(facts: OrderFacts, change: PlanChange): Check[] {
  return [...checkService(facts, change), ...checkItems(facts, change), ...checkNetwork(facts, change)];
}

function checkService({ offering, price }: OrderFacts, change: PlanChange): Check[] {
  const { service, before, run, waitingOrder, charged } = change;
  const problem = (code: UserErrorCode, message: Sentence) => [blocking("SERVICE", code, message, "serviceId")];
  const { name } = service;
  if (service.state !== "ACTIVE") return problem("STATE_CONFLICT", say("planChange.notActive", { service: name }));
  if (offering.id === before.id)
    return problem("INVALID", say("planChange.same", { service: name, plan: offering.name }));
  if (offering.serviceType !== service.serviceType)
    return problem("INVALID", say("planChange.otherKind", { service: name }));
  if (waitingOrder !== null)
    return problem("STATE_CONFLICT", say("planChange.waits", { service: name, number: waitingOrder }));
  if (run?.isAtWork === true) return problem("STATE_CONFLICT", say("service.busy", { number: run.number }));
  if (run !== null) return problem("STATE_CONFLICT", say("line.unsettled", { number: run.number }));
  if (charged?.row.state === "HELD") return problem("STATE_CONFLICT", say("planChange.chargesWait", { service: name }));
  if (price !== null && (price.recurring === null || (service.recurringMicros ?? null) === null)) {
    return problem("INVALID", say("planChange.noPeriods"));
  }
  return [fine("SERVICE", say("planChange.instead", { service: name, plan: before.name }))];
}

/** What a service uses stays with it; what it would need besides is ordered with a service of its own. */
function checkItems({ requirements, draft }: OrderFacts, change: PlanChange): Check[] {
  if (draft.reservationIds.length > 0) {
    return [blocking("INVENTORY", "INVALID", say("item.notAsked"), "reservationIds", "0")];
  }
  return missingSlots(change, requirements).map(({ label }) =>
    blocking(
      "INVENTORY",
      "NOT_ELIGIBLE",
      say("planChange.needs", { label, service: change.service.name }),
      "offeringId",
    ),
  );
}

function checkNetwork({ offering }: OrderFacts, { playbook }: PlanChange): Check[] {
  if (playbook !== null) return [];
  return [blocking("PLAYBOOK", "MISSING_ACTION", say("planChange.noPlaybook", { plan: offering.name }), "offeringId")];
}
