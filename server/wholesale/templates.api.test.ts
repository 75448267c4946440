import { newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCatalogOfTests(world);

const [owner, agent] = ["owner@acme.test", "agent@acme.test"];
type Told = readonly { readonly code: string; readonly path: readonly string[] | null; readonly customers?: number }[];

async function ask(actor: string, document: string, variables: Record<string, unknown> = {}) {
  const { data, errors } = await world.graphql(actor, document, variables);
  expect(errors).toBeUndefined();
  return data as Record<string, never>;
}

interface Template {
  readonly id: string;
  readonly provisioningId: string;
  readonly version: number;
  readonly customerCount: number;
}
const facts = `name provisioningId version country language packages pstnVendor authentication authenticationNote settings { key value }`;

const usual = {
  name: "Small offices",
  country: "gb",
  language: "fr_CA",
  packages: ["mobile-20gb"],
  pstnVendor: "Carrier Ltd",
  authentication: "SAML",
  authenticationNote: "https://idp.example/metadata",
  settings: [{ key: "music on hold", value: "none" }],
};

async function save(changes: object = {}, actor = owner) {
  const document = `mutation ($input: SaveOnboardingTemplateInput!) { saveOnboardingTemplate(input: $input) {
    onboardingTemplate { id customerCount ${facts} } userErrors { code path } } }`;
  const input = { idempotencyKey: newId(), ...usual, ...changes };
  return (await ask(actor, document, { input }))["saveOnboardingTemplate"] as unknown as {
    onboardingTemplate: Template | null;
    userErrors: Told;
  };
}

async function create(more: object) {
  const document = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
    customer { id homeCountry language attributes { key value } onboardingTemplate { ${facts} } } userErrors { code path } } }`;
  const input = { idempotencyKey: newId(), kind: "BUSINESS", name: "New one", ...more };
  return (await ask(agent, document, { input }))["createCustomer"] as unknown as {
    customer: { id: string; onboardingTemplate: object } | null;
    userErrors: Told;
  };
}

async function remove(id: string, version: number): Promise<Told> {
  const document = `mutation ($input: DeleteOnboardingTemplateInput!) { deleteOnboardingTemplate(input: $input) {
    deletedId userErrors { code path ... on TemplateInUseError { customers } } } }`;
  const { deleteOnboardingTemplate } = await ask(owner, document, { input: { id, version } });
  return (deleteOnboardingTemplate as unknown as { userErrors: Told }).userErrors;
}

const told = (errors: Told) => errors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

test("CX13: one template makes many customers, a change touches later ones alone, and one in use is not deleted", async () => {
  const { onboardingTemplate } = await save();
  const { id, provisioningId } = onboardingTemplate!;
  const first = await create({ provisioningId, attributes: [{ key: "floor", value: "2" }] });
  expect(first.customer).toMatchObject({
    homeCountry: "GB",
    language: "fr-CA",
    attributes: [
      { key: "floor", value: "2" },
      { key: "music on hold", value: "none" },
    ],
    onboardingTemplate: { ...usual, country: "GB", language: "fr-CA", version: 1 },
  });
  const changed = await save({ id, version: 1, language: "de", settings: [] });
  expect(changed.onboardingTemplate).toMatchObject({ provisioningId, version: 2, customerCount: 1 });
  const second = await create({ provisioningId, homeCountry: "IE" });
  expect(second.customer).toMatchObject({ homeCountry: "IE", language: "de", attributes: [] });
  const read = `query ($id: ID!) { customer(id: $id) { language onboardingTemplate { version language } } }`;
  expect((await ask(agent, read, { id: first.customer!.id }))["customer"]).toEqual({
    language: "fr-CA",
    onboardingTemplate: { version: 1, language: "fr-CA" },
  });
  expect(await remove(id, 2)).toEqual([{ code: "IN_USE", path: ["id"], customers: 2 }]);
  expect(await world.database.rows("select 1 from onboarding_template")).toHaveLength(1);
});

test("CX13: a template by which nobody was created is deleted, and its provisioning id is unknown then", async () => {
  const { onboardingTemplate } = await save({ name: "Unused" });
  const { id, provisioningId } = onboardingTemplate!;
  expect(told(await remove(id, 9))).toEqual(["STALE version"]);
  expect(await remove(id, 1)).toEqual([]);
  expect(told((await create({ provisioningId })).userErrors)).toEqual(["UNKNOWN_REFERENCE provisioningId"]);
  const entries = await world.database.rows<{ operation: string; actor: string }>(
    "select operation, actor from audit_entry where subject = '\"Unused\"' order by at, id",
  );
  expect(entries.map(({ operation }) => operation)).toEqual(["onboarding_template.save", "onboarding_template.delete"]);
});

test("what is wrong with a template is told at once, and saving it as it is makes no version", async () => {
  const wrong = { name: "Small offices", country: "UK", language: "english", packages: ["mobile-20gb", "nothing"] };
  expect(told((await save(wrong)).userErrors)).toEqual([
    "INVALID country",
    "INVALID language",
    "UNKNOWN_REFERENCE packages.1",
    "TAKEN name",
  ]);
  const { onboardingTemplate } = await save({ name: "The same" });
  const again = await save({ name: "The same", id: onboardingTemplate!.id, version: 1 });
  expect(again.onboardingTemplate?.version).toBe(1);
  expect(told((await save({ name: "The same", id: onboardingTemplate!.id })).userErrors)).toEqual(["STALE version"]);
});

test("templates are of one reseller: nobody beside or below is shown them, and no customer elsewhere is made by them", async () => {
  const { onboardingTemplate } = await save({ name: "Ours alone" });
  const { provisioningId } = onboardingTemplate!;
  const list = "{ onboardingTemplates { name } }";
  expect((await ask(agent, list))["onboardingTemplates"]).toContainEqual({ name: "Ours alone" });
  for (const elsewhere of ["owner@beta.test", "owner@acme-north.test"]) {
    expect((await ask(elsewhere, list))["onboardingTemplates"]).toEqual([]);
    const document = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code path } } }`;
    const input = { idempotencyKey: newId(), kind: "BUSINESS", name: "New one", provisioningId };
    const { createCustomer } = await ask(elsewhere, document, { input });
    expect(told((createCustomer as unknown as { userErrors: Told }).userErrors)).toEqual([
      "UNKNOWN_REFERENCE provisioningId",
    ]);
  }
});
