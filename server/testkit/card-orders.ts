import { newId, uuidOf } from "@tierline/shared/id.ts";
import { afterAll, beforeAll, expect } from "vitest";
import { toOrderQuote } from "../orders/order-quote.type.ts";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "./payments-of-tests.ts";
import { ids, openShop } from "./shop.ts";

const agent = "agent@acme.test";
const path = pathOf(customersOfTests.johnSmith);

export interface CardOrder {
  readonly order: { readonly id: string } | null;
  readonly run: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

/** A shop whose customer John has a card that a lab's provider charges; opened and closed with the file's tests. */
export async function openCardOrders() {
  const shop = await openShop();
  const { world } = shop;
  let payments: PaymentsLab;
  beforeAll(async () => {
    payments = await openPaymentsLab(world);
    const gateway = uuidOf(await plantGateway(world, "owner@acme.test", "STRIPE"));
    await world.database.rows(
      "update payment_method set gateway_id = $1, reference = 'pm_card_visa', holder = 'cus_1'",
      [gateway],
    );
  });
  afterAll(() => payments.close());

  async function placed(input: Record<string, unknown>): Promise<CardOrder> {
    const document = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
      order { id } run { id } userErrors { code message path } } }`;
    const { data, errors } = await world.graphql(agent, document, { input });
    expect(errors).toBeUndefined();
    return (data as { placeOrder: CardOrder }).placeOrder;
  }

  async function order(ending: "123" | "124" | "125", idempotencyKey = newId()) {
    const reservationIds = await shop.reserve(agent, itemsOfTests[`sim${ending}`], itemsOfTests[`number${ending}`]);
    const request = { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds };
    const quote = await shop.quote(agent, request);
    expect(toOrderQuote(quote).canPayNow).toBe(true);
    const { fingerprint } = quote;
    const input = { ...request, idempotencyKey, quoteFingerprint: fingerprint, payNow: true };
    return { input, place: () => placed(input) };
  }

  return {
    shop,
    agent,
    path,
    placed,
    order,
    lab: () => payments.lab,
    /** Of John's payments, the oldest first. */
    states: async () =>
      (
        await world.database.rows<{ state: string }>("select state from payment where path = $1 order by id", [path])
      ).map(({ state }) => state),
    /** How many payments were credited. */
    credited: async () =>
      (await world.database.rows("select 1 from ledger_transaction where path = $1 and kind = 'PAYMENT'", [path]))
        .length,
  };
}
