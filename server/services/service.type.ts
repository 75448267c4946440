import { encodeId } from "@tierline/shared/id.ts";
import type { ServiceType as ServiceTypeValue } from "@tierline/shared/kinds.ts";
import type { ServiceState, ServiceTab, SuspensionReason } from "@tierline/shared/service-state.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ServiceTypeEnum } from "../catalog/catalog.enums.ts";
import { SuspensionReasonEnum } from "../customers/customer-enums.ts";
import { CustomAttributeType } from "../customers/customer-parts.type.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { MoneyType, toMoneyOrNull } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DecimalScalar } from "../kernel/scalars.ts";
import type { ServiceAddonRow, ServiceRow } from "./service.entity.ts";
import { ServiceStateEnum, ServiceTabEnum } from "./service.enums.ts";

@ObjectType("ServiceBalance", { description: "What is left of something that a service may use up." })
export class ServiceBalanceType {
  @Field(() => String, { description: "data, voice, sms or monetary." })
  kind: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => DecimalScalar, { description: "How much is left." })
  amount: string;

  @Field(() => String, { description: "What it is counted in: GB, min, messages or a currency." })
  unit: string;
}

@ObjectType("Service", {
  implements: NodeType,
  description: "What a customer has: one mobile, internet, IPTV, voice or collaboration service.",
})
export class ServiceNode extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ServiceRow;

  @Field(() => Int, { description: "Short number, unique with its reseller." })
  number: number;

  @Field(() => String, { description: 'What people call it, e.g. "Mobile - +44 7700 900123".' })
  name: string;

  @Field(() => ServiceTypeEnum, { description: "What kind of service it is." })
  serviceType: ServiceTypeValue;

  @Field(() => ServiceStateEnum, { description: "Where it stands in its life." })
  state: ServiceState;

  @Field(() => [SuspensionReasonEnum], {
    description: "Why it is suspended; empty when it is not. Active again when the last reason is gone.",
  })
  suspensionReasons: SuspensionReason[];

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day, in the reseller's time zone; null until it is active.",
  })
  startsOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the term ends or the service has ended; null when it renews by itself.",
  })
  endsOn: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "Recurring price, frozen when it was ordered; null when there is none.",
  })
  recurring: MoneyType | null;

  @Field(() => Boolean, { description: "Whether it is renewed by itself at the end of each period." })
  autoRenew: boolean;

  @Field(() => [ServiceBalanceType], { description: "What is left to be used, as the charging system last said." })
  balances: ServiceBalanceType[];

  @Field(() => Date, { nullable: true, description: "When the balances were last read; null when they never were." })
  balancesAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Calls at a time that the line may have, while that is being changed the greater number; null: as many as it likes, or no voice line.",
  })
  simultaneousCalls: number | null;

  @Field(() => [CustomAttributeType], {
    description: "What provisioning learnt about it, e.g. its SIP user name. No secrets.",
  })
  parameters: CustomAttributeType[];

  @Field(() => Date, { description: "When it was ordered." })
  createdAt: Date;

  @Field(() => Int, { description: "Grows with every change." })
  version: number;
}

export function toService(row: ServiceRow): ServiceNode {
  return Object.assign(new ServiceNode(), {
    row,
    id: encodeId("svc", row.id),
    number: row.number,
    name: row.name,
    serviceType: row.serviceType,
    state: row.state,
    suspensionReasons: row.suspensionReasons,
    startsOn: row.startsOn ?? null,
    endsOn: row.endsOn ?? null,
    recurring: toMoneyOrNull(row.recurringMicros ?? null, row.currency),
    autoRenew: row.autoRenew,
    balances: row.balances,
    balancesAt: row.balancesAt ?? null,
    simultaneousCalls: row.simultaneousCalls ?? null,
    parameters: Object.entries(row.parameters).map(([key, value]) => ({ key, value })),
    createdAt: row.createdAt,
    version: row.version,
  });
}

@ObjectType("ServiceAddon", { implements: NodeType, description: "An add-on that a service has." })
export class ServiceAddonType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ServiceAddonRow;

  @Field(() => Date, { description: "When it was added." })
  addedAt: Date;
}

export function toServiceAddon(row: ServiceAddonRow): ServiceAddonType {
  return Object.assign(new ServiceAddonType(), { row, id: encodeId("sad", row.id), addedAt: row.addedAt });
}

@ObjectType("ServiceSecret", {
  description: "A password that provisioning has made for a service: that it is there, not what it says.",
})
export class ServiceSecretType {
  @Field(() => String, { description: "Its name, as `revealServiceSecret` wants it." })
  key: string;

  @Field(() => Date, { description: "When it was made." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was shown; null while it still can be, once." })
  shownAt: Date | null;

  @Field(() => String, { nullable: true, description: "To whom it was shown; null when it was not." })
  shownTo: string | null;
}

@ObjectType("ServiceStateCount", { description: "How many services one tab of the list shows." })
export class ServiceStateCountType {
  @Field(() => ServiceTabEnum, { description: "The tab." })
  tab: ServiceTab;

  @Field(() => Int, { description: "How many services it shows, under the same search and filter." })
  count: number;
}

@ObjectType("ServiceConnection", { description: "A page of services, newest first." })
export class ServiceConnectionType extends connectionOf("Service", () => ServiceNode) {}

@InputType("ServiceFilter", { description: "Which services; what is absent leaves nothing out." })
export class ServiceFilterInput {
  @Field(() => ServiceTabEnum, { nullable: true, description: "Only those of one tab." })
  tab?: ServiceTab | null;

  @Field(() => [ServiceTypeEnum], { nullable: true, description: "Only those of these types." })
  serviceType?: ServiceTypeValue[] | null;

  @Field(() => ID, { nullable: true, description: "Only those of this customer." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only active ones of the type that this add-on is for." })
  compatibleWithOfferingId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "true: only lines that are not given a rate plan of their own. Needs the permission rate.view.",
  })
  withoutRatePlan?: boolean | null;
}
