import { encodeId } from "@tierline/shared/id.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { listEntries } from "./list-entries.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const { acme, acmeNorth, beta } = resellersOfTests;
const owner = "owner@acme.test";

/** 30,000 entries of four tiers, a second apart, so that an order that is not read from an index would be sorted at some cost. */
beforeAll(async () => {
  await world.database.rows(
    `insert into audit_entry (id, path, at, actor_id, actor, on_behalf_of, channel, operation, subject_kind, subject, changes, outcome, code, request_id)
     select gen_random_uuid(), (array[$1, $2, $3, 'r1.'])[1 + n % 4], '2026-11-01T00:00:00Z'::timestamptz + n * interval '1 second',
       case n % 300 when 0 then $4::uuid else gen_random_uuid() end, case n when 4 then '=HYPERLINK("x")' else 'Actor ' || n % 10 end,
       case n % 1000 when 0 then 'AcmeNorth' end, case n % 5 when 0 then 'API' else 'CONSOLE' end,
       case n % 500 when 0 then 'service.terminate' else 'customer.update' end, 'customer', to_jsonb('Thing, "' || n || '"'), '[]',
       case n % 1000 when 4 then 'REFUSED' else 'DONE' end, case n % 1000 when 4 then 'FORBIDDEN' end, 'request-' || n
     from generate_series(1, 30000) n`,
    [acme.path, acmeNorth.path, beta.path, usersOfTests[owner].id],
  );
  await world.database.rows("analyze audit_entry");
});

const document = `query ($filter: AuditFilter, $first: Int!, $after: String) {
  auditEntries(filter: $filter, first: $first, after: $after) {
    nodes { id at actor onBehalfOf channel operation outcome code subject }
    pageInfo { endCursor hasNextPage }
    totalCount { value isEstimate }
    searchedBackTo
  }
}`;

interface Answer {
  readonly nodes: { readonly id: string; readonly at: string; readonly [field: string]: unknown }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly totalCount: { readonly value: number; readonly isEstimate: boolean };
  readonly searchedBackTo: string | null;
}

async function entries(email: string, filter: object = {}, first = 100, after: string | null = null): Promise<Answer> {
  const { data, errors } = await world.graphql(email, document, { filter, first, after });
  expect(errors).toBeUndefined();
  return data?.["auditEntries"] as Answer;
}

test("U14: everybody reads the entries of their own tier and below, newest first, and no others", async () => {
  const { nodes, totalCount } = await entries(owner);
  expect(nodes.map(({ at }) => at)).toEqual(
    nodes
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  expect(totalCount).toEqual({ value: 10_000, isEstimate: true });
  const mine = await entries("owner@beta.test", { search: "Thing" });
  expect(mine.totalCount.value).toBe(7_500);
  const foreign = await entries("owner@beta.test", { reseller: encodeId("rsl", acme.id) });
  expect(foreign).toMatchObject({ nodes: [], totalCount: { value: 0 } });
  const north = await entries(owner, { reseller: encodeId("rsl", acmeNorth.id) });
  expect(north.totalCount).toEqual({ value: 7_500, isEstimate: false });
});

test("pages follow one another without a gap or a repetition, in every tier", async () => {
  for (const email of ["ops@tierline.test", owner]) {
    const filter = { operation: "service.terminate" };
    const { totalCount } = await entries(email, filter);
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo } = await entries(email, filter, 7, after);
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([totalCount.value, totalCount.value]);
    expect(seen.length).toBeGreaterThan(0);
  }
});

test("each filter lets through what it names", async () => {
  const ops = "ops@tierline.test";
  const actor = encodeId("usr", usersOfTests[owner].id);
  expect((await entries(ops, { actor })).totalCount.value).toBe(100);
  expect((await entries(ops, { outcome: "REFUSED" })).nodes.map(({ code }) => code)).toEqual(
    Array.from({ length: 30 }, () => "FORBIDDEN"),
  );
  expect((await entries(ops, { onBehalfOf: "AcmeNorth" })).totalCount.value).toBe(30);
  expect((await entries(ops, { channel: "API", operation: "service.terminate" })).totalCount.value).toBe(60);
  expect((await entries(ops, { from: "2026-11-01T00:00:10Z", to: "2026-11-01T00:00:20Z" })).totalCount.value).toBe(10);
  expect((await entries(ops, { subject: actor })).totalCount.value).toBe(0);
});

test("a search without an index looks through a part at a time, and says that there is more", async () => {
  const first = await entries("ops@tierline.test", { search: "HYPERLINK" });
  expect(first).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true }, totalCount: { isEstimate: true } });
  expect(first.searchedBackTo).toBe("2026-11-01T02:46:41.000Z"); // 20,000 seconds before the newest
  const second = await entries("ops@tierline.test", { search: "HYPERLINK" }, 100, first.pageInfo.endCursor);
  expect(second.nodes).toMatchObject([{ actor: '=HYPERLINK("x")' }]);
  expect(second).toMatchObject({ pageInfo: { hasNextPage: false }, searchedBackTo: null });
});

test("a search in a tier of several resellers comes on page by page, finds each once and ends", async () => {
  // More than the share of one of two resellers.
  await world.database.rows(
    `insert into audit_entry (id, path, at, actor_id, actor, channel, operation, subject_kind, subject, changes)
     select gen_random_uuid(), $1, '2026-10-01T00:00:00Z'::timestamptz + n * interval '1 second', $2, 'Actor', 'CONSOLE', 'customer.update',
       'customer', to_jsonb('Old ' || n), '[]' from generate_series(1, 3000) n`,
    [acme.path, usersOfTests[owner].id],
  );
  const seen: string[] = [];
  const reached: (string | null)[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, pageInfo, searchedBackTo } = await entries(owner, { search: "Old 3" }, 100, after);
    seen.push(...nodes.map(({ subject }) => String(subject)));
    reached.push(searchedBackTo);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const all = await world.database.rows<{ subject: string }>(
    `select subject #>> '{}' as subject from audit_entry where path in ($1, $2) and subject::text like '%Old 3%' order by at desc, id desc`,
    [acme.path, acmeNorth.path],
  );
  expect(seen).toEqual(all.map(({ subject }) => subject));
  expect(seen).toHaveLength(112);
  expect(reached).toEqual(["2026-10-01T00:08:21.000Z", null, null]); // of 10,000 of the 10,500 that Acme has
});

test.each([
  ["ops@tierline.test", {}, "audit_of_all"],
  ["ops@tierline.test", { actor: encodeId("usr", usersOfTests[owner].id) }, "audit_of_actor"],
  ["ops@tierline.test", { operation: "service.terminate" }, "audit_of_operation"],
  ["ops@tierline.test", { outcome: "REFUSED" }, "audit_of_refused"],
  ["ops@tierline.test", { onBehalfOf: "AcmeNorth" }, "audit_on_behalf"],
  [owner, {}, "audit_of_reseller"],
  ["owner@beta.test", {}, "audit_of_reseller"],
] as const)("the page of %s with %j is read in the order of an index", async (email, filter, index) => {
  const context = world.as(email);
  for (const after of [null, (await entries(email, filter, 10)).pageInfo.endCursor]) {
    const asking = vi.spyOn(context.em, "execute");
    const { nodes } = await listEntries(context, filter, { first: 10, after });
    const [sql, params] = asking.mock.calls.at(-1)!;
    asking.mockRestore();
    expect(nodes).toHaveLength(10);
    const plan = JSON.stringify(await context.em.execute(`explain (analyze, format json) ${String(sql)}`, params));
    expect(plan).toContain(`"Index Name":"${index}"`);
    const scans = [...plan.matchAll(/"Relation Name":"audit_entry".*?"Actual Rows":([\d.]+)/g)];
    expect(Math.max(...scans.map(([, rows]) => Number(rows)))).toBeLessThanOrEqual(11);
  }
});

test("the file holds the same entries by the same filters, is told of, and begins no formula", async () => {
  const cookie = await server.signIn(owner);
  const get = (query: string, headers: Record<string, string> = { cookie }) =>
    fetch(`${server.api.url}/audit.csv${query}`, { headers });
  const file = await get("?operation=service.terminate");
  expect(file.headers.get("content-type")).toContain("text/csv");
  expect(file.headers.get("content-disposition")).toContain("attachment");
  const lines = (await file.text()).split("\r\n");
  const { totalCount } = await entries(owner, { operation: "service.terminate" });
  expect([lines.length, lines.at(-1)]).toEqual([totalCount.value + 2, ""]);
  expect(lines[1]).toMatch(/,"Thing, ""\d+""",/);
  const formulas = await (await get(`?${new URLSearchParams({ search: "HYPERLINK" })}`)).text();
  expect(formulas).not.toContain(',"=HYPERLINK');
  const [told] = await world.database.rows(
    "select actor, path, changes from audit_entry where operation = 'audit.export' order by at, id",
  );
  expect(told).toEqual({
    actor: usersOfTests[owner].name,
    path: acme.path,
    changes: [{ field: "operation", before: null, after: "service.terminate" }],
  });
  expect((await get("", {})).status).toBe(401);
  expect((await get("?nothing=1")).status).toBe(400);
  expect((await get("", { cookie, origin: "https://evil.example" })).status).toBe(403);
  const agent = await server.signIn("agent@acme.test");
  const refused = await get("", { cookie: agent });
  expect([refused.status, (await refused.json()) as object]).toMatchObject([403, { code: "FORBIDDEN" }]);
  expect(
    await world.database.rows(
      "select actor, code from audit_entry where operation = 'audit.export' and outcome = 'REFUSED'",
    ),
  ).toEqual([{ actor: usersOfTests["agent@acme.test"].name, code: "FORBIDDEN" }]);
  const north = await get(`?tierline-on-behalf-of=${encodeId("rsl", acmeNorth.id)}&operation=service.terminate`);
  const below = await entries(owner, { operation: "service.terminate", reseller: encodeId("rsl", acmeNorth.id) });
  expect((await north.text()).split("\r\n")).toHaveLength(below.totalCount.value + 2);
  expect((await get(`?tierline-on-behalf-of=${encodeId("rsl", beta.id)}`)).status).toBe(404);
});
