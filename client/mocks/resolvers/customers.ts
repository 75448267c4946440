import { demoPlaces } from "@tierline/shared/demo/postal-places.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { labelOf } from "@tierline/shared/customer-label.ts";
import { phoneMatches } from "@tierline/shared/phone-number.ts";
import { demoRates } from "@tierline/shared/demo/rates.ts";
import type { CustomerActivityArgs, CustomerServicesArgs, QueryCustomersArgs } from "../../api/generated/schema.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, newestFirst, pageOf, type Paging } from "../paging.ts";
import { asked, refuseUnless, resellerOf, seen, type World } from "../world.ts";
import { tierPathOf } from "./viewer.ts";

/** O11: by number, name, e-mail, or phone from the beginning or the end. */
export function findsCustomer(search: string | null | undefined, customer: Demo.DemoCustomer): boolean {
  const text = (search ?? "").trim();
  if (text === "") return true;
  const { number, name, email, phone, homeCountry } = customer;
  return (
    mentions(text, name, email) || String(number) === text || (phone !== null && phoneMatches(text, phone, homeCountry))
  );
}

/** Those that are found, in the order of the words that were: "johnny" before "johnson". */
export function foundCustomers(world: World, search: string): Demo.DemoCustomer[] {
  const wanted = search.trim().toLowerCase();
  const wordOf = ({ name }: Demo.DemoCustomer): string =>
    name
      .toLowerCase()
      .split(/\s+/)
      .find((word) => word.startsWith(wanted)) ?? "";
  const found = seen(world, world.customers).filter((customer) => findsCustomer(wanted, customer));
  return byText(
    found.toSorted((a, b) => a.number - b.number),
    (customer) => `${wordOf(customer)} ${customer.path.slice(0, customer.path.lastIndexOf("c"))}`,
  );
}

/** What people did to a customer and all that is theirs. */
function activityOf(world: World, { path }: Demo.DemoCustomer, paging: Paging) {
  const entries = newestFirst(
    world.trail.filter((entry) => entry.path === path),
    ({ at }) => at,
  );
  return pageOf(entries, paging);
}

function ofCustomer<T extends { readonly customerId: string | null }>(rows: Iterable<T>, { id }: Demo.DemoCustomer) {
  return [...rows].filter(({ customerId }) => customerId === id);
}

function inOrder(rows: readonly Demo.DemoCustomer[], orderBy: QueryCustomersArgs["orderBy"]): Demo.DemoCustomer[] {
  if (orderBy === "NEWEST") return newestFirst(rows, ({ createdAt }) => createdAt);
  return rows.toSorted((a, b) => (orderBy === "NUMBER" ? a.number - b.number : a.name.localeCompare(b.name)));
}

export const customers = {
  Customer: fieldsOf<Demo.DemoCustomer>({
    label: labelOf,
    version: () => 1,
    domains: () => [],
    onboardingTemplate: () => null,
    pbxType: () => null,
    businessType: () => null,
    delegated: (_, __, world) => {
      refuseUnless(world, "customer.delegate");
      return null;
    },
    simultaneousCalls: (_, __, world) => {
      refuseUnless(world, "customer.delegate");
      return null;
    },
    hasRatePlan: (customer, _, world) => {
      refuseUnless(world, "rate.view");
      const { path: seller } = resellerOf(world, customer);
      return demoRates(world.startedAt).plans.some(
        ({ path, customerId }) => path === seller && (customerId === null || customerId === customer.id),
      );
    },
    linesMax: () => null,
    lineCount: (customer, _, world) =>
      ofCustomer(world.services.values(), customer).filter(
        ({ serviceType, state }) => serviceType === "VOIP" && state !== "TERMINATED",
      ).length,
    dependents: (customer, _, world) => {
      refuseUnless(world, "customer.deactivate");
      return {
        people: world.users.filter(({ customerId }) => customerId === customer.id).length,
        services: ofCustomer(world.services.values(), customer).filter(({ state }) => state !== "TERMINATED").length,
      };
    },
    reseller: (customer, _, world) => resellerOf(world, customer),
    tierPath: ({ path }, _, world) => tierPathOf(world, path),
    services: (customer, { filter, ...paging }: CustomerServicesArgs, world) => {
      const types = filter?.serviceType;
      const rows = ofCustomer(world.services.values(), customer).filter(
        ({ serviceType, state }) =>
          (types === null || types === undefined || types.includes(serviceType)) &&
          (filter?.withoutRatePlan !== true || (serviceType === "VOIP" && state !== "TERMINATED")),
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
    activity: (customer, paging: CustomerActivityArgs, world) => activityOf(world, customer, paging),
  }),
  Query: fieldsOf<unknown>({
    customer: (_, { id }: { id: string }, world) => asked(seen(world, world.customers), "cus", id),
    /** Nothing is checked here, since nothing is created. */
    precheckCustomer: (_, __, world) => {
      refuseUnless(world, "customer.create");
      return { isAccepted: true, problems: [] };
    },
    onboardings: (_, __, world) => {
      refuseUnless(world, "customer.create");
      return { nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
    },
    onboarding: (_, __, world) => {
      refuseUnless(world, "customer.create");
      return null;
    },
    /** Nobody has made one yet. */
    onboardingTemplates: (_, __, world) => {
      refuseUnless(world, "customer.create");
      return [];
    },
    postalCodeLookup: (_, { country, postalCode }: { country: string; postalCode: string }) => {
      if (country !== "BR") return { outcome: "UNAVAILABLE", place: null };
      const place = demoPlaces.get(postalCode.replace("-", "")) ?? null;
      return { outcome: place === null ? "UNKNOWN" : "FOUND", place };
    },
    customers(_, { search, filter, orderBy, ...paging }: QueryCustomersArgs, world) {
      const reseller = asked(world.resellers, "rsl", filter?.resellerId);
      const isSearched = (search ?? "").trim() !== "";
      const rows = (isSearched ? foundCustomers(world, search ?? "") : seen(world, world.customers)).filter(
        (customer) =>
          (filter?.kind == null || customer.kind === filter.kind) &&
          (filter?.country == null || customer.homeCountry === filter.country) &&
          (filter?.tag == null || customer.tags.includes(filter.tag)) &&
          (filter?.state == null || filter.state.includes(customer.state)) &&
          (reseller === null || customer.resellerId === reseller.id) &&
          filter?.isInternal !== true,
      );
      const sorted = isSearched ? rows : inOrder(rows, orderBy);
      return { ...pageOf(sorted, paging), suggestions: [] };
    },
  }),
};
