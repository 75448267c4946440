import { customFieldsMax, requirementsMax } from "@tierline/shared/limits.ts";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { DateScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { OrderType } from "./order.type.ts";

@InputType("CustomFieldInput", { description: "One of the offering's own fields." })
export class CustomFieldInput {
  @Field(() => String, { description: "Key of the field." })
  key: string;

  @Field(() => String, { description: "What was filled in." })
  value: string;
}

@InputType("OrderQuoteInput", {
  description: "What shall be ordered. Whatever is still missing is named by the checks.",
})
export class OrderQuoteInput {
  @Field(() => ID, { description: "The plan or add-on." })
  offeringId: string;

  @Field(() => ID, { description: "The customer." })
  customerId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "For an add-on: the service; absent: the only one that it goes with. For a plan: the service that gets it instead of its own; absent: a new one.",
  })
  serviceId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: `Your reservations of the items that it needs, ${requirementsMax} at most.`,
  })
  reservationIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether to renew by itself; absent: as preset." })
  autoRenew?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Site where it is used. Absent: the only one there is." })
  siteId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of a business: who is billed." })
  billingContactId?: string | null;

  @Field(() => ID, { nullable: true, description: "Of a business: who is called about technical questions." })
  technicalContactId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of a business: its own number for the order, up to 64 characters.",
  })
  purchaseOrderNumber?: string | null;

  @Field(() => [CustomFieldInput], {
    nullable: true,
    description: `The offering's own fields, ${customFieldsMax} at most.`,
  })
  customFields?: CustomFieldInput[] | null;

  @Field(() => DateScalar, { nullable: true, description: "Day of the installation, in the reseller's time zone." })
  installationDate?: string | null;
}

@InputType("PlaceOrderInput", { description: "The order as it was confirmed." })
export class PlaceOrderInput extends OrderQuoteInput {
  @Field(() => ID, { description: "Made by the caller when the review opens; the same key places one order." })
  idempotencyKey: string;

  @Field(() => String, { description: "The fingerprint of the quote that was shown." })
  quoteFingerprint: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: what is due today is set aside with the payment method on file, taken when it is provisioned and let go when that fails.",
  })
  payNow?: boolean | null;
}

@ObjectType("PlaceOrderPayload", { description: "The order and its run, or why it was refused." })
export class PlaceOrderPayload {
  @Field(() => OrderType, { nullable: true, description: "The order; null when refused." })
  order: OrderType | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that provisions it; null when refused, and for a plan that a service gets later.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Every reason for refusing; empty when it was placed." })
  userErrors: UserErrorType[];
}

@InputType("UndoOrderInput", { description: "Which order to undo." })
export class UndoOrderInput {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect and one answer." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the order." })
  id: string;
}

@ObjectType("UndoOrderPayload", {
  description: "The order and the run that is being rolled back, or why it was refused.",
})
export class UndoOrderPayload {
  @Field(() => OrderType, { nullable: true, description: "The order; null when refused." })
  order: OrderType | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description: "Its run; null when refused, and when none had begun.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it is being undone." })
  userErrors: UserErrorType[];
}
