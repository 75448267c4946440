import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
const server = await liveServer(world);
const { johnSmith, johnDoe, johnson, johnnyBeta } = customersOfTests;
const owner = "owner@acme.test";
const agent = "agent@acme.test";
const day = { from: "2026-11-21T00:00:00Z", until: "2026-11-22T00:00:00Z" };

interface Shown {
  readonly called: string;
  readonly callType: string | null;
  readonly charge: { amount: { amount: string }; cadence: string; freeSeconds: number } | null;
  readonly cost: { amount: { amount: string } } | null;
  readonly margin: { amount: string } | null;
  readonly problem: string | null;
}
interface Totals {
  readonly count: number;
  readonly answered: number;
  readonly seconds: number;
  readonly price: { amount: string };
  readonly cost: { amount: string } | null;
  readonly margin: { amount: string } | null;
}
interface Listed {
  readonly nodes: readonly Shown[];
  readonly totals: Totals;
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const source = `query ($filter: CallFilter!, $first: Int!, $after: String) { calls(filter: $filter, first: $first, after: $after) {
  nodes { id called callType destination charge { amount { amount } cadence freeSeconds } cost { amount { amount } } margin { amount } problem
    customer { id } correctsId }
  totals { count answered seconds price { amount } cost { amount } margin { amount } }
  pageInfo { hasNextPage endCursor } } }`;

async function list(who: string, filter: object = {}, paging: object = {}): Promise<Listed> {
  const { data, errors } = await world.graphql(who, source, { filter: { ...day, ...filter }, first: 50, ...paging });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)).calls as Listed; // null prototypes otherwise
}

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [["1", "USA", "0.01", "6/6", "0", "FIXED"]]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
  world.clock.advance({ hours: 1 });
  const of = (customerId: string) => [
    callOfTests(61, { customerId }),
    callOfTests(30, { customerId, startedAt: new Date(t0.getTime() + 120_000) }),
    callOfTests(10, { customerId, direction: "IN", startedAt: new Date(t0.getTime() + 180_000) }),
  ];
  await settle(
    world,
    ...of(johnSmith.id),
    ...of(johnDoe.id),
    ...of(johnson.id),
    callOfTests(5, { customerId: johnnyBeta.id }),
  );
});

test("V21, V22, V26: a reseller finds all calls of its customers with sums, and of one customer alone when it asks for it", async () => {
  const all = await list(owner);
  expect(all.nodes).toHaveLength(9);
  expect(all.totals).toEqual({
    count: 9,
    answered: 9,
    seconds: 303,
    price: { amount: "0.108" },
    cost: { amount: "0.048" },
    margin: { amount: "0.06" },
  });
  const one = await list(owner, { customerId: encodeId("cus", johnSmith.id) });
  expect(
    one.nodes.map(({ charge, cost, margin }) => [charge?.amount.amount, cost?.amount.amount, margin?.amount]),
  ).toEqual([
    [undefined, undefined, undefined],
    ["0.012", "0.005", "0.007"],
    ["0.024", "0.011", "0.013"],
  ]);
  expect(one.totals).toMatchObject({ count: 3, price: { amount: "0.036" } });
  expect((await list("owner@beta.test")).nodes.map(({ problem }) => problem)).toEqual(["NO_PLAN"]);
});

test("V3, U26: each tier sees its own side and nothing deeper or above; cost is for who may see it", async () => {
  const smith = { customerId: encodeId("cus", johnSmith.id) };
  const wholesale = (await list("owner@nord.test", smith)).nodes.at(-1)!;
  expect(wholesale).toMatchObject({ charge: { amount: { amount: "0.011" } }, cost: { amount: { amount: "0.011" } } });
  const seen = await list(agent, smith);
  expect(seen.nodes.at(-1)).toMatchObject({ charge: { amount: { amount: "0.024" } }, cost: null, margin: null });
  expect(seen.totals).toMatchObject({ price: { amount: "0.036" }, cost: null, margin: null });
  const people = { ...jane, permissions: new Set([...jane.permissions, "call.view" as const]) };
  const { data } = await askAs(world, people, source, { filter: day, first: 50 });
  const own = (data as unknown as { calls: Listed }).calls;
  expect(own.nodes).toHaveLength(3);
  expect(own.totals).toMatchObject({ count: 3, price: { amount: "0.036" }, cost: null });
  expect(own.nodes.at(-1)).toMatchObject({ charge: { amount: { amount: "0.024" } }, cost: null, callType: null });
  expect(JSON.stringify(own)).not.toContain("0.011");
  const refused = await askAs(world, people, source, { filter: { ...day, callType: ["FIXED"] }, first: 5 });
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  const nobody = await askAs(world, jane, source, { filter: day, first: 5 });
  expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("VX11: 92 days are answered and a longer time is refused in words; half an hour of a time zone moves calls over midnight", async () => {
  const until = "2026-11-22T00:00:00Z";
  expect((await list(owner, { from: "2026-08-22T00:00:00Z", until })).totals.count).toBe(9);
  const { errors } = await world.graphql(owner, source, { filter: { from: "2026-08-20T00:00:00Z", until }, first: 5 });
  expect(errors?.[0]?.message).toMatch(/At most 92 days/);
  const kolkata = (from: string, to: string) => ({ from: `${from}T00:00:00+05:30`, until: `${to}T00:00:00+05:30` });
  const late = callOfTests(6, { startedAt: new Date("2026-11-21T18:31:00Z") });
  world.clock.set("2026-11-21T19:00:00Z");
  await settle(world, late);
  expect((await list(owner, kolkata("2026-11-21", "2026-11-22"))).totals.count).toBe(9);
  expect((await list(owner, kolkata("2026-11-22", "2026-11-23"))).totals.count).toBe(1);
});

test("calls are found by number, direction, state and sort, page by page without one missing or twice", async () => {
  const found = async (filter: object) => (await list(owner, filter)).totals.count;
  expect(await found({ number: "+1 212" })).toBe(10);
  expect(await found({ number: "447700" })).toBe(10);
  expect(await found({ number: "33" })).toBe(0);
  expect(await found({ number: "nobody" })).toBe(0);
  expect(await found({ direction: "IN" })).toBe(3);
  expect(await found({ state: ["BUSY"] })).toBe(0);
  expect(await found({ callType: ["FIXED"] })).toBe(7);
  expect(await found({ serviceId: "svc_nothing" })).toBe(0);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Listed = await list(owner, {}, { first: 4, after });
    seen.push(...page.nodes.map((node) => (node as unknown as { id: string }).id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect([seen.length, new Set(seen).size]).toEqual([10, 10]);
});

test("VX11: the list is a file by the same filters and within the same sight, with the reseller's hours, half ones too", async () => {
  await givePasswords(world);
  await world.database.rows("update reseller set time_zone = 'Asia/Kolkata' where id = $1", [resellersOfTests.acme.id]);
  const file = async (who: string, filter: Record<string, string>) => {
    const query = new URLSearchParams({ ...day, ...filter });
    return fetch(`${server.api.url}/exports/calls.csv?${query}`, { headers: { cookie: await server.signIn(who) } });
  };
  const linesOf = async (who: string, filter: Record<string, string> = {}) =>
    (await (await file(who, filter)).text()).trimEnd().split("\r\n");
  const smith = { customerId: encodeId("cus", johnSmith.id) };
  const [head, ...lines] = await linesOf(owner, { ...smith, until: "2026-11-21T15:00:00Z" });
  expect(head).toBe(
    "date,direction,callerid,destination,description,destination_type,client_id,client,account,disposition,duration,seconds,free_seconds,currency,total,cost,margin,uniqueid,corrects",
  );
  expect(lines.map((line) => line.replace(/[^,]*,$/, ""))).toEqual([
    "2026-11-21T17:33:00+05:30,IN,+447700900100,+12125550100,,OTHER,123,John Smith (ID: 123),,ANSWERED,10,,,,,,,",
    "2026-11-21T17:32:00+05:30,OUT,+447700900100,+12125550100,USA,FIXED,123,John Smith (ID: 123),,ANSWERED,30,60,0,GBP,0.012,0.005,0.007,",
    "2026-11-21T17:31:00+05:30,OUT,+447700900100,+12125550100,USA,FIXED,123,John Smith (ID: 123),,ANSWERED,61,120,0,GBP,0.024,0.011,0.013,",
  ]);
  expect((await linesOf(owner)).length - 1).toBe((await list(owner)).totals.count);
  expect((await linesOf(agent, smith)).at(-1)).toMatch(/,GBP,0\.024,,,[^,]*,$/);
  expect((await linesOf("owner@nord.test", smith)).at(-1)).toMatch(/,GBP,0\.011,0\.011,0\.00,/);
  expect(await linesOf("owner@beta.test", smith)).toEqual([head]);
  expect(await linesOf(owner, { state: "BUSY,FAILED" })).toEqual([head]);
  const tooLong = await file(owner, { from: "2026-08-20T00:00:00Z" });
  expect([tooLong.status, ((await tooLong.json()) as { message: string }).message]).toEqual([
    400,
    expect.stringMatching(/At most 92 days/),
  ]);
  expect((await file(owner, { form: "x" })).status).toBe(400);
});
