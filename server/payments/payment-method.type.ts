import { methodStandings, type MethodStanding } from "@tierline/shared/payment.ts";
import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { PaymentMethodType } from "../customers/customer-parts.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

export const MethodStandingEnum = enumOf<MethodStanding>(methodStandings);
registerEnumType(MethodStandingEnum, {
  name: "PaymentMethodStanding",
  description: "Whether a payment method can be charged when its holder is not there. The list grows.",
  valuesConfig: {
    READY: { description: "It can be charged." },
    DECLINED: { description: "It said no when it was last charged." },
    FAILED: { description: "It said no so often that it is not tried any more until it is chosen anew." },
    EXPIRED: { description: "Its last day is over." },
    NOTED: { description: "It is only known of: no provider can charge it." },
  },
});

@InputType("StartPaymentMethodInput", { description: "For whom a card is to be left with the provider." })
export class StartPaymentMethodInputType {
  @Field(() => ID, { description: "Made by the caller; the same key is one page." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;
}

@InputType("KeepPaymentMethodInput", { description: "What was left on the provider's page." })
export class KeepPaymentMethodInputType {
  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => String, { description: "The `card` in the address that the page led back to." })
  session: string;
}

@InputType("SetDefaultPaymentMethodInput", { description: "Which payment method is charged from now on." })
export class SetDefaultPaymentMethodInputType {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the payment method." })
  id: string;
}

@InputType("RemovePaymentMethodInput", { description: "Which payment method is not to be charged any more." })
export class RemovePaymentMethodInputType {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the payment method." })
  id: string;
}

@ObjectType("StartPaymentMethodPayload", { description: "Where the card is left, or why not." })
export class StartPaymentMethodPayloadType {
  @Field(() => String, { nullable: true, description: "The provider's page; null when refused." })
  approvalUrl: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("KeepPaymentMethodPayload", { description: "The payment method that was kept, or why none was." })
export class KeepPaymentMethodPayloadType {
  @Field(() => PaymentMethodType, { nullable: true, description: "It, the same each time; null when refused." })
  paymentMethod: PaymentMethodType | null;

  @Field(() => CustomerType, { nullable: true, description: "The customer as it is now; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("PaymentMethodPayload", { description: "The customer as it is now, or why it was refused." })
export class PaymentMethodPayloadType {
  @Field(() => CustomerType, { nullable: true, description: "With its payment methods; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
