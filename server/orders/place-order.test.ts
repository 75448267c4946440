import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { authenticateKey } from "../developers/authenticate-key.ts";
import { createApiClient } from "../developers/create-api-client.ts";
import { Rejection } from "../kernel/rejection.ts";
import { itemsOfTests, offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { draftOf, type OrderRequest } from "./order-draft.ts";
import { placeOrder } from "./place-order.ts";
import type { PlacedOrder, WaitingOrder } from "./write-order.ts";

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";
const mobile = { offeringId: ids.p1, customerId: ids.johnSmith };
const { rows } = shop.world.database;

async function fingerprintOf(request: OrderRequest): Promise<string> {
  return (await shop.quote(agent, request)).fingerprint;
}

function place(
  request: OrderRequest,
  quoteFingerprint: string,
  idempotencyKey: string = newId(),
  email = agent,
): Promise<PlacedOrder | WaitingOrder> {
  return placeOrder(shop.world.as(email), { idempotencyKey, quoteFingerprint, draft: draftOf(request) });
}

/** The codes and paths of a refusal, and that nothing but the refused key was touched. */
async function refused(attempt: () => Promise<unknown>): Promise<[string, readonly string[]][]> {
  const before = await shop.everything();
  const error: unknown = await attempt().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(await shop.everything()).toEqual(before);
  if (!(error instanceof Rejection)) throw error;
  return error.refusals.map(({ code, path }) => [code, path ?? []]);
}

async function count(table: string): Promise<number> {
  const [row] = await rows<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row!.count;
}

test("O26: confirming twice with one key, at once and again, places one order, starts one run and makes one service", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim123, itemsOfTests.number123);
  const request = { ...mobile, reservationIds };
  const fingerprint = await fingerprintOf(request);
  const key = newId();
  const answers = await Promise.allSettled([1, 2, 3, 4].map(() => place(request, fingerprint, key)));
  const placed = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  const conflicts = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(placed.length).toBeGreaterThan(0);
  for (const conflict of conflicts) expect(conflict).toMatchObject({ code: "CONFLICT" });
  expect(await place(request, fingerprint, key)).toEqual(placed[0]);
  expect(new Set(placed.map(({ orderId }) => orderId)).size).toBe(1);
  expect([await count("customer_order"), await count("provisioning_run"), await count("service")]).toEqual([1, 1, 1]);
  expect(await refused(() => place({ ...request, autoRenew: false }, fingerprint, key))).toEqual([
    ["IDEMPOTENCY_MISMATCH", ["idempotencyKey"]],
  ]);
});

test("the order, its service and its run refer to each other, with the price as it was confirmed", async () => {
  const [order] = await rows<Record<string, unknown>>("select * from customer_order");
  const [run] = await rows<Record<string, unknown>>("select * from provisioning_run");
  const [service] = await rows<Record<string, unknown>>("select * from service");
  expect(order).toMatchObject({
    state: "IN_PROGRESS",
    path: "r1.r2.r3.c123.",
    run_id: run!["id"],
    service_id: service!["id"],
    due_today_micros: "15000000",
    recurring_micros: "15000000",
    currency: "GBP",
    auto_renew: true,
    placed_by_name: "Amy Agent",
    channel: "CONSOLE",
  });
  expect(run).toMatchObject({
    state: "QUEUED",
    kind: "PROVISION",
    order_id: order!["id"],
    service_id: service!["id"],
    origin: "CONSOLE",
  });
  expect(service).toMatchObject({
    state: "PENDING",
    name: "Mobile - 20 GB",
    account: "acme-1",
    current_run_id: run!["id"],
    starts_on: null,
  });
});

test("O19: the picked items reach the playbook as variables, with customer, offering, service and order", async () => {
  const [run] = await rows<{ variables: Record<string, Record<string, unknown>> }>(
    "select variables from provisioning_run",
  );
  expect(run!.variables).toMatchObject({
    customer: { id: ids.johnSmith, number: 123, name: "John Smith", email: "john.smith@example.com" },
    offering: { id: ids.p1, slug: "mobile-20gb", serviceType: "MOBILE" },
    service: { number: 1, account: "acme-1" },
    order: { number: 1, autoRenew: true },
    items: {
      sim: { id: encodeId("itm", itemsOfTests.sim123.id), identifier: "89442000123456780001", label: "SIM-00123" },
      number: { id: encodeId("itm", itemsOfTests.number123.id), identifier: "+447700900123" },
    },
  });
});

test("O18: confirming turns the reservations into the run's own claim, which does not lapse", async () => {
  const [run] = await rows<{ id: string }>("select id from provisioning_run");
  const held = await rows<{ label: string; slot: string; state: string }>(
    "select label, slot, state from inventory_item where held_by_run_id = $1 order by slot",
    [run!.id],
  );
  expect(held).toEqual([
    { label: "+44 7700 900123", slot: "number", state: "RESERVED" },
    { label: "SIM-00123", slot: "sim", state: "RESERVED" },
  ]);
  expect(await rows("select distinct state from reservation")).toEqual([{ state: "CLAIMED" }]);
});

test("O25: a price, a term or a playbook changed since the quote refuses the order with the old and the new amounts", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim124, itemsOfTests.number124);
  const request = { ...mobile, reservationIds };
  const fingerprint = await fingerprintOf(request);
  await rows("update price set amount_micros = 16000000 where kind = 'RECURRING' and offering_id = $1", [
    offeringsOfTests.p1.id,
  ]);
  const before = await shop.everything();
  const error = await place(request, fingerprint).catch((thrown: unknown) => thrown);
  expect(await shop.everything()).toEqual(before);
  expect((error as Rejection).refusals).toMatchObject([
    {
      code: "PRICE_CHANGED",
      path: ["quoteFingerprint"],
      typeName: "PriceChangedError",
      data: {
        oldDueToday: { amount: "15.00", currency: "GBP" },
        newDueToday: { amount: "16.00", currency: "GBP" },
        oldRecurring: { amount: "15.00", currency: "GBP" },
        newRecurring: { amount: "16.00", currency: "GBP" },
      },
    },
  ]);
  await rows("update price set amount_micros = 15000000 where kind = 'RECURRING' and offering_id = $1", [
    offeringsOfTests.p1.id,
  ]);
  await rows("update offering set contract_term_months = 12 where slug = 'mobile-20gb'");
  expect(await refused(() => place(request, fingerprint))).toEqual([["PRICE_CHANGED", ["quoteFingerprint"]]]);
  await rows("update offering set contract_term_months = 1 where slug = 'mobile-20gb'");
  expect((await place(request, fingerprint)).orderId).toBeTypeOf("string");
});

test("O18: confirming after the reservation has run out is refused, and nothing is ordered", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim125, itemsOfTests.number125);
  const request = { ...mobile, reservationIds };
  const fingerprint = await fingerprintOf(request);
  shop.world.clock.advance({ minutes: 15, seconds: 1 });
  expect(await refused(() => place(request, fingerprint))).toEqual([
    ["EXPIRED", ["reservationIds", "0"]],
    ["EXPIRED", ["reservationIds", "1"]],
    ["REQUIRED", ["reservationIds"]],
    ["REQUIRED", ["reservationIds"]],
  ]);
});

test("O18: what went into another order, from another window perhaps, is said to have gone there", async () => {
  const [taken] = await rows<{ id: string }>("select id from reservation where state = 'CLAIMED' order by id");
  const request = { ...mobile, reservationIds: [encodeId("rsv", taken!.id)] };
  const error = await place(request, await fingerprintOf(request)).catch((thrown: unknown) => thrown);
  expect((error as Rejection).refusals[0]).toMatchObject({
    code: "NOT_AVAILABLE",
    message: { key: "reservation.claimed" },
    path: ["reservationIds", "0"],
  });
});

test("O47: what the checks block, the order refuses, all of it at once", async () => {
  const request = { offeringId: ids.p2, customerId: ids.johnson, autoRenew: true, installationDate: "2026-11-01" };
  const fingerprint = await fingerprintOf(request);
  expect(await refused(() => place(request, fingerprint))).toEqual([
    ["PAYMENT_METHOD_REQUIRED", ["autoRenew"]],
    ["REQUIRED", ["reservationIds"]],
    ["REQUIRED", ["siteId"]],
    ["INVALID", ["installationDate"]],
  ]);
  expect(await refused(() => place(request, "made-up"))).toContainEqual(["INVALID", ["quoteFingerprint"]]);
});

test("O34: an add-on without a service that it goes with says so", async () => {
  const request = { offeringId: ids.p3, customerId: ids.johnDoe };
  expect(await refused(async () => place(request, await fingerprintOf(request)))).toEqual([
    ["NO_COMPATIBLE_SERVICE", ["serviceId"]],
  ]);
});

test("O37: purchase order number, contacts, site and fields are kept with the order", async () => {
  const fields = [
    { key: "cost-centre", label: "Cost centre", kind: "TEXT", isRequired: false, choices: [], maxLength: null },
  ];
  await rows("update offering set custom_fields = $1::jsonb where slug = 'biz-voip'", [JSON.stringify(fields)]);
  const { orderId } = await shop.order(agent, {
    offeringId: ids.p4,
    customerId: ids.johnson,
    siteId: encodeId("sit", partsOfTests.sites.leeds),
    billingContactId: encodeId("ctc", partsOfTests.contacts.bob),
    purchaseOrderNumber: "PO-2025-001234",
    customFields: [{ key: "cost-centre", value: " C-17 " }],
  });
  const [order] = await rows<Record<string, unknown>>("select * from customer_order where id = $1", [orderId]);
  expect(order).toMatchObject({
    purchase_order_number: "PO-2025-001234",
    site_id: partsOfTests.sites.leeds,
    billing_contact_id: partsOfTests.contacts.bob,
    technical_contact_id: null,
    custom_fields: [{ key: "cost-centre", value: " C-17 " }],
    auto_renew: false,
  });
});

test("X2: nobody orders for another reseller's customer, and a suspended reseller orders nothing", async () => {
  const request = { offeringId: ids.p1, customerId: ids.johnnyBeta };
  await expect(place(request, "x")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(place(mobile, "x", newId(), "agent@beta.test")).rejects.toMatchObject({ code: "NOT_FOUND" });
  await rows("update reseller set state = 'SUSPENDED' where key = 'acme'");
  expect(await refused(async () => place(mobile, await fingerprintOf(mobile)))).toContainEqual([
    "RESELLER_SUSPENDED",
    ["customerId"],
  ]);
  await rows("update reseller set state = 'ACTIVE' where key = 'acme'");
});

test("OX3: an order of another system is recorded with the origin SYSTEM and is otherwise the same", async () => {
  const { viewer } = shop.world.as(agent);
  const system = shop.world.viewing({ ...viewer, name: "Renewal system", channel: "SYSTEM" });
  const request = { offeringId: ids.p4, customerId: ids.johnson, siteId: encodeId("sit", partsOfTests.sites.london) };
  const { fingerprint: quoteFingerprint } = await shop.quote(agent, request);
  const placed = await placeOrder(system, { idempotencyKey: newId(), quoteFingerprint, draft: draftOf(request) });
  const [order] = await rows<Record<string, unknown>>("select * from customer_order where id = $1", [placed.orderId]);
  const [run] = await rows<Record<string, unknown>>("select * from provisioning_run where id = $1", [placed.runId]);
  expect(order).toMatchObject({ channel: "SYSTEM", placed_by_name: "Renewal system", state: "IN_PROGRESS" });
  expect(run).toMatchObject({ origin: "SYSTEM", started_by: "Renewal system", state: "QUEUED" });
});

test("OX3: an order that comes with a key begins a run of the origin SYSTEM, under the program's name", async () => {
  const { clientId, token } = await createApiClient(shop.world.as("owner@acme.test"), {
    idempotencyKey: newId(),
    name: "Renewal robot",
    scopes: ["customers_read", "subscribers_write"],
  });
  const viewer = await authenticateKey(shop.world.system(), token ?? "");
  expect(viewer?.program?.clientId).toBe(clientId);
  const program = shop.world.viewing(viewer!);
  const request = { offeringId: ids.p4, customerId: ids.johnson, siteId: encodeId("sit", partsOfTests.sites.london) };
  const { fingerprint: quoteFingerprint } = await shop.quote(agent, request);
  const placed = await placeOrder(program, { idempotencyKey: newId(), quoteFingerprint, draft: draftOf(request) });
  const [order] = await rows<Record<string, unknown>>("select * from customer_order where id = $1", [placed.orderId]);
  const [run] = await rows<Record<string, unknown>>("select * from provisioning_run where id = $1", [placed.runId]);
  expect(order).toMatchObject({ channel: "API", placed_by_name: "Renewal robot", state: "IN_PROGRESS" });
  expect(run).toMatchObject({ origin: "SYSTEM", started_by: "Renewal robot", state: "QUEUED" });
});

test("U24: a plan is not sold beyond the services that those above let a reseller have; an add-on is none", async () => {
  const [{ count: there } = { count: 0 }] = await rows<{ count: number }>(
    "select count(*)::int as count from service where starts_with(path, 'r1.r2.r3.') and state <> 'TERMINATED'",
  );
  await rows("update reseller set limits = jsonb_build_object('services', $1::int) where key = 'nord'", [there]);
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim125, itemsOfTests.number125);
  const request = { ...mobile, reservationIds };
  const fingerprint = await fingerprintOf(request);
  expect(await refused(() => place(request, fingerprint))).toEqual([["LIMIT_EXCEEDED", []]]);
  await rows("update reseller set limits = null where key = 'nord'");
  expect(await place(request, fingerprint)).toMatchObject({ orderId: expect.any(String) });
});
