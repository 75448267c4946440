import { enumOf } from "../kernel/enum-of.ts";
import { customerOrders, type CustomerOrder } from "./list-customers.ts";
import type { CustomerState } from "@tierline/shared/customer-state.ts";
import type { ContactRole, CustomerKind } from "@tierline/shared/kinds.ts";
import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { AccountTermsInputType } from "../ledger/account-terms.type.ts";
import { ContactRoleEnum, CustomerKindEnum, CustomerStateEnum } from "./customer-enums.ts";

export const CustomerOrderEnum = enumOf<CustomerOrder>(customerOrders);
registerEnumType(CustomerOrderEnum, {
  name: "CustomerOrder",
  description: "How a list of customers is ordered. A search brings the best match first instead.",
  valuesConfig: {
    NAME: { description: "By name, accents and case aside." },
    NUMBER: { description: "By number." },
    NEWEST: { description: "The latest first." },
  },
});

@InputType("CustomerFilter", { description: "Which customers; all conditions must hold." })
export class CustomerFilterInput {
  @Field(() => CustomerKindEnum, { nullable: true, description: "Persons or businesses only." })
  kind?: CustomerKind | null;

  @Field(() => [CustomerStateEnum], { nullable: true, description: "One of these states." })
  state?: CustomerState[] | null;

  @Field(() => ID, { nullable: true, description: "Customers of this very reseller." })
  resellerId?: string | null;

  @Field(() => String, { nullable: true, description: "Has this tag." })
  tag?: string | null;

  @Field(() => String, { nullable: true, description: "Home country, ISO 3166-1 alpha-2." })
  country?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: own organisations alone; false: without them." })
  isInternal?: boolean | null;
}

@InputType("AddressInput", { description: "A postal address." })
export class AddressInputType {
  @Field(() => String, { description: "Street and number." })
  line1: string;

  @Field(() => String, { nullable: true, description: "Second line." })
  line2?: string | null;

  @Field(() => String, { description: "City or town." })
  city: string;

  @Field(() => String, { nullable: true, description: "State, county or region." })
  region?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2, in any case: an address has one. It decides which other parts are needed.",
  })
  country?: string | null;
}

@InputType("ContactInput", { description: "A person to turn to." })
export class ContactInputType {
  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => [ContactRoleEnum], { description: "What the contact is there for; at least one." })
  roles: ContactRole[];

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, kept as typed." })
  phone?: string | null;
}

@InputType("SiteInput", { description: "A place where services are." })
export class SiteInputType {
  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => AddressInputType, { nullable: true, description: "Where it is." })
  address?: AddressInputType | null;
}

@InputType("CustomAttributeInput", { description: "A key and a value of one's own." })
export class CustomAttributeInputType {
  @Field(() => String, { description: "Name of the attribute; once a customer." })
  key: string;

  @Field(() => String, { description: "Its value." })
  value: string;
}

@InputType("CustomerPackageInput", { description: "A package or add-on that a customer may give to its people." })
export class CustomerPackageInputType {
  @Field(() => String, { description: "Its key, e.g. `webex_suite`." })
  package: string;

  @Field(() => Int, {
    nullable: true,
    description: "How many people may have it at most, none at 0; null or left out: as many as it likes.",
  })
  limit?: number | null;
}

@InputType("CallingLocationInput", { description: "Where a customer's calls are taken to come from." })
export class CallingLocationInputType {
  @Field(() => String, { description: "Name; the customer gets a site of this name." })
  name: string;

  @Field(() => AddressInputType, { description: "Its address." })
  address: AddressInputType;

  @Field(() => String, { description: "IANA time zone, e.g. Europe/London." })
  timeZone: string;

  @Field(() => String, { description: "Language of announcements, e.g. `en` or `pt-BR`." })
  language: string;
}

@InputType("PrecheckCustomerInput", {
  description: "A new customer as far as it is known; what is left out is not missed, null is.",
})
export class PrecheckCustomerInputType {
  @Field(() => ID, {
    nullable: true,
    description: "Of an onboarding template: country, language and attributes are as it says where they are left out.",
  })
  provisioningId?: string | null;

  @Field(() => ID, { nullable: true, description: "The reseller whose customer it becomes; your own without one." })
  resellerId?: string | null;

  @Field(() => CustomerKindEnum, {
    nullable: true,
    description: "Person or business, which it is taken for otherwise.",
  })
  kind?: CustomerKind | null;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, kept as typed." })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The billing address's country, ISO 3166-1 alpha-2 in any case: needed where there is no such address.",
  })
  homeCountry?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Language for mail, e.g. `en` or `pt-BR`; the reseller's without one.",
  })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Under which it pays taxes, with or without marks. Brazil asks for it: a person's CPF, a business's CNPJ.",
  })
  taxNumber?: string | null;

  @Field(() => AddressInputType, { nullable: true, description: "Where invoices go." })
  billingAddress?: AddressInputType | null;

  @Field(() => [ContactInputType], { nullable: true, description: "Contacts to begin with." })
  contacts?: ContactInputType[] | null;

  @Field(() => [SiteInputType], { nullable: true, description: "Sites to begin with." })
  sites?: SiteInputType[] | null;

  @Field(() => [String], { nullable: true, description: "Words to filter by." })
  tags?: string[] | null;

  @Field(() => [CustomAttributeInputType], { nullable: true, description: "Keys and values of one's own." })
  attributes?: CustomAttributeInputType[] | null;

  @Field(() => AccountTermsInputType, {
    nullable: true,
    description:
      "How it pays; without any, before, and served on when nothing is left. Who is strict begins suspended.",
  })
  terms?: AccountTermsInputType | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "It is the reseller's own organisation: told beside it, and left out of billing reports.",
  })
  isInternal?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "What you call it, once at its reseller: the same with the same input is the same customer.",
  })
  externalId?: string | null;

  @Field(() => [CustomerPackageInputType], {
    nullable: true,
    description:
      "Packages and add-ons that its people can be given, which takes the permission package.assign; left out: those of the template.",
  })
  packages?: CustomerPackageInputType[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "E-mail address of who administers it, needed with packages: a subscriber with the one of the highest rank.",
  })
  primaryEmail?: string | null;

  @Field(() => CallingLocationInputType, {
    nullable: true,
    description: "Where its calls are taken to come from: packages with calling ask for it.",
  })
  callingLocation?: CallingLocationInputType | null;
}

@InputType("CreateCustomerInput", { description: "A new customer." })
export class CreateCustomerInputType extends PrecheckCustomerInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => CustomerKindEnum, { description: "Person or business; never changes." })
  override kind: CustomerKind;

  @Field(() => String, { description: "Name." })
  override name: string;
}

@InputType("UpdateCustomerInput", {
  description: "Changes to a customer. What is left out stays; null empties what may be empty.",
})
export class UpdateCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => Int, { description: "The version that was read; STALE when it has changed since." })
  version: number;

  @Field(() => String, { nullable: true, description: "Name." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, kept as typed." })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Stays what it is: another one is refused.",
    deprecationReason: "Another home country is given by moveCustomerCountry; goes on 2027-11-23.",
  })
  homeCountry?: string | null;

  @Field(() => String, { nullable: true, description: "Language for mail." })
  language?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Under which it pays taxes, with or without marks.",
  })
  taxNumber?: string | null;

  @Field(() => AddressInputType, { nullable: true, description: "Where invoices go." })
  billingAddress?: AddressInputType | null;

  @Field(() => [String], { nullable: true, description: "All tags." })
  tags?: string[] | null;

  @Field(() => [CustomAttributeInputType], { nullable: true, description: "All attributes." })
  attributes?: CustomAttributeInputType[] | null;
}

@InputType("MoveCustomerCountryInput", { description: "A customer that is at home in another country from now on." })
export class MoveCustomerCountryInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => Int, { description: "The version that was read; STALE when it has changed since." })
  version: number;

  @Field(() => String, { description: "The new home country, ISO 3166-1 alpha-2, in any case." })
  country: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}
