import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { beforeEach, expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { renewAllowances } from "../allowances/renew-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { transaction } from "../kernel/context.ts";
import { callOfTests, settle as settleIn } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { testWorld } from "../testkit/world.ts";
import type { EndedCall } from "./ended-call.ts";
import { settleCorrections } from "./settle-corrections.ts";

// Lines of John Smith's, whose cycle begins on the day of the tests. A minute to his country costs 0.012, counted by minutes.

const world = await testWorld();
const { rows } = world.database;
const calls = await openLiveCalls(world);
const { johnSmith } = customersOfTests;
const smith = pathOf(johnSmith);
const owner = "owner@acme.test";
const minute = 60;

async function ask<T>(source: string, variables: Record<string, unknown>, who = owner): Promise<T> {
  const { data, errors } = await world.graphql(who, source, variables);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

interface Saved extends Refused {
  readonly ratePlan: { readonly id: string; readonly versions: readonly { freeMinutes: number | null }[] } | null;
}

const saveInput = `mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) { ratePlan { id versions { freeMinutes } } userErrors { code path } } }`;
const save = async (input: object): Promise<Saved> =>
  (
    await ask<{ saveRatePlan: Saved }>(saveInput, {
      input: {
        idempotencyKey: newId(),
        name: newId(),
        cadence: { first: 60, step: 60, grace: 0 },
        overrides: [{ scope: "PREFIX", target: "44", ratePerMinute: "0.012" }],
        belowCostReason: "A test",
        ...input,
      },
    })
  ).saveRatePlan;
const planOf = async (freeMinutes: number): Promise<string> => (await save({ freeMinutes })).ratePlan!.id;

async function give(plan: string, line: string, more: object = {}): Promise<string[]> {
  const { assignRatePlan } = await ask<{ assignRatePlan: Refused }>(
    "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code path } } }",
    { input: { idempotencyKey: newId(), id: plan, serviceId: encodeId("svc", line), ...more } },
  );
  world.clock.advance({ seconds: 1 });
  return assignRatePlan.userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
}

async function lineWith(freeMinutes: number): Promise<string> {
  const line = await plantService(world);
  expect(await give(await planOf(freeMinutes), line)).toEqual([]);
  return line;
}

const call = (line: string, seconds: number, more: Partial<EndedCall> = {}) => {
  const startedAt = world.clock.now();
  return callOfTests(seconds, { serviceId: line, number: uk, startedAt, ...more });
};
const settle = (...all: EndedCall[]) => settleIn(world, ...all);

interface Paid {
  readonly free: number;
  readonly billed: number;
  readonly price: number;
}

/** What John Smith stands at for a call, corrections counted in. */
async function paidFor(callId: string): Promise<Paid> {
  const [paid] = await rows<Paid>(
    `select sum(l.free_seconds)::int / 60 as free, sum(l.billed_seconds)::int / 60 as billed, sum(l.amount_micros)::float / 1e6 as price
     from call_leg l join call c on c.id = l.call_id where l.path = $2 and (c.id = $1 or c.corrects_id = $1)`,
    [callId, smith],
  );
  return paid!;
}

async function talk(line: string, minutes: number, more: Partial<EndedCall> = {}): Promise<Paid> {
  const [settled] = await settle(call(line, minutes * minute, more));
  return paidFor(settled!.callId);
}

interface Shown {
  readonly name: string;
  readonly minutes: number;
  readonly count: {
    readonly grantedSeconds: number;
    readonly usedSeconds: number;
    readonly leftSeconds: number;
  } | null;
}

const shown = "name minutes count { grantedSeconds usedSeconds leftSeconds }";

/** Null where the line has none. */
async function left(line: string, who = owner): Promise<number | null> {
  const { service } = await ask<{ service: { allowance: Shown | null } }>(
    `query ($id: ID!) { service(id: $id) { allowance { ${shown} } } }`,
    { id: encodeId("svc", line) },
    who,
  );
  return service.allowance === null ? null : service.allowance.count!.leftSeconds / minute;
}

beforeEach(async () => {
  await calls.settleDown();
  await rows("update ledger_account set cycle_day = 21 where path = $1", [smith]);
});

test("VX19: of 100 free minutes 70 cost 0.00 and the 60 after them 30 × 0.012 = 0.36; another line has its own", async () => {
  const line = await lineWith(100);
  const other = await lineWith(100);
  expect(await talk(line, 70)).toEqual({ free: 70, billed: 0, price: 0 });
  expect(await talk(line, 60)).toEqual({ free: 30, billed: 30, price: 0.36 });
  expect([await left(line), await left(other)]).toEqual([0, 100]);
  expect(await talk(line, 10)).toEqual({ free: 0, billed: 10, price: 0.12 });
  expect(await talk(other, 130)).toEqual({ free: 100, billed: 30, price: 0.36 });
  const none = await plantService(world);
  expect([await left(none), (await talk(none, 1)).free]).toEqual([null, 0]);
});

test("VX19: a record that comes twice, two settlers at once and a correction take each minute once, and a new price keeps what was free", async () => {
  const plan = await planOf(100);
  const line = await plantService(world);
  await give(plan, line);
  const asked = call(line, 70 * minute);
  const settled = (await Promise.all([settle(asked), settle(asked, asked), settle(asked)])).flat();
  expect(settled.filter(({ outcome }) => outcome === "RECORDED")).toHaveLength(1);
  expect(await left(line)).toBe(30);
  const beside = await Promise.all([1, 2, 3, 4].map(() => talk(line, 20)));
  expect(beside.reduce((sum, { free }) => sum + free, 0)).toBe(30);
  expect(await left(line)).toBe(0);
  const { callId } = settled[0]!;
  const told = call(line, 50 * minute, { startedAt: asked.startedAt });
  const corrects = { source: asked.source, sourceKey: asked.sourceKey };
  const correct = () => transaction(world.system(), (tx) => settleCorrections(tx, [{ call: told, corrects }]));
  expect([(await correct())[0]!.outcome, (await correct())[0]!.outcome]).toEqual(["RECORDED", "REPEATED"]);
  expect([await left(line), await paidFor(callId)]).toEqual([20, { free: 50, billed: 0, price: 0 }]);

  const late = await settle(call(line, 30 * minute));
  expect(await paidFor(late[0]!.callId)).toEqual({ free: 20, billed: 10, price: 0.12 });
  await rows(
    "update rate_plan_version set overrides = replace(overrides::text, '0.012', '0.02')::jsonb where plan_id = $1",
    [decodeId("rpl", plan)],
  );
  const range = {
    from: world.clock.now().toISOString(),
    until: new Date(world.clock.now().getTime() + 1_000).toISOString(),
  };
  const { planRerating } = await ask<{ planRerating: { fingerprint: string; changed: number } }>(
    "query ($input: PlanReratingInput!) { planRerating(input: $input) { fingerprint changed } }",
    { input: range },
  );
  const input = { ...range, fingerprint: planRerating.fingerprint, idempotencyKey: newId(), reason: "A test" };
  await ask("mutation ($input: RerateCallsInput!) { rerateCalls(input: $input) { userErrors { code } } }", { input });
  expect(await paidFor(late[0]!.callId)).toEqual({ free: 20, billed: 10, price: 0.2 });
  expect(await left(line)).toBe(0);
});

test("U6: a switch is let know them, nothing is set aside for them, and other lines' minutes are not spoken for", async () => {
  const [line, other] = [await lineWith(1), await lineWith(1)];
  const [accounts] = [
    await rows<{ id: string; account: string }>("select id, account from service where id in ($1, $2)", [line, other]),
  ];
  const accountOf = (id: string) => accounts.find((each) => each.id === id)!.account;
  await calls.terms(smith, "POSTPAID", 0n);
  await calls.balance(0);
  const one = await calls.authorise(uk, newId(), accountOf(line));
  expect([one.verdict, one.seconds, await calls.held()]).toEqual(["ALLOWED", 60, "0"]);
  // A second call of the same line finds nothing left, one of another line has its own.
  expect(await calls.why(uk, accountOf(line))).toBe("CREDIT_LIMIT_REACHED");
  const two = await calls.authorise(uk, newId(), accountOf(other));
  expect([two.verdict, two.seconds, await calls.held()]).toEqual(["ALLOWED", 60, "0"]);
  expect(await calls.why()).toBe("CREDIT_LIMIT_REACHED");
});

test("simulated for a line a call has what is left to the line, unless said otherwise, and a line of nobody's is not found", async () => {
  const line = await lineWith(100);
  await talk(line, 70);
  const input = { to: uk, seconds: 60 * minute, serviceId: encodeId("svc", line) };
  const source = `query ($input: SimulateCallInput!) { simulateCall(input: $input) { allowedSeconds steps { freeSeconds billedSeconds price { amount } } } }`;
  const simulate = async (more: object) => {
    const { simulateCall } = await ask<{ simulateCall: { allowedSeconds: number; steps: object[] } }>(source, {
      input: { ...input, ...more },
    });
    return [simulateCall.allowedSeconds, simulateCall.steps.at(-1)];
  };
  expect(await simulate({ balance: "0.12" })).toEqual([
    40 * minute,
    { freeSeconds: 30 * minute, billedSeconds: 30 * minute, price: { amount: "0.36" } },
  ]);
  expect((await simulate({ allowanceSeconds: 0, balance: "0.12" }))[0]).toBe(10 * minute);
  const both = await world.graphql(owner, source, { input: { ...input, customerId: encodeId("cus", johnSmith.id) } });
  expect(both.errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  const nobody = await world.graphql(owner, source, { input: { ...input, serviceId: encodeId("svc", newId()) } });
  expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
});

test("VX19: a plan says how many, none with 0 and never fewer; its customer sees them on its page, and nobody above its seller", async () => {
  expect((await save({ freeMinutes: 0 })).ratePlan!.versions).toEqual([{ freeMinutes: null }]);
  expect((await save({ freeMinutes: 100 })).ratePlan!.versions).toEqual([{ freeMinutes: 100 }]);
  for (const freeMinutes of [-1, 1_000_001]) {
    expect((await save({ freeMinutes })).userErrors).toEqual([{ code: "INVALID", path: ["freeMinutes"] }]);
  }
  const line = await lineWith(7);
  const source = `query ($id: ID!) { customer(id: $id) { allowances { cycleDay held { name } ofLines { serviceId serviceName minutes count { leftSeconds } } } } }`;
  interface Page {
    readonly customer: { readonly allowances: { readonly ofLines: readonly { serviceId: string }[] } | null };
  }
  const id = encodeId("cus", johnSmith.id);
  const { customer } = await ask<Page>(source, { id });
  const mine = customer.allowances!.ofLines.find(({ serviceId }) => serviceId === encodeId("svc", line));
  expect(mine).toMatchObject({ serviceName: "A service of tests", minutes: 7, count: { leftSeconds: 420 } });
  const above = await ask<Page>(source, { id }, "owner@nord.test");
  expect([above.customer.allowances, await left(line, "owner@nord.test")]).toEqual([null, null]);
  await rows("update service set state = 'TERMINATED', ends_on = '2027-01-01' where id = $1", [line]);
  const after = (await ask<Page>(source, { id })).customer.allowances!.ofLines;
  expect(after.some(({ serviceId }) => serviceId === encodeId("svc", line))).toBe(false);
});

test("a line's own minutes go before its customer's, which its other lines share, and short or unbilled calls take none (U18)", async () => {
  const line = await lineWith(10);
  const bare = await plantService(world);
  const given = { idempotencyKey: newId(), name: newId(), minutes: 20 };
  const allowanceId = encodeId("alw", await saveAllowance(world.as(owner), given));
  const customerId = encodeId("cus", johnSmith.id);
  const assign = (slots: readonly { slot: "NUMBERS"; allowanceId: string }[]) =>
    assignAllowances(world.as(owner), { idempotencyKey: newId(), customerId, cycleDay: 21, slots });
  await assign([{ slot: "NUMBERS", allowanceId }]);
  world.clock.advance({ seconds: 1 });
  expect((await talk(line, 0)).free).toBe(0);
  expect(await talk(line, 5, { state: "NO_ANSWER", answeredAt: null })).toMatchObject({ free: null });
  expect([await left(line), (await talk(line, 14)).free, await left(line)]).toEqual([10, 14, 0]);
  expect((await talk(bare, 20)).free).toBe(16);
  // What the customer is given instead is not the line's, and does not end the line's.
  await assign([]);
  world.clock.advance({ days: 31 });
  await renewAllowances(world.system());
  expect([await left(line), (await talk(line, 12)).free, (await talk(bare, 1)).free]).toEqual([10, 10, 0]);
});

test("another plan within a cycle: its minutes for the days that are left, nothing goes over, and what comes back gives nothing twice", async () => {
  world.clock.set("2027-01-31T12:00:00Z");
  const [hundred, fifty, none] = [await planOf(100), await planOf(50), await planOf(0)];
  const line = await plantService(world);
  await give(hundred, line);
  // 21 January to 21 February are 31 days, and 21 of them are left.
  expect(await left(line)).toBeCloseTo((100 * 21) / 31, 1);
  await talk(line, 40);
  const rest = await left(line);
  expect(await give(hundred, line)).toEqual([]);
  expect(await left(line)).toBe(rest);
  await save({ id: hundred, name: newId(), freeMinutes: 500 });
  expect(await left(line)).toBe(rest);
  await give(fifty, line);
  expect(await left(line)).toBeCloseTo((50 * 21) / 31, 1);
  await give(none, line);
  expect(await left(line)).toBeNull();
  await give(fifty, line);
  expect(await left(line)).toBeCloseTo((50 * 21) / 31, 1);
  await talk(line, 10);
  await give(none, line);
  await give(fifty, line);
  expect(await left(line)).toBeCloseTo((50 * 21) / 31 - 10, 1);
  world.clock.set("2027-02-21T00:00:01Z");
  await renewAllowances(world.system());
  expect(await left(line)).toBe(50);
  const later = { effectiveFrom: new Date(world.clock.now().getTime() + 86_400_000).toISOString() };
  expect(await give(hundred, line, later)).toEqual(["INVALID effectiveFrom"]);
  expect(await give(none, line, later)).toEqual([]);
  expect([await left(line), await give(fifty, line)]).toEqual([50, ["INVALID effectiveFrom"]]);
  world.clock.advance({ days: 1 });
  expect(await left(line)).toBeNull();
});
