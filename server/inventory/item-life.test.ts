import { newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { itemsOfTests, plantCatalogOfTests, plantRun, plantSims } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { assignItemAction } from "./assign-item.action.ts";
import { assignItem, releaseClaims, unassignItem } from "./assign-item.ts";
import { claimReservations } from "./claim-reservations.ts";
import { endQuarantines } from "./end-quarantines.ts";
import { itemsWhere } from "./item.ts";
import { sweepReservations } from "./lapse-reservations.ts";
import { recordHandOver } from "./record-hand-over.ts";
import { releaseItemAction } from "./release-item.action.ts";
import { releaseItems, retakeItems } from "./release-item.ts";
import { reserveItem } from "./reserve-item.ts";
import { sellItem } from "./sell-item.ts";
import { writeCustody } from "./write-custody.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const john = { customerId: customersOfTests.johnSmith.id, customerPath: pathOf(customersOfTests.johnSmith) };

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});
beforeEach(() => world.clock.set(t0));

/** As in the engine: in the reseller's tier, on behalf of whoever started the run. */
function asEngine<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction(world.as(amy), work);
}

async function rowOf(itemId: string): Promise<Record<string, unknown>> {
  const [row] = await world.database.rows<Record<string, unknown>>(
    `select state, state_before, customer_id, customer_path, service_id, held_by_run_id, slot, path from inventory_item where id = $1`,
    [itemId],
  );
  return row ?? {};
}

async function historyOf(itemId: string): Promise<string[]> {
  const rows = await world.database.rows<Record<"actor" | "from_state" | "to_state", string>>(
    "select actor, from_state, to_state from custody where item_id = $1 order by step",
    [itemId],
  );
  return rows.map((row) => `${row.actor}: ${row.from_state ?? ""} → ${row.to_state}`);
}

function reserve(itemId: string, user = amy) {
  return reserveItem(world.as(user), {
    idempotencyKey: newId(),
    itemId,
    templateId: null,
    replacesReservationId: null,
  });
}

async function claimed(itemId: string, slot = "sim") {
  const runId = await plantRun(world);
  const { id } = await reserve(itemId);
  await asEngine((tx) =>
    claimReservations(tx, [id], { runId, customerPath: john.customerPath, slots: new Map([[id, slot]]) }),
  );
  return { runId, reservationId: id };
}

async function assigned(itemId: string, slot = "sim") {
  const { runId } = await claimed(itemId, slot);
  const serviceId = await plantService(world);
  const item = await asEngine((tx) => assignItem(tx, { runId, slot, serviceId, customerId: john.customerId }));
  return { runId, serviceId, item };
}

async function codesOf(promise: Promise<unknown>): Promise<string[]> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Rejection)) throw error ?? new Error("It was not refused.");
  return error.refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

test("O20, O21: an assigned item has its service and customer, and a history of three steps with their actors", async () => {
  const { id } = itemsOfTests.sim123;
  const { runId, serviceId } = await assigned(id);
  expect(await rowOf(id)).toMatchObject({
    state: "ASSIGNED",
    customer_id: john.customerId,
    customer_path: john.customerPath,
    service_id: serviceId,
    held_by_run_id: runId,
    path: "r1.r2.r3.",
  });
  expect(await historyOf(id)).toEqual([
    "Anna Acme:  → NEW",
    "Amy Agent: NEW → RESERVED",
    "Amy Agent: RESERVED → ASSIGNED",
  ]);
});

test("O18: a claimed item never lapses, and assigning it twice has one effect", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = items[0]!;
  const { runId } = await claimed(id);
  world.clock.advance({ days: 2 });
  await sweepReservations(world.system());
  expect(await rowOf(id)).toMatchObject({ state: "RESERVED", held_by_run_id: runId, slot: "sim" });
  const serviceId = await plantService(world);
  const assignment = { runId, slot: "sim", serviceId, customerId: john.customerId };
  const twice = [
    await asEngine((tx) => assignItem(tx, assignment)),
    await asEngine((tx) => assignItem(tx, assignment)),
  ];
  expect(twice.map((item) => item?.id)).toEqual([id, id]);
  expect(await historyOf(id)).toEqual(["Amy Agent: NEW → RESERVED", "Amy Agent: RESERVED → ASSIGNED"]);
});

test("O18: confirming after the reservation ran out is refused as EXPIRED, each by its place, and claims nothing", async () => {
  const { items } = await plantSims(world, 2);
  const late = await reserve(items[0]!.id);
  world.clock.advance({ minutes: 15 });
  const inTime = await reserve(items[1]!.id);
  const slots = new Map([
    [inTime.id, "a"],
    [late.id, "b"],
  ]);
  const claim = { runId: newId(), customerPath: john.customerPath, slots };
  expect(await codesOf(asEngine((tx) => claimReservations(tx, [inTime.id, late.id], claim)))).toEqual([
    "EXPIRED reservationIds.1",
  ]);
  await sweepReservations(world.system());
  expect(await codesOf(asEngine((tx) => claimReservations(tx, [inTime.id, late.id], claim)))).toEqual([
    "EXPIRED reservationIds.1",
  ]);
  expect(await rowOf(items[1]!.id)).toMatchObject({ state: "RESERVED", held_by_run_id: null });
});

test("O18: only one's own reservations are claimed, once, and only those that are asked for", async () => {
  const { items } = await plantSims(world, 2);
  const adams = await reserve(items[0]!.id, "agent2@acme.test");
  const mine = await reserve(items[1]!.id);
  const claim = (ids: string[], slots: [string, string][] = []) =>
    codesOf(
      asEngine((tx) =>
        claimReservations(tx, ids, { runId: newId(), customerPath: john.customerPath, slots: new Map(slots) }),
      ),
    );
  expect(await claim([adams.id], [[adams.id, "sim"]])).toEqual(["UNKNOWN_REFERENCE reservationIds.0"]);
  expect(await claim([newId()])).toEqual(["UNKNOWN_REFERENCE reservationIds.0"]);
  expect(await claim([mine.id])).toEqual(["INVALID reservationIds.0"]);
  expect(await claim([mine.id, mine.id], [[mine.id, "sim"]])).toEqual(["INVALID reservationIds.1"]);
  expect((await rowOf(items[1]!.id))["held_by_run_id"]).toBeNull();
});

test("O18: two orders that claim one reservation at once: one gets it", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = await reserve(items[0]!.id);
  const runId = await plantRun(world);
  const claim = () =>
    transaction(world.as(amy), (tx) =>
      claimReservations(tx, [id], { runId, customerPath: john.customerPath, slots: new Map([[id, "sim"]]) }),
    );
  const results = await Promise.allSettled([claim(), claim()]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("nobody sells what they do not hold: an item of another tier's stock is not claimed for a customer", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = await reserve(items[0]!.id, "owner@nord.test");
  const customerPath = pathOf(customersOfTests.johnnyBeta);
  const claim = { runId: newId(), customerPath, slots: new Map([[id, "sim"]]) };
  const promise = transaction(world.as("owner@nord.test"), (tx) => claimReservations(tx, [id], claim));
  expect(await codesOf(promise)).toEqual(["NOT_AVAILABLE reservationIds.0"]);
  expect((await rowOf(items[0]!.id))["held_by_run_id"]).toBeNull();
});

test("OX4: rolling back returns the item to the state before it was reserved, however often it is done", async () => {
  const { items } = await plantSims(world, 2);
  const [first, second] = [items[0]!.id, items[1]!.id];
  const { runId } = await assigned(first);
  const held = await claimed(second);
  await asEngine((tx) => unassignItem(tx, runId, "sim"));
  await asEngine((tx) => releaseClaims(tx, held.runId));
  const free = {
    state: "NEW",
    state_before: null,
    customer_id: null,
    customer_path: null,
    service_id: null,
    held_by_run_id: null,
  };
  expect([await rowOf(first), await rowOf(second)]).toEqual([
    expect.objectContaining(free),
    expect.objectContaining(free),
  ]);
  expect(await asEngine((tx) => unassignItem(tx, runId, "sim"))).toBeNull();
  expect(await asEngine((tx) => releaseClaims(tx, held.runId))).toEqual([]);
  expect(await historyOf(first)).toEqual([
    "Amy Agent: NEW → RESERVED",
    "Amy Agent: RESERVED → ASSIGNED",
    "Amy Agent: ASSIGNED → NEW",
  ]);
  expect((await reserve(first)).state).toBe("OPEN");
});

test("OX5: at the end of a service its SIM retires, its number rests for 30 days, its modem is back in stock", async () => {
  const [sim, number, modem] = [itemsOfTests.sim124.id, itemsOfTests.number123.id, itemsOfTests.cpe1.id];
  const serviceId = await plantService(world);
  for (const [itemId, slot] of [
    [sim, "sim"],
    [number, "number"],
    [modem, "modem"],
  ] as const) {
    const { runId } = await claimed(itemId, slot);
    await asEngine((tx) => assignItem(tx, { runId, slot, serviceId, customerId: john.customerId }));
  }
  const runId = await plantRun(world);
  const release = (slot: string) => asEngine((tx) => releaseItems(tx, { runId, serviceId, slot }));
  for (const slot of ["sim", "number", "modem", "number"]) expect(await release(slot)).toHaveLength(1);
  const states = () => Promise.all([sim, number, modem].map(async (id) => (await rowOf(id))["state"]));
  expect(await states()).toEqual(["RETIRED", "QUARANTINED", "IN_STOCK"]);
  expect(await rowOf(number)).toMatchObject({ customer_id: null, customer_path: null, service_id: null });
  expect((await historyOf(number)).slice(-2)).toEqual([
    "Amy Agent: RESERVED → ASSIGNED",
    "Amy Agent: ASSIGNED → QUARANTINED",
  ]);
  world.clock.advance({ days: 29, hours: 23, minutes: 59, seconds: 59 });
  expect(await endQuarantines(world.system())).toBe(0);
  world.clock.advance({ seconds: 1 });
  expect(await endQuarantines(world.system())).toBe(1);
  expect(await states()).toEqual(["RETIRED", "IN_STOCK", "IN_STOCK"]);
  expect((await historyOf(number)).at(-1)).toBe("Tierline: QUARANTINED → IN_STOCK");
});

test("OX5: undoing a release returns the item to its service; what somebody else has by then is named", async () => {
  const { items } = await plantSims(world, 2);
  const [kept, resold] = [items[0]!.id, items[1]!.id];
  const runId = await plantRun(world);
  const serviceIds: string[] = [];
  for (const id of [kept, resold]) {
    const { serviceId } = await assigned(id);
    serviceIds.push(serviceId);
    await asEngine((tx) => releaseItems(tx, { runId, serviceId, slot: "sim" }));
  }
  await world.database.rows("update inventory_item set state = 'DAMAGED' where id = $1", [resold]);
  const { path } = resellersOfTests.acme;
  await asEngine((tx) => writeCustody(tx, [{ itemId: resold, path, from: "RETIRED", to: "DAMAGED", reason: "Found" }]));
  const retake = { runId, serviceId: serviceIds[0]!, slot: "sim", customerId: john.customerId };
  const gone = await asEngine((tx) => retakeItems(tx, retake));
  expect(gone.map((item) => item.id)).toEqual([resold]);
  expect(await rowOf(kept)).toMatchObject({
    state: "ASSIGNED",
    service_id: serviceIds[0],
    customer_path: john.customerPath,
  });
  expect((await historyOf(kept)).at(-1)).toBe("Amy Agent: RETIRED → ASSIGNED");
  await asEngine((tx) => retakeItems(tx, retake));
  expect(await historyOf(kept)).toHaveLength(4);
});

test("O39: handing over is one more step in the history and changes no state", async () => {
  const { items } = await plantSims(world, 1);
  const { serviceId } = await assigned(items[0]!.id);
  await asEngine((tx) => recordHandOver(tx, { serviceId, note: "ID card seen" }));
  expect((await historyOf(items[0]!.id)).at(-1)).toBe("Amy Agent: ASSIGNED → ASSIGNED");
  expect(await codesOf(asEngine((tx) => recordHandOver(tx, { serviceId: newId(), note: null })))).toEqual([
    "STATE_CONFLICT serviceId",
  ]);
});

function taskOf(tx: Transaction, runId: string, serviceId: string | null, details: string[]) {
  const run = {
    id: runId,
    number: 1,
    kind: "PROVISION" as const,
    path: john.customerPath,
    resellerId: resellersOfTests.acme.id,
    customerId: john.customerId,
    serviceId,
    orderId: null,
    startedById: tx.viewer.userId,
    startedBy: tx.viewer.name,
  };
  return { tx, run, key: "task", detail: (text: string) => void details.push(text) };
}

test("O20: the actions assign and release by slot, say which item, and undo what they did", async () => {
  const { items } = await plantSims(world, 1);
  const { runId } = await claimed(items[0]!.id);
  const serviceId = await plantService(world);
  const details: string[] = [];
  const perform = <T>(work: (task: ReturnType<typeof taskOf>) => Promise<T>, run = runId) =>
    asEngine((tx) => work(taskOf(tx, run, serviceId, details)));
  if (assignItemAction.kind !== "DB" || releaseItemAction.kind !== "DB") throw new Error("Both are rows of ours.");
  const { do: assign, undo: unassign } = assignItemAction;
  const { do: release, undo: retake } = releaseItemAction;
  const output = await perform((task) => assign(task, { slot: "sim" }));
  expect(output).toEqual({ identifier: items[0]!.identifier, label: items[0]!.label });
  expect(details).toEqual([`${items[0]!.label}, 8944…3456`]);
  const ending = await plantRun(world);
  await perform((task) => release(task, { slot: "sim" }), ending);
  expect(await rowOf(items[0]!.id)).toMatchObject({ state: "RETIRED", service_id: null });
  await perform((task) => retake!(task, { slot: "sim" }, {}), ending);
  expect(await rowOf(items[0]!.id)).toMatchObject({ state: "ASSIGNED", service_id: serviceId });
  await perform((task) => unassign!(task, { slot: "sim" }, output));
  expect(await rowOf(items[0]!.id)).toMatchObject({ state: "NEW" });
  await expect(perform((task) => assign(task, { slot: "sim" }))).rejects.toMatchObject({ code: "ITEM_LOST" });
});

test("OX10: an item is sold to a customer without a service, and its history says so", async () => {
  const { items } = await plantSims(world, 2);
  const [free, mine] = [items[0]!.id, items[1]!.id];
  const sell = (itemId: string, customerId: string, user = amy, idempotencyKey = newId()) =>
    sellItem(world.as(user), { idempotencyKey, itemId, customerId, note: "prepaid" });
  const key = newId();
  await sell(free, john.customerId, amy, key);
  await sell(free, john.customerId, amy, key);
  expect(await rowOf(free)).toMatchObject({ state: "ASSIGNED", customer_id: john.customerId, service_id: null });
  expect(await historyOf(free)).toEqual(["Amy Agent: NEW → ASSIGNED"]);
  expect(await codesOf(sell(free, john.customerId))).toEqual(["NOT_AVAILABLE itemId"]);
  await reserve(mine);
  expect(await codesOf(sell(mine, john.customerId, "agent2@acme.test"))).toEqual(["NOT_AVAILABLE itemId"]);
  await sell(mine, john.customerId);
  expect(await rowOf(mine)).toMatchObject({ state: "ASSIGNED", customer_id: john.customerId });
  const audit = await world.database.rows(
    "select actor, note from audit_entry where operation = 'inventory.sell' and subject_id = $1",
    [mine],
  );
  expect(audit).toEqual([{ actor: "Amy Agent", note: "prepaid" }]);
});

test("OX10: nothing is sold to a customer of another tier or to one that is not active", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = items[0]!;
  const sell = (customerId: string, user = amy) =>
    sellItem(world.as(user), { idempotencyKey: newId(), itemId: id, customerId, note: null });
  await expect(sell(customersOfTests.johnnyBeta.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await codesOf(sell(customersOfTests.johnnyBeta.id, "owner@nord.test"))).toEqual(["NOT_AVAILABLE itemId"]);
  await world.database.rows("update customer set state = 'SUSPENDED' where id = $1", [customersOfTests.johnDoe.id]);
  expect(await codesOf(sell(customersOfTests.johnDoe.id))).toEqual(["STATE_CONFLICT customerId"]);
  expect(await rowOf(id)).toMatchObject({ state: "NEW", customer_id: null });
});

test("a customer's own user sees the items that the customer has, reads no others and writes none", async () => {
  const { items } = await plantSims(world, 2);
  await sellItem(world.as(amy), {
    idempotencyKey: newId(),
    itemId: items[0]!.id,
    customerId: customersOfTests.johnson.id,
    note: null,
  });
  const seen = await itemsWhere(world.viewing(jane), "true", []);
  expect(seen.map((item) => item.id)).toEqual([items[0]!.id]);
  const changed = await world
    .viewing(jane)
    .em.execute<unknown[]>("update inventory_item set note = 'mine' returning 1");
  expect(changed).toEqual([]);
});
