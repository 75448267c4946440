import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@tierline/shared/id.ts";
import { crashWorld, customerPath } from "../testkit/crash-tester.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { contextOfRun } from "./run-context.ts";
import type { RunModel, Transition } from "./run-model.ts";
import type { StoreTransaction } from "./run-store.ts";
import { createSqlRunStore } from "./sql-run-store.ts";

// What several runs ask of PostgreSQL at once is one statement and one commit; for each of them it must be as if it were alone.

const t = await crashWorld();
const { database } = t.world;
const pool = new pg.Pool({ connectionString: database.url, max: 6 });
const person = new pg.Client({ connectionString: database.adminUrl });
const { em, clock, changes, log, vault } = t.world.system();
const store = createSqlRunStore({
  pool,
  contextOf: (run) => contextOfRun({ em, clock, changes, log, vault }, t.parts, run),
});

beforeAll(async () => {
  await t.playbook("one", [{ key: "a", title: "A", action: "test.count", input: { name: "a" } }]);
  await person.connect();
});
afterAll(async () => {
  await person.end();
  await pool.end();
});

async function worker(): Promise<string> {
  const id = newId();
  const sql =
    "insert into worker (id, pool_id, pid, host, started_at, heartbeat_at) values ($1, $2, 0, 'test', now(), now())";
  await pool.query(sql, [id, id]);
  return id;
}

async function queued(count: number): Promise<RunModel[]> {
  const paths = [customerPath, `${resellersOfTests.acme.path}c2.`];
  const started = Array.from({ length: count }, (_, index) => t.start("one", {}, { path: paths[index % 2]! }));
  return Promise.all((await Promise.all(started)).map(({ id }) => t.run(id)));
}

async function claimed(count: number): Promise<RunModel[]> {
  const name = await worker();
  const runs = await Promise.all((await queued(count)).map((run) => store.claim(run, name)));
  return runs.map((run) => run!);
}

async function five() {
  return (await claimed(5)) as [RunModel, RunModel, RunModel, RunModel, RunModel];
}

function waiting(run: RunModel, state: string = "WAITING"): Transition {
  const after = { ...run, state: state as RunModel["state"], sequence: run.sequence + 1 };
  return { run: after, changed: [], log: [], isReleased: false, wakeAfterMs: null };
}

const record = (run: RunModel, state?: string) => store.record(run, waiting(run, state));

/** In how many commits these runs were written last. */
async function commits(runs: readonly RunModel[]): Promise<number> {
  const sql = "select count(distinct xmin::text)::int as commits from provisioning_run where id = any($1)";
  const [row] = await database.rows<{ commits: number }>(sql, [runs.map(({ id }) => id)]);
  return row!.commits;
}

test("claims and transitions of many runs, of several customers, are one commit each", async () => {
  const runs = await claimed(5);
  expect(runs.map(({ state, fence, tasks }) => [state, fence, tasks.length])).toEqual(
    runs.map(() => ["RUNNING", 1, 1]),
  );
  expect(await commits(runs)).toBe(1);
  expect(await Promise.all(runs.map((run) => record(run)))).toEqual(runs.map(() => "HELD"));
  expect(await commits(runs)).toBe(1);
  for (const { id, sequence } of runs)
    expect(await t.run(id)).toMatchObject({ state: "WAITING", sequence: sequence + 1 });
});

test("each transition of a batch is judged by itself: what is stale, lost or refused spoils no other", async () => {
  const [good, stale, lost, refused, alsoGood] = await five();
  await record(stale);
  await database.rows("update provisioning_run set fence = fence + 1 where id = $1", [lost.id]); // as a take-over does
  const settled = await Promise.allSettled([
    record(good),
    record(stale),
    record(lost),
    record(refused, "NO SUCH STATE"),
    record(alsoGood),
  ]);
  expect(settled.map((each) => (each.status === "fulfilled" ? each.value : each.status))).toEqual([
    "HELD",
    "STALE",
    "LOST",
    "rejected",
    "HELD",
  ]);
  expect(await t.run(refused.id)).toEqual(refused);
});

test("a run that is moved to another tier is not written from where it was", async () => {
  const [moved, other] = (await claimed(2)) as [RunModel, RunModel];
  await database.rows("update provisioning_run set path = 'r1.c9.' where id = $1", [moved.id]);
  await database.rows("update provisioning_task set path = 'r1.c9.' where run_id = $1", [moved.id]);
  expect(await Promise.all([record(moved), record(other)])).toEqual(["LOST", "HELD"]);
});

test("a run that a person's transaction holds is waited for, and holds up no other", async () => {
  const [held, ...others] = await five();
  const [unclaimed, ...claimable] = (await queued(3)) as [RunModel, RunModel, RunModel];
  const name = await worker();
  await person.query("begin");
  await person.query("select from provisioning_run where id = any($1) for update", [[held.id, unclaimed.id]]);
  const late = [record(held), store.claim(unclaimed, name)];
  expect(await Promise.all(others.map((run) => record(run)))).toEqual(others.map(() => "HELD"));
  expect(await Promise.all(claimable.map((run) => store.claim(run, name)))).toMatchObject([{ fence: 1 }, { fence: 1 }]);
  expect(await t.run(held.id)).toEqual(held);
  await person.query("commit");
  expect(await Promise.all(late)).toMatchObject(["HELD", { id: unclaimed.id, fence: 1 }]);
});

/** Counts under a name in the transaction that records the run. */
async function countWith(within: StoreTransaction, run: RunModel, name: string): Promise<void> {
  const sql = `insert into counter (path, kind, value) values (?, ?, 1)
    on conflict (path, kind) do update set value = counter.value + 1`;
  await within.tx.em.execute(sql, [resellersOfTests.acme.path, `test:${name}`]);
  if ((await within.record(run, waiting(run))) !== "HELD") throw new Error("not held");
}

test("effects of many runs and what records them are one commit, each with its own view and viewer", async () => {
  const runs = await claimed(4);
  await Promise.all(runs.map((run) => store.transact(run, (within) => countWith(within, run, "together"))));
  expect(await t.counted("together")).toBe(4);
  expect(await commits(runs.slice(1))).toBe(1); // the first went at once
});

test("when one of them fails, its effect is gone and the others' are there once", async () => {
  const runs = await claimed(5);
  const settled = await Promise.allSettled(
    runs.map((run, index) =>
      store.transact(run, async (within) => {
        if (index === 2) await within.tx.em.execute("select 1 / 0");
        await countWith(within, run, "apart");
        if (index === 3) throw new Error("given up after it was recorded");
      }),
    ),
  );
  expect(settled.map(({ status }) => status === "fulfilled")).toEqual([true, true, false, false, true]);
  expect(await t.counted("apart")).toBe(3);
  const states = await Promise.all(runs.map(async ({ id }) => (await t.run(id)).state));
  expect(states).toEqual(["WAITING", "WAITING", "RUNNING", "RUNNING", "WAITING"]);
});

test("a work that was written, of whose commit nobody heard, is not done again", async () => {
  const runs = await claimed(3);
  await Promise.all(runs.map((run) => store.transact(run, (within) => countWith(within, run, "once"))));
  const again = await Promise.allSettled(
    runs.map((run) => store.transact(run, (within) => countWith(within, run, "once"))),
  );
  expect(again.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(await t.counted("once")).toBe(3);
});
