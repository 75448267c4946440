import { labelOf } from "@tierline/shared/customer-label.ts";
import type { CustomerState } from "@tierline/shared/customer-state.ts";
import { encodeId } from "@tierline/shared/id.ts";
import type { Channel, CustomerKind } from "@tierline/shared/kinds.ts";
import type { SuspensionReason } from "@tierline/shared/service-state.ts";
import { Field, Int, ObjectType } from "type-graphql";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { CustomerKindEnum, CustomerStateEnum, SuspensionReasonEnum } from "./customer-enums.ts";
import { AddressType, CustomAttributeType } from "./customer-parts.type.ts";
import type { CustomerRow } from "./customer.entity.ts";

@ObjectType("Customer", { implements: NodeType, description: "A person or business that has services of a reseller." })
export class CustomerType extends NodeType {
  /** Not part of the contract: what field resolvers, here and in the modules above, read. */
  row: CustomerRow;

  @Field(() => Int, { description: "Short number, unique at its reseller." })
  number: number;

  @Field(() => CustomerKindEnum, { description: "Person or business." })
  kind: CustomerKind;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => String, { description: "Name with number as lists of choices show it, e.g. `John Smith (ID: 123)`." })
  label: string;

  @Field(() => String, { nullable: true, description: "E-mail address." })
  email: string | null;

  @Field(() => String, { nullable: true, description: "Phone number as it was typed." })
  phone: string | null;

  @Field(() => CustomerStateEnum, { description: "Where the customer stands in its life." })
  state: CustomerState;

  @Field(() => [SuspensionReasonEnum], { description: "Why it is suspended; empty when it is not." })
  suspensionReasons: SuspensionReason[];

  @Field(() => String, { description: "ISO 3166-1 alpha-2, upper case." })
  homeCountry: string;

  @Field(() => String, { description: "Language for mail, e.g. `en` or `pt-BR`." })
  language: string;

  @Field(() => [String], { description: "Words to filter by." })
  tags: string[];

  @Field(() => [CustomAttributeType], { description: "Keys and values of one's own." })
  attributes: CustomAttributeType[];

  @Field(() => String, {
    nullable: true,
    description: "Under which it pays taxes where there is such a number (CPF, CNPJ, VAT), without marks.",
  })
  taxNumber: string | null;

  @Field(() => AddressType, { nullable: true, description: "Where invoices go." })
  billingAddress: AddressType | null;

  @Field(() => String, {
    nullable: true,
    description: "What whoever created it calls it; null where they said nothing.",
  })
  externalId: string | null;

  @Field(() => Boolean, { description: "It is its reseller's own organisation." })
  isInternal: boolean;

  @Field(() => Int, { nullable: true, description: "Lines that it may have at most, none at 0; null: no limit." })
  linesMax: number | null;

  @Field(() => DateTimeScalar, { description: "When the customer was created." })
  createdAt: Date;

  @Field(() => ChannelEnum, { description: "Through what it was created." })
  createdVia: Channel;

  @Field(() => Int, { description: "Grows with every change; hand it in when updating." })
  version: number;
}

export function toCustomer(row: CustomerRow): CustomerType {
  const {
    number,
    kind,
    name,
    email,
    phone,
    state,
    suspensionReasons,
    homeCountry,
    language,
    tags,
    attributes,
    taxNumber,
    billingAddress,
  } = row;
  const { linesMax, isInternal, externalId, createdAt, createdVia, version } = row;
  return Object.assign(new CustomerType(), {
    row,
    id: encodeId("cus", row.id),
    number,
    kind,
    name,
    label: labelOf(row),
    email,
    phone,
    state,
    suspensionReasons,
    homeCountry,
    language,
    tags,
    attributes,
    taxNumber: taxNumber ?? null,
    billingAddress,
    isInternal,
    externalId: externalId ?? null,
    linesMax,
    createdAt,
    createdVia,
    version,
  });
}

@ObjectType("CustomerConnection", { description: "A page of customers." })
export class CustomerConnectionType extends connectionOf("Customer", () => CustomerType) {
  @Field(() => TotalCountType, { description: "How many customers match." })
  totalCount: TotalCountType;

  @Field(() => [CustomerType], {
    description: "Where a search found nothing: customers with names spelt alike, at most five.",
  })
  suggestions: CustomerType[];
}
