import { fork, type ChildProcess } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { registerActions, withProvisioning } from "../provisioning/parts.ts";
import { startRun } from "../provisioning/start-run.ts";
import { chaosActions } from "./chaos-actions.ts";
import { startChaosOutside } from "./chaos-outside.ts";
import { runInput, savePlaybook } from "./crash-tester.ts";
import { patienceOf, sizeOf } from "./sizes.ts";
import { testWorld } from "./world.ts";

const chaosMs = sizeOf("SOAK_CHAOS_SECONDS") * 1_000;
/** So many that there is something to hurt all the time. */
const runs = chaosMs / 125;
const workers = 3;
const concurrency = 100;
const everyMs = 900;
const patienceMs = patienceOf("SOAK_CHAOS_SECONDS", 90_000);

const world = await testWorld();
const outside = await startChaosOutside(() => 1_000 + Math.random() * 3_000);
const processes = new Set<ChildProcess>();
let isOver = false;

afterAll(async () => {
  isOver = true;
  for (const worker of processes) worker.kill("SIGKILL");
  await outside.close();
});

const counts = { killed: 0, paused: 0, cutOff: 0 };

function hire(): void {
  const file = new URL("./chaos-worker.ts", import.meta.url).pathname;
  const worker = fork(file, [world.database.url, outside.url, String(concurrency)], {
    execArgv: ["--import", "@oxc-node/core/register"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  processes.add(worker);
  worker.once("exit", () => {
    processes.delete(worker);
    if (!isOver) hire();
  });
}

/** Kills, pauses for a while (once for longer than it takes to be taken for dead), or cuts off from the database. */
async function hurt(turn: number): Promise<void> {
  const worker = [...processes][Math.floor(Math.random() * processes.size)];
  if (worker?.pid === undefined) return;
  const dice = Math.random();
  if (turn === 3 || dice < 0.2) {
    counts.paused += 1;
    worker.kill("SIGSTOP");
    setTimeout(() => worker.kill("SIGCONT"), turn === 3 ? 33_000 : 500 + Math.random() * 4_000);
  } else if (dice < 0.4) {
    counts.cutOff += 1;
    await world.database.rows(
      `select pg_terminate_backend(pid) from (
         select pid from pg_stat_activity
         where datname = current_database() and (application_name like 'tierline%' or application_name = '')
         order by random() limit 12
       ) cut where pid <> pg_backend_pid()`,
    );
  } else {
    counts.killed += 1;
    worker.kill("SIGKILL");
  }
}

interface Tally {
  total: number;
  finished: number;
  succeeded: number;
  running: number;
}

async function tally(): Promise<Tally> {
  const [row] = await world.database.rows<Tally>(
    `select count(*)::int as total, count(finished_at)::int as finished,
            count(*) filter (where state = 'SUCCEEDED')::int as succeeded,
            count(*) filter (where worker_id is not null)::int as running from provisioning_run`,
  );
  return row!;
}

test(
  "O45: workers are killed, paused and cut off, and every run ends with each of its effects once",
  { timeout: patienceOf("SOAK_CHAOS_SECONDS", 240_000) },
  async () => {
    const parts = { ...emptyParts(), actions: registerActions(chaosActions(outside.url)) };
    const owner = world.as("owner@acme.test");
    const name = "${name}";
    await savePlaybook(owner, "chaos", [
      { key: "a", title: "A", action: "chaos.count", input: { name: `a ${name}` } },
      { key: "b", title: "B", action: "chaos.put", input: { name: `b ${name}` } },
      { key: "c", title: "C", action: "chaos.put", input: { name: `c ${name}` } },
      { key: "d", title: "D", action: "chaos.count", input: { name: `d ${name}` } },
      { key: "e", title: "E", action: "chaos.put", input: { name: `e ${name}` }, needs: ["c"] },
      { key: "f", title: "F", action: "chaos.count", input: { name: `f ${name}` }, needs: ["d", "e"] },
    ]);
    for (let index = 0; index < runs; index += 1) {
      await transaction(withProvisioning(world.as("agent@acme.test"), parts), (tx) =>
        startRun(tx, runInput("chaos", { name: `n${index}` })),
      );
    }
    for (let count = 0; count < workers; count += 1) hire();
    const peak = await tormented();
    outside.calmDown();
    const last = await reached(({ finished, total }) => finished === total);

    expect(peak).toBeGreaterThanOrEqual(200);
    expect(counts.killed).toBeGreaterThan(5);
    expect(last).toMatchObject({ total: runs, finished: runs, succeeded: runs, running: 0 });
    const names = Array.from({ length: runs }, (_, index) => `n${index}`);
    expect([...outside.effects].filter(([, keys]) => keys.length !== 1)).toEqual([]);
    expect(outside.effects.size).toBe(runs * 3);
    const rows = await world.database.rows<{ kind: string; value: number }>(
      "select kind, value from counter where kind like 'chaos:%'",
    );
    expect(rows.filter(({ value }) => value !== 1)).toEqual([]);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set(
        names.flatMap((each) =>
          [..."adf"]
            .map((task) => `chaos:${task} ${each}`)
            .concat([..."bce"].map((task) => `chaos:remembered ${task} ${each}`)),
        ),
      ),
    );
    console.log(
      `${counts.killed} killed, ${counts.paused} paused, ${counts.cutOff} cut off; ${outside.arrivals()} requests for ${runs * 3} effects`,
    );
  },
);

/** At least 200 at once, then blow after blow. */
async function tormented(): Promise<number> {
  const { running: peak } = await reached(({ running }) => running >= 200);
  outside.begin();
  const endMs = Date.now() + chaosMs;
  for (let turn = 0; Date.now() < endMs; turn += 1) {
    await hurt(turn);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    const { finished, total } = await tally();
    if (finished === total) break;
  }
  return peak;
}

async function reached(isThere: (tally: Tally) => boolean): Promise<Tally> {
  const endMs = Date.now() + patienceMs;
  for (;;) {
    const last = await tally();
    if (isThere(last) || Date.now() > endMs) return last;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function emptyParts() {
  const feed = { watch: () => Promise.reject(new Error("nobody watches here")) as never, watcherCount: 0 };
  return { hooks: [], settingsOf: async () => ({}), audit: async () => undefined, feed };
}
