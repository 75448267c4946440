import { decimalOf, money, type Money } from "@tierline/shared/money.ts";
import { Field, ObjectType } from "type-graphql";
import { DecimalScalar } from "./scalars.ts";

@ObjectType("Money", { description: "An exact amount in one currency." })
export class MoneyType {
  @Field(() => DecimalScalar, { description: 'At least the currency\'s minor digits, at most six, e.g. "15.00".' })
  amount: string;

  @Field(() => String, { description: "ISO 4217, e.g. GBP." })
  currency: string;
}

export function toMoney(value: Money): MoneyType {
  return { amount: decimalOf(value), currency: value.currency };
}

export function toMoneyOrNull(micros: bigint | null, currency: string): MoneyType | null {
  return micros === null ? null : toMoney(money(BigInt(micros), currency));
}
