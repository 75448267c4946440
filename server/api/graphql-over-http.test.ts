import { serverAudits } from "graphql-http";
import { afterAll, expect, test } from "vitest";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const cookie = await server.signIn("owner@acme.test");
const url = `${server.api.url}/graphql`;

/** What graphql-http's audits remark on with a signed-in session, and why it stays so. */
const wrongIsWrong = "a document that is wrong is answered 400 whatever is accepted, so that proxies and logs see it";
const noGet = "questions go by POST alone: a smaller door is easier to guard";
const remarks: Readonly<Record<string, string>> = {
  "572B warn": wrongIsWrong,
  "7B9B warn": wrongIsWrong,
  "FDE2 warn": wrongIsWrong,
  "5A70 notice": noGet,
  "6A70 notice": noGet,
  "D6D5 notice": noGet,
};

test("graphql-http's server audits find no error, and every remark of theirs is one that we know", async () => {
  const fetchFn = (address: string, init: RequestInit = {}) =>
    fetch(address, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } });
  const results = await Promise.all(serverAudits({ url, fetchFn }).map((audit) => audit.fn()));
  const found = results.filter(({ status }) => status !== "ok");
  expect(found.filter(({ status }) => status === "error").map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  expect(found.map(({ id, status }) => `${id} ${status}`).toSorted()).toEqual(Object.keys(remarks).toSorted());
  expect(results.length).toBeGreaterThan(50);
});

interface Probe {
  /** What graphql-cop sends: https://github.com/dolevf/graphql-cop */
  readonly init?: RequestInit;
  readonly search?: string;
  /** Whether the answer has what it looks for. */
  readonly isFound: (text: string) => boolean;
}

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
const hasData = (text: string) => /"data":\{"?[a-z_]/i.test(text);
const get = (query: string): Probe => ({ search: `?${new URLSearchParams({ query }).toString()}`, isFound: hasData });
const aliases = Array.from({ length: 101 }, (_, at) => `alias${at}: __typename`).join(" ");
const deep = "fields { name type { ".repeat(6) + "name" + " } }".repeat(6);
const schemaQuery = json({ query: "{ __schema { types { name fields { name } } } }" });

const probes: Readonly<Record<string, Probe>> = {
  "alias overloading": { init: json({ query: `{ ${aliases} }` }), isFound: (text) => text.includes("alias100") },
  "array-based query batching": {
    init: json(Array.from({ length: 10 }, () => ({ query: "{ __typename }" }))),
    isFound: (text) => text.startsWith("["),
  },
  "directive overloading": {
    init: json({ query: `{ __typename ${"@aa".repeat(10)} }` }),
    isFound: (text) => (JSON.parse(text) as { errors?: unknown[] }).errors?.length === 10,
  },
  "circular query by introspection": { init: json({ query: `{ __schema { types { ${deep} } } }` }), isFound: hasData },
  "field duplication": { init: json({ query: `{ ${"__typename ".repeat(500)} }` }), isFound: hasData },
  "field suggestions": { init: json({ query: "{ viewr }" }), isFound: (text) => /did you mean/i.test(text) },
  "GET method query support": get("{ __typename }"),
  "mutation over GET": get("mutation { __typename }"),
  "POST of a form": {
    init: { method: "POST", body: new URLSearchParams({ query: "{ __typename }" }) },
    isFound: hasData,
  },
  "GraphQL IDE": {
    init: { headers: { accept: "text/html" } },
    isFound: (text) => /graphiql\.min\.css|GraphQL Playground/i.test(text),
  },
  introspection: { init: schemaQuery, isFound: hasData },
  "trace mode": { init: json({ query: "{ __typename }" }), isFound: (text) => text.includes("tracing") },
  "unhandled error detection": {
    init: json({ query: "qwerty cop { abc }" }),
    isFound: (text) => text.includes("exception"),
  },
};

/** Whoever may use the API may read its schema. */
const forWhoIsSignedIn = new Set(["introspection"]);

for (const [who, headers] of [
  ["nobody", {}],
  ["an owner", { cookie }],
] as const) {
  test(`of what graphql-cop looks for, ${who} finds nothing`, async () => {
    const found: string[] = [];
    for (const [name, { init = {}, search = "", isFound }] of Object.entries(probes)) {
      const sent = { ...init, headers: { ...(init.headers as Record<string, string>), ...headers } };
      if (isFound(await (await fetch(url + search, sent)).text())) found.push(name);
    }
    expect(found.filter((name) => who === "nobody" || !forWhoIsSignedIn.has(name))).toEqual([]);
  });
}

test("what finds nothing would find something: a question that is answered", async () => {
  const answer = await (
    await fetch(url, { ...schemaQuery, headers: { ...(schemaQuery.headers as object), cookie } })
  ).text();
  expect(hasData(answer)).toBe(true);
});
