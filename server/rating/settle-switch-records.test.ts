import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { inTier, transaction } from "../kernel/context.ts";
import { rootPath } from "../kernel/viewer.ts";
import { inLanes } from "../testkit/ledger-of-tests.ts";
import { openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { positionAfter } from "./read-switch-records.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";
import { settleSwitchRecords, switchSource, type SwitchRecord } from "./settle-switch-records.ts";

const world = await testWorld();
const { rows } = world.database;
const calls = await openLiveCalls(world, switchSource);
const { line, authorise, answer, end, held, left } = calls;
let number = 0;

beforeEach(() => calls.settleDown());

/** A minute, which costs 0.10, ending now. */
function recordOf(key: string, seconds = 60): SwitchRecord {
  number += 1;
  const answeredAt = new Date(world.clock.now().getTime() - seconds * 1_000);
  return { id: number, key, caller: line, called: uk, answeredAt, seconds };
}

const settle = (...records: SwitchRecord[]) =>
  transaction(inTier(world.system(), rootPath), (tx) => settleSwitchRecords(tx, records));

const kept = (key: string) =>
  rows<{ state: string; seconds: number }>(
    "select state, seconds from call where source_key like $1 order by source_key",
    [`${key}%`],
  );

async function talkAMinute(): Promise<string> {
  const { key } = await authorise();
  await answer(key);
  world.clock.advance({ seconds: 60 });
  return key;
}

test("U13: a call whose end was never told is charged by the switch's record, once, however often that is read", async () => {
  const key = await talkAMinute();
  const record = recordOf(key);
  const answers = await inLanes(6, 3, () => settle(record, record));
  expect(answers.reduce((sum, { recovered }) => sum + recovered, 0)).toBe(1);
  expect([await kept(key), await left(), await held()]).toEqual([
    [{ state: "ANSWERED", seconds: 60 }],
    9_900_000n,
    "0",
  ]);
  expect(await end(key)).toBe(false);
  expect(await settleLiveCalls(world.system())).toBe(0);
  expect(await left()).toBe(9_900_000n);
});

test("U13: where the end was told, the record adds nothing, whether it is read before or after the call is settled", async () => {
  const key = await talkAMinute();
  await end(key);
  expect(await settle(recordOf(key))).toMatchObject({ recovered: 0 });
  expect(await settleLiveCalls(world.system())).toBe(1);
  expect(await settle(recordOf(key, 61))).toMatchObject({ recovered: 0 });
  expect([await kept(key), await left()]).toEqual([[{ state: "ANSWERED", seconds: 60 }], 9_900_000n]);
});

test("a call that was given up, or taken for one that nobody answered, is put right by its record once", async () => {
  const lapsed = await talkAMinute();
  const record = recordOf(lapsed);
  world.clock.advance({ hours: 1 });
  await settleLiveCalls(world.system());
  const { key: unheard } = await authorise();
  await end(unheard);
  expect([await kept(lapsed), await kept(unheard), await left()]).toEqual([
    [{ state: "FAILED", seconds: 0 }],
    [{ state: "NO_ANSWER", seconds: 0 }],
    10_000_000n,
  ]);
  const both = [record, recordOf(unheard)];
  expect(await settle(...both)).toMatchObject({ recovered: 2 });
  expect(await settle(...both)).toMatchObject({ recovered: 0 });
  expect((await kept(lapsed))[1]).toEqual({ state: "ANSWERED", seconds: 60 });
  expect(await left()).toBe(9_800_000n);
});

test("a record that no call is known of is entered as one, of a line that nobody has it is told; none lasts longer than it was let", async () => {
  const entered = recordOf("never heard of");
  const stray = { ...recordOf("stray"), caller: "nobody" };
  expect(await settle(entered, stray)).toEqual({ recovered: 1, unknown: ["stray"] });
  expect(await settle(entered)).toMatchObject({ recovered: 0 });
  expect(await left()).toBe(9_900_000n);
  await calls.balance(0.2);
  const { key, seconds } = await authorise();
  await answer(key);
  world.clock.advance({ seconds: 300 });
  await settle(recordOf(key, 300));
  expect([seconds, await kept(key), await left()]).toEqual([120, [{ state: "ANSWERED", seconds: 120 }], 0n]);
});

test("however late each of two that end at once is written down, none is passed over", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), fc.nat(30), (ids, oldUntil) => {
      const sorted = ids.toSorted((one, other) => one - other);
      const at = positionAfter(
        sorted.map((id) => ({ id, isOld: id <= oldUntil })),
        0,
      );
      const missing = Array.from({ length: at }, (_, index) => index + 1).filter((id) => !ids.includes(id));
      // What is passed over lies before something that is too old for it to come.
      return missing.every((id) => sorted.find((each) => each > id)! <= oldUntil) && (at === 0 || ids.includes(at));
    }),
  );
});
