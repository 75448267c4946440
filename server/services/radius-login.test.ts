import { createSocket } from "node:dgram";
import { once } from "node:events";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { updateConnector } from "../connectors/update-connector.ts";
import { checkRunnable } from "../catalog/check-runnable.ts";
import { transaction } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { undoOrder } from "../orders/undo-order.ts";
import { completeManualTask } from "../provisioning/operate-run.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { itemsOfTests, offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { inEnglish } from "../testkit/in-english.ts";
import { addOffering, ids, openShop } from "../testkit/shop.ts";
import { terminateService } from "./terminate-service.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const [agent, owner, operator] = ["agent@acme.test", "owner@acme.test", "ops@tierline.test"] as const;
const { rows } = shop.world.database;

const silent = createSocket("udp4").bind(0, "127.0.0.1");
await once(silent, "listening");
afterAll(() => void silent.close());

interface Sold {
  readonly orderId: string;
  readonly runId: string;
  readonly service: { id: string; name: string; version: number; account: string };
}

/** Internet at Johnson's, with a modem that is signed in. */
async function soldAndSignedIn(): Promise<Sold> {
  const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
  const request = { offeringId: ids.p2, customerId: ids.johnson, ...site, installationDate: "2026-12-01" };
  const reservationIds = await shop.reserve(agent, itemsOfTests.cpe1);
  const { orderId, runId } = await shop.order(agent, { ...request, reservationIds });
  const { sequence } = await shop.ended(runId);
  const seen = { id: runId, sequence, taskKey: "installation", note: null };
  await completeManualTask(shop.world.as(agent), seen);
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  const [service] = await rows<Sold["service"]>(
    "select s.* from service s join customer_order o on o.service_id = s.id where o.id = $1",
    [orderId],
  );
  await lab.storage.query(
    "insert into radacct (acctsessionid, username, nasipaddress, acctstarttime) values ($1, $2, '10.0.0.1', now())",
    [`of ${service!.account}`, service!.account],
  );
  return { orderId, runId, service: service! };
}

async function terminated({ service: { id: serviceId, name: confirmName, version } }: Sold): Promise<RunModel> {
  const request = { idempotencyKey: newId(), serviceId, confirmName, version };
  return shop.ended((await terminateService(shop.world.as(owner), request)).runId);
}

const openSessions = () => lab.storage.query("select 1 from radacct where acctstoptime is null");
const logins = () => lab.storage.query("select username from radcheck union all select username from radreply");
const disconnects = async () =>
  (await lab.storage.calls({ first: 100, after: "0", element: "radius" })).filter(
    ({ method }) => method === "Disconnect-Request",
  );

beforeEach(async () => {
  await lab.storage.clearCalls();
  await lab.storage.query("delete from radacct");
  await rows("update inventory_item set state = 'NEW', quarantined_until = null where id = $1", [itemsOfTests.cpe1.id]);
});

test("a session that is open ends with its service, after the login is gone", async () => {
  const sold = await soldAndSignedIn();
  await lab.storage.clearCalls();
  const run = await terminated(sold);
  expect(run.state).toBe("SUCCEEDED");
  expect([await openSessions(), await logins()]).toEqual([[], []]);
  const made = await lab.storage.calls({ first: 100, after: "0", element: "radius" });
  expect(made.map(({ method, target }) => `${method} ${target}`).slice(-4)).toEqual([
    "SQL radcheck",
    "SQL radreply",
    "SQL radacct",
    `Disconnect-Request ${sold.service.account}`,
  ]);
});

test("OX4: a session that began meanwhile ends when its order is undone", async () => {
  const { orderId, runId } = await soldAndSignedIn();
  await undoOrder(shop.world.as(agent), { idempotencyKey: newId(), orderId });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
  expect([await openSessions(), await logins()]).toEqual([[], []]);
  expect(await disconnects()).toMatchObject([{ effect: "1 sessions ended" }]);
});

test("another speed for an internet service: its login's limits are the other plan's, the session is ended, and undone they are what they were", async () => {
  const world = shop.world;
  const faster = { ...offeringsOfTests.p2, id: newId(), slug: "fiber-500", name: "Fibre 500" };
  const prices = faster.prices.map((price) => ({
    ...price,
    retail: { ...price.retail, recurring: parseMoney("55.00", "GBP") },
  }));
  await addOffering(world, "fiber-500", { ...faster, prices });
  for (const key of ["fiber-500", "fiber-500-plan"]) {
    const [playbook] = await rows<{ id: string }>("select id from playbook where key = $1", [key]);
    const refusals = new Refusals();
    await transaction(world.as(owner), (tx) => checkRunnable(tx, refusals, playbook!.id));
    expect(() => refusals.settle()).not.toThrow(); // OX9: it may be put up for sale
  }
  const { service } = await soldAndSignedIn();
  const login = async () => {
    const found = await lab.storage.query<{ attribute: string; value: string }>(
      "select attribute, value from radreply where username = $1 union all select attribute, value from radcheck where username = $1",
      [service.account],
    );
    return Object.fromEntries(found.map(({ attribute, value }) => [attribute, value]));
  };
  await lab.storage.query(
    "insert into radreply (username, attribute, op, value) values ($1, 'Framed-IP-Address', '=', '192.0.2.7')",
    [service.account],
  );
  const before = await login();
  const slow = { "WISPr-Bandwidth-Max-Down": "100000000", "WISPr-Bandwidth-Max-Up": "20000000" };
  expect(before).toMatchObject(slow);
  const another = { offeringId: encodeId("ofr", faster.id), serviceId: encodeId("svc", service.id) };
  const { orderId, runId } = await shop.order(agent, { ...another, customerId: ids.johnson });
  const changed = await shop.ended(runId);
  expect([changed.state, changed.tasks.map(({ action }) => action)]).toEqual([
    "SUCCEEDED",
    ["radius.change-limits", "mail.send"],
  ]);
  const fast = { "WISPr-Bandwidth-Max-Down": "500000000", "WISPr-Bandwidth-Max-Up": "100000000" };
  expect(await login()).toEqual({ ...before, ...fast });
  expect([await openSessions(), await disconnects()]).toMatchObject([[], [{ effect: "1 sessions ended" }]]);
  await undoOrder(world.as(agent), { idempotencyKey: newId(), orderId });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
  expect(await login()).toEqual(before);
  const [now] = await rows<Sold["service"]>("select * from service where id = $1", [service.id]);
  expect((await terminated({ orderId, runId, service: now! })).state).toBe("SUCCEEDED");
});

test("a worker that lost the answer before anybody was told asks, and ends the session then", async () => {
  const sold = await soldAndSignedIn();
  await lab.storage.clearCalls();
  await lab.faultsOf("radius").set({ kind: "LOSE_ANSWER", times: 1, delayMs: 0, garbageBytes: 1 });
  const passing = setInterval(() => shop.world.clock.advance({ seconds: 1 }), 50); // asked again after a while
  const run = await terminated(sold).finally(() => clearInterval(passing));
  expect(run.state).toBe("SUCCEEDED");
  expect(run.tasks.find(({ key }) => key === "radius")).toMatchObject({ state: "SUCCEEDED", attempt: 2 });
  expect([await openSessions(), await logins()]).toEqual([[], []]);
  expect(await disconnects()).toMatchObject([{ effect: "1 sessions ended" }]);
});

test("an access server that is silent keeps no service from ending: the task says what is left", async () => {
  const sold = await soldAndSignedIn();
  const given = {
    databaseUrl: lab.endpoints.radiusDatabaseUrl,
    nasHost: "127.0.0.1",
    nasPort: String(silent.address().port),
    nasSecret: "testing123",
    timeoutMs: "1500", // also of its database, which a busy machine lets wait
  };
  const settings = Object.entries(given).map(([key, value]) => ({ key, value }));
  const { version } = await updateConnector(shop.world.as(operator), {
    key: "radius",
    version: 1,
    mode: "REAL",
    settings,
  });
  const run = await terminated(sold);
  await updateConnector(shop.world.as(operator), { key: "radius", version, mode: "LAB", settings: [] });
  expect([run.state, run.error]).toEqual(["SUCCEEDED", null]);
  expect(inEnglish(run.tasks.find(({ key }) => key === "radius"))).toMatchObject({
    state: "SUCCEEDED",
    attempt: 1,
    detail:
      "Nobody can sign in any more, but a session that is open goes on until the access server ends it. access server did not answer within 1.5 s: not known whether it was done",
  });
  expect(await logins()).toEqual([]);
  expect(await openSessions()).toHaveLength(1);
  const [line] = await rows<{ level: string }>(
    "select level from task_log where run_id = $1 and message like 'radius Disconnect-Request%'",
    [run.id],
  );
  expect(line?.level).toBe("WARNING");
});
