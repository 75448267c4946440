import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { plantCatalogOfTests, plantSims } from "../testkit/catalog-of-tests.ts";
import { askAs, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const adam = "agent2@acme.test";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});
beforeEach(() => world.clock.set(t0));

const errors = `userErrors { __typename code message path ... on ItemNotAvailableError { suggestedItem { label state template { key } } }
  ... on LimitExceededError { limit used } }`;
const reserving = `mutation ($input: ReserveInventoryItemInput!) { reserveInventoryItem(input: $input) {
  reservation { id reservedAt expiresAt extendableUntil isYours item { label state reservation { isYours } } } ${errors} } }`;
const extending = `mutation ($input: ExtendReservationInput!) { extendReservation(input: $input) { reservation { expiresAt } ${errors} } }`;
const releasing = `mutation ($input: ReleaseReservationInput!) { releaseReservation(input: $input) { item { state } ${errors} } }`;

async function ask(user: string, document: string, input: Record<string, unknown>): Promise<unknown> {
  const { data, errors: refused } = await world.graphql(user, document, { input });
  return refused === undefined ? data : (refused[0]!.originalError as { code?: string }).code;
}

function reserve(user: string, itemId: string) {
  return ask(user, reserving, { idempotencyKey: newId(), itemId: encodeId("itm", itemId) });
}

test("O18: reserving, extending and giving up through the API", async () => {
  const { items } = await plantSims(world, 1);
  const answer = (await reserve(amy, items[0]!.id)) as { reserveInventoryItem: { reservation: { id: string } } };
  expect(answer).toMatchObject({
    reserveInventoryItem: {
      reservation: {
        reservedAt: "2026-11-21T12:00:00.000Z",
        expiresAt: "2026-11-21T12:15:00.000Z",
        extendableUntil: "2026-11-21T13:00:00.000Z",
        isYours: true,
        item: { label: items[0]!.label, state: "RESERVED", reservation: { isYours: true } },
      },
      userErrors: [],
    },
  });
  const { id } = answer.reserveInventoryItem.reservation;
  const mine = await world.graphql(amy, "{ myReservations { id item { label } } }");
  expect(mine.data).toEqual({ myReservations: [{ id, item: { label: items[0]!.label } }] });
  expect((await world.graphql(adam, "{ myReservations { id } }")).data).toEqual({ myReservations: [] });
  world.clock.advance({ minutes: 5 });
  expect(await ask(amy, extending, { id })).toMatchObject({
    extendReservation: { reservation: { expiresAt: "2026-11-21T12:20:00.000Z" } },
  });
  expect(await ask(amy, releasing, { id })).toEqual({ releaseReservation: { item: { state: "NEW" }, userErrors: [] } });
});

test("O18: whoever comes second is told so, with the next best", async () => {
  const { items, template } = await plantSims(world, 2);
  await reserve(amy, items[0]!.id);
  expect(await reserve(adam, items[0]!.id)).toEqual({
    reserveInventoryItem: {
      reservation: null,
      userErrors: [
        {
          __typename: "ItemNotAvailableError",
          code: "NOT_AVAILABLE",
          message: `${items[0]!.label} is not available any more. Pick another one.`,
          path: ["itemId"],
          suggestedItem: { label: items[1]!.label, state: "NEW", template: { key: template.key } },
        },
      ],
    },
  });
});

test("another's reservation, one of another tier and one that never was are the same NOT_FOUND", async () => {
  const { items } = await plantSims(world, 1);
  const answer = (await reserve(amy, items[0]!.id)) as { reserveInventoryItem: { reservation: { id: string } } };
  const { id } = answer.reserveInventoryItem.reservation;
  for (const [user, target] of [
    [adam, id],
    ["agent@beta.test", id],
    [amy, encodeId("rsv", newId())],
    [amy, encodeId("itm", items[0]!.id)],
    [amy, ""],
  ] as const) {
    expect([await ask(user, extending, { id: target }), await ask(user, releasing, { id: target })]).toEqual([
      "NOT_FOUND",
      "NOT_FOUND",
    ]);
  }
  const seen = await world.graphql("agent@beta.test", "query ($id: ID!) { node(id: $id) { id } }", { id });
  expect(seen.data).toEqual({ node: null });
  await ask(amy, releasing, { id });
});

test("U26: a customer's own user sees neither stock nor reservations", async () => {
  for (const document of [
    "{ inventoryItems(first: 1) { nodes { id } } }",
    "{ inventoryTemplates(first: 1) { nodes { id } } }",
    "{ myReservations { id } }",
    `mutation { reserveInventoryItem(input: { idempotencyKey: "k", templateId: "t" }) { reservation { id } } }`,
    "{ offerings(first: 5) { nodes { requirements { template { counts { count } } } } } }",
  ]) {
    const { errors: refused } = await askAs(world, jane, document);
    expect([document, (refused?.[0]?.originalError as { code?: string } | undefined)?.code]).toEqual([
      document,
      "FORBIDDEN",
    ]);
  }
  const { data } = await askAs(
    world,
    jane,
    "{ offerings(first: 5) { nodes { slug requirements { slot available } problems { code } } } }",
  );
  expect(data).toMatchObject({
    offerings: {
      nodes: [
        { slug: "biz-voip" },
        { slug: "fiber-100", requirements: [{ slot: "modem", available: 0 }], problems: [] },
      ],
    },
  });
});
