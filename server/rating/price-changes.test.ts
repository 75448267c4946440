import { priceSplitCall, type CallTerms, type TermsFrom } from "@tierline/shared/call-price.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { undoDeck } from "../rates/apply-deck.ts";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion } from "../testkit/tariffs-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith } = customersOfTests;
const calls = await openLiveCalls(world);
const { authorise, answer, end, extend, balance, held, left } = calls;
const plan = await plantPlan(world, "acme", {}, { customer: johnSmith.id });

/** To the UK, from so many seconds from now on. */
const costs = (ratePerMinute: string, inSeconds = 0, cadence?: string) =>
  plantPlanVersion(
    world,
    "acme",
    plan,
    {
      overrides: [{ scope: "PREFIX", target: "44", ratePerMinute }],
      ...(cadence === undefined ? {} : { cadence }),
    },
    new Date(world.clock.now().getTime() + inSeconds * 1_000),
  );
const wait = (seconds: number) => world.clock.advance({ seconds });
async function settled(key: string): Promise<{ seconds: number; left: bigint }> {
  await end(key);
  expect(await settleLiveCalls(world.system())).toBe(1);
  const [call] = await rows<{ seconds: number }>("select seconds from call where source_key = $1", [key]);
  expect(await held()).toBe("0");
  return { seconds: call!.seconds, left: await left() };
}

beforeEach(async () => {
  await calls.settleDown();
  await costs("0.1");
  wait(1);
});

test("U11: a rise that is known before is paid for out of what there is, and the call ends where a strict balance is at nothing", async () => {
  await costs("0.2", 60, "1/1");
  await balance(0.2);
  // However long it rings: at its dearest.
  const { key, seconds } = await authorise();
  expect(seconds).toBe(60);
  await answer(key);
  expect(await extend()).toEqual([{ dialog: `dialog of ${key}`, seconds: 90 }]);
  expect(await extend()).toEqual([]);
  wait(91);
  expect(await settled(key)).toEqual({ seconds: 90, left: 0n });
});

test("U11: one that rings over a rise is paid for by it from its first second on", async () => {
  await costs("0.2", 60);
  await balance(0.2);
  const { key } = await authorise();
  wait(100);
  await answer(key);
  await extend();
  wait(200);
  expect(await settled(key)).toEqual({ seconds: 60, left: 0n });
});

test("U11: a rise that is saved while a call lasts shortens it at the next question, by what it costs from then on", async () => {
  await balance(0.3);
  const { key, seconds } = await authorise();
  expect(seconds).toBe(180);
  await answer(key);
  wait(60);
  await costs("0.4", 0, "1/1");
  wait(1);
  expect(await extend()).toEqual([{ dialog: `dialog of ${key}`, seconds: 29 }]);
  wait(40);
  expect(await settled(key)).toEqual({ seconds: 90, left: 0n });
});

test("U11: what cannot be paid at the new price ends at the change, also where the switch has not asked since", async () => {
  for (const asks of [true, false]) {
    await costs("0.1");
    wait(1);
    await balance(0.1);
    const { key } = await authorise();
    await answer(key);
    wait(30);
    await costs("600", 0, "1/1");
    wait(1);
    if (asks) {
      const now = [{ dialog: `dialog of ${key}`, seconds: 0 }];
      expect([await extend(), await extend()]).toEqual([now, now]);
    }
    expect(await settled(key), String(asks)).toEqual({ seconds: 30, left: 50_000n });
    wait(1);
  }
});

test("U11: a cheaper deck that is undone while a call lasts counts for nothing of it, from its beginning on", async () => {
  await plantPlanVersion(world, "acme", plan, {}, world.clock.now());
  const deck = await plantDeck(world, "nord", [["44", "UK", "0.05", "30/6"]], world.clock.now());
  await balance(0.1);
  const { key, seconds } = await authorise();
  expect(seconds).toBe(120);
  await answer(key);
  wait(20);
  await undoDeck(world.as("owner@nord.test"), { id: encodeId("rdk", deck) });
  expect(await extend()).toEqual([{ dialog: `dialog of ${key}`, seconds: 40 }]);
  wait(60);
  expect(await settled(key)).toEqual({ seconds: 60, left: 0n });
});

test("B16: who looks at a call is told what it costs from a change on, and so what it has cost at any second of it", async () => {
  await balance(10);
  await costs("0.2", 60, "1/1");
  const { key } = await authorise();
  await answer(key);
  const asked = `{ liveCalls(first: 50) { calls { key price { ratePerMinute connectFee includedSeconds cadence freeSeconds changes { fromSecond ratePerMinute cadence } } } } }`;
  const { data, errors } = await world.graphql("owner@acme.test", asked);
  expect(errors).toBeUndefined();
  const { liveCalls } = data as { liveCalls: { calls: { key: string; price: unknown }[] } };
  expect(liveCalls.calls.find((call) => call.key === key)?.price).toMatchObject({
    ratePerMinute: "0.1",
    changes: [{ fromSecond: 60, ratePerMinute: "0.2", cadence: "1/1" }],
  });
  wait(90);
  await end(key);
  await settleLiveCalls(world.system());
});

test("a call that can be paid goes on over a change, and more is set aside by the new price", async () => {
  await balance(10);
  await costs("0.2", 300);
  const { key, seconds } = await authorise();
  expect(seconds).toBe(600);
  await answer(key);
  expect(await extend()).toEqual([]);
  expect(await held()).toBe("1900000"); // as if it had rung for four minutes
  wait(550);
  expect(await extend()).toEqual([{ dialog: `dialog of ${key}`, seconds: 650 }]);
  expect(await held()).toBe("3500000");
  wait(610);
  expect(await settled(key)).toEqual({ seconds: 1_160, left: 10_000_000n - 500_000n - 2_880_000n });
});

test("what changes nothing of its price, and what changes later than anything is set aside for, leaves a call as it was", async () => {
  await balance(0.3);
  const { key, seconds } = await authorise(uk);
  expect(seconds).toBe(180);
  await answer(key);
  await costs("0.1", 60);
  await costs("0.9", 3_600);
  expect(await extend()).toEqual([]);
  expect(await held()).toBe("300000");
  wait(181);
  expect(await settled(key)).toEqual({ seconds: 180, left: 0n });
});

test("the prices of many calls are read some at a question, and of all of them in the end", async () => {
  await balance(100);
  await rows("update service set simultaneous_calls = 30");
  const keys: string[] = [];
  for (let call = 0; call < 25; call += 1) {
    const { key, verdict } = await authorise();
    expect(verdict).toBe("ALLOWED");
    await answer(key);
    keys.push(key);
  }
  const read = async () => (await rows("select from live_call where priced_by is not null")).length;
  expect(await read()).toBe(0);
  await costs("0.2", 1);
  wait(2);
  const counts: number[] = [];
  for (let question = 0; question < 3; question += 1) {
    await extend();
    counts.push(await read());
  }
  expect(counts).toEqual([20, 25, 25]);
  for (const key of keys) await end(key);
  await settleLiveCalls(world.system());
});

test("X8: what is set aside over changes is what the call is charged when it is settled, to the last place", async () => {
  const terms: fc.Arbitrary<CallTerms> = fc.record({
    ratePerMinute: fc.bigInt({ min: 0n, max: 3_000_000_000_000n }),
    connectFee: fc.constantFrom(0n, 70_000_000_000n),
    includedSeconds: fc.constantFrom(0, 0, 20),
    cadence: fc.record({
      first: fc.integer({ min: 1, max: 90 }),
      step: fc.integer({ min: 1, max: 90 }),
      grace: fc.nat(9),
    }),
  });
  const cases = fc
    .sample(
      fc.record({
        beginning: terms,
        later: fc.array(terms, { minLength: 1, maxLength: 3 }),
        cuts: fc.uniqueArray(fc.integer({ min: -100, max: 900 }), { minLength: 3, maxLength: 3 }),
        seconds: fc.nat(1_200),
        free: fc.constantFrom(0, 0, 45, 900),
      }),
      { numRuns: 400 },
    )
    .map((each) => ({ ...each, cuts: each.cuts.toSorted((one, other) => one - other) }));
  const legs = cases.map(
    ({ beginning: { ratePerMinute, connectFee, includedSeconds, cadence }, later, cuts, seconds, free }) => ({
      seconds,
      leg: {
        rate: String(ratePerMinute),
        connect_fee: String(connectFee),
        included_seconds: includedSeconds,
        first_seconds: cadence.first,
        step_seconds: cadence.step,
        grace_seconds: cadence.grace,
        free_seconds: free,
        changes: later.map((change, index) => ({
          second: cuts[index],
          rate: String(change.ratePerMinute),
          first: change.cadence.first,
          step: change.cadence.step,
        })),
      },
    }),
  );
  const priced = await rows<{ price: string }>(
    `select live_call_price(jsonb_populate_record(null::live_call_leg, e -> 'leg'), (e ->> 'seconds')::int)::text as price
     from jsonb_array_elements($1::jsonb) with ordinality x(e, n) order by n`,
    [JSON.stringify(legs)],
  );
  for (const [index, { beginning, later, cuts, seconds, free }] of cases.entries()) {
    const all: TermsFrom[] = [
      { fromSecond: Number.NEGATIVE_INFINITY, terms: beginning },
      ...later.map((each, at) => ({ fromSecond: cuts[at]!, terms: each })), // as many at least
    ];
    const { priceMicros } = priceSplitCall(seconds, all, [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: free }]);
    expect(priced[index]!.price, formatRate(beginning.ratePerMinute)).toBe(String(priceMicros));
  }
});
