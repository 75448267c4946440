import { formatCadence } from "@tierline/shared/cadence.ts";
import type { CallType } from "@tierline/shared/call.ts";
import { callRefusals, type CallRefusal } from "@tierline/shared/call-refusal.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { CallSortEnum } from "./call.type.ts";
import type { LiveCall, LiveCallPrice, LiveCalls, RefusedCall } from "./live-calls.ts";

const CallRefusalEnum = enumOf<CallRefusal>(callRefusals);
registerEnumType(CallRefusalEnum, {
  name: "CallRefusal",
  description: "Why a call was not put through.",
  valuesConfig: {
    UNKNOWN_LINE: { description: "Nobody has the line that calls." },
    SELLER_NOT_ACTIVE: { description: "A seller on the way was suspended or closed." },
    LINE_NOT_ACTIVE: { description: "The line's service is not active." },
    CUSTOMER_NOT_ACTIVE: { description: "Its customer is not active." },
    INSUFFICIENT_BALANCE: { description: "Nothing is left to pay for it." },
    CREDIT_LIMIT_REACHED: { description: "The credit limit is reached." },
    UPSTREAM_SUSPENDED: { description: "A seller above may not spend." },
    INVALID_NUMBER: { description: "No number, with its country code." },
    UNKNOWN_PREFIX: { description: "The rate deck has no prefix that the number begins with." },
    BLOCKED: { description: "The destination is blocked in the rate deck." },
    NO_DECK: { description: "No rate deck is in force, here or above." },
    NO_PLAN: { description: "A seller on the way has no rate plan for who buys from it." },
    NO_EXCHANGE_RATE: { description: "A plan sells in another currency than it buys in and says no exchange rate." },
    PRICE_TOO_HIGH: { description: "The markups on the way make more of it than 9.2 million a minute." },
    DESTINATION_CLOSED: { description: "Calls of this kind were not opened." },
    RATE_TOO_HIGH: { description: "A minute costs more than was let." },
    TOO_MANY_CALLS: { description: "As many calls are under way as were let." },
    TOO_FAST: { description: "As many calls were made within a minute as were let." },
    SPEND_CAP_REACHED: { description: "As much was spent on calls as was let." },
  },
});

@ObjectType("LiveCallPriceChange", { description: "What a call costs from one of its seconds on." })
export class LiveCallPriceChangeType {
  @Field(() => Int, { description: "Counted from its answer; before that where it has rung over the change." })
  fromSecond: number;

  @Field(() => DecimalScalar, { description: "A minute." })
  ratePerMinute: string;

  @Field(() => String, { description: "How seconds that begin from then on are counted, as 30/6." })
  cadence: string;
}

@ObjectType("LiveCallPrice", { description: "What a call costs while it lasts: its seconds, by these." })
export class LiveCallPriceType {
  @Field(() => String, { description: "ISO 4217." })
  currency: string;

  @Field(() => DecimalScalar, { description: "A minute." })
  ratePerMinute: string;

  @Field(() => DecimalScalar, { description: "Once." })
  connectFee: string;

  @Field(() => Int, { description: "Seconds at the beginning that the connect fee has paid." })
  includedSeconds: number;

  @Field(() => String, { description: "How seconds are counted: the first, then steps, as 30/6." })
  cadence: string;

  @Field(() => Int, { description: "Of an allowance." })
  freeSeconds: number;

  @Field(() => [LiveCallPriceChangeType], {
    description: "Prices that have changed since it began, or are to change, as far as its switch has asked.",
  })
  changes: LiveCallPriceChangeType[];
}

@ObjectType("LiveCall", { description: "A call that is under way." })
export class LiveCallType {
  /** Not part of the contract: what field resolvers read. */
  row: LiveCall;

  @Field(() => ID, { description: "Of the call, as long as there is a record of it." })
  id: string;

  @Field(() => String, { description: "What the switch calls it." })
  key: string;

  @Field(() => String, { nullable: true, description: "The service whose line calls." })
  serviceName: string | null;

  @Field(() => String, { description: "The line that calls, as the switch knows it." })
  caller: string;

  @Field(() => String, { description: "Who is called: digits from the country code on, or a line." })
  called: string;

  @Field(() => CallSortEnum, { description: "What sort of number that is, as far as you may know." })
  callType: CallType;

  @Field(() => String, { nullable: true, description: "Where it goes, as far as you may know." })
  destination: string | null;

  @Field(() => Date, { description: "When it began." })
  startedAt: Date;

  @Field(() => Date, { nullable: true, description: "Since when they talk; null while it rings." })
  answeredAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "How long they may talk with what is set aside now; more is set aside as long as there is some.",
  })
  maximumSeconds: number | null;

  @Field(() => Date, { nullable: true, description: "Since when the switch is to end it, because somebody said so." })
  endingAt: Date | null;

  @Field(() => LiveCallPriceType, {
    nullable: true,
    description: "What it costs whoever buys it of you, or you yourself where you are the customer. Null: nothing.",
  })
  price: LiveCallPriceType | null;
}

@InputType("EndCallInput", { description: "Which call, and why." })
export class EndCallInputType {
  @Field(() => ID, { description: "Of a call that is under way." })
  id: string;

  @Field(() => String, { description: "Why, for the audit trail." })
  reason: string;
}

@ObjectType("EndCallPayload", { description: "What endCall answers." })
export class EndCallPayloadType {
  @Field(() => LiveCallType, {
    nullable: true,
    description: "The call, which the switch ends within a second; null when refused.",
  })
  call: LiveCallType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

@ObjectType("RefusedCall", { description: "A call that was not put through." })
export class RefusedCallType {
  /** Not part of the contract: what field resolvers read. */
  row: RefusedCall;

  @Field(() => String, { description: "What the switch called it." })
  key: string;

  @Field(() => String, { description: "The line that called." })
  caller: string;

  @Field(() => String, { description: "Who was called." })
  called: string;

  @Field(() => Date, { description: "When." })
  refusedAt: Date;

  @Field(() => CallRefusalEnum, { description: "Why, for programs." })
  reason: CallRefusal;

  @Field(() => String, { description: "Why, in the language of the request." })
  message: Sentence;
}

@ObjectType("LiveCalls", { description: "The calls that are under way, and those refused within the hour." })
export class LiveCallsType {
  @Field(() => Int, { description: "How many are under way." })
  total: number;

  @Field(() => [LiveCallType], { description: "The latest of them." })
  calls: LiveCallType[];

  @Field(() => [RefusedCallType], { description: "The latest that were refused within the hour, at most ten." })
  refused: RefusedCallType[];
}

export function toLiveCall(row: LiveCall): LiveCallType {
  return Object.assign(new LiveCallType(), {
    ...row,
    id: encodeId("cal", row.id),
    price: row.price === null ? null : toPrice(row.price),
    row,
  });
}

function toPrice({ currency, terms, freeSeconds, changes }: LiveCallPrice): LiveCallPriceType {
  return Object.assign(new LiveCallPriceType(), {
    currency,
    ratePerMinute: formatRate(terms.ratePerMinute),
    connectFee: formatRate(terms.connectFee),
    includedSeconds: terms.includedSeconds,
    cadence: formatCadence(terms.cadence),
    freeSeconds,
    changes: changes.map(({ fromSecond, terms: later }) => ({
      fromSecond,
      ratePerMinute: formatRate(later.ratePerMinute),
      cadence: formatCadence(later.cadence),
    })),
  });
}

export function toLiveCalls({ total, calls, refused }: LiveCalls): LiveCallsType {
  return Object.assign(new LiveCallsType(), {
    total,
    calls: calls.map(toLiveCall),
    refused: refused.map((row) =>
      Object.assign(new RefusedCallType(), { ...row, row, message: say(`call.refusal.${row.reason}`) }),
    ),
  });
}
