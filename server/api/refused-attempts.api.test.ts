import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer, passwordOfTests, signInDocument } from "../testkit/live-server.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
let server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.database.rows("delete from rate_limit"));
afterEach(async () => {
  await settled();
  await world.database.rows("set local session_replication_role = replica; delete from audit_entry");
});

/** What is found or counted after an answer is written when the process ends at the latest. */
async function settled(): Promise<void> {
  await server.close();
  server = await liveServer(world);
}

const { acme, beta } = resellersOfTests;
const agent = "agent@acme.test";
const suspend = (id: string) => ({
  query: "mutation ($input: ResellerStateInput!) { suspended: suspendReseller(input: $input) { userErrors { code } } }",
  variables: { input: { id } },
});
const update = (id: string) => ({
  query: "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { code } } }",
  variables: { input: { id, version: 1, name: "canary of somebody else's" } },
});

interface Told {
  readonly operation: string;
  readonly code: string;
  readonly attempts: number;
}

function refused(): Promise<Told[]> {
  return world.database.rows<Told>("select * from audit_entry where outcome = 'REFUSED' order by id");
}

async function signIn(email: string, password: string): Promise<string | undefined> {
  const { data, errors } = await server.post({ query: signInDocument, variables: { input: { email, password } } });
  return (
    errors[0]?.extensions?.code ?? (data as { signIn: { userErrors: { code: string }[] } }).signIn.userErrors[0]?.code
  );
}

test("rel-D14: what somebody may not do is told with who, from where, in which request and why, though nothing was done", async () => {
  const cookie = await server.signIn(agent);
  const id = encodeId("rsl", acme.id);
  const { errors } = await server.post(suspend(id), { cookie, "x-tierline-client": "console" });
  expect(errors[0]?.extensions?.code).toBe("FORBIDDEN");
  const [entry] = await refused();
  expect(entry).toMatchObject({
    operation: "suspendReseller",
    code: "FORBIDDEN",
    attempts: 1,
    actor_id: usersOfTests[agent].id,
    actor: usersOfTests[agent].name,
    on_behalf_of: null,
    channel: "CONSOLE",
    path: acme.path,
    subject_kind: "reseller",
    subject_id: acme.id,
    subject: id,
    ip: "127.0.0.1",
    request_id: (errors[0]?.extensions as { requestId?: string } | undefined)?.requestId,
    changes: [],
  });
  const owner = await server.signIn("owner@acme.test");
  const trail = "{ auditEntries(first: 1, filter: { outcome: REFUSED }) { nodes { operation permissionTitle } } }";
  const { data } = await server.post({ query: trail }, { cookie: owner, "accept-language": "fr" });
  const named = { operation: "suspendReseller", permissionTitle: "Suspendre et fermer des revendeurs" };
  expect(data).toEqual({ auditEntries: { nodes: [named] } });
});

test("rel-D14: somebody else's id in a mutation is told in one's own tier, without the texts that were sent with it", async () => {
  const cookie = await server.signIn(agent);
  const foreign = encodeId("cus", customersOfTests.johnnyBeta.id);
  await server.post(update(foreign), { cookie });
  const entries = await refused();
  expect(entries).toMatchObject([
    { operation: "updateCustomer", code: "NOT_FOUND", path: acme.path, subject: foreign, channel: "API" },
  ]);
  expect(JSON.stringify(entries)).not.toContain("canary");
});

test("rel-D14: a form with mistakes and a query that finds nothing are no attempts at anything", async () => {
  const cookie = await server.signIn("owner@acme.test");
  const nothing = encodeId("cus", newId());
  await server.post({ query: "query ($id: ID!) { customer(id: $id) { id } }", variables: { id: nothing } }, { cookie });
  const own = encodeId("cus", customersOfTests.johnnyBeta.id);
  await server.post({ query: "query ($id: ID!) { customer(id: $id) { id } }", variables: { id: own } }, { cookie });
  const input = { name: "", kind: "INDIVIDUAL", idempotencyKey: newId() };
  await server.post(
    {
      query: "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code } } }",
      variables: { input },
    },
    { cookie },
  );
  expect(await refused()).toEqual([]);
});

test("rel-D14: the same attempt again and again is one row a minute and one with the count of those that followed", async () => {
  const cookie = await server.signIn(agent);
  for (let tried = 0; tried < 7; tried += 1) await server.post(update(encodeId("cus", newId())), { cookie });
  expect((await refused()).map(({ attempts }) => attempts)).toEqual([1]);
  world.clock.advance({ minutes: 1 });
  await server.post(update(encodeId("cus", newId())), { cookie });
  expect((await refused()).map(({ attempts }) => attempts).toSorted()).toEqual([1, 1, 6]);
});

test("rel-D14: what was counted when the process ends is told", async () => {
  const cookie = await server.signIn(agent);
  for (let tried = 0; tried < 3; tried += 1) await server.post(update(encodeId("cus", newId())), { cookie });
  await settled();
  expect((await refused()).map(({ attempts }) => attempts)).toEqual([1, 2]);
});

test("rel-D14: a wrong password is told where the account is, and nowhere when there is none", async () => {
  expect(await signIn(agent, "not this one")).toBe("SIGN_IN_REFUSED");
  expect(await signIn("nobody@acme.test", "not this one")).toBe("SIGN_IN_REFUSED");
  await settled();
  const entries = await refused();
  expect(entries).toMatchObject([
    {
      operation: "user.sign_in",
      code: "SIGN_IN_REFUSED",
      path: acme.path,
      subject_kind: "user",
      subject_id: usersOfTests[agent].id,
      actor: agent,
      ip: "127.0.0.1",
    },
  ]);
  expect(JSON.stringify(entries)).not.toContain("not this one");
});

test("rel-D14: passwords that are tried too often are told, the limit among them", async () => {
  for (let tried = 0; tried < 7; tried += 1) await signIn(agent, "not this one");
  expect(await signIn(agent, passwordOfTests)).toBe("RATE_LIMITED");
  await settled();
  const sum = Map.groupBy(await refused(), ({ code }) => code);
  const counted = [...sum].map(([code, entries]) => [
    code,
    entries.reduce((total, { attempts }) => total + attempts, 0),
  ]);
  expect(Object.fromEntries(counted)).toEqual({ SIGN_IN_REFUSED: 5, RATE_LIMITED: 3 });
});

test("CX12: whoever wants to work for a reseller that is not theirs is told of in their own place", async () => {
  const cookie = await server.signIn("owner@acme.test");
  const id = encodeId("rsl", beta.id);
  const { errors } = await server.post(
    { query: "{ viewer { user { email } } }" },
    { cookie, "tierline-on-behalf-of": id },
  );
  expect(errors[0]?.extensions?.code).toBe("NOT_FOUND");
  await settled();
  expect(await refused()).toMatchObject([
    { operation: "reseller.act_for", code: "NOT_FOUND", path: acme.path, actor_id: usersOfTests["owner@acme.test"].id },
  ]);
});
