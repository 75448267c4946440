import { graphql, parse, subscribe, type ExecutionResult } from "graphql";
import { say } from "@tierline/shared/sentence.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { afterEach, expect, test } from "vitest";
import { crashWorld } from "../testkit/crash-tester.ts";
import { withProvisioning } from "./parts.ts";
import type { RunModel } from "./run-model.ts";

const t = await crashWorld();
const engine = await t.manual();
await t.playbook("three", [
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
  { key: "put", title: "Put", action: "test.put", input: { name: "${name}" } },
  { key: "secret", title: "Secret", action: "test.secret", input: { name: "${name}" } },
]);

afterEach(() => {
  t.outside.faultOf = () => null;
});

async function ask<T = Record<string, unknown>>(
  email: string,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<T> {
  const contextValue = withProvisioning(t.world.request(email), t.parts);
  const answer: ExecutionResult = await graphql({ schema: t.world.schema, source, variableValues, contextValue });
  if (answer.errors !== undefined)
    throw new AggregateError(answer.errors, answer.errors.map(({ message }) => message).join("; "));
  return answer.data as T;
}

function refuse(target: string, code = "OCS_UNREACHABLE"): void {
  t.outside.faultOf = (call) =>
    call.method === "PUT" && call.target === target ? { at: "BEFORE", outcome: "permanent", code } : null;
}

async function ended(name: string): Promise<RunModel> {
  t.world.clock.advance({ milliseconds: 1 }); // ids made within one moment have no order
  const { id } = await t.start("three", { name, customer: { name: "John Smith" } });
  return engine.drive(id);
}

const whole = `query ($id: ID!) { provisioningRun(id: $id) {
  state completedTasks totalTasks title startedBy origin playbookVersion playbook { key }
  tasks { key title kind state attempt maxAttempts message detail error { code message whatToCheck } log(first: 10) { nodes { level message request response } pageInfo { hasNextPage } } }
  variables { key value isSecret } actions { action isAllowed reason } error { code message whatToCheck taskKey } export
} }`;

interface WholeRun {
  provisioningRun: {
    state: string;
    completedTasks: number;
    totalTasks: number;
    tasks: { key: string; state: string; log: { nodes: { message: string; request: string }[] } }[];
    variables: { key: string; value: string; isSecret: boolean }[];
    actions: { action: string; isAllowed: boolean; reason: string | null }[];
    error: { code: string; whatToCheck: string[] } | null;
    playbook: { key: string } | null;
    export: string;
  } | null;
}

test("O32: a failed run says what failed and what to check, and which buttons work", async () => {
  refuse("api failed");
  const run = await ended("api failed");
  const { provisioningRun } = await ask<WholeRun>("agent@acme.test", whole, { id: encodeId("run", run.id) });
  expect(provisioningRun).toMatchObject({
    state: "FAILED",
    completedTasks: 1,
    totalTasks: 3,
    startedBy: "Amy Agent",
    playbook: null, // agents see no playbooks
    error: { code: "OCS_UNREACHABLE", message: "The outside says permanent", taskKey: "put" },
    tasks: [{ state: "SUCCEEDED" }, { state: "FAILED", attempt: 1, maxAttempts: 5 }, { state: "PENDING" }],
    actions: [
      { action: "RETRY", isAllowed: true, reason: null },
      { action: "ROLL_BACK", isAllowed: true, reason: null },
      { action: "CANCEL", isAllowed: false, reason: "Only a run that is queued, running or waiting can be cancelled." },
    ],
  });
  expect(provisioningRun!.error!.whatToCheck.length).toBeGreaterThan(0);
  expect(provisioningRun!.tasks[1]!.log.nodes.map(({ message }) => message)).toEqual([
    "outside PUT api failed",
    "The outside says permanent",
  ]);
  expect(
    (await ask<WholeRun>("owner@acme.test", whole, { id: encodeId("run", run.id) })).provisioningRun!.playbook,
  ).toEqual({ key: "three" });
});

test("O19: the run shows the values it was started with, its secrets as dots, and is exported as one JSON text", async () => {
  const run = await ended("api exported");
  const { provisioningRun } = await ask<WholeRun>("agent@acme.test", whole, { id: encodeId("run", run.id) });
  expect(provisioningRun!.variables).toEqual([
    { key: "customer.name", value: "John Smith", isSecret: false },
    { key: "name", value: "api exported", isSecret: false },
    { key: "secrets.password", value: "••••••", isSecret: true },
  ]);
  const file = JSON.parse(provisioningRun!.export) as {
    format: string;
    run: object;
    tasks: { key: string; log: object[] }[];
  };
  expect(file).toMatchObject({ format: "tierline-run-1", run: { id: encodeId("run", run.id), state: "SUCCEEDED" } });
  expect(file.tasks.map(({ key, log }) => [key, log.length])).toEqual([
    ["count", 0],
    ["put", 1],
    ["secret", 1],
  ]);
  const secret = t.outside.calls.find(({ target }) => target.startsWith("api exported:"))!.target.split(":")[1]!;
  expect(provisioningRun!.export).not.toContain(secret);
});

test("a run of another tier does not exist, neither to be read nor to be operated nor to be watched", async () => {
  const run = await ended("api foreign");
  const [foreign, none, other] = [
    encodeId("run", run.id),
    encodeId("run", "019a0000-0000-7000-8000-000000000000"),
    encodeId("cus", run.id),
  ];
  const retry =
    "mutation ($id: ID!) { retryProvisioningRun(input: { id: $id, sequence: 1 }) { run { id } userErrors { code } } }";
  const answers = [];
  for (const id of [foreign, none, other, "nonsense"]) {
    expect(await ask("agent@beta.test", whole, { id })).toEqual({ provisioningRun: null });
    answers.push(await ask("agent@beta.test", retry, { id }).catch((error: Error) => error.message));
    const events = await watching("agent@beta.test", id);
    answers.push(await events.next().catch((error: Error) => error.message));
  }
  expect(new Set(answers)).toEqual(new Set(["Nothing with this id exists for you."]));
});

test("O33: the buttons refuse who has not seen the latest, and say so", async () => {
  refuse("api stale");
  const run = await ended("api stale");
  const id = encodeId("run", run.id);
  const operate = (name: string, sequence: number, email = "agent@acme.test") =>
    ask(
      email,
      `mutation ($id: ID!, $sequence: Int!) { answer: ${name}(input: { id: $id, sequence: $sequence }) { run { state sequence } userErrors { code } } }`,
      { id, sequence },
    );
  expect(await operate("retryProvisioningRun", run.sequence - 1)).toEqual({
    answer: { run: null, userErrors: [{ code: "STALE" }] },
  });
  expect(await operate("cancelProvisioningRun", run.sequence)).toEqual({
    answer: { run: null, userErrors: [{ code: "STATE_CONFLICT" }] },
  });
  expect(await operate("rollBackProvisioningRun", run.sequence)).toEqual({
    answer: { run: { state: "ROLLING_BACK", sequence: run.sequence + 1 }, userErrors: [] },
  });
  expect((await engine.drive(run.id)).state).toBe("ROLLED_BACK");
  const audit = await t.world.database.rows<{ operation: string; actor: string }>(
    "select operation, actor from audit_entry where subject_id = $1",
    [run.id],
  );
  expect(audit).toEqual([{ operation: "provisioningRun.rollBack", actor: "Amy Agent" }]);
});

test("runs are listed newest first, filtered, counted and grouped by error", async () => {
  refuse("api grouped 1", "OCS_REFUSED");
  const one = await ended("api grouped 1");
  refuse("api grouped 2", "OCS_REFUSED");
  const two = await ended("api grouped 2");
  const list = `query ($filter: ProvisioningRunFilter, $first: Int!, $after: String) {
    provisioningRuns(filter: $filter, first: $first, after: $after) {
      nodes { id completedTasks } pageInfo { hasNextPage endCursor } totalCount { value } errorGroups { code count connector message }
    }
  }`;
  interface Listed {
    provisioningRuns: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }
  const filter = { errorCode: "OCS_REFUSED" };
  const first = await ask<Listed>("agent@acme.test", list, { filter, first: 1 });
  expect(first.provisioningRuns).toMatchObject({
    nodes: [{ id: encodeId("run", two.id), completedTasks: 1 }],
    pageInfo: { hasNextPage: true },
    totalCount: { value: 2 },
    errorGroups: [{ code: "OCS_REFUSED", count: 2, connector: "outside", message: "The outside says permanent" }],
  });
  const second = await ask<Listed>("agent@acme.test", list, {
    filter,
    first: 1,
    after: first.provisioningRuns.pageInfo.endCursor,
  });
  expect(second.provisioningRuns).toMatchObject({
    nodes: [{ id: encodeId("run", one.id) }],
    pageInfo: { hasNextPage: false },
  });
  const found = async (more: Record<string, unknown>, email = "agent@acme.test") =>
    (await ask<Listed>(email, list, { filter: more, first: 100 })).provisioningRuns.nodes.map(({ id }) => id);
  expect(await found({ search: String(two.number) })).toEqual([encodeId("run", two.id)]);
  expect(await found({ search: "test THREE", state: ["FAILED"], isMine: true })).toContain(encodeId("run", one.id));
  expect(await found({ isMine: true }, "owner@acme.test")).toEqual([]);
  const title = say("run.forOrder", { offering: "Fibre 100", customer: "Zoë O'Brien" });
  await t.world.database.rows("update provisioning_run set title = $1 where id = $2", [JSON.stringify(title), two.id]);
  expect(await found({ search: "zoë fibre o'brien" })).toEqual([encodeId("run", two.id)]);
  expect(await found({ search: "run.forOrder" })).toEqual([]);
  expect(await found({ state: [] })).toEqual([]);
  expect(await found({}, "agent@beta.test")).toEqual([]);
  await expect(ask("agent@acme.test", list, { filter, first: 1, after: "bm9uc2Vuc2U" })).rejects.toThrow(
    "not a cursor",
  );
});

async function watching(email: string, id: string): Promise<AsyncGenerator<ExecutionResult, ExecutionResult>> {
  const document = parse(
    "subscription ($id: ID!) { provisioningRun(id: $id) { sequence state completedTasks tasks { state } } }",
  );
  const contextValue = withProvisioning(t.world.request(email), t.parts);
  return (await subscribe({
    schema: t.world.schema,
    document,
    variableValues: { id },
    contextValue,
  })) as AsyncGenerator<ExecutionResult, ExecutionResult>;
}

interface Pushed {
  sequence: number;
  state: string;
  completedTasks: number;
}

async function pushed(events: AsyncGenerator<ExecutionResult, ExecutionResult>): Promise<Pushed> {
  const { value } = await events.next();
  return value.data!["provisioningRun"] as Pushed;
}

test("O28: a watcher gets the whole run at once and then its changes, the last one always", async () => {
  const { id } = await t.start("three", { name: "watched" });
  const events = await watching("agent@acme.test", encodeId("run", id));
  expect(await pushed(events)).toMatchObject({ sequence: 1, state: "QUEUED", completedTasks: 0 });
  expect(t.parts.feed.watcherCount).toBe(1);
  const driving = engine.drive(id);
  const seen: Pushed[] = [];
  do seen.push(await pushed(events));
  while (seen.at(-1)!.state !== "SUCCEEDED");
  const run = await driving;
  expect(seen.at(-1)).toMatchObject({ sequence: run.sequence, completedTasks: 3 });
  expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map(({ sequence }) => sequence).toSorted((a, b) => a - b));
  await events.return({});
  expect(t.parts.feed.watcherCount).toBe(0);
});

test("O28: a change whose notice was lost is shown all the same", async () => {
  const { id } = await t.start("three", { name: "healed" });
  const events = await watching("agent@acme.test", encodeId("run", id));
  await pushed(events);
  await t.world.database.rows(
    "update provisioning_run set sequence = 5, title = to_jsonb('Changed'::text) where id = $1",
    [id],
  );
  expect(await pushed(events)).toMatchObject({ sequence: 5 });
  await events.return({});
});

test("O28: however many watch, a changed run is read once", async () => {
  const { id } = await t.start("three", { name: "crowd" });
  const crowd = await Promise.all(Array.from({ length: 50 }, () => watching("agent@acme.test", encodeId("run", id))));
  await Promise.all(crowd.map((events) => pushed(events)));
  const before = t.feedReads();
  await t.world.database.rows("update provisioning_run set sequence = 6 where id = $1", [id]);
  for (let times = 0; times < 20; times += 1) t.world.changes.announce([{ topic: `run:${id}`, path: "", sequence: 6 }]);
  const all = await Promise.all(crowd.map((events) => pushed(events)));
  expect(all.every(({ sequence }) => sequence === 6)).toBe(true);
  expect(t.feedReads() - before).toBeLessThanOrEqual(3); // this tick, the next, and a healing look in between
  await Promise.all(crowd.map((events) => events.return({})));
});
