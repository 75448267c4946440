import { DBOS } from "@dbos-inc/dbos-sdk";
import pg from "pg";
import { queuedRunsPerResellerMax } from "@tierline/shared/limits.ts";
import { transaction, type Context } from "../../server/kernel/context.ts";
import { createVault } from "../../server/kernel/vault.ts";
import type { Action } from "../../server/provisioning/action.ts";
import { startEngine, type Engine } from "../../server/provisioning/engine.ts";
import { provisioningOf } from "../../server/provisioning/parts.ts";
import { startRun } from "../../server/provisioning/start-run.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { floorOfRuns } from "./floor-of-runs.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";
import { input, prepareOurs, taskKeys } from "./six-tasks.ts";

const inFlight = 100;
/** Verbs that start runs at once: they have connections for no more. */
const startersMax = 12;
const { acme } = resellersOfTests;

/** P1: runs of six tasks that do nothing, half of them in our tables and half outside, 100 in flight. */
export async function bench({ size, rounds, finished }: BenchOptions): Promise<void> {
  const runs = Math.min(size ?? 200, queuedRunsPerResellerMax);
  console.log(`P1 runs: ${runs} runs of six no-op tasks a round, ${inFlight} in flight, fsync on`);
  const ground = await openGround();
  const { actions, context } = await prepareOurs(ground);
  if (finished > 0) return growth(ground, actions, context, { runs, rounds, finished });
  await ground.rows("create database bench_dbos");
  const dbosUrl = dbosUrlOf(ground);
  const dbos = await openDbos(dbosUrl);
  const advance = queuedBefore(ground, actions, () => enqueue(context, runs), runs);
  const startToEnd = (name: string, key: string): Contestant => ({
    name,
    ...engineAround(ground, actions),
    async round() {
      const started = { ...input, playbook: { key } };
      await each(runs, () => transaction(fresh(ground, context), (tx) => startRun(tx, started)), startersMax);
      return allFinished(ground, runs);
    },
  });
  const whole = startToEnd("Tierline, start to end", "bench");
  const outside = startToEnd("Tierline, the same, all six outside", "bench-outside");
  const floor = await floorOfRuns(ground, () => enqueue(context, runs), runs, inFlight);
  const peer: Contestant = { name: "DBOS 5.3, start to end", round: () => each(runs, dbos.run) };
  await betweenFloors(ground, async () => {
    const ours = [advance, floor.contestant, whole, outside].map((each) => tidied(each, ground.adminUrl));
    const samples = await alternate(ground, [...ours, tidied(peer, dbosUrl)], rounds);
    tell(samples, "run");
    tellRatio(samples, "ours / floor, advance (target 0.7)", [advance.name, floor.contestant.name]);
    tellRatio(samples, "ours / DBOS, start to end (target 4)", [whole.name, peer.name]);
    tellRatio(samples, "all six outside, as DBOS's steps are, / DBOS", [outside.name, peer.name]);
  });
  await DBOS.shutdown();
  await floor.close();
  await ground.close();
}

/** Each round begins as after the database's own housekeeping, which comes once a minute and would fall into one round or another. */
function tidied(contestant: Contestant, url: string): Contestant {
  return {
    ...contestant,
    async prepare() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query("vacuum analyze");
      await client.end();
      await contestant.prepare?.();
    },
  };
}

function enqueue(context: Context, count: number): Promise<void> {
  return transaction(context, async (tx) => {
    for (let index = 0; index < count; index += 1) await startRun(tx, input);
  });
}

/** The same runs in empty tables, and where so many have finished before: what finished must not slow down what runs. */
async function growth(
  ground: Ground,
  actions: ReadonlyMap<string, Action>,
  context: Context,
  { runs, rounds, finished }: { runs: number; rounds: number; finished: number },
): Promise<void> {
  const contestant = queuedBefore(ground, actions, () => enqueue(context, runs), runs);
  const [empty, full] = ["in empty tables", `beside ${finished} finished runs`];
  await betweenFloors(ground, async () => {
    const before = await alternate(ground, [{ ...contestant, name: empty }], rounds);
    await plantFinished(ground, finished);
    const after = await alternate(ground, [{ ...contestant, name: full }], rounds);
    const samples = new Map([...before, ...after]);
    tell(samples, "run");
    tellRatio(samples, "full / empty (target 0.9)", [full, empty]);
  });
  await ground.close();
}

/** Copies of one that finished, with its tasks. */
async function plantFinished(ground: Ground, finished: number): Promise<void> {
  const numbersFrom = 1_000_000;
  const [one] = await ground.rows<{ id: string }>("select id from provisioning_run limit 1");
  for (let from = 0; from < finished; from += 10_000) {
    const count = Math.min(10_000, finished - from);
    await ground.rows(
      `with made as (
         insert into provisioning_run
         select (jsonb_populate_record(r, jsonb_build_object(
           'id', gen_random_uuid(), 'number', $1::int + i, 'finished_at', now() - interval '1 day'))).*
         from provisioning_run r, generate_series(1, $2::int) i where r.id = $3 returning id)
       insert into provisioning_task
       select (jsonb_populate_record(t, jsonb_build_object('run_id', made.id))).*
       from made, provisioning_task t where t.run_id = $3`,
      [numbersFrom + from, count, one?.id],
    );
  }
  await ground.rows("vacuum analyze provisioning_run");
  await ground.rows("vacuum analyze provisioning_task");
}

function fresh(ground: Ground, context: ReturnType<Ground["at"]>): ReturnType<Ground["at"]> {
  return { ...context, em: ground.at(acme.path).em };
}

function engineAround(ground: Ground, actions: ReadonlyMap<string, Action>): Pick<Contestant, "prepare" | "settle"> {
  let engine: Engine | null = null;
  return {
    prepare: async () => void (engine = await engineOf(ground, actions)),
    async settle() {
      await engine?.stop();
      await allWell(ground);
    },
  };
}

/** The runs lie in the queue; the time goes from the engine's readiness to the last one's end. */
function queuedBefore(
  ground: Ground,
  actions: ReadonlyMap<string, Action>,
  enqueue: () => Promise<void>,
  runs: number,
): Contestant {
  const hold = "update graphile_worker._private_jobs set run_at = now() + interval '1 hour'";
  const around = engineAround(ground, actions);
  return {
    name: "Tierline, queued before",
    ...around,
    async prepare() {
      await enqueue();
      await ground.rows(hold);
      await around.prepare?.();
    },
    async round() {
      await ground.rows("update graphile_worker._private_jobs set run_at = now()");
      await ground.rows("select pg_notify('jobs:insert', '{\"r\":1,\"count\":100}')");
      return allFinished(ground, runs);
    },
  };
}

export function engineOf(ground: Ground, actions: ReadonlyMap<string, Action>): Promise<Engine> {
  const context = ground.at(acme.path);
  return startEngine({
    ...provisioningOf(context),
    actions,
    hooks: [],
    em: ground.orm.em,
    clock: context.clock,
    changes: ground.changes,
    vault: createVault(Buffer.alloc(32, 7)),
    log: ground.log,
    url: ground.url,
    directUrl: ground.url,
    concurrency: inFlight,
  });
}

/** Answers how many ended. */
async function allFinished(ground: Ground, runs: number): Promise<number> {
  for (;;) {
    const [left] = await ground.rows("select 1 from provisioning_run where finished_at is null limit 1");
    if (left === undefined) return runs;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Each that ended of late ended well, with all six tasks done. Takes its time, so nobody's time goes on. */
async function allWell(ground: Ground): Promise<void> {
  const [row] = await ground.rows<{ wrong: number }>(
    `select count(*)::int as wrong from provisioning_run r
     where r.finished_at > now() - interval '5 minutes' and (r.state <> 'SUCCEEDED' or
       (select count(*) from provisioning_task t where t.run_id = r.id and t.state = 'SUCCEEDED') <> $1::int)`,
    [taskKeys.length],
  );
  if (row?.wrong !== 0) throw new Error(`${row?.wrong} runs did not end well.`);
}

/** So many calls, `lanes` at a time. */
export async function each(count: number, call: () => Promise<unknown>, lanes: number = inFlight): Promise<number> {
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return count;
}

/** With the limit that DBOS else sets by a statement of its own on each new connection, beside the first one that is asked there. */
function dbosUrlOf({ adminUrl }: Ground): string {
  const url = Object.assign(new URL(adminUrl), { pathname: "/bench_dbos" });
  url.searchParams.set("options", "-c idle_in_transaction_session_timeout=60000");
  return url.href;
}

/** The same six no-op steps, each recorded before the next begins. DBOS has no row security. */
async function openDbos(systemDatabaseUrl: string): Promise<{ run(): Promise<void> }> {
  DBOS.setConfig({
    name: "bench",
    systemDatabaseUrl,
    runAdminServer: false,
    logLevel: "error",
    systemDatabasePoolSize: 16,
    systemDatabaseIdleTransactionTimeoutMs: 0,
  });
  const workflow = DBOS.registerWorkflow(
    async () => {
      let done = 0;
      for (const name of taskKeys) done += await DBOS.runStep(async () => 1, { name });
      return done;
    },
    { name: "six" },
  );
  await DBOS.launch();
  return {
    async run() {
      const handle = await DBOS.startWorkflow(workflow)();
      if ((await handle.getResult()) !== taskKeys.length) throw new Error("DBOS lost a step.");
    },
  };
}
