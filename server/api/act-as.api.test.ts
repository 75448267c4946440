import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { delegablePermissions } from "@tierline/shared/delegation.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { DelegationEntity } from "../customers/delegation.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { customersOfTests, partsOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer, type HttpAnswer } from "../testkit/live-server.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
const { johnSmith, johnDoe } = customersOfTests;
const { acme } = resellersOfTests;
const [john, jane] = [newId(), newId()];
await world.system().em.insertMany(
  UserEntity,
  [
    { id: john, name: "John Himself", email: "john@acme.test", of: johnSmith },
    { id: jane, name: "Jane Herself", email: "jane@acme.test", of: johnDoe },
  ].map(({ of, ...person }) => ({
    ...person,
    path: pathOf(of),
    reseller: acme.id,
    customer: of.id,
    role: "CUSTOMER_USER" as const,
    createdAt: t0,
    version: 1,
  })),
);
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const cookies: Record<string, string> = {};
beforeAll(async () => {
  for (const email of ["agent@acme.test", "owner@acme.test", "owner@beta.test", "john@acme.test"]) {
    cookies[email] = await server.signIn(email);
  }
});
beforeEach(async () => {
  world.clock.set(t0);
  await world.database.rows(
    "set local session_replication_role = replica; delete from audit_entry; delete from delegation; update app_user set disabled_at = null",
  );
  await world.database.rows(
    "update session set acting_as_id = null, acting_mode = null, acting_reason = null, acting_until = null",
  );
  await world.database.rows("update reseller set state = 'ACTIVE', delegated = null");
});

const agent = "agent@acme.test";
const owner = "owner@acme.test";
function ask(email: string, query: string, variables: Record<string, unknown> = {}): Promise<HttpAnswer> {
  return server.post({ query, variables }, { cookie: cookies[email] ?? "" });
}
function codeOf({ errors }: HttpAnswer): unknown {
  return errors[0]?.extensions?.code;
}

const startDocument = `mutation ($input: StartActingAsInput!) {
  startActingAs(input: $input) { onBehalfOf { kind name isReadOnly until } userErrors { code path } }
}`;
const start = (email: string, input: object) =>
  ask(email, startDocument, { input: { userId: encodeId("usr", john), mode: "READ", ...input } });
const stop = (email: string) => ask(email, "mutation { stopActing { userErrors { code } } }");

interface Who {
  user: { email: string };
  customer: { name: string } | null;
  onBehalfOf: { kind: string; name: string; isReadOnly: boolean; until: string; hasEnded: boolean } | null;
  permissions: string[];
}
const whoAmI =
  "{ viewer { user { email } customer { name } onBehalfOf { kind name isReadOnly until hasEnded } permissions } }";
const who = async (email: string) => (await ask(email, whoAmI)).data?.["viewer"] as Who;

const addContact = `mutation ($key: ID!, $customer: ID!) {
  addContact(input: { idempotencyKey: $key, customerId: $customer, contact: { name: "Added", roles: [TECHNICAL] } }) {
    contact { name } userErrors { code }
  }
}`;
const add = (email: string, of = johnSmith) =>
  ask(email, addContact, { key: newId(), customer: encodeId("cus", of.id) });
const delegate = (permissions: readonly string[] | null, email = owner, of = johnSmith) =>
  ask(
    email,
    `mutation ($input: DelegateToCustomerInput!) {
      delegateToCustomer(input: $input) { customer { delegated } userErrors { code path } }
    }`,
    { input: { id: encodeId("cus", of.id), permissions } },
  );
const trail = () =>
  world.database.rows(
    "select actor, on_behalf_of, operation, path, note #>> '{}' as note from audit_entry where outcome = 'DONE' order by id",
  );

test("B12, VX15: a customer's people may what the reseller lets them from their next request on, and nothing else", async () => {
  expect((await who("john@acme.test")).permissions).toEqual([
    "customer.view",
    "catalog.view",
    "order.view",
    "service.view",
    "problem.view",
    "problem.report",
    "profile.update",
  ]);
  expect(codeOf(await add("john@acme.test"))).toBe("FORBIDDEN");
  expect((await delegate(delegablePermissions)).data).toEqual({
    delegateToCustomer: { customer: { delegated: delegablePermissions }, userErrors: [] },
  });
  expect((await add("john@acme.test")).data).toEqual({ addContact: { contact: { name: "Added" }, userErrors: [] } });
  await delegate(["service.view"]);
  expect((await who("john@acme.test")).permissions).toEqual(["service.view", "profile.update"]);
  expect(codeOf(await ask("john@acme.test", "{ customers(first: 1) { nodes { id } } }"))).toBe("FORBIDDEN");
  expect(codeOf(await add("john@acme.test"))).toBe("FORBIDDEN");
});

test("B12: what is let to one customer's people is nothing to another's", async () => {
  await delegate(delegablePermissions, owner, johnDoe);
  expect((await who("john@acme.test")).permissions).not.toContain("contact.edit");
});

test("B12: what any reseller above may not do, it lets no customer's people do", async () => {
  await delegate(delegablePermissions);
  await world.database.rows("update reseller set delegated = '{customer.view,service.view}' where key = 'nord'");
  expect((await who("john@acme.test")).permissions).toEqual(["customer.view", "service.view"]);
});

test("B12: nobody lets others do what they lack themselves, nor what is not for customers", async () => {
  const answer = await delegate(["customer.view", "catalog.edit", "no.such.right"]);
  expect(answer.data).toEqual({
    delegateToCustomer: {
      customer: null,
      userErrors: [
        { code: "INVALID", path: ["permissions", "1"] },
        { code: "INVALID", path: ["permissions", "2"] },
      ],
    },
  });
  await world.database.rows("update reseller set delegated = '{customer.view,customer.delegate}' where key = 'acme'");
  expect((await delegate(["service.view"])).data).toMatchObject({
    delegateToCustomer: { userErrors: [{ code: "INVALID" }] },
  });
  expect(codeOf(await delegate(["customer.view"], agent))).toBe("FORBIDDEN");
  expect(await world.system().em.count(DelegationEntity)).toBe(0);
});

test("B12: the same decision twice is told once, and null takes it back", async () => {
  await delegate(["customer.view"]);
  await delegate(["customer.view"]);
  await delegate(null);
  expect(await trail()).toMatchObject([{ operation: "customer.delegate" }, { operation: "customer.delegate" }]);
  expect((await who("john@acme.test")).permissions).toContain("order.view");
});

test("B12: an open socket of a customer's person closes within five seconds when their rights change", async () => {
  const socket = server.socket({ cookie: cookies["john@acme.test"] ?? "" });
  expect(await socket.hello()).toBe(true);
  await delegate(["service.view"]);
  expect(await socket.closed).toBe(4401);
});

test("B19: who acts as another to look sees what they see, changes nothing, and stays who they are", async () => {
  await delegate(delegablePermissions);
  expect((await start(agent, {})).data).toMatchObject({
    startActingAs: { onBehalfOf: { kind: "USER", name: "John Himself", isReadOnly: true }, userErrors: [] },
  });
  const viewer = await who(agent);
  expect(viewer).toMatchObject({ user: { email: agent }, customer: { name: "John Smith" } });
  expect(viewer.permissions).toEqual([
    "customer.view",
    "catalog.view",
    "balance.view",
    "call.view",
    "call_type.view",
    "invoice.view",
    "order.view",
    "service.view",
    "problem.view",
  ]);
  const { data } = await ask(agent, "{ customers(first: 10) { nodes { name } } }");
  expect(data).toEqual({ customers: { nodes: [{ name: "John Smith" }] } });
  const rows = await world.database.rows("select count(*) from contact");
  expect(codeOf(await add(agent))).toBe("ACTING_READ_ONLY");
  expect(codeOf(await ask(agent, "mutation { setLanguage(input: {}) { user { id } } }"))).toBe("ACTING_READ_ONLY");
  expect(await world.database.rows("select count(*) from contact")).toEqual(rows);
  expect((await stop(agent)).errors).toEqual([]);
  expect((await who(agent)).permissions).toEqual(permissionsOf("AGENT"));
});

test("B19: who acts in another's place needs a reason, and both names are in the trail of all that is done", async () => {
  await delegate(delegablePermissions);
  expect((await start(agent, { mode: "ACT", reason: "  " })).data).toMatchObject({
    startActingAs: { onBehalfOf: null, userErrors: [{ code: "REQUIRED", path: ["reason"] }] },
  });
  await world.database.rows("set local session_replication_role = replica; delete from audit_entry");
  await start(agent, { mode: "ACT", reason: "asked on the phone" });
  expect((await add(agent)).data).toMatchObject({ addContact: { userErrors: [] } });
  await stop(agent);
  const both = { actor: "Amy Agent", path: pathOf(johnSmith) };
  expect(await trail()).toEqual([
    { ...both, on_behalf_of: null, operation: "user.start_acting", note: "asked on the phone" },
    { ...both, on_behalf_of: "John Himself", operation: "contact.add", note: null },
    { ...both, on_behalf_of: "John Himself", operation: "user.stop_acting", note: null },
  ]);
});

test("B19: it ends by itself after thirty minutes, with the other's account, and with the session", async () => {
  await start(agent, {});
  world.clock.advance({ minutes: 29 });
  expect((await who(agent)).onBehalfOf).toMatchObject({ hasEnded: false });
  world.clock.advance({ minutes: 1 });
  expect((await who(agent)).onBehalfOf).toMatchObject({ name: "John Himself", hasEnded: true });
  await start(agent, {});
  await world.database.rows("update app_user set disabled_at = now() where id = $1", [john]);
  expect((await who(agent)).onBehalfOf).toMatchObject({ hasEnded: true });
  await world.database.rows("update app_user set disabled_at = null");
  expect((await who(agent)).onBehalfOf, "over is over").toMatchObject({ hasEnded: true });
  cookies["again"] = await server.signIn(agent);
  expect((await who("again")).onBehalfOf).toBeNull();
});

test("B19: what was meant in another's place and comes too late is done in nobody's, on both transports, until one has left", async () => {
  await delegate(delegablePermissions);
  await start(agent, { mode: "ACT", reason: "asked on the phone" });
  world.clock.advance({ minutes: 30 });
  const rows = await world.database.rows("select count(*) from contact");
  const late = [
    await add(agent),
    await ask(agent, "{ customers(first: 1) { nodes { id } } }"),
    await ask(agent, "mutation { setLanguage(input: { language: FR }) { user { id } } }"),
  ];
  expect(late.map(codeOf)).toEqual(["ACTING_ENDED", "ACTING_ENDED", "ACTING_ENDED"]);
  expect(await world.database.rows("select count(*) from contact")).toEqual(rows);
  const below = { cookie: cookies[agent] ?? "", "tierline-on-behalf-of": "acme" };
  expect(codeOf(await server.post({ query: "{ customers(first: 1) { nodes { id } } }" }, below))).toBe("ACTING_ENDED");
  expect((await who(agent)).permissions).toEqual(["user.act_as"]);
  const socket = server.socket({ cookie: cookies[agent] ?? "" });
  expect(await socket.hello()).toBe(true);
  socket.subscribe("1", "subscription ($id: ID!) { service(id: $id) { id } }", { id: encodeId("svc", newId()) });
  const refused = await socket.next(({ id }) => id === "1");
  expect(refused).toMatchObject({ type: "next", payload: { errors: [{ extensions: { code: "ACTING_ENDED" } }] } });
  socket.cut();
  expect((await stop(agent)).errors).toEqual([]);
  expect((await who(agent)).permissions).toEqual(permissionsOf("AGENT"));
  expect((await trail()).at(-1)).toMatchObject({
    operation: "user.stop_acting",
    on_behalf_of: null,
    path: pathOf(johnSmith),
  });
});

test("B19: after its end it can be begun anew at once, and an open socket closes when it ends", async () => {
  await start(agent, {});
  const socket = server.socket({ cookie: cookies[agent] ?? "" });
  expect(await socket.hello()).toBe(true);
  world.clock.advance({ minutes: 30 });
  expect(await socket.closed).toBe(4401);
  expect((await start(agent, {})).data).toMatchObject({ startActingAs: { userErrors: [] } });
  expect((await who(agent)).onBehalfOf).toMatchObject({ hasEnded: false });
});

test("B19: to another tier the person does not exist, no more than one who is nobody's customer", async () => {
  const never = await start(owner, { userId: encodeId("usr", newId()) });
  expect(codeOf(never)).toBe("NOT_FOUND");
  expect(codeOf(await start("owner@beta.test", {}))).toBe("NOT_FOUND");
  const [staff] = await world.database.rows<{ id: string }>("select id from app_user where email = $1", [agent]);
  expect(codeOf(await start(owner, { userId: encodeId("usr", staff!.id) }))).toBe("NOT_FOUND");
  await world.database.rows("update app_user set disabled_at = now() where id = $1", [john]);
  expect(codeOf(await start(owner, {}))).toBe("NOT_FOUND");
  expect(await trail()).toEqual([]);
});

test("B19: nobody acts as someone with more rights, nor as another of another, and a customer's person as nobody", async () => {
  await world.database.rows("update app_user set role = 'MEMBER' where email = $1", [agent]);
  const role = newId();
  await world.database.rows(
    "insert into role (id, path, reseller_id, name, permissions, created_at, version) values ($1, $2, $3, 'Helper', '{user.act_as,customer.view}', now(), 1)",
    [role, acme.path, acme.id],
  );
  await world.database.rows(
    "insert into role_grant (id, path, user_id, role_id) select $1, path, id, $2 from app_user where email = $3",
    [newId(), role, agent],
  );
  expect(codeOf(await start(agent, {}))).toBe("FORBIDDEN");
  await delegate(["customer.view"]);
  expect((await start(agent, {})).data).toMatchObject({ startActingAs: { userErrors: [] } });
  await delegate(["customer.view", "service.view"]);
  expect((await who(agent)).onBehalfOf).toMatchObject({ hasEnded: true });
  await world.database.rows("update app_user set role = 'AGENT' where email = $1", [agent]);
  await start(agent, { mode: "ACT", reason: "to try" });
  expect(codeOf(await start(agent, { userId: encodeId("usr", jane), mode: "ACT", reason: "nested" }))).toBe(
    "FORBIDDEN",
  );
  expect(codeOf(await start("john@acme.test", { userId: encodeId("usr", jane) }))).toBe("FORBIDDEN");
});

test("B19: no secret, payment method or password of the other is shown to who acts as them", async () => {
  await delegate(delegablePermissions);
  const methods = "query ($id: ID!) { customer(id: $id) { paymentMethods { lastFour } } }";
  const of = { id: encodeId("cus", johnSmith.id) };
  const node = "query ($id: ID!) { node(id: $id) { id } }";
  await start(agent, { mode: "ACT", reason: "to try" });
  const answer = await ask(agent, methods, of);
  expect([codeOf(answer), answer.text.includes("4242")]).toEqual(["FORBIDDEN", false]);
  expect((await ask(agent, node, { id: encodeId("pmt", partsOfTests.card) })).data).toEqual({ node: null });
  const reveal =
    'mutation ($id: ID!) { revealServiceSecret(input: { id: $id, key: "password" }) { value userErrors { code } } }';
  expect(codeOf(await ask(agent, reveal, { id: encodeId("svc", newId()) }))).toBe("FORBIDDEN");
  expect((await who(agent)).permissions.filter((key) => /^(user|profile|service\.reveal)/.test(key))).toEqual([]);
  expect((await ask("john@acme.test", methods, of)).data).toEqual({
    customer: { paymentMethods: [{ lastFour: "4242" }] },
  });
});

test("B19: an open socket of the console closes within five seconds when its session acts as another", async () => {
  const socket = server.socket({ cookie: cookies[owner] ?? "" });
  expect(await socket.hello()).toBe(true);
  await start(owner, {});
  expect(await socket.closed).toBe(4401);
});

test("B19: whom one could act as is told of each customer, and only to who may", async () => {
  const query = "query ($id: ID!) { customer(id: $id) { users { name } } }";
  const of = { id: encodeId("cus", johnSmith.id) };
  expect((await ask(agent, query, of)).data).toEqual({ customer: { users: [{ name: "John Himself" }] } });
  expect(codeOf(await ask("john@acme.test", query, of))).toBe("FORBIDDEN");
});
