import { beforeAll, beforeEach, expect, test } from "vitest";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { openLiveCalls } from "../testkit/live-calls-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { plantDid } from "../testkit/dids-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith } = customersOfTests;
const smith = pathOf(johnSmith);
const calls = await openLiveCalls(world);
const { balance, terms, answer, end, extend, held, left } = calls;
const did = `44${johnSmith.id.slice(-10)}`;

const come = (number = did, key?: string) => calls.come(number, key);

/** 1.00 a minute. */
const priced = (cadence: string) =>
  rows("update did set billing = 'PER_MINUTE', rate_per_minute = 1000000000000, cadence = $1", [cadence]);

beforeAll(() => plantDid(world, johnSmith, itemsOfTests.number125.id));
beforeEach(() => calls.settleDown());

test("U4: of 0.50 a call that comes in at 1.00 a minute may last 30 s by 6/6, and none is let in by 60/60, nor on 0.00", async () => {
  await priced("6/6");
  await balance(0.5);
  const first = await come(`+${did}`);
  expect(first).toMatchObject({ verdict: "ALLOWED", seconds: 30, line: null });
  expect([await held(), (await come()).reason]).toEqual(["500000", "INSUFFICIENT_BALANCE"]);
  expect(await come(did, first.key)).toEqual(first);
  await end(first.key);
  await priced("60/60");
  expect(await come()).toMatchObject({ verdict: "REFUSED", seconds: 0, reason: "INSUFFICIENT_BALANCE" });
  await balance(0);
  await priced("6/6");
  expect((await come()).reason).toBe("INSUFFICIENT_BALANCE");
});

test("U4: it is charged once to who has the number, never below nothing, and goes on while there is money", async () => {
  await priced("6/6");
  await rows("create or replace function hold_seconds() returns int language sql stable as 'select 30'");
  await balance(0.8);
  const { key, seconds } = await come();
  await answer(key);
  world.clock.advance({ seconds: 28 });
  expect([seconds, await extend()]).toEqual([30, [{ dialog: `dialog of ${key}`, seconds: 20 }]]);
  world.clock.advance({ seconds: 40 }); // by which the switch was slow
  await end(key);
  expect([await settleLiveCalls(world.system()), await settleLiveCalls(world.system())]).toEqual([1, 0]);
  expect([await left(), await held()]).toEqual([0n, "0"]);
  expect(await rows("select direction, state, seconds from call where source_key = $1", [key])).toEqual([
    { direction: "IN", state: "ANSWERED", seconds: 48 },
  ]);
});

test("a number that nobody pays minutes for needs no money, but a customer and sellers who may be called", async () => {
  await rows("update did set billing = 'FLAT', rate_per_minute = 0");
  await terms(smith, "POSTPAID", 0n);
  await balance(0);
  expect(await come()).toMatchObject({ verdict: "ALLOWED", reason: null });
  await rows("update reseller set state = 'SUSPENDED' where path = $1", [resellersOfTests.nord.path]);
  expect((await come()).reason).toBe("SELLER_NOT_ACTIVE");
  await rows("update reseller set state = 'ACTIVE' where path = $1", [resellersOfTests.nord.path]);
  expect(await come("442071838750")).toMatchObject({ verdict: "REFUSED", reason: "UNKNOWN_LINE" });
});

test("the number of a line rings that line, unless the line was suspended by hand", async () => {
  const [{ id, identifier }] = (await rows(
    "update inventory_item set service_id = (select id from service limit 1) where id = $1 returning id, identifier",
    [itemsOfTests.number123.id],
  )) as [{ id: string; identifier: string }];
  expect(await come(identifier)).toMatchObject({ verdict: "ALLOWED", line: calls.line });
  await rows("update service set state = 'SUSPENDED', suspension_reasons = '{MANUAL}'");
  expect(await come(identifier)).toMatchObject({ reason: "LINE_NOT_ACTIVE", line: null });
  await rows("update inventory_item set service_id = null where id = $1", [id]);
});
