import { graphql } from "graphql";
import { expect, test } from "vitest";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { ids, openShop } from "./shop.ts";

// What a French agent reads of what the server says, from the catalog to the end of a run.

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";
const { world } = shop;

async function ask<T>(source: string, variableValues: Record<string, unknown>): Promise<T> {
  const contextValue = { ...world.request(agent), language: "fr" as const };
  const { data, errors } = await graphql({ schema: world.schema, source, variableValues, contextValue });
  expect(errors).toBeUndefined();
  return data as T; // as the document asks
}

/** Spaces that do not break are as good as others here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

test("an offering that is not for a customer says in French why", async () => {
  const source = `query ($id: ID!, $customer: ID!) { offering(id: $id) { eligibility(customerId: $customer) { reasons { code message } } } }`;
  const { offering } = await ask<{ offering: { eligibility: { reasons: unknown } } }>(source, {
    id: ids.p4,
    customer: ids.johnSmith,
  });
  expect(offering.eligibility.reasons).toContainEqual({
    code: "SEGMENT",
    message: "Cette offre est réservée aux entreprises.",
  });
});

test("an order that is refused says in French why, at the field, with the same code as in English", async () => {
  const quoted = `query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint checks { code message } } }`;
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim123, itemsOfTests.number123);
  const input = { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds };
  const { orderQuote } = await ask<{
    orderQuote: { fingerprint: string; checks: { code: string; message: string }[] };
  }>(quoted, { input });
  expect(orderQuote.checks.map(({ message }) => plain(message))).toEqual([
    "John Smith (ID: 123), particulier",
    "Visa se terminant par 4242",
    "Mobile - 20 GB est disponible pour ce client",
    "SIM-00123 et +44 7700 900123",
    "15,00 £GB à payer aujourd’hui",
    "Mobile, 20 GB, version 1",
  ]);
  const placed = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { userErrors { code message messageKey path } } }`;
  const { placeOrder } = await ask<{ placeOrder: { userErrors: { message: string }[] } }>(placed, {
    input: { ...input, reservationIds: [], quoteFingerprint: orderQuote.fingerprint, idempotencyKey: "fr-1" },
  });
  expect(placeOrder.userErrors.map((error) => ({ ...error, message: plain(error.message) }))).toContainEqual({
    code: "REQUIRED",
    message: "SIM Card : choisissez-en un.",
    messageKey: "check.pickOne",
    path: ["reservationIds"],
  });
});
