import { encodeId } from "@tierline/shared/id.ts";
import type { Channel } from "@tierline/shared/kinds.ts";
import {
  customerProvisioningStates,
  packageStates,
  subscriberRoles,
  subscriberStates,
  type PackageState,
  type SubscriberRole,
  type SubscriberState,
} from "@tierline/shared/package.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { sortDirections, subscriberOrders, type SortDirection, type SubscriberOrder } from "./list-subscribers.ts";
import type { CallingLocationRow, CustomerPackageRow, SubscriberAddonRow, SubscriberRow } from "./subscriber.entity.ts";

const PackageStateEnum = enumOf(packageStates);
registerEnumType(PackageStateEnum, {
  name: "PackageState",
  description: "Where a customer's package stands in the outside world.",
  valuesConfig: {
    PROVISIONING: { description: "It is on its way." },
    PROVISIONED: { description: "It is there." },
    ERROR: { description: "It could not be made; the problem says why. The others are not kept from being used." },
    DELETING: { description: "It was taken away, and somebody still has it." },
  },
});

export const CustomerProvisioningEnum = enumOf(customerProvisioningStates);
registerEnumType(CustomerProvisioningEnum, {
  name: "CustomerProvisioning",
  description: "How all packages of a customer stand, in one word.",
  valuesConfig: {
    PROVISIONED: { description: "All are there." },
    PROVISIONED_WITH_ERRORS: { description: "Some are there, and some could not be made." },
    PROVISIONING: { description: "All are on their way." },
    UPDATING: { description: "Some are there, and others come or go." },
    DELETING: { description: "All were taken away." },
    ERROR: { description: "None could be made." },
  },
});

export const SubscriberStateEnum = enumOf(subscriberStates);
registerEnumType(SubscriberStateEnum, {
  name: "SubscriberState",
  description: "Where a subscriber stands.",
  valuesConfig: {
    PROVISIONING: { description: "The package is on its way." },
    PROVISIONED: { description: "They have what they were given." },
    UPDATING: { description: "They get another package, or an add-on comes or goes." },
    ERROR: { description: "A run about them has failed: it can be tried again." },
    DELETING: { description: "What they have is being taken away." },
  },
});

const SubscriberRoleEnum = enumOf(subscriberRoles);
registerEnumType(SubscriberRoleEnum, {
  name: "SubscriberRole",
  description: "What a subscriber is to the customer's organisation.",
  valuesConfig: {
    FULL_ADMIN: { description: "Administers it. Their package is never changed for a lower one." },
    USER: { description: "Anybody else." },
  },
});

export const SubscriberOrderEnum = enumOf<SubscriberOrder>(subscriberOrders);
registerEnumType(SubscriberOrderEnum, {
  name: "SubscriberOrder",
  description: "By what subscribers are put in order.",
  valuesConfig: {
    CREATED: { description: "By when they were created." },
    LAST_STATUS_CHANGE: { description: "By when their state changed last." },
  },
});

export const SortDirectionEnum = enumOf<SortDirection>(sortDirections);
registerEnumType(SortDirectionEnum, {
  name: "SortDirection",
  description: "From which end.",
  valuesConfig: { ASC: { description: "The earliest first." }, DESC: { description: "The latest first." } },
});

@ObjectType("PackageProblem", { description: "Why a package could not be made." })
export class PackageProblemType {
  @Field(() => String, { description: "The code of the outside system, or of the run that failed." })
  code: string;

  @Field(() => String, { nullable: true, description: "In words, as they were said." })
  text: string | null;
}

@ObjectType("CustomerPackage", { description: "A package or add-on that a customer may give to its people." })
export class CustomerPackageType {
  /** Not part of the contract. */
  row: CustomerPackageRow;

  @Field(() => Int, { nullable: true, description: "How many people may have it at most; null: as many as it likes." })
  limit: number | null;

  @Field(() => Int, { description: "How many have it, those included who are about to." })
  used: number;

  @Field(() => PackageStateEnum, { description: "Where it stands." })
  state: PackageState;

  /** Part of the contract for those only who run the network. */
  problem: PackageProblemType | null;
}

export function toCustomerPackage(row: CustomerPackageRow): CustomerPackageType {
  const { seatsMax, seatsUsed: used, state, problemCode, problem } = row;
  return Object.assign(new CustomerPackageType(), {
    row,
    limit: seatsMax ?? null,
    used,
    state,
    problem: problemCode == null ? null : { code: problemCode, text: problem ?? null },
  });
}

@ObjectType("CallingLocation", { description: "Where a customer's calls are taken to come from." })
export class CallingLocationType {
  /** Not part of the contract. */
  row: CallingLocationRow;

  @Field(() => String, { description: "IANA time zone." })
  timeZone: string;

  @Field(() => String, { description: "Language of announcements." })
  language: string;
}

@ObjectType("Subscriber", { implements: NodeType, description: "A person at a customer, who has one package." })
export class SubscriberType extends NodeType {
  /** Not part of the contract. */
  row: SubscriberRow;

  @Field(() => String, { description: "E-mail address in lower case, unique at the reseller." })
  email: string;

  @Field(() => String, { nullable: true, description: "First name." })
  firstName: string | null;

  @Field(() => String, { nullable: true, description: "Last name." })
  lastName: string | null;

  @Field(() => String, { nullable: true, description: "Phone number, E.164." })
  phone: string | null;

  @Field(() => String, { nullable: true, description: "Extension, digits." })
  extension: string | null;

  @Field(() => SubscriberRoleEnum, { description: "What they are to the organisation." })
  role: SubscriberRole;

  @Field(() => SubscriberStateEnum, { description: "Where they stand." })
  state: SubscriberState;

  @Field(() => Boolean, {
    description: "Nobody can be called: the package has calling, and there is neither phone nor extension.",
  })
  isUnreachable: boolean;

  @Field(() => ChannelEnum, { description: "Through what they were created." })
  createdVia: Channel;

  @Field(() => DateTimeScalar, { description: "When they were created." })
  createdAt: Date;

  @Field(() => DateTimeScalar, { description: "When their state changed last." })
  stateChangedAt: Date;

  @Field(() => Int, { description: "Grows with every change." })
  version: number;
}

export function toSubscriber(row: SubscriberRow): Omit<SubscriberType, "isUnreachable"> {
  const { email, firstName, lastName, phone, extension, role, state, createdVia, createdAt, stateAt, version } = row;
  return Object.assign(new SubscriberType(), {
    row,
    id: encodeId("sub", row.id),
    email,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    phone: phone ?? null,
    extension: extension ?? null,
    role,
    state,
    createdVia,
    createdAt,
    stateChangedAt: stateAt,
    version,
  });
}

@ObjectType("SubscriberAddon", { description: "What a subscriber has beside the package." })
export class SubscriberAddonType {
  /** Not part of the contract. */
  row: SubscriberAddonRow;

  @Field(() => Boolean, { description: "It is being taken away." })
  isEnding: boolean;

  @Field(() => DateTimeScalar, { description: "When it was assigned." })
  addedAt: Date;
}

export function toSubscriberAddon(row: SubscriberAddonRow): SubscriberAddonType {
  const { removalId, addedAt } = row;
  return Object.assign(new SubscriberAddonType(), { row, isEnding: removalId != null, addedAt });
}

@ObjectType("SubscriberConnection", { description: "A page of subscribers." })
export class SubscriberConnectionType extends connectionOf("Subscriber", () => SubscriberType) {
  @Field(() => TotalCountType, { description: "How many subscribers match." })
  totalCount: TotalCountType;
}

@InputType("SubscriberFilter", { description: "Which subscribers; all conditions must hold." })
export class SubscriberFilterType {
  @Field(() => ID, { nullable: true, description: "Of this customer." })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: "Of the customer that was given this external id." })
  externalCustomerId?: string | null;

  @Field(() => String, { nullable: true, description: "With this e-mail address, in any case." })
  email?: string | null;

  @Field(() => [SubscriberStateEnum], { nullable: true, description: "In one of these states." })
  state?: SubscriberState[] | null;

  @Field(() => String, { nullable: true, description: "Who have this package, by its key." })
  package?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Whose state changed after that." })
  stateChangedAfter?: Date | null;
}
