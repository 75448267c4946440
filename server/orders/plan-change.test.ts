import { encodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, parseMoney } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "../catalog/price-list.entity.ts";
import { renewCharges } from "../charging/renew-charges.ts";
import { transaction } from "../kernel/context.ts";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { retryRun } from "../provisioning/operate-run.ts";
import { terminateService } from "../services/terminate-service.ts";
import { addOffering, ids, openShop } from "../testkit/shop.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { beginPlanChanges } from "./begin-plan-changes.ts";
import { onRunChange } from "./on-run-change.ts";
import { draftOf } from "./order-draft.ts";
import { placeOrder } from "./place-order.ts";
import { agreedFrom } from "./order-terms.ts";
import { undoOrder } from "./undo-order.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const { world } = shop;
const { rows } = world.database;
const agent = "agent@acme.test";
const john = pathOf(customersOfTests.johnSmith);
const { tierline, nord, acme } = resellersOfTests;

const plan = (number: number, slug: string, recurring: string) => ({
  ...offeringsOfTests.p1,
  id: `019a0000-0014-7000-8000-00000000091${number}`,
  slug,
  name: slug,
  prices: offeringsOfTests.p1.prices.map((price) => ({
    ...price,
    retail: { ...price.retail, recurring: parseMoney(recurring, "GBP") },
  })),
});
const large = plan(1, "mobile-100gb", "24.00");
const small = plan(2, "mobile-5gb", "8.00");
await addOffering(world, "mobile-register", large);
await addOffering(world, "mobile-5gb", small);

/** What each buys at a month: nord of tierline, acme of nord, to whom the largest plan costs less than the middle one. */
const wholesale = [
  { seller: tierline, prices: { "mobile-5gb": "3.00", "mobile-20gb": "6.00", "mobile-100gb": "9.00" } },
  { seller: nord, prices: { "mobile-5gb": "4.00", "mobile-20gb": "7.50", "mobile-100gb": "7.20" } },
];
await rows("update offering set path = 'r1.', reseller_id = $1 where slug like 'mobile-%'", [tierline.id]);
await rows(
  "update offering_requirement set path = 'r1.' where offering_id in (select id from offering where path = 'r1.')",
);
for (const { seller, prices } of wholesale) {
  const { em } = world.system();
  const at = new Date("2026-11-01T00:00:00Z");
  const [id, path] = [newId(), seller.path];
  await em.insert(PriceListEntity, { id, path, reseller: seller.id, name: id, createdAt: at, version: 1 });
  await em.insert(PriceListBuyerEntity, { id: newId(), path, list: id, buyer: null, effectiveFrom: at, createdAt: at });
  const known = await rows<{ id: string; slug: keyof typeof prices }>(
    "select id, slug from offering where path = 'r1.'",
  );
  const ownPrices = known.map(({ id: offering, slug }) => ({
    offering,
    setup: null,
    recurring: prices[slug] ?? null,
    oneOff: null,
  }));
  const said = {
    id: newId(),
    path,
    list: id,
    effectiveFrom: at,
    currency: "GBP",
    reason: null,
    createdAt: at,
    createdBy: "Test",
  };
  const markup = { markupFixedMicros: 0n, markupPercent: 0n, exchangeRate: null, ownPrices };
  await em.insert(PriceListVersionEntity, { ...said, ...markup });
}

world.clock.set("2026-11-21T12:00:00Z");
const { orderId: firstOrder, runId: firstRun } = await shop.orderMobile(agent, "123", { autoRenew: true });
await shop.ended(firstRun);
const [service] = await rows<{ id: string; account: string }>(
  "select s.id, s.account from service s join customer_order o on o.service_id = s.id where o.id = $1",
  [firstOrder],
);
const serviceId = service!.id;

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
const everybody = () => moved(john, acme.path, nord.path);

expect(await everybody()).toEqual([-15, -7.5, -6]);

const to = ({ id }: { readonly id: string }) => ({
  offeringId: encodeId("ofr", id),
  customerId: ids.johnSmith,
  serviceId: encodeId("svc", serviceId),
});
const quote = async (offering: { readonly id: string }) => shop.quote(agent, to(offering));
async function place(offering: { readonly id: string }, fingerprint?: string, key = newId()) {
  const quoteFingerprint = fingerprint ?? (await quote(offering)).fingerprint;
  const input = { idempotencyKey: key, draft: draftOf(to(offering)), quoteFingerprint };
  return placeOrder(world.as(agent), input);
}
const undo = (orderId: string) => undoOrder(world.as("owner@acme.test"), { idempotencyKey: newId(), orderId });
const begin = () => beginPlanChanges(world.system());
const renew = () => renewCharges(world.system());

async function standing() {
  const [row] = await rows<{ slug: string; recurring: string; ends: string | null }>(
    `select f.slug, (s.recurring_micros / 1e6)::float8 as recurring, s.ends_on::text as ends
     from service s join offering f on f.id = s.offering_id where s.id = $1`,
    [serviceId],
  );
  const [account] = await lab.storage.query<{ plans: string[] }>("select plans from lab_ocs_account where id like $1", [
    `%:${service!.account}`,
  ]);
  return [row!.slug, row!.recurring, ...account!.plans];
}
async function refusals(attempt: Promise<unknown>): Promise<string[]> {
  const error: unknown = await attempt.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (error instanceof AccessError) return [error.code];
  expect(error).toBeInstanceOf(Rejection);
  return (error as Rejection).refusals.map(({ code }) => code); // asserted above
}

test("X6: a dearer plan counts at once: 15 of 30 days are given back and asked for anew, as the quote says, when its run has ended well, and once", async () => {
  world.clock.set("2026-12-06T12:00:00Z");
  const { facts, fingerprint, checks, plan: tasks } = await quote(large);
  expect(checks.filter(({ state }) => state === "BLOCKING")).toEqual([]);
  expect(facts.change).toMatchObject({ isAtRenewal: false, startsOn: "2026-12-06" });
  expect(tasks.map(({ key }) => key)).toEqual(["ocs", "plan-mail"]);
  const key = newId();
  const { orderId, runId } = await place(large, fingerprint, key);
  expect(await place(large, fingerprint, key)).toEqual({ orderId, runId });
  const run = await shop.ended(runId!);
  expect([run.kind, run.state]).toEqual(["CHANGE", "SUCCEEDED"]);
  // What acme pays comes to less by the other plan: it counts from the first day that is not paid for.
  expect(await everybody()).toEqual([-4.5, 0, -1.5]);
  expect(await standing()).toEqual(["mobile-100gb", 24, "mobile-100gb"]);
  const charges = await rows(
    `select period_from::text as "from", period_until::text as until, (amount_micros / 1e6)::float8 as amount
     from charge where subject_id = $1 and path = $2 order by id`,
    [serviceId, john],
  );
  expect(charges.slice(1)).toEqual([
    { from: "2026-12-06", until: "2026-12-21", amount: -7.5 },
    { from: "2026-12-06", until: "2026-12-21", amount: 12 },
  ]);
  const [order] = await rows("select state, lines, due_today_micros::text as due from customer_order where id = $1", [
    orderId,
  ]);
  expect(order).toMatchObject({
    state: "COMPLETED",
    due: "4500000",
    lines: [{ amountMicros: "-7500000" }, { amountMicros: "12000000" }],
  });
  await transaction(world.as("owner@acme.test"), (tx) => onRunChange(tx, { run, from: "RUNNING", to: "SUCCEEDED" }));
  await renew();
  expect(await everybody()).toEqual([0, 0, 0]);
  await undo(orderId);
  await shop.ended(runId!);
});

test("undone within 15 minutes, plan, tariff and charges are what they were, and the next renewal too", async () => {
  await expect.poll(standing).toEqual(["mobile-20gb", 15, "mobile-20gb"]);
  expect(await everybody()).toEqual([4.5, 0, 1.5]);
  world.clock.set("2026-12-21T00:00:00Z");
  await renew();
  expect(await everybody()).toEqual([-15, -7.5, -6]);
});

test("a cheaper plan waits for the renewal, can be withdrawn until then, and begins once, with its own price and no other", async () => {
  world.clock.set("2027-01-02T12:00:00Z");
  const { facts } = await quote(small);
  expect(facts.change).toMatchObject({ isAtRenewal: true, startsOn: "2027-01-21" });
  const withdrawn = await place(small);
  expect(withdrawn.runId).toBeNull();
  expect(await refusals(place(large))).toEqual(["STATE_CONFLICT"]);
  world.clock.set("2027-01-03T12:00:00Z");
  await undo(withdrawn.orderId);
  const { orderId } = await place(small);
  expect(await begin()).toBe(0);
  expect(await moved(john)).toEqual([0]);
  world.clock.set("2027-01-21T00:00:00Z");
  await renew();
  expect(await moved(john)).toEqual([0]);
  expect((await Promise.all([begin(), begin()])).toSorted()).toEqual([0, 1]);
  const [order] = await rows<{ run_id: string }>("select run_id from customer_order where id = $1", [orderId]);
  expect((await shop.ended(order!.run_id)).state).toBe("SUCCEEDED");
  expect(await everybody()).toEqual([-8, -4, -3]);
  expect(await standing()).toEqual(["mobile-5gb", 8, "mobile-5gb"]);
  await renew();
  expect(await moved(john)).toEqual([0]);
  world.clock.set("2027-02-21T00:00:00Z");
  await renew();
  expect(await everybody()).toEqual([-8, -4, -3]);
  expect(await begin()).toBe(0);
});

test("on the first day of a period all of it is given back; a cheaper plan whose run is late counts from the period after", async () => {
  const { runId } = await place(large);
  expect((await shop.ended(runId!)).state).toBe("SUCCEEDED");
  expect(await everybody()).toEqual([-16, -3.2, -6]);
  const { orderId } = await place(small);
  world.clock.set("2027-03-22T00:00:00Z");
  await renew();
  expect(await everybody()).toEqual([-24, -7.2, -9]);
  expect(await begin()).toBe(1);
  const [order] = await rows<{ run_id: string }>("select run_id from customer_order where id = $1", [orderId]);
  expect((await shop.ended(order!.run_id)).state).toBe("SUCCEEDED");
  expect(await everybody()).toEqual([0, 0, 0]);
  world.clock.set("2027-04-21T00:00:00Z");
  await renew();
  expect(await everybody()).toEqual([-8, -4, -3]);
});

test("a price that has changed since the quote is told and nothing is done; what cannot be is refused before", async () => {
  const { fingerprint } = await quote(large);
  world.clock.set("2027-04-22T00:00:00Z"); // a day less is left
  const before = await shop.everything();
  expect(await refusals(place(large, fingerprint))).toEqual(["PRICE_CHANGED"]);
  expect((await shop.everything())["customer_order"]).toEqual(before["customer_order"]);
  expect(await refusals(place(small))).toEqual(["INVALID"]);
  await rows("update playbook set key = 'plan-mobile-not' where key = 'plan-mobile'");
  expect(await refusals(place(large))).toEqual(["MISSING_ACTION"]);
  await rows("update playbook set key = 'plan-mobile' where key = 'plan-mobile-not'");
  await rows("update service set state = 'SUSPENDED' where id = $1", [serviceId]);
  expect(await refusals(place(large))).toEqual(["STATE_CONFLICT"]);
  await rows("update service set state = 'ACTIVE' where id = $1", [serviceId]);
  expect(await everybody()).toEqual([0, 0, 0]);
});

test("O25: what was confirmed before midnight is what is charged after it; whoever confirms after midnight is asked to look again", async () => {
  world.clock.set("2027-04-22T22:55:00Z"); // five minutes before midnight in London
  await rows("update service set state = 'ACTIVE' where id = $1", [serviceId]);
  await rows(
    "update playbook_version set document = replace(document, 'title: Change tariff of OCS account', 'title: Change tariff of OCS account\n    maxAttempts: 1')",
  );
  const agreed = await quote(large);
  const [dueToday] = [agreedFrom(agreed.fingerprint)!.dueToday];
  expect(decimalOf(dueToday)).toBe("15.466667"); // 29 of 30 days at 24.00 less as many at 8.00
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const { orderId, runId } = await place(large, agreed.fingerprint);
  const failed = await shop.ended(runId!);
  expect([failed.state, ...(await everybody())]).toEqual(["FAILED", 0, 0, 0]);
  await lab.faultsOf("ocs").set(null);
  world.clock.set("2027-04-22T23:05:00Z");
  await retryRun(world.as("owner@acme.test"), { id: runId!, sequence: failed.sequence });
  expect((await shop.ended(runId!)).state).toBe("SUCCEEDED");
  expect(await moved(john)).toEqual([-15.466667]);
  await undo(orderId);
  expect((await shop.ended(runId!)).state).toBe("ROLLED_BACK");
  expect(await moved(john)).toEqual([15.466667]);
  expect(await refusals(place(large, agreed.fingerprint))).toEqual(["PRICE_CHANGED"]);
  await everybody();
});

test("two who change a plan at once change it once; a service that has ended gets no other plan", async () => {
  const { fingerprint } = await quote(large);
  const both = await Promise.allSettled([place(large, fingerprint), place(large, fingerprint)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const { runId } = both.find((each) => each.status === "fulfilled")!.value;
  expect((await shop.ended(runId!)).state).toBe("SUCCEEDED");
  await everybody();
  const { orderId } = await place(small);
  const [now] = await rows<{ name: string; version: number }>("select name, version from service where id = $1", [
    serviceId,
  ]);
  const ending = { idempotencyKey: newId(), serviceId, version: now!.version, confirmName: now!.name };
  await shop.ended((await terminateService(world.as("owner@acme.test"), ending)).runId);
  expect(await begin()).toBe(1);
  expect(await rows("select state from customer_order where id = $1", [orderId])).toEqual([{ state: "CANCELLED" }]);
  world.clock.set("2027-07-22T00:00:00Z");
  await renew();
  expect(await everybody()).toEqual([0, 0, 0]);
});
