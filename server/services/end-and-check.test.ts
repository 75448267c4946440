import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import { endQuarantines } from "../inventory/end-quarantines.ts";
import { Rejection } from "../kernel/rejection.ts";
import { retryRun } from "../provisioning/operate-run.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { checkHealth, type Probe } from "./check-health.ts";
import { terminateService, type TerminateService } from "./terminate-service.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const owner = "owner@acme.test";
const agent = "agent@acme.test";
const { rows } = shop.world.database;

const placed = await shop.orderMobile(agent, "123");
await shop.ended(placed.runId);

interface ServiceRecord {
  id: string;
  name: string;
  version: number;
  state: string;
  account: string;
  ends_on: Date | null;
}

async function service(): Promise<ServiceRecord> {
  const [row] = await rows<ServiceRecord>("select * from service");
  return row!;
}

async function probes(): Promise<Record<string, Pick<Probe, "state" | "message">>> {
  const found = inEnglish(await checkHealth(shop.world.as(agent), (await service()).id));
  return Object.fromEntries(found.map(({ key, state, message }) => [key, { state, message }]));
}

async function end(more: Partial<TerminateService> = {}): Promise<{ runId: string }> {
  const { id: serviceId, name: confirmName, version } = await service();
  return terminateService(shop.world.as(owner), { idempotencyKey: newId(), serviceId, confirmName, version, ...more });
}

test("O46: each probe says in words what the network knows; what the service does not need is not asked", async () => {
  const { account } = await service();
  expect(await probes()).toEqual({
    ocs: { state: "OK", message: `Account ${account} is there` },
    register: { state: "NOT_APPLICABLE", message: "This service does not need it" },
    radius: { state: "NOT_APPLICABLE", message: "This service does not need it" },
    sip: { state: "NOT_APPLICABLE", message: "This service does not need it" },
    tasks: { state: "OK", message: "Run 1: all 6 tasks were done" },
  });
});

test("O46: an account that has gone missing and an OCS that does not answer are found", async () => {
  await lab.storage.query("delete from lab_ocs_account");
  expect((await probes())["ocs"]).toEqual({
    state: "FAILED",
    message: `Account ${(await service()).account} is missing`,
  });
  await lab.storage.query("insert into lab_ocs_account (id) values ($1)", [`cgrates.org:${(await service()).account}`]);
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  expect((await probes())["ocs"]).toEqual({ state: "FAILED", message: "Cannot connect to OCS" });
  await lab.faultsOf("ocs").set(null);
});

test("O46: the check is a mutation of the API, and another tier's service does not exist for it", async () => {
  const document = `mutation ($id: ID!) { checkServiceHealth(input: { id: $id }) { service { name } probes { key state checkedAt } userErrors { code } } }`;
  const id = encodeId("svc", (await service()).id);
  const { data } = await shop.world.graphql(agent, document, { id });
  const { probes: found } = (data as { checkServiceHealth: { probes: { key: string }[] } }).checkServiceHealth;
  expect(found.map(({ key }) => key)).toEqual(["ocs", "register", "radius", "sip", "tasks"]);
  const { errors } = await shop.world.graphql("agent@beta.test", document, { id });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
});

test("OX5: ending a service is confirmed by its name, of the version that was seen, and a refusal changes nothing", async () => {
  const refusals = async (more: Partial<TerminateService>) => {
    const before = await shop.everything();
    const error: unknown = await end(more).catch((thrown: unknown) => thrown);
    expect(await shop.everything()).toEqual(before);
    if (!(error instanceof Rejection)) throw error;
    return error.refusals.map(({ code, path }) => [code, path]);
  };
  expect(await refusals({ confirmName: "Mobile" })).toEqual([["INVALID", ["confirmName"]]]);
  expect(await refusals({ version: 1, confirmName: "" })).toEqual([
    ["STALE", ["version"]],
    ["INVALID", ["confirmName"]],
  ]);
  const { errors } = await shop.world.graphql(agent, terminateDocument, await terminateInput());
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

const terminateDocument = `mutation ($input: TerminateServiceInput!) {
  terminateService(input: $input) { service { state } run { kind } userErrors { code } }
}`;

async function terminateInput(): Promise<Record<string, unknown>> {
  const { id, name, version } = await service();
  return { input: { idempotencyKey: newId(), id: encodeId("svc", id), version, confirmName: name } };
}

test("OX5: a service whose end fails is what it was, and the retry ends it: SIM retired, number at rest for 30 days", async () => {
  await rows(
    "update playbook_version set document = replace(document, 'title: Remove OCS account', 'title: Remove OCS account\n    maxAttempts: 1')",
  );
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const { data } = await shop.world.graphql(owner, terminateDocument, await terminateInput());
  expect(data).toMatchObject({
    terminateService: { service: { state: "ACTIVE" }, run: { kind: "TERMINATE" }, userErrors: [] },
  });
  const [run] = await rows<{ id: string }>("select id from provisioning_run where kind = 'TERMINATE'");
  const failed = await shop.ended(run!.id);
  expect(failed.state).toBe("FAILED");
  expect((await service()).state).toBe("ACTIVE");

  await lab.faultsOf("ocs").set(null);
  await retryRun(shop.world.as(owner), { id: run!.id, sequence: failed.sequence });
  const ended = await shop.ended(run!.id);
  expect([ended.state, ended.tasks.map(({ state }) => state)]).toEqual(["SUCCEEDED", Array(6).fill("SUCCEEDED")]);
  expect((await service()).state).toBe("TERMINATED");
  expect(await told("service.terminate")).toEqual([{ actor: "Anna Acme", subject: (await service()).name }]);
  expect(await told("provisioningRun.retry")).toMatchObject([{ actor: "Anna Acme" }]);
  expect((await service()).ends_on?.toISOString()).toContain("2026-11-21");
  const items = await rows(
    "select label, state, service_id from inventory_item where label in ('SIM-00123', '+44 7700 900123') order by 1",
  );
  expect(items).toEqual([
    { label: "+44 7700 900123", state: "QUARANTINED", service_id: null },
    { label: "SIM-00123", state: "RETIRED", service_id: null },
  ]);
  expect(await lab.storage.query("select id from lab_ocs_account")).toEqual([]);
  shop.world.clock.advance({ days: 29, hours: 23 });
  await endQuarantines(shop.world.system());
  expect(await numberState()).toBe("QUARANTINED");
  shop.world.clock.advance({ hours: 2 });
  await endQuarantines(shop.world.system());
  expect(await numberState()).toBe("IN_STOCK");
});

/** What the audit trail says of an operation. */
function told(operation: string): Promise<object[]> {
  return rows("select actor, subject from audit_entry where operation = $1", [operation]);
}

async function numberState(): Promise<string> {
  const [item] = await rows<{ state: string }>("select state from inventory_item where label = '+44 7700 900123'");
  return item!.state;
}

test("OX5: an ended service is well when nothing of it is left, and cannot end twice", async () => {
  const found = await probes();
  expect(found["ocs"]).toEqual({ state: "OK", message: `Account ${(await service()).account} is gone` });
  await expect(end()).rejects.toMatchObject({ refusals: [{ code: "STATE_CONFLICT", path: ["id"] }] });
});

test("O39: handing over is noted in the history of each item, once a key, and needs items", async () => {
  const { runId, orderId } = await shop.orderMobile(agent, "124", { customerId: ids.johnDoe });
  await shop.ended(runId);
  const [of] = await rows<{ service_id: string }>("select service_id from customer_order where id = $1", [orderId]);
  const document = `mutation ($input: RecordHandOverInput!) {
    recordHandOver(input: $input) { service { name } items { label custody(first: 1) { nodes { reason actor } } } userErrors { code } }
  }`;
  const input = { idempotencyKey: newId(), serviceId: encodeId("svc", of!.service_id), note: "At the counter" };
  const first = await shop.world.graphql(agent, document, { input });
  const again = await shop.world.graphql(agent, document, { input });
  expect(first.errors).toBeUndefined();
  expect(again.data).toEqual(first.data);
  const handed = { nodes: [{ reason: "Handed over: At the counter", actor: "Amy Agent" }] };
  expect(first.data).toMatchObject({
    recordHandOver: { items: [{ custody: handed }, { custody: handed }], userErrors: [] },
  });
  expect(await rows("select 1 from custody where reason->>'key' = 'custody.handedOverNote'")).toHaveLength(2);
  expect(await told("service.hand_over")).toMatchObject([{ actor: "Amy Agent" }]);
  const ended = {
    ...input,
    idempotencyKey: newId(),
    serviceId: encodeId("svc", (await rows<ServiceRecord>("select * from service where state = 'TERMINATED'"))[0]!.id),
  };
  const refused = await shop.world.graphql(agent, document, { input: ended });
  expect(refused.data).toMatchObject({ recordHandOver: { items: [], userErrors: [{ code: "STATE_CONFLICT" }] } });
});
