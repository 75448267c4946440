import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import { sweepReservations } from "../inventory/lapse-reservations.ts";
import { reserveItem } from "../inventory/reserve-item.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { offeringsOfTests, plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { catalogApi, offeringsDocument, type OfferingsAnswer } from "../testkit/catalog-api.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { priceTermsOf } from "./price-terms.ts";

const world = await testWorld();
const { ask, slugs, one, ok } = catalogApi(world);
const amy = "agent@acme.test";
const anna = "owner@acme.test";
const nora = "owner@acme-north.test";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});

test("O5, O7: the catalog groups plans and add-ons, each with its count", async () => {
  const all = await ask(amy);
  expect(all.nodes.map(({ slug }) => slug)).toEqual(["biz-voip", "data-boost-5gb", "fiber-100", "mobile-20gb"]);
  const kinds = [
    { kind: "PLAN", count: 3 },
    { kind: "ADDON", count: 1 },
  ];
  expect(all.kindCounts).toEqual(kinds);
  const addons = await ask(amy, { kind: "ADDON" });
  expect([addons.nodes.map(({ slug }) => slug), addons.totalCount.value, addons.kindCounts]).toEqual([
    ["data-boost-5gb"],
    1,
    kinds,
  ]);
});

test("O6: Individual or Business shows what is for that kind of customer and enabled", async () => {
  expect(await slugs(amy, { segment: "INDIVIDUAL" })).toEqual(["data-boost-5gb", "fiber-100", "mobile-20gb"]);
  expect(await slugs(amy, { segment: "BUSINESS" })).toEqual(["biz-voip", "data-boost-5gb", "fiber-100"]);
  expect(await slugs(anna, { includeDisabled: true })).toContain("old-plan");
  const { errors } = await world.graphql(amy, offeringsDocument, { filter: { includeDisabled: true } });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("X2: a tier sells what is its own and what comes from above; whoever edits also sees what tiers below have made", async () => {
  expect(await slugs("ops@tierline.test")).toEqual([]);
  const below = await ask("ops@tierline.test", { includeDisabled: true });
  expect(below.nodes.map(({ slug }) => slug)).toEqual([
    "biz-voip",
    "data-boost-5gb",
    "fiber-100",
    "mobile-20gb",
    "old-plan",
  ]);
  expect(below.nodes[3]).toMatchObject({
    price: { recurring: { amount: "15.00" } },
    cost: { recurring: { amount: "5.00" } },
  });
  const customerId = encodeId("cus", customersOfTests.johnson.id);
  expect(await slugs("ops@tierline.test", { customerId })).toEqual(["biz-voip", "fiber-100"]);
  expect(await slugs(nora)).toEqual(["biz-voip", "data-boost-5gb", "fiber-100", "mobile-20gb"]);
  expect(await slugs("owner@beta.test", { includeDisabled: true })).toEqual([]);
});

test("O42: what is hidden is counted by the filter that hides it, each offering once", async () => {
  const business = await ask(amy, { segment: "BUSINESS", kind: "PLAN" });
  expect(business.hidden).toEqual([
    { reason: "DISABLED", count: 1 },
    { reason: "SEGMENT", count: 1 },
  ]);
  const nothing = await ask(amy, { segment: "INDIVIDUAL", serviceType: "VOIP" });
  expect([nothing.totalCount.value, nothing.hidden]).toEqual([0, [{ reason: "SEGMENT", count: 1 }]]);
  const lifted = await ask(amy, { serviceType: "VOIP" });
  expect([lifted.totalCount.value, lifted.hidden]).toEqual([1, []]);
});

test("O42: a customer hides what is not for its kind, its country or its services", async () => {
  const customerId = encodeId("cus", customersOfTests.johnSmith.id);
  const forJohn = await ask(amy, { customerId });
  expect(forJohn.nodes.map(({ slug }) => slug)).toEqual(["fiber-100", "mobile-20gb"]);
  expect(forJohn.hidden).toEqual([
    { reason: "DISABLED", count: 1 },
    { reason: "SEGMENT", count: 1 },
    { reason: "NO_COMPATIBLE_SERVICE", count: 1 },
  ]);
  await world.database.rows("update offering set countries = '{FR}' where slug = 'fiber-100'");
  expect((await ask(amy, { customerId })).hidden).toContainEqual({ reason: "COUNTRY", count: 1 });
  await world.database.rows("update offering set countries = '{}' where slug = 'fiber-100'");
  const foreign = [customersOfTests.johnnyBeta.id, newId()].map((id) => encodeId("cus", id));
  for (const id of [...foreign, "cus_x", encodeId("ofr", customersOfTests.johnSmith.id)]) {
    const { errors } = await world.graphql(amy, offeringsDocument, { filter: { customerId: id } });
    expect([id, errors?.[0]?.message]).toEqual([id, "Nothing with this id exists for you."]);
  }
});

test("O34: beside a service the add-ons of its type are shown", async () => {
  const { johnSmith } = customersOfTests;
  const serviceId = newId();
  await world.database.rows(
    `insert into service (id, path, reseller_id, customer_id, offering_id, number, name, service_type, state, suspension_reasons, currency,
       auto_renew, account, parameters, balances, created_at, version)
     values ($1, 'r1.r2.r3.c123.', $2, $3, $4, 1, 'Mobile', 'MOBILE', 'ACTIVE', '{}', 'GBP', false, 'acme-1', '{}', '[]', now(), 1)`,
    [serviceId, johnSmith.resellerId, johnSmith.id, offeringsOfTests.p1.id],
  );
  expect(await slugs(amy, { serviceId: encodeId("svc", serviceId), kind: "ADDON" })).toEqual(["data-boost-5gb"]);
  expect(await slugs(amy, { customerId: encodeId("cus", johnSmith.id), kind: "ADDON" })).toEqual(["data-boost-5gb"]);
  await world.database.rows("update service set service_type = 'INTERNET' where id = $1", [serviceId]);
  const addons = await ask(amy, { serviceId: encodeId("svc", serviceId), kind: "ADDON" });
  expect([addons.nodes, addons.hidden]).toEqual([[], [{ reason: "NO_COMPATIBLE_SERVICE", count: 1 }]]);
  const { errors } = await world.graphql("agent@beta.test", offeringsDocument, {
    filter: { serviceId: encodeId("svc", serviceId) },
  });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  await world.database.rows("delete from service");
});

test("OX1: owner sees price, cost and margin; setup may be sold at a loss", async () => {
  const p1 = await one(anna, "mobile-20gb");
  const gbp = (amount: string) => ({ amount, currency: "GBP" });
  expect(p1.price).toEqual({ setup: gbp("0.00"), recurring: gbp("15.00"), oneOff: null });
  expect(p1.cost).toEqual({ setup: gbp("1.00"), recurring: gbp("5.00"), oneOff: null });
  expect(p1.margin).toEqual({ setup: gbp("-1.00"), recurring: gbp("10.00"), oneOff: null, recurringPercent: "66.67" });
});

test("OX1, U26: an agent and a customer's own user read the retail price and never cost or margin", async () => {
  const nothing = { cost: null, margin: null };
  expect(await one(amy, "mobile-20gb")).toMatchObject({ ...nothing, price: { recurring: { amount: "15.00" } } });
  const { data, errors } = await askAs(world, jane, offeringsDocument, { filter: {} });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { offerings: OfferingsAnswer }).offerings;
  expect(nodes.map(({ slug }) => slug)).toEqual(["biz-voip", "fiber-100"]);
  for (const node of nodes) expect(node).toMatchObject(nothing);
});

test("U26: what a tier above pays stands in no row that a tier below can read, whatever its permissions", async () => {
  for (const user of [nora, "owner@beta.test"]) {
    const rows = await world.as(user).em.execute<unknown[]>("select 1 from cost");
    expect(rows).toEqual([]);
  }
  const everything: Viewer = { ...jane, permissions: new Set(permissionsOf("OPERATOR")) };
  expect(await world.viewing(everything).em.execute<unknown[]>("select 1 from cost")).toEqual([]);
  expect(await one(nora, "mobile-20gb")).toMatchObject({
    cost: null,
    margin: null,
    price: { recurring: { amount: "15.00" } },
  });
});

test("O51: a tier below sells at its own price, in its currency, and unless it has set one at that of the nearest above", async () => {
  await world.database.rows("update reseller set currency = 'EUR' where key = 'acme-north'");
  const before = await one(nora, "mobile-20gb");
  expect(before.price.recurring).toEqual({ amount: "15.00", currency: "GBP" });
  const own = await ok(nora, "updateOffering", {
    id: before.id,
    version: before.version,
    price: { recurring: "19.50", setup: "2.5" },
  });
  expect(own.price).toEqual({
    setup: { amount: "2.50", currency: "EUR" },
    recurring: { amount: "19.50", currency: "EUR" },
    oneOff: null,
  });
  expect((await one(amy, "mobile-20gb")).price.recurring).toEqual({ amount: "15.00", currency: "GBP" });
  expect((await one("ops@tierline.test", "mobile-20gb")) ?? null).toBeNull();
  await ok(nora, "updateOffering", { id: before.id, version: before.version, cost: { recurring: "12.00" } });
  const { margin } = await one(nora, "mobile-20gb");
  expect(margin).toMatchObject({ recurring: { amount: "7.50" }, recurringPercent: "38.46", setup: null });
  expect((await one(anna, "mobile-20gb")).cost?.recurring).toEqual({ amount: "5.00", currency: "GBP" });
});

test("a price's version changes with its amount and with nothing else", async () => {
  const context = world.as(anna);
  const version = async () => (await priceTermsOf(context, offeringsOfTests.p2.id, "r1.r2.r3.c123."))?.version;
  const first = await version();
  const { id, version: read } = await one(anna, "fiber-100");
  const renamed = await ok(anna, "updateOffering", {
    id,
    version: read,
    name: "Fibre 100+",
    price: { recurring: "40.00" },
  });
  expect(await version()).toBe(first);
  const dearer = await ok(anna, "updateOffering", { id, version: renamed.version, price: { recurring: "41.00" } });
  expect(await version()).not.toBe(first);
  expect(dearer.price.setup?.amount).toBe("25.00");
  await ok(anna, "updateOffering", { id, version: dearer.version, name: "Fibre 100", price: { recurring: "40.00" } });
  expect(await version()).not.toBe(first);
});

test("O14, O16: requirements say how much can be picked, one's own reservations included", async () => {
  const availableTo = async (user: string) =>
    (await one(user, "mobile-20gb")).requirements.map(({ slot, available }) => [slot, available]);
  expect(await availableTo(amy)).toEqual([
    ["sim", 3],
    ["number", 3],
  ]);
  const input = {
    idempotencyKey: newId(),
    itemId: null,
    templateId: templatesOfTests.sim.id,
    replacesReservationId: null,
  };
  await reserveItem(world.as(amy), input);
  expect(await availableTo(amy)).toEqual([
    ["sim", 3],
    ["number", 3],
  ]);
  expect(await availableTo(anna)).toEqual([
    ["sim", 2],
    ["number", 3],
  ]);
  expect((await one(amy, "data-boost-5gb")).requirements).toEqual([]);
  world.clock.advance({ minutes: 15 });
  await sweepReservations(world.system());
  world.clock.set(t0);
});

test("problems are shown where an offering is edited: disabled, out of stock, without a playbook", async () => {
  await world.database.rows("update inventory_item set state = 'DAMAGED' where template_id = $1", [
    templatesOfTests.modem.id,
  ]);
  expect((await one(anna, "fiber-100")).problems.map(({ code }) => code)).toEqual(["OUT_OF_STOCK"]);
  await world.database.rows("update inventory_item set state = 'IN_STOCK' where template_id = $1", [
    templatesOfTests.modem.id,
  ]);
  await world.database.rows("update playbook set latest_version = 0");
  expect((await one(anna, "old-plan")).problems.map(({ code }) => code)).toEqual(["DISABLED", "PLAYBOOK_MISSING"]);
  await world.database.rows("update playbook set latest_version = 1");
  expect((await one(anna, "mobile-20gb")).problems).toEqual([]);
});

test("O22, O24: only recurring plans preset automatic renewal", async () => {
  expect(await one(amy, "mobile-20gb")).toMatchObject({ isRecurring: true, autoRenewDefault: true });
  expect(await one(amy, "data-boost-5gb")).toMatchObject({ isRecurring: false, autoRenewDefault: false });
});

test("a search reads name, description and slug; pages follow each other", async () => {
  expect(await slugs(amy, { search: "FIBRE" })).toEqual(["fiber-100"]);
  expect(await slugs(amy, { search: "boost-5" })).toEqual(["data-boost-5gb"]);
  expect(await slugs(amy, { search: "100%" })).toEqual([]);
  const whole = (await ask(amy)).nodes.map(({ slug }) => slug);
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < whole.length; page += 1) {
    const answer: OfferingsAnswer = await ask(amy, {}, { first: 2, after });
    seen.push(...answer.nodes.map(({ slug }) => slug));
    after = answer.pageInfo.endCursor;
    if (!answer.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual(whole);
  for (const filter of [{ search: "a\0" }, { search: "x".repeat(201) }]) {
    const { errors } = await world.graphql(amy, offeringsDocument, { filter });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});
