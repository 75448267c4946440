import { decimalOf } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { Field, Int, ObjectType } from "type-graphql";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { OfferingType, toOffering } from "../catalog/offering.type.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DateScalar } from "../kernel/scalars.ts";
import { PlannedTaskType, toPlannedTask } from "../provisioning/planned-task.type.ts";
import { ServiceNode, toService } from "../services/service.type.ts";
import type { QuoteCheckCode, QuoteCheckState } from "./check.ts";
import { canPayNow, chosenAutoRenew, chosenService, hasMethod, shortOf, soldOf } from "./order-choice.ts";
import { renewalDefaultOf } from "./order-terms.ts";
import { orderTermsOf } from "./plan-change-terms.ts";
import { QuoteCheckCodeEnum, QuoteCheckStateEnum } from "./order.enums.ts";
import { PlanChangeType, QuoteLineType } from "./order.type.ts";
import type { Quote } from "./quote-order.ts";

@ObjectType("QuoteCheck", { description: "One thing that was checked before the order." })
export class QuoteCheckType {
  @Field(() => QuoteCheckCodeEnum, { description: "What was checked." })
  code: QuoteCheckCode;

  @Field(() => QuoteCheckStateEnum, { description: "What it came to." })
  state: QuoteCheckState;

  @Field(() => String, { description: "The finding in a sentence." })
  message: Sentence;

  @Field(() => [String], {
    nullable: true,
    description: "The input field that it is about; null when it is about none.",
  })
  path: string[] | null;
}

@ObjectType("OrderQuote", {
  description: "What an order would cost and do, and what stands in its way. Nothing was written.",
})
export class OrderQuoteType {
  @Field(() => OfferingType, { description: "What would be ordered." })
  offering: OfferingType;

  @Field(() => CustomerType, { description: "For whom." })
  customer: CustomerType;

  @Field(() => ServiceNode, {
    nullable: true,
    description: "The service that it would be added to, if it is clear, or that would get the plan.",
  })
  service: ServiceNode | null;

  @Field(() => [QuoteLineType], { description: "What is due today, line by line." })
  lines: QuoteLineType[];

  @Field(() => MoneyType, { description: "Sum of the lines." })
  dueToday: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What each further period would cost; null when there is none.",
  })
  recurring: MoneyType | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of the first renewal; null when it is not renewed by itself.",
  })
  nextRenewalOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which it would end by itself; null when it is renewed or paid once.",
  })
  endsOn: string | null;

  @Field(() => Boolean, { description: "Whether automatic renewal is preset to yes." })
  autoRenewDefault: boolean;

  @Field(() => String, { description: "Why it is preset so." })
  autoRenewReason: Sentence;

  @Field(() => Boolean, { description: "Whether automatic renewal is a question at all." })
  asksAutoRenew: boolean;

  @Field(() => [QuoteCheckType], { description: "Everything that was checked, all problems at once." })
  checks: QuoteCheckType[];

  @Field(() => PlanChangeType, {
    nullable: true,
    description: "Of a plan for a service that there is: what it takes the place of, and when.",
  })
  planChange: PlanChangeType | null;

  @Field(() => Boolean, { description: "True when no check is blocking." })
  canPlace: boolean;

  @Field(() => Boolean, {
    description: "Whether what is due today can be set aside with a card on file at once (`payNow`).",
  })
  canPayNow: boolean;

  @Field(() => Boolean, {
    description: "Whether it has to be (`payNow`): less is left on the account than is due today.",
  })
  mustPayNow: boolean;

  @Field(() => [PlannedTaskType], {
    description: "What the run would do, made by the code that does it; empty when it cannot be planned.",
  })
  plan: PlannedTaskType[];

  @Field(() => String, { description: "Key of the playbook." })
  playbookKey: string;

  @Field(() => Int, { description: "Version of the playbook that the run would be pinned to." })
  playbookVersion: number;

  @Field(() => String, {
    description:
      "Stands for prices, terms and playbook version. Hand it in with the order: if any of them has changed, it is refused.",
  })
  fingerprint: string;
}

export function toOrderQuote({ facts, checks, canPlace, plan, fingerprint }: Quote): OrderQuoteType {
  const { offering, customer, reseller, playbook, change } = facts;
  const sold = soldOf(facts);
  const terms = sold === null ? null : orderTermsOf(facts, sold, chosenAutoRenew(facts));
  const renewal = sold === null ? null : renewalDefaultOf(sold, hasMethod(facts));
  const service = change?.service ?? chosenService(facts);
  return {
    offering: toOffering(offering, resellerPathOf(customer.path)),
    customer: toCustomer(customer),
    service: service === null ? null : toService(service),
    lines: (terms?.lines ?? []).map((line) => ({ ...line, amount: toMoney(line.amount) })),
    dueToday:
      terms === null
        ? { amount: decimalOf({ micros: 0n, currency: reseller.currency }), currency: reseller.currency }
        : toMoney(terms.dueToday),
    recurring: terms === null || terms.recurring === null ? null : toMoney(terms.recurring),
    nextRenewalOn: terms?.nextRenewalOn ?? null,
    endsOn: terms?.endsOn ?? null,
    autoRenewDefault: renewal?.isOn ?? false,
    autoRenewReason: renewal?.reason ?? say("renewal.noPrice"),
    asksAutoRenew: change === null && (renewal?.isAsked ?? false),
    checks: checks.map(({ code, state, message, path }) => ({
      code,
      state,
      message,
      path: path === null ? null : [...path],
    })),
    planChange:
      change === null
        ? null
        : { before: change.before.name, startsOn: change.startsOn, isAtRenewal: change.isAtRenewal },
    canPlace,
    canPayNow: canPayNow(facts),
    mustPayNow: shortOf(facts) !== null && canPayNow(facts),
    plan: plan.map(toPlannedTask),
    playbookKey: playbook.key,
    playbookVersion: playbook.number,
    fingerprint,
  };
}
