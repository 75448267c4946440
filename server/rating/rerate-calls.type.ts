import type { CallDirection } from "@tierline/shared/call.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { CallDirectionEnum } from "./call.type.ts";
import type { Rerating, RerateSum } from "./rerate-calls.ts";

@InputType("PlanReratingInput", { description: "Which calls are priced again; of nobody in particular: of everybody." })
export class PlanReratingInputType {
  @Field(() => DateTimeScalar, { description: "Those that began from then on." })
  from: Date;

  @Field(() => DateTimeScalar, { description: "Those that began before then; 92 days after `from` at most." })
  until: Date;

  @Field(() => ID, { nullable: true, description: "Those of one customer." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Those of a reseller and of all below it." })
  resellerId?: string | null;

  @Field(() => String, { nullable: true, description: "With what the number that was called begins." })
  prefix?: string | null;

  @Field(() => String, { nullable: true, description: "With what the number of either side begins." })
  number?: string | null;

  @Field(() => CallDirectionEnum, { nullable: true, description: "Made or received; both when left out." })
  direction?: CallDirection | null;

  @Field(() => String, {
    nullable: true,
    description: "The `endCursor` of the 1,000 calls before: those behind it. The first 1,000 when left out.",
  })
  after?: string | null;
}

@InputType("RerateCallsInput", { description: "A plan that is applied." })
export class RerateCallsInputType extends PlanReratingInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => String, { description: "The plan's own; STALE when it would come to something else by now." })
  fingerprint: string;

  @Field(() => String, { description: "Why; the audit trail keeps it." })
  reason: string;
}

@ObjectType("RerateSum", { description: "What calls come to, corrections counted in." })
export class RerateSumType {
  @Field(() => MoneyType, { description: "As they stand." })
  before: MoneyType;

  @Field(() => MoneyType, { description: "As they would be priced now." })
  after: MoneyType;

  @Field(() => MoneyType, { description: "What is charged more; negative where it is less." })
  difference: MoneyType;
}

@ObjectType("ReratedBuyer", { description: "A customer or a reseller right below to whom something changes." })
export class ReratedBuyerType {
  @Field(() => ID, { description: "The customer's or the reseller's." })
  id: string;

  @Field(() => String, { description: "Who buys of you." })
  name: string;

  @Field(() => Int, { description: "How many calls come to something else." })
  changed: number;

  @Field(() => RerateSumType, { description: "What it pays for those." })
  price: RerateSumType;
}

@ObjectType("ReratedCall", { description: "A call that comes to something else." })
export class ReratedCallType {
  @Field(() => ID, { description: "Of the call." })
  callId: string;

  @Field(() => RerateSumType, { description: "What those you sell to pay for it." })
  price: RerateSumType;

  /** Given by the resolver, to those who may see cost. */
  bought: RerateSumType;
}

@ObjectType("Rerating", { description: "What calls come to by the prices that count for their time now." })
export class ReratingType {
  @Field(() => Int, { description: "Answered calls of the range." })
  calls: number;

  @Field(() => Int, { description: "How many come to something else, for you or below you." })
  changed: number;

  @Field(() => Int, { description: "How many would have no price now: they stay as they are." })
  withoutPrice: number;

  @Field(() => Int, {
    description:
      "How many would change what you pay too: they stay as they are until your seller has priced them again.",
  })
  leftToSeller: number;

  @Field(() => RerateSumType, { description: "What those you sell to pay for all of them." })
  price: RerateSumType;

  @Field(() => [ReratedBuyerType], { description: "Who buys of you, by name; those alone to whom something changes." })
  buyers: ReratedBuyerType[];

  @Field(() => [ReratedCallType], { description: "The first twenty that come to something else." })
  samples: ReratedCallType[];

  @Field(() => String, { description: "Given back to apply exactly this." })
  fingerprint: string;

  @Field(() => String, {
    nullable: true,
    description: "The last of these calls, given as `after` for those behind it; null where there are none.",
  })
  endCursor: string | null;

  /** Given by the resolver, to those who may see cost. */
  bought: RerateSumType;
}

export function toRerating(told: Rerating): ReratingType {
  const shown = (micros: bigint) => toMoney(money(micros, told.currency));
  const sum = ({ before, after }: RerateSum): RerateSumType =>
    Object.assign(new RerateSumType(), {
      before: shown(BigInt(before)),
      after: shown(BigInt(after)),
      difference: shown(BigInt(after) - BigInt(before)),
    });
  const { calls, changed, withoutPrice, leftToSeller, fingerprint, endCursor } = told;
  return Object.assign(new ReratingType(), {
    calls,
    changed,
    withoutPrice,
    leftToSeller,
    fingerprint,
    endCursor,
    price: sum(told.price),
    bought: sum(told.cost),
    buyers: told.buyers.map(({ id, name, changed: mine, ...price }) =>
      Object.assign(new ReratedBuyerType(), { id, name, changed: mine, price: sum(price) }),
    ),
    samples: told.samples.map(({ callId, price, cost }) =>
      Object.assign(new ReratedCallType(), {
        callId: encodeId("cal", callId),
        price: sum(price),
        bought: sum(cost),
      }),
    ),
  });
}

@ObjectType("RerateCallsPayload", { description: "What became of it." })
export class RerateCallsPayloadType {
  @Field(() => ReratingType, {
    nullable: true,
    description: "What was applied; with STALE the plan as it is now; null when refused otherwise.",
  })
  rerating: ReratingType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
