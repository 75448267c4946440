import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { offeringOf } from "../catalog/offering-loaders.ts";
import { OfferingType } from "../catalog/offering.type.ts";
import { customerById } from "../customers/customer-loaders.ts";
import { PrecheckType } from "../customers/customer-payloads.type.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { toUserError } from "../kernel/user-error.type.ts";
import { serviceById } from "../services/service-rows.ts";
import { ServiceNode } from "../services/service.type.ts";
import { precheckSubscriber } from "./create-subscriber.ts";
import { listSubscribers, type SortDirection, type SubscriberOrder, type SubscriberPage } from "./list-subscribers.ts";
import { addonsOfSubscriber, findSubscribers, termsOfSubscriber } from "./subscriber-loaders.ts";
import { PrecheckSubscriberInputType } from "./subscriber-payloads.type.ts";
import {
  SortDirectionEnum,
  SubscriberAddonType,
  SubscriberConnectionType,
  SubscriberFilterType,
  SubscriberOrderEnum,
  SubscriberType,
  toSubscriber,
  toSubscriberAddon,
} from "./subscriber.type.ts";

@Resolver(() => SubscriberType)
export class SubscriberResolver {
  @Requires("subscriber.view")
  @Query(() => SubscriberType, { nullable: true, description: "A subscriber; null when none with this id is yours." })
  async subscriber(
    @Arg("id", () => ID, { description: "Id of the subscriber." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<object | null> {
    const uuid = decodeId("sub", id);
    const row = uuid === null ? undefined : (await findSubscribers(signedIn(request), [uuid])).get(uuid);
    return row === undefined ? null : toSubscriber(row);
  }

  @Requires("subscriber.view")
  @Query(() => SubscriberConnectionType, { description: "Subscribers of your tier, the latest first unless asked." })
  async subscribers(
    @Arg("filter", () => SubscriberFilterType, { nullable: true, description: "Which." })
    filter: SubscriberFilterType | null,
    @Arg("orderBy", () => SubscriberOrderEnum, { nullable: true, description: "By when they were created without it." })
    orderBy: SubscriberOrder | null,
    @Arg("direction", () => SortDirectionEnum, { nullable: true, description: "The latest first without it." })
    direction: SortDirection | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<object> {
    const page = await listSubscribers(signedIn(request), { filter, orderBy, direction, first, after });
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toSubscriber(node) }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Requires("subscriber.edit")
  @Query(() => PrecheckType, {
    description: "Whether a subscriber could be created: all that `createSubscriber` checks, and nothing is written.",
  })
  async precheckSubscriber(
    @Arg("input", () => PrecheckSubscriberInputType, { description: "The subscriber." })
    input: PrecheckSubscriberInputType,
    @Ctx() request: RequestContext,
  ): Promise<PrecheckType> {
    const problems = await precheckSubscriber(signedIn(request), input);
    return { isAccepted: problems.length === 0, problems: problems.map(toUserError) };
  }

  @FieldResolver(() => CustomerType, { description: "Whose person they are." })
  async customer(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<CustomerType> {
    const customer = await customerById(request).load(row.customer);
    invariant(customer !== null, "whoever sees a subscriber sees their customer");
    return toCustomer(customer);
  }

  @FieldResolver(() => ServiceNode, { description: "What they have: named by their address, and charged by the day." })
  async service(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<ServiceNode> {
    const service = await serviceById(request).load(row.service);
    invariant(service !== null, "whoever sees a subscriber sees their service");
    return service;
  }

  @FieldResolver(() => OfferingType, { description: "The package that they have." })
  package(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<OfferingType> {
    return offeringOf(request, row);
  }

  @FieldResolver(() => OfferingType, {
    nullable: true,
    description: "The package that they are about to have instead; null when none is on its way.",
  })
  nextPackage(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<OfferingType | null> {
    const { id, path, wanted = null } = row;
    return wanted === null ? Promise.resolve(null) : offeringOf(request, { id, path, offering: wanted });
  }

  @FieldResolver(() => [SubscriberAddonType], { description: "What they have beside it, in the order it was added." })
  async addons(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<SubscriberAddonType[]> {
    return (await addonsOfSubscriber(request).load(row.id)).map(toSubscriberAddon);
  }

  @FieldResolver(() => Boolean, {
    description: "Nobody can be called: the package has calling, and there is neither phone nor extension.",
  })
  async isUnreachable(@Root() { row }: SubscriberType, @Ctx() request: RequestContext): Promise<boolean> {
    if (row.phone != null || row.extension != null) return false;
    return (await termsOfSubscriber(request).load(row.id))?.calling ?? false;
  }
}

@Resolver(() => SubscriberAddonType)
export class SubscriberAddonResolver {
  @FieldResolver(() => OfferingType, { description: "The add-on." })
  offering(@Root() { row }: SubscriberAddonType, @Ctx() request: RequestContext): Promise<OfferingType> {
    return offeringOf(request, row);
  }
}

@Resolver(() => SubscriberConnectionType)
export class SubscriberConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many subscribers match." })
  totalCount(@Root() page: SubscriberPage): Promise<TotalCountType> {
    return page.countAll();
  }
}
