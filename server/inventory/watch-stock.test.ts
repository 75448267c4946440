import { parse, subscribe, type ExecutionResult } from "graphql";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { plantCatalogOfTests, plantSims, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { handItemsDown } from "./hand-items-down.ts";
import { sweepReservations } from "./lapse-reservations.ts";
import { releaseReservation } from "./release-reservation.ts";
import { reserveItem } from "./reserve-item.ts";
import { resellersOfTests } from "../testkit/tree.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const adam = "agent2@acme.test";

beforeAll(() => plantCatalogOfTests(world));
beforeEach(() => world.clock.set(t0));

const document = parse(`subscription ($id: ID!) {
  inventoryChanged(templateId: $id) { itemId isAvailable isYoursLost available item { label state } }
}`);

interface Told {
  itemId: string;
  isAvailable: boolean;
  isYoursLost: boolean;
  available: number;
  item: { label: string; state: string } | null;
}

/** An open picker: what it is told, in order. */
async function picker(user: string, templateId: string) {
  const opened = await subscribe({
    schema: world.schema,
    document,
    variableValues: { id: encodeId("tpl", templateId) },
    contextValue: world.request(user),
  });
  if (!(Symbol.asyncIterator in opened)) throw opened.errors?.[0]?.originalError ?? new Error("It was not opened.");
  const events = opened as AsyncGenerator<ExecutionResult>;
  let pending = events.next();
  await new Promise((resolve) => setTimeout(resolve, 30)); // until it listens
  return {
    async next(): Promise<Told> {
      const { value } = await pending;
      pending = events.next();
      expect((value as ExecutionResult).errors).toBeUndefined();
      return ((value as ExecutionResult).data as { inventoryChanged: Told }).inventoryChanged;
    },
    /** Whether nothing has come by now. */
    async isQuiet(): Promise<boolean> {
      const marker = Symbol("quiet");
      const first = await Promise.race([pending, new Promise((resolve) => setTimeout(() => resolve(marker), 50))]);
      return first === marker;
    },
    close: () => events.return(undefined),
  };
}

function reserve(user: string, itemId: string) {
  return reserveItem(world.as(user), {
    idempotencyKey: newId(),
    itemId,
    templateId: null,
    replacesReservationId: null,
  });
}

test("O18: another's open picker drops what was picked and gets back what was given up", async () => {
  const { template, items } = await plantSims(world, 2);
  const adams = await picker(adam, template.id);
  const { id } = await reserve(amy, items[0]!.id);
  const itemId = encodeId("itm", items[0]!.id);
  const { label } = items[0]!;
  expect(await adams.next()).toEqual({
    itemId,
    isAvailable: false,
    isYoursLost: false,
    available: 1,
    item: { label, state: "RESERVED" },
  });
  await releaseReservation(world.as(amy), id);
  expect(await adams.next()).toEqual({
    itemId,
    isAvailable: true,
    isYoursLost: false,
    available: 2,
    item: { label, state: "NEW" },
  });
  await adams.close();
});

test("O18: a reservation that runs out is told to the open picker and to the one who lost it", async () => {
  const { template, items } = await plantSims(world, 1);
  await reserve(amy, items[0]!.id);
  const [amys, adams] = [await picker(amy, template.id), await picker(adam, template.id)];
  world.clock.advance({ minutes: 15 });
  await sweepReservations(world.system());
  expect(await amys.next()).toMatchObject({ isAvailable: true, isYoursLost: true, available: 1 });
  expect(await adams.next()).toMatchObject({ isAvailable: true, isYoursLost: false, available: 1 });
  await Promise.all([amys.close(), adams.close()]);
});

test("a slow picker still hears of every item, of each the latest", async () => {
  const { template, items } = await plantSims(world, 6);
  const slow = await picker(adam, template.id);
  for (const { id } of items) await reserve(amy, id);
  const told = new Set<string>();
  for (let count = 0; count < 6; count += 1) told.add((await slow.next()).itemId);
  expect(told.size).toBe(6);
  await slow.close();
});

test("X2: a picker is told nothing of another tier's stock, and items handed down leave it", async () => {
  const { template, items } = await plantSims(world, 2);
  const north = await picker("owner@acme-north.test", template.id);
  const acme = await picker(amy, template.id);
  await reserve(amy, items[0]!.id);
  expect(await north.isQuiet()).toBe(true);
  expect(await acme.next()).toMatchObject({ isAvailable: false });
  const input = { idempotencyKey: newId(), itemIds: [items[1]!.id], resellerId: resellersOfTests.acmeNorth.id };
  await handItemsDown(world.as("owner@acme.test"), input);
  expect(await north.next()).toMatchObject({ isAvailable: true, available: 1 });
  await Promise.all([north.close(), acme.close()]);
});

test("nobody watches a template of another tier, or without the permission", async () => {
  const open = async (user: string | null, id: string) => {
    const opened = await subscribe({
      schema: world.schema,
      document,
      variableValues: { id },
      contextValue: world.request(user),
    });
    return Symbol.asyncIterator in opened ? "opened" : (opened.errors![0]!.originalError as { code?: string }).code;
  };
  expect(await open("agent@beta.test", encodeId("tpl", templatesOfTests.sim.id))).toBe("NOT_FOUND");
  expect(await open(amy, "nonsense")).toBe("NOT_FOUND");
  expect(await open(null, encodeId("tpl", templatesOfTests.sim.id))).toBe("UNAUTHENTICATED");
});

test("a picker that is closed leaves nothing behind", async () => {
  const { template } = await plantSims(world, 1);
  const before = tapCount();
  const opened = await picker(amy, template.id);
  expect(tapCount()).toBe(before + 1);
  await opened.close();
  expect(tapCount()).toBe(before);
});

let taps = 0;
const tap = world.changes.tap.bind(world.changes);
world.changes.tap = (listener) => {
  taps += 1;
  const untap = tap(listener);
  return () => {
    taps -= 1;
    untap();
  };
};

function tapCount(): number {
  return taps;
}
