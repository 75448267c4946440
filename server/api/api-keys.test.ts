import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { costBucketPoints } from "@tierline/shared/limits.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer, type HttpAnswer } from "../testkit/live-server.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { socketLimits } from "./web-socket.ts";

const world = await testWorld();
const { rows } = world.database;
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeAll(() => plantCustomers(world));
beforeEach(async () => {
  await rows("delete from rate_limit");
  await rows("set local session_replication_role = replica; update reseller set state = 'ACTIVE', delegated = null");
  await rows("update app_user set disabled_at = null, role = 'RESELLER_OWNER' where id = $1", [ownerId]);
});

const owner = "owner@acme.test";
const ownerId = usersOfTests[owner].id;
const listCustomers = "query Mine { customers(first: 100) { nodes { number } } }";
const createCustomer = `mutation Add($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { code } } }`;
const whoAmI = "query Me { viewer { user { name } permissions } }";

/** Without the trigger that keeps a reseller its last owner. */
const changeOwner = (what: string) =>
  rows(`set local session_replication_role = replica; update app_user set ${what} where id = '${ownerId}'`);

interface Made {
  readonly id: string;
  readonly keyId: string;
  readonly token: string;
}

async function make(more: Record<string, unknown> = {}, by = owner): Promise<Made> {
  const { data, errors } = await world.graphql(
    by,
    `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token apiClient { id keys { id } } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), name: "Shop window", scopes: ["customers_read"], ...more } },
  );
  expect(errors).toBeUndefined();
  const payload = data?.["createApiClient"] as {
    token: string;
    apiClient: { id: string; keys: { id: string }[] };
    userErrors: unknown[];
  };
  expect(payload.userErrors).toEqual([]);
  const { token, apiClient } = payload;
  return { token, id: apiClient.id, keyId: apiClient.keys[0]?.id ?? "" };
}

const ask = (token: string, query: string, variables: object = {}, headers: Record<string, string> = {}) =>
  server.post({ query, variables }, { authorization: `Bearer ${token}`, ...headers });
/** What one root field answered. */
const fieldOf = <T>({ data }: { data?: Record<string, unknown> | null }, field: string): T => data![field] as T;
const codeOf = ({ status, errors }: HttpAnswer) => [status, errors[0]?.extensions?.code];
const newCustomer = () => ({
  input: { idempotencyKey: newId(), kind: "INDIVIDUAL", name: "Made by a program", homeCountry: "GB" },
});
const change = (verb: string, type: string, input: Record<string, unknown>, by = owner) =>
  world.graphql(
    by,
    `mutation ($input: ${type}!) { ${verb}(input: $input) { apiClient { id version keys { id isLive expiresAt } } userErrors { code path message } } }`,
    { input },
  );

test("CX16: a key that only reads is refused what changes, and told which scope it lacks", async () => {
  const { token } = await make();
  expect((await ask(token, listCustomers)).errors).toEqual([]);
  const before = await rows("select count(*) from customer");
  const refused = await ask(token, createCustomer, newCustomer());
  expect(codeOf(refused)).toEqual([200, "FORBIDDEN"]);
  expect(refused.errors[0]?.message).toContain("customers_write");
  expect(await rows("select count(*) from customer")).toEqual(before);
  const { token: writing } = await make({ scopes: ["customers_write"] });
  expect((await ask(writing, createCustomer, newCustomer())).errors).toEqual([]);
});

test("C1: a customer is the same by the API as in the console, without a purchase order, and both stand in one list", async () => {
  const { token } = await make({ scopes: ["customers_write"] });
  const address = { line1: "1 High St", city: "Leeds", postalCode: "LS1 4DY", country: "GB" };
  const details = {
    ...newCustomer().input,
    name: "Either Way",
    homeCountry: null,
    billingAddress: address,
    tags: ["vip"],
  };
  const input = () => ({ input: { ...details, idempotencyKey: newId() } });
  expect((await ask(token, createCustomer, input())).errors).toEqual([]);
  expect((await world.graphql(owner, createCustomer, input())).errors).toBeUndefined();
  const own = new Set(["id", "path", "number", "created_at", "created_via"]);
  const made = await rows<Record<string, unknown>>("select * from customer where name = 'Either Way' order by number");
  const [byApi, byConsole] = made.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !own.has(key))),
  );
  expect(made.map((row) => row["created_via"])).toEqual(["API", "CONSOLE"]);
  expect(byApi).toEqual(byConsole);
  const { data } = await world.graphql(owner, `{ customers(search: "Either Way", first: 10) { nodes { name } } }`);
  expect(data).toEqual({ customers: { nodes: [{ name: "Either Way" }, { name: "Either Way" }] } });
});

test("VX16: what a program does is told under its own name, as done through the API", async () => {
  const { token } = await make({ name: "Order robot", scopes: ["customers_write"] });
  const { data } = await ask(token, whoAmI);
  expect(data?.["viewer"]).toEqual({
    user: { name: "Order robot" },
    permissions: [
      "customer.view",
      "customer.create",
      "customer.update",
      "package.assign",
      "contact.edit",
      "search.use",
    ],
  });
  const { data: people } = await world.graphql(owner, "{ users(first: 100) { nodes { name } } }");
  expect(JSON.stringify(people)).not.toContain("Order robot");
  await ask(token, createCustomer, newCustomer());
  const [entry] = await rows("select actor, channel, operation from audit_entry order by id desc limit 1");
  expect(entry).toEqual({ actor: "Order robot", channel: "API", operation: "customer.create" });
});

test("U25: a key is bound to a reseller's part of the tree, or to one customer, and sees nothing else", async () => {
  const north = encodeId("rsl", resellersOfTests.acmeNorth.id);
  const customer = customersOfTests.johnSmith;
  const numbersOf = async (place: object) => {
    const { token } = await make({ ...place, scopes: ["customers_read"] });
    const page = fieldOf<{ nodes: { number: number }[] }>(await ask(token, listCustomers), "customers");
    return page.nodes.map(({ number }) => number);
  };
  const all = await rows<{ number: number; path: string }>("select number, path from customer order by number");
  const within = (path: string) => all.filter((row) => row.path.startsWith(path)).map(({ number }) => number);
  expect((await numbersOf({})).toSorted()).toEqual(within(resellersOfTests.acme.path).toSorted());
  expect((await numbersOf({ resellerId: north })).toSorted()).toEqual(
    within(resellersOfTests.acmeNorth.path).toSorted(),
  );
  expect(await numbersOf({ customerId: encodeId("cus", customer.id) })).toEqual([customer.number]);
  const beside = { customerId: encodeId("cus", customersOfTests.johnnyBeta.id) };
  const { errors } = await change("createApiClient", "CreateApiClientInput", {
    idempotencyKey: newId(),
    name: "Elsewhere",
    scopes: ["customers_read"],
    ...beside,
  });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
});

test("U25: a key for one customer may no more than the customer's own people", async () => {
  const customerId = encodeId("cus", customersOfTests.johnSmith.id);
  const { token } = await make({ customerId, scopes: ["customers_write", "billing_reports_read"] });
  const { data } = await ask(token, whoAmI);
  expect(data?.["viewer"]).toMatchObject({ permissions: ["customer.view"] });
});

test("OX8: a key may no more than its maker, and what the maker loses it loses at its next request", async () => {
  const { token } = await make({ scopes: ["customers_write", "billing_reports_read"] });
  const permissionsNow = async () => fieldOf<{ permissions: string[] }>(await ask(token, whoAmI), "viewer").permissions;
  expect(await permissionsNow()).toContain("finance.view");
  await changeOwner("role = 'AGENT'");
  expect(await permissionsNow()).not.toContain("finance.view");
  await rows("update reseller set delegated = '{customer.view}' where key = 'acme'");
  expect(await permissionsNow()).toEqual(["customer.view"]);
  const refused = await ask(token, createCustomer, newCustomer());
  expect(refused.errors[0]?.message).toContain("customer.create");
  await changeOwner("disabled_at = now()");
  expect(codeOf(await ask(token, whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
});

test("OX8: nobody gives a program a scope that they lack themselves, nor keys without the right to", async () => {
  await rows("update reseller set delegated = '{customer.view,api_key.manage,api_key.view}' where key = 'acme'");
  const cookie = await server.signIn(owner);
  const query = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token userErrors { code path } } }`;
  const input = { idempotencyKey: newId(), name: "Greedy", scopes: ["customers_write"] };
  const { data } = await server.post({ query, variables: { input } }, { cookie });
  expect(data?.["createApiClient"]).toEqual({
    token: null,
    userErrors: [{ code: "INVALID", path: ["scopes", "0"] }],
  });
  const { errors } = await world.graphql("agent@acme.test", query, { input });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("VX16: a key works from the addresses that are named, and from no other", async () => {
  const { token } = await make({ ipList: ["192.0.2.0/24"] });
  expect(codeOf(await ask(token, whoAmI))).toEqual([403, "FORBIDDEN"]);
  const { token: here } = await make({ ipList: ["127.0.0.0/8", "::1"] });
  expect((await ask(here, whoAmI)).errors).toEqual([]);
  const socket = server.socket({ authorization: `Bearer ${token}` });
  expect(await socket.hello()).toBe(false);
});

test("VX16: beyond its requests a minute a program is told when to come again", async () => {
  const { token } = await make({ requestsPerMinute: 3 });
  for (const left of ["2", "1", "0"]) {
    const answer = await ask(token, whoAmI);
    expect(answer.errors).toEqual([]);
    expect(answer.headers.get("ratelimit")).toContain(`r=${left};`);
  }
  const refused = await ask(token, whoAmI);
  expect(codeOf(refused)).toEqual([429, "RATE_LIMITED"]);
  expect(refused.headers.get("retry-after")).toBe("20");
  expect(refused.errors[0]?.extensions).toMatchObject({ retryAfterSeconds: 20 });
  world.clock.advance({ seconds: 20 });
  expect((await ask(token, whoAmI)).errors).toEqual([]);
});

test("OX8: a key that is wrong, has run out or was revoked is nobody's, and with a cookie it is no request", async () => {
  const made = await make({ days: 1 });
  expect(codeOf(await ask(`tl_live_00000000_${"A".repeat(43)}`, whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
  expect(codeOf(await ask("anything", whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
  const cookie = await server.signIn(owner);
  expect(codeOf(await ask(made.token, whoAmI, {}, { cookie }))).toEqual([400, "BAD_USER_INPUT"]);
  await change("revokeApiKey", "RevokeApiKeyInput", { id: made.keyId });
  expect(codeOf(await ask(made.token, whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
  const other = await make({ days: 1 });
  expect((await ask(other.token, whoAmI)).errors).toEqual([]);
  const before = world.clock.now();
  world.clock.advance({ days: 1, seconds: 1 });
  expect(codeOf(await ask(other.token, whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
  world.clock.set(before);
});

test("VX16: rotating makes a further key, and the one before works for a day more", async () => {
  const made = await make();
  const answer = await world.graphql(
    owner,
    `mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { token userErrors { code } } }`,
    { input: { idempotencyKey: newId(), clientId: made.id } },
  );
  const { token } = fieldOf<{ token: string }>(answer, "rotateApiKey");
  for (const each of [made.token, token]) expect((await ask(each, whoAmI)).errors).toEqual([]);
  const before = world.clock.now();
  world.clock.advance({ days: 1, seconds: 1 });
  expect(codeOf(await ask(made.token, whoAmI))).toEqual([401, "UNAUTHENTICATED"]);
  expect((await ask(token, whoAmI)).errors).toEqual([]);
  world.clock.set(before);
});

test("OX8: a key opens a socket, by greeting or by header, and its revocation closes it", async () => {
  const made = await make({ scopes: ["inventory_read"] });
  const socket = server.socket();
  expect(await socket.hello({ authorization: `Bearer ${made.token}` })).toBe(true);
  const other = server.socket({ authorization: `Bearer ${made.token}` });
  expect(await other.hello()).toBe(true);
  socket.subscribe("1", "subscription { notifications { id } }");
  const refused = await socket.next(({ type }) => type === "error" || type === "next");
  expect(JSON.stringify(refused?.payload)).toContain("FORBIDDEN");
  await change("revokeApiKey", "RevokeApiKeyInput", { id: made.keyId });
  expect(await socket.closed).toBe(4401);
  expect(await other.closed).toBe(4401);
  expect(socketLimits.recheckMs).toBeLessThanOrEqual(5_000);
});

test("VX17: no key can be read again: the database keeps its hash, the API tells it once", async () => {
  const input = { idempotencyKey: newId(), name: "Told once", scopes: ["customers_read"] };
  const query = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token } }`;
  const tokenOf = async () =>
    fieldOf<{ token: string | null }>(await world.graphql(owner, query, { input }), "createApiClient").token;
  const token = (await tokenOf()) ?? "";
  expect(token).toMatch(/^tl_live_[0-9a-z]{8}_[A-Za-z0-9_-]{43}$/);
  expect(await tokenOf()).toBeNull();
  const secret = token.slice(17);
  const tables = ["api_key", "api_client", "audit_entry", "idempotency", "app_user"];
  for (const table of tables) {
    const text = JSON.stringify(await rows(`select * from ${table}`));
    expect([table, text.includes(secret)]).toEqual([table, false]);
  }
  const all = `{ apiClients(first: 100) { nodes { id name maker ipList scopes keys { id prefix expiresAt lastUsedAt } activity(first: 10) { nodes { changes { after } } } } } }`;
  const seen = JSON.stringify((await world.graphql(owner, all)).data);
  expect(seen).toContain(token.slice(0, 16));
  expect(seen).not.toContain(secret);
});

test("VX16: the owner of a key reads what was asked with it", async () => {
  const { token, id } = await make({ scopes: ["customers_read"] });
  await ask(token, listCustomers);
  await ask(token, createCustomer, newCustomer());
  await ask(token, "{ nonsense");
  await expect
    .poll(async () => {
      const answer = await world.graphql(
        owner,
        `query ($id: ID!) { apiRequests(filter: { clientId: $id }, first: 10) { nodes { operation kind status codes ip cost client { id } } } }`,
        { id },
      );
      return fieldOf<{ nodes: unknown[] }>(answer, "apiRequests").nodes;
    })
    .toEqual([
      { operation: null, kind: null, status: 400, codes: ["BAD_USER_INPUT"], ip: "127.0.0.1", cost: 0, client: { id } },
      {
        operation: "Add",
        kind: "MUTATION",
        status: 200,
        codes: ["FORBIDDEN"],
        ip: "127.0.0.1",
        cost: expect.any(Number),
        client: { id },
      },
      {
        operation: "Mine",
        kind: "QUERY",
        status: 200,
        codes: [],
        ip: "127.0.0.1",
        cost: expect.any(Number),
        client: { id },
      },
    ]);
  const foreign = await world.graphql(
    "owner@beta.test",
    `query ($id: ID!) { apiRequests(filter: { clientId: $id }, first: 10) { nodes { id } } }`,
    { id },
  );
  expect(fieldOf(foreign, "apiRequests")).toEqual({ nodes: [] });
});

test("VX16: the log is narrowed to one key and tells which it was, and a program's owner reads what it has left", async () => {
  const { id, token, keyId } = await make({ requestsPerMinute: 10 });
  const rotated = await world.graphql(
    owner,
    "mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { token } }",
    { input: { clientId: id, idempotencyKey: newId() } },
  );
  const { token: other } = fieldOf<{ token: string }>(rotated, "rotateApiKey");
  await ask(token, whoAmI);
  await ask(other, listCustomers);
  const written = () => rows("select 1 from api_request where client_id = $1", [decodeId("acl", id)]);
  await expect.poll(async () => (await written()).length).toBe(2);
  const log = await world.graphql(
    owner,
    "query ($filter: ApiRequestFilter) { apiRequests(first: 9, filter: $filter) { nodes { operation key { id } } } }",
    { filter: { keyId } },
  );
  expect(fieldOf(log, "apiRequests")).toEqual({ nodes: [{ operation: "Me", key: { id: keyId } }] });
  const cookie = await server.signIn(owner);
  const query = "query ($id: ID!) { apiClient(id: $id) { left { requests points } } }";
  const left = fieldOf<{ left: { requests: number; points: number } }>(
    await server.post({ query, variables: { id } }, { cookie }),
    "apiClient",
  ).left;
  expect([left.requests, left.points < costBucketPoints]).toEqual([8, true]);
});

test("C4: a change in the customer's console and one through the API are told with who, through what, before and after", async () => {
  const { johnSmith } = customersOfTests;
  const cookie = await server.signIn(owner);
  const { token } = await make({ scopes: ["customers_read", "customers_write"] });
  const query = `mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { version } userErrors { code } } }`;
  const version = async () =>
    (await rows<{ version: number }>("select version from customer where id = $1", [johnSmith.id]))[0]!.version;
  const change = async (name: string, headers: Record<string, string>) => {
    const input = { id: encodeId("cus", johnSmith.id), version: await version(), name };
    const { data, errors } = await server.post({ query, variables: { input } }, headers);
    expect([errors, (data?.["updateCustomer"] as { userErrors: unknown } | undefined)?.userErrors]).toEqual([[], []]);
  };
  await change("John Smyth", { cookie, "x-tierline-client": "console" });
  await change("John Smith", { authorization: `Bearer ${token}` });
  expect(
    await rows(
      "select actor, channel, changes from audit_entry where operation = 'customer.update' and subject_id = $1 order by at, id",
      [johnSmith.id],
    ),
  ).toEqual([
    {
      actor: usersOfTests[owner].name,
      channel: "CONSOLE",
      changes: [{ field: "name", before: "John Smith", after: "John Smyth" }],
    },
    { actor: "Shop window", channel: "API", changes: [{ field: "name", before: "John Smyth", after: "John Smith" }] },
  ]);
});
