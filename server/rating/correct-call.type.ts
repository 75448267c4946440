import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { CallNodeType } from "./call.type.ts";
import type { CallSum } from "./correct-call.ts";

@InputType("CorrectCallInput", { description: "What a call was in truth." })
export class CorrectCallInputType {
  @Field(() => ID, {
    description: "Made by the caller; the same key and input have one effect. A dry run leaves it unused.",
  })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the call; a correction is not corrected itself." })
  id: string;

  @Field(() => Boolean, { description: "Whether it was answered; if not, it costs nothing." })
  isAnswered: boolean;

  @Field(() => Int, { description: "How long they talked." })
  seconds: number;

  @Field(() => String, { nullable: true, description: "The number that was called; null: the one that was told." })
  called?: string | null;

  @Field(() => String, { description: "Why; the audit trail keeps it." })
  reason: string;

  @Field(() => Boolean, { nullable: true, description: "True: tells what would become of it and writes nothing." })
  dryRun?: boolean | null;
}

@ObjectType("CallSum", { description: "What a call comes to at your own sides, corrections counted in." })
export class CallSumType {
  @Field(() => Int, { description: "How long they talked." })
  seconds: number;

  @Field(() => MoneyType, { description: "What those you sell to pay for it." })
  price: MoneyType;

  /** Given by the resolver, to those who may see cost. */
  bought: MoneyType;
}

export function toCallSum({ seconds, currency, price, cost }: CallSum): CallSumType {
  const shown = (micros: string) => toMoney(money(BigInt(micros), currency));
  return Object.assign(new CallSumType(), { seconds, price: shown(price), bought: shown(cost) });
}

@ObjectType("CorrectCallPayload", { description: "What became of it." })
export class CorrectCallPayloadType {
  @Field(() => CallNodeType, {
    nullable: true,
    description: "The line with the difference; null after a dry run, or when refused.",
  })
  correction: CallNodeType | null;

  @Field(() => CallSumType, { nullable: true, description: "What it came to before; null when refused." })
  before: CallSumType | null;

  @Field(() => CallSumType, { nullable: true, description: "What it comes to then; null when refused." })
  after: CallSumType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
