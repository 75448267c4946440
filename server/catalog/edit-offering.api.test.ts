import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "../kernel/viewer.ts";
import { catalogApi, creating } from "../testkit/catalog-api.ts";
import { offeringsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { one, call, codesOf, ok } = catalogApi(world);
const amy = "agent@acme.test";
const anna = "owner@acme.test";
const nora = "owner@acme-north.test";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
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
    price: {
      setup: { amount: "1.50", currency: "GBP" },
      recurring: { amount: "7.123456", currency: "GBP" },
      oneOff: null,
    },
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
  expect(answers.flat()).toEqual(["TAKEN slug"]);
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
  expect(await codesOf(anna, "createOffering", creating("nul", { playbookKey: "a\0" }))).toEqual([
    "MISSING_ACTION playbookKey",
  ]);
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
  const changed = await ok(anna, "updateOffering", {
    id,
    version,
    name: "Business Voice",
    description: "All calls",
    requirements: [{ templateKey: "modem-cpe", slot: "modem", isRequired: true }],
  });
  expect(changed).toMatchObject({
    slug: "biz-voip",
    name: "Business Voice",
    version: version + 1,
    requirements: [{ slot: "modem" }],
  });
  expect(await codesOf(anna, "updateOffering", { id, version, name: "Stale" })).toEqual(["STALE version"]);
  expect(await codesOf(anna, "updateOffering", { id, version: version + 1, name: "", segments: [] })).toEqual([
    "REQUIRED name",
    "REQUIRED segments",
  ]);
  expect((await one(anna, "biz-voip")).name).toBe("Business Voice");
  await ok(anna, "updateOffering", { id, version: version + 1, requirements: [], name: "Business VoIP" });
  const entries = await world.database.rows(
    "select actor, changes from audit_entry where operation = 'offering.update' and subject_id = $1",
    [offeringsOfTests.p4.id],
  );
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
    expect(await call("owner@beta.test", "updateOffering", { id: other, version, price: { recurring: "1.00" } })).toBe(
      "NOT_FOUND",
    );
  }
  const seen = await world.graphql(
    "owner@beta.test",
    "query ($id: ID!) { offering(id: $id) { name } node(id: $id) { id } }",
    { id },
  );
  expect(seen.data).toEqual({ offering: null, node: null });
  expect((await one(anna, "fiber-100")).name).toBe("Fibre 100");
});

test("only who may see cost may set it", async () => {
  const viewer: Viewer = { ...world.as(anna).viewer, permissions: new Set(["catalog.view", "catalog.edit"]) };
  const document =
    "mutation ($input: CreateOfferingInput!) { createOffering(input: $input) { offering { id } userErrors { code } } }";
  const { errors } = await askAs(world, viewer, document, {
    input: creating("secret-cost", { cost: { recurring: "1.00" } }),
  });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  expect(await one(anna, "secret-cost")).toBeNull();
});
