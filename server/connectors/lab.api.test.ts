import { spawn } from "node:child_process";
import { hostname } from "node:os";
import { afterAll, expect, test } from "vitest";
import { newId } from "@tierline/shared/id.ts";
import { installation, setInstallation } from "../kernel/installation.ts";
import { testLab } from "../testkit/lab.ts";
import { testWorld } from "../testkit/world.ts";
import { definition as ocsDefinition } from "./ocs/definition.ts";
import { askOcs } from "./ocs/json-rpc.ts";
import { settingsOf } from "./settings.ts";

const world = await testWorld();
const lab = await testLab();
const agent = "agent@acme.test";
setInstallation({ demo: true, lab: lab.endpoints });
afterAll(async () => {
  setInstallation({ demo: false, lab: null });
  await lab.drop();
});

interface Answer {
  isRunning: boolean;
  mailboxUrl: string | null;
  elements: { key: string; fault: string; calls: number; isUp: boolean }[];
  workers: { id: string; pid: number; runsInHand: number }[];
  recentCalls: { element: string; method: string; target: string; request: string }[];
}

const fields =
  "isRunning mailboxUrl elements { key fault calls isUp } workers { id pid runsInHand } recentCalls(first: 5) { element method target request }";

async function read(): Promise<Answer> {
  const { data, errors } = await world.graphql(agent, `{ lab { ${fields} } }`);
  expect(errors).toBeUndefined();
  return (data as { lab: Answer }).lab;
}

async function change(field: string, input: object): Promise<{ lab: Answer | null; userErrors: { code: string }[] }> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${field}(input: $input) { lab { ${fields} } userErrors { code } } }`;
  const { data, errors } = await world.graphql(agent, document, { input });
  if (errors?.[0]?.originalError != null) throw errors[0].originalError;
  return (data as Record<string, { lab: Answer | null; userErrors: { code: string }[] }>)[field]!;
}

test("the lab's page shows every element well, and what it received", async () => {
  const context = world.as(agent);
  const account = { method: "APIerSv2.GetAccount", parameters: { Tenant: "cgrates.org", Account: "acme-1" } };
  await askOcs(await settingsOf(context, ocsDefinition), account, new AbortController().signal);
  const shown = await read();
  expect(shown.isRunning).toBe(true);
  expect(shown.mailboxUrl).toBe(lab.endpoints.mailboxUrl);
  expect(shown.elements.map(({ key, fault, isUp }) => [key, fault, isUp])).toEqual(
    ["ocs", "register", "http", "mail", "sip", "radius", "payments", "webex"].map((key) => [key, "NONE", true]),
  );
  expect(shown.elements[0]?.calls).toBe(1);
  expect(shown.recentCalls).toMatchObject([{ element: "ocs", method: "APIerSv2.GetAccount", target: "/jsonrpc" }]);
});

test("an element is broken and mended by hand; one that does not exist is not found", async () => {
  const { lab: broken } = await change("setLabFault", { element: "ocs", fault: "REFUSE" });
  expect(broken?.elements[0]).toMatchObject({ key: "ocs", fault: "REFUSE", isUp: false });
  const checked = await world.graphql(
    agent,
    'mutation { checkConnector(input: { key: "ocs" }) { connector { health healthMessage } } }',
  );
  expect(checked.data).toEqual({
    checkConnector: { connector: { health: "FAILED", healthMessage: "Cannot connect to OCS" } },
  });
  const { lab: mended } = await change("setLabFault", { element: "ocs", fault: "NONE" });
  expect(mended?.elements[0]).toMatchObject({ fault: "NONE", isUp: true });
  await expect(change("setLabFault", { element: "teapot", fault: "HANG" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a worker of this machine is killed at once; no other process can be named", async () => {
  const process_ = spawn("sleep", ["60"], { stdio: "ignore" });
  const ended = new Promise((resolve) => process_.once("exit", (_code, signal) => resolve(signal)));
  const id = newId();
  await world.database.rows(
    "insert into worker (id, pid, host, pool_id, started_at, heartbeat_at) values ($1, $2, $3, $4, now(), now())",
    [id, process_.pid, hostname(), "test"],
  );
  const elsewhere = newId();
  await world.database.rows(
    "insert into worker (id, pid, host, pool_id, started_at, heartbeat_at) values ($1, $2, 'another-machine', $3, now(), now())",
    [elsewhere, process.pid, "other"],
  );
  expect((await read()).workers).toEqual([{ id, pid: process_.pid, runsInHand: 0 }]);
  for (const other of [elsewhere, newId(), "x", ""]) {
    await expect(change("killLabWorker", { id: other })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  const { lab: after } = await change("killLabWorker", { id });
  expect(await ended).toBe("SIGKILL");
  expect(after?.workers).toEqual([]);
});

test("where no lab belongs to the installation, nothing can be broken or killed", async () => {
  const { lab: endpoints } = installation();
  setInstallation({ demo: false, lab: null });
  try {
    expect(await read()).toMatchObject({ isRunning: false, elements: [], workers: [] });
    expect((await change("setLabFault", { element: "ocs", fault: "REFUSE" })).userErrors).toEqual([
      { code: "STATE_CONFLICT" },
    ]);
    expect((await change("killLabWorker", { id: newId() })).userErrors).toEqual([{ code: "STATE_CONFLICT" }]);
  } finally {
    setInstallation({ demo: true, lab: endpoints });
  }
});
