import type { AllowanceSlot, CallScope } from "@tierline/shared/allowance.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { drawAllowances, remainingAllowance, returnAllowances, type AllowanceDraw } from "./draw-allowances.ts";
import { assignAllowances } from "./assign-allowances.ts";
import { renewAllowances } from "./renew-allowances.ts";
import { saveAllowance } from "./save-allowance.ts";

const world = await testWorld();
const owner = world.as("owner@acme.test");
const { johnSmith, johnDoe, johnson, johnnyBeta } = customersOfTests;

beforeAll(async () => {
  await plantCustomers(world);
  await world.database.rows("update reseller set time_zone = 'America/Sao_Paulo' where id = $1", [
    resellersOfTests.acme.id,
  ]);
});

async function allowance(minutes: number, more: object = {}): Promise<string> {
  const id = await saveAllowance(owner, { idempotencyKey: newId(), name: newId(), minutes, ...more });
  return encodeId("alw", id);
}

/** By slot: the id of an allowance, or `local`. */
type Slots = Partial<Record<AllowanceSlot, string>>;

function give(customer: { readonly id: string }, slots: Slots, cycleDay = 15, context = owner): Promise<string> {
  const given = Object.entries(slots).map(([slot, what]) => ({
    slot: slot as AllowanceSlot, // its keys
    ...(what === "local" ? { drawsFromLocal: true } : { allowanceId: what }),
  }));
  const customerId = encodeId("cus", customer.id);
  return assignAllowances(context, { idempotencyKey: newId(), customerId, cycleDay, slots: given });
}

function call(customer: { readonly id: string }, scope: CallScope | null, minutes: number, more: object = {}) {
  const at = world.clock.now();
  const called = { callKey: newId(), digits: "551132215678", cadencedSeconds: minutes * 60, at };
  return { customerId: customer.id, scope, ...called, ...more } satisfies AllowanceDraw;
}

async function draw(...draws: readonly AllowanceDraw[]): Promise<number[]> {
  const free = await transaction(world.system(), (tx) => drawAllowances(tx, draws));
  return free.map((parts) => parts.reduce((sum, { seconds }) => sum + seconds, 0));
}

async function left(
  customer: { readonly id: string },
  scope: CallScope | null,
  digits = "551132215678",
  at = world.clock.now(),
) {
  const asked = { customerId: customer.id, scope, digits, at };
  const seconds = await remainingAllowance(world.system(), asked);
  const [row] = await world.database.rows<{ left: number }>("select allowance_left($1, $2, $3, $4) as left", [
    customer.id,
    scope,
    digits,
    at,
  ]);
  expect(row!.left).toBe(seconds);
  return seconds / 60;
}

test("BX5: given on 21 November with cycle day 15 there are 80 minutes of 100; all of them are there from 15 December 00:00 in São Paulo on", async () => {
  await give(johnSmith, { FIXED_LOCAL: await allowance(100, { fee: "49.90" }) });
  expect(await left(johnSmith, "FIXED_LOCAL")).toBe(80);
  expect(await chargesOf(johnSmith)).toEqual(["2026-11-21 39.92"]);
  world.clock.set("2026-12-14T20:00:00Z");
  expect(await draw(call(johnSmith, "FIXED_LOCAL", 40))).toEqual([2_400]);
  world.clock.set("2026-12-15T02:59:59Z");
  expect(await left(johnSmith, "FIXED_LOCAL")).toBe(40);
  world.clock.set("2026-12-15T03:00:00Z");
  expect(await left(johnSmith, "FIXED_LOCAL")).toBe(100);
  expect(await renewAllowances(world.system())).toBe(1);
  expect(await renewAllowances(world.system())).toBe(0);
  expect(await left(johnSmith, "FIXED_LOCAL")).toBe(100);
  await renewCharges(world.system());
  expect(await chargesOf(johnSmith)).toEqual(["2026-11-21 39.92", "2026-12-15 49.90"]);
  const late = call(johnSmith, "FIXED_LOCAL", 50, { at: new Date("2026-12-15T02:00:00Z") });
  expect(await draw(late)).toEqual([2_400]);
  expect(await left(johnSmith, "FIXED_LOCAL")).toBe(100);
});

test("BX8, B10: a call over the boundary is split; the same allowance in two slots has two counters", async () => {
  const hundred = await allowance(100);
  await give(johnDoe, { FIXED_LOCAL: hundred, MOBILE_LOCAL: hundred }, dayOfNow());
  expect(await draw(call(johnDoe, "FIXED_LOCAL", 99), call(johnDoe, "FIXED_LOCAL", 3))).toEqual([5_940, 60]);
  expect(await left(johnDoe, "FIXED_LOCAL")).toBe(0);
  expect(await left(johnDoe, "MOBILE_LOCAL")).toBe(100);
});

test("a repeated draw answers what the first one did and takes nothing, in the same statement and at the same time too; U18: nothing takes nothing", async () => {
  await give(johnson, { FIXED_LOCAL: await allowance(100) }, dayOfNow());
  const first = call(johnson, "FIXED_LOCAL", 10);
  expect(await draw(first, first, call(johnson, "FIXED_LOCAL", 0))).toEqual([600, 600, 0]);
  const all = await Promise.all([1, 2, 3, 4].map(() => draw({ ...first, cadencedSeconds: 6_000 })));
  expect(all).toEqual([[600], [600], [600], [600]]);
  const together = await Promise.all(Array.from({ length: 12 }, () => draw(call(johnson, "FIXED_LOCAL", 10))));
  expect(together.flat().filter((seconds) => seconds === 600)).toHaveLength(9);
  expect(await left(johnson, "FIXED_LOCAL")).toBe(0);
  const nothing = call(johnson, "FIXED_LOCAL", 10);
  expect(await draw(nothing)).toEqual([0]);
  await transaction(world.system(), (tx) => returnAllowances(tx, [first.callKey]));
  await transaction(world.system(), (tx) => returnAllowances(tx, [first.callKey]));
  expect(await left(johnson, "FIXED_LOCAL")).toBe(10);
  expect(await draw(first, nothing, call(johnson, "FIXED_LOCAL", 25))).toEqual([0, 0, 600]);
});

test("BX7, B11: ticked, long distance draws on local of its kind; not ticked it has nothing, and mobile never draws on fixed", async () => {
  const hundred = await allowance(100);
  await give(johnson, { FIXED_LOCAL: hundred, FIXED_LONG_DISTANCE: "local" }, dayOfNow());
  await give(johnson, {}, dayOfNow());
  await give(johnson, { FIXED_LOCAL: hundred, FIXED_LONG_DISTANCE: "local" }, dayOfNow());
  const calls = [call(johnson, "FIXED_LOCAL", 60), call(johnson, "FIXED_LONG_DISTANCE", 50)];
  expect(await draw(...calls, call(johnson, "MOBILE_LONG_DISTANCE", 5))).toEqual([3_600, 2_400, 0]);
  await give(johnson, {}, dayOfNow());
  await give(johnson, { FIXED_LOCAL: hundred }, dayOfNow());
  expect(await draw(call(johnson, "FIXED_LOCAL", 60), call(johnson, "FIXED_LONG_DISTANCE", 50))).toEqual([3_600, 0]);
  expect(await left(johnson, "FIXED_LOCAL")).toBe(40);
});

test("U15: 100 minutes for prefixes, 70 used, 20 at most go over: 120 in the next month, and a late call draws on the 10 that did not", async () => {
  const british = await allowance(100, { prefixes: ["+44", "353"], rolloverMinutesMax: 20 });
  await give(johnDoe, { NUMBERS: british }, dayOfNow());
  const digits = "442012345678";
  const began = world.clock.now();
  expect(await draw(call(johnDoe, null, 70, { digits }), call(johnDoe, null, 5, { digits: "33123456789" }))).toEqual([
    4_200, 0,
  ]);
  world.clock.advance({ days: 31 });
  await renewAllowances(world.system());
  expect(await left(johnDoe, "FIXED_INTERNATIONAL", digits)).toBe(120);
  expect(await draw(call(johnDoe, null, 30, { digits, at: began }))).toEqual([600]);
  expect(await left(johnDoe, null, digits)).toBe(120);
});

test("an allowance that was taken away gives to calls that began before, and never to what came before it was given", async () => {
  const at = world.clock.now();
  world.clock.advance({ hours: 1 });
  await give(johnson, { FIXED_INTERNATIONAL: await allowance(10) }, dayOfNow());
  world.clock.advance({ hours: 1 });
  const during = world.clock.now();
  world.clock.advance({ hours: 1 });
  await give(johnson, {}, dayOfNow());
  world.clock.advance({ days: 40 });
  const scope = "FIXED_INTERNATIONAL";
  expect(
    await draw(call(johnson, scope, 1, { at }), call(johnson, scope, 1, { at: during }), call(johnson, scope, 1)),
  ).toEqual([0, 60, 0]);
});

test("what cannot be is refused, all of it at once, and nothing is written", async () => {
  const refusalsOf = async (work: Promise<unknown>) => {
    const error: unknown = await work.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Rejection);
    return (error as Rejection).refusals.map(({ code, path }) => `${code} ${path?.join(".")}`);
  };
  const british = await allowance(10, { prefixes: ["44"] });
  const gone = await allowance(10, { isOffered: false });
  const counts = () => world.database.rows("select count(*) from customer_allowance");
  const before = await counts();
  expect(
    await refusalsOf(
      give(
        johnSmith,
        {
          FIXED_LONG_DISTANCE: "local",
          MOBILE_LOCAL: "local",
          FIXED_LOCAL: british,
          MOBILE_INTERNATIONAL: gone,
          FIXED_INTERNATIONAL: encodeId("alw", newId()),
        },
        32,
      ),
    ),
  ).toEqual([
    "INVALID cycleDay",
    "INVALID slots.1.drawsFromLocal",
    "INVALID slots.2.slot",
    "STATE_CONFLICT slots.3.allowanceId",
    "UNKNOWN_REFERENCE slots.4.allowanceId",
  ]);
  const [kept] = await world.database.rows<{ allowance_id: string }>(
    "select allowance_id from customer_allowance where customer_id = $1 and ended_at is null",
    [johnSmith.id],
  );
  const sameAgain = { FIXED_LOCAL: encodeId("alw", kept!.allowance_id) };
  expect(await refusalsOf(give(johnSmith, sameAgain, 16))).toEqual(["STATE_CONFLICT cycleDay"]);
  expect(await refusalsOf(give(johnSmith, { FIXED_LONG_DISTANCE: "local" }))).toEqual([
    "REQUIRED slots.0.drawsFromLocal",
  ]);
  const other = world.as("owner@beta.test");
  expect(await refusalsOf(give(johnnyBeta, { FIXED_LOCAL: british }, 1, other))).toEqual([
    "UNKNOWN_REFERENCE slots.0.allowanceId",
  ]);
  await expect(give(johnSmith, {}, 1, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(give(johnSmith, {}, 1, world.as("owner@nord.test"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  const wrong = {
    idempotencyKey: newId(),
    name: "",
    minutes: 0,
    fee: "1.001",
    prefixes: ["4x"],
    rolloverMinutesMax: -1,
  };
  expect(await refusalsOf(saveAllowance(owner, wrong))).toEqual([
    "REQUIRED name",
    "INVALID minutes",
    "INVALID rolloverMinutesMax",
    "INVALID fee",
    "INVALID prefixes.0",
  ]);
  expect(await counts()).toEqual(before);
});

test("who has an allowance keeps it as it was when it changes; the same again changes nothing and is told to nobody", async () => {
  const saved = { idempotencyKey: newId(), name: "Evening", minutes: 30 };
  const id = encodeId("alw", await saveAllowance(owner, saved));
  const day = dayOfNow();
  await give(johnSmith, { MOBILE_INTERNATIONAL: id }, day);
  await saveAllowance(owner, { ...saved, idempotencyKey: newId(), id, minutes: 5 });
  world.clock.advance({ days: 35 });
  expect(await left(johnSmith, "MOBILE_INTERNATIONAL")).toBe(30);
  const entries = () => world.database.rows("select count(*) from audit_entry");
  const before = await entries();
  await give(johnSmith, { MOBILE_INTERNATIONAL: id }, day);
  await saveAllowance(owner, { ...saved, idempotencyKey: newId(), id, minutes: 5 });
  expect(await entries()).toEqual(before);
});

test("BX5: what an allowance would give from today on is told beforehand; buyer and seller see what there is and how much of it was used, nobody else", async () => {
  world.clock.set("2027-11-21T15:00:00Z");
  const id = await allowance(100, { fee: "49.90" });
  const preview = "{ allowances { id firstCycle(cycleDay: 15) { endsOn days ofDays seconds fee { amount } } } }";
  const { data } = await world.graphql("agent@acme.test", preview);
  const all = (data as { allowances: { id: string; firstCycle: object }[] }).allowances;
  expect(all.find((each) => each.id === id)!.firstCycle).toEqual({
    endsOn: "2027-12-15",
    days: 24,
    ofDays: 30,
    seconds: 4_800,
    fee: { amount: "39.92" },
  });
  const assign = `mutation ($input: AssignAllowancesInput!) { assignAllowances(input: $input) { userErrors { code } customer {
    allowances { cycleDay isUsableAtZero held { slot name drawsFromLocal allowanceId count { endsOn leftSeconds } } } } } }`;
  const slots = [
    { slot: "FIXED_LONG_DISTANCE", drawsFromLocal: true },
    { slot: "FIXED_LOCAL", allowanceId: id },
  ];
  const customerId = encodeId("cus", johnson.id);
  const input = { idempotencyKey: newId(), customerId, cycleDay: 15, isUsableAtZero: true, slots };
  const made = await world.graphql("owner@acme.test", assign, { input });
  expect(made.errors).toBeUndefined();
  expect(made.data).toMatchObject({
    assignAllowances: {
      userErrors: [],
      customer: {
        allowances: {
          cycleDay: 15,
          isUsableAtZero: true,
          held: [
            { slot: "FIXED_LOCAL", allowanceId: id, count: { endsOn: "2027-12-15", leftSeconds: 4_800 } },
            { slot: "FIXED_LONG_DISTANCE", name: null, drawsFromLocal: true, allowanceId: null, count: null },
          ],
        },
      },
    },
  });
  await draw(call(johnson, "FIXED_LONG_DISTANCE", 20));
  world.clock.set("2027-12-16T15:00:00Z");
  const counted = `query ($id: ID!) { customer(id: $id) { allowances { held { slot count { startsOn leftSeconds usedSeconds }
    pastCounts { startsOn usedSeconds } } } } }`;
  const seenBy = async (email: string) => (await world.graphql(email, counted, { id: customerId })).data;
  const held = [
    {
      slot: "FIXED_LOCAL",
      count: { startsOn: "2027-12-15", leftSeconds: 6_000, usedSeconds: 0 },
      pastCounts: [{ startsOn: "2027-11-21", usedSeconds: 1_200 }],
    },
    { slot: "FIXED_LONG_DISTANCE", count: null, pastCounts: [] },
  ];
  expect(await seenBy("agent@acme.test")).toEqual({ customer: { allowances: { held } } });
  expect((await askAs(world, jane, counted, { id: customerId })).errors?.[0]?.originalError).toMatchObject({
    code: "FORBIDDEN",
  });
  const allowed = { ...jane, permissions: new Set([...jane.permissions, "balance.view" as const]) };
  expect((await askAs(world, allowed, counted, { id: customerId })).data).toEqual({
    customer: { allowances: { held } },
  });
  expect(await seenBy("owner@nord.test")).toEqual({ customer: { allowances: null } });
  expect(await seenBy("owner@beta.test")).toEqual({ customer: null });
});

/** By the first day of what they pay for. */
async function chargesOf({ id }: { readonly id: string }): Promise<string[]> {
  const rows = await world.database.rows<{ line: string }>(
    `select period_from || ' ' || round(amount_micros / 1e6, 2) as line from charge where customer_id = $1 order by period_from`,
    [id],
  );
  return rows.map(({ line }) => line);
}

/** So that a whole cycle begins now. */
function dayOfNow(): number {
  return Number(
    new Intl.DateTimeFormat("en", { timeZone: "America/Sao_Paulo", day: "numeric" }).format(world.clock.now()),
  );
}
