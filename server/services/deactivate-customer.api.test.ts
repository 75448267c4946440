import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer, passwordOfTests, signInDocument } from "../testkit/live-server.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
const { johnSmith } = customersOfTests;
const id = encodeId("cus", johnSmith.id);
const john = "john@acme.test";
await world.system().em.insert(UserEntity, {
  id: newId(),
  name: "John Himself",
  email: john,
  path: pathOf(johnSmith),
  reseller: resellersOfTests.acme.id,
  customer: johnSmith.id,
  role: "CUSTOMER_USER",
  createdAt: t0,
  version: 1,
});
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
let owner = "";
beforeAll(async () => void (owner = await server.signIn("owner@acme.test")));
beforeEach(() =>
  world.database.rows(
    "set local session_replication_role = replica; delete from audit_entry; update customer set state = 'ACTIVE', suspension_reasons = '{}'",
  ),
);

const answer = "{ customer { state suspensionReasons } userErrors { code path } }";
async function ask(verb: "deactivate" | "reactivate", input: object = {}) {
  const query = `mutation ($input: ${verb === "deactivate" ? "Deactivate" : "Reactivate"}CustomerInput!) { ${verb}Customer(input: $input) ${answer} }`;
  const word = verb === "deactivate" ? { confirmation: "deactivate" } : {};
  const { data, errors } = await server.post(
    { query, variables: { input: { id, ...word, ...input } } },
    { cookie: owner },
  );
  expect(errors).toEqual([]);
  return data?.[`${verb}Customer`];
}
async function signInCode() {
  const input = { email: john, password: passwordOfTests };
  const { data } = await server.post({ query: signInDocument, variables: { input } });
  const { userErrors } = data!["signIn"] as { userErrors: { code: string }[] }; // a document of the test's own is answered
  return userErrors.map(({ code }) => code);
}
const trail = () =>
  world.database.rows(
    "select operation, note #>> '{}' as note from audit_entry where outcome = 'DONE' and subject_kind = 'customer' order by id",
  );

test("MX6: without the word nothing is deactivated, and the word may be written in any case of letters", async () => {
  for (const confirmation of ["", "deactivat", "deactivate it"]) {
    expect(await ask("deactivate", { confirmation })).toEqual({
      customer: null,
      userErrors: [{ code: "INVALID", path: ["confirmation"] }],
    });
  }
  expect(await trail()).toEqual([]);
  expect(await ask("deactivate", { confirmation: " Deactivate " })).toMatchObject({
    customer: { state: "DEACTIVATED" },
  });
});

test("MX6: people of a deactivated customer are out at once, their sockets within five seconds, and cannot sign in", async () => {
  const cookie = await server.signIn(john);
  const socket = server.socket({ cookie });
  expect(await socket.hello()).toBe(true);
  expect(await ask("deactivate", { note: "asked by letter" })).toEqual({
    customer: { state: "DEACTIVATED", suspensionReasons: ["ACCOUNT_DEACTIVATED"] },
    userErrors: [],
  });
  const whoAmI = { query: "{ viewer { user { email } } }" };
  expect((await server.post(whoAmI, { cookie })).data).toEqual({ viewer: null });
  expect(await socket.closed).toBe(4401);
  expect(await signInCode()).toEqual(["ACCOUNT_DEACTIVATED"]);
  await ask("deactivate");
  expect(await ask("reactivate")).toEqual({ customer: { state: "ACTIVE", suspensionReasons: [] }, userErrors: [] });
  await ask("reactivate");
  expect(await signInCode()).toEqual([]);
  expect((await server.post(whoAmI, { cookie })).data).toEqual({ viewer: null });
  expect(await trail()).toEqual([
    { operation: "customer.deactivate", note: "asked by letter" },
    { operation: "customer.reactivate", note: null },
  ]);
});

test("X4: a customer that is brought back is active only when nothing else suspends it", async () => {
  await world.database.rows(
    "set local session_replication_role = replica; update customer set state = 'SUSPENDED', suspension_reasons = '{COMPLIANCE}' where number = 123",
  );
  expect(await ask("deactivate")).toMatchObject({
    customer: { state: "DEACTIVATED", suspensionReasons: ["COMPLIANCE", "ACCOUNT_DEACTIVATED"] },
  });
  expect(await ask("reactivate")).toEqual({
    customer: { state: "SUSPENDED", suspensionReasons: ["COMPLIANCE"] },
    userErrors: [],
  });
});

test("MX6: one that waits or is archived is not deactivated", async () => {
  for (const state of ["WAITING", "ARCHIVED"]) {
    await world.database.rows(
      `set local session_replication_role = replica; update customer set state = '${state}' where number = 123`,
    );
    expect(await ask("deactivate")).toMatchObject({ customer: null, userErrors: [{ code: "STATE_CONFLICT" }] });
  }
  expect(await trail()).toEqual([]);
});

test("X9: what a deactivation would touch is counted before, for who may deactivate", async () => {
  const query = "query ($id: ID!) { customer(id: $id) { dependents { people services } } }";
  const asOwner = await server.post({ query, variables: { id } }, { cookie: owner });
  expect(asOwner.data).toEqual({ customer: { dependents: { people: 1, services: 0 } } });
  const agent = await server.signIn("agent@acme.test");
  const asAgent = await server.post({ query, variables: { id } }, { cookie: agent });
  expect(asAgent.errors[0]?.extensions?.code).toBe("FORBIDDEN");
});
