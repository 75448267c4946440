import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { inLanes } from "../testkit/ledger-of-tests.ts";
import { dear, openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { testWorld } from "../testkit/world.ts";

// Two lines of John Smith's; the first has a number.

const world = await testWorld();
const { rows } = world.database;
const { johnSmith } = customersOfTests;
const smith = pathOf(johnSmith);
const calls = await openLiveCalls(world);
const { line, authorise, answer, end, extend, come, why, terms, guard } = calls;
let lineId: string;
let other: string;
let number: string;

beforeAll(async () => {
  [{ id: lineId }] = (await rows("select id from service where account = $1", [line])) as [{ id: string }];
  const otherId = await plantService(world);
  [{ account: other }] = (await rows("select account from service where id = $1", [otherId])) as [{ account: string }];
  [{ number }] = (await rows("update inventory_item set service_id = $1 where id = $2 returning identifier as number", [
    lineId,
    itemsOfTests.number123.id,
  ])) as [{ number: string }];
});

afterAll(() => rows("update inventory_item set service_id = null where id = $1", [itemsOfTests.number123.id]));

const busyWith = (most: number | null) =>
  rows("update service set simultaneous_calls = $1 where id = $2", [most, lineId]);

beforeEach(async () => {
  await calls.settleDown();
  await busyWith(null);
});

test("B13: of 30 calls at once on a line that may have two exactly two are let through, whichever way they go", async () => {
  await busyWith(2);
  const ways = [() => authorise(), () => come(number), () => authorise(line, undefined, other)];
  const answers = await inLanes(30, 30, (n) => ways[n % ways.length]!());
  expect(answers.filter(({ verdict }) => verdict === "ALLOWED")).toHaveLength(2);
  expect(answers.filter(({ reason }) => reason === "TOO_MANY_CALLS")).toHaveLength(28);
  expect(await rows("select 1 from call where state = 'LIVE'")).toHaveLength(2);
});

test("B13: what comes in, what goes out and who is rung by a colleague keep a line busy alike, until the call is over", async () => {
  await busyWith(1);
  const ways = { out: () => authorise(), in: () => come(number), rung: () => authorise(line, undefined, other) };
  for (const [name, keepBusy] of Object.entries(ways)) {
    const { key, verdict } = await keepBusy();
    expect(verdict, name).toBe("ALLOWED");
    for (const one of Object.values(ways)) {
      expect(await one(), name).toMatchObject({ verdict: "REFUSED", reason: "TOO_MANY_CALLS" });
    }
    expect(await why(uk, other), name).toBeNull(); // others are not concerned
    await end(key);
    expect(await why(), name).toBeNull();
    await rows("update call set state = 'NO_ANSWER', ended_at = started_at where state = 'LIVE'");
  }
  const { key } = await authorise();
  await busyWith(2);
  expect([await why(), await why()]).toEqual([null, "TOO_MANY_CALLS"]);
  await end(key);
});

test("D16: calls that come in count among those at a time of every tier on the way, and use up nothing of those in a minute", async () => {
  await guard(smith, "SELLER", { parallel_calls: 1, longest_seconds: 40 });
  const { key, seconds } = await come(number);
  expect(seconds).toBe(40);
  expect([(await come(number)).reason, await why()]).toEqual(["TOO_MANY_CALLS", "TOO_MANY_CALLS"]);
  await end(key);
  world.clock.advance({ seconds: 1 });
  await guard(smith, "SELLER", { calls_per_minute: 1 });
  expect([(await come(number)).reason, await why(), await why()]).toEqual([null, null, "TOO_FAST"]);
  expect((await come(number)).reason).toBeNull();
});

test("D16, U20: a line's own limits hold beside those of its customer, for it alone, and the stricter count", async () => {
  const own = (values: Record<string, unknown>) => {
    world.clock.advance({ minutes: 2 });
    return guard(smith, "SELLER", { service_id: lineId, ...values });
  };
  await own({ calls_per_minute: 1 });
  expect([await why(), await why(), await why(uk, other)]).toEqual([null, "TOO_FAST", null]);
  expect((await come(number)).reason).toBeNull();
  await guard(smith, "SELLER", { longest_seconds: 60 });
  await own({ longest_seconds: 45, dearest_rate: 500_000_000_000 });
  expect([(await authorise()).seconds, (await authorise(uk, undefined, other)).seconds]).toEqual([45, 60]);
  expect([await why(dear), await why(dear, other)]).toEqual(["RATE_TOO_HIGH", null]);
  await own({ longest_seconds: 90, open_classes: ["DOMESTIC"] });
  expect([(await authorise()).seconds, await why(dear)]).toEqual([60, "DESTINATION_CLOSED"]);
  await own({ open_classes: ["DOMESTIC", "EU", "WORLD", "PREMIUM"] });
  expect(await why("979123456789")).toBe("DESTINATION_CLOSED"); // its customer's
});

test("D16: what a line may spend in a day is spent once, however many calls ask and go on at once, and is its own", async () => {
  world.clock.advance({ days: 2 });
  await guard(smith, "SELLER", { service_id: lineId, daily_micros: 200_000 });
  const answers = await inLanes(8, 8, () => authorise());
  const allowed = answers.filter(({ verdict }) => verdict === "ALLOWED");
  expect(allowed).toMatchObject([{ seconds: 120 }]);
  expect(new Set(answers.map(({ reason }) => reason))).toEqual(new Set([null, "SPEND_CAP_REACHED"]));
  expect(await why(uk, other)).toBeNull();
  await answer(allowed[0]!.key);
  world.clock.advance({ seconds: 119 });
  expect(await extend()).toEqual([]);
  await calls.settleDown();

  world.clock.advance({ days: 40 });
  await guard(smith, "SELLER", { service_id: lineId, monthly_micros: 100_000 });
  expect([(await authorise()).seconds, await why()]).toEqual([60, "SPEND_CAP_REACHED"]);
});

test("D16: of calls that go on at once at two switches one customer's day is spent once", async () => {
  world.clock.advance({ days: 2 });
  await terms(smith, "PERMISSIVE", null); // whose account nobody locks
  await guard(smith, "SELLER", { daily_micros: 3_000_000 });
  const ask = (sql: string, values: readonly unknown[]) =>
    world.system().em.execute<{ seconds: number }[]>(`select * from ${sql}`, [...values, world.clock.now()]);
  const switches = Array.from({ length: 6 }, (_, index) => `switch-${index}`);
  await rows("create or replace function hold_seconds() returns int language sql stable as 'select 240'");
  for (const each of switches) {
    await ask("authorise_call_at(?, ?, ?, ?, ?)", [each, "call", line, uk]);
    await ask("answer_call_at(?, ?, ?, ?)", [each, "call", "1:1"]);
  }
  world.clock.advance({ seconds: 220 });
  await inLanes(switches.length, switches.length, (n) => ask("extend_calls_at(?, ?)", [switches[n]!]));
  const [{ spent }] = (await rows("select sum(cost_micros)::int as spent from live_call_leg where path = $1", [
    smith,
  ])) as [{ spent: number }];
  expect(spent).toBeGreaterThan(2_400_000);
  expect(spent).toBeLessThanOrEqual(3_000_000);
});

test("a hostile switch speaks under no program's name, and neither a number nor a setting makes it more than it is", async () => {
  const as = (sql: string) => rows(`set local role tierline_switch; ${sql}`);
  for (const source of [`${johnSmith.id}/crm`, "", "a b", "x".repeat(41)]) {
    await expect(as(`select * from authorise_call('${source}', 'k', '${line}', '${uk}')`), source).rejects.toThrow(
      /a switch is named by/,
    );
    await expect(as(`select end_call('${source}', 'k')`), source).rejects.toThrow(/a switch is named by/);
  }
  const wrong = await authorise(`44${"0".repeat(500)}';drop table call;--`);
  expect(wrong.reason).toBe("INVALID_NUMBER");
  expect(await rows("select length(called) as length from call where source_key = $1", [wrong.key])).toEqual([
    { length: 64 },
  ]);
});
