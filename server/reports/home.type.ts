import type { Words } from "@tierline/shared/sentence.ts";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";

/** The most urgent first. */
export const attentionKinds = [
  "EXPIRING_RESERVATION",
  "FAILED_RUN",
  "WAITING_RUN",
  "CONNECTOR_DOWN",
  "SCREENING_CASE",
  "SCREENING_LIST",
  "SIGN_UP",
  "INVOICE_FAILED",
  "HELD_ITEMS",
  "ONBOARDING",
  "LOW_STOCK",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

const AttentionKindEnum = enumOf<AttentionKind>(attentionKinds);
registerEnumType(AttentionKindEnum, {
  name: "AttentionKind",
  description: "Why something needs a person.",
  valuesConfig: {
    EXPIRING_RESERVATION: { description: "An item that you have set aside, for a while only." },
    FAILED_RUN: { description: "A run that failed, or could not be rolled back." },
    WAITING_RUN: { description: "A run that waits for a person." },
    CONNECTOR_DOWN: { description: "An outside system that does not answer as it should." },
    SCREENING_CASE: { description: "A customer who may be on a list of restricted parties, until somebody decides." },
    SCREENING_LIST: { description: "A list of restricted parties that could not be fetched at its time." },
    SIGN_UP: { description: "Who signed up as a customer, until somebody activates or refuses them." },
    INVOICE_FAILED: { description: "Somebody you sell to could not be invoiced; it is tried again every hour." },
    HELD_ITEMS: { description: "Items that a run which did not succeed still holds." },
    ONBOARDING: { description: "A new customer whose entries were begun and left." },
    LOW_STOCK: { description: "A template of which your reseller has fewer free items than it should." },
  },
});

export const homeMetrics = [
  "SERVICES_ACTIVATED",
  "RUNS_RIGHT_FIRST_TIME",
  "TIME_TO_ACTIVE_SECONDS",
  "NEW_CUSTOMERS",
  "SERVICES_SUSPENDED",
] as const;
export type HomeMetric = (typeof homeMetrics)[number];

const HomeMetricEnum = enumOf<HomeMetric>(homeMetrics);
registerEnumType(HomeMetricEnum, {
  name: "HomeMetric",
  description: "A figure of the day.",
  valuesConfig: {
    SERVICES_ACTIVATED: { description: "Services that became active." },
    RUNS_RIGHT_FIRST_TIME: {
      description: "Of the runs that ended, how many in a hundred succeeded without a person's help.",
    },
    TIME_TO_ACTIVE_SECONDS: { description: "Half of the services that became active took no longer than this." },
    NEW_CUSTOMERS: { description: "Customers that were created." },
    SERVICES_SUSPENDED: { description: "Services that were suspended." },
  },
});

@ObjectType("AttentionItem", { description: "Something that needs a person." })
export class AttentionItemType {
  @Field(() => ID, { description: "The same as long as the same thing needs attention." })
  id: string;

  @Field(() => AttentionKindEnum, { description: "Why it needs attention." })
  kind: AttentionKind;

  @Field(() => String, { description: "What it is about." })
  title: Words;

  @Field(() => String, { description: "More about it: the error, the task, the items." })
  detail: Words;

  @Field(() => DateTimeScalar, { nullable: true, description: "Since when; null where that is not known." })
  since: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it will be too late; null when never." })
  due: Date | null;

  @Field(() => NodeType, { nullable: true, description: "Where it is dealt with." })
  target: object | null;
}

@ObjectType("DayMetric", { description: "One figure over the last 14 days, days of the reseller's time zone." })
export class DayMetricType {
  @Field(() => HomeMetricEnum, { description: "Which figure." })
  key: HomeMetric;

  @Field(() => [DecimalScalar], { description: "Day by day, today last." })
  values: string[];

  @Field(() => DecimalScalar, { description: "Today so far." })
  today: string;

  @Field(() => DecimalScalar, { description: "The median of the 13 days before." })
  usual: string;
}

@ObjectType("BillingDay", {
  description:
    "How far charging and invoicing of those you sell to have come. Both go on by themselves, after a restart too.",
})
export class BillingDayType {
  @Field(() => Int, { description: "Periods of services that are due and not charged yet; 100,000 are counted." })
  chargesLeft: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when the oldest of them is due; null without any.",
  })
  chargesSince: Date | null;

  @Field(() => Int, { description: "Invoices that are due and not issued yet; 100,000 are counted." })
  invoicesLeft: number;
}

@ObjectType("HomeSummary", { description: "What needs attention, and the day's figures." })
export class HomeSummaryType {
  @Field(() => [AttentionItemType], { description: "The most urgent first; of each kind ten at most." })
  attention: AttentionItemType[];

  @Field(() => Int, { description: "How many things need attention in all; of each kind 1,000 are counted." })
  attentionCount: number;

  @Field(() => [DayMetricType], { description: "The day's figures." })
  metrics: DayMetricType[];

  @Field(() => Int, { description: "Runs that failed and were neither retried nor rolled back; 1,000 are counted." })
  failedRuns: number;

  @Field(() => Int, { description: "Runs that have not ended; 1,000 are counted." })
  runningRuns: number;

  @Field(() => BillingDayType, {
    nullable: true,
    description: "How far charging and invoicing have come today; null without the permission invoice.view.",
  })
  billing: BillingDayType | null;
}
