import { afterEach, expect, test } from "vitest";
import type { CallRecord, Fault } from "../testkit/crash-tester-outside.ts";
import { crashWorld } from "../testkit/crash-tester.ts";
import type { RunChange } from "./parts.ts";
import type { RunModel } from "./run-model.ts";
import { cancelRun, completeManualTask, retryRun } from "./operate-run.ts";

const told: RunChange[] = [];
const t = await crashWorld({
  hooks: [
    async (_tx, change) => {
      told.push(change);
    },
  ],
});
await t.playbook("two", [
  { key: "put", title: "Put", action: "test.put", input: { name: "${name}" } },
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
]);
await t.playbook("manual", [
  { key: "approve", title: "Approve", action: "test.approve", instructions: "Look at it." },
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
]);
await t.playbook("secret", [
  { key: "make", title: "Make", action: "test.secret", input: { name: "${name}" } },
  { key: "again", title: "Again", action: "test.secret", input: { name: "${tasks.make.user}" } },
]);
await t.playbook("warned", [
  { key: "send", title: "Send", action: "test.send", input: { name: "${name}" }, ignoreErrors: true },
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
]);
const engine = await t.engine();

afterEach(() => {
  t.outside.faultOf = () => null;
});

function faultAt(method: CallRecord["method"], target: string, fault: Fault): void {
  t.outside.faultOf = (call) => (call.method === method && call.target === target ? fault : null);
}

function states(run: RunModel): string {
  return [run.state, ...run.tasks.map((task) => task.state)].join(" ");
}

const isOver = (run: RunModel): boolean => run.finishedAt !== null;

test("a run goes through its tasks to its end, and whoever has to know is told once", async () => {
  const { id, number } = await t.start("two", { name: "plain" });
  const run = await t.until(id, isOver);
  expect(states(run)).toBe("SUCCEEDED SUCCEEDED SUCCEEDED");
  expect(run).toMatchObject({
    number,
    workerId: null,
    waitingFor: null,
    startedBy: "Amy Agent",
    origin: "CONSOLE",
    deadlineAt: null,
  });
  expect(run.tasks[0]).toMatchObject({ detail: "puts plain", attempt: 1, output: { name: "plain" } });
  expect(await t.counted("plain")).toBe(1);
  expect(told.filter((change) => change.run.id === id).map(({ from, to }) => `${from} ${to}`)).toEqual([
    "RUNNING SUCCEEDED",
  ]);
});

test("O45: a task that hangs fails at its deadline by the business clock, and its worker is free again", async () => {
  faultAt("PUT", "hangs", { at: "BEFORE", outcome: "HANG" });
  const { id } = await t.start("two", { name: "hangs" });
  await t.until(id, (run) => run.tasks[0]?.state === "RUNNING");
  t.world.clock.advance({ seconds: 299 });
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(states(await t.run(id))).toBe("RUNNING RUNNING PENDING");
  t.world.clock.advance({ seconds: 1 });
  const run = await t.until(id, isOver);
  expect(states(run)).toBe("FAILED FAILED PENDING");
  expect(run.error).toMatchObject({ code: "TASK_TIMEOUT", taskKey: "put" });
  expect(run.tasks[0]).toMatchObject({ isOutcomeUnknown: true });
  expect(engine.runsInHand).toBe(0);
});

test("U28: a back-off is shown with its end, and the attempt after it goes through", async () => {
  faultAt("PUT", "flaky", { at: "BEFORE", outcome: "retryable", code: "OCS_UNREACHABLE" });
  const { id } = await t.start("two", { name: "flaky" });
  const waiting = await t.until(id, (run) => run.waitingFor === "BACK_OFF");
  expect(waiting.tasks[0]).toMatchObject({
    state: "RETRYING",
    message: "The outside says retryable",
    error: { code: "OCS_UNREACHABLE" },
  });
  expect(waiting.waitingUntil).toEqual(waiting.tasks[0]!.nextAttemptAt);
  expect(waiting.workerId).toBeNull();
  t.outside.faultOf = () => null;
  t.world.clock.set(waiting.waitingUntil!);
  const run = await t.until(id, isOver);
  expect(states(run)).toBe("SUCCEEDED SUCCEEDED SUCCEEDED");
  expect(run.tasks[0]!.attempt).toBe(2);
});

test("O33: a retry continues from the failed task, three times, and what is done is not done again", async () => {
  faultAt("SEND", "x", { at: "BEFORE", outcome: "permanent" });
  await t.playbook("retried", [
    { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
    { key: "send", title: "Send", action: "test.send", input: { name: "x" } },
  ]);
  const { id } = await t.start("retried", { name: "retried" });
  for (let retries = 0; retries < 3; retries += 1) {
    const failed = await t.until(id, isOver);
    expect(failed).toMatchObject({ state: "FAILED", retriesUsed: retries });
    await retryRun(t.as("agent@acme.test"), { id, sequence: failed.sequence });
    await t.until(id, (run) => run.retriesUsed === retries + 1 && isOver(run));
  }
  const spent = await t.run(id);
  const again = retryRun(t.as("agent@acme.test"), { id, sequence: spent.sequence });
  await expect(again).rejects.toMatchObject({ refusals: [{ code: "RETRY_EXHAUSTED" }] });
  t.outside.faultOf = () => null;
  await retryRun(t.as("ops@tierline.test"), { id, sequence: spent.sequence }); // the operator has looked at it
  const run = await t.until(id, (each) => each.state === "SUCCEEDED");
  expect(run).toMatchObject({ retriesUsed: 1, tasks: [{ attempt: 1 }, { attempt: 5 }] });
  expect(await t.counted("retried")).toBe(1);
});

test("a manual task waits for a person, and its note is kept", async () => {
  const { id } = await t.start("manual", { name: "manual" });
  const waiting = await t.until(id, (run) => run.waitingFor === "PERSON");
  expect(states(waiting)).toBe("WAITING WAITING PENDING");
  expect(told.filter((change) => change.run.id === id).map(({ to }) => to)).toEqual(["WAITING"]);
  const stale = completeManualTask(t.as("agent@acme.test"), {
    id,
    sequence: waiting.sequence - 1,
    taskKey: "approve",
    note: null,
  });
  await expect(stale).rejects.toMatchObject({ refusals: [{ code: "STALE" }] });
  await completeManualTask(t.as("agent@acme.test"), {
    id,
    sequence: waiting.sequence,
    taskKey: "approve",
    note: "Ticket 17",
  });
  const run = await t.until(id, isOver);
  expect(states(run)).toBe("SUCCEEDED SUCCEEDED SUCCEEDED");
  expect(run.tasks[0]).toMatchObject({ message: "Ticket 17" });
});

test("cancelling waits for the task in flight, and begins no other", async () => {
  const { promise: until, resolve: goOn } = Promise.withResolvers<void>();
  faultAt("PUT", "cancelled", { at: "BEFORE", outcome: "WAIT", until });
  const { id } = await t.start("two", { name: "cancelled" });
  const running = await t.until(
    id,
    (run) => run.tasks[0]?.state === "RUNNING" && t.outside.calls.some(({ target }) => target === "cancelled"),
  );
  await cancelRun(t.as("agent@acme.test"), { id, sequence: running.sequence });
  expect(states(await t.run(id))).toBe("RUNNING RUNNING PENDING");
  goOn();
  const run = await t.until(id, isOver);
  expect(states(run)).toBe("CANCELLED SUCCEEDED SKIPPED");
  expect(await t.counted("cancelled")).toBe(0);
});

test("OX2: a failure that is ignored is a warning", async () => {
  faultAt("SEND", "warned", { at: "BEFORE", outcome: "permanent", code: "MAIL_REFUSED_RECIPIENT" });
  const { id } = await t.start("warned", { name: "warned" });
  expect(states(await t.until(id, isOver))).toBe("SUCCEEDED_WITH_WARNINGS FAILED_IGNORED SUCCEEDED");
});

test("O19: a secret is the same in every task of a run and stands nowhere in clear", async () => {
  const { id } = await t.start("secret", { name: "secretive" });
  expect(states(await t.until(id, isOver))).toBe("SUCCEEDED SUCCEEDED SUCCEEDED");
  const [made, again] = t.outside.calls.filter(({ target }) => target.startsWith("secretive:"));
  const password = made!.target.slice("secretive:".length);
  expect(password).toMatch(/^[\w-]{24}$/);
  expect(again!.target).toBe(made!.target);
  const tables = ["provisioning_run", "provisioning_task", "task_log", "run_secret", "audit_entry"];
  for (const table of tables) {
    const [row] = await t.world.database.rows<{ text: string }>(
      `select coalesce(string_agg(x::text, ' '), '') as text from ${table} x`,
    );
    expect(row!.text.includes(password)).toBe(false);
  }
  const [line] = await t.world.database.rows<{ request: string; response: string }>(
    "select * from task_log where run_id = $1 order by id",
    [id],
  );
  expect(JSON.parse(line!.request)).toEqual({ user: "secretive", password: "••••••", note: "for ••••••" });
  expect(line!.response).toBe("made secretive");
  expect(await t.counted(`remembered ${id}`)).toBe(2);
});

test("a fault of ours outside counts as unknown: it is asked for", async () => {
  let calls = 0;
  t.outside.faultOf = ({ method, target }) => {
    if (method !== "PUT" || target !== "buggy") return null;
    calls += 1;
    return { at: "AFTER", outcome: "BUG" };
  };
  const { id } = await t.start("two", { name: "buggy" });
  const waiting = await t.until(id, (run) => run.waitingFor === "BACK_OFF");
  expect(waiting.tasks[0]).toMatchObject({ isOutcomeUnknown: true, error: { code: "INTERNAL" } });
  t.world.clock.set(waiting.waitingUntil!);
  expect(states(await t.until(id, isOver))).toBe("SUCCEEDED SUCCEEDED SUCCEEDED");
  expect(calls).toBe(1);
});
