import { Field, ID, InputType, ObjectType } from "type-graphql";
import { CustomerPackageInputType } from "../customers/customer.input.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { SubscriberType } from "./subscriber.type.ts";

@InputType("SetCustomerPackagesInput", { description: "All packages and add-ons of a customer." })
export class SetCustomerPackagesInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => [CustomerPackageInputType], { description: "The complete list: what is not named is taken away." })
  packages: CustomerPackageInputType[];

  @Field(() => Boolean, {
    nullable: true,
    description: "True: who has something that is not named any more loses it. Otherwise it is refused.",
  })
  confirmRemoval?: boolean | null;
}

@InputType("RetryCustomerPackagesInput", { description: "Whose failed packages are tried again." })
export class RetryCustomerPackagesInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;
}

@ObjectType("CustomerPackagesPayload", { description: "The customer with its packages, or why it was refused." })
export class CustomerPackagesPayloadType {
  @Field(() => CustomerType, { nullable: true, description: "The customer; null when refused." })
  customer: CustomerType | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that tells the outside world; null when refused, and where nothing outside has to know.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Every reason for refusing; empty when it was done." })
  userErrors: UserErrorType[];
}

@InputType("PrecheckSubscriberInput", { description: "A person of a customer." })
export class PrecheckSubscriberInputType {
  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => String, { description: "E-mail address; kept in lower case." })
  email: string;

  @Field(() => String, { nullable: true, description: "First name." })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: "Last name." })
  lastName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Phone number, in the customer's country or with +. A package with calling needs this or an extension.",
  })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "Extension: up to ten digits." })
  extension?: string | null;

  @Field(() => [String], { nullable: true, description: "The key of the package: exactly one." })
  packages?: string[] | null;

  @Field(() => String, { nullable: true, description: "The same as a single text; never both." })
  package?: string | null;
}

@InputType("CreateSubscriberInput", { description: "A new person of a customer." })
export class CreateSubscriberInputType extends PrecheckSubscriberInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;
}

@InputType("ChangePackageInput", { description: "Another package instead of the one that somebody has." })
export class ChangePackageInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the subscriber." })
  subscriberId: string;

  @Field(() => String, { description: "The key of the package." })
  package: string;

  @Field(() => String, { nullable: true, description: "Phone number; left out, it stays." })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: "Extension; left out, it stays." })
  extension?: string | null;
}

@InputType("SubscriberAddonInput", { description: "An add-on of somebody." })
export class SubscriberAddonInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the subscriber." })
  subscriberId: string;

  @Field(() => String, { description: "The key of the add-on." })
  addon: string;
}

@InputType("DeleteSubscriberInput", { description: "Whose package ends." })
export class DeleteSubscriberInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the subscriber." })
  subscriberId: string;
}

@ObjectType("SubscriberPayload", { description: "The subscriber and the run, or why it was refused." })
export class SubscriberPayloadType {
  @Field(() => SubscriberType, {
    nullable: true,
    description: "The subscriber; null when refused, and when they are deleted already.",
  })
  subscriber: SubscriberType | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that brings it about; null when refused, and for what begins on a later day.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Every reason for refusing; empty when it has begun." })
  userErrors: UserErrorType[];
}
