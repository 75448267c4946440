import { priceCall, type CallTerms } from "@tierline/shared/call-price.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { undoDeck } from "../rates/apply-deck.ts";
import type { PricedFrom } from "../rates/call-ways.ts";
import type { PricedChain } from "../rates/priced-chain.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion, type DeckLine } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { correctCall } from "./correct-call.ts";
import { freeSeconds, ratedCall } from "./rate-call.ts";
import { planRerating, rerateCalls } from "./rerate-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { nord, acme } = resellersOfTests;
const { johnSmith, johnDoe } = customersOfTests;
const smith = pathOf(johnSmith);
const owner = "owner@acme.test";
let acmePlan: string;
let startedAt: Date;

const later = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
const cheap: readonly DeckLine[] = [["1", "USA", "0.01", "6/6"]];
const dear: readonly DeckLine[] = [["1", "USA", "0.02", "6/6"]];
const says = (markupPercent: string, cadence: string, from: Date) =>
  plantPlanVersion(world, "acme", acmePlan, { markupPercent, cadence }, from);

/** What each has paid, corrections counted in; the parts that stand are those of the last line. */
async function legsOf(callId: string): Promise<Record<string, [amount: number, own: number, ...parts: number[][]]>> {
  const found = await rows<{ path: string; amount: string; own: string; parts: number[][] | null }>(
    `select l.path, sum(l.amount_micros)::text as amount, sum(l.own_micros)::text as own,
       (select jsonb_agg(jsonb_build_array(p.from_second, p.free_seconds, p.billed_seconds) order by p.from_second) from call_leg_part p
        where p.path = l.path and p.call_id = (array_agg(c.id order by c.recorded_at desc, c.id desc))[1]) as parts
     from call_leg l join call c on c.id = l.call_id where $1 in (c.id, c.corrects_id) group by l.path`,
    [callId],
  );
  return Object.fromEntries(
    found.map(({ path, amount, own, parts }) => [path, [Number(amount) / 1e6, Number(own) / 1e6, ...(parts ?? [])]]),
  );
}

async function settled(seconds: number, more: Parameters<typeof callOfTests>[1] = {}): Promise<string> {
  const [one] = await settle(world, callOfTests(seconds, { startedAt, source: `${acme.id}/switch`, ...more }));
  return one!.callId; // one for one
}

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", cheap);
  await plantPlan(world, "nord", {});
  acmePlan = await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
});

beforeEach(async () => {
  world.clock.advance({ hours: 2 });
  startedAt = world.clock.now();
  await plantDeck(world, "nord", cheap, later(-1));
  await says("20", "60/60", later(-1));
});

test("X8: a call over changes of a deck and of a plan is split for each tier by its own, and each pays what the next one earns", async () => {
  await plantDeck(world, "nord", dear, later(100));
  await says("50", "30/30", later(150));
  const id = await settled(300);
  // Nord: 17 steps of 6 begin in the first 100 seconds. Smith: two minutes at 0.012, one at 0.024, four halves at 0.03.
  expect(await legsOf(id)).toEqual({
    [nord.path]: [0.083, 0.083, [0, 0, 102], [100, 0, 198]],
    [acme.path]: [0.083, 0.083, [0, 0, 102], [100, 0, 198]],
    [smith]: [0.108, 0.108, [0, 0, 120], [100, 0, 60], [150, 0, 120]],
  });
  const { data } = await world.graphql(
    owner,
    `query ($id: ID!) { node(id: $id) { ... on Call { margin { amount } cost { amount { amount } parts { fromSecond rate billedSeconds } }
       charge { amount { amount } parts { fromSecond rate cadence freeSeconds billedSeconds } } } } }`,
    { id: encodeId("cal", id) },
  );
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    node: {
      margin: { amount: "0.025" },
      cost: {
        amount: { amount: "0.083" },
        parts: [
          { fromSecond: 0, rate: "0.01", billedSeconds: 102 },
          { fromSecond: 100, rate: "0.02", billedSeconds: 198 },
        ],
      },
      charge: {
        amount: { amount: "0.108" },
        parts: [
          { fromSecond: 0, rate: "0.012", cadence: "60/60", freeSeconds: 0, billedSeconds: 120 },
          { fromSecond: 100, rate: "0.024", cadence: "60/60", freeSeconds: 0, billedSeconds: 60 },
          { fromSecond: 150, rate: "0.03", cadence: "30/30", freeSeconds: 0, billedSeconds: 120 },
        ],
      },
    },
  });
});

test("a call that is simulated over a change is split as one that is settled, and allowed seconds go by its beginning", async () => {
  await says("50", "30/30", later(150));
  const { data } = await world.graphql(
    owner,
    `query ($input: SimulateCallInput!) { simulateCall(input: $input) { allowedSeconds
       steps { price { amount } parts { fromSecond rate billedSeconds } } } }`,
    { input: { to: "+12125550100", at: startedAt, seconds: 300, balance: "0.012" } },
  );
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    simulateCall: {
      allowedSeconds: 60,
      steps: [
        {
          price: { amount: "0.066" },
          parts: [
            { fromSecond: 0, rate: "0.012", billedSeconds: 180 },
            { fromSecond: 150, rate: "0.015", billedSeconds: 120 },
          ],
        },
      ],
    },
  });
  expect((await legsOf(await settled(300)))[smith]![0]).toBe(0.066);
});

test("a version that says the same splits nothing of a price, and a call that ends before a change is as it was", async () => {
  await says("20", "60/60", later(90));
  await plantDeck(world, "nord", cheap, later(95));
  await says("90", "60/60", later(120));
  const legs = await legsOf(await settled(120));
  expect(legs[smith]).toEqual([0.024, 0.024]);
  expect(legs[acme.path]![0]).toBe(0.02);
  expect((await legsOf(await settled(121)))[smith]![0]).toBe(0.043);
});

test("seconds count from the answer: one that rings over a change pays by it, and what goes another way or has no price goes on as before", async () => {
  await says("50", "60/60", later(20));
  const rung = { answeredAt: later(30) };
  expect((await legsOf(await settled(60, rung)))[smith]![0]).toBe(0.015);
  await plantDeck(world, "nord", [["33", "France", "0.5", "6/6"]], later(60));
  const own = await plantDeck(world, "acme", [["1", "USA", "9", "6/6"]], later(70));
  expect((await legsOf(await settled(180)))[smith]![0]).toBe(0.042);
  await undoDeck(world.as(owner), { id: encodeId("rdk", own) });
});

test("U13: a correction and a price that is found again split as the call was talked, and come to nothing twice", async () => {
  const deck = await plantDeck(world, "nord", dear, later(100));
  const id = await settled(300, { customerId: johnDoe.id });
  const doe = pathOf(johnDoe);
  expect((await legsOf(id))[doe]).toEqual([0.096, 0.096, [0, 0, 120], [100, 0, 180]]);
  const more = { isAnswered: true, reason: "The switch counted wrong" };
  await correctCall(world.as(owner), { ...more, id: encodeId("cal", id), idempotencyKey: newId(), seconds: 200 });
  expect((await legsOf(id))[doe]).toEqual([0.072, 0.072, [0, 0, 120], [100, 0, 120]]);
  const range = { from: startedAt, until: later(1), customerId: encodeId("cus", johnDoe.id) };
  expect((await planRerating(world.as(owner), range)).changed).toBe(0);
  await undoDeck(world.as("owner@nord.test"), { id: encodeId("rdk", deck) });
  const above = world.as("owner@nord.test");
  const { fingerprint, changed } = await planRerating(above, range);
  expect(changed).toBe(1);
  await rerateCalls(above, { ...range, fingerprint, idempotencyKey: newId(), reason: "Undone" });
  expect((await legsOf(id))[doe]).toEqual([0.048, 0.048]);
});

test("BX5, BX8: the minutes of a cycle pay for what of a call begins in it, and are given back where they were taken", async () => {
  const as = world.as(owner);
  const allowance = await saveAllowance(as, { idempotencyKey: newId(), name: "Any", minutes: 2, prefixes: ["1"] });
  const slots = [{ slot: "NUMBERS" as const, allowanceId: encodeId("alw", allowance) }];
  const customerId = encodeId("cus", johnSmith.id);
  world.clock.set("2027-03-01T12:00:00Z");
  await assignAllowances(as, { idempotencyKey: newId(), customerId, cycleDay: 1, slots });
  world.clock.set("2027-04-01T12:00:00Z");
  // Clocks have gone forward in London: the cycle begins at 23:00 UTC.
  startedAt = new Date("2027-03-31T22:55:00Z");
  const before = await settled(60, { number: "12125550100", startedAt: later(-600) });
  expect((await legsOf(before))[smith]).toEqual([0, 0]);
  const id = await settled(600);
  expect((await legsOf(id))[smith]).toEqual([0.084, 0.084, [0, 60, 240], [300, 120, 180]]);
  const drawn = async () => {
    const counts = await rows<{ drawn: number }>(
      "select drawn_seconds as drawn from allowance_count order by starts_at",
    );
    return counts.map((count) => count.drawn);
  };
  expect(await drawn()).toEqual([120, 120]);
  const range = { from: startedAt, until: later(1) };
  expect((await planRerating(as, range)).changed).toBe(0);
  const more = { isAnswered: true, reason: "The switch counted wrong" };
  await correctCall(as, { ...more, id: encodeId("cal", id), idempotencyKey: newId(), seconds: 330 });
  expect((await legsOf(id))[smith]).toEqual([0.048, 0.048, [0, 60, 240], [300, 60, 0]]);
  expect(await drawn()).toEqual([120, 60]);
  expect((await planRerating(as, range)).changed).toBe(0);
});

/** Each tier's price is what the next one buys by. */
function chainOf(prices: readonly CallTerms[], version: number): PricedChain {
  const [carrier] = prices;
  const sales = prices.slice(1).map((terms, index) => ({
    seller: { path: `r${index}.`, currency: "GBP" },
    sold: { plan: { id: `${index}`, versionId: `${version}` }, override: null, terms, bought: prices[index] },
  }));
  const found = { deck: { id: `${version}`, currency: "GBP" }, rate: { destination: "", prefix: "1" } };
  return { ...found, country: null, carrier, sales } as unknown as PricedChain; // as far as a price is made of it
}

test("X6, X8: over any changes at any seconds each tier pays exactly what the one above earns, and a change to the same is none", () => {
  const terms = fc.record({
    ratePerMinute: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    connectFee: fc.constantFrom(0n, 10n ** 11n),
    includedSeconds: fc.constantFrom(0, 0, 20),
    cadence: fc.record({
      first: fc.integer({ min: 1, max: 90 }),
      step: fc.integer({ min: 1, max: 90 }),
      grace: fc.nat(9),
    }),
  });
  const tariff = fc.array(terms, { minLength: 4, maxLength: 4 });
  const cases = fc.record({
    tariffs: fc.array(tariff, { minLength: 1, maxLength: 4 }),
    cuts: fc.uniqueArray(fc.integer({ min: -20, max: 900 }), { minLength: 3, maxLength: 3 }),
    seconds: fc.nat(1_000),
    allowance: fc.constantFrom(0, 45, 900),
  });
  const over = (tariffs: readonly CallTerms[][], cuts: readonly number[], versions = true) =>
    tariffs.map((prices, index): PricedFrom => ({
      fromSecond: index === 0 ? Number.NEGATIVE_INFINITY : cuts[index - 1]!, // one less than tariffs
      chain: chainOf(prices, versions ? index : 0),
    })) as [PricedFrom, ...PricedFrom[]]; // one at least
  fc.assert(
    fc.property(cases, ({ tariffs, cuts, seconds, allowance }) => {
      const seams = cuts.toSorted((one, other) => one - other);
      const call = ratedCall(over(tariffs, seams), { path: "c1.", seconds });
      const legs = call.legs(freeSeconds(allowance));
      const retail = legs.at(-1)!.price;
      const margins = legs.slice(1).map(({ price }, index) => price.priceMicros - legs[index]!.ownMicros);
      expect(margins.reduce((sum, margin) => sum + margin, legs[0]!.price.priceMicros)).toBe(retail.priceMicros);
      expect(retail.cadencedSeconds).toBe(call.chargeableSeconds);
      for (const { parts, price } of legs) {
        expect(parts).not.toHaveLength(1);
        const sum = (of: "freeSeconds" | "billedSeconds") => parts.reduce((total, part) => total + part[of], 0);
        const sums = [sum("freeSeconds"), sum("billedSeconds")];
        if (parts.length > 0) expect(sums).toEqual([price.freeSeconds, price.billedSeconds]);
      }
      const [first] = tariffs;
      const same = over(
        Array.from({ length: 4 }, () => first!),
        seams,
        false,
      );
      const unchanged = ratedCall(same, { path: "c1.", seconds }).legs(freeSeconds(allowance));
      expect(unchanged.flatMap(({ parts }) => parts)).toEqual([]);
      expect(unchanged.map(({ price }) => price)).toEqual(
        first!.map((each, index) => priceCall(seconds, each, index === 3 ? allowance : 0)),
      );
    }),
    { numRuns: 1_000 },
  );
});
