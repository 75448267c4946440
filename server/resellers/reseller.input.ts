import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ResellerType } from "./reseller.type.ts";

const delegatedText =
  "Permissions that its people and all below it may have at most, such as `order.place`; none but your own may be named. Null lifts the limit.";
const failureEmailsText = "Addresses that hear of its critically failed runs, 20 at most.";

@InputType("CreateResellerInput", {
  description: "A new reseller. Country, currency, time zone and locale are its parent's unless given.",
})
export class CreateResellerInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "The reseller above it; your own without one." })
  parentId?: string | null;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, {
    description: "Short name in addresses: lower case letters, digits and hyphens; unique, and never changed.",
  })
  key: string;

  @Field(() => String, { nullable: true, description: "Home country, ISO 3166-1 alpha-2." })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "Currency it sells in, ISO 4217; never changed." })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: "Time zone of its business dates, e.g. Europe/London." })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: "Language and region of its texts, e.g. en-GB." })
  locale?: string | null;

  @Field(() => [String], { nullable: true, description: failureEmailsText })
  failureEmails?: string[] | null;

  @Field(() => [String], { nullable: true, description: delegatedText })
  delegated?: string[] | null;
}

@InputType("UpdateResellerInput", { description: "What shall change of a reseller; what is left out stays." })
export class UpdateResellerInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name; of your own reseller only those above it say it." })
  name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Home country; of your own reseller only those above it say it.",
  })
  country?: string | null;

  @Field(() => String, { nullable: true, description: "Time zone of its business dates, e.g. Europe/London." })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: "Language and region of its texts, e.g. en-GB." })
  locale?: string | null;

  @Field(() => [String], { nullable: true, description: failureEmailsText })
  failureEmails?: string[] | null;
}

@InputType("ResellerStateInput", { description: "A reseller whose state shall change." })
export class ResellerStateInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}

@InputType("DelegateToResellerInput", { description: "What a reseller below yours may do." })
export class DelegateToResellerInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => [String], { nullable: true, description: delegatedText })
  delegated?: string[] | null;
}

@InputType("LimitResellerInput", {
  description: "How much a reseller below yours and all below it may have at most; what is left out is unlimited.",
})
export class LimitResellerInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => Int, { nullable: true, description: "Customers who are neither deactivated nor archived." })
  customers?: number | null;

  @Field(() => Int, { nullable: true, description: "Services that are not terminated." })
  services?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "People who are not disabled, invited ones and customers' own too.",
  })
  people?: number | null;

  @Field(() => Int, { nullable: true, description: "Resellers below it that are not closed." })
  resellers?: number | null;
}

@InputType("DelegationPresetInput", { description: "A named set of what customers' people may." })
export class DelegationPresetInputType {
  @Field(() => String, { description: "What the reseller calls it; no two alike." })
  name: string;

  @Field(() => [String], {
    description: "Keys of permissions, none that you lack and the reseller's presets did not have.",
  })
  permissions: string[];

  @Field(() => Boolean, { description: "Whether new customers' people have it; of one preset at most." })
  isDefault: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "Calls at a time that a line of the customer's may have at most, 1 to 1,000; null: as many as its plan allows.",
  })
  simultaneousCalls?: number | null;
}

@InputType("SetDelegationPresetsInput", { description: "All presets of a reseller." })
export class SetDelegationPresetsInputType {
  @Field(() => ID, { description: "Id of your reseller, or of one below it." })
  id: string;

  @Field(() => Int, { description: "Version of the reseller that you have seen." })
  version: number;

  @Field(() => [DelegationPresetInputType], { description: "The presets, 20 at most; those left out are no more." })
  presets: DelegationPresetInputType[];
}

@ObjectType("ResellerPayload", { description: "Result of a change of a reseller." })
export class ResellerPayloadType {
  @Field(() => ResellerType, { nullable: true, description: "The reseller as it is now; null when refused." })
  reseller: ResellerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
