import { VariableMissing } from "@tierline/shared/template.ts";
import { ZodError } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import type { Context } from "../kernel/context.ts";
import { TaskFailure } from "../provisioning/action.ts";
import { provisioningOf } from "../provisioning/parts.ts";
import { planRun, type PlannedTask } from "../provisioning/plan-run.ts";
import { serviceRunVariables } from "../services/start-service-run.ts";
import { checkOrder } from "./check-order.ts";
import { blocking, type Check } from "./check.ts";
import { soldOf } from "./order-choice.ts";
import type { OrderDraft } from "./order-draft.ts";
import { readOrderFacts, type OrderFacts } from "./order-facts.ts";
import { runKindOf, variablesOf } from "./order-run.ts";
import { checkSize, shortened } from "./order-size.ts";
import { fingerprintOf } from "./order-terms.ts";
import { agreedAbout } from "./plan-change-terms.ts";

export interface Quote {
  readonly facts: OrderFacts;
  readonly checks: readonly Check[];
  readonly canPlace: boolean;
  readonly plan: readonly PlannedTask[];
  readonly fingerprint: string;
}

/** What ordering would cost and do, and everything that stands in its way. Writes nothing, reserves nothing, calls nobody. */
export async function quoteOrder(context: Context, draft: OrderDraft): Promise<Quote> {
  const facts = await readOrderFacts(context, shortened(draft));
  const { plan, problems } = await planned(context, facts);
  const checks = replacedBy([...checkSize(draft), ...problems], checkOrder(facts));
  const sold = soldOf(facts);
  return {
    facts,
    checks,
    canPlace: checks.every(({ state }) => state !== "BLOCKING"),
    plan,
    fingerprint: sold === null ? "" : fingerprintOf(agreedAbout(facts, sold)),
  };
}

async function planned(context: Context, facts: OrderFacts): Promise<{ plan: PlannedTask[]; problems: Check[] }> {
  const { customer, reseller, playbook, change } = facts;
  if (facts.missingActions.length > 0 || (change !== null && change.playbook === null))
    return { plan: [], problems: [] };
  const run = {
    id: "",
    number: 0,
    kind: runKindOf(facts),
    path: customer.path,
    resellerId: reseller.id,
    customerId: customer.id,
    serviceId: change?.service.id ?? null,
    orderId: null,
    startedById: context.viewer.userId,
    startedBy: context.viewer.name,
  };
  try {
    const variables =
      change === null
        ? variablesOf(facts, null)
        : await serviceRunVariables(context, change.service, facts.offering, change.before);
    return {
      plan: await planRun(provisioningOf(context), { document: playbook.document, variables, run }),
      problems: [],
    };
  } catch (error) {
    if (!isFailureOfPlan(error)) throw error;
    const message = error instanceof ZodError ? say("check.connectorSettings") : error.message;
    return {
      plan: [],
      problems: [
        blocking("PLAYBOOK", "STATE_CONFLICT", say("check.notProvisionable", { reason: message }), "offeringId"),
      ],
    };
  }
}

/** What each attempt would fail with, too: a missing value, a connector that is not set up. */
function isFailureOfPlan(error: unknown): error is Error {
  return [TaskFailure, VariableMissing, ConnectorFailure, ZodError].some((kind) => error instanceof kind);
}

/** What a problem says of a thing, the checks of that thing need not say as well. */
function replacedBy(problems: readonly Check[], checks: readonly Check[]): Check[] {
  return [...checks.filter(({ code }) => problems.every((problem) => problem.code !== code)), ...problems];
}
