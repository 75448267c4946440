import { encodeId } from "@tierline/shared/id.ts";
import { csvFileDays } from "@tierline/shared/limits.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { plantService } from "../testkit/plant-service.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { accountReport } from "./account-report.ts";
import { forgetFiles, makeFiles } from "./csv-file.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const { rows } = world.database;
const owner = "owner@acme.test";
const lines = 6_500;
let cookie: string;

/** Lines with Acme, more than are a file at once. */
beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  const line = await plantService(world, customersOfTests.johnSmith);
  await rows(
    `insert into service select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n, 'account', 'many-' || n))).*
     from service s, generate_series(2, $2) n where s.id = $1`,
    [line, lines],
  );
  await rows("update counter set value = 20000 where kind = 'service'");
  cookie = await server.signIn(owner);
});

const get = (name: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${server.api.url}/exports${name}`, { headers });

interface Told {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
}

async function ask(query = "hasLine=true"): Promise<Told> {
  const answer = await get(`/accounts.csv?${query}`);
  expect(answer.status).toBe(202);
  const told = (await answer.json()) as Told;
  expect(answer.headers.get("location")).toBe(`/exports/${told.id}`);
  return told;
}

const stateOf = async (id: string) => (await (await get(`/${id}`)).json()) as Told;
const statusOf = async (id: string, of = cookie) => (await get(`/${id}.csv`, { cookie: of })).status;

test("VX11: a list of more than five thousand rows becomes a file in the background, a part at a time; who dies over one is replaced, and it holds each row once", async () => {
  const { id } = await ask();
  expect(await stateOf(id)).toMatchObject({ state: "MAKING", rows: 0 });
  expect(await statusOf(id)).toBe(404);
  // Somebody took it in hand, wrote a part and died.
  await makeFiles(world.system());
  const whole = await (await get(`/${id}.csv`)).text();
  await rows("delete from csv_file_part where file_id = $1 and number > 0", [id]);
  await rows(
    "update csv_file set state = 'MAKING', parts = 1, row_count = 5000, cursor = $2, ended_at = null, busy_until = $3 where id = $1",
    [id, await cursorAfter(5_000), new Date(world.clock.now().getTime() + 30_000)],
  );
  expect(await makeFiles(world.system())).toBe(0);
  expect(await stateOf(id)).toMatchObject({ state: "MAKING", rows: 5_000 });
  world.clock.advance({ seconds: 31 });
  expect((await Promise.all([makeFiles(world.system()), makeFiles(world.system())])).toSorted()).toEqual([0, 1]);
  expect(await stateOf(id)).toMatchObject({ state: "READY", rows: lines });
  const file = await (await get(`/${id}.csv`)).text();
  expect(file).toBe(whole);
  const accounts = file
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[2]);
  expect([accounts.length, new Set(accounts).size]).toEqual([lines, lines]);
  const listed = (await (await get("")).json()) as { files: Told[] };
  expect(listed.files).toMatchObject([{ id, state: "READY", rows: lines }]);
});

async function cursorAfter(count: number): Promise<string> {
  const page = await accountReport(world.as(owner), { hasLine: true }, { first: count, after: null });
  return page.pageInfo.endCursor!;
}

const delegate = (rights: string | null) => rows("update reseller set delegated = $1 where key = 'acme'", [rights]);

test("a file is had by who asked for it alone, where they asked, while they may; it is read as they are while it is made, and kept some days", async () => {
  const { id } = await ask();
  const { id: another } = await ask("hasLine=true&order=NUMBER");
  // The right ends while it is made: nothing of it stays.
  await delegate("{customer.view}");
  await makeFiles(world.system());
  expect(await rows("select state, parts from csv_file where id = $1", [id])).toEqual([{ state: "FAILED", parts: 1 }]);
  expect(await rows("select 1 from csv_file_part where file_id = $1", [id])).toEqual([]);
  await delegate(null);
  expect(await statusOf(id)).toBe(404);
  await makeFiles(world.system());
  expect(await statusOf(another)).toBe(200);
  for (const email of ["owner@nord.test", "owner@beta.test", "agent@acme.test"]) {
    expect(await statusOf(another, await server.signIn(email))).toBe(404);
  }
  await delegate("{customer.view}");
  expect(await statusOf(another)).toBe(403);
  await delegate("{finance.view}");
  expect(await statusOf(another)).toBe(404);
  await delegate(null);
  await rows("update app_user set named_customers_only = true where id = $1", [usersOfTests[owner].id]);
  expect([403, 404]).toContain(await statusOf(another));
  await rows("update app_user set named_customers_only = false where id = $1", [usersOfTests[owner].id]);
  expect(await statusOf(another)).toBe(200);
  expect(await statusOf(another, "")).toBe(401);
  world.clock.advance({ days: csvFileDays, seconds: 1 });
  await forgetFiles(world.system());
  expect(
    await rows("select 1 from csv_file union all select 1 from csv_file_part where file_id = $1", [another]),
  ).toEqual([]);
});

test("whoever works for a reseller below has the file of that place, and three are made for a person at a time", async () => {
  cookie = await server.signIn(owner);
  const nord = await server.signIn("owner@nord.test");
  const acting = `tierline-on-behalf-of=${encodeId("rsl", resellersOfTests.acme.id)}`;
  const asked = await get(`/accounts.csv?hasLine=true&${acting}`, { cookie: nord });
  const { id } = (await asked.json()) as Told;
  await makeFiles(world.system());
  expect((await get(`/${id}.csv?${acting}`, { cookie: nord })).status).toBe(200);
  expect(await statusOf(id, nord)).toBe(404);
  const statuses = [];
  for (let count = 0; count < 4; count += 1) statuses.push((await get("/accounts.csv?hasLine=true")).status);
  expect(statuses).toEqual([202, 202, 202, 429]);
});
