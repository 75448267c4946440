import { newId } from "@tierline/shared/id.ts";
import type { GraphQLError } from "graphql";
import { expect } from "vitest";
import { AccessError } from "../kernel/rejection.ts";
import type { Shop } from "./shop.ts";

export type Told = readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly state: string;
  readonly isUnreachable: boolean;
  readonly version: number;
  readonly package: { readonly slug: string };
  readonly nextPackage: { readonly slug: string } | null;
  readonly addons: readonly { readonly offering: { readonly slug: string } }[];
  readonly service: { readonly id: string; readonly name: string; readonly state: string };
}

export interface Held {
  readonly offering: { readonly package: { readonly key: string } };
  readonly limit: number | null;
  readonly used: number;
  readonly state: string;
  readonly problem: { readonly code: string; readonly text: string | null } | null;
}

export interface Organisation {
  readonly id: string;
  readonly number: number;
  readonly provisioning: string | null;
  readonly packages: readonly Held[];
}

export interface Answer {
  readonly subscriber?: Person | null;
  readonly customer?: Organisation | null;
  readonly run?: { readonly id: string; readonly number: number } | null;
  readonly userErrors: Told;
}

export const personFields = `id email role state isUnreachable version package { slug } nextPackage { slug }
  addons { offering { slug } } service { id name state }`;
export const organisationFields = `id number provisioning
  packages { offering { package { key } } limit used state problem { code text } }`;
const errors = `userErrors { code message path ... on LimitExceededError { limit used }
  ... on MissingDependencyError { needs } ... on PackageInUseError { users } }`;

function codeOf({ originalError, message }: GraphQLError): string {
  return originalError instanceof AccessError ? originalError.code : message;
}

/** The verbs of packages and people, as a program of Acme's uses them; every answer in one shape. */
export function wholesaleApi({ world }: Pick<Shop, "world">, actor = "agent@acme.test") {
  const ask = async (document: string, variables: Record<string, unknown> = {}, by = actor) => {
    const { data, errors: failed } = await world.graphql(by, document, variables);
    if (failed !== undefined) throw new Error(failed.map(codeOf).join(" "));
    return data as Record<string, never>;
  };
  const verb =
    (name: string, type: string, fields: string) =>
    async (input: object, by = actor) => {
      const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} ${errors} } }`;
      const answer = await ask(document, { input: { idempotencyKey: newId(), ...input } }, by);
      return answer[name] as unknown as Answer;
    };
  const person = `subscriber { ${personFields} } run { id number }`;
  const organisation = `customer { ${organisationFields} }`;
  return {
    ask,
    createCustomer: verb("createCustomer", "CreateCustomerInput", organisation),
    setPackages: verb("setCustomerPackages", "SetCustomerPackagesInput", `${organisation} run { id number }`),
    retryPackages: verb("retryCustomerPackages", "RetryCustomerPackagesInput", `${organisation} run { id number }`),
    create: verb("createSubscriber", "CreateSubscriberInput", person),
    changePackage: verb("changePackage", "ChangePackageInput", person),
    assignAddon: verb("assignAddon", "SubscriberAddonInput", person),
    removeAddon: verb("removeAddon", "SubscriberAddonInput", person),
    remove: verb("deleteSubscriber", "DeleteSubscriberInput", person),
    async customer(id: string) {
      const answer = await ask(`query ($id: ID!) { customer(id: $id) { ${organisationFields} } }`, { id });
      return answer["customer"] as unknown as Organisation;
    },
    async people(customerId: string) {
      const document = `query ($filter: SubscriberFilter) {
        subscribers(first: 100, direction: ASC, filter: $filter) { nodes { ${personFields} } } }`;
      const answer = await ask(document, { filter: { customerId } });
      return (answer["subscribers"] as unknown as { nodes: Person[] }).nodes;
    },
  };
}

export const told = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

/** Enough of a customer for packages with calling. */
export function organisationOf(name: string, packages: Record<string, number | null>, more: object = {}) {
  const domain = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}.example`;
  const address = { line1: "1 Way", city: "London", postalCode: "SW1A 1AA", country: "GB" };
  return {
    kind: "BUSINESS",
    name,
    billingAddress: address,
    primaryEmail: `admin@${domain}`,
    callingLocation: { name: "Office", address, timeZone: "Europe/London", language: "en" },
    packages: Object.entries(packages).map(([key, limit]) => ({ package: key, limit })),
    ...more,
  };
}

export function seatsOf({ packages }: Organisation): Record<string, string> {
  return Object.fromEntries(
    packages.map(({ offering, used, limit }) => [offering.package.key, `${used} / ${limit ?? "∞"}`]),
  );
}

/** The run has done what it was begun for. */
export async function done(shop: Shop, { run, userErrors }: Answer): Promise<void> {
  expect(userErrors).toEqual([]);
  if (run == null) return;
  const { rows } = shop.world.database;
  const [row] = await rows<{ id: string }>(
    "select id from provisioning_run where number = $1 order by queued_at desc limit 1",
    [run.number],
  );
  const ended = await shop.ended(row!.id);
  expect(ended.state, JSON.stringify(ended.error)).toBe("SUCCEEDED");
}
