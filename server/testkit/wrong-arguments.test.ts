import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { encodeId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { templatesOfTests } from "./catalog-of-tests.ts";
import { givePasswords, liveServer } from "./live-server.ts";
import { ids, openShop } from "./shop.ts";
import { rootFields, type Root } from "./sweep-document.ts";
import { fingerprintOf } from "./sweep-world.ts";
import { resellersOfTests } from "./tree.ts";

// Arguments that are wrong by their kind, that are missing, too large or there twice: over HTTP, as a stranger would send them.

const shop = await openShop();
const { world } = shop;
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const headers = { cookie: await server.signIn("owner@acme.test") };

interface Wrong {
  readonly what: string;
  readonly variables: Record<string, unknown>;
}

const fields = rootFields(world.schema).filter(({ root, field }) => root !== "Subscription" && field.args.length > 0);

/** Something that fits the type, with no more than it asks for. */
function fitting(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return fitting(type.ofType);
  if (isListType(type)) return [fitting(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((each) => isNonNullType(each.type));
    return Object.fromEntries(needed.map((each) => [each.name, fitting(each.type)]));
  }
  return (
    { Int: 1, Boolean: true, Decimal: "1.00", Date: "2026-11-22", DateTime: "2026-11-22T00:00:00Z" }[type.name] ?? "x"
  );
}

/** Of a value of this type, all the ways in which exactly one thing in it is wrong. */
function* wrongOnes(type: GraphQLInputType, path: string): Generator<{ what: string; value: unknown }> {
  if (isNonNullType(type)) {
    yield { what: `${path} is null`, value: null };
    yield* wrongOnes(type.ofType, path);
  } else if (isListType(type)) {
    for (const { what, value } of wrongOnes(type.ofType, path)) yield { what: `${what} in a list`, value: [value] };
  } else if (isInputObjectType(type)) {
    const whole = fitting(type) as Record<string, unknown>;
    yield { what: `${path} is a text`, value: "x" };
    yield { what: `${path} has a field that is none`, value: { ...whole, noSuchField: 1 } };
    for (const { name, type: inner } of Object.values(type.getFields())) {
      if (isNonNullType(inner)) {
        const { [name]: _left, ...rest } = whole;
        yield { what: `${path}.${name} is missing`, value: rest };
      }
      for (const { what, value } of wrongOnes(inner, `${path}.${name}`))
        yield { what, value: { ...whole, [name]: value } };
    }
  } else {
    yield { what: `${path} is an object`, value: { a: 1 } };
    const others: Readonly<Record<string, unknown>> = { Int: 1e12, Boolean: "yes", Decimal: "1e3", Date: "2026-02-30" };
    if (type.name in others) yield { what: `${path} is out of its range`, value: others[type.name] };
    if (isEnumType(type)) yield { what: `${path} is no such value`, value: "NO_SUCH_VALUE" };
  }
}

function wrongArgumentsOf({ args }: GraphQLField<unknown, unknown>): Wrong[] {
  const whole = Object.fromEntries(
    args.filter(({ type }) => isNonNullType(type)).map(({ name, type }) => [name, fitting(type)]),
  );
  return args.flatMap(({ name, type }) => {
    const wrong = [...wrongOnes(type, name)].map(({ what, value }) => ({
      what,
      variables: { ...whole, [name]: value },
    }));
    if (!isNonNullType(type)) return wrong;
    const { [name]: _left, ...rest } = whole;
    return [...wrong, { what: `${name} is missing`, variables: rest }];
  });
}

function documentOf(root: Root, { name, args, type }: GraphQLField<unknown, unknown>, isTwice = false): string {
  const variables = args.map((each) => `$${each.name}: ${String(each.type)}`).join(", ");
  const given = [...args, ...(isTwice ? args.slice(0, 1) : [])].map((each) => `${each.name}: $${each.name}`).join(", ");
  const inside = "getFields" in getNamedType(type) || "getTypes" in getNamedType(type) ? "{ __typename }" : "";
  return `${root.toLowerCase()} (${variables}) { ${name}(${given}) ${inside} }`;
}

/** What is said to one request: nothing but a refusal, once. */
async function saidTo(query: string, variables: Record<string, unknown>): Promise<string | null> {
  const { data, errors, status } = await server.post({ query, variables }, headers);
  const isRefused = errors.length === 1 && errors[0]?.extensions?.code === "BAD_USER_INPUT" && status < 500;
  if (isRefused && Object.values(data ?? {}).every((each) => each === null)) return null;
  return `${status} ${JSON.stringify(errors.map(({ message, extensions }) => [extensions?.code, message.slice(0, 120)]))}`;
}

test.each(fields.map(({ root, field }) => ({ name: `${root}.${field.name}`, root, field })))(
  "$name answers arguments that are wrong, missing or there twice with one BAD_USER_INPUT, and writes nothing",
  async ({ root, field }) => {
    const before = await fingerprintOf(shop);
    const query = documentOf(root, field);
    const wrong = wrongArgumentsOf(field);
    expect(wrong.length).toBeGreaterThan(0);
    const said: string[] = [];
    for (const { what, variables } of wrong) {
      const answer = await saidTo(query, variables);
      if (answer !== null) said.push(`${what}: ${answer}`);
    }
    const whole = Object.fromEntries(field.args.map(({ name, type }) => [name, fitting(type)]));
    const twice = await saidTo(documentOf(root, field, true), whole);
    if (twice !== null) said.push(`there twice: ${twice}`);
    expect(said).toEqual([]);
    expect(await fingerprintOf(shop)).toEqual(before);
  },
);

const many = (length: number): string[] => Array.from({ length }, (_, index) => `x${index}`);

test.each([
  ["a page of 101", "query ($first: Int!) { customers(first: $first) { nodes { id } } }", { first: 101 }],
  ["a page of none", "query ($first: Int!) { services(first: $first) { nodes { id } } }", { first: 0 }],
  ["a page of less than none", "query ($first: Int!) { offerings(first: $first) { nodes { id } } }", { first: -1 }],
  [
    "a page of two milliards",
    "query ($first: Int!) { provisioningRuns(first: $first) { nodes { id } } }",
    { first: 2_147_483_647 },
  ],
  [
    "a cursor of nowhere",
    "query ($after: String) { customers(first: 1, after: $after) { nodes { id } } }",
    { after: "x" },
  ],
  ["101 ids", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: many(101) }],
  ["50,000 ids", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: many(50_000) }],
  [
    "a search of 100 kB",
    "query ($search: String) { customers(first: 1, search: $search) { nodes { id } } }",
    { search: "x".repeat(1e5) },
  ],
  ["an argument twice", "{ customers(first: 1, first: 2) { nodes { id } } }", {}],
  ["a field twice in one input", '{ customers(first: 1, filter: { tag: "a", tag: "b" }) { nodes { id } } }', {}],
  ["a variable twice", "query ($a: Int!, $a: Int!) { customers(first: $a) { nodes { id } } }", { a: 1 }],
  ["a variable that is none", "{ customers(first: $first) { nodes { id } } }", { first: 1 }],
])("%s is one BAD_USER_INPUT", async (_what, query, variables) => {
  expect(await saidTo(query, variables)).toBeNull();
});

const keyed = { idempotencyKey: "huge" };
const order = { offeringId: ids.p4, customerId: ids.johnson, quoteFingerprint: "x", ...keyed };
const newCustomer = { kind: "BUSINESS", name: "A", homeCountry: "GB", ...keyed };
const template = encodeId("tpl", templatesOfTests.modem.id);
const north = encodeId("rsl", resellersOfTests.acmeNorth.id);

test.each([
  [
    "addInventoryItems",
    { templateId: template, items: many(501).map((identifier) => ({ identifier })), ...keyed },
    "items",
  ],
  ["createCustomer", { ...newCustomer, tags: many(5_000) }, "tags"],
  [
    "createCustomer",
    { ...newCustomer, contacts: many(500).map((name) => ({ name, roles: ["TECHNICAL"] })) },
    "contacts",
  ],
  ["placeOrder", { ...order, reservationIds: many(5_000) }, "reservationIds"],
  ["placeOrder", { ...order, customFields: many(5_000).map((key) => ({ key, value: key })) }, "customFields"],
  ["handInventoryDown", { itemIds: many(5_000), resellerId: north, ...keyed }, "itemIds"],
])("a list far too long in %s is refused at once, and writes nothing", async (mutation, input, where) => {
  const before = await fingerprintOf(shop);
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { userErrors { code path } } }`;
  const { data, errors } = await server.post({ query, variables: { input } }, headers);
  const refusals = (data?.[mutation] as { userErrors: { path: string[] }[] } | null)?.userErrors ?? [];
  const said = [...errors.map(({ extensions }) => extensions?.code), ...refusals.map(({ path }) => path[0])];
  expect([...new Set(said)]).toEqual([where]);
  expect(await fingerprintOf(shop)).toEqual(before);
});
