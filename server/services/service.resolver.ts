import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from "type-graphql";
import { auditOf } from "../audit/audit-trail.ts";
import { AuditEntryConnectionType } from "../audit/audit.type.ts";
import { offeringOf } from "../catalog/offering-loaders.ts";
import { OfferingType } from "../catalog/offering.type.ts";
import { customerById, siteById } from "../customers/customer-loaders.ts";
import { SiteType, toSite } from "../customers/customer-parts.type.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { itemsOfService } from "../inventory/inventory-loaders.ts";
import { InventoryItemType, toItemType } from "../inventory/item.type.ts";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires, require } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { lineCountOf } from "./customer-lines.ts";
import { listServices, servicesOfCustomer, type ServicePage, type TabCount } from "./list-services.ts";
import { addonsOfService, secretsOfService, serviceById } from "./service-rows.ts";
import {
  ServiceAddonType,
  ServiceConnectionType,
  ServiceFilterInput,
  ServiceNode,
  ServiceSecretType,
  ServiceStateCountType,
  toServiceAddon,
} from "./service.type.ts";
import { watchService } from "./watch-service.ts";

@Resolver(() => ServiceNode)
export class ServiceResolver {
  @Requires("service.view")
  @Query(() => ServiceNode, { nullable: true, description: "A service; null when none with this id exists for you." })
  async service(
    @Arg("id", () => ID, { description: "Id of the service." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ServiceNode | null> {
    const uuid = decodeId("svc", id);
    return uuid === null ? null : serviceById(context).load(uuid);
  }

  @Requires("service.view")
  @Query(() => ServiceConnectionType, { description: "Services of your tier, newest first." })
  services(
    @Arg("filter", () => ServiceFilterInput, { nullable: true, description: "Which services." })
    filter: ServiceFilterInput | null,
    @Arg("search", () => String, {
      nullable: true,
      description:
        "A part of its name or of the customer's, a number, an id, or a phone's digits from their beginning or end.",
    })
    search: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<ServicePage> {
    return listServices(signedIn(context), { filter, search, first, after });
  }

  @Requires("service.view")
  @Subscription(() => ServiceNode, {
    name: "service",
    description:
      "A service at once and after every change, balances included: whole states, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "service.view");
      const id = decodeId("svc", String(args["id"]));
      return eventsOf(context, (signal) => watchService(signedIn(context), id, signal));
    },
  })
  serviceChanges(
    @Root() service: ServiceNode,
    @Arg("id", () => ID, { description: "Id of the service." }) _id: string,
  ): ServiceNode {
    return service;
  }

  @FieldResolver(() => CustomerType, { description: "The customer who has it." })
  async customer(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<CustomerType> {
    const customer = await customerById(context).load(row.customer);
    invariant(customer !== null, "whoever sees a service sees its customer");
    return toCustomer(customer);
  }

  @FieldResolver(() => OfferingType, { description: "The plan that it was ordered as." })
  offering(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<OfferingType> {
    return offeringOf(context, row);
  }

  @FieldResolver(() => SiteType, { nullable: true, description: "Where it is used; null when that was not asked." })
  async site(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<SiteType | null> {
    const site = row.site == null ? null : await siteById(context).load(row.site);
    return site === null ? null : toSite(site);
  }

  @FieldResolver(() => [InventoryItemType], { description: "What it uses from stock: SIM, number, modem." })
  async items(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<InventoryItemType[]> {
    return (await itemsOfService(context).load(row.id)).map(toItemType);
  }

  @FieldResolver(() => [ServiceAddonType], { description: "The add-ons that it has, oldest first." })
  async addons(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<ServiceAddonType[]> {
    return (await addonsOfService(context).load(row.id)).map(toServiceAddon);
  }

  @Requires("service.reveal")
  @FieldResolver(() => [ServiceSecretType], {
    description: "The passwords that provisioning has made for it: each can be shown once, by `revealServiceSecret`.",
  })
  async secrets(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<ServiceSecretType[]> {
    const rows = await secretsOfService(context).load(row.id);
    return rows.map(({ key, createdAt, shownAt = null, shownTo = null }) => ({ key, createdAt, shownAt, shownTo }));
  }

  @FieldResolver(() => [TierNodeType], { description: "The resellers above it, from the operator down." })
  tierPath(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, row.path);
  }

  @Requires("audit.view")
  @FieldResolver(() => AuditEntryConnectionType, { description: "What was done to it, newest first." })
  activity(
    @Root() { row }: ServiceNode,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return auditOf(context, row.id, { first, after });
  }
}

@Resolver(() => ServiceAddonType)
export class ServiceAddonResolver {
  @FieldResolver(() => OfferingType, { description: "What was added." })
  offering(@Root() { row }: ServiceAddonType, @Ctx() context: RequestContext): Promise<OfferingType> {
    return offeringOf(context, row);
  }
}

@Resolver(() => ServiceConnectionType)
export class ServiceConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many services match." })
  totalCount(@Root() page: ServicePage): Promise<TotalCountType> {
    return page.countAll();
  }

  @FieldResolver(() => [ServiceStateCountType], {
    description: "How many each tab would show under the same search and filter; the tabs besides ALL sum up to it.",
  })
  tabCounts(@Root() page: ServicePage): Promise<readonly TabCount[]> {
    return page.countTabs();
  }
}

@Resolver(() => CustomerType)
export class CustomerServicesResolver {
  @Requires("service.view")
  @FieldResolver(() => Int, {
    description: "Lines that it has or that are being made, of which `linesMax` may not be exceeded.",
  })
  async lineCount(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<number> {
    return (await lineCountOf(request).load(row.id)) ?? 0;
  }

  @Requires("service.view")
  @FieldResolver(() => ServiceConnectionType, { description: "What the customer has, newest first." })
  services(
    @Root() { row }: CustomerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("filter", () => ServiceFilterInput, { nullable: true, description: "Which services." })
    filter: ServiceFilterInput | null,
    @Ctx() context: RequestContext,
  ): Promise<ServicePage> {
    return servicesOfCustomer(context, row.id, { filter, first, after });
  }
}
