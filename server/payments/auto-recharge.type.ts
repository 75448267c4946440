import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import type { AutoRechargeRow } from "./payment.entity.ts";

@ObjectType("AutoRecharge", { description: "That a customer's card is charged by itself." })
export class AutoRechargeType {
  @Field(() => MoneyType, { description: "It is charged when the balance falls below that, at most once a day." })
  threshold: MoneyType;

  @Field(() => MoneyType, { description: "How much is charged." })
  amount: MoneyType;

  @Field(() => Date, {
    nullable: true,
    description: "When it is looked at again, after it was declined or was short twice on a day; mostly null.",
  })
  nextTryAt: Date | null;
}

export function toAutoRecharge({ thresholdMicros, amountMicros, currency, dueAt }: AutoRechargeRow): AutoRechargeType {
  return {
    threshold: toMoney(money(thresholdMicros, currency)),
    amount: toMoney(money(amountMicros, currency)),
    nextTryAt: dueAt ?? null,
  };
}

@InputType("SetAutoRechargeInput", { description: "From which balance on a card is charged, and with how much." })
export class SetAutoRechargeInputType {
  @Field(() => ID, { description: "Id of the customer's billing account." })
  accountId: string;

  @Field(() => DecimalScalar, { nullable: true, description: "Below which balance; left out with the amount: never." })
  threshold?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "One of the account's `rechargeAmounts`." })
  amount?: string | null;
}
