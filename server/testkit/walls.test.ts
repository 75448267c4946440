import pg from "pg";
import { expect, test } from "vitest";
import { entities } from "../app.ts";
import { appendOnlyTables, unguardedTables, wallProblems } from "../db/guards.ts";
import { schemaDrift } from "../db/write-initial-migration.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { testWorld } from "./world.ts";

const world = await testWorld();

async function asApplication<T>(work: (client: pg.Client) => Promise<T>, url = world.database.url): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("every table is guarded by forced row-level security and the application owns none", async () => {
  expect(await asApplication(wallProblems)).toEqual([]);
});

test("a superuser is refused, whatever the tables look like", async () => {
  const problems = await asApplication(wallProblems, world.database.adminUrl);
  expect(problems.some((problem) => problem.includes("superuser"))).toBe(true);
});

test("a table without a policy is found", async () => {
  await world.database.rows("create table forgotten (id int)");
  expect(await asApplication(wallProblems)).toEqual([
    "The table forgotten is not guarded by forced row-level security.",
  ]);
  await world.database.rows("drop table forgotten");
});

test("the list of unguarded tables names only tables that exist", async () => {
  const rows = await world.database.rows<{ name: string }>("select relname as name from pg_class where relkind = 'r'");
  const names = new Set(rows.map((row) => row.name));
  for (const table of [...Object.keys(unguardedTables), ...appendOnlyTables]) expect(names).toContain(table);
});

test("without a tier nothing is visible: no variables, and variables that reverted to empty", async () => {
  await asApplication(async (client) => {
    expect((await client.query("select 1 from reseller")).rowCount).toBe(0);
    await client.query("begin; select set_config('app.lo', 'r1.', true), set_config('app.hi', 'r1/', true); commit");
    expect((await client.query("select 1 from reseller")).rowCount).toBe(0);
  });
});

test("a tier sees itself, what is below and, of resellers, the names above; never a sibling", async () => {
  const seen = await world.as("owner@acme.test").em.find(ResellerEntity, {}, { orderBy: { number: "asc" } });
  expect(seen.map((row) => row.key)).toEqual(["tierline", "nord", "acme", "acme-north"]);
});

test("a row of another tier can be neither written nor moved there", async () => {
  const { em } = world.as("owner@acme.test");
  const changed = await em.execute<{ id: string }[]>(
    "update reseller set name = 'taken' where key in ('beta', 'nord') returning id",
  );
  expect(changed).toEqual([]);
  await expect(em.execute("update reseller set path = 'r1.r2.r4.' where key = 'acme'")).rejects.toThrow(
    /row-level security/,
  );
  const [beta] = await world.database.rows<{ name: string }>("select name from reseller where key = 'beta'");
  expect(beta?.name).toBe("Beta");
});

test("history cannot be changed with the application's login", async () => {
  for (const table of appendOnlyTables) {
    await expect(asApplication((client) => client.query(`delete from "${table}"`))).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApplication((client) => client.query(`update "${table}" set path = path`))).rejects.toThrow(
      /permission denied/,
    );
  }
});

test("the migrations and the entities describe the same database", async () => {
  expect(await schemaDrift(world.database.ownerUrl, entities)).toBe("");
});
