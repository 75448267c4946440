import { afterEach, expect, test } from "vitest";
import { crashWorld, type CrashWorld } from "../testkit/crash-tester.ts";
import type { Engine } from "./engine.ts";
import type { RunModel } from "./run-model.ts";

const t = await crashWorld();
await t.playbook("two", [
  { key: "put", title: "Put", action: "test.put", input: { name: "${name}" } },
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
]);
let engines: Engine[] = [];

afterEach(async () => {
  t.outside.faultOf = () => null;
  await Promise.all(engines.map((engine) => engine.stop()));
  engines = [];
});

async function hire(): Promise<Engine> {
  const engine = await t.engine();
  engines.push(engine);
  return engine;
}

/** A run whose first task is at its call outside, in the hands of that engine. */
async function inFlight(world: CrashWorld, name: string): Promise<{ run: RunModel; goOn: () => void }> {
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
  let isFirst = true;
  t.outside.faultOf = ({ method, target }) => {
    if (!isFirst || method !== "PUT" || target !== name) return null;
    isFirst = false;
    return { at: "AFTER", outcome: "WAIT", until };
  };
  const { id } = await world.start("two", { name });
  // Read as it was claimed: one that was read just before would not know its worker yet.
  const isCalled = (): boolean => world.outside.effects.some(({ target }) => target === name);
  const run = await world.until(id, ({ workerId }) => workerId !== null && isCalled());
  return { run, goOn };
}

/** What the lost worker sent has had its time to arrive. */
async function arrived(id: string): Promise<void> {
  await t.until(id, ({ waitingFor }) => waitingFor === "BACK_OFF");
  t.world.clock.advance({ milliseconds: 250 });
}

const isOver = (run: RunModel): boolean => run.finishedAt !== null;

function puts(name: string): number {
  return t.outside.calls.filter(({ method, target }) => method === "PUT" && target === name).length;
}

/** Ends the connection that says the worker lives, as a broken network does. */
async function cutOff(workerId: string): Promise<void> {
  const cut = await t.world.database.rows<{ cut: boolean }>(
    `select pg_terminate_backend(pid) as cut from pg_locks
     where locktype = 'advisory' and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 42)`,
    [workerId],
  );
  expect(cut).toEqual([{ cut: true }]);
}

test("O45: when a worker's connection dies, another takes its runs over, asks, and nothing happens twice", async () => {
  const first = await hire();
  const { run, goOn } = await inFlight(t, "cut off");
  const lost = first.workerId;
  expect(run.workerId).toBe(lost);
  await hire();
  await cutOff(lost);
  await arrived(run.id);
  const over = await t.until(run.id, isOver);
  expect(over).toMatchObject({ state: "SUCCEEDED", tasks: [{ attempt: 2 }, { attempt: 1 }] });
  goOn(); // the old worker hears its answer at last, and can write nothing
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await t.run(run.id)).toEqual(over);
  expect([puts("cut off"), await t.counted("cut off")]).toEqual([1, 1]);
});

test("O45: a worker whose heart is silent is taken for dead though it lives, and comes back under a new name", async () => {
  const first = await hire();
  const { run, goOn } = await inFlight(t, "paused");
  const silent = first.workerId;
  await hire();
  await t.world.database.rows("update worker set heartbeat_at = now() - interval '31 seconds' where id = $1", [silent]);
  await arrived(run.id);
  const over = await t.until(run.id, isOver);
  expect(over.state).toBe("SUCCEEDED");
  goOn();
  const untilMs = Date.now() + 15_000;
  while (first.workerId === silent && Date.now() < untilMs) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(first.workerId).not.toBe(silent);
  expect([puts("paused"), await t.counted("paused")]).toEqual([1, 1]);
  const { id } = await t.start("two", { name: "after the pause" });
  expect((await t.until(id, isOver)).state).toBe("SUCCEEDED");
});

test("O45: a worker whose queue gives up begins another one under a new name, and goes on", async () => {
  const worker = await hire();
  const { workerId: before } = worker;
  const { rows } = t.world.database;
  await rows("revoke delete on graphile_worker._private_jobs from tierline_app");
  const { id: done } = await t.start("two", { name: "written by a queue that cannot" });
  await t.until(done, isOver);
  const untilMs = Date.now() + 15_000;
  while (worker.workerId === before && Date.now() < untilMs) await new Promise((resolve) => setTimeout(resolve, 50));
  await rows("grant delete on graphile_worker._private_jobs to tierline_app");
  expect(worker.workerId).not.toBe(before);
  const { id } = await t.start("two", { name: "after the queue" });
  expect((await t.until(id, isOver)).state).toBe("SUCCEEDED");
  expect([puts("written by a queue that cannot"), puts("after the queue")]).toEqual([1, 1]);
});

test("a worker that is stopped finishes the task it is at and gives the run back", async () => {
  const first = await hire();
  const { run, goOn } = await inFlight(t, "stopped");
  const stopping = first.stop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  goOn();
  await stopping;
  const given = await t.run(run.id);
  expect(given).toMatchObject({ state: "WAITING", waitingFor: "TAKE_OVER", workerId: null });
  expect(given.tasks.map(({ state }) => state)).toEqual(["SUCCEEDED", "PENDING"]);
  engines = [];
  await hire();
  expect(await t.until(run.id, isOver)).toMatchObject({ state: "SUCCEEDED", tasks: [{ attempt: 1 }, { attempt: 1 }] });
  expect(puts("stopped")).toBe(1);
});

test("a run whose job was lost, or whose claim was, is found again", async () => {
  const first = await hire();
  await first.stop();
  engines = [];
  const { id: forgotten } = await t.start("two", { name: "forgotten" });
  await t.world.database.rows("delete from graphile_worker._private_jobs");
  const { id: astray } = await t.start("two", { name: "astray" });
  const second = await hire();
  await t.world.database.rows(
    "update provisioning_run set worker_id = $1, state = 'RUNNING' where id = $2 and finished_at is null",
    [second.workerId, astray],
  );
  expect((await t.until(forgotten, isOver)).state).toBe("SUCCEEDED");
  expect((await t.until(astray, isOver)).state).toBe("SUCCEEDED");
  expect([puts("forgotten"), puts("astray")]).toEqual([1, 1]);
});
