import { createHash } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { graphql } from "graphql";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction, type RequestContext } from "../kernel/context.ts";
import { createVault } from "../kernel/vault.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests, type TestReseller } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { authenticate } from "./authenticate.ts";
import { createUser } from "./create-user.ts";
import { forgetOldSessions, hashOfToken } from "./session.ts";

const world = await testWorld();
const password = "a sentence to remember";

function person(
  email: string,
  at: TestReseller,
  more: Partial<Parameters<typeof createUser>[1]> = {},
): Promise<string> {
  const { id: resellerId } = resellersOfTests[at];
  return transaction(world.system(), (tx) =>
    createUser(tx, { resellerId, email, name: `User of ${at}`, role: "AGENT", password, ...more }),
  );
}

beforeAll(async () => {
  await plantCustomers(world);
  await person("anna@shop.test", "acme");
  await person("both@shop.test", "acme");
  await person("both@shop.test", "beta", { password: "another sentence here" });
  await person("same@shop.test", "acme");
  await person("same@shop.test", "beta");
  await person("jane@johnson.test", "acme", { role: "CUSTOMER_USER", customerId: customersOfTests.johnson.id });
});

beforeEach(async () => {
  world.clock.set(t0);
  await world.database.rows("delete from rate_limit");
});

interface Browser {
  readonly request: RequestContext;
  cookie: string | null;
}

function browser(token: string | null = null, ip = "192.0.2.1"): Browser {
  const made: Browser = {
    cookie: token,
    request: {
      ...world.request(null),
      viewer: null,
      http: { ip, userAgent: "a browser", setSession: (next) => void (made.cookie = next) },
    },
  };
  return made;
}

const document = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    viewer { user { email role } reseller { key } customer { number } tierPath { key isCurrent } permissions serverTime }
    userErrors { code message path }
  }
}`;

interface Signed {
  viewer: {
    user: { email: string; role: string };
    reseller: { key: string };
    customer: { number: number } | null;
    permissions: string[];
  } | null;
  userErrors: { code: string; message: string; path: string[] | null }[];
}

async function signIn(at: Browser, input: { email: string; password: string; resellerKey?: string }) {
  const result = await graphql({
    schema: world.schema,
    source: document,
    variableValues: { input },
    contextValue: at.request,
  });
  return { signed: (result.data?.["signIn"] ?? null) as unknown as Signed | null, error: result.errors?.[0] };
}

async function refusal(input: { email: string; password: string; resellerKey?: string }, ip?: string) {
  const { signed } = await signIn(browser(null, ip), input);
  expect(signed?.viewer).toBeNull();
  return signed?.userErrors ?? [];
}

async function sessions(): Promise<number> {
  const [row] = await world.database.rows<{ count: string }>("select count(*) from session where ended_at is null");
  return Number(row?.count);
}

test("e-mail and password open a session, and the answer is read as the new viewer", async () => {
  const at = browser();
  const { signed } = await signIn(at, { email: "  ANNA@shop.test ", password });
  expect(signed?.userErrors).toEqual([]);
  expect(signed?.viewer).toMatchObject({
    user: { email: "anna@shop.test", role: "AGENT" },
    reseller: { key: "acme" },
    customer: null,
    tierPath: [
      { key: "tierline", isCurrent: false },
      { key: "nord", isCurrent: false },
      { key: "acme", isCurrent: true },
    ],
    serverTime: t0.toISOString(),
  });
  expect(signed?.viewer?.permissions).toContain("order.place");
  expect(signed?.viewer?.permissions).not.toContain("finance.view");
  expect(await authenticate(world.system(), at.cookie ?? "")).toMatchObject({
    email: "anna@shop.test",
    path: "r1.r2.r3.",
  });
});

test("a customer's own user sees that customer and nothing above it", async () => {
  const at = browser();
  const { signed } = await signIn(at, { email: "jane@johnson.test", password });
  expect(signed?.viewer).toMatchObject({
    user: { role: "CUSTOMER_USER" },
    reseller: { key: "acme" },
    customer: { number: 789 },
  });
  expect(await authenticate(world.system(), at.cookie ?? "")).toMatchObject({
    path: "r1.r2.r3.c789.",
    customerId: customersOfTests.johnson.id,
  });
});

test("an unknown e-mail and a wrong password get the same answer, and nothing is opened", async () => {
  const before = await sessions();
  const unknown = await refusal({ email: "nobody@shop.test", password });
  const wrong = await refusal({ email: "anna@shop.test", password: "not this sentence" });
  const elsewhere = await refusal({ email: "anna@shop.test", password, resellerKey: "beta" });
  expect(unknown).toEqual([{ code: "SIGN_IN_REFUSED", message: expect.any(String), path: null }]);
  expect(wrong).toEqual(unknown);
  expect(elsewhere).toEqual(unknown);
  expect(await sessions()).toBe(before);
});

test("texts that are no e-mail, password or key are refused without trying them", async () => {
  const code = async (input: { email: string; password: string; resellerKey?: string }) =>
    (await refusal(input))[0]?.code;
  expect(await code({ email: "a\0@b.test", password })).toBe("INVALID");
  expect(await code({ email: "\ud800@b.test", password })).toBe("INVALID");
  expect(await code({ email: `${"x".repeat(260)}@b.test`, password })).toBe("TOO_LONG");
  expect(await code({ email: "anna@shop.test", password: "x".repeat(129) })).toBe("TOO_LONG");
  expect(await code({ email: "anna@shop.test", password, resellerKey: "a\0" })).toBe("INVALID");
  expect(await world.database.rows("select 1 from rate_limit")).toEqual([]);
});

test("one e-mail at two resellers: the password decides, or the reseller's key does", async () => {
  const resellerOf = async (input: { email: string; password: string; resellerKey?: string }) =>
    (await signIn(browser(), input)).signed?.viewer?.reseller.key;
  expect(await resellerOf({ email: "both@shop.test", password })).toBe("acme");
  expect(await resellerOf({ email: "both@shop.test", password: "another sentence here" })).toBe("beta");
  expect(await refusal({ email: "same@shop.test", password })).toMatchObject([
    { code: "REQUIRED", path: ["resellerKey"] },
  ]);
  expect(await resellerOf({ email: "same@shop.test", password, resellerKey: "beta" })).toBe("beta");
  expect(await resellerOf({ email: "same@shop.test", password, resellerKey: "acme" })).toBe("acme");
});

test("that an account is deactivated is told to whoever knows its password only", async () => {
  await person("gone@shop.test", "acme");
  await world.database.rows("update app_user set disabled_at = now() where email = 'gone@shop.test'");
  expect(await refusal({ email: "gone@shop.test", password: "not this sentence" })).toMatchObject([
    { code: "SIGN_IN_REFUSED" },
  ]);
  expect(await refusal({ email: "gone@shop.test", password })).toMatchObject([{ code: "ACCOUNT_DEACTIVATED" }]);
});

test("a closed reseller, above as well, lets nobody in; a suspended one lets people look", async () => {
  await person("staff@north.test", "acmeNorth", { role: "RESELLER_OWNER" });
  const attempt = () => signIn(browser(), { email: "staff@north.test", password });
  await world.database.rows("update reseller set state = 'SUSPENDED' where key = 'acme'");
  const { signed } = await attempt();
  expect(signed?.viewer?.permissions).toEqual(
    expect.arrayContaining(["customer.view", "service.terminate", "search.use"]),
  );
  for (const gone of ["customer.create", "order.place", "inventory.add"])
    expect(signed?.viewer?.permissions).not.toContain(gone);
  await world.database.rows("update reseller set state = 'CLOSED' where key = 'acme'");
  expect((await attempt()).signed?.userErrors).toMatchObject([{ code: "ACCOUNT_DEACTIVATED" }]);
  await world.database.rows(
    "set local session_replication_role = replica; update reseller set state = 'ACTIVE' where key = 'acme'", // past the trigger
  );
  expect((await attempt()).signed?.viewer?.permissions).toContain("customer.create");
});

test("a session ends when its user, customer or reseller may not work any more, at the next request", async () => {
  const at = browser();
  await signIn(at, { email: "jane@johnson.test", password });
  const isValid = async () => (await authenticate(world.system(), at.cookie ?? "")) !== null;
  for (const [stop, resume] of [
    [
      "update app_user set disabled_at = now() where email = 'jane@johnson.test'",
      "update app_user set disabled_at = null where email = 'jane@johnson.test'",
    ],
    [
      "update customer set state = 'DEACTIVATED' where number = 789",
      "update customer set state = 'ACTIVE' where number = 789",
    ],
    [
      "update reseller set state = 'CLOSED' where key = 'nord'",
      "update reseller set state = 'ACTIVE' where key = 'nord'",
    ],
  ]) {
    expect(await isValid()).toBe(true);
    await world.database.rows(`set local session_replication_role = replica; ${stop}`);
    expect(await isValid()).toBe(false);
    await world.database.rows(`set local session_replication_role = replica; ${resume}`);
  }
});

test("only the hash of a session's token is stored, and no two tokens are alike", async () => {
  const [first, second] = [browser(), browser()];
  await signIn(first, { email: "anna@shop.test", password });
  await signIn(second, { email: "anna@shop.test", password });
  expect(first.cookie).toMatch(/^[\w-]{43}$/);
  expect(first.cookie).not.toBe(second.cookie);
  const hashes = await world.database.rows<{ token_hash: string }>("select token_hash from session");
  const hashOf = (token: string | null) =>
    createHash("sha256")
      .update(token ?? "")
      .digest("base64url");
  expect(hashes.map((row) => row.token_hash)).toEqual(
    expect.arrayContaining([hashOf(first.cookie), hashOf(second.cookie)]),
  );
  expect(JSON.stringify(hashes)).not.toContain(first.cookie);
});

test("signing in gives a new session and ends the one it was done with", async () => {
  const first = browser();
  await signIn(first, { email: "anna@shop.test", password });
  const old = first.cookie ?? "";
  const viewer = await authenticate(world.system(), old);
  const again: Browser = {
    cookie: old,
    request: {
      ...first.request,
      viewer,
      http: { ip: "192.0.2.1", userAgent: "", setSession: (next) => void (again.cookie = next) },
    },
  };
  await signIn(again, { email: "jane@johnson.test", password });
  expect(again.cookie).not.toBe(old);
  expect(await authenticate(world.system(), old)).toBeNull();
  expect(await authenticate(world.system(), again.cookie ?? "")).toMatchObject({ email: "jane@johnson.test" });
});

test("a session ends after half an hour without use, and after twelve hours in any case", async () => {
  const at = browser();
  await signIn(at, { email: "anna@shop.test", password });
  const isValid = async () => (await authenticate(world.system(), at.cookie ?? "")) !== null;
  world.clock.advance({ minutes: 29 });
  expect(await isValid()).toBe(true);
  world.clock.advance({ minutes: 29 });
  expect(await isValid()).toBe(true);
  world.clock.advance({ minutes: 30 });
  expect(await isValid()).toBe(false);

  await signIn(at, { email: "anna@shop.test", password });
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    world.clock.advance({ minutes: 20 });
    expect(await isValid()).toBe(true);
  }
  world.clock.advance({ minutes: 20 });
  expect(await isValid()).toBe(false);
});

test("the last use of a session is written at most once a minute", async () => {
  const at = browser();
  await signIn(at, { email: "anna@shop.test", password });
  const lastSeen = async () => {
    await authenticate(world.system(), at.cookie ?? "");
    const [row] = await world.database.rows<{ last_seen_at: Date }>(
      "select last_seen_at from session where token_hash = $1",
      [hashOfToken(at.cookie ?? "")],
    );
    return row?.last_seen_at.getTime();
  };
  world.clock.advance({ seconds: 59 });
  expect(await lastSeen()).toBe(t0.getTime());
  world.clock.advance({ seconds: 1 });
  expect(await lastSeen()).toBe(t0.getTime() + 60_000);
});

test("signing out ends the session everywhere and tells the sockets that hang on it", async () => {
  const at = browser();
  await signIn(at, { email: "anna@shop.test", password });
  const token = at.cookie ?? "";
  const viewer = await authenticate(world.system(), token);
  const told: string[] = [];
  const stop = world.changes.tap(({ topic }) => told.push(topic));
  const contextValue: RequestContext = { ...at.request, viewer };
  const { data } = await graphql({
    schema: world.schema,
    source: "mutation { signOut { userErrors { code } } }",
    contextValue,
  });
  stop();
  expect(data).toEqual({ signOut: { userErrors: [] } });
  expect(at.cookie).toBeNull();
  expect(told).toEqual([`session:${viewer?.sessionId}`]);
  expect(await authenticate(world.system(), token)).toBeNull();
});

test("nobody is signed in without a session, or by a token that was never given out", async () => {
  const { data } = await graphql({
    schema: world.schema,
    source: "{ viewer { user { email } } }",
    contextValue: browser().request,
  });
  expect(data).toEqual({ viewer: null });
  for (const token of ["", "x", "A".repeat(43), "y".repeat(10_000)])
    expect(await authenticate(world.system(), token)).toBeNull();
});

test("passwords are hashed with argon2id, 46 MiB and two passes, over a pepper that is not in the database", async () => {
  const rows = await world.database.rows<{ password_hash: string }>(
    "select c.password_hash from credential c join app_user u on u.id = c.user_id where u.email = 'anna@shop.test'",
  );
  const hash = rows[0]?.password_hash ?? "";
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=2,p=1\$/);
  expect(await verify(hash, password)).toBe(false);
  expect(await verify(hash, world.vault.pepper(password))).toBe(true);
  expect(await verify(hash, createVault(Buffer.alloc(32, 8)).pepper(password))).toBe(false);
});

test("rows of people and sessions are not seen by anyone outside their tier", async () => {
  const { em } = world.as("agent@beta.test");
  expect(await em.execute("select 1 from app_user where email = 'anna@shop.test'")).toEqual([]);
  expect(
    await em.execute("select 1 from credential c join app_user u on u.id = c.user_id where u.path like 'r1.r2.r3.%'"),
  ).toEqual([]);
});

test("sessions that ran out a month ago are forgotten", async () => {
  await world.database.rows("delete from session");
  await signIn(browser(), { email: "anna@shop.test", password });
  world.clock.advance({ days: 30, hours: 12 });
  expect(await forgetOldSessions(world.system())).toBe(0);
  world.clock.advance({ seconds: 1 });
  expect(await forgetOldSessions(world.system())).toBe(1);
});
