import { encodeId } from "@tierline/shared/id.ts";
import type { ContactRole, PaymentMethodKind } from "@tierline/shared/kinds.ts";
import { Field, ObjectType } from "type-graphql";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar } from "../kernel/scalars.ts";
import { ContactRoleEnum, PaymentMethodKindEnum } from "./customer-enums.ts";
import type { ContactRow, PaymentMethodRow, SiteRow } from "./customer-parts.entity.ts";

@ObjectType("Address", { description: "A postal address." })
export class AddressType {
  @Field(() => String, { description: "Street and number." })
  line1: string;

  @Field(() => String, { nullable: true, description: "Second line." })
  line2: string | null;

  @Field(() => String, { description: "City or town." })
  city: string;

  @Field(() => String, { nullable: true, description: "State, county or region." })
  region: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2, upper case." })
  country: string;
}

@ObjectType("CustomAttribute", { description: "A key and a value of one's own." })
export class CustomAttributeType {
  @Field(() => String, { description: "Name of the attribute." })
  key: string;

  @Field(() => String, { description: "Its value." })
  value: string;
}

@ObjectType("Contact", { implements: NodeType, description: "A person to turn to at a customer." })
export class ContactType extends NodeType {
  /** Not part of the contract: what field resolvers of other modules read. */
  row: ContactRow;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => [ContactRoleEnum], { description: "What the contact is there for." })
  roles: ContactRole[];

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email: string | null;

  @Field(() => String, { nullable: true, description: "Phone number as it was typed." })
  phone: string | null;
}

export function toContact(row: ContactRow): ContactType {
  const { id, name, roles, email, phone } = row;
  return Object.assign(new ContactType(), { row, id: encodeId("ctc", id), name, roles, email, phone });
}

@ObjectType("Site", { implements: NodeType, description: "A place of a customer where services are." })
export class SiteType extends NodeType {
  /** Not part of the contract: what field resolvers of other modules read. */
  row: SiteRow;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => AddressType, { nullable: true, description: "Where it is." })
  address: AddressType | null;
}

export function toSite(row: SiteRow): SiteType {
  const { id, name, address } = row;
  return Object.assign(new SiteType(), { row, id: encodeId("sit", id), name, address });
}

@ObjectType("PaymentMethod", {
  implements: NodeType,
  description: "What a customer pays with: kind, brand and last four digits, never more.",
})
export class PaymentMethodType extends NodeType {
  /** Not part of the contract: what field resolvers of other modules read. */
  row: PaymentMethodRow;

  @Field(() => PaymentMethodKindEnum, { description: "Card or direct debit." })
  kind: PaymentMethodKind;

  @Field(() => String, { description: "Brand of the card or name of the bank." })
  brand: string;

  @Field(() => String, { description: "Last four digits." })
  lastFour: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day on which it works." })
  expiresOn: string | null;

  @Field(() => Boolean, { description: "True for the one that is charged." })
  isDefault: boolean;
}

export function toPaymentMethod(row: PaymentMethodRow): PaymentMethodType {
  const { id, kind, brand, lastFour, expiresOn, isDefault } = row;
  return Object.assign(new PaymentMethodType(), {
    row,
    id: encodeId("pmt", id),
    kind,
    brand,
    lastFour,
    expiresOn,
    isDefault,
  });
}
