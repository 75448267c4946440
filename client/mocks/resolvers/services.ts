import type * as Demo from "@tierline/shared/demo/model.ts";
import { serviceTabs, statesOfTab } from "@tierline/shared/service-state.ts";
import type { QueryServicesArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, newestFirst, pageOf, type Paging } from "../paging.ts";
import { asked, needed, refuseUnless, rowOf, seen, type World } from "../world.ts";
import { tierPathOf } from "./viewer.ts";

function itemsOf(world: World, { id }: Demo.DemoService): Demo.DemoItem[] {
  return byText(
    [...world.items.values()].filter(({ serviceId }) => serviceId === id),
    ({ label }) => label,
  );
}

export function findsService(world: World, search: string | null | undefined, service: Demo.DemoService): boolean {
  const customer = rowOf(world.customers, service.customerId);
  const identifiers = itemsOf(world, service).map(({ identifier }) => identifier);
  return mentions(search, service.name, String(service.number), customer?.name ?? null, ...identifiers);
}

function list(_: unknown, { search, filter, ...paging }: QueryServicesArgs, world: World) {
  const customer = asked(world.customers, "cus", filter?.customerId);
  const offering = asked(world.offerings, "ofr", filter?.compatibleWithOfferingId);
  const found = byText(seen(world, world.services.values()), ({ id }) => id)
    .toReversed()
    .filter(
      (service) =>
        (customer === null || service.customerId === customer.id) &&
        (filter?.serviceType == null || filter.serviceType.includes(service.serviceType)) &&
        (offering === null || (service.state === "ACTIVE" && service.serviceType === offering.serviceType)) &&
        findsService(world, search, service),
    );
  const ofTab = (tab: (typeof serviceTabs)[number]) => found.filter(({ state }) => statesOfTab(tab).includes(state));
  return {
    ...pageOf(ofTab(filter?.tab ?? "ALL"), paging),
    tabCounts: serviceTabs.map((tab) => ({ tab, count: ofTab(tab).length })),
  };
}

export const services = {
  Service: fieldsOf<Demo.DemoService>({
    version: () => 1,
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    customer: ({ customerId }, _, world) => rowOf(world.customers, customerId),
    offering: ({ offeringId }, _, world) => rowOf(world.offerings, offeringId),
    simultaneousCallsMax: ({ offeringId }, _, world) => rowOf(world.offerings, offeringId)?.simultaneousCalls ?? null,
    waitingOrder: () => null,
    ending: () => null,
    /** No rate plan of the demo world has free minutes. */
    allowance: (_, __, world) => {
      refuseUnless(world, "balance.view");
      return null;
    },
    order: ({ orderId }, _, world) => world.orders.get(orderId),
    site: ({ customerId, siteId }, _, world) => rowOf(needed(rowOf(world.customers, customerId)).sites, siteId),
    items: (service, _, world) => itemsOf(world, service),
    currentRun: ({ currentRunId }, _, world) => rowOf(world.runs.values(), currentRunId),
    parameters: ({ parameters }) => Object.entries(parameters).map(([key, value]) => ({ key, value })),
    provisioningRuns: ({ id }, paging: Paging, world) => ({
      ...pageOf(
        newestFirst(
          [...world.runs.values()].filter(({ serviceId }) => serviceId === id),
          ({ queuedAt }) => queuedAt,
        ),
        paging,
      ),
      errorGroups: [],
    }),
    /** Passwords that were made before this began were shown long ago, and nothing is made here. */
    secrets: (_, __, world) => {
      refuseUnless(world, "service.reveal");
      return [];
    },
    /** Of a service itself nobody has changed anything yet. */
    activity: (_, paging: Paging) => pageOf([], paging),
  }),
  ServiceAddon: fieldsOf<Demo.DemoServiceAddon>({
    offering: ({ offeringId }, _, world) => rowOf(world.offerings, offeringId),
    order: ({ orderId }, _, world) => rowOf(world.orders.values(), orderId),
  }),
  Query: fieldsOf<unknown>({
    service: (_, { id }: { id: string }, world) => asked(seen(world, world.services.values()), "svc", id),
    services: list,
  }),
  Subscription: fieldsOf<unknown>({
    service: (_, { id }: { id: string }, world) => needed(asked(seen(world, world.services.values()), "svc", id)),
  }),
};
