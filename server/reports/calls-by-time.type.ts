import { subtractMoney } from "@tierline/shared/money.ts";
import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { callTimes, type CallsAtTime, type CallTime } from "./calls-by-time.ts";

export const CallTimeEnum = enumOf<CallTime>(callTimes);
registerEnumType(CallTimeEnum, {
  name: "CallTime",
  description: "By what calls are put together.",
  valuesConfig: {
    DAY: { description: "By days, one after the other." },
    HOUR: { description: "By the hour of the day, all days together." },
  },
});

@ObjectType("CallsAtTime", { description: "Calls that began at some time." })
export class CallsAtTimeType {
  @Field(() => String, {
    description: "A day, as in 2026-11-23, or an hour of the day, as in 09, in the reseller's time zone.",
  })
  period: string;

  @Field(() => Int, { description: "How many calls." })
  calls: number;

  @Field(() => Float, { description: "How long they were, from the answer on, in seconds." })
  seconds: number;

  @Field(() => MoneyType, { description: "What those who buy from it are charged for them, without tax." })
  price: MoneyType;

  @Field(() => MoneyType, { description: "What the same calls cost it, without tax." })
  cost: MoneyType;

  @Field(() => MoneyType, { description: "What was kept." })
  margin: MoneyType;
}

export function toCallsAtTime({ price, cost, ...row }: CallsAtTime): CallsAtTimeType {
  return { ...row, price: toMoney(price), cost: toMoney(cost), margin: toMoney(subtractMoney(price, cost)) };
}
