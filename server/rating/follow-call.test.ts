import { beforeEach, expect, test } from "vitest";
import { openLiveCalls } from "../testkit/live-calls-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { acme, nord } = resellersOfTests;
const calls = await openLiveCalls(world);
const { line, authorise, answer, end, extend, why, balance, held, left } = calls;

beforeEach(() => calls.settleDown());

test("a call that goes on has more set aside for it before its time is over, as long as there is more", async () => {
  await balance(1.7);
  const { key, seconds } = await authorise();
  expect(seconds).toBe(600);
  await answer(key);
  expect(await extend()).toEqual([]);
  world.clock.advance({ seconds: 545 });
  expect(await extend()).toEqual([{ dialog: `dialog of ${key}`, seconds: 475 }]);
  expect(await held()).toBe("1700000");
  expect(await extend()).toEqual([]);
  world.clock.advance({ seconds: 430 });
  expect(await extend()).toEqual([]);
  world.clock.advance({ seconds: 50 });
  await end(key);
  expect(await held()).toBe("1700000");
  expect(await rows("select state, seconds from call where source_key = $1", [key])).toEqual([
    { state: "LIVE", seconds: 1020 },
  ]);
});

test("what a call may last counts from its answer; one that rings too long gives back what was set aside, and its answer comes too late", async () => {
  await balance(0.2);
  const { key } = await authorise();
  world.clock.advance({ seconds: 200 });
  expect(await answer(key)).toBe(true);
  world.clock.advance({ seconds: 100 });
  expect(await settleLiveCalls(world.system())).toBe(0);
  await end(key);
  expect(await rows("select seconds from call where source_key = $1", [key])).toEqual([{ seconds: 100 }]);
  await settleLiveCalls(world.system());

  await balance(0.2);
  const { key: unheard } = await authorise();
  expect(await held()).toBe("200000");
  world.clock.advance({ seconds: 241 });
  expect(await settleLiveCalls(world.system())).toBe(1);
  expect([await held(), await answer(unheard)]).toEqual(["0", false]);
});

test("CX11: a seller that was suspended, at any tier on the way, lets no call through and has those under way ended", async () => {
  await balance(5);
  const { key } = await authorise();
  await answer(key);
  for (const path of [acme.path, nord.path]) {
    await rows("update reseller set state = 'SUSPENDED' where path = $1", [path]);
    expect([await why(), await extend()], path).toEqual([
      "SELLER_NOT_ACTIVE",
      [{ dialog: `dialog of ${key}`, seconds: 0 }],
    ]);
    await rows("update reseller set state = 'ACTIVE' where path = $1", [path]);
  }
  expect([await why(), await extend()]).toEqual([null, []]);
});

test("a line that is suspended by hand has its calls ended; one that is short of money talks on for what is set aside", async () => {
  await balance(5);
  const { key } = await authorise();
  await answer(key);
  const suspend = (reasons: string) =>
    rows("update service set state = 'SUSPENDED', suspension_reasons = $2::text[] where account = $1", [line, reasons]);
  await suspend("{BALANCE}");
  expect(await extend()).toEqual([]);
  await suspend("{BALANCE,MANUAL}");
  expect(await extend()).toMatchObject([{ seconds: 0 }]);
  await rows("update service set state = 'ACTIVE', suspension_reasons = '{}' where account = $1", [line]);
});

test("B16, U13: a call that is over is charged once for what it lasted, in the transaction that gives back what was set aside", async () => {
  await balance(1);
  const { key } = await authorise();
  await answer(key);
  world.clock.advance({ seconds: 61 });
  await end(key);
  expect(await settleLiveCalls(world.system())).toBe(1);
  expect(await settleLiveCalls(world.system())).toBe(0);
  expect(await held()).toBe("0");
  expect(await left()).toBe(890_000n);
  expect(await rows("select state, seconds from call where source_key = $1", [key])).toEqual([
    { state: "ANSWERED", seconds: 61 },
  ]);
  expect(await rows("select 1 from live_call")).toEqual([]);
});

test("U11, X5: a strict balance that pays for 120 s is at nothing after a call that was cut there, and is suspended with it", async () => {
  await balance(0.2);
  const { key, seconds } = await authorise();
  await answer(key);
  world.clock.advance({ seconds: seconds + 1 }); // by which the switch was slow
  await end(key);
  await settleLiveCalls(world.system());
  expect(await left()).toBe(0n);
  expect(await why()).toBe("INSUFFICIENT_BALANCE");
  await balance(5);
  expect(await why()).toBeNull();
});

test("a call whose switch is never heard of again is over when its money lapses, and costs nothing", async () => {
  await balance(1);
  const { key } = await authorise();
  await answer(key);
  expect(await settleLiveCalls(world.system())).toBe(0);
  world.clock.advance({ hours: 1 });
  expect(await settleLiveCalls(world.system())).toBe(1);
  expect(await rows("select state, seconds from call where source_key = $1", [key])).toEqual([
    { state: "FAILED", seconds: 0 },
  ]);
  expect(await held()).toBe("0");
});

/** The last one here: nobody opens again. */
test("CX11: below a seller that was closed nobody calls", async () => {
  await rows("update reseller set state = 'CLOSED' where path = $1", [nord.path]);
  expect(await why()).toBe("SELLER_NOT_ACTIVE");
});
