import { newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { plantCatalogOfTests, plantSims, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { sizeOf } from "../testkit/sizes.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { Rejection } from "../kernel/rejection.ts";
import { extendReservation } from "./extend-reservation.ts";
import type { InventoryItemType } from "./item.type.ts";
import { sweepReservations } from "./lapse-reservations.ts";
import { releaseReservation } from "./release-reservation.ts";
import { findReservations, type Reservation } from "./reservation.ts";
import { openReservationsMax, reserveItem } from "./reserve-item.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const adam = "agent2@acme.test";

beforeAll(() => plantCatalogOfTests(world));
beforeEach(() => world.clock.set(t0));

interface Wish {
  readonly itemId?: string;
  readonly templateId?: string;
  readonly replacesReservationId?: string;
  readonly idempotencyKey?: string;
}

function reserve(
  user: string,
  { itemId, templateId, replacesReservationId, idempotencyKey }: Wish,
): Promise<Reservation> {
  return reserveItem(world.as(user), {
    idempotencyKey: idempotencyKey ?? newId(),
    itemId: itemId ?? null,
    templateId: templateId ?? null,
    replacesReservationId: replacesReservationId ?? null,
  });
}

async function refusalOf(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Rejection)) throw error ?? new Error("It was not refused.");
  return error.refusals[0];
}

async function stateOf(itemId: string): Promise<string | undefined> {
  const [row] = await world.database.rows<{ state: string }>("select state from inventory_item where id = $1", [
    itemId,
  ]);
  return row?.state;
}

async function historyOf(itemId: string): Promise<string[]> {
  const rows = await world.database.rows<{ actor: string; from_state: string; to_state: string }>(
    "select actor, from_state, to_state from custody where item_id = $1 order by step",
    [itemId],
  );
  return rows.map((row) => `${row.actor}: ${row.from_state} → ${row.to_state}`);
}

async function openCount(): Promise<number> {
  const [row] = await world.database.rows<{ count: number }>(
    "select count(*)::int as count from reservation where state = 'OPEN'",
  );
  return row?.count ?? -1;
}

/** So many at a time as the pool has connections and some more, since each needs one. */
async function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> {
  const results: PromiseSettledResult<T>[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) {
      [results[index]] = (await Promise.allSettled([work(index)])) as [PromiseSettledResult<T>];
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return results;
}

test("O18: a picked item is reserved for 15 minutes and can be extended to 60 in all", async () => {
  const { items } = await plantSims(world, 1);
  const reservation = await reserve(amy, { itemId: items[0]!.id });
  expect(reservation).toMatchObject({
    state: "OPEN",
    reservedAt: t0,
    expiresAt: new Date("2026-11-21T12:15:00Z"),
    extendableUntil: new Date("2026-11-21T13:00:00Z"),
  });
  expect(await stateOf(items[0]!.id)).toBe("RESERVED");
});

test("O18: two parallel picks make exactly one reservation, and the loser is told the next best of the same place", async () => {
  const { items } = await plantSims(world, 4, { location: "Shop 4" });
  for (let round = 0; round < 10; round += 1) {
    const before = await openCount();
    const results = await Promise.allSettled([amy, adam].map((user) => reserve(user, { itemId: items[0]!.id })));
    const won = results.filter((result) => result.status === "fulfilled");
    const lost = results.filter((result) => result.status === "rejected");
    expect([won.length, lost.length, await openCount()]).toEqual([1, 1, before + 1]);
    const refusal = (lost[0]!.reason as Rejection).refusals[0]!;
    expect(refusal).toMatchObject({ code: "NOT_AVAILABLE", typeName: "ItemNotAvailableError", path: ["itemId"] });
    expect(refusal.data!["suggestedItem"] as InventoryItemType).toMatchObject({ label: items[1]!.label });
    const { value } = won[0]!;
    const winner = value.userId === world.as(amy).viewer.userId ? amy : adam;
    await releaseReservation(world.as(winner), value.id);
  }
});

test("O18: of 200 clients that want any of 100 SIMs, 100 get different ones, and 100 are told that there is none", async () => {
  const clients = sizeOf("SOAK_CONTENDERS");
  const cards = clients / 2;
  const { template } = await plantSims(world, cards);
  const users = [amy, adam, "owner@acme.test", "owner@nord.test"];
  const results = await inParallel(clients, (index) => reserve(users[index % 4]!, { templateId: template.id }));
  const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value.itemId] : []));
  const codes = results.flatMap((result) =>
    result.status === "rejected" ? [(result.reason as Rejection).refusals[0]?.code] : [],
  );
  expect([won.length, new Set(won).size]).toEqual([cards, cards]);
  expect(codes).toEqual(Array.from({ length: clients - cards }, () => "NOT_AVAILABLE"));
  const [row] = await world.database.rows<{ free: number }>(
    "select count(*)::int as free from inventory_item where template_id = $1 and state <> 'RESERVED'",
    [template.id],
  );
  expect(row?.free).toBe(0);
});

test("O18: one that another transaction holds and gives back counts as free", async () => {
  const { template, items } = await plantSims(world, 1);
  const holding = world.as(adam).em.fork();
  let reserving: Promise<Reservation> | null = null;
  await holding
    .transactional(async (em) => {
      await em.execute("update inventory_item set state = 'RESERVED' where id = ?", [items[0]!.id]);
      reserving = reserve(amy, { templateId: template.id });
      await new Promise((resolve) => setTimeout(resolve, 200));
      throw new Error("rolled back");
    })
    .catch(() => undefined);
  expect((await reserving!).itemId).toBe(items[0]!.id);
});

test("O18: one that another transaction keeps is gone after a moment's wait", async () => {
  const { template, items } = await plantSims(world, 1);
  const holding = world.as(adam).em.fork();
  await holding.transactional(async (em) => {
    await em.execute("select 1 from inventory_item where id = ? for update", [items[0]!.id]);
    expect(await refusalOf(reserve(amy, { templateId: template.id }))).toMatchObject({ code: "NOT_AVAILABLE" });
  });
  expect(await stateOf(items[0]!.id)).toBe("NEW");
});

test("O18: the database itself refuses a second open reservation of an item", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = await reserve(amy, { itemId: items[0]!.id });
  const copy = `insert into reservation select $1, path, item_id, user_id, state, reserved_at, expires_at, extendable_until,
    ended_at, version from reservation where id = $2`;
  await expect(world.database.rows(copy, [newId(), id])).rejects.toThrow(/reservation_open_once/);
});

test("O18: a reservation that runs out returns the item to its former state and tells the one who lost it", async () => {
  const fresh = await plantSims(world, 1);
  const used = await plantSims(world, 1, { state: "IN_STOCK" });
  const first = await reserve(amy, { itemId: fresh.items[0]!.id });
  await reserve(amy, { itemId: used.items[0]!.id });
  world.clock.advance({ minutes: 14, seconds: 59 });
  await sweepReservations(world.system());
  expect(await stateOf(fresh.items[0]!.id)).toBe("RESERVED");
  world.clock.advance({ seconds: 1 });
  await sweepReservations(world.system());
  expect([await stateOf(fresh.items[0]!.id), await stateOf(used.items[0]!.id)]).toEqual(["NEW", "IN_STOCK"]);
  expect(await historyOf(fresh.items[0]!.id)).toEqual(["Amy Agent: NEW → RESERVED", "Tierline: RESERVED → NEW"]);
  const told = await world.database.rows("select user_id, kind, item_id, path from notification where cause = $1", [
    `reservation:${first.id}:lapsed`,
  ]);
  expect(told).toEqual([
    {
      user_id: world.as(amy).viewer.userId,
      kind: "RESERVATION_LAPSED",
      item_id: fresh.items[0]!.id,
      path: "r1.r2.r3.",
    },
  ]);
  expect(await sweepReservations(world.system())).toBe(0);
});

test("O18: what has run out may be had though no sweep has been by", async () => {
  const { template, items } = await plantSims(world, 1);
  await reserve(amy, { itemId: items[0]!.id });
  world.clock.advance({ minutes: 15 });
  const second = await reserve(adam, { templateId: template.id });
  expect(second.itemId).toBe(items[0]!.id);
  world.clock.advance({ minutes: 15 });
  expect((await reserve(amy, { itemId: items[0]!.id })).itemId).toBe(items[0]!.id);
});

test("O18: extending is on request, 15 minutes from now, and ends at 60 in all", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = await reserve(amy, { itemId: items[0]!.id });
  const expiry = async () => (await findReservations(world.as(amy), [id])).get(id)?.expiresAt.toISOString();
  world.clock.advance({ minutes: 10 });
  await extendReservation(world.as(amy), id);
  expect(await expiry()).toBe("2026-11-21T12:25:00.000Z");
  for (const minutes of [10, 12, 12]) {
    world.clock.advance({ minutes });
    await extendReservation(world.as(amy), id);
  }
  expect(await expiry()).toBe("2026-11-21T12:59:00.000Z");
  world.clock.advance({ minutes: 10 });
  await extendReservation(world.as(amy), id);
  expect(await expiry()).toBe("2026-11-21T13:00:00.000Z");
  expect(await refusalOf(extendReservation(world.as(amy), id))).toMatchObject({
    code: "LIMIT_EXCEEDED",
    typeName: "LimitExceededError",
    data: { limit: 60, used: 60 },
  });
  world.clock.set("2026-11-21T13:00:00Z");
  expect(await refusalOf(extendReservation(world.as(amy), id))).toMatchObject({ code: "EXPIRED" });
  expect(await expiry()).toBe("2026-11-21T13:00:00.000Z");
});

test("O18: giving up frees the item at once, again changes nothing, and nobody gives up another's", async () => {
  const { items } = await plantSims(world, 1);
  const { id } = await reserve(amy, { itemId: items[0]!.id });
  await expect(releaseReservation(world.as(adam), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(extendReservation(world.as("owner@beta.test"), id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await stateOf(items[0]!.id)).toBe("RESERVED");
  expect((await releaseReservation(world.as(amy), id)).state).toBe("NEW");
  expect((await releaseReservation(world.as(amy), id)).state).toBe("NEW");
  expect(await historyOf(items[0]!.id)).toEqual(["Amy Agent: NEW → RESERVED", "Amy Agent: RESERVED → NEW"]);
});

test("O18: another pick replaces the old one in the same moment, from the same place; a failed one keeps it", async () => {
  const { template, items } = await plantSims(world, 3, { location: "Shop 4" });
  await world.database.rows("update inventory_item set location = 'Warehouse' where id = $1", [items[1]!.id]);
  const first = await reserve(amy, { itemId: items[0]!.id });
  const second = await reserve(amy, { templateId: template.id, replacesReservationId: first.id });
  expect(second.itemId).toBe(items[2]!.id);
  expect(await stateOf(items[0]!.id)).toBe("NEW");
  await reserve(adam, { itemId: items[0]!.id });
  expect(await refusalOf(reserve(amy, { itemId: items[0]!.id, replacesReservationId: second.id }))).toMatchObject({
    code: "NOT_AVAILABLE",
  });
  expect(await stateOf(items[2]!.id)).toBe("RESERVED");
  expect(await reserve(amy, { itemId: items[2]!.id, replacesReservationId: second.id })).toMatchObject({
    id: second.id,
  });
});

test("O18: without a wish the item that came in first is taken", async () => {
  const { template, items } = await plantSims(world, 3);
  await world.database.rows("update inventory_item set created_at = created_at - interval '1 day' where id = $1", [
    items[2]!.id,
  ]);
  expect((await reserve(amy, { templateId: template.id })).itemId).toBe(items[2]!.id);
  expect((await reserve(amy, { templateId: template.id })).itemId).toBe(items[0]!.id);
});

test("the same key has one effect, and one's own reservation is answered instead of a second", async () => {
  const { template, items } = await plantSims(world, 3);
  const idempotencyKey = newId();
  const first = await reserve(amy, { templateId: template.id, idempotencyKey });
  expect((await reserve(amy, { templateId: template.id, idempotencyKey })).id).toBe(first.id);
  expect((await reserve(amy, { itemId: items[0]!.id })).id).toBe(first.id);
  expect(await refusalOf(reserve(amy, { itemId: items[1]!.id, idempotencyKey }))).toMatchObject({
    code: "IDEMPOTENCY_MISMATCH",
  });
  expect([await stateOf(items[1]!.id), await stateOf(items[2]!.id)]).toEqual(["NEW", "NEW"]);
});

test("O16: what is not free is not reserved, and nothing changes", async () => {
  const { items } = await plantSims(world, 1);
  for (const state of ["ASSIGNED", "QUARANTINED", "DAMAGED", "RETIRED"]) {
    await world.database.rows("update inventory_item set state = $1 where id = $2", [state, items[0]!.id]);
    const refusal = await refusalOf(reserve(amy, { itemId: items[0]!.id }));
    expect(refusal).toMatchObject({ code: "NOT_AVAILABLE", data: { suggestedItem: null } });
    expect(await stateOf(items[0]!.id)).toBe(state);
  }
  expect(await historyOf(items[0]!.id)).toEqual([]);
});

test("an item, template or reservation of another tier, of another kind or of none is the same NOT_FOUND", async () => {
  const { items, template } = await plantSims(world, 1);
  const mine = await reserve(amy, { templateId: templatesOfTests.sim.id });
  for (const wish of [
    { itemId: items[0]!.id },
    { templateId: template.id },
    { itemId: newId() },
    { itemId: template.id },
    { templateId: newId() },
    { templateId: template.id, replacesReservationId: mine.id },
  ]) {
    await expect(reserve("agent@beta.test", wish)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect(await stateOf(items[0]!.id)).toBe("NEW");
});

test("neither item nor template, or both, is refused on its field", async () => {
  const { items, template } = await plantSims(world, 1);
  expect(await refusalOf(reserve(amy, {}))).toMatchObject({ code: "INVALID", path: ["itemId"] });
  expect(await refusalOf(reserve(amy, { itemId: items[0]!.id, templateId: template.id }))).toMatchObject({
    code: "INVALID",
  });
});

test("nobody reserves more than a hundred items", async () => {
  const { template } = await plantSims(world, openReservationsMax + 1);
  const user = "owner@acme-north.test";
  await world.database.rows("update inventory_item set path = 'r1.r2.r3.r5.' where template_id = $1", [template.id]);
  const results = await inParallel(openReservationsMax, () => reserve(user, { templateId: template.id }));
  expect(results.every((result) => result.status === "fulfilled")).toBe(true);
  expect(await refusalOf(reserve(user, { templateId: template.id }))).toMatchObject({
    code: "LIMIT_EXCEEDED",
    data: { limit: openReservationsMax, used: openReservationsMax },
  });
});
