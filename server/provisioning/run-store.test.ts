import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@tierline/shared/id.ts";
import { crashWorld } from "../testkit/crash-tester.ts";
import { randomRun } from "../testkit/simulate-playbook.ts";
import { chanceOf } from "../testkit/simulate-scheduler.ts";
import { MemoryRuns } from "../testkit/simulate-store.ts";
import { decide } from "./decide.ts";
import type { Circumstances, Decision, RunEvent } from "./run-event.ts";
import { contextOfRun } from "./run-context.ts";
import type { RunAddress, RunModel, Transition } from "./run-model.ts";
import type { RunStore } from "./run-store.ts";
import { createSqlRunStore } from "./sql-run-store.ts";

// What the simulator proves holds in the product only as far as both stores keep the same promises.

const t = await crashWorld();
const { url } = t.world.database;
const pool = new pg.Pool({ connectionString: url, max: 4 });
afterAll(() => pool.end());

interface Subject {
  readonly store: RunStore;
  /** A queued run of two tasks. */
  start(): Promise<RunAddress>;
  worker(): Promise<string>;
  die(workerId: string): Promise<void>;
}

const memory = new MemoryRuns(
  () => 0,
  () => undefined,
);
let names = 0;

const subjects: Record<string, Subject> = {
  PostgreSQL: {
    store: createSqlRunStore({
      pool,
      contextOf: (run) => {
        const { em, clock, changes, log, vault } = t.world.system();
        return contextOfRun({ em, clock, changes, log, vault }, t.parts, run);
      },
    }),
    start: async () => {
      const { id } = await t.start("two", { name: `s${(names += 1)}` });
      return t.run(id);
    },
    async worker() {
      const id = newId();
      const sql =
        "insert into worker (id, pool_id, pid, host, started_at, heartbeat_at) values ($1, $2, 0, 'test', now(), now())";
      await pool.query(sql, [id, id]);
      return id;
    },
    async die(workerId) {
      await pool.query("update worker set heartbeat_at = now() - interval '1 hour' where id = $1", [workerId]);
      await pool.query("select * from take_over_runs('r1.', '30 seconds')");
    },
  },
  memory: {
    store: memory.through(async (statement) => statement()),
    async start() {
      const sketch = randomRun(chanceOf(1), (names += 1));
      const [task] = sketch.tasks;
      const tasks = ["a", "b"].map((key, position) => ({
        ...task!,
        key,
        position,
        kind: "DB" as const,
        needs: position === 0 ? [] : ["a"],
      }));
      const run: RunModel = { ...sketch, tasks };
      memory.add(run);
      return run;
    },
    worker: async () => newId(),
    die: async (workerId) => memory.takeOver(workerId),
  },
};

beforeAll(async () => {
  await t.playbook("two", [
    { key: "a", title: "A", action: "test.count", input: { name: "${name}" } },
    { key: "b", title: "B", action: "test.count", input: { name: "${name}" } },
  ]);
});

describe.each(Object.entries(subjects))("a run in %s", (_, { store, start, worker, die }) => {
  test("is claimed by one worker, under a fence that grows", async () => {
    const address = await start();
    const [mine, other] = [await worker(), await worker()];
    const claimed = await store.claim(address, mine);
    expect(claimed).toMatchObject({ state: "RUNNING", workerId: mine, fence: 1 });
    expect(await store.claim(address, other)).toBeNull();
    expect(await store.claim(address, mine)).toMatchObject({ fence: 2 }); // its own, whose answer was lost
  });

  test("keeps a transition whole, in both directions of time", async () => {
    const address = await start();
    const before = (await store.claim(address, await worker()))!;
    const { transition } = decided(before, { kind: "WOKEN" });
    expect(await store.record(before, transition!)).toBe("HELD");
    const after = await store.load(address);
    expect(after).toMatchObject({
      state: "RUNNING",
      sequence: before.sequence + 1,
      startedAt: now,
      workerId: before.workerId,
    });
    expect(after!.tasks.map(({ state, attempt, deadlineAt }) => [state, attempt, deadlineAt])).toEqual([
      ["RUNNING", 1, new Date(now.getTime() + 300_000)],
      ["PENDING", 0, null],
    ]);
  });

  test("is STALE for who has not seen the latest, and LOST for who is not in charge any more", async () => {
    const address = await start();
    const mine = await worker();
    const before = (await store.claim(address, mine))!;
    const { transition } = decided(before, { kind: "WOKEN" });
    expect(await store.record(before, transition!)).toBe("HELD");
    expect(await store.record(before, transition!)).toBe("STALE");
    await die(mine);
    expect(await store.record(transition!.run, transition!)).toBe("LOST");
    expect(await store.load(address)).toMatchObject({ state: "WAITING", waitingFor: "TAKE_OVER", workerId: null });
    expect(await store.claim(address, mine)).toBeNull(); // who was declared dead takes nothing under that name
    expect(await store.claim(address, await worker())).toMatchObject({
      state: "RUNNING",
      fence: transition!.run.fence + 2,
    });
  });

  test("is not touched by a transaction that fails, and is by one that does not", async () => {
    const address = await start();
    const before = (await store.claim(address, await worker()))!;
    const transition: Transition = decided(before, { kind: "WOKEN" }).transition!;
    const failing = store.transact(before, async (within) => {
      expect(await within.record(before, transition)).toBe("HELD");
      expect((await within.load())?.sequence).toBe(before.sequence + 1);
      throw new Error("given up");
    });
    await expect(failing).rejects.toThrow("given up");
    expect((await store.load(address))?.sequence).toBe(before.sequence);
    await store.transact(before, (within) => within.record(before, transition));
    expect((await store.load(address))?.sequence).toBe(before.sequence + 1);
  });

  test("that waits for a person is claimed by nobody", async () => {
    const address = await start();
    const before = (await store.claim(address, await worker()))!;
    const waiting = {
      ...before,
      state: "WAITING",
      waitingFor: "PERSON",
      workerId: null,
      sequence: before.sequence + 1,
    } as const;
    await store.record(before, { run: waiting, changed: [], log: [], isReleased: true, wakeAfterMs: null });
    expect(await store.claim(address, await worker())).toBeNull();
  });

  test("keeps one thing under a name, whoever finds it", async () => {
    const run = (await store.claim(await start(), await worker()))!;
    const [first, second] = await Promise.all([
      store.kept(run, "password", async () => "first"),
      store.kept(run, "password", async () => "second"),
    ]);
    expect(second).toBe(first);
    expect(await store.kept(run, "password", async () => "third")).toBe(first);
    expect(await store.kept(run, "other", async () => "fourth")).toBe("fourth");
  });
});

const now = new Date("2026-11-21T12:00:00Z");

function decided(run: RunModel, event: RunEvent): Decision {
  const at: Circumstances = {
    now,
    random: () => 0.5,
    isStopping: false,
    inFlight: new Set(),
    hasUndo: () => true,
    canAsk: () => true,
    heldUntil: () => null,
  };
  return decide(run, event, at);
}
