import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { businessTypes, type BusinessType } from "@tierline/shared/onboarding.ts";
import { expect, test } from "vitest";
import { ids, openShop } from "../testkit/shop.ts";

const shop = await openShop();
const { world } = shop;
const owner = "owner@acme.test";

async function ask<T>(actor: string, document: string, variables: object = {}): Promise<T> {
  const { data, errors } = await world.graphql(actor, document, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data as T;
}

interface Taken {
  readonly id: string;
  readonly step: string;
  readonly takenSteps: string[];
  readonly platform: string;
  readonly customer: { readonly id: string; readonly number: number; readonly businessType: string | null };
}

/** A customer that was taken on, the same but for its business. */
async function takenOn(businessType: BusinessType | "", actor = owner): Promise<Taken> {
  const customer = {
    name: "Adler",
    businessType,
    billingAddress: { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" },
    supportContacts: [
      { name: "Mia", email: "mia@fix.test", role: "MAINTAINER" },
      { name: "Otto", email: "otto@hotel.test", role: "ONSITE_ADMIN" },
    ],
  };
  const begun = await ask<{ saveOnboarding: { onboarding: { id: string } } }>(
    actor,
    "mutation ($input: SaveOnboardingInput!) { saveOnboarding(input: $input) { onboarding { id } } }",
    {
      input: { idempotencyKey: newId(), platform: "MX_ONE", step: "CUSTOMER", draft: JSON.stringify({ customer }) },
    },
  );
  const { id } = begun.saveOnboarding.onboarding;
  const { takeOnboardingStep } = await ask<{ takeOnboardingStep: { onboarding: Taken; userErrors: object[] } }>(
    actor,
    `mutation ($input: TakeOnboardingStepInput!) { takeOnboardingStep(input: $input) {
      onboarding { id step takenSteps platform customer { id number businessType } } userErrors { code path } } }`,
    { input: { id, version: 1, step: "CUSTOMER" } },
  );
  expect(takeOnboardingStep.userErrors).toEqual([]);
  return takeOnboardingStep.onboarding;
}

const counted = async (actor = owner) => {
  type Row = { type: BusinessType | null; customers: number };
  const { customersByBusinessType } = await ask<{ customersByBusinessType: Row[] }>(
    actor,
    "{ customersByBusinessType { type customers } }",
  );
  return customersByBusinessType;
};

test("M4: one's own customers are counted by what they do, those of whom nobody has said too, and nobody else's", async () => {
  const before = await counted();
  const nobodySaid = before.at(-1)!.customers;
  expect(before.map(({ type }) => type)).toEqual([...businessTypes, null]);
  expect(before.slice(0, -1).every(({ customers }) => customers === 0)).toBe(true);
  for (const type of ["RETAIL", "HOSPITALITY", "HOSPITALITY", ""] as const) await takenOn(type);
  const archived = await takenOn("HEALTH");
  await world.database.rows("update customer set state = 'ARCHIVED' where id = $1", [
    decodeId("cus", archived.customer.id),
  ]);
  const own = await takenOn("PUBLIC");
  await world.database.rows("update customer set is_internal = true where id = $1", [decodeId("cus", own.customer.id)]);
  await takenOn("RETAIL", "owner@beta.test");
  const after = await counted();
  expect(after.slice(0, 2)).toEqual([
    { type: "HOSPITALITY", customers: 2 },
    { type: "RETAIL", customers: 1 },
  ]);
  expect(after.at(-1)).toEqual({ type: null, customers: nobodySaid + 1 });
  expect(after.reduce((sum, { customers }) => sum + customers, 0)).toBe(nobodySaid + 4);
  expect((await counted("owner@beta.test"))[0]).toEqual({ type: "RETAIL", customers: 1 });
  expect((await counted("owner@nord.test")).slice(0, -1).every(({ customers }) => customers === 0)).toBe(true);
});

test("M4: of two that are the same but for their business, price, steps and rights are the same", async () => {
  const [shopkeeper, hotel, silent] = [await takenOn("RETAIL"), await takenOn("HOSPITALITY"), await takenOn("")];
  const seen = async ({ customer, step, takenSteps, platform }: Taken, actor: string) => {
    const read =
      "query ($id: ID!) { customer(id: $id) { kind state linesMax homeCountry language } viewer { permissions } }";
    const facts = await ask(actor, read, { id: customer.id });
    return { quote: await quoteOf(customer.id), facts, step, takenSteps, platform };
  };
  const quoteOf = async (customerId: string) => {
    const { facts, checks, canPlace } = await shop.quote(owner, { offeringId: ids.p4, customerId });
    expect(facts.price?.recurring?.micros).toBeGreaterThan(0n); // it has its price
    return {
      price: facts.price,
      canPlace,
      checks: checks.map(({ code, state, refusal }) => ({ code, state, refusal })),
    };
  };
  for (const actor of [owner, "agent@acme.test"]) {
    expect(await seen(hotel, actor)).toEqual(await seen(shopkeeper, actor));
    expect(await seen(silent, actor)).toEqual(await seen(shopkeeper, actor));
  }
});

test("M4: nothing but the onboarding that asks for it and the report that counts it knows what business one does", () => {
  const root = join(import.meta.dirname, "..");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|sql)$/.test(name) && !name.includes("node_modules") && !name.endsWith(".test.ts"))
    .filter((name) => /businessType|business_type/i.test(readFileSync(join(root, name), "utf8")));
  const places = new Set(files.map((name) => relative(root, join(root, name)).split(/[\\/]/)[0]));
  expect([...places].toSorted()).toEqual(["db", "onboarding", "reports", "testkit"]);
  expect(files.filter((name) => name.startsWith("db"))).toEqual(["db/migrations/2026-11-23-onboarding.sql"]);
});
