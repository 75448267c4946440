import { newId } from "@tierline/shared/id.ts";
import { queuedRunsPerResellerMax } from "@tierline/shared/limits.ts";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { catchUp } from "../testkit/catch-up.ts";
import { crashWorld, customerPath, runInput } from "../testkit/crash-tester.ts";
import { startRun } from "./start-run.ts";

const t = await crashWorld();
await t.playbook("one", [
  { key: "b", title: "B", action: "test.count", input: { name: "b" }, needs: ["a"] },
  {
    key: "a",
    title: "A",
    action: "test.put",
    input: { name: "${name}" },
    needs: [],
    maxAttempts: 2,
    deadlineSeconds: 30,
  },
]);

test("a run is recorded with its tasks in an order of their needs, pinned to a version, with a job to wake it", async () => {
  const { id, number, playbookNumber } = await t.start("one", { name: "x", customer: { name: "Zoë" } });
  const run = await t.run(id);
  expect(run).toMatchObject({
    number,
    path: customerPath,
    state: "QUEUED",
    sequence: 1,
    fence: 0,
    workerId: null,
    origin: "CONSOLE",
    startedBy: "Amy Agent",
    variables: { name: "x", customer: { name: "Zoë" } },
  });
  expect(playbookNumber).toBe(1);
  expect(
    run.tasks.map(({ key, position, kind, connector, needs, maxAttempts, deadlineSeconds, state }) => ({
      key,
      position,
      kind,
      connector,
      needs,
      maxAttempts,
      deadlineSeconds,
      state,
    })),
  ).toEqual([
    {
      key: "a",
      position: 0,
      kind: "EXTERNAL",
      connector: "outside",
      needs: [],
      maxAttempts: 2,
      deadlineSeconds: 30,
      state: "PENDING",
    },
    {
      key: "b",
      position: 1,
      kind: "DB",
      connector: null,
      needs: ["a"],
      maxAttempts: 5,
      deadlineSeconds: 300,
      state: "PENDING",
    },
  ]);
  const jobs = await t.world.database.rows<{ key: string }>("select key from graphile_worker.jobs where key = $1", [
    `run:${id}`,
  ]);
  expect(jobs).toHaveLength(1);
});

test("a transaction that fails leaves neither run nor job, and its number is not given again", async () => {
  const id = newId();
  const before = await t.start("one", { name: "before" });
  const failing = transaction(t.as("agent@acme.test"), async (tx) => {
    await startRun(tx, { ...runInput("one", { name: "y" }), id });
    throw new Error("The order was refused after all.");
  });
  await expect(failing).rejects.toThrow("refused after all");
  const rows = await t.world.database.rows(
    "select 1 from provisioning_run where id = $1 union all select 1 from graphile_worker.jobs where key = $2",
    [id, `run:${id}`],
  );
  expect(rows).toEqual([]);
  expect((await t.start("one", { name: "z" })).number).toBe(before.number + 2);
});

test("runs are woken when they are there for everybody, and not within the transactions that record them", async () => {
  const jobsOf = async (id: string) =>
    (await t.world.database.rows("select 1 from graphile_worker.jobs where key = $1", [`run:${id}`])).length;
  const started = await Promise.all(
    [1, 2, 3].map(() =>
      transaction(t.as("agent@acme.test"), async (tx) => {
        const { id } = await startRun(tx, runInput("one", { name: "w" }));
        return { id, before: await jobsOf(id) };
      }),
    ),
  );
  for (const { id, before } of started) expect([before, await jobsOf(id)]).toEqual([0, 1]);
});

test("a playbook of another tier, or with an action that is gone, starts nothing", async () => {
  await t.playbook("gone", [{ key: "a", title: "A", action: "test.vanished" }]);
  await expect(t.start("gone")).rejects.toMatchObject({ refusals: [{ code: "MISSING_ACTION" }] });
  await expect(t.start("unheard of")).rejects.toMatchObject({ refusals: [{ code: "MISSING_ACTION" }] });
  const foreign = transaction(t.as("agent@beta.test"), (tx) =>
    startRun(tx, { ...runInput("one", {}), path: "r1.r2.r4.c1." }),
  );
  await expect(foreign).rejects.toMatchObject({ refusals: [{ code: "MISSING_ACTION" }] });
});

test("a reseller with too many runs under way has to wait, and others have not", async () => {
  const { id } = await t.start("one", { name: "first of many" });
  await t.world.database.rows(
    `insert into provisioning_run select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + i))).*
     from provisioning_run r, generate_series(1, $2::int) i where r.id = $1`,
    [id, queuedRunsPerResellerMax],
  );
  await expect(t.start("one", { name: "one too many" })).rejects.toMatchObject({ refusals: [{ code: "QUEUE_FULL" }] });
  await t.world.database.rows(
    "update provisioning_run set finished_at = now(), state = 'CANCELLED' where number >= 1000",
  );
  expect((await t.start("one", { name: "room again" })).number).toBeGreaterThan(0);
  await catchUp(t.world);
});
