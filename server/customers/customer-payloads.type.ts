import { Field, ID, InputType, ObjectType } from "type-graphql";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ContactInputType, SiteInputType } from "./customer.input.ts";
import { ContactType, SiteType } from "./customer-parts.type.ts";
import { CustomerType } from "./customer.type.ts";

@InputType("AddContactInput", { description: "A new contact of a customer." })
export class AddContactInputType {
  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => ContactInputType, { description: "The contact." })
  contact: ContactInputType;

  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;
}

@InputType("UpdateContactInput", { description: "A contact as it shall be." })
export class UpdateContactInputType {
  @Field(() => ID, { description: "Id of the contact." })
  id: string;

  @Field(() => ContactInputType, { description: "All of it; what is left out is emptied." })
  contact: ContactInputType;
}

@InputType("RemoveContactInput", { description: "A contact to remove." })
export class RemoveContactInputType {
  @Field(() => ID, { description: "Id of the contact." })
  id: string;
}

@InputType("AddSiteInput", { description: "A new site of a customer." })
export class AddSiteInputType {
  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => SiteInputType, { description: "The site." })
  site: SiteInputType;

  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;
}

@InputType("UpdateSiteInput", { description: "A site as it shall be." })
export class UpdateSiteInputType {
  @Field(() => ID, { description: "Id of the site." })
  id: string;

  @Field(() => SiteInputType, { description: "All of it; what is left out is emptied." })
  site: SiteInputType;
}

/** What all payloads of customers carry. */
@ObjectType()
abstract class CustomerPayload {
  @Field(() => CustomerType, { nullable: true, description: "The customer; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("Precheck", { description: "What would stand in the way; nothing was written." })
export class PrecheckType {
  @Field(() => Boolean, { description: "Whether it would be done, as things are now." })
  isAccepted: boolean;

  @Field(() => [UserErrorType], { description: "Everything that would be refused, all at once." })
  problems: UserErrorType[];
}

@ObjectType("CreateCustomerPayload", { description: "Result of `createCustomer`." })
export class CreateCustomerPayloadType extends CustomerPayload {}

@ObjectType("UpdateCustomerPayload", { description: "Result of `updateCustomer`." })
export class UpdateCustomerPayloadType extends CustomerPayload {}

@ObjectType("RemoveContactPayload", { description: "Result of `removeContact`." })
export class RemoveContactPayloadType extends CustomerPayload {}

@ObjectType()
abstract class ContactPayload extends CustomerPayload {
  @Field(() => ContactType, { nullable: true, description: "The contact; null when refused." })
  contact: ContactType | null;
}

@ObjectType("AddContactPayload", { description: "Result of `addContact`." })
export class AddContactPayloadType extends ContactPayload {}

@ObjectType("UpdateContactPayload", { description: "Result of `updateContact`." })
export class UpdateContactPayloadType extends ContactPayload {}

@ObjectType()
abstract class SitePayload extends CustomerPayload {
  @Field(() => SiteType, { nullable: true, description: "The site; null when refused." })
  site: SiteType | null;
}

@ObjectType("AddSitePayload", { description: "Result of `addSite`." })
export class AddSitePayloadType extends SitePayload {}

@ObjectType("UpdateSitePayload", { description: "Result of `updateSite`." })
export class UpdateSitePayloadType extends SitePayload {}
