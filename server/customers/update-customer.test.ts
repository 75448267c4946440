import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { Rejection } from "../kernel/rejection.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findCustomers } from "./list-customers.ts";
import { updateCustomer, type UpdateCustomerInput } from "./update-customer.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const { id } = customersOfTests.johnSmith;
const cus = encodeId("cus", id);
let version = 0;

interface Row {
  version: number;
  name: string;
  email: string | null;
  phone: string | null;
  tags: string[];
}

async function row(): Promise<Row> {
  const [found] = await world.database.rows<Row>("select * from customer where id = $1", [id]);
  if (found === undefined) throw new Error("the fixture's customer is gone");
  return found;
}

beforeEach(async () => {
  ({ version } = await row());
});

const update = (more: Partial<UpdateCustomerInput>, user = "agent@acme.test") =>
  updateCustomer(world.as(user), { id: cus, version, ...more });
const state = () =>
  world.database.rows("select * from customer union all select c.* from customer c where false order by id");
const everything = async () =>
  JSON.stringify([
    await state(),
    await world.database.rows("select token from customer_token order by 1"),
    await world.database.rows("select id from audit_entry"),
  ]);

async function refusals(more: Partial<UpdateCustomerInput>, user?: string): Promise<string[]> {
  const before = await everything();
  const refusal: unknown = await update(more, user).catch((error: unknown) => error);
  expect(await everything()).toBe(before);
  if (!(refusal instanceof Rejection)) throw refusal;
  return refusal.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

test("what is given changes, the rest stays, and the audit entry tells both", async () => {
  await update({ name: "Jon Smithe", tags: ["vip"] });
  expect(await row()).toMatchObject({
    name: "Jon Smithe",
    sort_name: "jon smithe",
    email: "john.smith@example.com",
    tags: ["vip"],
    version: version + 1,
  });
  const [entry] = await world.database.rows<{ changes: object[] }>(
    "select * from audit_entry where subject_id = $1 order by id desc limit 1",
    [id],
  );
  expect(entry).toMatchObject({ operation: "customer.update", actor: "Amy Agent", subject: "Jon Smithe (ID: 123)" });
  expect(entry?.changes).toEqual([
    { field: "name", before: "John Smith", after: "Jon Smithe" },
    { field: "tags", before: "", after: "vip" },
  ]);
});

test("O11: a changed name, e-mail or phone is found by the new one and no longer by the old", async () => {
  await update({ name: "Zebediah Crane", email: "zeb@example.com", phone: "+44 7700 900777" });
  const found = async (text: string) =>
    (await findCustomers(world.as("agent@acme.test"), text, 10)).map(({ number }) => number);
  for (const text of ["zebediah", "crane", "zeb@", "07700 900777", "0777"]) expect(await found(text)).toEqual([123]);
  for (const text of ["smithe", "john.smith@", "+1234567890"]) expect(await found(text)).toEqual([]);
});

test("null and an empty text empty what may be empty, and nothing else", async () => {
  await update({ email: null, phone: "" });
  expect(await row()).toMatchObject({ email: null, phone: null });
  version += 1;
  expect(await refusals({ name: null, language: null })).toEqual(["REQUIRED name", "REQUIRED language"]);
});

test("a copy that was read before someone else's change is stale", async () => {
  await update({ name: "First" });
  expect(await refusals({ name: "Second" })).toEqual(["STALE version"]);
  expect((await row()).name).toBe("First");
});

test("of two simultaneous changes to one version exactly one is kept", async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) => update({ name: `Racer ${index}` })),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ refusals: [{ code: "STALE" }] });
  expect((await row()).version).toBe(version + 1);
});

test("a change to the same is no change", async () => {
  const before = await everything();
  await update({ name: (await row()).name });
  expect(await everything()).toBe(before);
});

test("wrong fields are all named", async () => {
  expect(await refusals({ name: "\0", email: "x", language: "klingon", tags: ["a\u0001"] })).toEqual([
    "INVALID name",
    "INVALID email",
    "INVALID language",
    "INVALID tags.0",
  ]);
});

test("an archived customer is kept as it is", async () => {
  await world.database.rows(
    "set local session_replication_role = replica; update customer set state = 'ARCHIVED' where number = 456",
  );
  const input = { id: encodeId("cus", customersOfTests.johnDoe.id), version: 1, name: "New" };
  await expect(updateCustomer(world.as("agent@acme.test"), input)).rejects.toMatchObject({
    refusals: [{ code: "STATE_CONFLICT" }],
  });
});

test("U14: a customer of another tier, an id of another kind and one that never was answer the same", async () => {
  const before = await everything();
  const ids = [
    encodeId("cus", customersOfTests.johnnyBeta.id),
    encodeId("rsl", id),
    encodeId("cus", crypto.randomUUID()),
    "cus_",
    "nonsense",
    "",
  ];
  for (const foreign of ids) {
    await expect(update({ id: foreign, name: "Taken" })).rejects.toMatchObject({
      code: "NOT_FOUND",
      message: "Nothing with this id exists for you.",
    });
  }
  await expect(update({ name: "Taken" }, "owner@beta.test")).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await everything()).toBe(before);
});
