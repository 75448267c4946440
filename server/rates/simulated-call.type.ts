import { callRoutes, type CallRoute } from "@tierline/shared/call-route.ts";
import { callProblemCodes, lineTypes, type CallProblemCode, type LineType } from "@tierline/shared/rate-deck.ts";
import { overrideScopes, type OverrideScope } from "@tierline/shared/selling-rate.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType } from "../kernel/money.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";

export const LineTypeEnum = enumOf<LineType>(lineTypes);
registerEnumType(LineTypeEnum, {
  name: "LineType",
  description: "What sort of line a number belongs to.",
  valuesConfig: { FIXED: { description: "A fixed line." }, MOBILE: { description: "A mobile phone." } },
});

export const CallRouteEnum = enumOf<CallRoute>(callRoutes);
registerEnumType(CallRouteEnum, {
  name: "CallRoute",
  description: "By which of a carrier's ways a call leaves.",
  valuesConfig: { VALUE: { description: "The cheaper one." }, PREMIUM: { description: "The better one." } },
});

type CallRule = OverrideScope | "MARKUP";
const CallRuleEnum = enumOf<CallRule>(["MARKUP", ...overrideScopes]);
registerEnumType(CallRuleEnum, {
  name: "CallRule",
  description: "By what a rate was found.",
  valuesConfig: {
    MARKUP: { description: "The plan's markup over what is paid." },
    PREFIX: { description: "The plan's own rate for the longest prefix." },
    COUNTRY: { description: "The plan's own rate for the country." },
    US_CANADA: { description: "The plan's own rate for the United States and Canada." },
  },
});

export const CallProblemCodeEnum = enumOf<CallProblemCode>(callProblemCodes);
registerEnumType(CallProblemCodeEnum, {
  name: "CallProblemCode",
  description: "Why a call has no price.",
  valuesConfig: {
    INVALID_NUMBER: { description: "No numbering plan has such a number." },
    UNKNOWN_PREFIX: { description: "The rate deck has no prefix that the number begins with." },
    BLOCKED: { description: "The destination is blocked in the rate deck." },
    NO_DECK: { description: "No rate deck is in force at that time, here or above." },
    NO_PLAN: { description: "A seller on the way has no rate plan for who buys from it." },
    NO_EXCHANGE_RATE: { description: "A plan sells in another currency than it buys in and says no exchange rate." },
    PRICE_TOO_HIGH: { description: "The markups on the way make more of it than 9.2 million a minute." },
  },
});

@ObjectType("CallProblem", { description: "Why a call has no price." })
export class CallProblemType {
  @Field(() => CallProblemCodeEnum, { description: "For programs." })
  code: CallProblemCode;

  @Field(() => String, { description: "For people, in the language of the request." })
  message: Sentence;
}

@ObjectType("CallPart", {
  description: "What a call that was split is counted for from one of its seconds on, until the next part.",
})
export class CallPartType {
  @Field(() => Int, { description: "Seconds after the answer; 0 at the beginning." })
  fromSecond: number;

  @Field(() => DecimalScalar, { description: "A minute." })
  rate: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => Int, { description: "What an allowance gave of it." })
  freeSeconds: number;

  @Field(() => Int, { description: "What is paid for." })
  billedSeconds: number;
}

@ObjectType("CallBuyingSide", { description: "What a seller pays for a call, and what is left to it." })
export class CallBuyingSideType {
  @Field(() => DecimalScalar, { description: "What its plan puts on a minute first." })
  markupFixed: string;

  @Field(() => DecimalScalar, { description: "What its plan puts on that, in per cent." })
  markupPercent: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Into the seller's currency; null where it is the same." })
  exchangeRate: string | null;

  @Field(() => DecimalScalar, { description: "A minute, in the seller's currency." })
  buyRate: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => Int, { description: "Seconds that the seller pays for." })
  billedSeconds: number;

  @Field(() => MoneyType, { description: "What the call costs the seller." })
  cost: MoneyType;

  @Field(() => MoneyType, { description: "Price less cost; may be negative." })
  margin: MoneyType;
}

@ObjectType("CallStep", { description: "One sale of a call on its way from the carrier to who makes it." })
export class CallStepType {
  @Field(() => String, { description: "Name of the reseller that sells." })
  seller: string;

  @Field(() => String, { description: "Name of its rate plan." })
  plan: string;

  @Field(() => DateTimeScalar, { description: "Since when the plan says this." })
  planEffectiveFrom: Date;

  @Field(() => CallRuleEnum, { description: "By what the rate was found." })
  rule: CallRule;

  @Field(() => String, { nullable: true, description: "The prefix or country of an own rate." })
  target: string | null;

  @Field(() => DecimalScalar, { description: "A minute." })
  sellRate: string;

  @Field(() => DecimalScalar, { description: "Once a call that is not free." })
  connectFee: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => Int, { description: "Seconds that the call counts: free and billed ones." })
  cadencedSeconds: number;

  @Field(() => Int, { description: "Of these, what the allowance gave." })
  freeSeconds: number;

  @Field(() => Int, { description: "Of these, what is paid for." })
  billedSeconds: number;

  @Field(() => MoneyType, { description: "What who buys pays." })
  price: MoneyType;

  @Field(() => [CallPartType], {
    description: "By what it is counted where prices change during the call; none where they do not.",
  })
  parts: CallPartType[];

  /** Given by a resolver, to those who may see cost. */
  bought: CallBuyingSideType;
}

@ObjectType("SimulatedCall", { description: "What a call would cost at each tier that you see, and why." })
export class SimulatedCallType {
  @Field(() => String, { description: "The number as it was understood." })
  number: string;

  @Field(() => String, { nullable: true, description: "Its country (ISO 3166), where the numbering plan names one." })
  country: string | null;

  @Field(() => String, { nullable: true, description: "The longest prefix of the rate deck that it begins with." })
  prefix: string | null;

  @Field(() => String, { nullable: true, description: "What the rate deck calls it." })
  destination: string | null;

  @Field(() => LineTypeEnum, { nullable: true, description: "Fixed or mobile, where the rate deck tells." })
  lineType: LineType | null;

  @Field(() => CallRouteEnum, {
    nullable: true,
    description: "By which it leaves, as the plan of who buys says: all on the way pay for that one.",
  })
  route: CallRoute | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "The time whose prices these are." })
  at: Date | null;

  @Field(() => Int, { nullable: true, description: "Number of the rate deck, where it is your tier's or lies below." })
  deckNumber: number | null;

  @Field(() => CallProblemType, { nullable: true, description: "Why it has no price; null when it has." })
  problem: CallProblemType | null;

  @Field(() => [CallStepType], {
    description: "Who sells it, from the tier nearest to the carrier on; none above your own.",
  })
  steps: CallStepType[];

  @Field(() => Int, { nullable: true, description: "How long the balance that was given would let it last." })
  allowedSeconds: number | null;
}

@InputType("SimulateCallInput", { description: "A call that is not made." })
export class SimulateCallInputType {
  @Field(() => String, {
    description: "Who is called: with country code, or with a leading 0 within the seller's country.",
  })
  to: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When; now unless given." })
  at?: Date | null;

  @Field(() => Int, { description: "How long they talk." })
  seconds: number;

  @Field(() => ID, { nullable: true, description: "The customer who calls." })
  customerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Or the reseller below that buys; neither: who has no plan of their own.",
  })
  resellerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Or one line of a customer of your own reseller: its rate plan counts, and what it has of free minutes.",
  })
  serviceId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seconds of an allowance that are left; what the line has unless given.",
  })
  allowanceSeconds?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "Money that is left, to know how long it would last." })
  balance?: string | null;
}
