import {
  callDirections,
  callStates,
  callTypes,
  legRules,
  type CallDirection,
  type CallState,
  type CallType as CallSort,
  type LegRule,
} from "@tierline/shared/call.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { CallPartType } from "../rates/simulated-call.type.ts";
import type { CallRow } from "./call.entity.ts";
import type { SplitLeg } from "./call-loaders.ts";

export const CallStateEnum = enumOf<CallState>(callStates);
registerEnumType(CallStateEnum, {
  name: "CallState",
  description: "How a call stands.",
  valuesConfig: {
    LIVE: { description: "It goes on." },
    ANSWERED: { description: "They have talked." },
    NO_ANSWER: { description: "Nobody answered." },
    BUSY: { description: "Who was called was busy." },
    FAILED: { description: "It could not be put through." },
    REFUSED: { description: "It was not let through; `refusal` says why." },
  },
});

export const CallDirectionEnum = enumOf<CallDirection>(callDirections);
registerEnumType(CallDirectionEnum, {
  name: "CallDirection",
  description: "Whether the customer calls or is called.",
  valuesConfig: { OUT: { description: "The customer calls." }, IN: { description: "The customer is called." } },
});

export const CallSortEnum = enumOf<CallSort>(callTypes);
registerEnumType(CallSortEnum, {
  name: "CallType",
  description: "What sort of number was called, as the rate deck tells.",
  valuesConfig: {
    MOBILE: { description: "A mobile phone." },
    FIXED: { description: "A fixed line." },
    OTHER: { description: "The deck does not tell." },
  },
});

const LegRuleEnum = enumOf<LegRule>(legRules);
registerEnumType(LegRuleEnum, {
  name: "CallChargeRule",
  description: "By what a call's rate was found.",
  valuesConfig: {
    MARKUP: { description: "The plan's markup over what is paid; of a carrier, its rate deck." },
    PREFIX: { description: "The plan's own rate for the longest prefix." },
    COUNTRY: { description: "The plan's own rate for the country." },
    US_CANADA: { description: "The plan's own rate for the United States and Canada." },
    DID: { description: "The terms of the number that was called." },
    ON_NET: { description: "Between two lines without numbers." },
  },
});

@ObjectType("CallCharge", {
  description: "What one side of a sale of a call comes to. Of a correction, the difference.",
})
export class CallChargeType {
  @Field(() => DecimalScalar, { description: "A minute." })
  rate: string;

  @Field(() => DecimalScalar, { description: "Once a call that is not free." })
  connectFee: string;

  @Field(() => String, { description: "First part, step and grace in seconds, as in 30/6/3." })
  cadence: string;

  @Field(() => Int, { description: "Seconds that count: free and billed ones." })
  cadencedSeconds: number;

  @Field(() => Int, { description: "Of these, what an allowance gave." })
  freeSeconds: number;

  @Field(() => Int, { description: "Of these, what is paid for." })
  billedSeconds: number;

  @Field(() => MoneyType, { description: "What is paid." })
  amount: MoneyType;

  @Field(() => LegRuleEnum, { description: "By what the rate was found." })
  rule: LegRule;

  @Field(() => [CallPartType], {
    description:
      "By what it was counted where prices or cycles of allowances changed during the call, none where they did not; of a correction, by what the call is counted since then.",
  })
  parts: CallPartType[];
}

export function toCallCharge(leg: SplitLeg): CallChargeType {
  return Object.assign(new CallChargeType(), {
    rate: formatRate(BigInt(leg.rate)),
    connectFee: formatRate(BigInt(leg.connectFee)),
    cadence: leg.cadence,
    cadencedSeconds: leg.cadencedSeconds,
    freeSeconds: leg.freeSeconds,
    billedSeconds: leg.billedSeconds,
    amount: toMoney(money(BigInt(leg.amountMicros), leg.currency)),
    rule: leg.rule,
    parts: leg.parts.map(({ rate, ...part }) =>
      Object.assign(new CallPartType(), { ...part, rate: formatRate(BigInt(rate)) }),
    ),
  });
}

@ObjectType("Call", {
  implements: NodeType,
  description:
    "A call of a customer's, as it was recorded. It never changes once it is over: a correction is a call too.",
})
export class CallNodeType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: CallRow;

  @Field(() => CallDirectionEnum, { description: "Whether the customer calls or is called." })
  direction: CallDirection;

  @Field(() => String, { description: "Who calls: digits from the country code on, or the line's account." })
  caller: string;

  @Field(() => String, { description: "Who is called: digits from the country code on, or a line's account." })
  called: string;

  @Field(() => CallStateEnum, { description: "How it stands." })
  state: CallState;

  @Field(() => DateTimeScalar, { description: "When it began." })
  startedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was answered." })
  answeredAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  endedAt: Date | null;

  @Field(() => Int, { description: "Seconds from the answer on; of a correction, how many more." })
  seconds: number;

  @Field(() => String, { nullable: true, description: "Why it was not let through." })
  refusal: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the call that it corrects." })
  correctsId: string | null;

  @Field(() => String, { description: "The key under which it was told." })
  key: string;

  @Field(() => DateTimeScalar, { description: "When it was recorded." })
  recordedAt: Date;
}

export function toCall(row: CallRow): CallNodeType {
  return Object.assign(new CallNodeType(), {
    row,
    id: encodeId("cal", row.id),
    direction: row.direction,
    caller: row.caller,
    called: row.called,
    state: row.state,
    startedAt: row.startedAt,
    answeredAt: row.answeredAt ?? null,
    endedAt: row.endedAt ?? null,
    seconds: row.seconds,
    refusal: row.refusal ?? null,
    correctsId: row.correctsId == null ? null : encodeId("cal", row.correctsId),
    key: row.sourceKey,
    recordedAt: row.recordedAt,
  });
}

@ObjectType("CallTotals", {
  description: "Sums of all calls that a filter lets through, with what corrections come to.",
})
export class CallTotalsType {
  @Field(() => Int, { description: "How many calls." })
  count: number;

  @Field(() => Int, { description: "How many of them were answered." })
  answered: number;

  @Field(() => Int, { description: "How long they talked." })
  seconds: number;

  @Field(() => Int, { description: "Seconds that allowances gave." })
  freeSeconds: number;

  @Field(() => Int, { description: "Seconds that are paid for." })
  billedSeconds: number;

  @Field(() => MoneyType, {
    description: "What those you sell to pay for them; of a customer, what it pays.",
  })
  price: MoneyType;

  /** Given by resolvers, to those who may see cost. */
  bought: { readonly cost: MoneyType; readonly margin: MoneyType };
}

@ObjectType("CallConnection", { description: "A page of calls." })
export class CallConnectionType extends connectionOf("Call", () => CallNodeType) {
  /** Not part of the contract: what is summed. */
  filter: CallFilterInputType;
}

@InputType("CallFilter", { description: "Which calls; all conditions must hold." })
export class CallFilterInputType {
  @Field(() => DateTimeScalar, { description: "From then on." })
  from: Date;

  @Field(() => DateTimeScalar, { description: "Before then: 92 days later at most." })
  until: Date;

  @Field(() => ID, { nullable: true, description: "Of this customer." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this reseller's own customers." })
  resellerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this line." })
  serviceId?: string | null;

  @Field(() => CallDirectionEnum, { nullable: true, description: "Of this direction." })
  direction?: CallDirection | null;

  @Field(() => [CallStateEnum], { nullable: true, description: "In one of these states." })
  state?: CallState[] | null;

  @Field(() => [CallSortEnum], { nullable: true, description: "To one of these; wants the permission call_type.view." })
  callType?: CallSort[] | null;

  @Field(() => String, { nullable: true, description: "How either number begins." })
  number?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: answered and without a price." })
  withoutPrice?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Exactly those that this invoice of yours sums up, of however many days; wants the permission invoice.view.",
  })
  invoiceId?: string | null;
}
