import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { itemsOfTests, offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, jane } from "../testkit/customers-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";
const { graphql, database } = shop.world;

const quoteDocument = `query ($input: OrderQuoteInput!) { orderQuote(input: $input) {
  offering { slug price { recurring { amount } } } customer { label } service { name }
  lines { kind label amount { amount currency } from to } dueToday { amount currency } recurring { amount } nextRenewalOn endsOn
  autoRenewDefault autoRenewReason asksAutoRenew checks { code state message path } canPlace
  plan { key title detail kind needs ignoresErrors deadlineSeconds calls { connector method target body } }
  playbookKey playbookVersion fingerprint
} }`;

const placeDocument = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
  order { id number state autoRenew dueToday { amount } lines { kind amount { amount } } offering { slug } customer { number }
    service { state name } run { id } placedBy channel undoableUntil }
  run { id state kind title totalTasks completedTasks order { number } service { account: name } variables { key value isSecret } }
  userErrors { __typename code message path ... on PriceChangedError { oldDueToday { amount } newDueToday { amount } oldRecurring { amount } newRecurring { amount } } }
} }`;

interface Placed {
  order: { id: string; number: number } | null;
  run: { id: string } | null;
  userErrors: { code: string; path: string[] | null }[];
}

async function quote(input: object): Promise<{ fingerprint: string; canPlace: boolean }> {
  const { data, errors } = await graphql(agent, quoteDocument, { input });
  expect(errors).toBeUndefined();
  return (data as { orderQuote: { fingerprint: string; canPlace: boolean } }).orderQuote;
}

async function place(input: object, user = agent): Promise<Placed> {
  const { data, errors } = await graphql(user, placeDocument, { input });
  expect(errors).toBeUndefined();
  return (data as { placeOrder: Placed }).placeOrder;
}

async function mobile(ending: "123" | "124" | "125"): Promise<Record<string, unknown>> {
  const reservationIds = await shop.reserve(agent, itemsOfTests[`sim${ending}`], itemsOfTests[`number${ending}`]);
  return { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds };
}

test("O25: the review can be drawn from one quote", async () => {
  expect(await quote(await mobile("123"))).toMatchObject({
    offering: { slug: "mobile-20gb", price: { recurring: { amount: "15.00" } } },
    customer: { label: "John Smith (ID: 123)" },
    service: null,
    lines: [
      { kind: "SETUP", label: "Setup", amount: { amount: "0.00", currency: "GBP" }, from: null },
      { kind: "RECURRING", label: "Mobile - 20 GB", amount: { amount: "15.00" }, from: "2026-11-21", to: "2026-12-20" },
    ],
    dueToday: { amount: "15.00", currency: "GBP" },
    recurring: { amount: "15.00" },
    nextRenewalOn: "2026-12-21",
    endsOn: null,
    autoRenewDefault: true,
    asksAutoRenew: true,
    canPlace: true,
    playbookKey: "mobile-20gb",
    playbookVersion: 1,
  });
});

test("O26: the mutation answers order and run, and the same key replays them; other arguments are refused", async () => {
  const request = await mobile("123");
  const input = { ...request, idempotencyKey: newId(), quoteFingerprint: (await quote(request)).fingerprint };
  const first = await place(input);
  expect(first).toMatchObject({
    order: {
      number: 1,
      state: "IN_PROGRESS",
      autoRenew: true,
      service: { state: "PENDING" },
      placedBy: "Amy Agent",
      channel: "CONSOLE",
    },
    run: {
      state: "QUEUED",
      kind: "PROVISION",
      title: "Mobile - 20 GB for John Smith",
      totalTasks: 6,
      completedTasks: 0,
      order: { number: 1 },
    },
    userErrors: [],
  });
  expect(await place(input)).toEqual(first);
  expect((await place({ ...input, autoRenew: false })).userErrors).toMatchObject([{ code: "IDEMPOTENCY_MISMATCH" }]);
  expect(await database.rows("select 1 from customer_order")).toHaveLength(1);
});

test("O19: the run shows its variables, the picked items among them", async () => {
  const { data } = await graphql(
    agent,
    "{ provisioningRuns(first: 1) { nodes { variables { key value isSecret } } } }",
  );
  const [run] = (data as { provisioningRuns: { nodes: { variables: { key: string; value: string }[] }[] } })
    .provisioningRuns.nodes;
  const variables = Object.fromEntries(run!.variables.map(({ key, value }) => [key, value]));
  expect(variables).toMatchObject({
    "customer.number": "123",
    "items.sim.label": "SIM-00123",
    "items.number.identifier": "+447700900123",
    "service.account": "acme-1",
  });
});

test("O25: a changed price comes out as its own error with the amounts before and after", async () => {
  const request = await mobile("124");
  const { fingerprint: quoteFingerprint } = await quote(request);
  await database.rows("update price set amount_micros = 16000000 where kind = 'RECURRING' and offering_id = $1", [
    offeringsOfTests.p1.id,
  ]);
  expect(await place({ ...request, idempotencyKey: newId(), quoteFingerprint })).toMatchObject({
    order: null,
    run: null,
    userErrors: [
      {
        __typename: "PriceChangedError",
        code: "PRICE_CHANGED",
        path: ["quoteFingerprint"],
        oldDueToday: { amount: "15.00" },
        newDueToday: { amount: "16.00" },
        oldRecurring: { amount: "15.00" },
        newRecurring: { amount: "16.00" },
      },
    ],
  });
});

test("U26: a customer sees their orders without cost, and may neither quote nor order", async () => {
  await shop.order(agent, { offeringId: ids.p4, customerId: ids.johnson, siteId: await siteId() });
  const document = `query ($id: ID!) { customer(id: $id) { orders(first: 5) { nodes { number dueToday { amount } run { id } offering { name cost { recurring { amount } } margin { recurringPercent } } } totalCount { value } } } }`;
  const { data, errors } = await askAs(shop.world, jane, document, { id: ids.johnson });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    customer: {
      orders: {
        nodes: [
          {
            number: 2,
            dueToday: { amount: "30.00" },
            run: null,
            offering: { name: "Business VoIP", cost: null, margin: null },
          },
        ],
        totalCount: { value: 1 },
      },
    },
  });
  const quoted = await askAs(shop.world, jane, quoteDocument, {
    input: { offeringId: ids.p4, customerId: ids.johnson },
  });
  expect(quoted.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("an order of another tier answers as one that never was, in every place", async () => {
  const [order] = await database.rows<{ id: string }>("select id from customer_order order by number limit 1");
  const id = encodeId("ord", order!.id);
  const undo = `mutation ($input: UndoOrderInput!) { undoOrder(input: $input) { order { id } userErrors { code } } }`;
  for (const foreign of [id, encodeId("ord", newId()), ids.johnSmith, "x"]) {
    const { data } = await graphql("owner@beta.test", "query ($id: ID!) { node(id: $id) { id } }", { id: foreign });
    expect(data).toEqual({ node: null });
    const { errors } = await graphql("owner@beta.test", undo, { input: { idempotencyKey: newId(), id: foreign } });
    expect(errors?.[0]?.originalError).toMatchObject({
      code: "NOT_FOUND",
      message: "Nothing with this id exists for you.",
    });
  }
});

async function siteId(): Promise<string> {
  const [site] = await database.rows<{ id: string }>("select id from site order by id limit 1");
  return encodeId("sit", site!.id);
}
