import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { say } from "@tierline/shared/sentence.ts";
import { inEnglish } from "../testkit/in-english.ts";
import { relayMail } from "../notifications/relay-mail.ts";
import { completeManualTask, retryRun, rollBackRun } from "../provisioning/operate-run.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { undoOrder } from "./undo-order.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const agent = "agent@acme.test";
const { rows } = shop.world.database;
const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };

interface ServiceRecord {
  id: string;
  name: string;
  number: number;
  state: string;
  account: string;
  balances: { kind: string; amount: string; unit: string }[];
  starts_on: Date | null;
  parameters: Record<string, string>;
  [column: string]: unknown;
}

async function serviceOf(orderId: string): Promise<ServiceRecord> {
  const [service] = await rows<ServiceRecord>(
    "select s.* from service s join customer_order o on o.service_id = s.id where o.id = $1",
    [orderId],
  );
  return service!;
}

async function stateOf(orderId: string): Promise<string> {
  const [order] = await rows<{ state: string }>("select state from customer_order where id = $1", [orderId]);
  return order!.state;
}

async function itemStates(runId: string): Promise<Record<string, string>> {
  const items = await rows<{ slot: string; state: string }>(
    "select slot, state from inventory_item where held_by_run_id = $1",
    [runId],
  );
  return Object.fromEntries(items.map(({ slot, state }) => [slot, state]));
}

async function notices(runId: string): Promise<string[]> {
  const found = await rows<{ kind: string }>("select kind from notification where run_id = $1 order by at, id", [
    runId,
  ]);
  return found.map(({ kind }) => kind);
}

async function reserved(...items: { readonly id: string }[]): Promise<{ reservationIds: string[] }> {
  return { reservationIds: await shop.reserve(agent, ...items) };
}

const mailbox = async () => {
  const { controlUrl, controlToken } = lab.endpoints;
  const answer = await fetch(`${controlUrl}/messages`, { headers: { authorization: `Bearer ${controlToken}` } });
  return (await answer.json()) as { to: string; subject: string; messageId: string; text: string }[];
};

test("O31: a plan ends as an active service named after its type and number, its items assigned and the welcome mail sent", async () => {
  const { orderId, runId } = await shop.orderMobile(agent, "123");
  const run = await shop.ended(runId);
  expect(run.state).toBe("SUCCEEDED");
  expect(run.tasks.filter(({ state }) => state === "SUCCEEDED")).toHaveLength(6);
  const service = await serviceOf(orderId);
  expect(service).toMatchObject({ state: "ACTIVE", name: "Mobile - +44 7700 900123", auto_renew: true, ends_on: null });
  expect(service.starts_on?.toISOString()).toContain("2026-11-21");
  expect(await stateOf(orderId)).toBe("COMPLETED");
  expect(await itemStates(runId)).toEqual({ sim: "ASSIGNED", number: "ASSIGNED" });
  expect(await notices(runId)).toEqual(["RUN_SUCCEEDED"]);
  const [mail] = await mailbox();
  expect(mail).toMatchObject({ to: "john.smith@example.com", subject: "Mobile - +44 7700 900123 is ready" });
});

test("O49: at the end the service, its state, its items and the welcome mail can be read from one query", async () => {
  const { data, errors } = await shop.world.graphql(
    agent,
    `query ($id: ID!) { customer(id: $id) { orders(first: 1) { nodes {
       state service { name state items { label state customer { number } service { number } heldByRun { id } } currentRun { state } order { number } }
       run { state completedTasks totalTasks tasks { key state message detail connector canBeAsked } order { number } service { name } customer { label } tierPath { key } }
     } } } }`,
    { id: ids.johnSmith },
  );
  expect(errors).toBeUndefined();
  const [order] = (data as { customer: { orders: { nodes: Record<string, unknown>[] } } }).customer.orders.nodes;
  expect(order).toMatchObject({
    state: "COMPLETED",
    service: {
      state: "ACTIVE",
      items: [
        {
          label: "+44 7700 900123",
          state: "ASSIGNED",
          customer: { number: 123 },
          service: { number: 1 },
          heldByRun: null,
        },
        { label: "SIM-00123", state: "ASSIGNED", customer: { number: 123 }, service: { number: 1 }, heldByRun: null },
      ],
      currentRun: { state: "SUCCEEDED" },
      order: { number: 1 },
    },
    run: {
      state: "SUCCEEDED",
      completedTasks: 6,
      totalTasks: 6,
      customer: { label: "John Smith (ID: 123)" },
      tierPath: [{ key: "tierline" }, { key: "nord" }, { key: "acme" }],
    },
  });
  const { tasks } = order!["run"] as { tasks: { connector: string | null; canBeAsked: boolean }[] };
  expect(tasks.filter(({ connector }) => connector !== null)).toMatchObject([
    { connector: "ocs", canBeAsked: true },
    { connector: "mail", canBeAsked: false },
  ]);
});

test("O35: a top-up makes no service of its own and changes the balance of the chosen one; O36: by a playbook of its own", async () => {
  const [service] = await rows<ServiceRecord>("select * from service");
  expect(service!.balances).toEqual([{ kind: "data", label: "Data", amount: "20", unit: "GB" }]);
  const { orderId, runId } = await shop.order(agent, { offeringId: ids.p3, customerId: ids.johnSmith });
  const run = await shop.ended(runId);
  expect([run.state, run.kind]).toEqual(["SUCCEEDED", "ADD_ON"]);
  const playbooks = await rows<{ playbook_key: string }>(
    "select distinct playbook_key from provisioning_run order by 1",
  );
  expect(playbooks.map(({ playbook_key }) => playbook_key)).toEqual(["data-boost", "mobile-20gb"]);
  const after = await rows<ServiceRecord>("select * from service");
  expect(after).toHaveLength(1);
  expect((await serviceOf(orderId)).id).toBe(service!.id);
  expect(after[0]!.balances).toEqual([{ kind: "data", label: "Data", amount: "25", unit: "GB" }]);
  expect(await rows("select service_id, offering_id, run_id, removed_at from service_addon")).toMatchObject([
    { service_id: service!.id, run_id: runId, removed_at: null },
  ]);
});

/** Who the audit trail says did such a thing. */
function told(operation: string): Promise<object[]> {
  return rows("select actor from audit_entry where operation = $1", [operation]);
}

test("O40: an internet service is pending on its installation and active when somebody says that it is done", async () => {
  const request = { offeringId: ids.p2, customerId: ids.johnson, ...site, installationDate: "2026-11-30" };
  const { orderId, runId } = await shop.order(agent, { ...request, ...(await reserved(itemsOfTests.cpe1)) });
  const waiting = await shop.ended(runId);
  expect([waiting.state, waiting.waitingFor]).toEqual(["WAITING", "PERSON"]);
  expect((await serviceOf(orderId)).state).toBe("PENDING");
  expect(await notices(runId)).toEqual(["RUN_WAITING"]);
  const seen = { id: runId, sequence: waiting.sequence, taskKey: "installation", note: "94 Mbit/s" };
  await completeManualTask(shop.world.as(agent), seen);
  expect(await told("provisioningRun.completeTask")).toEqual([{ actor: "Amy Agent" }]);
  const run = await shop.ended(runId);
  expect(run.state).toBe("SUCCEEDED");
  const service = await serviceOf(orderId);
  expect(service).toMatchObject({ state: "ACTIVE", name: `Internet - ${service.number}` });
  expect(service.parameters).toEqual({ radiusUsername: service.account });
  expect(await lab.storage.query("select username, attribute from radcheck")).toEqual([
    { username: service.account, attribute: "Cleartext-Password" },
  ]);
});

test("O3: a voice service ends with a SIP account, whose password is shown once and stands nowhere in the clear", async () => {
  const { orderId, runId } = await shop.order(agent, { offeringId: ids.p4, customerId: ids.johnson, ...site });
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  const service = await serviceOf(orderId);
  expect(service).toMatchObject({ state: "ACTIVE", name: `VoIP - ${service.number}` });
  expect(service.parameters).toMatchObject({ sipUsername: service.account });
  const document = `mutation ($id: ID!) { revealServiceSecret(input: { id: $id, key: "sipPassword" }) { value userErrors { code } } }`;
  const reveal = async () => {
    const { data } = await shop.world.graphql(agent, document, { id: encodeId("svc", service.id) });
    return (data as { revealServiceSecret: { value: string | null; userErrors: { code: string }[] } })
      .revealServiceSecret;
  };
  const secrets = async () => {
    const query = "query ($id: ID!) { service(id: $id) { secrets { key shownTo } } }";
    return (await shop.world.graphql(agent, query, { id: encodeId("svc", service.id) })).data;
  };
  expect(await secrets()).toEqual({ service: { secrets: [{ key: "sipPassword", shownTo: null }] } });
  const { value } = await reveal();
  expect(await secrets()).toEqual({ service: { secrets: [{ key: "sipPassword", shownTo: "Amy Agent" }] } });
  expect(value).toMatch(/^[\w-]{24}$/);
  expect(await reveal()).toEqual({ value: null, userErrors: [{ code: "EXPIRED" }] });
  expect(await told("service.reveal_secret")).toEqual([{ actor: "Amy Agent" }]);
  const everywhere = JSON.stringify([
    await shop.everything(),
    await rows("select * from task_log"),
    await rows("select * from service_secret"),
  ]);
  expect(everywhere).not.toContain(value);
});

test("O33: a failed run leaves its service pending and its items held; a retry goes on; OX2: one mail goes to those in charge", async () => {
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  await rows(
    "update playbook_version set document = replace(document, 'title: Configure OCS account', 'title: Configure OCS account\n    maxAttempts: 1')",
  );
  const { orderId, runId } = await shop.orderMobile(agent, "124");
  const failed = await shop.ended(runId);
  expect(inEnglish(failed)).toMatchObject({
    state: "FAILED",
    error: { code: "OCS_UNREACHABLE", message: "Cannot connect to OCS", taskKey: "ocs" },
  });
  expect((await serviceOf(orderId)).state).toBe("PENDING_FAILED");
  expect(await stateOf(orderId)).toBe("FAILED");
  expect(await itemStates(runId)).toEqual({ sim: "ASSIGNED", number: "ASSIGNED" });
  const item = await shop.world.graphql(agent, `query ($id: ID!) { inventoryItem(id: $id) { heldByRun { state } } }`, {
    id: encodeId("itm", itemsOfTests.sim124.id),
  });
  expect(item.data).toEqual({ inventoryItem: { heldByRun: { state: "FAILED" } } });

  const mails = await rows<{ recipient: string; subject: string; body: string }>("select * from outbox_mail");
  expect(mails).toMatchObject([
    { recipient: "failures@acme.test", subject: `Run ${failed.number} failed: Cannot connect to OCS` },
  ]);
  expect(await relayMail(shop.world.system())).toBe(1);
  expect(await relayMail(shop.world.system())).toBe(0);
  const toList = (await mailbox()).filter(({ to }) => to === "failures@acme.test");
  expect(toList).toHaveLength(1);
  expect(toList[0]?.text).toContain("Is the OCS up and its address right?");

  await lab.faultsOf("ocs").set(null);
  shop.world.clock.advance({ seconds: 1 });
  await retryRun(shop.world.as(agent), { id: runId, sequence: failed.sequence });
  const run = await shop.ended(runId);
  expect(run.state).toBe("SUCCEEDED");
  expect(run.tasks.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 2, 1, 1]);
  expect((await serviceOf(orderId)).state).toBe("ACTIVE");
  expect(await stateOf(orderId)).toBe("COMPLETED");
  expect(await notices(runId)).toEqual(["RUN_FAILED", "RUN_SUCCEEDED"]);
});

test("O49: a welcome mail that fails is a warning: the service is active and nobody is alarmed", async () => {
  await rows("update customer set email = 'jane@bounce.test' where number = 123");
  const before = await rows("select * from outbox_mail");
  const { orderId, runId } = await shop.order(agent, {
    offeringId: ids.p3,
    customerId: ids.johnSmith,
    serviceId: await serviceId("124"),
  });
  const run = await shop.ended(runId);
  expect(run.state).toBe("SUCCEEDED_WITH_WARNINGS");
  expect(await stateOf(orderId)).toBe("COMPLETED");
  expect(await notices(runId)).toEqual(["RUN_WARNED"]);
  expect(await rows("select * from outbox_mail")).toEqual(before);
  await rows("update customer set email = 'john.smith@example.com' where number = 123");
});

test("O34: with several services of the type one has to be chosen; a given one needs no choice", async () => {
  const asked = { offeringId: ids.p3, customerId: ids.johnSmith };
  const open = await shop.quote(agent, asked);
  expect(open.checks.find(({ code }) => code === "SERVICE")).toMatchObject({
    state: "BLOCKING",
    refusal: "REQUIRED",
    path: ["serviceId"],
  });
  const beside = await shop.quote(agent, { ...asked, serviceId: await serviceId("123") });
  expect(beside.checks.find(({ code }) => code === "SERVICE")).toMatchObject({
    state: "OK",
    message: say("check.addedTo", { service: "Mobile - +44 7700 900123" }),
  });
  const { data } = await shop.world.graphql(
    agent,
    `query ($c: ID!, $o: ID!) {
       offering(id: $o) { eligibility(customerId: $c) { isEligible compatibleServices { name } } }
       services(first: 10, filter: { customerId: $c, compatibleWithOfferingId: $o }) { nodes { name } totalCount { value } }
     }`,
    { c: ids.johnSmith, o: ids.p3 },
  );
  const names = [{ name: "Mobile - +44 7700 900123" }, { name: "Mobile - +44 7700 900124" }];
  expect(data).toEqual({
    offering: { eligibility: { isEligible: true, compatibleServices: names } },
    services: { nodes: names.toReversed(), totalCount: { value: 2 } },
  });
});

test("O13: an order for the wrong customer is undone within 15 minutes: tasks undone, items back, service ended", async () => {
  const { orderId, runId } = await shop.orderMobile(agent, "125", { customerId: ids.johnDoe });
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  const service = await serviceOf(orderId);
  shop.world.clock.advance({ minutes: 15 });
  await undoOrder(shop.world.as(agent), { idempotencyKey: newId(), orderId });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
  expect(await stateOf(orderId)).toBe("CANCELLED");
  expect((await serviceOf(orderId)).state).toBe("TERMINATED");
  const items = await rows(
    "select label, state, service_id, customer_id from inventory_item where label in ('SIM-00125', '+44 7700 900125') order by 1",
  );
  expect(items).toEqual([
    { label: "+44 7700 900125", state: "IN_STOCK", service_id: null, customer_id: null },
    { label: "SIM-00125", state: "NEW", service_id: null, customer_id: null },
  ]);
  expect(await lab.storage.query("select id from lab_ocs_account where id like $1", [`%:${service.account}`])).toEqual(
    [],
  );
  expect(await notices(runId)).toEqual(["RUN_SUCCEEDED", "RUN_ROLLED_BACK"]);
  await expect(undoOrder(shop.world.as(agent), { idempotencyKey: newId(), orderId })).rejects.toMatchObject({
    refusals: [{ code: "STATE_CONFLICT" }],
  });
});

test("O13: after 15 minutes an order stands, and the refusal changes nothing", async () => {
  const [order] = await rows<{ id: string }>("select id from customer_order where number = 1");
  const before = await shop.everything();
  await expect(undoOrder(shop.world.as(agent), { idempotencyKey: newId(), orderId: order!.id })).rejects.toMatchObject({
    refusals: [{ code: "EXPIRED", path: ["id"] }],
  });
  expect(await shop.everything()).toEqual(before);
  await expect(
    undoOrder(shop.world.as("agent@beta.test"), { idempotencyKey: newId(), orderId: order!.id }),
  ).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("O33: abandoning a failed run returns its items, and no service is left pending", async () => {
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const { orderId, runId } = await shop.orderMobile(agent, "125");
  const failed = await shop.ended(runId);
  expect(failed.state).toBe("FAILED");
  await lab.faultsOf("ocs").set(null);
  await rollBackRun(shop.world.as(agent), { id: runId, sequence: failed.sequence });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
  expect((await serviceOf(orderId)).state).toBe("TERMINATED");
  expect(await stateOf(orderId)).toBe("CANCELLED");
  const [sim] = await rows<{ state: string; held_by_run_id: string | null }>(
    "select * from inventory_item where label = 'SIM-00125'",
  );
  expect(sim).toMatchObject({ state: "NEW", held_by_run_id: null });
});

async function serviceId(ending: string): Promise<string> {
  const [service] = await rows<{ id: string }>("select id from service where name like $1 and state = 'ACTIVE'", [
    `%${ending}`,
  ]);
  return encodeId("svc", service!.id);
}
