import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { correctCall } from "./correct-call.ts";
import { planRerating } from "./rerate-calls.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { nord, acme } = resellersOfTests;
const { johnSmith } = customersOfTests;
const owner = "owner@acme.test";
const smith = pathOf(johnSmith);
const calls = await openLiveCalls(world, `${acme.id}/switch`);

/** What each has paid for a call, corrections counted in. */
async function paid(callId: string): Promise<Record<string, number>> {
  const legs = await rows<{ path: string; amount: string }>(
    `select l.path, sum(l.amount_micros)::text as amount from call_leg l join call c on c.id = l.call_id
     where $1 in (c.id, c.corrects_id) group by l.path`,
    [callId],
  );
  return Object.fromEntries(legs.map(({ path, amount }) => [path, Number(amount) / 1e6]));
}

async function simulated(at: Date, seconds: number) {
  const { data } = await world.graphql(
    owner,
    "query ($input: SimulateCallInput!) { simulateCall(input: $input) { route steps { price { amount } buying { cost { amount } } } } }",
    { input: { to: uk, at: at.toISOString(), seconds, customerId: encodeId("cus", johnSmith.id) } },
  );
  return JSON.parse(JSON.stringify(data)) as object;
}

test("X6: what is set aside, charged, corrected and simulated for a call is of the route that it began on, at every tier", async () => {
  await calls.settleDown();
  world.clock.advance({ minutes: 1 });
  const startedAt = world.clock.now();
  const later = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000);
  await plantDeck(
    world,
    "nord",
    [
      ["44", "UK", "0.1", "30/6"],
      ["44", "UK", "0.2", "30/6", "0", null, 0, "PREMIUM"],
    ],
    later(-30),
  );
  const plan = await plantPlan(
    world,
    "acme",
    { internationalRoute: "PREMIUM" },
    { customer: johnSmith.id },
    later(-30),
  );
  // Its calls take the other route from then on: this one is there already.
  await plantPlanVersion(world, "acme", plan, { markupPercent: "100", internationalRoute: "VALUE" }, later(30));
  await calls.balance(10);
  const { key, seconds, route } = await calls.authorise();
  expect([seconds, route]).toEqual([600, "PREMIUM"]);
  // As if it had rung until the change.
  expect(await calls.held()).toBe("4000000");
  await calls.answer(key);
  const legs = await rows<{ path: string; rate: string; changes: { second: number; rate: number }[] | null }>(
    `select l.path, l.rate::text, l.changes from live_call_leg l join call c on c.id = l.call_id where c.source_key = $1
     order by l.path`,
    [key],
  );
  expect(legs.map(({ path, rate, changes }) => [path, Number(rate) / 1e12, changes])).toEqual([
    [acme.path, 0.2, null],
    [smith, 0.2, [expect.objectContaining({ second: 30, rate: 400_000_000_000 })]],
  ]);
  world.clock.advance({ seconds: 60 });
  await calls.end(key);
  expect(await settleLiveCalls(world.system())).toBe(1);
  const [call] = await rows<{ id: string }>("select id from call where source_key = $1", [key]);
  const { id } = call!;
  expect(await paid(id)).toEqual({ [nord.path]: 0.2, [acme.path]: 0.2, [smith]: 0.3 });
  expect(await calls.left()).toBe(9_700_000n);
  expect(await simulated(startedAt, 60)).toEqual({
    simulateCall: { route: "PREMIUM", steps: [{ price: { amount: "0.30" }, buying: { cost: { amount: "0.20" } } }] },
  });
  world.clock.advance({ seconds: 1 });
  const more = { isAnswered: true, reason: "The switch counted wrong" };
  await correctCall(world.as(owner), { ...more, id: encodeId("cal", id), idempotencyKey: newId(), seconds: 42 });
  expect(await paid(id)).toEqual({ [nord.path]: 0.14, [acme.path]: 0.14, [smith]: 0.18 });
  const range = { from: startedAt, until: later(1), customerId: encodeId("cus", johnSmith.id) };
  expect((await planRerating(world.as(owner), range)).changed).toBe(0);
  // The next one takes the other.
  expect((await calls.authorise(uk, key)).route).toBeNull();
  const next = await calls.authorise();
  expect(next.route).toBe("VALUE");
  expect((await calls.authorise(uk, next.key)).route).toBe("VALUE");
  await calls.answer(next.key);
  world.clock.advance({ seconds: 30 });
  await calls.end(next.key);
  await settleLiveCalls(world.system());
  const [other] = await rows<{ id: string }>("select id from call where source_key = $1", [next.key]);
  expect(await paid(other!.id)).toEqual({ [nord.path]: 0.05, [acme.path]: 0.05, [smith]: 0.1 });
});
