import { encodeId } from "@tierline/shared/id.ts";
import type { CallRoute } from "@tierline/shared/call-route.ts";
import { formatPercent, formatRate } from "@tierline/shared/rate.ts";
import { overrideScopes, type OverrideScope } from "@tierline/shared/selling-rate.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoneyOrNull } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { SellRateType } from "./sell-rate.type.ts";
import { CallRouteEnum } from "./simulated-call.type.ts";
import type { RatePlanRow, RatePlanVersionRow } from "./rate.entity.ts";

const OverrideScopeEnum = enumOf<OverrideScope>(overrideScopes);
registerEnumType(OverrideScopeEnum, {
  name: "RateOverrideScope",
  description: "What a rate of a seller's own is for; the first of these goes before the others.",
  valuesConfig: {
    PREFIX: { description: "Numbers with a prefix; the longest counts." },
    COUNTRY: { description: "Numbers of a country." },
    US_CANADA: { description: "Numbers of the United States and Canada." },
  },
});

const markupFixedText = "Put on what a minute costs, first.";
const internationalText =
  "By which calls leave to any country but Canada, of customers and lines that have the plan; all above buy them for it.";
const canadaText = "The same of calls to Canada.";
const setupFeeText = "Asked once of a line that gets the plan.";
const monthlyFeeText = "Asked each month of a line that has the plan.";
const freeMinutesText = "Minutes that a line that has the plan may talk each month without paying for them.";
const markupPercentText = "Put on both, in per cent: (cost + fixed) × (1 + percent / 100).";

@ObjectType("RateOverride", { description: "A rate of the seller's own: it replaces the marked-up one." })
export class RateOverrideType {
  @Field(() => OverrideScopeEnum, { description: "What it is for." })
  scope: OverrideScope;

  @Field(() => String, { description: "The prefix or the country (ISO 3166); empty for US_CANADA." })
  target: string;

  @Field(() => DecimalScalar, { description: "A minute." })
  ratePerMinute: string;
}

@ObjectType("RatePlanVersion", { description: "What a rate plan says from a time on, until the next one." })
export class RatePlanVersionType {
  @Field(() => DateTimeScalar, { description: "From when." })
  effectiveFrom: Date;

  @Field(() => DecimalScalar, { description: markupFixedText })
  markupFixed: string;

  @Field(() => DecimalScalar, { description: markupPercentText })
  markupPercent: string;

  @Field(() => String, {
    nullable: true,
    description: "First part, step and grace in seconds, as in 60/60; null: as calls are bought.",
  })
  cadence: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much of the seller's currency one unit of what it pays in is worth; null where it is the same.",
  })
  exchangeRate: string | null;

  @Field(() => [RateOverrideType], { description: "Rates of the seller's own." })
  overrides: RateOverrideType[];

  @Field(() => CallRouteEnum, { description: internationalText })
  internationalRoute: CallRoute;

  @Field(() => CallRouteEnum, { description: canadaText })
  canadaRoute: CallRoute;

  @Field(() => MoneyType, { nullable: true, description: `${setupFeeText} Null where there is none.` })
  setupFee: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: `${monthlyFeeText} Null where there is none.` })
  monthlyFee: MoneyType | null;

  @Field(() => Int, { nullable: true, description: `${freeMinutesText} Null where there are none.` })
  freeMinutes: number | null;
}

@ObjectType("RatePlan", { implements: NodeType, description: "How a reseller prices calls for who buys from it." })
export class RatePlanType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: RatePlanRow;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;
}

export function toRatePlan(row: RatePlanRow): RatePlanType {
  return Object.assign(new RatePlanType(), { row, id: encodeId("rpl", row.id), name: row.name });
}

export function toRatePlanVersion(row: RatePlanVersionRow): RatePlanVersionType {
  const fee = (micros: bigint | string | null | undefined) =>
    micros == null || row.currency == null ? null : toMoneyOrNull(BigInt(micros), row.currency);
  return Object.assign(new RatePlanVersionType(), {
    effectiveFrom: row.effectiveFrom,
    markupFixed: formatRate(BigInt(row.markupFixed)),
    markupPercent: formatPercent(BigInt(row.markupPercent)),
    cadence: row.cadence ?? null,
    exchangeRate: row.exchangeRate ?? null,
    overrides: [...row.overrides],
    internationalRoute: row.internationalRoute,
    canadaRoute: row.canadaRoute,
    setupFee: fee(row.setupFeeMicros),
    monthlyFee: fee(row.monthlyFeeMicros),
    freeMinutes: row.freeMinutes ?? null,
  });
}

@InputType("CadenceInput", { description: "How seconds are counted." })
export class CadenceInputType {
  @Field(() => Int, { description: "Seconds that count at least." })
  first: number;

  @Field(() => Int, { description: "Seconds of each step after that." })
  step: number;

  @Field(() => Int, { description: "A call no longer than this costs nothing." })
  grace: number;
}

@InputType("RateOverrideInput", { description: "A rate of the seller's own." })
class RateOverrideInputType {
  @Field(() => OverrideScopeEnum, { description: "What it is for." })
  scope: OverrideScope;

  @Field(() => String, { nullable: true, description: "The prefix or the country (ISO 3166); none for US_CANADA." })
  target?: string | null;

  @Field(() => DecimalScalar, { description: "A minute." })
  ratePerMinute: string;
}

const idempotencyText = "The same key and arguments give the first answer again.";

@InputType("SaveRatePlanInput", {
  description: "A rate plan as it shall be from a time on; what is not given is none.",
})
export class SaveRatePlanInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Id of the plan; without it, it is a new one." })
  id?: string | null;

  @Field(() => String, { description: "Unique within the reseller." })
  name: string;

  @Field(() => DecimalScalar, { nullable: true, description: markupFixedText })
  markupFixed?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: markupPercentText })
  markupPercent?: string | null;

  @Field(() => CadenceInputType, { nullable: true, description: "Unless given, calls are counted as they are bought." })
  cadence?: CadenceInputType | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Where the reseller pays in another currency." })
  exchangeRate?: string | null;

  @Field(() => [RateOverrideInputType], { nullable: true, description: "Rates of the seller's own." })
  overrides?: RateOverrideInputType[] | null;

  @Field(() => CallRouteEnum, { nullable: true, description: `${internationalText} VALUE unless given.` })
  internationalRoute?: CallRoute | null;

  @Field(() => CallRouteEnum, { nullable: true, description: `${canadaText} VALUE unless given.` })
  canadaRoute?: CallRoute | null;

  @Field(() => DecimalScalar, { nullable: true, description: setupFeeText })
  setupFee?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: monthlyFeeText })
  monthlyFee?: string | null;

  @Field(() => Int, { nullable: true, description: freeMinutesText })
  freeMinutes?: number | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when; now unless given." })
  effectiveFrom?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why a rate of its own is below what it costs; needs the permission price.sell_below_cost.",
  })
  belowCostReason?: string | null;
}

@InputType("RatePlanPreviewInput", { description: "What a rate plan would say; what is not given is none." })
export class RatePlanPreviewInputType {
  @Field(() => DecimalScalar, { nullable: true, description: markupFixedText })
  markupFixed?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: markupPercentText })
  markupPercent?: string | null;

  @Field(() => CadenceInputType, { nullable: true, description: "Unless given, calls are counted as they are bought." })
  cadence?: CadenceInputType | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Where the reseller pays in another currency." })
  exchangeRate?: string | null;

  @Field(() => [RateOverrideInputType], { nullable: true, description: "Rates of the seller's own." })
  overrides?: RateOverrideInputType[] | null;

  @Field(() => CallRouteEnum, { nullable: true, description: `${internationalText} VALUE unless given.` })
  internationalRoute?: CallRoute | null;

  @Field(() => CallRouteEnum, { nullable: true, description: `${canadaText} VALUE unless given.` })
  canadaRoute?: CallRoute | null;
}

@ObjectType("RatePlanPreview", { description: "What a rate plan would ask for some destinations, before it is saved." })
export class RatePlanPreviewType {
  @Field(() => [SellRateType], {
    description: "Well-known destinations, five at most; fewer where the deck has fewer.",
  })
  routes: SellRateType[];

  @Field(() => [UserErrorType], { description: "Why the plan would be refused; empty when it would not." })
  userErrors: UserErrorType[];
}

@InputType("AssignRatePlanInput", { description: "Who buys by a plan: one of these, or neither." })
export class AssignRatePlanInputType {
  @Field(() => ID, { description: idempotencyText })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the plan." })
  id: string;

  @Field(() => ID, { nullable: true, description: "A customer of the reseller's own." })
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "One line of a customer of the reseller's own: its plan goes before its customer's.",
  })
  serviceId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "A reseller right below. Neither: whoever has no plan of their own.",
  })
  resellerId?: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "From when; now unless given. A plan with fees or free minutes is given to a line from now on.",
  })
  effectiveFrom?: Date | null;

  @Field(() => Boolean, { nullable: true, description: "Of a line: false, and the setup fee is never charged." })
  chargeSetupFee?: boolean | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Of a line: the day on which the monthly fee is asked first, today or later; a month from today unless given.",
  })
  nextBillingOn?: string | null;
}

@ObjectType("RatePlanPayload", { description: "Result of a change of a rate plan." })
export class RatePlanPayloadType {
  @Field(() => RatePlanType, { nullable: true, description: "The plan as it is now; null when refused." })
  ratePlan: RatePlanType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
