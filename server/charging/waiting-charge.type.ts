import { lastDayOf, waitingDecisions, type WaitingDecision } from "@tierline/shared/charge.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { invariant } from "../kernel/rejection.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DateScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { WaitingCharge } from "./waiting-charges.ts";

const WaitingDecisionEnum = enumOf<WaitingDecision>(waitingDecisions);
registerEnumType(WaitingDecisionEnum, {
  name: "WaitingDecision",
  description: "What becomes of periods that were missed.",
  valuesConfig: {
    CHARGE: { description: "They are charged now." },
    WAIVE: { description: "They are never charged." },
  },
});

@ObjectType("WaitingCharge", {
  description: "Periods that were missed in an outage, too many to be charged without a person.",
})
export class WaitingChargeType {
  @Field(() => ID, { description: "What it is settled by." })
  id: string;

  @Field(() => String, { description: "Who buys: the customer, or the reseller right below." })
  buyer: string;

  @Field(() => ID, { nullable: true, description: "Id of the customer it came from; null for a reseller's own." })
  customerId: string | null;

  @Field(() => String, { description: "What for." })
  description: string;

  @Field(() => Int, { description: "How many periods wait." })
  periods: number;

  @Field(() => DateScalar, { description: "The first day that was not charged." })
  periodFrom: string;

  @Field(() => DateScalar, { description: "The last day of the last period that is due." })
  periodTo: string;

  @Field(() => MoneyType, { description: "What a whole period costs." })
  price: MoneyType;

  @Field(() => MoneyType, { description: "What all of it comes to." })
  amount: MoneyType;
}

@ObjectType("WaitingChargeConnection", { description: "A page of what waits." })
export class WaitingChargeConnectionType extends connectionOf("WaitingCharge", () => WaitingChargeType) {}

export function toWaitingCharge({ row, buyer, periods, amount }: WaitingCharge): WaitingChargeType {
  const [first, last] = [periods[0], periods.at(-1)];
  invariant(first !== undefined && last !== undefined, "what waits is due");
  return Object.assign(new WaitingChargeType(), {
    id: encodeId("rcg", row.id),
    buyer,
    customerId: row.customerId == null ? null : encodeId("cus", row.customerId),
    description: row.description,
    periods: periods.length,
    periodFrom: first.from,
    periodTo: lastDayOf(last),
    price: toMoney(money(BigInt(row.amountMicros), row.currency)),
    amount: toMoney(amount),
  });
}

@InputType("SeenWaitingCharge", { description: "What waits, as it was seen." })
export class SeenWaitingChargeInputType {
  @Field(() => ID, { description: "Which." })
  id: string;

  @Field(() => Int, {
    description: "So many of its periods, the oldest first; what is due after them goes on waiting.",
  })
  periods: number;
}

@InputType("SettleWaitingChargesInput", { description: "What waits, and what becomes of it." })
export class SettleWaitingChargesInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => WaitingDecisionEnum, { description: "Charged now, or never." })
  decision: WaitingDecision;

  @Field(() => String, {
    nullable: true,
    description: "Why; required for what is never charged. The audit trail keeps it.",
  })
  reason?: string | null;

  @Field(() => [SeenWaitingChargeInputType], { description: "1 to 100: all of them are settled, or none." })
  charges: SeenWaitingChargeInputType[];
}

@ObjectType("SettleWaitingChargesPayload", { description: "Result of settling what waited." })
export class SettleWaitingChargesPayloadType {
  @Field(() => Int, { description: "How many were settled; nothing when refused." })
  settled: number;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
