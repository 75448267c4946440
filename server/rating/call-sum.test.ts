import { beforeAll, expect, test } from "vitest";
import { inTier, transaction } from "../kernel/context.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { foldCallSums } from "./fold-call-sums.ts";
import { settleCalls } from "./settle-calls.ts";
import { settleCorrections } from "./settle-corrections.ts";

const world = await testWorld();
const { johnSmith, johnDoe } = customersOfTests;
const { acme, nord } = resellersOfTests;

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [["1", "USA", "0.01", "6/6"]]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
});

interface Sum {
  readonly quarter: string;
  readonly buyer: string;
  readonly calls: number;
  readonly seconds: number;
  readonly charge: string;
  readonly cost: string;
  readonly rows: number;
}

function sumsOf(path: string): Promise<Sum[]> {
  return world.database.rows<Sum>(
    `select to_char(quarter at time zone 'UTC', 'HH24:MI') as quarter, buyer_path as buyer, sum(calls)::int as calls,
       sum(seconds)::int as seconds, sum(charge_micros)::text as charge, sum(cost_micros)::text as cost, count(*)::int as rows
     from call_sum where path = $1 group by quarter, buyer_path order by quarter, buyer_path`,
    [path],
  );
}

const quarterOf = (minutes: number) => new Date(t0.getTime() + minutes * 60_000);

test("two that settle calls of one seller and one quarter at the same time wait for nobody, and nothing of it is lost while it is folded", async () => {
  const first = callOfTests(61);
  const again = callOfTests(61, { customerId: johnDoe.id });
  const unanswered = callOfTests(0, { state: "NO_ANSWER", answeredAt: null });
  const fold = () => foldCallSums(world.system());
  await settle(world, first, unanswered);
  await transaction(world.system(), async (tx) => {
    await settleCorrections(tx, [{ call: { ...first, sourceKey: "not yet", seconds: 121 }, corrects: first }]);
    // The legs alone: the accounts of the ledger have locks of their own.
    const other = transaction(world.system(), async ({ em }) => {
      await em.execute(
        `insert into call_leg select n.id, l.path, seller_path, depth, currency, rate, connect_fee, included_seconds, cadence, cadenced_seconds,
           free_seconds, billed_seconds, amount_micros, own_currency, own_micros, plan_id, version_id, deck_id, rule, l.started_at
         from call_leg l join call c on c.id = l.call_id and c.source_key = ? join call n on n.source_key = ?`,
        [first.sourceKey, unanswered.sourceKey],
      );
      throw new Error("only tried");
    });
    await expect(other).rejects.toThrow("only tried");
    await fold();
  });
  await settle(world, again, callOfTests(61, { startedAt: quarterOf(16) }));
  const told = await sumsOf(acme.path);
  const smith = pathOf(johnSmith);
  const doe = pathOf(johnDoe);
  expect(told).toMatchObject([
    { quarter: "12:00", buyer: "", calls: 2, seconds: 182, charge: "60000", cost: "32000" },
    { quarter: "12:00", buyer: smith, calls: 1, seconds: 121, charge: "36000", cost: "21000" },
    { quarter: "12:00", buyer: doe, calls: 1, seconds: 61, charge: "24000", cost: "11000" },
    { quarter: "12:15", buyer: "", calls: 1, seconds: 61, charge: "24000", cost: "11000" },
    { quarter: "12:15", buyer: smith, calls: 1, seconds: 61, charge: "24000", cost: "11000" },
  ]);
  expect(told.some(({ rows }) => rows > 1)).toBe(true);
  await Promise.all([fold(), fold()]);
  await fold();
  expect(await sumsOf(acme.path)).toEqual(told.map((sum) => ({ ...sum, rows: 1 })));
  expect(await fold()).toBe(0);
});

test("told again, a call is in the sums once; rolled back, it is in none", async () => {
  const before = await sumsOf(acme.path);
  const call = callOfTests(61, { startedAt: quarterOf(31) });
  await settle(world, call);
  await settle(world, call);
  await transaction(world.system(), async (tx) => {
    await settleCalls(tx, [callOfTests(61, { startedAt: quarterOf(46) })]);
    throw new Error("not this one");
  }).catch(() => undefined);
  const after = await sumsOf(acme.path);
  expect(after.slice(before.length).map(({ quarter, calls }) => [quarter, calls])).toEqual([
    ["12:30", 1],
    ["12:30", 1],
  ]);
});

test("no buyer reads what its seller pays, and who sees named customers alone reads no sum over all of them", async () => {
  const seen = (path: string) =>
    transaction(inTier(world.system(), path), (tx) =>
      tx.em.execute<{ path: string }[]>("select distinct path from call_sum order by path"),
    );
  expect(await seen(nord.path)).toEqual([{ path: nord.path }, { path: acme.path }]);
  expect(await seen(acme.path)).toEqual([{ path: acme.path }]);
  expect(await seen(pathOf(johnSmith))).toEqual([]);
  await expect(
    transaction(world.system(), (tx) => tx.em.execute("update call_sum set cost_micros = 0")),
  ).rejects.toThrow(/permission denied/);
});
