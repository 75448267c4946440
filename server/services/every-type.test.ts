import { encodeId, newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import type { NewOffering } from "../catalog/insert-offerings.ts";
import type { OrderRequest } from "../orders/order-draft.ts";
import { undoOrder } from "../orders/undo-order.ts";
import { completeManualTask, rollBackRun } from "../provisioning/operate-run.ts";
import { itemsOfTests, offeringsOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { addOffering, ids, openShop } from "../testkit/shop.ts";
import { checkHealth } from "./check-health.ts";
import { terminateService } from "./terminate-service.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const agent = "agent@acme.test";
const owner = "owner@acme.test";
const { rows } = shop.world.database;

const none = { setup: null, recurring: null, oneOff: null };
const television: NewOffering = {
  ...offeringsOfTests.p1,
  id: "019a0000-0014-7000-8000-000000000102",
  slug: "tv-basic",
  name: "TV Basic",
  serviceType: "IPTV",
  requirements: [{ templateId: templatesOfTests.modem.id, slot: "box", label: "IPTV Box", isRequired: true }],
  prices: [
    { path: offeringsOfTests.p1.path, retail: { ...none, recurring: parseMoney("9.00", "GBP") }, wholesale: none },
  ],
};
const registered: NewOffering = {
  ...offeringsOfTests.p1,
  id: "019a0000-0014-7000-8000-000000000101",
  slug: "mobile-100gb",
  name: "Mobile - 100 GB",
};
await addOffering(shop.world, "iptv", television);
await addOffering(shop.world, "mobile-register", registered);

const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
const { sim123, number123, cpe1 } = itemsOfTests;

type Case = readonly [type: string, request: OrderRequest, items: readonly { readonly id: string }[]];

const types: readonly Case[] = [
  ["mobile", { offeringId: encodeId("ofr", registered.id), customerId: ids.johnSmith }, [sim123, number123]],
  ["internet", { offeringId: ids.p2, customerId: ids.johnson, ...site, installationDate: "2026-12-01" }, [cpe1]],
  ["IPTV", { offeringId: encodeId("ofr", television.id), customerId: ids.johnSmith }, [cpe1]],
  ["voice", { offeringId: ids.p4, customerId: ids.johnson, ...site }, []],
];

/** What is left of anybody in the network. */
async function network(): Promise<Record<string, number>> {
  const tables = ["lab_ocs_account", "lab_ocs_balance", "lab_resource", "subscriber", "radcheck", "radreply"];
  const columns = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [found] = await lab.storage.query<Record<string, number>>(`select ${columns.join(", ")}`);
  return Object.fromEntries(Object.entries(found!).filter(([, count]) => count > 0));
}

async function stock(): Promise<unknown[]> {
  return rows("select label, state, service_id, customer_id, held_by_run_id from inventory_item order by label");
}

async function provisioned([, request, items]: Case): Promise<{ orderId: string; runId: string }> {
  const placed = await shop.order(agent, { ...request, reservationIds: await shop.reserve(agent, ...items) });
  const waiting = await shop.ended(placed.runId);
  if (waiting.waitingFor === "PERSON") {
    const seen = { id: placed.runId, sequence: waiting.sequence, taskKey: "installation", note: null };
    await completeManualTask(shop.world.as(agent), seen);
  }
  expect((await shop.ended(placed.runId)).state).toBe("SUCCEEDED");
  return placed;
}

test.each(types)(
  "OX4: %s: undoing leaves neither the network nor the stock with a trace of it",
  async (...type: Case) => {
    const before = await stock();
    const { orderId, runId } = await provisioned(type);
    expect(await network()).not.toEqual({});
    await undoOrder(shop.world.as(agent), { idempotencyKey: newId(), orderId });
    expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
    expect(await network()).toEqual({});
    expect(await stock()).toEqual(before);
  },
);

test.each(types)(
  "OX5: %s: a service that ends is gone from the network, and its items go where their template says",
  async (...type: Case) => {
    const { orderId } = await provisioned(type);
    const [service] = await rows<{ id: string; name: string; version: number }>(
      "select s.* from service s join customer_order o on o.service_id = s.id where o.id = $1",
      [orderId],
    );
    const { id: serviceId, name: confirmName, version } = service!;
    const request = { idempotencyKey: newId(), serviceId, confirmName, version };
    const { runId } = await terminateService(shop.world.as(owner), request);
    const run = await shop.ended(runId);
    expect([run.state, run.error]).toEqual(["SUCCEEDED", null]);
    expect(await network()).toEqual({});
    expect(await rows("select 1 from inventory_item where service_id is not null")).toEqual([]);
    const probes = await checkHealth(shop.world.as(agent), serviceId);
    expect(probes.map(({ state }) => state)).not.toContain("FAILED");
  },
);

test("OX4: rolling back an end that failed half-way gives the account back with what was on it", async () => {
  await rows("update inventory_item set state = 'NEW', quarantined_until = null where id in ($1, $2)", [
    sim123.id,
    number123.id,
  ]);
  const { orderId } = await provisioned(types[0]!);
  const ofOrder = "select s.* from service s join customer_order o on o.service_id = s.id where o.id = $1";
  const [service] = await rows<{ id: string; name: string; version: number; balances: unknown }>(ofOrder, [orderId]);
  const [networkBefore, stockBefore] = [await network(), await stock()];
  await rows(
    "update playbook_version set document = replace(document, 'title: Detach SIM from the register', 'title: Detach SIM from the register\n    maxAttempts: 1')",
  );
  await lab.faultsOf("register").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const { id: serviceId, name: confirmName, version } = service!;
  const { runId } = await terminateService(shop.world.as(owner), {
    idempotencyKey: newId(),
    serviceId,
    confirmName,
    version,
  });
  const failed = await shop.ended(runId);
  expect([failed.state, failed.error?.taskKey]).toEqual(["FAILED", "register"]);
  await lab.faultsOf("register").set(null);
  await rollBackRun(shop.world.as(owner), { id: runId, sequence: failed.sequence });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
  expect(await network()).toEqual(networkBefore);
  expect(await stock()).toEqual(stockBefore);
  const probes = await checkHealth(shop.world.as(agent), serviceId);
  expect(probes.slice(0, 2).map(({ state }) => state)).toEqual(["OK", "OK"]);
  expect(await rows(ofOrder, [orderId])).toMatchObject([{ state: "ACTIVE", balances: service!.balances }]);
});
