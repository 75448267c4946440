import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import { sweepReservations } from "../inventory/lapse-reservations.ts";
import { reserveItem } from "../inventory/reserve-item.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { offeringsOfTests, plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { priceTermsOf } from "./price-terms.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const anna = "owner@acme.test";
const nora = "owner@acme-north.test";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});

interface Price {
  setup: { amount: string; currency: string } | null;
  recurring: { amount: string; currency: string } | null;
  oneOff: { amount: string; currency: string } | null;
}
interface Offering {
  id: string;
  slug: string;
  name: string;
  version: number;
  isRecurring: boolean;
  autoRenewDefault: boolean;
  price: Price;
  cost: Price | null;
  margin: (Price & { recurringPercent: string | null }) | null;
  requirements: { slot: string; label: string; isRequired: boolean; available: number; template: { key: string } }[];
  problems: { code: string }[];
}
interface Connection {
  nodes: Offering[];
  totalCount: { value: number };
  hidden: { reason: string; count: number }[];
  kindCounts: { kind: string; count: number }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const money = "{ amount currency }";
const amounts = `{ setup ${money} recurring ${money} oneOff ${money} }`;
const offeringFields = `id slug name version isRecurring autoRenewDefault price ${amounts} cost ${amounts}
  margin { setup ${money} recurring ${money} oneOff ${money} recurringPercent }
  requirements { slot label isRequired available template { key } } problems { code }`;
const list = `query ($filter: OfferingFilter, $first: Int = 50, $after: String) { offerings(filter: $filter, first: $first, after: $after) {
  nodes { ${offeringFields} } totalCount { value } hidden { reason count } kindCounts { kind count } pageInfo { endCursor hasNextPage } } }`;

async function ask(user: string, filter: Record<string, unknown> = {}, page: Record<string, unknown> = {}): Promise<Connection> {
  const { data, errors } = await world.graphql(user, list, { filter, ...page });
  expect(errors).toBeUndefined();
  return (data as { offerings: Connection }).offerings;
}

async function slugs(user: string, filter: Record<string, unknown> = {}): Promise<string[]> {
  return (await ask(user, filter)).nodes.map(({ slug }) => slug).sort();
}

async function one(user: string, slug: string): Promise<Offering> {
  const { data, errors } = await world.graphql(user, `query ($slug: String) { offering(slug: $slug) { ${offeringFields} } }`, { slug });
  expect(errors).toBeUndefined();
  return (data as { offering: Offering }).offering;
}

interface Payload {
  offering: Offering | null;
  userErrors: { code: string; path: string[] | null; message: string }[];
}

async function call(user: string, mutation: "createOffering" | "updateOffering", input: Record<string, unknown>): Promise<Payload | string> {
  const type = mutation === "createOffering" ? "CreateOfferingInput!" : "UpdateOfferingInput!";
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { offering { ${offeringFields} } userErrors { code path message } } }`;
  const { data, errors } = await world.graphql(user, document, { input });
  if (errors !== undefined) return (errors[0]?.originalError as { code?: string } | undefined)?.code ?? errors[0]!.message;
  return (data as Record<string, Payload>)[mutation]!;
}

async function codesOf(user: string, mutation: "createOffering" | "updateOffering", input: Record<string, unknown>): Promise<string[]> {
  const payload = await call(user, mutation, input);
  return typeof payload === "string" ? [payload] : payload.userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

async function ok(user: string, mutation: "createOffering" | "updateOffering", input: Record<string, unknown>): Promise<Offering> {
  const payload = await call(user, mutation, input);
  if (typeof payload === "string") throw new Error(payload);
  expect(payload.userErrors).toEqual([]);
  return payload.offering!;
}

function creating(slug: string, more: Record<string, unknown> = {}) {
  return {
    idempotencyKey: newId(),
    slug,
    name: "A plan",
    kind: "PLAN",
    serviceType: "MOBILE",
    segments: ["INDIVIDUAL"],
    isEnabled: true,
    price: { recurring: "10.00" },
    playbookKey: "mobile-20gb",
    ...more,
  };
}

test("O5, O7: the catalog groups plans and add-ons, each with its count", async () => {
  const all = await ask(amy);
  expect(all.nodes.map(({ slug }) => slug)).toEqual(["biz-voip", "data-boost-5gb", "fiber-100", "mobile-20gb"]);
  const kinds = [
    { kind: "PLAN", count: 3 },
    { kind: "ADDON", count: 1 },
  ];
  expect(all.kindCounts).toEqual(kinds);
  const addons = await ask(amy, { kind: "ADDON" });
  expect([addons.nodes.map(({ slug }) => slug), addons.totalCount.value, addons.kindCounts]).toEqual([["data-boost-5gb"], 1, kinds]);
});

test("O6: Individual or Business shows what is for that kind of customer and enabled", async () => {
  expect(await slugs(amy, { segment: "INDIVIDUAL" })).toEqual(["data-boost-5gb", "fiber-100", "mobile-20gb"]);
  expect(await slugs(amy, { segment: "BUSINESS" })).toEqual(["biz-voip", "data-boost-5gb", "fiber-100"]);
  expect(await slugs(anna, { includeDisabled: true })).toContain("old-plan");
  const { errors } = await world.graphql(amy, list, { filter: { includeDisabled: true } });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("X2: a tier sells what is its own and what comes from above; whoever edits also sees what tiers below have made", async () => {
  expect(await slugs("ops@tierline.test")).toEqual([]);
  const below = await ask("ops@tierline.test", { includeDisabled: true });
  expect(below.nodes.map(({ slug }) => slug)).toEqual(["biz-voip", "data-boost-5gb", "fiber-100", "mobile-20gb", "old-plan"]);
  expect(below.nodes[3]).toMatchObject({ price: { recurring: { amount: "15.00" } }, cost: { recurring: { amount: "5.00" } } });
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
    const { errors } = await world.graphql(amy, list, { filter: { customerId: id } });
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
  const { errors } = await world.graphql("agent@beta.test", list, { filter: { serviceId: encodeId("svc", serviceId) } });
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
  const { data, errors } = await askAs(world, jane, list, { filter: {} });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { offerings: Connection }).offerings;
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
  expect(await one(nora, "mobile-20gb")).toMatchObject({ cost: null, margin: null, price: { recurring: { amount: "15.00" } } });
});

test("O51: a tier below sells at its own price, in its currency, and unless it has set one at that of the nearest above", async () => {
  await world.database.rows("update reseller set currency = 'EUR' where key = 'acme-north'");
  const before = await one(nora, "mobile-20gb");
  expect(before.price.recurring).toEqual({ amount: "15.00", currency: "GBP" });
  const own = await ok(nora, "updateOffering", { id: before.id, version: before.version, price: { recurring: "19.50", setup: "2.5" } });
  expect(own.price).toEqual({ setup: { amount: "2.50", currency: "EUR" }, recurring: { amount: "19.50", currency: "EUR" }, oneOff: null });
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
  const renamed = await ok(anna, "updateOffering", { id, version: read, name: "Fibre 100+", price: { recurring: "40.00" } });
  expect(await version()).toBe(first);
  const dearer = await ok(anna, "updateOffering", { id, version: renamed.version, price: { recurring: "41.00" } });
  expect(await version()).not.toBe(first);
  expect(dearer.price.setup?.amount).toBe("25.00");
  await ok(anna, "updateOffering", { id, version: dearer.version, name: "Fibre 100", price: { recurring: "40.00" } });
  expect(await version()).not.toBe(first);
});

test("O14, O16: requirements say how much can be picked, one's own reservations included", async () => {
  const availableTo = async (user: string) => (await one(user, "mobile-20gb")).requirements.map(({ slot, available }) => [slot, available]);
  expect(await availableTo(amy)).toEqual([["sim", 3], ["number", 3]]);
  const input = { idempotencyKey: newId(), itemId: null, templateId: templatesOfTests.sim.id, replacesReservationId: null };
  await reserveItem(world.as(amy), input);
  expect(await availableTo(amy)).toEqual([["sim", 3], ["number", 3]]);
  expect(await availableTo(anna)).toEqual([["sim", 2], ["number", 3]]);
  expect((await one(amy, "data-boost-5gb")).requirements).toEqual([]);
  world.clock.advance({ minutes: 15 });
  await sweepReservations(world.system());
  world.clock.set(t0);
});

test("problems are shown where an offering is edited: disabled, out of stock, without a playbook", async () => {
  await world.database.rows("update inventory_item set state = 'DAMAGED' where template_id = $1", [templatesOfTests.modem.id]);
  expect((await one(anna, "fiber-100")).problems.map(({ code }) => code)).toEqual(["OUT_OF_STOCK"]);
  await world.database.rows("update inventory_item set state = 'IN_STOCK' where template_id = $1", [templatesOfTests.modem.id]);
  await world.database.rows("update playbook set latest_version = 0");
  expect((await one(anna, "old-plan")).problems.map(({ code }) => code)).toEqual(["DISABLED", "PLAYBOOK_MISSING"]);
  await world.database.rows("update playbook set latest_version = 1");
  expect((await one(anna, "mobile-20gb")).problems).toEqual([]);
});

test("O22, O24: only recurring plans preset automatic renewal", async () => {
  expect(await one(amy, "mobile-20gb")).toMatchObject({ isRecurring: true, autoRenewDefault: true });
  expect(await one(amy, "data-boost-5gb")).toMatchObject({ isRecurring: false, autoRenewDefault: false });
});

test("an offering is made with everything it needs, in its reseller's currency, once", async () => {
  const input = creating("mobile-5gb", {
    name: "Mobile - 5 GB",
    price: { setup: "1.5", recurring: "7.123456" },
    cost: { recurring: "3.00" },
    requirements: [
      { templateKey: "sim-card", slot: "sim", isRequired: true },
      { templateKey: "modem-cpe", slot: "spare", label: "Spare modem", isRequired: false },
    ],
    customFields: [{ key: "tone", label: "Tone", kind: "CHOICE", isRequired: false, choices: ["A", "B"] }],
    facts: ["5 GB"],
  });
  const made = await ok(anna, "createOffering", input);
  expect(made).toMatchObject({
    slug: "mobile-5gb",
    price: { setup: { amount: "1.50", currency: "GBP" }, recurring: { amount: "7.123456", currency: "GBP" }, oneOff: null },
    cost: { recurring: { amount: "3.00", currency: "GBP" } },
    requirements: [
      { slot: "sim", label: "SIM Card", isRequired: true, template: { key: "sim-card" } },
      { slot: "spare", label: "Spare modem", isRequired: false, template: { key: "modem-cpe" } },
    ],
  });
  expect((await ok(anna, "createOffering", input)).id).toBe(made.id);
  expect(await codesOf(anna, "createOffering", creating("mobile-5gb"))).toEqual(["TAKEN slug"]);
  await ok("owner@acme-north.test", "createOffering", creating("mobile-5gb"));
  expect((await one(nora, "mobile-5gb")).name).toBe("A plan");
});

test("two who create the same slug at once: one does, the other is told", async () => {
  const answers = await Promise.all([1, 2].map(() => codesOf(anna, "createOffering", creating("twice"))));
  expect(answers.sort()).toEqual([[], ["TAKEN slug"]]);
});

test("O17: an unknown template or playbook is refused on its field, with all that is wrong besides, and nothing is made", async () => {
  const [before] = await world.database.rows<{ count: number }>("select count(*)::int as count from offering");
  const input = creating("Bad Slug", {
    name: " ",
    segments: [],
    facts: ["x".repeat(101)],
    price: { recurring: "-1.00" },
    billingIntervalMonths: 0,
    requirements: [
      { templateKey: "sim-card", slot: "sim", isRequired: true },
      { templateKey: "SIM Card", slot: "sim", isRequired: true },
    ],
    customFields: [{ key: "tone", label: "", kind: "CHOICE", isRequired: false, choices: [] }],
    playbookKey: "nothing",
  });
  expect((await codesOf(anna, "createOffering", input)).sort()).toEqual(
    [
      "INVALID slug",
      "REQUIRED name",
      "REQUIRED segments",
      "TOO_LONG facts.0",
      "INVALID price.recurring",
      "INVALID billingIntervalMonths",
      "TAKEN requirements.1.slot",
      "TEMPLATE_NOT_FOUND requirements.1.templateKey",
      "REQUIRED customFields.0.choices",
      "REQUIRED customFields.0.label",
      "MISSING_ACTION playbookKey",
    ].sort(),
  );
  expect(await codesOf(anna, "createOffering", creating("free", { price: {} }))).toEqual(["REQUIRED price"]);
  expect(await codesOf(anna, "createOffering", creating("nul", { playbookKey: "a\0" }))).toEqual(["MISSING_ACTION playbookKey"]);
  expect(await codesOf(amy, "createOffering", creating("agents"))).toEqual(["FORBIDDEN"]);
  const [after] = await world.database.rows<{ count: number }>("select count(*)::int as count from offering");
  expect(after).toEqual(before);
});

test("O17: a template key means the tier's own template, else that of the nearest above; one beside is unknown", async () => {
  const requirements = [{ templateKey: "sim-card", slot: "sim", isRequired: true }];
  const made = await ok(nora, "createOffering", creating("north-mobile", { requirements }));
  expect(made.requirements[0]?.template.key).toBe("sim-card");
  expect(await codesOf("owner@beta.test", "createOffering", creating("beta-mobile", { requirements }))).toEqual([
    "TEMPLATE_NOT_FOUND requirements.0.templateKey",
  ]);
});

test("an offering changes from the version that was read; its slug stays; every change is recorded", async () => {
  const { id, version } = await one(anna, "biz-voip");
  const changed = await ok(anna, "updateOffering", { id, version, name: "Business Voice", description: "All calls", requirements: [{ templateKey: "modem-cpe", slot: "modem", isRequired: true }] });
  expect(changed).toMatchObject({ slug: "biz-voip", name: "Business Voice", version: version + 1, requirements: [{ slot: "modem" }] });
  expect(await codesOf(anna, "updateOffering", { id, version, name: "Stale" })).toEqual(["STALE version"]);
  expect(await codesOf(anna, "updateOffering", { id, version: version + 1, name: "", segments: [] })).toEqual(["REQUIRED name", "REQUIRED segments"]);
  expect((await one(anna, "biz-voip")).name).toBe("Business Voice");
  await ok(anna, "updateOffering", { id, version: version + 1, requirements: [], name: "Business VoIP" });
  const entries = await world.database.rows("select actor, changes from audit_entry where operation = 'offering.update' and subject_id = $1", [offeringsOfTests.p4.id]);
  expect(entries).toContainEqual({
    actor: "Anna Acme",
    changes: [
      { field: "name", before: "Business VoIP", after: "Business Voice" },
      { field: "description", before: "", after: "All calls" },
      { field: "requirements", before: null, after: "modem: modem-cpe" },
    ],
  });
});

test("X2: a tier below sets its own price and nothing else; a tier beside finds nothing", async () => {
  const { id, version } = await one(nora, "fiber-100");
  expect(await call(nora, "updateOffering", { id, version, name: "Mine" })).toBe("FORBIDDEN");
  expect(await call(nora, "updateOffering", { id, version, isEnabled: false })).toBe("FORBIDDEN");
  for (const other of [id, encodeId("ofr", newId()), "ofr_x", encodeId("cus", offeringsOfTests.p2.id)]) {
    expect(await call("owner@beta.test", "updateOffering", { id: other, version, price: { recurring: "1.00" } })).toBe("NOT_FOUND");
  }
  const seen = await world.graphql("owner@beta.test", "query ($id: ID!) { offering(id: $id) { name } node(id: $id) { id } }", { id });
  expect(seen.data).toEqual({ offering: null, node: null });
  expect((await one(anna, "fiber-100")).name).toBe("Fibre 100");
});

test("only who may see cost may set it", async () => {
  const viewer: Viewer = { ...world.as(anna).viewer, permissions: new Set(["catalog.view", "catalog.edit"]) };
  const document = "mutation ($input: CreateOfferingInput!) { createOffering(input: $input) { offering { id } userErrors { code } } }";
  const { errors } = await askAs(world, viewer, document, { input: creating("secret-cost", { cost: { recurring: "1.00" } }) });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  expect(await one(anna, "secret-cost")).toBeNull();
});

test("a search reads name, description and slug; pages follow each other", async () => {
  expect(await slugs(amy, { search: "FIBRE" })).toEqual(["fiber-100"]);
  expect(await slugs(amy, { search: "boost-5" })).toEqual(["data-boost-5gb"]);
  expect(await slugs(amy, { search: "100%" })).toEqual([]);
  const whole = (await ask(amy)).nodes.map(({ slug }) => slug);
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < whole.length; page += 1) {
    const answer: Connection = await ask(amy, {}, { first: 2, after });
    seen.push(...answer.nodes.map(({ slug }) => slug));
    after = answer.pageInfo.endCursor;
    if (!answer.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual(whole);
  for (const filter of [{ search: "a\0" }, { search: "x".repeat(201) }]) {
    const { errors } = await world.graphql(amy, list, { filter });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});
