import { DBOS } from "@dbos-inc/dbos-sdk";
import { newId } from "@tierline/shared/id.ts";
import { queuedRunsPerResellerMax } from "@tierline/shared/limits.ts";
import { z } from "zod";
import { transaction } from "../../server/kernel/context.ts";
import { createVault } from "../../server/kernel/vault.ts";
import { defineAction, type Action } from "../../server/provisioning/action.ts";
import { startEngine, type Engine } from "../../server/provisioning/engine.ts";
import { provisioningOf, registerActions, withProvisioning } from "../../server/provisioning/parts.ts";
import { PlaybookEntity, PlaybookVersionEntity } from "../../server/provisioning/playbook.entity.ts";
import { startRun } from "../../server/provisioning/start-run.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { floorOfRuns } from "./floor-of-runs.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";

const inFlight = 100;
export const taskKeys = ["a", "b", "c", "d", "e", "f"];
/** Verbs that start runs at once: they have connections for no more. */
const startersMax = 12;
const { acme } = resellersOfTests;

/** P1: runs of six tasks that do nothing, half of them in our tables and half outside, 100 in flight. */
export async function bench({ size, rounds }: BenchOptions): Promise<void> {
  const runs = Math.min(size ?? 200, queuedRunsPerResellerMax);
  console.log(`P1 runs: ${runs} runs of six no-op tasks a round, ${inFlight} in flight, fsync on`);
  const ground = await openGround();
  const { actions, context } = await prepareOurs(ground);
  await ground.rows("create database bench_dbos");
  const dbos = await openDbos(Object.assign(new URL(ground.adminUrl), { pathname: "/bench_dbos" }).href);
  const enqueue = (count: number) =>
    transaction(context, async (tx) => {
      for (let index = 0; index < count; index += 1) await startRun(tx, input);
    });
  const advance = queuedBefore(ground, actions, () => enqueue(runs), runs);
  const whole: Contestant = {
    name: "Tierline, start to end",
    ...engineAround(ground, actions),
    async round() {
      await each(runs, () => transaction(fresh(ground, context), (tx) => startRun(tx, input)), startersMax);
      return allFinished(ground, runs);
    },
  };
  const floor = await floorOfRuns(ground, () => enqueue(runs), runs, inFlight);
  const peer: Contestant = { name: "DBOS 5.3, start to end", round: () => each(runs, dbos.run) };
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, [advance, floor.contestant, whole, peer], rounds);
    tell(samples, "run");
    tellRatio(samples, "ours / floor, advance (target 0.7)", [advance.name, floor.contestant.name]);
    tellRatio(samples, "ours / DBOS, start to end (target 4)", [whole.name, peer.name]);
  });
  await DBOS.shutdown();
  await floor.close();
  await ground.close();
}

export const input = {
  kind: "PROVISION" as const,
  playbook: { key: "bench" },
  path: `${acme.path}c1.`,
  resellerId: acme.id,
  customerId: null,
  serviceId: null,
  orderId: null,
  title: "Bench",
  variables: {},
};

export async function prepareOurs(ground: Ground) {
  const nothing = z.object({});
  const told = { title: "Nothing", description: "Does nothing.", input: nothing, outputs: [] };
  const actions = registerActions([
    defineAction({ ...told, key: "bench.inside", kind: "DB", do: async () => ({}) }),
    defineAction({ ...told, key: "bench.outside", kind: "EXTERNAL", connector: "none", do: async () => ({}) }),
  ]);
  const base = ground.at(acme.path);
  const context = withProvisioning(base, { ...provisioningOf(base), hooks: [], actions });
  const tasks = taskKeys.map((key, index) => ({
    key,
    title: key,
    action: index % 2 === 0 ? "bench.inside" : "bench.outside",
    ...(index === 0 ? {} : { needs: [taskKeys[index - 1]] }),
  }));
  const document = JSON.stringify({ key: "bench", title: "Bench", kind: "provision", tasks });
  const [playbook, createdAt] = [newId(), new Date()];
  const row = { id: playbook, path: acme.path, key: "bench", title: "Bench", description: "", latestVersion: 1 };
  await base.em.insert(PlaybookEntity, { ...row, createdAt, version: 1 });
  const version = { id: newId(), path: acme.path, playbook, number: 1, format: "JSON" as const, document };
  await base.em.insert(PlaybookVersionEntity, { ...version, createdAt, createdBy: "bench" });
  return { actions, context };
}

function fresh(ground: Ground, context: ReturnType<Ground["at"]>): ReturnType<Ground["at"]> {
  return { ...context, em: ground.at(acme.path).em };
}

function engineAround(ground: Ground, actions: ReadonlyMap<string, Action>): Pick<Contestant, "prepare" | "settle"> {
  let engine: Engine | null = null;
  return {
    prepare: async () => void (engine = await engineOf(ground, actions)),
    settle: async () => void (await engine?.stop()),
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

/** Answers how many ended, after it made sure that each ended well with all six tasks done. */
async function allFinished(ground: Ground, runs: number): Promise<number> {
  for (;;) {
    const [left] = await ground.rows("select 1 from provisioning_run where finished_at is null limit 1");
    if (left === undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const [row] = await ground.rows<{ wrong: number }>(
    `select (select count(*) from provisioning_run where state <> 'SUCCEEDED')::int
          + (select count(*) from provisioning_task where state <> 'SUCCEEDED')::int as wrong`,
  );
  if (row?.wrong !== 0) throw new Error(`${row?.wrong} runs or tasks did not end well.`);
  return runs;
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

/** The same six no-op steps, each recorded before the next begins. DBOS has no row security. */
async function openDbos(systemDatabaseUrl: string): Promise<{ run(): Promise<void> }> {
  DBOS.setConfig({
    name: "bench",
    systemDatabaseUrl,
    runAdminServer: false,
    logLevel: "error",
    systemDatabasePoolSize: 16,
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
