import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests, type TestReseller } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { createCustomer, type CreateCustomerInput } from "./create-customer.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const rsl = (key: TestReseller) => encodeId("rsl", resellersOfTests[key].id);
let keys = 0;
function input(more: Partial<CreateCustomerInput> = {}): CreateCustomerInput {
  return { idempotencyKey: `key-${(keys += 1)}`, kind: "INDIVIDUAL", name: "Zoë Ångström", homeCountry: "gb", ...more };
}

const create = (more: Partial<CreateCustomerInput> = {}, user = "agent@acme.test") =>
  createCustomer(world.as(user), input(more));

/** Everything that a verb here could write. */
async function written(): Promise<object[]> {
  return world.database.rows(
    `select 'customer' as kind, count(*) from customer union all select 'contact', count(*) from contact union all select 'site', count(*) from site
     union all select 'token', count(*) from customer_token union all select 'audit', count(*) from audit_entry
     union all select path || kind, value from counter union all select 'kept', count(*) from idempotency`,
  );
}

async function refusals(more: Partial<CreateCustomerInput>): Promise<string[]> {
  const before = await written();
  const refusal: unknown = await create(more).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Rejection);
  expect(await written()).toEqual(before);
  return (refusal as Rejection).refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

test("a customer gets the reseller's next number, its place in the tree, contacts, sites and an audit entry, at once active", async () => {
  const id = await create({
    email: "zoe@example.com",
    phone: "020 7946 0018 ext. 5",
    billingAddress: { line1: "1 High St", city: "Leeds", postalCode: "LS1 4DY", country: "gb" },
    contacts: [{ name: "Bo", roles: ["BILLING", "BILLING"], email: "bo@example.com" }],
    sites: [{ name: "Shop" }],
    tags: ["vip"],
    attributes: [{ key: "cost centre", value: "12\n34" }],
  });
  const [row] = await world.database.rows("select * from customer where id = $1", [id]);
  expect(row).toMatchObject({
    number: 790,
    path: "r1.r2.r3.c790.",
    reseller_id: resellersOfTests.acme.id,
    name: "Zoë Ångström",
    sort_name: "zoe angstrom",
    state: "ACTIVE",
    home_country: "GB",
    language: "en",
    phone: "020 7946 0018 ext. 5",
    created_via: "CONSOLE",
    created_at: t0,
    version: 1,
    tags: ["vip"],
    attributes: [{ key: "cost centre", value: "12\n34" }],
    billing_address: {
      line1: "1 High St",
      line2: null,
      city: "Leeds",
      region: null,
      postalCode: "LS1 4DY",
      country: "GB",
    },
  });
  expect(await world.database.rows("select name, roles, path from contact where customer_id = $1", [id])).toEqual([
    { name: "Bo", roles: ["BILLING"], path: "r1.r2.r3.c790." },
  ]);
  expect(await world.database.rows("select name, path from site where customer_id = $1", [id])).toEqual([
    { name: "Shop", path: "r1.r2.r3.c790." },
  ]);
  const [entry] = await world.database.rows<{ changes: object[] }>("select * from audit_entry where subject_id = $1", [
    id,
  ]);
  expect(entry).toMatchObject({
    operation: "customer.create",
    actor: "Amy Agent",
    subject: "Zoë Ångström (ID: 790)",
    path: "r1.r2.r3.c790.",
    channel: "CONSOLE",
  });
  expect(entry?.changes).toContainEqual({ field: "email", before: null, after: "zoe@example.com" });
});

test("O11: the tokens of a new customer are written with it, each once", async () => {
  const id = await create({ name: "Quentin Blake", phone: "+44 7700 900999" });
  const [row] = await world.database.rows<{ number: number }>("select number from customer where id = $1", [id]);
  const rows = await world.database.rows<{ path: string; token: string }>(
    'select path, token from customer_token where number = $1 order by path, token collate "C"',
    [row?.number],
  );
  const tokens = ["n:blake", "n:quentin", "p:447700900999", "q:7700900999", "r:999009007744"];
  expect(rows).toEqual(tokens.map((token) => ({ path: "r1.r2.r3.", token })));
});

test("X2: a reseller creates customers for one below, never for one above or beside", async () => {
  const id = await create({ resellerId: rsl("acmeNorth") });
  expect(await world.database.rows("select path from customer where id = $1", [id])).toEqual([
    { path: "r1.r2.r3.r5.c1." },
  ]);
  const before = await written();
  for (const resellerId of [
    rsl("nord"),
    rsl("tierline"),
    rsl("beta"),
    encodeId("cus", resellersOfTests.acme.id),
    "nonsense",
    "",
  ]) {
    const refusal: unknown = await create({ resellerId }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AccessError);
    expect(refusal).toMatchObject({ code: "NOT_FOUND", message: "Nothing with this id exists for you." });
  }
  expect(await written()).toEqual(before);
});

test("every field that is wrong is named at once, and nothing is written", async () => {
  expect(
    await refusals({
      name: " ",
      email: "no mail",
      phone: "ring me",
      homeCountry: "USA",
      language: "english",
      billingAddress: { line1: "", city: "x".repeat(201), country: "XX" },
      contacts: [
        { name: "Bo", roles: [] },
        { name: "", roles: ["TECHNICAL"], email: "a@b" },
      ],
      sites: [{ name: "a\nb" }],
      tags: ["twice", "twice", ""],
      attributes: [
        { key: "", value: "1" },
        { key: "k", value: "1" },
        { key: "k", value: "\u0007" },
      ],
    }),
  ).toEqual([
    "REQUIRED name",
    "INVALID email",
    "INVALID phone",
    "INVALID homeCountry",
    "INVALID language",
    "REQUIRED billingAddress.line1",
    "TOO_LONG billingAddress.city",
    "INVALID billingAddress.country",
    "REQUIRED contacts.0.roles",
    "REQUIRED contacts.1.name",
    "INVALID contacts.1.email",
    "INVALID sites.0.name",
    "INVALID tags.1",
    "REQUIRED tags.2",
    "REQUIRED attributes.0.key",
    "INVALID attributes.2.value",
    "INVALID attributes.2.key",
  ]);
});

test("lists and texts have limits", async () => {
  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  expect(await refusals({ name: "x".repeat(201) })).toEqual(["TOO_LONG name"]);
  expect(await refusals({ email: `${"x".repeat(250)}@example.com` })).toEqual(["TOO_LONG email"]);
  expect(await refusals({ phone: "1".repeat(41) })).toEqual(["TOO_LONG phone"]);
  expect(await refusals({ tags: many(21, String) })).toEqual(["TOO_LONG tags"]);
  expect(await refusals({ attributes: many(51, (index) => ({ key: String(index), value: "" })) })).toEqual([
    "TOO_LONG attributes",
  ]);
  expect(await refusals({ contacts: many(101, (index) => ({ name: String(index), roles: ["TECHNICAL"] })) })).toEqual([
    "TOO_LONG contacts",
  ]);
  expect(await refusals({ sites: many(101, (index) => ({ name: String(index) })) })).toEqual(["TOO_LONG sites"]);
  await create({ name: "x".repeat(200), tags: many(20, String) });
});

test("a suspended or closed reseller takes no customers", async () => {
  const codes = { SUSPENDED: "RESELLER_SUSPENDED", CLOSED: "STATE_CONFLICT", PENDING: "RESELLER_NOT_ACTIVATED" };
  for (const [state, code] of Object.entries(codes)) {
    await world.database.rows(
      `set local session_replication_role = replica; update reseller set state = '${state}' where key = 'acme-north'`, // past the trigger
    );
    expect(await refusals({ resellerId: rsl("acmeNorth") })).toEqual([`${code} resellerId`]);
  }
});

test("the same key and input create one customer, other input is refused", async () => {
  const request = input({ name: "Once Only" });
  const first = await createCustomer(world.as("agent@acme.test"), request);
  expect(await createCustomer(world.as("agent@acme.test"), { ...request })).toBe(first);
  const before = await written();
  await expect(createCustomer(world.as("agent@acme.test"), { ...request, name: "Other" })).rejects.toMatchObject({
    refusals: [{ code: "IDEMPOTENCY_MISMATCH" }],
  });
  await expect(
    createCustomer(world.as("agent@acme.test"), { ...request, idempotencyKey: "a\0" }),
  ).rejects.toMatchObject({ refusals: [{ code: "INVALID" }] });
  expect(await written()).toEqual(before);
  expect(await world.database.rows("select 1 from customer where name = 'Once Only'")).toHaveLength(1);
});

test("simultaneous creations get different numbers without a gap", async () => {
  const ids = await Promise.all(Array.from({ length: 8 }, () => create({ name: "Parallel" })));
  const rows = await world.database.rows<{ number: number }>(
    "select number from customer where name = 'Parallel' order by number",
  );
  expect(rows).toHaveLength(new Set(ids).size);
  const [first] = rows;
  expect(rows.map(({ number }) => number - (first?.number ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});
