import { Field, InputType, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../kernel/money.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

@ObjectType("Dunning", { description: "When those a reseller sells to are warned, suspended and ended." })
export class DunningType {
  @Field(() => MoneyType, {
    nullable: true,
    description: "Below which balance who pays before is written to; a reseller also at half and a tenth of it.",
  })
  warn: MoneyType | null;

  @Field(() => MoneyType, { description: "At which balance a strict account is at its end." })
  suspend: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "At which balance the services of a customer that pays before are ended.",
  })
  terminate: MoneyType | null;

  @Field(() => Int, {
    nullable: true,
    description: "After how many days of being suspended for the balance a customer's services are ended.",
  })
  terminateDays: number | null;

  @Field(() => [Int], {
    description: "How many days after its first no a customer's card is tried again; after the last it is left alone.",
  })
  cardRetryDays: number[];
}

@InputType("SetDunningInput", { description: "All of it: what is left out is not done." })
export class SetDunningInputType {
  @Field(() => DecimalScalar, { nullable: true, description: "Below it they are warned." })
  warn?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "At it a strict account is at its end; nothing without one.",
  })
  suspend?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "At it services are ended: less than nothing." })
  terminate?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "After so many days of being suspended services are ended, 1 to 365.",
  })
  terminateDays?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description: "On so many days after its first no a card is tried again; left out: 1, 3, 5 and 7.",
  })
  cardRetryDays?: number[] | null;
}

@ObjectType("DunningPayload", { description: "Result of a change of when buyers are warned, suspended and ended." })
export class DunningPayloadType {
  @Field(() => DunningType, { nullable: true, description: "As it is now; null when refused." })
  dunning: DunningType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
