import { graphql, type ExecutionResult } from "graphql";
import { isDelegated } from "@tierline/shared/delegation.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { ContactEntity, PaymentMethodEntity, SiteEntity } from "../customers/customer-parts.entity.ts";
import { customerPath, insertCustomers, type NewCustomer } from "../customers/insert-customers.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { resellersOfTests, type TestReseller } from "./tree.ts";
import { nothingSpent, t0, type World } from "./world.ts";

function uuid(kind: number, number: number): string {
  return `019a0000-000${kind}-7000-8000-${String(number).padStart(12, "0")}`;
}

function customer(at: TestReseller, number: number, name: string, more: Partial<NewCustomer> = {}): NewCustomer {
  const { id: resellerId, path: resellerPath } = resellersOfTests[at];
  const base = {
    kind: "INDIVIDUAL",
    email: null,
    phone: null,
    homeCountry: "GB",
    language: "en",
    createdVia: "CONSOLE",
  } as const;
  return { ...base, id: uuid(3, number), resellerId, resellerPath, number, name, createdAt: t0, ...more };
}

/** The customers of the mission's fixture: three of Acme, one of Beta. */
export const customersOfTests = {
  johnSmith: customer("acme", 123, "John Smith", { email: "john.smith@example.com", phone: "+1234567890" }),
  johnDoe: customer("acme", 456, "John Doe"),
  johnson: customer("acme", 789, "Johnson Enterprises", { kind: "BUSINESS" }),
  johnnyBeta: customer("beta", 900, "Johnny Beta"),
} as const;

export function pathOf({ resellerPath, number }: NewCustomer): string {
  return customerPath(resellerPath, number);
}

const contactIds = { jane: uuid(4, 1), bob: uuid(4, 2) };
const siteIds = { london: uuid(5, 1), leeds: uuid(5, 2) };
export const partsOfTests = { contacts: contactIds, sites: siteIds, card: uuid(6, 1) } as const;

/** Johnson Enterprises has its contacts and sites, John Smith a card. */
export async function plantCustomers(world: World): Promise<void> {
  const { em } = world.system();
  await insertCustomers(em, Object.values(customersOfTests));
  const part = { path: pathOf(customersOfTests.johnson), customer: customersOfTests.johnson.id, version: 1 };
  await em.insertMany(ContactEntity, [
    { ...part, id: contactIds.jane, name: "Jane Doe", roles: ["BILLING"], email: "jane@acme.com", phone: null },
    { ...part, id: contactIds.bob, name: "Bob Smith", roles: ["TECHNICAL"], email: "bob@acme.com", phone: null },
  ]);
  const address = { line1: "123 Main St", line2: null, city: "London", region: null, postalCode: null, country: "GB" };
  await em.insertMany(SiteEntity, [
    { ...part, id: siteIds.london, name: "London Office", address },
    { ...part, id: siteIds.leeds, name: "Leeds Depot", address: null },
  ]);
  await em.insert(PaymentMethodEntity, {
    id: partsOfTests.card,
    path: pathOf(customersOfTests.johnSmith),
    customer: customersOfTests.johnSmith.id,
    kind: "CARD",
    brand: "Visa",
    lastFour: "4242",
    expiresOn: "2028-01-31",
    isDefault: true,
    reference: "pm_card_visa",
    holder: "cus_1",
  });
}

/** Jane, the customer's own user of Johnson Enterprises, about whom nothing was decided. */
export const jane: Viewer = {
  userId: uuid(2, 99),
  name: "Jane Doe",
  email: "jane@johnson.test",
  role: "CUSTOMER_USER",
  resellerId: resellersOfTests.acme.id,
  customerId: customersOfTests.johnson.id,
  path: pathOf(customersOfTests.johnson),
  onlyCustomers: null,
  onBehalfOf: null,
  permissions: new Set(permissionsOf("CUSTOMER_USER").filter((key) => isDelegated(null, key))),
  withheld: new Map(),
  language: null,
  channel: "CONSOLE",
  sessionId: null,
};

/** A GraphQL operation as a viewer who is not one of the tree's users. */
export function askAs(
  world: World,
  viewer: Viewer,
  source: string,
  variables: Record<string, unknown> = {},
): Promise<ExecutionResult> {
  const contextValue: RequestContext = {
    ...world.viewing(viewer),
    language: "en",
    loaders: new Map(),
    http: null,
    leftOf: nothingSpent,
  };
  return graphql({ schema: world.schema, source, variableValues: variables, contextValue });
}
