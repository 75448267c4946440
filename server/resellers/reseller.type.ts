import { encodeId } from "@tierline/shared/id.ts";
import { resellerStates, type ResellerState } from "@tierline/shared/reseller-state.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import type { DelegationPresetValue, ResellerRow } from "./reseller.entity.ts";
import { resellerOrders, type ResellerOrder } from "./reseller-order.ts";

export const ResellerStateEnum = enumOf<ResellerState>(resellerStates);
registerEnumType(ResellerStateEnum, {
  name: "ResellerState",
  description: "Where a reseller stands in its life.",
  valuesConfig: {
    PENDING: { description: "Created, not activated yet." },
    ACTIVE: { description: "Works." },
    SUSPENDED: { description: "May look and end services, but neither create nor change." },
    CLOSED: { description: "Has ended for good." },
  },
});

export const ResellerOrderEnum = enumOf<ResellerOrder>(resellerOrders);
registerEnumType(ResellerOrderEnum, {
  name: "ResellerOrder",
  description: "In which order resellers are listed.",
  valuesConfig: {
    NAME: { description: "By name." },
    TREE: { description: "Each right below its parent, beside its siblings by name." },
  },
});

@ObjectType("ResellerLimits", {
  description: "How much a reseller and all below it may have at most; null where nobody has limited it.",
})
export class ResellerLimitsType {
  @Field(() => Int, { nullable: true, description: "Customers who are neither deactivated nor archived." })
  customers: number | null;

  @Field(() => Int, { nullable: true, description: "Services that are not terminated." })
  services: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "People who are not disabled, invited ones and customers' own too.",
  })
  people: number | null;

  @Field(() => Int, { nullable: true, description: "Resellers below it that are not closed." })
  resellers: number | null;
}

@ObjectType("DelegationPreset", { description: "A named set of what customers' people may." })
export class DelegationPresetType {
  @Field(() => String, { description: "What the reseller calls it." })
  name: string;

  @Field(() => [String], { description: "Keys of permissions." })
  permissions: string[];

  @Field(() => Boolean, { description: "Whether new customers' people have it." })
  isDefault: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Calls at a time that a line of the customer's may have at most; null: as many as its plan allows.",
  })
  simultaneousCalls: number | null;
}

export function toDelegationPreset({
  name,
  permissions,
  isDefault,
  simultaneousCalls = null,
}: DelegationPresetValue): DelegationPresetType {
  return { name, permissions: [...permissions], isDefault, simultaneousCalls };
}

@ObjectType("Reseller", { implements: NodeType, description: "A node of the tier tree; the root is the operator." })
export class ResellerType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ResellerRow;

  @Field(() => Int, { description: "Short number, unique in the installation." })
  number: number;

  @Field(() => String, { description: "Short name in the console's addresses, unique in the installation." })
  key: string;

  @Field(() => String, { description: "Name." })
  name: string;

  @Field(() => ResellerStateEnum, { description: "Where it stands in its life." })
  state: ResellerState;

  @Field(() => String, { description: "Home country, ISO 3166-1 alpha-2." })
  country: string;

  @Field(() => String, { description: "Currency it sells in, ISO 4217." })
  currency: string;

  @Field(() => String, { description: "Time zone of its business dates, e.g. Europe/London." })
  timeZone: string;

  @Field(() => String, { description: "Language and region of its texts, e.g. en-GB." })
  locale: string;

  @Field(() => Int, { description: "Goes up by one with each change; an update names the one it was made for." })
  version: number;
}

export function toReseller(row: ResellerRow): ResellerType {
  const { number, key, name, state, country, currency, timeZone, locale, version } = row;
  return Object.assign(new ResellerType(), {
    row,
    id: encodeId("rsl", row.id),
    number,
    key,
    name,
    state,
    country,
    currency,
    timeZone,
    locale,
    version,
  });
}

@ObjectType("ResellerConnection", { description: "A page of resellers." })
export class ResellerConnectionType extends connectionOf("Reseller", () => ResellerType) {
  @Field(() => TotalCountType, { description: "How many resellers match." })
  totalCount: TotalCountType;
}

@InputType("ResellerFilter", { description: "Which resellers; all conditions must hold." })
export class ResellerFilterInput {
  @Field(() => String, { nullable: true, description: "Part of the name or the key, in any case." })
  search?: string | null;

  @Field(() => [ResellerStateEnum], { nullable: true, description: "One of these states." })
  state?: ResellerState[] | null;

  @Field(() => ID, { nullable: true, description: "This reseller and those below it; of your tier." })
  withinId?: string | null;

  @Field(() => ID, { nullable: true, description: "Those right below this reseller: who can buy from it." })
  parentId?: string | null;
}
