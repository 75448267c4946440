import { encodeId } from "@tierline/shared/id.ts";
import { authentications, type Authentication } from "@tierline/shared/onboarding-template.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CustomAttributeType } from "../customers/customer-parts.type.ts";
import { CustomAttributeInputType } from "../customers/customer.input.ts";
import type { OnboardingTemplateRow, TemplateVersionRow } from "../customers/onboarding-template.entity.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

export interface TemplateVersion {
  readonly template: OnboardingTemplateRow;
  readonly version: TemplateVersionRow;
}

export const AuthenticationEnum = enumOf<Authentication>(authentications);
registerEnumType(AuthenticationEnum, {
  name: "Authentication",
  description: "Where a customer's people prove who they are.",
  valuesConfig: {
    OURS: { description: "Here." },
    SAML: { description: "At the identity provider of whoever sells to them, by SAML; the note says which." },
  },
});

@ObjectType("CustomerTemplate", { description: "What a customer was created by: a template as it was then." })
export class CustomerTemplateType {
  @Field(() => ID, { description: "What `createCustomer` is told; stays the same whatever changes." })
  provisioningId: string;

  @Field(() => String, { description: "Its name, unique at its reseller." })
  name: string;

  @Field(() => String, { description: "Home country of customers without a billing address: ISO 3166-1 alpha-2." })
  country: string;

  @Field(() => String, { description: "Language of mail, where a new customer names none." })
  language: string;

  @Field(() => [String], { description: "Keys of the offerings that customers are given." })
  packages: string[];

  @Field(() => String, { nullable: true, description: "Who connects calls to the telephone network." })
  pstnVendor: string | null;

  @Field(() => AuthenticationEnum, { description: "Where customers' people prove who they are." })
  authentication: Authentication;

  @Field(() => String, { nullable: true, description: "What has to be known for that." })
  authenticationNote: string | null;

  @Field(() => [CustomAttributeType], { description: "Attributes that new customers begin with." })
  settings: CustomAttributeType[];

  @Field(() => Int, { description: "Which version this is; hand it in when saving." })
  version: number;

  @Field(() => DateTimeScalar, { description: "Since when the template says so." })
  since: Date;
}

@ObjectType("OnboardingTemplate", { implements: NodeType, description: "What new customers of a reseller begin with." })
export class OnboardingTemplateType extends CustomerTemplateType implements NodeType {
  id: string;

  /** Not part of the contract. */
  uuid: string;
}

export function toTemplate(found: TemplateVersion): OnboardingTemplateType {
  const { id: uuid } = found.template;
  return Object.assign(new OnboardingTemplateType(), { ...factsOf(found), id: encodeId("otp", uuid), uuid });
}

/** As it was: no node, since the node says what the template says now. */
export function toCustomerTemplate(found: TemplateVersion): CustomerTemplateType {
  return Object.assign(new CustomerTemplateType(), factsOf(found));
}

function factsOf({ template, version: row }: TemplateVersion) {
  const { country, language, packages, pstnVendor = null, authentication, authenticationNote = null } = row;
  const { settings, number: version, createdAt: since } = row;
  const facts = { country, language, packages, pstnVendor, authentication, authenticationNote, settings };
  return { ...facts, name: template.name, provisioningId: encodeId("otp", template.id), version, since };
}

@InputType("SaveOnboardingTemplateInput", { description: "A template as it shall be." })
export class SaveTemplateInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Which template; a new one without it." })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was read, nothing for a new one; STALE when it has changed since.",
  })
  version?: number | null;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { description: "Country, ISO 3166-1 alpha-2, in any case." })
  country: string;

  @Field(() => String, { description: "Language of mail, e.g. `en` or `pt-BR`." })
  language: string;

  @Field(() => [String], { nullable: true, description: "Keys of the offerings that customers are given." })
  packages?: string[] | null;

  @Field(() => String, { nullable: true, description: "Who connects calls to the telephone network." })
  pstnVendor?: string | null;

  @Field(() => AuthenticationEnum, { description: "Where customers' people prove who they are." })
  authentication: Authentication;

  @Field(() => String, { nullable: true, description: "What has to be known for that." })
  authenticationNote?: string | null;

  @Field(() => [CustomAttributeInputType], { nullable: true, description: "Attributes that new customers begin with." })
  settings?: CustomAttributeInputType[] | null;
}

@ObjectType("SaveOnboardingTemplatePayload", { description: "Result of `saveOnboardingTemplate`." })
export class SaveTemplatePayloadType {
  @Field(() => OnboardingTemplateType, { nullable: true, description: "The template; null when refused." })
  onboardingTemplate: OnboardingTemplateType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@InputType("DeleteOnboardingTemplateInput", { description: "A template to delete." })
export class DeleteTemplateInputType {
  @Field(() => ID, { description: "Which template." })
  id: string;

  @Field(() => Int, { description: "The version that was read; STALE when it has changed since." })
  version: number;
}

@ObjectType("DeleteOnboardingTemplatePayload", { description: "Result of `deleteOnboardingTemplate`." })
export class DeleteTemplatePayloadType {
  @Field(() => ID, { nullable: true, description: "Id of what was deleted; null when refused." })
  deletedId: string | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
