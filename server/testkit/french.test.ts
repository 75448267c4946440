import { encodeId } from "@tierline/shared/id.ts";
import { graphql, parse, subscribe } from "graphql";
import { expect, test } from "vitest";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { ids, openShop } from "./shop.ts";

// What a French agent reads of what the server says, from the catalog to the end of a run.

const shop = await openShop();
const lab = await shop.lab();
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

interface Failed {
  readonly title: string;
  readonly error: { readonly title: string; readonly message: string; readonly whatToCheck: readonly string[] };
  readonly tasks: readonly { readonly state: string; readonly message: string | null }[];
  readonly actions: readonly { readonly action: string; readonly reason: string | null }[];
}

test("a run that failed says in French what happened and what to check, and so does its notification", async () => {
  await lab.faultsOf("ocs").set({ kind: "GARBAGE", times: null, delayMs: 0, garbageBytes: 5 });
  await shop.engine();
  const { runId } = await shop.orderMobile(agent, "124");
  const { number } = await shop.ended(runId);
  const source = `query ($id: ID!) { provisioningRun(id: $id) {
    title error { title message whatToCheck } tasks { title state message } actions { action reason }
  } }`;
  const { provisioningRun } = await ask<{ provisioningRun: Failed }>(source, { id: encodeId("run", runId) });
  const { title, error, tasks, actions } = provisioningRun;
  expect(title).toBe("Mobile - 20 GB pour John Smith");
  expect(plain(error.title)).toBe("Réponse dénuée de sens : OCS");
  expect(plain(error.message)).toMatch(/^OCS : réponse dénuée de sens, /);
  expect(error.whatToCheck).toEqual([
    "Lisez la réponse dans le journal.",
    "L’adresse mène-t-elle au bon système, au-delà des mandataires et des pages de connexion\u202f?",
  ]);
  expect(tasks.find(({ state }) => state === "FAILED")?.message).toBe(error.message);
  expect(actions.find(({ action }) => action === "CANCEL")?.reason).toBe(
    "Seule une exécution en file, en cours ou en attente peut être abandonnée.",
  );

  const told = await firstNotification();
  expect(plain(told.title)).toBe(`L’exécution ${number} a échoué : ${title}`);
  expect(told.detail).toBe(error.message);
});

async function firstNotification(): Promise<{ title: string; detail: string }> {
  const document = parse("subscription { notifications { title detail } }");
  const contextValue = { ...world.request(agent), language: "fr" as const };
  const events = (await subscribe({ schema: world.schema, document, contextValue })) as AsyncGenerator<{
    data: { notifications: { title: string; detail: string } };
  }>;
  const { value } = await events.next();
  await events.return(undefined);
  return value.data.notifications;
}

test("what was stored as words before sentences were, is said as it stands", async () => {
  await world.database.rows(
    "update provisioning_task set message = to_jsonb('Cannot connect to OCS'::text) where state = 'FAILED'",
  );
  const source = `query { provisioningRuns(first: 1) { nodes { tasks { state message } } } }`;
  const { provisioningRuns } = await ask<{ provisioningRuns: { nodes: { tasks: Failed["tasks"] }[] } }>(source, {});
  const failed = provisioningRuns.nodes[0]?.tasks.find(({ state }) => state === "FAILED");
  expect(failed?.message).toBe("Cannot connect to OCS");
});
