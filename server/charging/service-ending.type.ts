import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { DateScalar } from "../kernel/scalars.ts";
import type { PaidAhead, ServiceEnding, StillOwed, StoppedCharge } from "./service-ending.ts";

@ObjectType("PaidAhead", { description: "What was charged in advance for days of which some come after the end." })
export class PaidAheadType {
  @Field(() => String, { description: "What for." })
  description: string;

  @Field(() => DateScalar, { description: "The first day that it pays for." })
  from: string;

  @Field(() => DateScalar, { description: "The last day that it pays for." })
  to: string;

  @Field(() => MoneyType, { description: "What was charged, less what of it was given back." })
  amount: MoneyType;

  @Field(() => MoneyType, { description: "What of it falls on the days after the end." })
  unused: MoneyType;
}

@ObjectType("StillOwed", { description: "Days that were had and are not charged yet." })
export class StillOwedType {
  @Field(() => String, { description: "What for." })
  description: string;

  @Field(() => DateScalar, { description: "The first of these days." })
  from: string;

  @Field(() => DateScalar, { description: "The last of these days." })
  to: string;

  @Field(() => MoneyType, { description: "What they come to." })
  amount: MoneyType;

  @Field(() => Boolean, {
    description: "true: it was missed in an outage, and waits for its seller to charge or waive it.",
  })
  waits: boolean;
}

@ObjectType("StoppedCharge", { description: "What is not charged any more." })
export class StoppedChargeType {
  @Field(() => String, { description: "What for." })
  description: string;

  @Field(() => MoneyType, { description: "What a whole period costs." })
  price: MoneyType;

  @Field(() => Int, { description: "How many months a period has." })
  intervalMonths: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: "On which day it would have been charged next; null where it would not.",
  })
  nextOn: string | null;
}

@ObjectType("ServiceEnding", { description: "What it means in money for its customer when a service ends today." })
export class ServiceEndingType {
  @Field(() => DateScalar, { description: "Its last day, in the reseller's time zone." })
  endsOn: string;

  @Field(() => [PaidAheadType], { description: "What is paid for days after the end." })
  paid: PaidAheadType[];

  @Field(() => MoneyType, { description: "What of that falls on the days after the end, all together." })
  unused: MoneyType;

  @Field(() => MoneyType, {
    description: "What of that is given back by itself: nothing, unless its seller gives it back by a credit note.",
  })
  givenBack: MoneyType;

  @Field(() => [StillOwedType], { description: "What is charged for it still." })
  owed: StillOwedType[];

  @Field(() => MoneyType, { description: "What that comes to, all together." })
  owedTotal: MoneyType;

  @Field(() => [StoppedChargeType], { description: "What is not charged any more." })
  stops: StoppedChargeType[];

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day of its contract; null where that renews itself or is over.",
  })
  contractUntil: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What would have been charged up to the end of its contract, and is not; null where there is none.",
  })
  contractRest: MoneyType | null;
}

export function toServiceEnding(ending: ServiceEnding): ServiceEndingType {
  return {
    ...ending,
    paid: ending.paid.map((each: PaidAhead) => ({
      ...each,
      amount: toMoney(each.amount),
      unused: toMoney(each.unused),
    })),
    unused: toMoney(ending.unused),
    givenBack: toMoney(ending.givenBack),
    owed: ending.owed.map((each: StillOwed) => ({ ...each, amount: toMoney(each.amount) })),
    owedTotal: toMoney(ending.owedTotal),
    stops: ending.stops.map((each: StoppedCharge) => ({ ...each, price: toMoney(each.price) })),
    contractRest: ending.contractRest === null ? null : toMoney(ending.contractRest),
  };
}
