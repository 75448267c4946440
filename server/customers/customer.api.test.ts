import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { recordAudit } from "../audit/record.ts";
import { askAs, customersOfTests, jane, partsOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { statementsOf } from "../testkit/statements.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const cus = (key: keyof typeof customersOfTests) => encodeId("cus", customersOfTests[key].id);
const ctc = (key: keyof typeof partsOfTests.contacts) => encodeId("ctc", partsOfTests.contacts[key]);
const sit = (key: keyof typeof partsOfTests.sites) => encodeId("sit", partsOfTests.sites[key]);

// The answers of these documents are read by the assertions, field by field.
type Data = Record<string, Record<string, unknown> & { userErrors?: { code: string; path: string[] }[] }>;

async function ask(user: string, document: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await world.graphql(user, document, variables);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Data;
}

async function codeOf(user: string, document: string, variables: Record<string, unknown> = {}): Promise<string> {
  const { errors } = await world.graphql(user, document, variables);
  return (
    (errors?.[0]?.originalError as { code?: string } | undefined)?.code ?? String(errors?.[0]?.message ?? "no error")
  );
}

test("OX7: a customer's page has contacts, sites, payment methods, tier path and activity, each by its own field", async () => {
  const { customer } = await ask(
    "agent@acme.test",
    `query ($id: ID!) { customer(id: $id) {
    number label kind state homeCountry version createdVia reseller { key } tierPath { key isCurrent }
    contacts { id name roles email } sites { name address { line1 city country } } paymentMethods { brand } tags attributes { key }
    activity(first: 5) { nodes { operation } totalCount { value } }
  } }`,
    { id: cus("johnson") },
  );
  expect(customer).toEqual({
    number: 789,
    label: "Johnson Enterprises (ID: 789)",
    kind: "BUSINESS",
    state: "ACTIVE",
    homeCountry: "GB",
    version: 1,
    createdVia: "CONSOLE",
    reseller: { key: "acme" },
    tierPath: [
      { key: "tierline", isCurrent: false },
      { key: "nord", isCurrent: false },
      { key: "acme", isCurrent: true },
    ],
    contacts: [
      { id: ctc("jane"), name: "Jane Doe", roles: ["BILLING"], email: "jane@acme.com" },
      { id: ctc("bob"), name: "Bob Smith", roles: ["TECHNICAL"], email: "bob@acme.com" },
    ],
    sites: [
      { name: "London Office", address: { line1: "123 Main St", city: "London", country: "GB" } },
      { name: "Leeds Depot", address: null },
    ],
    paymentMethods: [],
    tags: [],
    attributes: [],
    activity: { nodes: [], totalCount: { value: 0 } },
  });
});

test("O37: a business's site list shows two, and contacts carry their roles but are all there to choose", async () => {
  const { customer } = await ask(
    "agent@acme.test",
    "query ($id: ID!) { customer(id: $id) { sites { id name } contacts { name roles } } }",
    { id: cus("johnson") },
  );
  expect(customer).toEqual({
    sites: [
      { id: sit("london"), name: "London Office" },
      { id: sit("leeds"), name: "Leeds Depot" },
    ],
    contacts: [
      { name: "Jane Doe", roles: ["BILLING"] },
      { name: "Bob Smith", roles: ["TECHNICAL"] },
    ],
  });
});

test("O10: a page that knows its customer reads it by its id, so that nobody has to search", async () => {
  expect(
    (await ask("agent@acme.test", "query ($id: ID!) { customer(id: $id) { label } }", { id: cus("johnSmith") }))[
      "customer"
    ],
  ).toEqual({ label: "John Smith (ID: 123)" });
});

test("a payment method shows its kind, brand and last four, and no more is known of it", async () => {
  const { customer } = await ask(
    "agent@acme.test",
    "query ($id: ID!) { customer(id: $id) { paymentMethods { id kind brand lastFour expiresOn isDefault } } }",
    { id: cus("johnSmith") },
  );
  expect(customer?.["paymentMethods"]).toEqual([
    {
      id: encodeId("pmt", partsOfTests.card),
      kind: "CARD",
      brand: "Visa",
      lastFour: "4242",
      expiresOn: "2028-01-31",
      isDefault: true,
    },
  ]);
});

test("a page of customers with all their parts costs the same number of statements as one customer", async () => {
  const document = `query ($first: Int!) { customers(first: $first) { nodes { label reseller { name } tierPath { name } contacts { name } sites { name }
    paymentMethods { brand } activity(first: 3) { nodes { operation } totalCount { value } } } } }`;
  const statements = async (first: number) =>
    (await statementsOf(world.orm, () => world.graphql("ops@tierline.test", document, { first }))).length;
  const one = await statements(1);
  expect(one).toBeGreaterThan(3);
  expect(await statements(4)).toBe(one);
});

test("OX7: activity tells who did what, newest first, page by page, and only to those who may see it", async () => {
  const { path, id } = { path: pathOf(customersOfTests.johnDoe), id: customersOfTests.johnDoe.id };
  for (let index = 0; index < 5; index += 1) {
    world.clock.advance({ seconds: 1 });
    await transaction(world.as("owner@acme.test"), (tx) =>
      recordAudit(tx, {
        operation: `test.${index}`,
        subjectKind: "customer",
        subjectId: id,
        subject: "x",
        changes: [{ field: "a", before: null, after: "b" }],
        path,
      }),
    );
  }
  const document = `query ($id: ID!, $after: String) { customer(id: $id) { activity(first: 2, after: $after) {
    nodes { actor operation channel changes { field before after } subjectId } pageInfo { hasNextPage endCursor } totalCount { value isEstimate } } } }`;
  interface Activity {
    nodes: { operation: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: object;
  }
  const page = async (after: string | null): Promise<Activity> =>
    (await ask("agent@acme.test", document, { id: cus("johnDoe"), after }))["customer"]?.["activity"] as Activity;
  const first = await page(null);
  expect(first.nodes[0]).toEqual({
    actor: "Anna Acme",
    operation: "test.4",
    channel: "CONSOLE",
    changes: [{ field: "a", before: null, after: "b" }],
    subjectId: cus("johnDoe"),
  });
  expect(first.totalCount).toEqual({ value: 5, isEstimate: false });
  const second = await page(first.pageInfo.endCursor);
  const third = await page(second.pageInfo.endCursor);
  expect([...first.nodes, ...second.nodes, ...third.nodes].map(({ operation }) => operation)).toEqual([
    "test.4",
    "test.3",
    "test.2",
    "test.1",
    "test.0",
  ]);
  expect(third.pageInfo.hasNextPage).toBe(false);
  expect(await codeOf("agent@acme.test", document, { id: cus("johnDoe"), after: "eyJ9" })).toBe("BAD_USER_INPUT");
  const { errors } = await askAs(world, jane, document, { id: cus("johnson") });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("U14: whatever lies outside the tier answers as what never was", async () => {
  const never = encodeId("cus", crypto.randomUUID());
  for (const id of [cus("johnnyBeta"), never, "cus_", encodeId("rsl", customersOfTests.johnSmith.id), "", "\0"]) {
    expect(
      (await ask("agent@acme.test", "query ($id: ID!) { customer(id: $id) { name } }", { id }))["customer"],
    ).toBeNull();
    expect(
      (await ask("agent@acme.test", "query ($id: ID!) { node(id: $id) { id } }", { id }))["node"] ?? null,
    ).toBeNull();
  }
  const ids = [cus("johnSmith"), ctc("jane"), sit("london"), encodeId("pmt", partsOfTests.card)];
  expect((await ask("agent@acme.test", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids }))["nodes"]).toEqual(
    ids.map((id) => ({ id })),
  );
  expect((await ask("owner@beta.test", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids }))["nodes"]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const { data } = await askAs(world, jane, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
    ids: [cus("johnson"), ...ids],
  });
  expect(data).toEqual({ nodes: [{ id: cus("johnson") }, null, { id: ctc("jane") }, { id: sit("london") }, null] });
});

test("nobody who is signed out reads a customer", async () => {
  const { errors } = await world.graphql(null, "{ customers(first: 1) { nodes { id } } }");
  expect(errors?.[0]?.originalError).toMatchObject({ code: "UNAUTHENTICATED" });
});

test("customers are listed by name, number or age, page by page, without a gap", async () => {
  const document =
    "query ($by: CustomerOrder, $after: String) { customers(first: 2, orderBy: $by, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } totalCount { value } } }";
  interface Page {
    nodes: { number: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
    totalCount: { value: number };
  }
  const all = async (by: string) => {
    const seen: number[] = [];
    for (let after: string | null = null; ;) {
      const page = (await ask("ops@tierline.test", document, { by, after }))["customers"] as unknown as Page;
      expect(page.totalCount.value).toBe(4);
      seen.push(...page.nodes.map(({ number }) => number));
      if (!page.pageInfo.hasNextPage) return seen;
      after = page.pageInfo.endCursor;
    }
  };
  expect(await all("NAME")).toEqual([456, 123, 900, 789]);
  expect(await all("NUMBER")).toEqual([123, 456, 789, 900]);
  expect((await all("NEWEST")).toSorted((a, b) => a - b)).toEqual([123, 456, 789, 900]);
  for (const after of [
    "bm9uc2Vuc2U",
    Buffer.from('["a","b"]').toString("base64url"),
    Buffer.from('[1e99,"x"]').toString("base64url"),
  ]) {
    expect(await codeOf("ops@tierline.test", document, { by: "NUMBER", after })).toBe("BAD_USER_INPUT");
    expect(await codeOf("ops@tierline.test", document, { by: "NEWEST", after })).toBe("BAD_USER_INPUT");
  }
});

test("createCustomer and updateCustomer answer with the customer as it is then", async () => {
  const create =
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id label version contacts { name } } userErrors { code } } }";
  const created = (
    await ask("agent@acme.test", create, {
      input: {
        idempotencyKey: "n1",
        kind: "BUSINESS",
        name: "New Ltd",
        homeCountry: "FR",
        contacts: [
          { name: "Zed", roles: ["BILLING"] },
          { name: "Abe", roles: ["TECHNICAL"] },
        ],
      },
    })
  )["createCustomer"];
  expect(created).toMatchObject({
    customer: { label: "New Ltd (ID: 790)", version: 1, contacts: [{ name: "Zed" }, { name: "Abe" }] },
    userErrors: [],
  });
  const { id } = created!["customer"] as { id: string };
  const update =
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { name email version } userErrors { code path } } }";
  expect(
    (await ask("agent@acme.test", update, { input: { id, version: 1, email: "hi@new.example" } }))["updateCustomer"],
  ).toEqual({ customer: { name: "New Ltd", email: "hi@new.example", version: 2 }, userErrors: [] });
  expect((await ask("agent@acme.test", update, { input: { id, version: 1, name: "Old" } }))["updateCustomer"]).toEqual({
    customer: null,
    userErrors: [{ code: "STALE", path: ["version"] }],
  });
  expect(
    await codeOf("owner@beta.test", create, {
      input: {
        idempotencyKey: "n2",
        resellerId: encodeId("rsl", resellersOfTests.acme.id),
        kind: "BUSINESS",
        name: "x",
        homeCountry: "GB",
      },
    }),
  ).toBe("NOT_FOUND");
});
