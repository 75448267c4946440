import { afterAll, beforeEach, expect, test } from "vitest";
import { errorsMax, webSocketFrameBytesMax } from "@tierline/shared/limits.ts";
import { hostileDocuments } from "../testkit/hostile-documents.ts";
import {
  answerOf,
  cookieOf,
  givePasswords,
  liveServer,
  passwordOfTests,
  signInDocument,
  type HttpAnswer,
} from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";
import { limits } from "./limits.ts";
import { socketLimits } from "./web-socket.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.database.rows("delete from rate_limit"));

const agent = "agent@acme.test";
const whoAmI = "{ viewer { user { email } } }";
const evil = { origin: "https://evil.example" };

async function emailOf(cookie: string): Promise<unknown> {
  const { data } = await server.post({ query: whoAmI }, { cookie });
  return (data?.["viewer"] as { user: { email: string } } | null)?.user.email ?? null;
}

function refusedAs({ errors }: HttpAnswer): unknown {
  return errors[0]?.extensions?.code;
}

test("signing in gives a cookie that scripts cannot read and other sites do not send, and every request is read by it", async () => {
  const input = { email: agent, password: passwordOfTests };
  const answer = await server.post({ query: signInDocument, variables: { input } });
  const [header = ""] = answer.headers.getSetCookie();
  expect(header).toMatch(/HttpOnly/i);
  expect(header).toMatch(/SameSite=Lax/i);
  expect(answer.text).not.toContain(cookieOf(answer)?.split("=")[1] ?? "no cookie");
  expect(await emailOf(cookieOf(answer) ?? "")).toBe(agent);
  expect(await emailOf("")).toBeNull();
  expect(await emailOf("tierline_session=forged")).toBeNull();
});

test("signing out ends the session for everyone who holds the cookie", async () => {
  const cookie = await server.signIn(agent);
  await server.post({ query: "mutation { signOut { userErrors { code } } }" }, { cookie });
  expect(await emailOf(cookie)).toBeNull();
  const { errors } = await server.post({ query: "{ resellers(first: 1) { nodes { id } } }" }, { cookie });
  expect(errors[0]?.extensions?.code).toBe("UNAUTHENTICATED");
});

test("attempts to sign in are counted one by one, though they come in one request under aliases", async () => {
  const head = "mutation ($input: SignInInput!)";
  const tries = [1, 2, 3, 4].map((index) => `a${index}: signIn(input: $input) { userErrors { code } }`).join(" ");
  const variables = { input: { email: agent, password: "wrong" } };
  const first = await server.post({ query: `${head} { ${tries} }`, variables });
  expect(first.errors).toEqual([]);
  const second = await server.post({ query: `${head} { ${tries} }`, variables });
  expect(second.errors.map(({ extensions }) => extensions?.code)).toContain("RATE_LIMITED");
  const right = await server.post({
    query: signInDocument,
    variables: { input: { email: agent, password: passwordOfTests } },
  });
  expect(refusedAs(right)).toBe("RATE_LIMITED");
  expect(cookieOf(right)).toBeNull();
});

test("pages of other sites are refused, signed in or not, by HTTP and at the socket's upgrade", async () => {
  const cookie = await server.signIn(agent);
  for (const headers of [evil, { origin: "null" }, { "sec-fetch-site": "cross-site" }]) {
    const answer = await server.post({ query: whoAmI }, { cookie, ...headers });
    expect([headers, answer.status, refusedAs(answer), answer.data]).toEqual([headers, 403, "FORBIDDEN", null]);
    const socket = server.socket({ cookie, ...headers });
    expect(await socket.hello()).toBe(false);
    expect(socket.messages).toEqual([]);
  }
  expect((await server.post({ query: whoAmI }, { origin: server.api.url })).status).toBe(200);
});

test("a form cannot ask: neither by GET nor with a form's content type", async () => {
  const cookie = await server.signIn(agent);
  const asked = `${server.api.url}/graphql?query=${encodeURIComponent(whoAmI)}`;
  const got = await answerOf(await fetch(asked, { headers: { cookie } }));
  expect(got.status).toBeGreaterThanOrEqual(400);
  expect(got.data).toBeNull();
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    const answer = await server.post(JSON.stringify({ query: whoAmI }), { cookie, "content-type": type });
    expect([type, answer.status >= 400, answer.status < 500, answer.data]).toEqual([type, true, true, null]);
  }
});

test("several operations in one body, a body too large and one that is no JSON are refused as the caller's fault", async () => {
  const bodies = [
    [{ query: whoAmI }, { query: whoAmI }],
    { query: "x".repeat(limits.bodyBytes) },
    "{",
    '"text"',
    "null",
  ];
  for (const body of bodies) {
    const answer = await server.post(body);
    expect([answer.status >= 400, answer.status < 500, answer.data]).toEqual([true, true, null]);
    expect(answer.text).not.toMatch(/node_modules|\.ts:|at .*\(/);
  }
});

test("there are forty kinds of hostile documents", () => {
  for (const operation of ["query", "subscription"] as const) {
    expect(new Set(hostileDocuments(operation).map(({ name }) => name)).size).toBe(40);
  }
});

for (const { name, query, variables } of hostileDocuments("query")) {
  test(`${name}: refused over HTTP with at most ${errorsMax} errors and nothing executed`, async () => {
    const answer = await server.post({ query, variables }, { cookie: await server.signIn(agent) });
    expect([name, answer.status]).toEqual([name, answer.status === 200 ? "a refusal" : answer.status]);
    expect(answer.status).toBeLessThan(500);
    expect(answer.data).toBeNull();
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.errors.length).toBeLessThanOrEqual(errorsMax);
    expect(new Set(answer.errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(answer.text.length).toBeLessThan(20_000);
    expect(answer.text).not.toMatch(/Did you mean|stacktrace|node_modules/);
  });
}

for (const { name, query, variables } of hostileDocuments("subscription")) {
  test(`${name}: refused over the WebSocket with at most ${errorsMax} errors and nothing executed`, async () => {
    const socket = server.socket({ cookie: await server.signIn(agent) });
    expect(await socket.hello()).toBe(true);
    socket.subscribe("1", query, variables);
    // What does not fit into a frame is not read at all.
    if (JSON.stringify({ query, variables }).length > webSocketFrameBytesMax) {
      expect(await socket.closed).toBe(1009);
      return;
    }
    const answer = await socket.next(({ type }) => type === "next" || type === "error");
    const errors = answer?.payload as { message: string; extensions?: { code?: string } }[];
    expect([name, answer?.type]).toEqual([name, "error"]);
    expect(errors.length).toBeLessThanOrEqual(errorsMax);
    expect(JSON.stringify(errors)).not.toMatch(/Did you mean|stacktrace|node_modules/);
    expect(new Set(errors.map(({ extensions }) => extensions?.code))).toEqual(new Set(["BAD_USER_INPUT"]));
    socket.cut();
  });
}

test("a page larger than a hundred rows is refused, as a literal and as a variable, however cheap it is", async () => {
  const cookie = await server.signIn(agent);
  for (const first of [101, 4_000, -1, 0, 2_147_483_647]) {
    const asked = { query: "query ($n: Int!) { resellers(first: $n) { nodes { id } } }", variables: { n: first } };
    const answer = await server.post(asked, { cookie });
    expect([first, refusedAs(answer), answer.data]).toEqual([first, "BAD_USER_INPUT", null]);
  }
});

test("nobody speaks over the socket without a session, without the protocol, or in silence", async () => {
  const nobody = server.socket();
  expect(await nobody.hello()).toBe(false);
  expect(await nobody.closed).toBe(4403);
  const old = server.socket({ cookie: await server.signIn(agent) }, "graphql-ws");
  expect(await old.hello()).toBe(false);
});

test("queries and mutations do not travel over the socket", async () => {
  const socket = server.socket({ cookie: await server.signIn(agent) });
  await socket.hello();
  for (const query of [whoAmI, "mutation { signOut { userErrors { code } } }", "{ __schema { types { name } } }"]) {
    socket.subscribe(query, query);
    const answer = await socket.next(({ type, id }) => id === query && (type === "next" || type === "error"));
    expect([query, answer?.type]).toEqual([query, "error"]);
  }
  socket.cut();
});

test("a frame over the limit closes the socket, and so do bytes that are no message", async () => {
  const cookie = await server.signIn(agent);
  const large = server.socket({ cookie });
  await large.hello();
  large.send({ type: "ping", payload: { text: "x".repeat(webSocketFrameBytesMax) } });
  expect(await large.closed).toBe(1009);
  const garbage = server.socket({ cookie });
  await garbage.hello();
  garbage.raw.send("{]");
  expect(await garbage.closed).toBeGreaterThan(1000);
});

test("a socket carries so many subscriptions and no more", async () => {
  const socket = server.socket({ cookie: await server.signIn(agent) });
  await socket.hello();
  for (let index = 0; index <= socketLimits.subscriptionsPerSocket; index += 1)
    socket.subscribe(String(index), "subscription { notifications { id } }");
  const refused = await socket.next(({ type }) => type === "error");
  expect(refused?.id).toBe(String(socketLimits.subscriptionsPerSocket));
  socket.cut();
});

test("a session that is ended closes its sockets, and a right that is taken away too; others stay", async () => {
  const [ended, deactivated, stays] = await Promise.all([
    server.signIn(agent),
    server.signIn("agent2@acme.test"),
    server.signIn("owner@acme.test"),
  ]);
  const sockets = [ended, deactivated, stays].map((cookie) => server.socket({ cookie }));
  for (const socket of sockets) {
    expect(await socket.hello()).toBe(true);
    socket.subscribe("1", "subscription { notifications { id } }");
  }
  await server.post({ query: "mutation { signOut { userErrors { code } } }" }, { cookie: ended });
  await world.database.rows("update app_user set role = 'CUSTOMER_USER' where email = 'agent2@acme.test'");
  expect(await Promise.all(sockets.slice(0, 2).map(({ closed }) => closed))).toEqual([4401, 4401]);
  expect(sockets[2]?.raw.readyState).toBe(1);
  sockets[2]?.cut();
  await world.database.rows("update app_user set role = 'AGENT' where email = 'agent2@acme.test'");
});

test("every answer carries the headers that keep browsers from guessing", async () => {
  const { headers } = await server.post({ query: whoAmI });
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(headers.get("cache-control")).toBe("no-store");
});
