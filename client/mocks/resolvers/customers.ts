import type * as Demo from "@tierline/shared/demo/model.ts";
import { phoneMatches } from "@tierline/shared/phone-number.ts";
import type { CustomerActivityArgs, CustomerServicesArgs, QueryCustomersArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, newestFirst, pageOf, type Paging } from "../paging.ts";
import { asked, resellerOf, seen, type World } from "../world.ts";
import { tierPathOf } from "./viewer.ts";

export function labelOf({ name, number }: Demo.DemoCustomer): string {
  return `${name} (ID: ${number})`;
}

/** O11: by number, name, e-mail, or phone from the beginning or the end. */
export function findsCustomer(search: string | null | undefined, customer: Demo.DemoCustomer): boolean {
  const text = (search ?? "").trim();
  if (text === "") return true;
  const { number, name, email, phone, homeCountry } = customer;
  return (
    mentions(text, name, email) || String(number) === text || (phone !== null && phoneMatches(text, phone, homeCountry))
  );
}

/** What people did, as far as the world's orders tell. */
export function activityOf(world: World, isMeant: (order: Demo.DemoOrder) => boolean, paging: Paging) {
  const orders = newestFirst([...world.orders.values()].filter(isMeant), ({ placedAt }) => placedAt);
  const entries = orders.map((order) => ({
    id: order.id,
    at: order.placedAt,
    actor: order.placedByName,
    onBehalfOf: null,
    channel: order.channel,
    operation: "order.place",
    subject: `Order ${order.number}`,
    subjectId: null,
    note: null,
    requestId: null,
    changes: [],
  }));
  return pageOf(entries, paging);
}

function ofCustomer<T extends { readonly customerId: string | null }>(rows: Iterable<T>, { id }: Demo.DemoCustomer) {
  return [...rows].filter(({ customerId }) => customerId === id);
}

export const customers = {
  Customer: fieldsOf<Demo.DemoCustomer>({
    label: labelOf,
    version: () => 1,
    reseller: (customer, _, world) => resellerOf(world, customer),
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    services: (customer, { filter, ...paging }: CustomerServicesArgs, world) => {
      const types = filter?.serviceType;
      const rows = ofCustomer(world.services.values(), customer).filter(
        ({ serviceType }) => types === null || types === undefined || types.includes(serviceType),
      );
      return {
        ...pageOf(
          newestFirst(rows, ({ createdAt }) => createdAt),
          paging,
        ),
        tabCounts: [],
      };
    },
    orders: (customer, paging: Paging, world) =>
      pageOf(
        newestFirst(ofCustomer(world.orders.values(), customer), ({ placedAt }) => placedAt),
        paging,
      ),
    provisioningRuns: (customer, paging: Paging, world) => ({
      ...pageOf(
        newestFirst(ofCustomer(world.runs.values(), customer), ({ queuedAt }) => queuedAt),
        paging,
      ),
      errorGroups: [],
    }),
    inventoryItems: (customer, paging: Paging, world) => ({
      ...pageOf(
        byText(ofCustomer(world.items.values(), customer), ({ label }) => label),
        paging,
      ),
      counts: [],
    }),
    activity: ({ id }, paging: CustomerActivityArgs, world) =>
      activityOf(world, ({ customerId }) => customerId === id, paging),
  }),
  Query: fieldsOf<unknown>({
    customer: (_, { id }: { id: string }, world) => asked(seen(world, world.customers), "cus", id),
    customers(_, { search, filter, orderBy, ...paging }: QueryCustomersArgs, world) {
      const reseller = asked(world.resellers, "rsl", filter?.resellerId);
      const rows = seen(world, world.customers).filter(
        (customer) =>
          findsCustomer(search, customer) &&
          (filter?.kind == null || customer.kind === filter.kind) &&
          (filter?.country == null || customer.homeCountry === filter.country) &&
          (filter?.tag == null || customer.tags.includes(filter.tag)) &&
          (filter?.state == null || filter.state.includes(customer.state)) &&
          (reseller === null || customer.resellerId === reseller.id),
      );
      const byNumber = orderBy === "NUMBER" || (search ?? "").trim() !== "";
      const sorted =
        orderBy === "NEWEST"
          ? newestFirst(rows, ({ createdAt }) => createdAt)
          : rows.toSorted((a, b) => (byNumber ? a.number - b.number : a.name.localeCompare(b.name)));
      return { ...pageOf(sorted, paging), suggestions: [] };
    },
  }),
};
