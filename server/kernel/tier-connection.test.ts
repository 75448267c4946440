import { newId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { asSystem, transaction } from "./context.ts";
import { CounterEntity } from "./ground.entity.ts";
import { prepared } from "./tier-connection.ts";
import { tierVariables } from "./viewer.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { statementsOf } from "../testkit/statements.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { acme, beta } = resellersOfTests;
const orm = await world.database.openOrm(1); // one connection: whatever is left on it is seen
afterAll(() => orm.close(true));
const at = (path: string) => orm.em.fork({ session: { variables: tierVariables(path) } });
const keysAt = async (path: string) =>
  (await prepared<{ key: string }>(at(path), "select key from reseller where path >= ? order by key", [path])).map(
    ({ key }) => key,
  );
const preparedNow = async () =>
  Number((await orm.em.execute<[{ count: string }]>("select count(*) from pg_prepared_statements"))[0].count);

test("a tier is entered for one statement and left with it, on a connection that others use next", async () => {
  expect(await keysAt(acme.path)).toEqual(["acme", "acme-north"]);
  expect(await keysAt(beta.path)).toEqual(["beta"]);
  expect(await orm.em.execute("select key from reseller")).toEqual([]);
  expect(await orm.em.execute("select current_setting('app.lo', true) as lo")).toEqual([{ lo: "" }]);
  const keys = await at(acme.path).execute<{ key: string }[]>(
    "select key from reseller where key <> 'nord' order by key",
  );
  expect(keys.map(({ key }) => key)).toEqual(["acme", "acme-north", "tierline"]);
});

test("perf-P6: what only reads is one statement; what writes has its transaction", async () => {
  const em = at(acme.path);
  expect(await statementsOf(orm, () => keysAt(acme.path))).toHaveLength(1);
  expect(await statementsOf(orm, () => em.execute("select 1"))).toHaveLength(1);
  expect(await statementsOf(orm, () => em.find(ResellerEntity, { key: "acme" }))).toHaveLength(1);
  const written = await statementsOf(orm, () => em.execute("update reseller set name = name where key = 'acme'"));
  expect(written).toEqual([
    "begin",
    expect.stringMatching(/^select set_config/),
    expect.stringMatching(/^update/),
    "commit",
  ]);
});

test("a transaction that is asked for is one, also for what looks like reading", async () => {
  await world.database.rows(
    `create function count_up(path text) returns int language sql as
     $$ insert into counter (path, kind, value) values (path, 'lapsed', 1) returning value $$`,
  );
  const asked = await statementsOf(orm, () =>
    at(acme.path)
      .transactional(async (em) => {
        await em.execute("select count_up(?)", [acme.path]);
        throw new Error("given up");
      })
      .catch(() => undefined),
  );
  expect(asked).toEqual([
    "begin",
    expect.stringMatching(/^select set_config/),
    expect.stringMatching(/count_up/),
    "rollback",
  ]);
  expect(await at(acme.path).count(CounterEntity, { kind: "lapsed" })).toBe(0);
});

test("what the ORM does in several statements is done as a whole or not at all", async () => {
  const insert = (kind: string) => `insert into counter (path, kind, value) values ('${acme.path}', '${kind}', 1)`;
  const connection = orm.em.getConnection();
  const work = connection.transactional(
    async (transaction) => {
      await connection.execute("select 1", [], "all", transaction);
      for (const kind of ["a", "b", "a"]) await connection.execute(insert(kind), [], "run", transaction);
    },
    { sessionContext: { variables: tierVariables(acme.path) } },
  );
  await expect(work).rejects.toThrow(/counter_pkey/);
  expect(await at(acme.path).count(CounterEntity, { kind: { $in: ["a", "b"] } })).toBe(0);
});

test("lists, instants, nothing and hostile texts arrive as they are, within a transaction and outside", async () => {
  const texts = ['a"b', "c\\d", "e,f", "{g}", "", "null", "h'i"];
  const params = [texts, new Date("2026-11-22T01:02:03.456Z"), null, texts[0], 7, true];
  const text =
    "select ?::text[] as texts, ?::timestamptz as instant, ?::text as nothing, 'x' in (?) as one, ?::int as number, ?::boolean as yes";
  const [outside] = await prepared(at(acme.path), text, params);
  expect(outside).toMatchObject({ texts, nothing: null, one: false, number: 7, yes: true });
  expect(new Date((outside as { instant: string }).instant)).toEqual(params[1]);
  for (const each of texts) {
    const ask = (em: ReturnType<typeof at>) => prepared(em, "select ? in (?) as is_there", [each, texts]);
    expect(await ask(at(acme.path))).toEqual([{ is_there: true }]);
    expect(await at(acme.path).transactional((em) => ask(em))).toEqual([{ is_there: true }]);
  }
});

test("a statement that fails leaves the connection as it was, and the next one is prepared anew", async () => {
  const halves = (by: number) => prepared<{ half: number }>(at(acme.path), "select 10 / ?::int as half", [by]);
  await expect(halves(0)).rejects.toMatchObject({ code: "22012" });
  const before = await preparedNow();
  for (let count = 0; count < 3; count += 1) await expect(halves(0)).rejects.toMatchObject({ code: "22012" });
  expect(await halves(2)).toEqual([{ half: 5 }]);
  expect(await preparedNow()).toBe(before);
  await expect(prepared(at(acme.path), "select nonsense", [])).rejects.toThrow(/nonsense/);
  expect(await halves(5)).toEqual([{ half: 2 }]);
});

test("a connection keeps so many statements prepared and no more", async () => {
  for (let count = 0; count < 100; count += 1) await prepared(at(acme.path), `select ${count} as count`, []);
  expect(await preparedNow()).toBeLessThanOrEqual(61);
  expect(await prepared(at(acme.path), "select 0 as count", [])).toEqual([{ count: 0 }]);
});

test("a table that has changed since is read as it is now", async () => {
  const template = () => prepared(at(acme.path), "select * from counter where kind = ?", ["orders"]);
  await at(acme.path).insert(CounterEntity, { path: acme.path, kind: "orders", value: 3 });
  expect(await template()).toEqual([{ path: acme.path, kind: "orders", value: 3 }]);
  await world.database.rows("alter table counter add column extra text");
  for (const _ of [1, 2])
    expect(await template()).toEqual([{ path: acme.path, kind: "orders", value: 3, extra: null }]);
  await world.database.rows("alter table counter drop column extra");
});

test("behind a pooler that forgets what was prepared, everything is answered all the same", async () => {
  const other = await world.database.openOrm(1);
  const em = other.em.fork({ session: { variables: tierVariables(acme.path) } });
  const ask = () => prepared<{ id: string }>(em, "select ?::text as id", [newId()]);
  await ask();
  await other.em.execute("deallocate all");
  for (const _ of [1, 2]) expect(await ask()).toHaveLength(1);
  expect(await other.em.execute("select name from pg_prepared_statements")).toEqual([]);
  await other.close(true);
});

test("whoever works as the system for a moment is back in their own tier after it, also when it failed", async () => {
  const seen = await transaction(world.as("owner@acme.test"), async (tx) => {
    const keys = () => tx.em.execute<{ key: string }[]>("select key from reseller where state = 'ACTIVE' order by key");
    const before = await keys();
    const above = await asSystem(tx, keys);
    const failing = asSystem(tx, () => Promise.reject(new Error("of the code, not of the database")));
    await expect(failing).rejects.toThrow("of the code");
    return [before, above, await keys()].map((rows) => rows.map(({ key }) => key));
  });
  expect(seen[1]).toContain("beta");
  expect(seen[0]).not.toContain("beta");
  expect(seen[2]).toEqual(seen[0]);
});
