import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { askAs, customersOfTests, jane, partsOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
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

const written = () =>
  world.database.rows(
    "select (select json_agg(c order by id) from contact c), (select json_agg(s order by id) from site s), (select count(*) from audit_entry), (select count(*) from idempotency)",
  );

const addContact = `mutation ($input: AddContactInput!) { addContact(input: $input) { contact { id name roles email phone } customer { contacts { name } } userErrors { code path } } }`;
const updateContact = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { contact { name roles email } customer { contacts { name } } userErrors { code path } } }`;
const removeContact = `mutation ($input: RemoveContactInput!) { removeContact(input: $input) { customer { contacts { name } } userErrors { code path } } }`;
const addSite = `mutation ($input: AddSiteInput!) { addSite(input: $input) { site { name address { city country } } customer { sites { name } } userErrors { code path } } }`;
const updateSite = `mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { name address { city } } customer { sites { name } } userErrors { code path } } }`;

test("a contact is added, changed and removed, each told in the activity", async () => {
  world.clock.advance({ minutes: 1 });
  const added = await ask("agent@acme.test", addContact, {
    input: {
      customerId: cus("johnson"),
      idempotencyKey: "c1",
      contact: { name: "Ann", roles: ["TECHNICAL"], phone: "020 7946 0018" },
    },
  });
  expect(added["addContact"]).toMatchObject({
    contact: { name: "Ann", email: null, phone: "020 7946 0018" },
    customer: { contacts: [{ name: "Jane Doe" }, { name: "Bob Smith" }, { name: "Ann" }] },
    userErrors: [],
  });
  const again = await ask("agent@acme.test", addContact, {
    input: {
      customerId: cus("johnson"),
      idempotencyKey: "c1",
      contact: { name: "Ann", roles: ["TECHNICAL"], phone: "020 7946 0018" },
    },
  });
  expect(again).toEqual(added);
  const { id } = added["addContact"]!["contact"] as { id: string };
  world.clock.advance({ minutes: 1 });
  const changed = await ask("agent@acme.test", updateContact, {
    input: { id, contact: { name: "Anne", roles: ["BILLING", "TECHNICAL"], email: "anne@example.com" } },
  });
  expect(changed["updateContact"]).toMatchObject({
    contact: { name: "Anne", roles: ["BILLING", "TECHNICAL"], email: "anne@example.com" },
    userErrors: [],
  });
  world.clock.advance({ minutes: 1 });
  const removed = await ask("agent@acme.test", removeContact, { input: { id } });
  expect(removed["removeContact"]).toEqual({
    customer: { contacts: [{ name: "Jane Doe" }, { name: "Bob Smith" }] },
    userErrors: [],
  });
  expect(await codeOf("agent@acme.test", removeContact, { input: { id } })).toBe("NOT_FOUND");
  const { customer } = await ask(
    "agent@acme.test",
    "query ($id: ID!) { customer(id: $id) { activity(first: 3) { nodes { operation subject changes { field before after } } } } }",
    { id: cus("johnson") },
  );
  expect(customer?.["activity"]).toMatchObject({
    nodes: [
      { operation: "contact.remove", subject: "Anne of Johnson Enterprises (ID: 789)" },
      {
        operation: "contact.update",
        changes: expect.arrayContaining([
          { field: "phone", before: "020 7946 0018", after: null },
          { field: "roles", before: "TECHNICAL", after: "BILLING, TECHNICAL" },
        ]),
      },
      { operation: "contact.add", changes: expect.arrayContaining([{ field: "name", before: null, after: "Ann" }]) },
    ],
  });
});

test("a site is added and changed, for individuals too", async () => {
  const added = await ask("agent@acme.test", addSite, {
    input: {
      customerId: cus("johnSmith"),
      idempotencyKey: "s1",
      site: { name: "Home", address: { line1: "1 Rd", city: "York", postalCode: "YO1 7HH", country: "gb" } },
    },
  });
  expect(added["addSite"]).toEqual({
    site: { name: "Home", address: { city: "York", country: "GB" } },
    customer: { sites: [{ name: "Home" }] },
    userErrors: [],
  });
  const changed = await ask("agent@acme.test", updateSite, { input: { id: sit("leeds"), site: { name: "Leeds" } } });
  expect(changed["updateSite"]).toMatchObject({
    site: { name: "Leeds", address: null },
    customer: { sites: [{ name: "London Office" }, { name: "Leeds" }] },
  });
});

test("a wrong contact or site is refused with its fields, and nothing is written", async () => {
  const before = await written();
  const refused = async (document: string, field: string, input: object) =>
    (await ask("agent@acme.test", document, { input }))[field]?.userErrors;
  const wrong = { name: "", roles: [], email: "x", phone: "y" };
  const fields = [
    ["REQUIRED", "roles"],
    ["REQUIRED", "name"],
    ["INVALID", "email"],
    ["INVALID", "phone"],
  ].map(([code, path]) => ({ code, path: ["contact", path] }));
  expect(
    await refused(addContact, "addContact", { customerId: cus("johnson"), idempotencyKey: "w1", contact: wrong }),
  ).toEqual(fields);
  expect(await refused(updateContact, "updateContact", { id: ctc("jane"), contact: wrong })).toEqual(fields);
  expect(
    await refused(addSite, "addSite", {
      customerId: cus("johnson"),
      idempotencyKey: "w2",
      site: { name: "a", address: { line1: "", city: "x", country: "??" } },
    }),
  ).toEqual([
    { code: "REQUIRED", path: ["site", "address", "line1"] },
    { code: "INVALID", path: ["site", "address", "country"] },
  ]);
  expect(await written()).toEqual(before);
});

test("U14: parts of another tier's customer can be neither added, changed nor removed", async () => {
  const before = await written();
  const contact = { name: "Mallory", roles: ["TECHNICAL"] };
  for (const [document, input] of [
    [addContact, { customerId: cus("johnson"), idempotencyKey: "x1", contact }],
    [addContact, { customerId: sit("london"), idempotencyKey: "x2", contact }],
    [updateContact, { id: ctc("jane"), contact }],
    [removeContact, { id: ctc("jane") }],
    [removeContact, { id: sit("london") }],
    [addSite, { customerId: cus("johnson"), idempotencyKey: "x3", site: { name: "x" } }],
    [updateSite, { id: sit("london"), site: { name: "x" } }],
  ] as const) {
    expect(await codeOf("owner@beta.test", document, { input })).toBe("NOT_FOUND");
  }
  expect(await written()).toEqual(before);
});

test("a customer's own user reads and changes nothing", async () => {
  const before = await written();
  const { errors } = await askAs(world, jane, updateContact, {
    input: { id: ctc("jane"), contact: { name: "Boss", roles: ["TECHNICAL"] } },
  });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  expect(await written()).toEqual(before);
});
