import { encodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, money, type Money } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import { expireServices } from "../charging/expire-services.ts";
import { renewCharges } from "../charging/renew-charges.ts";
import { endingOf } from "../charging/service-ending.ts";
import { startCharging } from "../charging/start-charging.ts";
import { transaction } from "../kernel/context.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "../catalog/price-list.entity.ts";
import { customersOfTests, partsOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { moveService } from "../services/move-service.ts";
import { findService } from "../services/service-rows.ts";
import { onRunChange } from "./on-run-change.ts";
import type { PlacedOrder } from "./write-order.ts";

const shop = await openShop();
await shop.lab();
const { world } = shop;
const { rows } = world.database;
const agent = "agent@acme.test";
const john = pathOf(customersOfTests.johnSmith);
const { tierline, nord, acme } = resellersOfTests;

/** What has changed on these accounts since it was last asked. */
async function moved(...paths: string[]): Promise<number[]> {
  const found = await rows<{ path: string; balance: string }>(
    `select a.path, b.balance_micros::text as balance from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.kind = 'BILLING' and a.path = any($1)`,
    [paths],
  );
  return paths.map((path) => {
    const now = Number(found.find((row) => row.path === path)?.balance ?? 0) / 1e6;
    const change = Math.round((now - (last.get(path) ?? 0)) * 1e6) / 1e6;
    last.set(path, now);
    return change;
  });
}
const last = new Map<string, number>();

/** As its last task would leave it. */
async function activate({ orderId }: PlacedOrder): Promise<string> {
  const [order] = await rows<{ service: string; renews: boolean }>(
    "select service_id as service, auto_renew as renews from customer_order where id = $1",
    [orderId],
  );
  const { service, renews } = order!;
  const columns = { name: "Mobile - +44 7700 900123", starts_on: "2026-11-21", ends_on: renews ? null : "2026-12-21" };
  await transaction(world.system(), (tx) => moveService(tx, service, "ACTIVE", columns));
  return service;
}

/** In the reseller's own tier, as the worker does. */
async function end({ runId }: PlacedOrder, to: RunState): Promise<void> {
  const run = await shop.run(runId);
  await transaction(world.as("owner@acme.test"), (tx) => onRunChange(tx, { run, from: "RUNNING", to }));
}

const move = (service: string, state: "SUSPENDED" | "ACTIVE" | "TERMINATED", ends_on?: string) =>
  transaction(world.system(), (tx) => moveService(tx, service, state, ends_on === undefined ? {} : { ends_on }));
const renew = () => renewCharges(world.system());

test("O23: 15.00 is charged on 21 November when the service is had, again at 00:00 on 21 December in the reseller's zone, and an order that failed is not", async () => {
  const placed = await shop.orderMobile(agent, "123", { autoRenew: true });
  const service = await activate(placed);
  await end(placed, "FAILED");
  expect(await moved(john)).toEqual([0]);
  await end(placed, "SUCCEEDED");
  expect(await moved(john)).toEqual([-15]);
  const [charge] = await rows("select description, period_from::text, period_until::text, formula from charge");
  expect(charge).toEqual({
    description: "Mobile - 20 GB (Mobile - +44 7700 900123)",
    period_from: "2026-11-21",
    period_until: "2026-12-21",
    formula: { priceMicros: "15000000", days: null, ofDays: null, rule: "RETAIL", source: null },
  });
  world.clock.set("2026-12-20T23:59:59Z");
  await renew();
  expect(await moved(john)).toEqual([0]);
  world.clock.set("2026-12-21T00:00:00Z");
  await renew();
  await renew();
  expect(await moved(john)).toEqual([-15]);

  await move(service, "SUSPENDED");
  world.clock.set("2027-01-21T00:00:00Z");
  await renew();
  expect(await moved(john)).toEqual([0]);
  await move(service, "TERMINATED", "2027-01-25");
  world.clock.set("2027-05-21T00:00:00Z");
  await renew();
  expect(await moved(john)).toEqual([0]);
  expect(await rows("select state from recurring_charge")).toEqual([{ state: "STOPPED" }]);
});

test("U22: a service that is suspended from 1 to 31 December and active on 1 January is charged nothing for December, then from that day on", async () => {
  world.clock.set("2026-11-21T12:00:00Z");
  const placed = await shop.orderMobile(agent, "124", { autoRenew: true });
  const service = await activate(placed);
  await end(placed, "SUCCEEDED");
  await rows(
    "update recurring_charge set anchor = '2026-12-01', next_from = '2026-12-01', due_at = '2026-12-01' where service_id = $1",
    [service],
  );
  await moved(john);
  await move(service, "SUSPENDED");
  for (const at of ["2026-12-01T00:00:00Z", "2026-12-15T00:00:00Z", "2026-12-31T23:59:59Z"]) {
    world.clock.set(at);
    await renew();
  }
  expect(await moved(john)).toEqual([0]);
  world.clock.set("2027-01-01T00:00:00Z");
  await move(service, "ACTIVE");
  await renew();
  expect(await moved(john)).toEqual([-15]);
  const periods = await rows("select period_from::text as day from charge where subject_id = $1 order by 1", [service]);
  expect(periods.map(({ day }: { day?: string }) => day)).toEqual(["2026-11-21", "2027-01-01"]);
  await move(service, "TERMINATED", "2027-01-02");
});

test("O23: a term that is not renewed ends suspended for that on 21 December and over after seven days of grace, and nothing more is charged", async () => {
  await moved(john);
  const [known] = await rows<{ id: string }>("select id from service limit 1");
  const service = known!.id;
  await rows(
    "update service set state = 'ACTIVE', suspension_reasons = '{}', auto_renew = false, current_run_id = null, ends_on = '2026-12-21' where id = $1",
    [service],
  );
  const standing = async (at: string) => {
    world.clock.set(at);
    await expireServices(world.system());
    await renew();
    const [row] = await rows<{ state: string; reasons: string[] }>(
      "select state, suspension_reasons as reasons from service where id = $1",
      [service],
    );
    return [row!.state, ...row!.reasons];
  };
  expect(await standing("2026-12-20T23:59:59Z")).toEqual(["ACTIVE"]);
  expect(await standing("2026-12-21T00:00:00Z")).toEqual(["SUSPENDED", "NON_RENEWAL"]);
  expect(await standing("2026-12-27T23:59:59Z")).toEqual(["SUSPENDED", "NON_RENEWAL"]);
  expect(await standing("2026-12-28T00:00:00Z")).toEqual(["EXPIRED", "NON_RENEWAL"]);
  expect(await moved(john)).toEqual([0]);
});

test("X6, U30: who sells to the reseller is paid by its price list at the same moment, and all of it is taken back when the order is undone", async () => {
  world.clock.set("2026-11-21T12:00:00Z");
  await rows("update offering set path = 'r1.', reseller_id = $1 where slug = 'mobile-20gb'", [tierline.id]);
  await rows(
    "update offering_requirement set path = 'r1.' where offering_id in (select id from offering where path = 'r1.')",
  );
  await rows("update cost set path = 'r1.', amount_micros = 5000000 where kind = 'RECURRING'");
  for (const [{ id: reseller, path }, percent] of [
    [tierline, 20],
    [nord, 25],
  ] as const) {
    const { em } = world.system();
    const at = new Date("2026-11-01T00:00:00Z");
    const [id, createdAt] = [newId(), at];
    await em.insert(PriceListEntity, { id, path, reseller, name: id, createdAt, version: 1 });
    await em.insert(PriceListBuyerEntity, { id: newId(), path, list: id, buyer: null, effectiveFrom: at, createdAt });
    const prices = {
      markupFixedMicros: 0n,
      markupPercent: BigInt(percent * 10_000),
      exchangeRate: null,
      ownPrices: [],
    };
    const said = {
      id: newId(),
      path,
      list: id,
      effectiveFrom: at,
      currency: "GBP",
      reason: null,
      createdAt,
      createdBy: "Test",
    };
    await em.insert(PriceListVersionEntity, { ...said, ...prices });
  }
  await moved(john, acme.path, nord.path);
  const placed = await shop.orderMobile(agent, "125", { autoRenew: true });
  await activate(placed);
  await end(placed, "SUCCEEDED");
  expect(await moved(john, acme.path, nord.path)).toEqual([-15, -7.5, -6]);
  world.clock.set("2026-12-21T00:00:00Z");
  await renew();
  expect(await moved(john, acme.path, nord.path)).toEqual([-15, -7.5, -6]);
  await end(placed, "ROLLED_BACK");
  expect(await moved(john, acme.path, nord.path)).toEqual([30, 15, 12]);
  world.clock.set("2027-01-21T00:00:00Z");
  await renew();
  expect(await moved(john, acme.path, nord.path)).toEqual([0, 0, 0]);
});

test("what ending a service leaves paid, owed and not charged any more is said before to whoever sells it, and is what becomes of it", async () => {
  world.clock.set("2026-11-21T12:00:00Z");
  const johnson = pathOf(customersOfTests.johnson);
  const request = { offeringId: ids.p4, customerId: ids.johnson, siteId: encodeId("sit", partsOfTests.sites.leeds) };
  const placed = await shop.order(agent, { ...request, autoRenew: false });
  const service = await activate(placed);
  await end(placed, "SUCCEEDED");
  await transaction(world.as("owner@acme.test"), (tx) =>
    startCharging(tx, {
      subjectKind: "ADDON",
      subjectId: newId(),
      customerId: customersOfTests.johnson.id,
      serviceId: service,
      path: johnson,
      description: "Static address",
      edges: [
        { path: johnson, currency: "GBP", setup: null, recurring: 2_000_000n, rule: "RETAIL", source: null },
        { path: acme.path, currency: "GBP", setup: null, recurring: 1_000_000n, rule: "MARKUP", source: null },
      ],
      intervalMonths: 1,
      timing: "ARREARS",
      endsOn: "2027-02-21",
    }),
  );
  await rows("update service set ends_on = '2027-02-21' where id = $1", [service]);
  await rows("update recurring_charge set ends_on = '2027-02-21', state = 'ACTIVE' where service_id = $1", [service]);
  world.clock.set("2026-12-01T12:00:00Z");
  await moved(johnson);
  const asked = async (email: string) => {
    const context = world.as(email);
    const row = await findService(context, service);
    return row === null ? "unseen" : endingOf(context, row);
  };
  const pounds = (amount: string): Money => money(BigInt(Math.round(Number(amount) * 1e6)), "GBP");
  const ending = await asked("owner@acme.test");
  expect(ending).toEqual({
    endsOn: "2026-12-01",
    paid: [
      {
        description: "Business VoIP (Mobile - +44 7700 900123)",
        from: "2026-11-21",
        to: "2026-12-20",
        amount: pounds("30"),
        unused: pounds("19"), // of 19 of 30 days
      },
    ],
    unused: pounds("19"),
    givenBack: pounds("0"),
    owed: [
      {
        description: "Static address",
        from: "2026-11-21",
        to: "2026-12-01",
        amount: pounds("0.733333"), // of 11 of 30 days
        waits: false,
      },
    ],
    owedTotal: pounds("0.733333"),
    stops: [
      {
        description: "Business VoIP (Mobile - +44 7700 900123)",
        price: pounds("30"),
        intervalMonths: 1,
        nextOn: "2026-12-21",
      },
      { description: "Static address", price: pounds("2"), intervalMonths: 1, nextOn: "2026-12-21" },
    ],
    contractUntil: "2027-02-20",
    // Two periods of the plan; of the add-on 19 of 30 days and two periods.
    contractRest: pounds("65.266667"),
  });
  expect(await asked("owner@nord.test")).toBeNull();
  await move(service, "TERMINATED", "2026-12-01");
  for (const day of ["2026-12-02", "2026-12-21", "2027-03-01"]) {
    world.clock.set(`${day}T12:00:00Z`);
    await renew();
  }
  expect((await moved(johnson)).map(String)).toEqual([`-${decimalOf((ending as { owedTotal: Money }).owedTotal)}`]);
  expect(await asked("owner@acme.test")).toMatchObject({ unused: pounds("0"), owed: [], stops: [] });
});

test("a service whose end is taken back goes on with what ended with it, and not with an add-on whose own term was over", async () => {
  const [service] = await rows<{ id: string }>(
    "select service_id as id from recurring_charge where service_id is not null limit 1",
  );
  await rows("update service set state = 'ACTIVE', suspension_reasons = '{}', ends_on = null where id = $1", [
    service!.id,
  ]);
  await rows("delete from recurring_charge where service_id = $1 and subject_kind = 'ADDON'", [service!.id]);
  await rows("update recurring_charge set state = 'ACTIVE', ends_on = null, ended_with = null where service_id = $1", [
    service!.id,
  ]);
  for (const [state, ends] of [
    ["STOPPED", "2026-12-01"],
    ["ACTIVE", "2031-12-21"],
  ]) {
    await rows(
      `insert into recurring_charge select (jsonb_populate_record(rc, jsonb_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid(),
         'subject_kind', 'ADDON', 'state', $2::text, 'ends_on', $3::date))).* from recurring_charge rc where rc.service_id = $1 and rc.subject_kind = 'SERVICE' limit 1`,
      [service!.id, state, ends],
    );
  }
  const charged = () =>
    rows<{ state: string; on: string | null }>(
      `select state, ends_on::text as on from recurring_charge where service_id = $1 order by subject_kind, ends_on nulls last`,
      [service!.id],
    );
  const before = await charged();
  expect(before).toEqual([
    { state: "STOPPED", on: "2026-12-01" },
    { state: "ACTIVE", on: "2031-12-21" },
    { state: "ACTIVE", on: null },
  ]);
  await rows("update service set state = 'TERMINATED', ends_on = '2026-12-05' where id = $1", [service!.id]);
  expect((await charged()).map(({ on }) => on)).toEqual(["2026-12-01", "2026-12-05", "2026-12-05"]);
  await rows("update service set state = 'ACTIVE', ends_on = null where id = $1", [service!.id]);
  expect(await charged()).toEqual(before);
});
