import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { undoDeck } from "../rates/apply-deck.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { rows } = world.database;
const { nord } = resellersOfTests;
const { johnSmith, johnDoe } = customersOfTests;
const owner = "owner@acme.test";
let acmePlan: string;
let startedAt: Date;

interface Sum {
  readonly before: { amount: string };
  readonly after: { amount: string };
  readonly difference: { amount: string };
}
interface Rerating {
  readonly calls: number;
  readonly changed: number;
  readonly withoutPrice: number;
  readonly leftToSeller: number;
  readonly price: Sum;
  readonly cost: Sum | null;
  readonly buyers: readonly { name: string; changed: number; price: Sum }[];
  readonly samples: readonly { callId: string; price: Sum }[];
  readonly fingerprint: string;
  readonly endCursor: string | null;
}
interface Payload {
  readonly rerating: Rerating | null;
  readonly userErrors: readonly { code: string; path: string[] }[];
}

const sum = "{ before { amount } after { amount } difference { amount } }";
const read = `calls changed withoutPrice leftToSeller price ${sum} cost ${sum} buyers { name changed price ${sum} } samples { callId price ${sum} } fingerprint endCursor`;

async function ask<T>(who: string, name: string, source: string, input: object): Promise<T> {
  const { data, errors } = await world.graphql(who, source, { input });
  if (errors !== undefined) throw errors[0]!.originalError!;
  return JSON.parse(JSON.stringify(data))[name] as T; // null prototypes otherwise
}

const range = () => ({ from: startedAt, until: new Date(startedAt.getTime() + 60_000) });
const plan = (more: object = {}, who = owner) =>
  ask<Rerating>(who, "planRerating", `query ($input: PlanReratingInput!) { planRerating(input: $input) { ${read} } }`, {
    ...range(),
    ...more,
  });
const apply = (fingerprint: string, more: object = {}, who = owner) =>
  ask<Payload>(
    who,
    "rerateCalls",
    `mutation ($input: RerateCallsInput!) { rerateCalls(input: $input) { rerating { ${read} } userErrors { code path } } }`,
    { ...range(), fingerprint, idempotencyKey: newId(), reason: "The deck was wrong", ...more },
  );
const amounts = ({ before, after, difference }: Sum) => [before.amount, after.amount, difference.amount];

/** Every account is at what the legs say of it. */
const wrongAccounts = () =>
  rows(
    `select a.path, a.kind from ledger_account a join ledger_balance b on b.account_id = a.id group by a.id
     having sum(b.balance_micros) is distinct from case a.kind
       when 'BILLING' then (select coalesce(-sum(l.amount_micros), 0) from call_leg l where l.path = a.path and l.depth > 0)
       else (select coalesce(sum(l.amount_micros), 0) from call_leg l where l.seller_path = a.path) end`,
  );
const kept = () =>
  rows(
    `select (select count(*) from call)::int as calls, (select count(*) from call_leg)::int as legs,
       (select count(*) from posting)::int as postings, (select count(*) from audit_entry where operation = 'call.rerate')::int as told`,
  );

/** Three calls of Smith's and Doe's at a time of their own, and what came to count for it afterwards. */
async function pricesChange(markupPercent: string): Promise<void> {
  const at = (seconds: number) => ({ startedAt: new Date(startedAt.getTime() + seconds * 1000) });
  await settle(
    world,
    callOfTests(61, at(0)),
    callOfTests(60, { ...at(1), customerId: johnDoe.id }),
    callOfTests(60, { ...at(2), number: "442079460958" }),
  );
  await plantPlanVersion(world, "acme", acmePlan, { markupPercent, cadence: "60/60" }, startedAt);
}

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [
    ["1", "USA", "0.01", "6/6"],
    ["44", "UK", "0.1", "60/60"],
  ]);
  await plantPlan(world, "nord", {});
  acmePlan = await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
});

beforeEach(() => {
  world.clock.advance({ hours: 1 });
  startedAt = world.clock.now();
});

test("U13: calls are priced again once as planned, by lines with the difference; the plan writes nothing, and again there is nothing", async () => {
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "20", cadence: "60/60" },
    new Date(startedAt.getTime() - 1),
  );
  await pricesChange("50");
  const before = await kept();
  const planned = await plan();
  expect([planned.calls, planned.changed, planned.withoutPrice]).toEqual([3, 3, 0]);
  expect(amounts(planned.price)).toEqual(["0.156", "0.195", "0.039"]);
  expect(amounts(planned.cost!)).toEqual(["0.121", "0.121", "0.00"]);
  expect(planned.buyers.map(({ changed, price }) => [changed, ...amounts(price)])).toEqual([
    [1, "0.012", "0.015", "0.003"],
    [2, "0.144", "0.18", "0.036"],
  ]);
  expect(planned.samples).toHaveLength(3);
  expect(await kept()).toEqual(before);
  const key = newId();
  const [first, again] = [
    await apply(planned.fingerprint, { idempotencyKey: key }),
    await apply(planned.fingerprint, { idempotencyKey: key }),
  ];
  expect(first).toEqual({ rerating: planned, userErrors: [] });
  expect(again).toEqual(first);
  const nothing = await plan();
  expect([nothing.calls, nothing.changed, ...amounts(nothing.price)]).toEqual([3, 0, "0.195", "0.195", "0.00"]);
  expect(await wrongAccounts()).toEqual([]);
  const [told] = await rows("select actor, path, note from audit_entry where operation = 'call.rerate'");
  expect(told).toEqual({ actor: "Anna Acme", path: resellersOfTests.acme.path, note: "The deck was wrong" });
});

test("U13: of several who apply the same plan at once exactly one does, and the others are told that nothing is left", async () => {
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "20", cadence: "60/60" },
    new Date(startedAt.getTime() - 1),
  );
  await pricesChange("30");
  const { fingerprint } = await plan();
  const answers = await Promise.all([apply(fingerprint), apply(fingerprint), apply(fingerprint)]);
  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual(
    Array.from({ length: 2 }, () => ({ code: "STALE", path: ["fingerprint"] })),
  );
  expect(answers.map(({ rerating }) => rerating!.changed).toSorted()).toEqual([0, 0, 3]);
  expect(await wrongAccounts()).toEqual([]);
});

test("prices that changed since the plan are told anew and nothing is written; the difference of a second time is to the last", async () => {
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "20", cadence: "60/60" },
    new Date(startedAt.getTime() - 1),
  );
  await pricesChange("50");
  await apply((await plan()).fingerprint);
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "100", cadence: "60/60" },
    new Date(startedAt.getTime() + 1),
  );
  const planned = await plan();
  expect([planned.changed, ...amounts(planned.price)]).toEqual([3, "0.195", "0.255", "0.06"]);
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "0", cadence: "60/60" },
    new Date(startedAt.getTime() + 2),
  );
  const before = await kept();
  const stale = await apply(planned.fingerprint);
  expect(stale.userErrors).toEqual([{ code: "STALE", path: ["fingerprint"] }]);
  expect([await kept(), stale.rerating]).toEqual([before, await plan()]);
  expect((await apply(stale.rerating!.fingerprint)).userErrors).toEqual([]);
  expect((await plan()).changed).toBe(0);
  expect(await wrongAccounts()).toEqual([]);
});

test("a deck that is undone prices again what it had priced, at every tier: whoever has it does, and a buyer below has to wait for it", async () => {
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "20", cadence: "60/60" },
    new Date(startedAt.getTime() - 1),
  );
  const deck = await plantDeck(world, "nord", [["1", "USA", "0.05", "60/60"]], startedAt);
  await settle(world, callOfTests(60, { startedAt }));
  await undoDeck(world.as("owner@nord.test"), { id: encodeId("rdk", deck) });
  const above = await plan({ resellerId: encodeId("rsl", resellersOfTests.acme.id) }, "owner@nord.test");
  expect([amounts(above.price), amounts(above.cost!)]).toEqual([
    ["0.05", "0.01", "-0.04"],
    ["0.05", "0.01", "-0.04"],
  ]);
  const of = { customerId: encodeId("cus", johnSmith.id), prefix: "+1212" };
  const left = await plan(of);
  expect([left.changed, left.leftToSeller, ...amounts(left.cost!)]).toEqual([0, 1, "0.05", "0.05", "0.00"]);
  const planned = await plan(of, "owner@nord.test");
  expect((await apply(planned.fingerprint, of, "owner@nord.test")).userErrors).toEqual([]);
  const after = await plan(of);
  expect([after.changed, after.leftToSeller, after.price.before.amount]).toEqual([0, 0, "0.012"]);
  expect((await plan({}, "owner@nord.test")).changed).toBe(0);
  expect(await wrongAccounts()).toEqual([]);
});

test("what may not be planned is refused: by whom, for whom and how long", async () => {
  await expect(plan({}, "agent@acme.test")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(plan({ resellerId: encodeId("rsl", nord.id) })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const bad = { code: "BAD_USER_INPUT" };
  await expect(plan({ until: startedAt })).rejects.toMatchObject(bad);
  await expect(plan({ until: new Date(startedAt.getTime() + 93 * 86_400_000) })).rejects.toMatchObject(bad);
  await expect(plan({ prefix: "London" })).rejects.toMatchObject(bad);
  await expect(plan({ after: encodeId("cus", johnDoe.id) })).rejects.toMatchObject(bad);
});

test("of more than a thousand calls those behind the first are planned and applied by their cursor, none twice", async () => {
  await pricesChange("40");
  await settle(world, ...Array.from({ length: 998 }, () => callOfTests(6, { startedAt, customerId: johnDoe.id })));
  const first = await plan();
  expect([first.calls, first.changed]).toEqual([1_000, 3]);
  await settle(world, callOfTests(60, { startedAt }));
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "100", cadence: "60/60" },
    new Date(startedAt.getTime() - 1),
  );
  await plantPlanVersion(world, "acme", acmePlan, { markupPercent: "100", cadence: "60/60" }, startedAt);
  const [now, rest] = [await plan(), await plan({ after: first.endCursor })];
  expect([now.changed, now.endCursor, rest.calls, rest.changed, rest.endCursor]).toEqual([
    1_000,
    first.endCursor,
    2,
    2,
    null,
  ]);
  expect((await apply(rest.fingerprint, { after: first.endCursor })).userErrors).toEqual([]);
  expect((await apply(now.fingerprint)).userErrors).toEqual([]);
  expect([(await plan()).changed, (await plan({ after: first.endCursor })).changed]).toEqual([0, 0]);
  expect(await wrongAccounts()).toEqual([]);
});

test("the calls of a list's filter are planned: one direction, and a number of either side", async () => {
  await pricesChange("60");
  const found = async (more: object) => (await plan(more)).calls;
  expect(await found({ direction: "IN" })).toBe(0);
  expect(await found({ direction: "OUT", number: "+1 212" })).toBe(2);
  expect(await found({ number: "0044 20" })).toBe(1);
});
