import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
await plantCatalogOfTests(world);
const { rows } = world.database;
const owner = "owner@acme.test";
const { johnSmith } = customersOfTests;

async function ask<T>(source: string, input: object): Promise<T> {
  const { data, errors } = await world.graphql(owner, source, { input: { idempotencyKey: newId(), ...input } });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

const fees = { setupFee: "1.00", monthlyFee: "2.00" };
const saved = `mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) { ratePlan { id versions { markupFixed markupPercent cadence
  setupFee { amount currency } monthlyFee { amount currency } } } userErrors { code path } } }`;

interface Saved {
  readonly ratePlan: { readonly id: string; readonly versions: readonly object[] } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const save = async (input: object): Promise<Saved> =>
  (await ask<{ saveRatePlan: Saved }>(saved, { name: newId(), ...input })).saveRatePlan;
const planOf = async (input: object): Promise<string> => (await save(input)).ratePlan!.id;

async function give(id: string, line: string, more: object = {}): Promise<string[]> {
  const source =
    "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code path } } }";
  const input = { id, serviceId: encodeId("svc", line), ...more };
  const { assignRatePlan } = await ask<{ assignRatePlan: Omit<Saved, "ratePlan"> }>(source, input);
  world.clock.advance({ seconds: 1 });
  return assignRatePlan.userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
}

const line = () => plantService(world, johnSmith, { serviceType: "VOIP", name: "Desk" });

/** What a deed takes from the balance. */
async function taken(deed: () => Promise<unknown>): Promise<number> {
  const balance = async () => {
    const [row] = await rows<{ micros: string }>(
      `select sum(b.balance_micros)::text as micros from ledger_account a join ledger_balance b on b.account_id = a.id
       where a.path = $1 and a.kind = 'BILLING'`,
      [pathOf(johnSmith)],
    );
    return Number(row!.micros);
  };
  const before = await balance();
  await deed();
  return (before - (await balance())) / 1_000_000;
}

const nextOf = async (service: string): Promise<string[]> =>
  (
    await rows<{ due: string }>(
      "select next_from::text as due from recurring_charge where service_id = $1 and state <> 'STOPPED'",
      [service],
    )
  ).map(({ due }) => due);
const renew = () => taken(() => renewCharges(world.system()));

test("a plan's fees are saved with its markup and its way of counting, and changed from a time on; none is no fee", async () => {
  const terms = { markupFixed: "0.01", markupPercent: "50", cadence: { first: 60, step: 60, grace: 0 } };
  const { ratePlan } = await save({ ...terms, ...fees });
  const gbp = (amount: string) => ({ amount, currency: "GBP" });
  expect(ratePlan!.versions).toEqual([
    {
      markupFixed: "0.01",
      markupPercent: "50",
      cadence: "60/60",
      setupFee: gbp("1.00"),
      monthlyFee: gbp("2.00"),
    },
  ]);
  world.clock.advance({ seconds: 1 });
  const changed = await save({ id: ratePlan!.id, ...terms, setupFee: "0", monthlyFee: "2.50" });
  expect(changed.ratePlan!.versions).toMatchObject([{ setupFee: null, monthlyFee: gbp("2.50") }]);
  const { userErrors } = await save({ setupFee: "-1", monthlyFee: "-0.01" });
  expect(userErrors).toEqual([
    { code: "INVALID", path: ["setupFee"] },
    { code: "INVALID", path: ["monthlyFee"] },
  ]);
});

test("V12, U20: a plan of 1.00 and 2.00 a month takes 1.00 of a line at once, or never, and 2.00 on each next billing date", async () => {
  const plan = await planOf(fees);
  const [now, never] = [await line(), await line()];
  expect(await taken(() => give(plan, now))).toBe(1);
  expect(await taken(() => give(plan, never, { chargeSetupFee: false, nextBillingOn: "2026-12-01" }))).toBe(0);
  expect([await nextOf(now), await nextOf(never)]).toEqual([["2026-12-21"], ["2026-12-01"]]);
  world.clock.advance({ days: 10 });
  expect(await renew()).toBe(2);
  expect([await nextOf(now), await nextOf(never)]).toEqual([["2026-12-21"], ["2027-01-01"]]);
  expect(await renew()).toBe(0);
  // The same plan once more, by whoever else: it is charged already.
  expect(await taken(() => give(plan, now))).toBe(0);
  expect(await nextOf(now)).toEqual(["2026-12-21"]);
  // What is asked from today on is asked today.
  const today = await line();
  expect(await taken(() => give(plan, today, { nextBillingOn: "2026-12-01" }))).toBe(3);
  expect(await nextOf(today)).toEqual(["2027-01-01"]);
});

test("another plan ends what was charged for the one before and gives nothing back; the end of the line ends both, once and for all", async () => {
  const [first, second] = [await planOf(fees), await planOf({ setupFee: "5.00", monthlyFee: "7.00" })];
  const service = await line();
  expect(await taken(() => give(first, service))).toBe(1);
  expect(await taken(() => give(second, service))).toBe(5);
  expect(await nextOf(service)).toEqual(["2027-01-01"]);
  const state = (to: string) =>
    rows("update service set state = $2, ends_on = '2026-12-01' where id = $1", [service, to]);
  await state("TERMINATED");
  expect(await nextOf(service)).toEqual([]);
  expect(await give(first, service)).toEqual(["STATE_CONFLICT serviceId"]);
  // An end that is taken back brings the second plan back, and not the first.
  await state("ACTIVE");
  expect(await nextOf(service)).toEqual(["2027-01-01"]);
  expect(await taken(async () => give(await planOf({}), service))).toBe(0);
  expect(await nextOf(service)).toEqual([]);
});

test("two people who give a line a plan at once charge it once", async () => {
  const plan = await planOf(fees);
  const service = await line();
  expect(await taken(() => Promise.all([give(plan, service), give(plan, service)]))).toBe(1);
  expect(await nextOf(service)).toHaveLength(1);
});

test("a plan with fees is given to a line from now on, not between others, and is billed within three years", async () => {
  const [plan, free] = [await planOf(fees), await planOf({})];
  const service = await line();
  const later = { effectiveFrom: new Date(world.clock.now().getTime() + 86_400_000).toISOString() };
  expect(await give(plan, service, later)).toEqual(["INVALID effectiveFrom"]);
  expect(await give(plan, service, { nextBillingOn: "2026-11-01" })).toEqual(["INVALID nextBillingOn"]);
  expect(await give(plan, service, { nextBillingOn: "2031-01-01" })).toEqual(["INVALID nextBillingOn"]);
  expect(await taken(async () => expect(await give(free, service, later)).toEqual([]))).toBe(0);
  expect(await give(plan, service)).toEqual(["INVALID effectiveFrom"]);
});
