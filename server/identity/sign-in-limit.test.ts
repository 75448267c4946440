import { graphql } from "graphql";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { AccessError } from "../kernel/rejection.ts";
import { transaction, type RequestContext } from "../kernel/context.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { createUser } from "./create-user.ts";
import { forgetOldLimits, signInLimit } from "./sign-in-limit.ts";

const world = await testWorld();
const password = "a sentence to remember";

beforeAll(() =>
  transaction(world.system(), (tx) =>
    createUser(tx, {
      resellerId: resellersOfTests.acme.id,
      email: "anna@shop.test",
      name: "Anna",
      role: "AGENT",
      password,
    }),
  ),
);
beforeEach(() => world.database.rows("delete from rate_limit"));

const document =
  "mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { email } } userErrors { code } } }";

/** `SIGNED_IN`, a refusal's code, or the code of the error at the top. */
async function attempt(email: string, tried: string, ip = "192.0.2.1", resellerKey?: string): Promise<string> {
  const contextValue: RequestContext = {
    ...world.request(null),
    http: { ip, userAgent: "", setSession: () => undefined },
  };
  const { data, errors } = await graphql({
    schema: world.schema,
    source: document,
    variableValues: { input: { email, password: tried, resellerKey } },
    contextValue,
  });
  const cause = errors?.[0]?.originalError;
  if (cause instanceof AccessError) {
    expect(cause.retryAfterSeconds).toBeGreaterThan(0);
    expect(cause.retryAfterSeconds).toBeLessThanOrEqual(60);
    return cause.code;
  }
  const { viewer, userErrors } = data!["signIn"] as {
    viewer: object | null;
    userErrors: { code: string }[];
  };
  return viewer === null ? (userErrors[0]?.code ?? "") : "SIGNED_IN";
}

test("after five wrong passwords a minute the right one is refused as well, known account or not", async () => {
  for (const email of ["anna@shop.test", "nobody@shop.test"]) {
    const answers: string[] = [];
    for (let index = 0; index < 6; index += 1) answers.push(await attempt(email, "wrong", `198.51.100.${index}`));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => "SIGN_IN_REFUSED"), "RATE_LIMITED"]);
  }
  expect(await attempt("anna@shop.test", password, "198.51.100.99")).toBe("RATE_LIMITED");
});

test("an address may try twenty times a minute, whatever the accounts", async () => {
  const answers: string[] = [];
  for (let index = 0; index < 21; index += 1)
    answers.push(await attempt(`user${index}@shop.test`, "wrong", "192.0.2.1", "acme"));
  expect(answers.filter((answer) => answer === "SIGN_IN_REFUSED")).toHaveLength(20);
  expect(answers.at(-1)).toBe("RATE_LIMITED");
  expect(await attempt("anna@shop.test", password)).toBe("RATE_LIMITED");
  expect(await attempt("anna@shop.test", password, "192.0.2.2")).toBe("SIGNED_IN");
});

test("whoever knows the password is not counted, however often they sign in", async () => {
  for (let index = 0; index < 21; index += 1)
    expect(await attempt("anna@shop.test", password, "192.0.2.1", "acme")).toBe("SIGNED_IN");
});

test("attempts are counted in the database: another process counts on, and time sets it back", async () => {
  const other = await world.database.openOrm(2);
  const elsewhere = signInLimit(other.em.fork(), "anna@shop.test", "203.0.113.7");
  for (let index = 0; index < 5; index += 1) await elsewhere.attempt();
  expect(await attempt("anna@shop.test", password)).toBe("RATE_LIMITED");
  await world.database.rows("update rate_limit set expire = $1", [Date.now() - 1]);
  expect(await attempt("anna@shop.test", password)).toBe("SIGNED_IN");
  await other.close(true);
});

test("simultaneous attempts are each counted", async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => attempt("anna@shop.test", "wrong")));
  expect(answers.filter((answer) => answer === "SIGN_IN_REFUSED")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "RATE_LIMITED")).toHaveLength(7);
});

test("an IPv6 address is counted with its whole network, and an IPv4 one in IPv6 clothes as itself", async () => {
  const keys = async (ip: string) => {
    await world.database.rows("delete from rate_limit");
    await signInLimit(world.system().em, "x@y.test", ip).attempt();
    const rows = await world.database.rows<{ key: string }>(
      "select key from rate_limit where key like 'sign_in_address%'",
    );
    return rows[0]?.key;
  };
  expect(await keys("2001:db8:1:2::1")).toBe(await keys("2001:db8:1:2:ffff::9"));
  expect(await keys("2001:db8:1:2::1")).not.toBe(await keys("2001:db8:1:3::1"));
  expect(await keys("::ffff:192.0.2.1")).toBe(await keys("192.0.2.1"));
});

test("what is kept tells neither addresses nor accounts, and is forgotten in the end", async () => {
  await attempt("anna@shop.test", "wrong");
  const rows = await world.database.rows("select * from rate_limit");
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toMatch(/anna|192\.0/);
  expect(await forgetOldLimits(world.system().em, new Date())).toBe(0);
  expect(await forgetOldLimits(world.system().em, new Date(Date.now() + 2 * 3_600_000))).toBe(2);
});
