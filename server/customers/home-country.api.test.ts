import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const agent = "agent@acme.test";
const singapore = { line1: "1 Raffles Place", city: "Singapore", postalCode: "048616", country: "SG" };
const newYork = { line1: "1 Broadway", city: "New York", region: "NY", postalCode: "10004", country: "us" };

interface Answer {
  readonly customer: {
    readonly id: string;
    readonly version: number;
    readonly homeCountry: string;
    readonly billingAddress: { readonly country: string; readonly line1: string } | null;
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function send(field: string, type: string, input: object): Promise<Answer> {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) {
    customer { id version homeCountry billingAddress { country line1 } } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(agent, document, { input });
  expect(errors).toBeUndefined();
  return data![field] as Answer;
}

const create = (more: object) =>
  send("createCustomer", "CreateCustomerInput", { idempotencyKey: newId(), kind: "BUSINESS", name: "Lion", ...more });
const update = (more: object) => send("updateCustomer", "UpdateCustomerInput", more);
const told = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

test("C23: a billing address has a country of two letters, in any case", async () => {
  const { country: _, ...nowhere } = newYork;
  expect(told(await create({ billingAddress: nowhere }))).toEqual(["REQUIRED billingAddress.country"]);
  expect(told(await create({ billingAddress: { ...newYork, country: "USA" } }))).toEqual([
    "INVALID billingAddress.country",
  ]);
  expect(told(await create({}))).toEqual(["REQUIRED homeCountry"]);
  expect((await create({ billingAddress: newYork })).customer?.billingAddress?.country).toBe("US");
});

test("C24: a new customer is at home where its invoices go, and nowhere else", async () => {
  expect((await create({ billingAddress: singapore })).customer?.homeCountry).toBe("SG");
  expect(told(await create({ billingAddress: singapore, homeCountry: "GB" }))).toEqual(["INVALID homeCountry"]);
  expect((await create({ billingAddress: singapore, homeCountry: "sg" })).customer?.homeCountry).toBe("SG");
  expect((await create({ homeCountry: "fr" })).customer?.homeCountry).toBe("FR");
});

test("C24: an address in another country leaves the home country, which is moved by itself and with a reason", async () => {
  const { customer } = await create({ billingAddress: singapore, phone: "6123 4567" });
  const moved = await update({ id: customer!.id, version: 1, billingAddress: newYork });
  expect(moved.customer).toMatchObject({ homeCountry: "SG", billingAddress: { country: "US" } });
  expect(told(await update({ id: customer!.id, version: 2, homeCountry: "US" }))).toEqual([
    "STATE_CONFLICT homeCountry",
  ]);
  const move = (more: object) =>
    send("moveCustomerCountry", "MoveCustomerCountryInput", { id: customer!.id, version: 2, country: "us", ...more });
  expect(told(await move({ country: "USA" }))).toEqual(["INVALID country"]);
  expect(told(await move({ version: 1 }))).toEqual(["STALE version"]);
  expect((await move({ note: "They moved" })).customer).toMatchObject({ homeCountry: "US", version: 3 });
  const [entry] = await world.database.rows("select * from audit_entry where operation = 'customer.move_country'");
  expect(entry).toMatchObject({
    note: "They moved",
    changes: [{ field: "homeCountry", before: "SG", after: "US" }],
  });
});

test("CX4: lines have 50 characters at most, names no percent sign, and some countries want a state and a postal code", async () => {
  const at = (address: object) => create({ billingAddress: { ...newYork, ...address } });
  expect(told(await at({ line1: "x".repeat(50), line2: "y".repeat(50) }))).toEqual([]);
  expect(told(await at({ line1: "x".repeat(51), line2: "y".repeat(51) }))).toEqual([
    "TOO_LONG billingAddress.line1",
    "TOO_LONG billingAddress.line2",
  ]);
  expect(told(await create({ homeCountry: "US", name: "100% Pizza" }))).toEqual(["INVALID name"]);
  expect(told(await at({ postalCode: null }))).toEqual(["REQUIRED billingAddress.postalCode"]);
  expect(told(await at({ region: null }))).toEqual(["REQUIRED billingAddress.region"]);
  expect(told(await at({ country: "HK", region: null, postalCode: null }))).toEqual([]);
  const language = (code: string) => create({ homeCountry: "US", language: code });
  expect([told(await language("en")), told(await language("fr_CA")), told(await language("english"))]).toEqual([
    [],
    [],
    ["INVALID language"],
  ]);
});

test("X10: one kind of address, checked by the rules of its country, for invoices and for sites", async () => {
  const wrong = { ...newYork, postalCode: "SW1A 1AA" };
  const sites = [
    { name: "A", address: wrong },
    { name: "B", address: { ...wrong, country: "GB" } },
  ];
  expect(told(await create({ billingAddress: wrong, sites }))).toEqual([
    "INVALID billingAddress.postalCode",
    "INVALID sites.0.address.postalCode",
  ]);
});

test("M3: a customer has a name and a whole postal address, and a site of theirs is somewhere else", async () => {
  const berlin = { line1: "Lindenstraße 1", city: "Berlin", postalCode: "10969", country: "DE" };
  const hamburg = { line1: "Hafenweg 2", city: "Hamburg", postalCode: "20457", country: "DE" };
  expect(told(await create({ name: "", billingAddress: berlin }))).toEqual(["REQUIRED name"]);
  expect(told(await create({ billingAddress: { ...berlin, city: "" } }))).toEqual(["REQUIRED billingAddress.city"]);
  const { customer } = await create({ billingAddress: berlin, sites: [{ name: "PBX", address: hamburg }] });
  await update({ id: customer!.id, version: 1, billingAddress: { ...berlin, line1: "Lindenstraße 3" } });
  const { data } = await world.graphql(
    agent,
    "query ($id: ID!) { customer(id: $id) { billingAddress { line1 city } sites { address { line1 city } } } }",
    { id: customer!.id },
  );
  expect(data!["customer"]).toEqual({
    billingAddress: { line1: "Lindenstraße 3", city: "Berlin" },
    sites: [{ address: { line1: "Hafenweg 2", city: "Hamburg" } }],
  });
});

test("an address from before the rules of its country may stand, and only what is changed of it is checked", async () => {
  const { id } = customersOfTests.johnSmith;
  const old = { line1: "x".repeat(120), line2: null, city: "York", region: null, postalCode: "none", country: "GB" };
  await world.database.rows("update customer set name = '50% John', billing_address = $2 where id = $1", [
    id,
    JSON.stringify(old),
  ]);
  const cus = encodeId("cus", id);
  expect(
    told(await update({ id: cus, version: 1, name: "50% John", billingAddress: { ...old, city: "Leeds" } })),
  ).toEqual([]);
  expect(told(await update({ id: cus, version: 2, billingAddress: { ...old, line1: "y".repeat(120) } }))).toEqual([
    "TOO_LONG billingAddress.line1",
  ]);
  expect(told(await update({ id: cus, version: 2, billingAddress: { ...old, country: "US" } }))).toEqual([
    "TOO_LONG billingAddress.line1",
    "REQUIRED billingAddress.region",
    "INVALID billingAddress.postalCode",
  ]);
});
