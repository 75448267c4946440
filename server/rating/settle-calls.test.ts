import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { callOfTests, settle as settleIn } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { openAccount } from "../ledger/open-account.ts";
import { postOne } from "../ledger/post.ts";
import { transaction } from "../kernel/context.ts";
import { rateCall } from "./rate-call.ts";
import type { EndedCall } from "./ended-call.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith, johnDoe, johnson, johnnyBeta } = customersOfTests;

const call = callOfTests;
const settle = (...calls: EndedCall[]) => settleIn(world, ...calls);

const legsOf = (callId: string) =>
  rows(
    `select path, seller_path, amount_micros::text as paid, own_micros::text as own, cadenced_seconds as cadenced, billed_seconds as billed
     from call_leg where call_id = $1 order by depth`,
    [callId],
  );

interface Leg {
  readonly path: string;
  readonly paid: string;
}

const paid = async (callId: string) =>
  ((await legsOf(callId)) as Leg[]).map(({ path, paid: micros }) => [path, Number(micros) / 1e6]);

/** What an account has in all, by its kind and place. */
async function balanceOf(kind: string, path: string): Promise<number> {
  const [row] = await rows<{ sum: string }>(
    `select coalesce(sum(b.balance_micros), 0)::text as sum from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.kind = $1 and a.path = $2`,
    [kind, path],
  );
  return Number(row?.sum) / 1e6;
}

const { nord, acme } = resellersOfTests;
const smith = pathOf(johnSmith);
let acmePlan: string;

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [
    ["1", "USA", "0.01", "6/6"],
    ["1234", "Far", "0.2", "6/6"],
    ["44", "UK", "0.1", "30/6/3", "0", "FIXED"],
    ["447", "UK Mobile", "0.006", "30/6", "0.05", "MOBILE"],
  ]);
  await plantPlan(world, "nord", {});
  acmePlan = await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
  await plantPlan(world, "acme", {}, { customer: johnDoe.id });
  world.clock.advance({ hours: 1 });
});

test("V3, BX13: a call of 61 seconds costs the customer 0.024 and its reseller 0.011, in one transaction with both sides of every sale", async () => {
  const asked = call(61);
  const [settled] = await settle(asked);
  expect(settled).toMatchObject({ outcome: "RECORDED", problem: null });
  expect(await paid(settled!.callId)).toEqual([
    [nord.path, 0.011],
    [acme.path, 0.011],
    [smith, 0.024],
  ]);
  const lines = await rows<{ path: string; kind: string; amount: string }>(
    `select p.path, a.kind, p.amount_micros::text as amount from posting p join ledger_account a on a.id = p.account_id
       join ledger_transaction t on t.id = p.transaction_id where t.kind = 'CALL' and t.reference = $1 order by p.line`,
    [`test:${asked.sourceKey}`],
  );
  expect(lines.map(({ path, kind, amount }) => `${path} ${kind} ${amount}`)).toEqual([
    `${acme.path} BILLING -11000`,
    `${nord.path} INCOME 11000`,
    `${smith} BILLING -24000`,
    `${acme.path} INCOME 24000`,
  ]);
  expect(await balanceOf("BILLING", smith)).toBe(-0.024);
});

test("U13: the same call told again, at once or together, is charged once; another one under its key is told apart", async () => {
  const asked = call(60);
  const before = await balanceOf("BILLING", smith);
  const together = await Promise.all([settle(asked), settle(asked), settle(asked)]);
  expect(together.map(([each]) => each!.outcome).toSorted()).toEqual(["RECORDED", "REPEATED", "REPEATED"]);
  const [again, other] = [await settle(asked), await settle({ ...asked, seconds: 59 })];
  expect([again[0]!.outcome, other[0]!.outcome]).toEqual(["REPEATED", "MISMATCH"]);
  const twice = call(60);
  const batch = await settle(twice, { ...twice, seconds: 1 });
  expect(batch.map(({ outcome }) => outcome)).toEqual(["RECORDED", "MISMATCH"]);
  expect(before - (await balanceOf("BILLING", smith))).toBeCloseTo(0.024, 9);
});

test.each([
  ["U2", 60, "12345678901", 0.2],
  ["U16", 32, "447700900123", 0.0536],
  ["U16", 57, "447700900123", 0.056],
  ["U16", 75, "447700900123", 0.0578],
  ["BX1", 3, "442012345678", 0],
  ["BX1", 4, "442012345678", 0.05],
  ["BX1", 31, "442012345678", 0.06],
  ["BX1", 91, "442012345678", 0.16],
  ["U12", 600, "442012345678", 1],
])("%s: %i seconds to %s cost %f", async (_rule, seconds, number, price) => {
  const [settled] = await settle(call(seconds, { customerId: johnDoe.id, called: number, number }));
  expect((await paid(settled!.callId)).at(-1)).toEqual([pathOf(johnDoe), price]);
});

test("what nobody answered, what comes in and what has no price is kept and costs nothing", async () => {
  const before = await rows("select count(*) from posting");
  const settled = await settle(
    call(0, { state: "NO_ANSWER", answeredAt: null }),
    call(0, { state: "BUSY", answeredAt: null }),
    call(61, { direction: "IN" }),
    call(61, { number: null, called: "acme-2", isInternal: true }),
    call(61, { number: "33123456789", called: "33123456789" }),
    call(61, { customerId: johnnyBeta.id }),
  );
  expect(settled.map(({ problem }) => problem)).toEqual([null, null, null, null, "UNKNOWN_PREFIX", "NO_PLAN"]);
  for (const { callId } of settled) expect(await legsOf(callId)).toEqual([]);
  expect(await rows("select count(*) from posting")).toEqual(before);
});

test("a call that was live becomes what it came to, once", async () => {
  const asked = call(61);
  const id = newId();
  await rows(
    `insert into call (id, path, reseller_id, customer_id, source, source_key, digest, direction, caller, called, call_type, state, started_at, seconds, recorded_at)
     values ($1, $2, $3, $4, 'test', $5, '', 'OUT', '447700900100', '12125550100', 'OTHER', 'LIVE', $6, 0, $6)`,
    [id, smith, acme.id, johnSmith.id, asked.sourceKey, t0],
  );
  expect(await settle(asked)).toEqual([{ callId: id, outcome: "RECORDED", problem: null }]);
  expect(await settle(asked)).toEqual([{ callId: id, outcome: "REPEATED", problem: null }]);
  expect((await paid(id)).at(-1)).toEqual([smith, 0.024]);
  await expect(rows("update call set seconds = 1 where id = $1", [id])).rejects.toThrow("is kept");
});

test("a call is priced by what counted when it began, in one batch with later ones", async () => {
  const later = new Date(t0.getTime() + 1_800_000);
  await plantPlanVersion(world, "acme", acmePlan, { markupPercent: "100", cadence: "60/60" }, later);
  const settled = await settle(call(61), call(61, { startedAt: later, answeredAt: later }), call(61));
  const prices = await Promise.all(settled.map(async ({ callId }) => (await paid(callId)).at(-1)![1]));
  expect(prices).toEqual([0.024, 0.04, 0.024]);
});

test("BX14: a line's own plan goes before its customer's, which the other lines have", async () => {
  const [line, other] = [newId(), newId()];
  await plantPlan(
    world,
    "acme",
    { overrides: [{ scope: "US_CANADA", target: "", ratePerMinute: "0.5" }] },
    { customer: johnDoe.id, service: line },
  );
  const priced = async (serviceId: string | null) => {
    const input = {
      buyer: { sellerPath: acme.path, customerId: johnDoe.id, resellerId: null, serviceId },
      path: pathOf(johnDoe),
    };
    const at = new Date(t0.getTime() + 60_000);
    const { rated } = await rateCall(world.as("owner@acme.test"), {
      ...input,
      at,
      number: "12125550100",
      seconds: 60,
      direction: "OUT",
      freeSeconds: 0,
    });
    return rated.at(-1)!.price.priceMicros;
  };
  expect([await priced(line), await priced(other), await priced(null)]).toEqual([500_000n, 10_000n, 10_000n]);
});

test("BX8, U7, U18: a call over the end of the included minutes is split once, for who calls, and a call that costs nothing takes none", async () => {
  const owner = world.as("owner@acme.test");
  await plantPlan(world, "acme", {}, { customer: johnson.id });
  const id = await saveAllowance(owner, { idempotencyKey: newId(), name: newId(), minutes: 1 });
  const slots = [{ slot: "FIXED_LOCAL" as const, allowanceId: encodeId("alw", id) }];
  const customerId = encodeId("cus", johnson.id);
  await assignAllowances(owner, { idempotencyKey: newId(), customerId, cycleDay: 21, slots });
  world.clock.advance({ hours: 1 });
  const startedAt = world.clock.now();
  const more = { customerId: johnson.id, number: "442012345678", startedAt };
  const short = call(3, more);
  const [, , split] = await settle(short, call(60, { ...more, direction: "IN" }), call(180, more));
  const legs = await rows(
    `select path, cadenced_seconds as cadenced, free_seconds as free, billed_seconds as billed, amount_micros::text as paid
     from call_leg where call_id = $1 and depth > 0 order by depth`,
    [split!.callId],
  );
  expect(legs).toEqual([
    { path: acme.path, cadenced: 180, free: 0, billed: 180, paid: "300000" },
    { path: pathOf(johnson), cadenced: 180, free: 60, billed: 120, paid: "200000" },
  ]);
  const drawn = await rows("select seconds from allowance_draw where seconds <> 0");
  expect(drawn).toEqual([{ seconds: 60 }]);
});

test("X6, U34: of many calls at once every tier's margin and the carrier's cost come to what customers pay, and every account to its own side", async () => {
  const calls = Array.from({ length: 120 }, (_, index) =>
    call((index * 37) % 400, {
      customerId: [johnSmith.id, johnDoe.id][index % 2]!,
      number: ["12125550100", "442012345678", "447700900123"][index % 3]!,
    }),
  );
  await Promise.all([0, 40, 80].map((from) => settle(...calls.slice(from, from + 40))));
  const [sums] = await rows<Record<string, string>>(
    `select sum(amount_micros) filter (where path ~ '[.]c[0-9]+[.]$')::text as retail,
       sum(own_micros) filter (where depth = 0)::text as cost,
       (select sum(sold.amount_micros - bought.own_micros)::text from call_leg sold join call_leg bought
        on bought.call_id = sold.call_id and bought.path = sold.seller_path) as margins from call_leg`,
  );
  expect(BigInt(sums!["margins"]!) + BigInt(sums!["cost"]!)).toBe(BigInt(sums!["retail"]!));
  const wrong = await rows(
    `select a.path, a.kind from ledger_account a join ledger_balance b on b.account_id = a.id group by a.id
     having sum(b.balance_micros) is distinct from case a.kind
       when 'BILLING' then (select coalesce(-sum(l.amount_micros), 0) from call_leg l where l.path = a.path and l.depth > 0)
       else (select coalesce(sum(l.amount_micros), 0) from call_leg l where l.seller_path = a.path) end`,
  );
  expect(wrong).toEqual([]);
});

test("a call whose price is more than can be kept has none, and the others told with it are charged", async () => {
  const startedAt = world.clock.now();
  const dear = { markupPercent: "9999", exchangeRate: "999999" };
  await plantPlan(world, "acme", dear, { customer: johnson.id }, startedAt);
  const more = { startedAt, number: "442012345678" };
  const [tooHigh, other] = await settle(call(60, { ...more, customerId: johnson.id }), call(60, more));
  expect([tooHigh, other]).toMatchObject([
    { outcome: "RECORDED", problem: "PRICE_TOO_HIGH" },
    { outcome: "RECORDED", problem: null },
  ]);
  expect([await paid(tooHigh!.callId), (await paid(other!.callId)).length]).toEqual([[], 3]);
});

test("a call that an account has no room for is set aside with a problem, and those told with it are charged", async () => {
  const path = pathOf(johnDoe);
  const [{ micros }] = (await rows(
    `select b.balance_micros::text as micros from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.kind = 'BILLING' and a.path = $1`,
    [path],
  )) as [{ micros: string }];
  const fills = 2n ** 63n - 1n + BigInt(micros) - 250_000n; // room for two calls at 0.10 and no third
  const fill = (reference: string, amount: bigint) =>
    transaction(world.system(), async (tx) => {
      const billing = await openAccount(tx, { path, kind: "BILLING", currency: "GBP" });
      const payments = await openAccount(tx, { path: acme.path, kind: "PAYMENTS", currency: "GBP" });
      const lines = [
        { accountId: billing, micros: -amount },
        { accountId: payments, micros: amount },
      ];
      return postOne(tx, { kind: "PAYMENT", reference, path, description: "All that fits", lines });
    });
  expect(await fill("fill", fills)).toMatchObject({ outcome: "POSTED" });
  const of = (customer: typeof johnDoe) =>
    call(60, { customerId: customer.id, number: "442012345678", startedAt: world.clock.now() });
  const settled = await settle(of(johnDoe), of(johnDoe), of(johnSmith), of(johnDoe), of(johnSmith));
  expect(settled.map(({ outcome, problem }) => [outcome, problem])).toEqual([
    ["RECORDED", null],
    ["RECORDED", null],
    ["RECORDED", null],
    ["RECORDED", "PRICE_TOO_HIGH"],
    ["RECORDED", null],
  ]);
  const [first, , smith, tooLarge] = settled;
  expect((await paid(first!.callId)).length).toBe((await paid(smith!.callId)).length);
  expect(await paid(tooLarge!.callId)).toEqual([]);
  expect(await rows("select problem from call where id = $1", [tooLarge!.callId])).toEqual([
    { problem: "PRICE_TOO_HIGH" },
  ]);
  expect(await fill("empty", -fills)).toMatchObject({ outcome: "POSTED" });
});
