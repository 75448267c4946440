import { encodeId, newId } from "@tierline/shared/id.ts";
import { supportRoles } from "@tierline/shared/kinds.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));
const { rows } = world.database;

const customerId = encodeId("cus", customersOfTests.johnson.id);
const admin: Viewer = { ...jane, role: "ACCOUNT_ADMIN", permissions: new Set(permissionsOf("ACCOUNT_ADMIN")) };

interface Answer {
  readonly contact?: { readonly id: string } | null;
  readonly userErrors: { readonly code: string; readonly path: string[] }[];
}

async function send(verb: string, input: object, viewer: Viewer = admin): Promise<Answer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const asked = verb === "removeContact" ? "" : "contact { id }";
  const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${asked} userErrors { code path } } }`;
  const { data, errors } = await askAs(world, viewer, source, { input });
  expect(errors).toBeUndefined();
  return (data as Record<string, Answer>)[verb]!;
}
const add = (contact: object) => send("addContact", { customerId, idempotencyKey: newId(), contact });
const codes = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
const contacts = () => rows("select name, roles, email from contact order by id");

test("M7: a support contact maintains the system, administers it from the site, or is any other person", async () => {
  expect(supportRoles).toEqual(["MAINTAINER", "ONSITE_ADMIN", "OTHER"]);
  const { data } = await world.graphql(
    "agent@acme.test",
    `{ __type(name: "ContactRole") { enumValues { name description } } }`,
  );
  const { enumValues } = (data as { __type: { enumValues: { name: string; description: string }[] } }).__type;
  expect(Object.fromEntries(enumValues.map(({ name, description }) => [name, description]))).toMatchObject({
    MAINTAINER: "Maintains the system for the customer; problems are reported to them.",
    ONSITE_ADMIN: "Administers the system from the site; problems are reported to them.",
    OTHER: "Any other person assigned; problems are reported to them.",
  });
});

test("M9: a support contact needs a name and a right e-mail, and one address holds each role once", async () => {
  const before = await contacts();
  expect(codes(await add({ name: "", roles: ["MAINTAINER"], email: "foo@" }))).toEqual([
    "REQUIRED contact.name",
    "INVALID contact.email",
  ]);
  expect(codes(await add({ name: "Max", roles: ["OTHER"] }))).toEqual(["REQUIRED contact.email"]);
  expect(await contacts()).toEqual(before);
  const added = await add({ name: "Max", roles: ["MAINTAINER"], email: "max@fixit.example" });
  expect(codes(added)).toEqual([]);
  const twice = { name: "Max again", roles: ["OTHER", "MAINTAINER"], email: "MAX@fixit.example" };
  expect(codes(await add(twice))).toEqual(["TAKEN contact.email"]);
  const other = await add({ ...twice, roles: ["ONSITE_ADMIN"] });
  expect(codes(other)).toEqual([]);
  expect(codes(await send("updateContact", { id: other.contact!.id, contact: twice }))).toEqual([
    "TAKEN contact.email",
  ]);
  expect(
    codes(await send("updateContact", { id: other.contact!.id, contact: { ...twice, roles: ["OTHER"] } })),
  ).toEqual([]);
  expect((await contacts()).slice(-2)).toEqual([
    { name: "Max", roles: ["MAINTAINER"], email: "max@fixit.example" },
    { name: "Max again", roles: ["OTHER"], email: "MAX@fixit.example" },
  ]);
});

test("M9: of two who add the same at once, one is refused", async () => {
  const same = { name: "Two", roles: ["OTHER"], email: "two@fixit.example" };
  const both = await Promise.all([add(same), add(same)]);
  expect(both.flatMap(codes)).toEqual(["TAKEN contact.email"]);
});

/** Nobody goes back to waiting, so the trigger that says so is out of the way. */
async function become(state: string): Promise<void> {
  await rows("alter table customer disable trigger user");
  await rows("update customer set state = $1 where id = $2", [state, customersOfTests.johnson.id]);
  await rows("alter table customer enable trigger user");
}

test("MX5: a customer's administrator adds and deletes support contacts where the reseller took the customer on", async () => {
  const added = await add({ name: "Sue", roles: ["OTHER"], email: "sue@johnson.test" });
  expect(codes(added)).toEqual([]);
  await become("WAITING");
  const before = await contacts();
  expect(codes(await add({ name: "Sid", roles: ["OTHER"], email: "sid@johnson.test" }))).toEqual([
    "STATE_CONFLICT customerId",
  ]);
  expect(codes(await send("removeContact", { id: added.contact!.id }))).toEqual(["STATE_CONFLICT customerId"]);
  expect(await contacts()).toEqual(before);
  await become("ACTIVE");
  expect(codes(await send("removeContact", { id: added.contact!.id }))).toEqual([]);
});
