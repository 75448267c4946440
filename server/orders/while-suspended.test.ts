import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "../catalog/price-list.entity.ts";
import { updateOffering } from "../catalog/update-offering.ts";
import { renewCharges } from "../charging/renew-charges.ts";
import { transaction } from "../kernel/context.ts";
import { moveService } from "../services/move-service.ts";
import { offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { onRunChange } from "./on-run-change.ts";
import type { PlacedOrder } from "./write-order.ts";

const shop = await openShop();
await shop.lab();
const { world } = shop;
const { rows } = world.database;
const agent = "agent@acme.test";
const john = pathOf(customersOfTests.johnSmith);
const { tierline, nord, acme } = resellersOfTests;
const { id: plan } = offeringsOfTests.p1;

async function say(whileSuspended: "STOP_BILLING" | "BILL_WHILE_SUSPENDED"): Promise<void> {
  const [row] = await rows<{ version: number }>("select version from offering where id = $1", [plan]);
  await updateOffering(world.as("owner@acme.test"), plan, { version: row!.version, whileSuspended });
}

/** As its run would leave it, in the reseller's own tier. */
async function had({ orderId, runId }: PlacedOrder): Promise<string> {
  const [order] = await rows<{ service: string }>("select service_id as service from customer_order where id = $1", [
    orderId,
  ]);
  const { service } = order!;
  await transaction(world.system(), (tx) => moveService(tx, service, "ACTIVE", { starts_on: "2026-11-21" }));
  const run = await shop.run(runId);
  await transaction(world.as("owner@acme.test"), (tx) => onRunChange(tx, { run, from: "RUNNING", to: "SUCCEEDED" }));
  return service;
}

async function sellDown(): Promise<void> {
  await rows("update offering set path = 'r1.', reseller_id = $1 where id = $2", [tierline.id, plan]);
  await rows("update offering_requirement set path = 'r1.' where offering_id = $1", [plan]);
  await rows("update cost set path = 'r1.', amount_micros = 5000000 where offering_id = $1 and kind = 'RECURRING'", [
    plan,
  ]);
  const { em } = world.system();
  const at = new Date("2026-11-01T00:00:00Z");
  for (const [{ id: reseller, path }, percent] of [
    [tierline, 20n],
    [nord, 25n],
  ] as const) {
    const list = newId();
    await em.insert(PriceListEntity, { id: list, path, reseller, name: list, createdAt: at, version: 1 });
    await em.insert(PriceListBuyerEntity, { id: newId(), path, list, buyer: null, effectiveFrom: at, createdAt: at });
    const markup = { markupFixedMicros: 0n, markupPercent: percent * 10_000n, exchangeRate: null, ownPrices: [] };
    const said = { currency: "GBP", effectiveFrom: at, reason: null, createdAt: at, createdBy: "Test" };
    await em.insert(PriceListVersionEntity, { id: newId(), path, list, ...said, ...markup });
  }
}

/** What was charged for it: who, and the first day of which period. */
async function charged(service: string): Promise<string[]> {
  const found = await rows<{ what: string }>(
    "select path || ' ' || period_from as what from charge where subject_id = $1 order by period_from, path",
    [service],
  );
  return found.map(({ what }) => what);
}
const everybody = (...days: string[]) =>
  days.flatMap((day) => [nord.path, acme.path, john].map((at) => `${at} ${day}`));

test("U22: what was sold as charged while suspended is, once a period at every sale on the way, whatever its offering says later; the other is not", async () => {
  await say("BILL_WHILE_SUSPENDED");
  const agreed = await shop.orderMobile(agent, "123", { autoRenew: true });
  await say("STOP_BILLING");
  const later = await shop.orderMobile(agent, "124", { autoRenew: true });
  await sellDown();
  const [goesOn, stops] = [await had(agreed), await had(later)];
  await rows("update offering set while_suspended = 'BILL_WHILE_SUSPENDED' where id = $1", [plan]);
  for (const service of [goesOn, stops])
    await transaction(world.system(), (tx) => moveService(tx, service, "SUSPENDED"));
  for (const at of ["2026-12-21T00:00:00Z", "2027-01-21T00:00:00Z", "2027-01-31T12:00:00Z"]) {
    world.clock.set(at);
    await Promise.all([renewCharges(world.system()), renewCharges(world.system())]);
  }
  expect(await charged(goesOn)).toEqual(everybody("2026-11-21", "2026-12-21", "2027-01-21"));
  expect(await charged(stops)).toEqual(everybody("2026-11-21"));

  for (const service of [goesOn, stops]) await transaction(world.system(), (tx) => moveService(tx, service, "ACTIVE"));
  await renewCharges(world.system());
  expect(await charged(goesOn)).toEqual(everybody("2026-11-21", "2026-12-21", "2027-01-21"));
  expect(await charged(stops)).toEqual(everybody("2026-11-21", "2027-01-31"));
});

test("U22: a reseller that sells on what another made cannot say that it is not charged while suspended", async () => {
  await expect(say("STOP_BILLING")).rejects.toMatchObject({ code: "FORBIDDEN" });
});
