import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { renewCharges } from "./renew-charges.ts";
import { startCharging, type NewCharging } from "./start-charging.ts";
import { stopCharging, takeChargesBack } from "./stop-charging.ts";

const world = await testWorld();
await plantCustomers(world);
const { johnSmith, johnDoe } = customersOfTests;
const path = pathOf(johnSmith);
const acme = "r1.r2.r3.";
const nord = "r1.r2.";

async function balanceOf(at: string): Promise<number> {
  const [row] = await world.database.rows<{ balance: string }>(
    `select sum(b.balance_micros)::text as balance from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.path = $1 and a.kind = 'BILLING'`,
    [at],
  );
  return Number(row!.balance) / 1_000_000;
}

/** What has changed on the accounts since it was last asked. */
async function movedOn(...paths: string[]): Promise<number[]> {
  const now = await Promise.all(paths.map(balanceOf));
  const moved = paths.map((each, index) => Math.round((now[index]! - (before.get(each) ?? 0)) * 1e6) / 1e6);
  paths.forEach((each, index) => before.set(each, now[index]!));
  return moved;
}
const before = new Map<string, number>();

const edge = (at: string, recurring: number | null, setup: number | null = null) => ({
  path: at,
  currency: "GBP",
  setup: setup === null ? null : pounds(setup),
  recurring: recurring === null ? null : pounds(recurring),
  rule: "RETAIL",
  source: null,
});

const plan = (more: Partial<NewCharging> = {}): NewCharging => ({
  subjectKind: "DID",
  subjectId: newId(),
  customerId: johnSmith.id,
  path,
  description: "+44 20 7946 0000",
  edges: [edge(path, 2, 1)],
  intervalMonths: 1,
  ...more,
});

/** By a person of the reseller, as most is begun. */
const start = (charging: NewCharging) => transaction(world.as("owner@acme.test"), (tx) => startCharging(tx, charging));
const renew = () => renewCharges(world.system());

test("U11: a set-up fee and the first month are charged at once, to every buyer on the way by its own terms, whatever the balance is", async () => {
  const edges = [edge(path, 3.5, 1.99), edge(acme, 2, null), edge(nord, 1.25, 0.5)];
  const charging = plan({ edges });
  await start(charging);
  expect(await movedOn(path, acme, nord)).toEqual([-5.49, -2, -1.75]);
  await start(charging);
  expect(await movedOn(path, acme, nord)).toEqual([0, 0, 0]);
  const texts = await world.database.rows(
    "select description, kind, path from ledger_transaction order by path desc, description",
  );
  expect(texts).toEqual([
    { description: "+44 20 7946 0000, 21 November 2026 to 20 December 2026", kind: "CHARGE", path },
    { description: "Setup: +44 20 7946 0000", kind: "CHARGE", path },
    { description: "+44 20 7946 0000, 21 November 2026 to 20 December 2026", kind: "CHARGE", path: acme },
    { description: "+44 20 7946 0000, 21 November 2026 to 20 December 2026", kind: "CHARGE", path: nord },
    { description: "Setup: +44 20 7946 0000", kind: "CHARGE", path: nord },
  ]);
  await transaction(world.as("owner@acme.test"), (tx) => takeChargesBack(tx, charging, "Not wanted"));
  expect(await movedOn(path, acme, nord)).toEqual([5.49, 2, 1.75]);
  await transaction(world.as("owner@acme.test"), (tx) => takeChargesBack(tx, charging, "Not wanted"));
  world.clock.advance({ days: 40 });
  await renew();
  expect(await movedOn(path, acme, nord)).toEqual([0, 0, 0]);
  world.clock.advance({ days: -40 });
});

test("one period that cannot be charged keeps nobody else waiting: it is tried again after an hour, and charged once", async () => {
  const [poor, other] = [plan({ edges: [edge(path, 1)] }), plan({ edges: [edge(path, 2)] })];
  for (const each of [poor, other]) await start(each);
  expect(await movedOn(path)).toEqual([-3]);
  await world.database.rows(`create function refuse_one() returns trigger language plpgsql as $$ begin
    raise exception 'numeric field overflow'; end $$`);
  await world.database.rows(
    `create trigger refuse_one before insert on charge for each row when (new.subject_id = '${poor.subjectId}') execute function refuse_one()`,
  );
  world.clock.advance({ days: 31 });
  await renew();
  await renew();
  expect(await movedOn(path)).toEqual([-2]);
  await world.database.rows("drop trigger refuse_one on charge");
  await renew();
  expect(await movedOn(path)).toEqual([0]);
  world.clock.advance({ hours: 1 });
  await renew();
  await renew();
  expect(await movedOn(path)).toEqual([-1]);
  for (const each of [poor, other]) {
    await transaction(world.as("owner@acme.test"), (tx) => takeChargesBack(tx, each, "Not wanted"));
  }
  await movedOn(path);
  world.clock.advance({ days: -31, hours: -1 });
});

test("of what was charged, what was given back in part before is not given back again when all of it is undone", async () => {
  const charging = plan({ edges: [edge(path, 3.5, null)] });
  await start(charging);
  const accounts = await accountsOfTests(world.system(), path);
  const [charged] = await world.database.rows<{ id: string }>(
    "select transaction_id as id from charge where subject_id = $1",
    [charging.subjectId],
  );
  const part = { transactionId: charged!.id, micros: pounds(1.25) };
  await posted(world.system(), { ...payment(accounts, pounds(1.25), newId(), path), givesBack: [part] });
  await transaction(world.as("owner@acme.test"), (tx) => takeChargesBack(tx, charging, "Not wanted"));
  expect(await movedOn(path)).toEqual([0]);
});

test("V12: the activation fee is charged now or never, and the month on the next billing date, which moves on by a month", async () => {
  await posted(world.system(), payment(await accountsOfTests(world.system(), path), pounds(20), newId(), path));
  await movedOn(path);
  const later = { chargeFirst: false, nextBillingOn: "2026-12-01" } as const;
  await start(plan(later));
  expect(await movedOn(path)).toEqual([-1]);
  const free = plan({ ...later, chargeSetup: false });
  await start(free);
  expect(await movedOn(path)).toEqual([0]);
  world.clock.set("2026-12-01T00:00:00Z");
  await renew();
  expect(await movedOn(path)).toEqual([-4]);
  const [row] = await world.database.rows(
    "select next_from::text, due_at, state from recurring_charge where subject_id = $1",
    [free.subjectId],
  );
  expect(row).toEqual({ next_from: "2027-01-01", due_at: new Date("2027-01-01T00:00:00Z"), state: "ACTIVE" });
  await world.database.rows("update recurring_charge set state = 'STOPPED'");
  world.clock.set("2026-11-21T12:00:00Z");
});

test("VX6: a number with 3.50 a month and 1.99 once takes 5.49, 3.50 without set-up, and nothing without either", async () => {
  const edges = [edge(path, 3.5, 1.99)];
  await start(plan({ edges }));
  expect(await movedOn(path)).toEqual([-5.49]);
  await start(plan({ edges, chargeSetup: false }));
  expect(await movedOn(path)).toEqual([-3.5]);
  await start(plan({ edges, chargeSetup: false, chargeFirst: false, nextBillingOn: "2026-12-15" }));
  expect(await movedOn(path)).toEqual([0]);
  await world.database.rows("update recurring_charge set state = 'STOPPED'");
});

test("A-B8: a first cycle is charged by its days where that is asked, and whole where it is not", async () => {
  await start(plan({ edges: [edge(path, 49.9)], anchor: "2026-12-15", chargeFirst: "PRORATED" }));
  expect(await movedOn(path)).toEqual([-39.92]);
  world.clock.set("2026-12-15T00:00:00Z");
  await renew();
  expect(await movedOn(path)).toEqual([-49.9]);
  await world.database.rows("update recurring_charge set state = 'STOPPED'");
  world.clock.set("2026-11-21T12:00:00Z");
});

test("CX15: in arrears, 12.00 a month from 21 to 30 November is 4.00 on 1 December, and what ends in between is charged to its last day", async () => {
  const charging = plan({ edges: [edge(path, 12)], anchor: "2026-11-01", timing: "ARREARS" });
  await start(charging);
  expect(await movedOn(path)).toEqual([0]);
  world.clock.set("2026-11-30T23:59:59Z");
  await renew();
  expect(await movedOn(path)).toEqual([0]);
  world.clock.set("2026-12-01T00:00:00Z");
  await renew();
  expect(await movedOn(path)).toEqual([-4]);
  await transaction(world.system(), (tx) => stopCharging(tx, charging, "2026-12-11"));
  await renew();
  expect(await movedOn(path)).toEqual([0]);
  world.clock.set("2027-02-11T00:00:00Z");
  await renew();
  expect(await movedOn(path)).toEqual([-3.870968]);
  world.clock.set("2026-11-21T12:00:00Z");
});

test("O23, A-V15, rel-D8: through four years and month ends every period is charged once, however many look and however often", async () => {
  world.clock.set("2027-01-31T12:00:00Z");
  const charging = plan({ path: pathOf(johnDoe), customerId: johnDoe.id, edges: [edge(pathOf(johnDoe), 1)] });
  await start(charging);
  for (let month = 1; month <= 48; month += 1) {
    world.clock.advance({ days: month % 3 === 0 ? 0 : 46 });
    await (month % 10 === 0 ? Promise.all([renew(), renew(), renew()]) : renew());
  }
  const rows = await world.database.rows<{ from: string; until: string; amount: string }>(
    `select period_from::text as "from", period_until::text as until, amount_micros::text as amount from charge
     where subject_id = $1 order by period_from`,
    [charging.subjectId],
  );
  expect(rows.slice(0, 3).map(({ from }) => from)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31"]);
  rows.slice(1).forEach(({ from }, index) => expect(from).toBe(rows[index]!.until));
  expect(new Set(rows.map(({ amount }) => amount))).toEqual(new Set(["1000000"]));
  expect(await balanceOf(pathOf(johnDoe))).toBe(-rows.length);
  expect(rows.length).toBeGreaterThan(45);
  await world.database.rows("update recurring_charge set state = 'STOPPED'");
  world.clock.set("2026-11-21T12:00:00Z");
});

test("rel-D8: after an outage three missed months are charged, and the rest waits for a person", async () => {
  const charging = plan({ edges: [edge(path, 2)] });
  await start(charging);
  await movedOn(path);
  world.clock.set("2027-04-21T12:00:00Z");
  await renew();
  await renew();
  expect(await movedOn(path)).toEqual([-6]);
  const [row] = await world.database.rows("select state, next_from::text from recurring_charge where subject_id = $1", [
    charging.subjectId,
  ]);
  expect(row).toEqual({ state: "HELD", next_from: "2027-03-21" });
  world.clock.set("2026-11-21T12:00:00Z");
});

test("U22: however many come back at once, each is charged on from that day", async () => {
  const charging = plan();
  await start(charging);
  await world.database.rows(
    `insert into recurring_charge select n.* from recurring_charge rc cross join generate_series(1, 520) g
       cross join lateral jsonb_populate_record(null::recurring_charge,
         to_jsonb(rc) || jsonb_build_object('id', md5('row ' || g)::uuid, 'subject_id', md5('of ' || g)::uuid, 'state', 'PAUSED')) n
     where rc.subject_id = $1`,
    [charging.subjectId],
  );
  await renew();
  const [left] = await world.database.rows(
    "select count(*)::int as paused from recurring_charge where state = 'PAUSED'",
  );
  expect(left).toEqual({ paused: 0 });
  await world.database.rows("update recurring_charge set state = 'STOPPED'");
});
