import { newId, uuidOf } from "@tierline/shared/id.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { advanceDue } from "../payments/advance-payment.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "../testkit/payments-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { ids, openShop, type Shop } from "../testkit/shop.ts";
import { toOrderQuote } from "./order-quote.type.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";

const agent = "agent@acme.test";
const shop: Shop = await openShop();
const { world } = shop;
const path = pathOf(customersOfTests.johnSmith);
let payments: PaymentsLab;

beforeAll(async () => {
  payments = await openPaymentsLab(world);
  const gateway = uuidOf(await plantGateway(world, "owner@acme.test", "STRIPE"));
  await world.database.rows("update payment_method set gateway_id = $1, reference = 'pm_card_visa', holder = 'cus_1'", [
    gateway,
  ]);
});
afterAll(() => payments.close());

async function order(ending: "123" | "124" | "125", idempotencyKey = newId()) {
  const reservationIds = await shop.reserve(agent, itemsOfTests[`sim${ending}`], itemsOfTests[`number${ending}`]);
  const request = { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds };
  const quote = await shop.quote(agent, request);
  expect(toOrderQuote(quote).canPayNow).toBe(true);
  const { fingerprint } = quote;
  const input = { ...request, idempotencyKey, quoteFingerprint: fingerprint, payNow: true };
  return { input, place: () => placed(input) };
}

interface Placed {
  readonly order: { readonly id: string } | null;
  readonly run: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string }[];
}

async function placed(input: Record<string, unknown>): Promise<Placed> {
  const document = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
    order { id } run { id } userErrors { code message path } } }`;
  const { data, errors } = await world.graphql(agent, document, { input });
  expect(errors).toBeUndefined();
  return (data as { placeOrder: Placed }).placeOrder;
}

const states = async () =>
  (await world.database.rows<{ state: string }>("select state from payment where path = $1 order by id", [path])).map(
    ({ state }) => state,
  );
const booked = () =>
  payments.lab.storage.query<{ state: string; minor: string }>(
    "select state, minor::text as minor from lab_payment order by created_at",
  );
const credited = async () =>
  (await world.database.rows("select 1 from ledger_transaction where path = $1 and kind = 'PAYMENT'", [path])).length;

test("O41: a payment that is declined orders nothing, starts nothing and takes nothing, and says so", async () => {
  await world.database.rows("update payment_method set reference = 'pm_card_chargeDeclined'");
  const { place } = await order("123");
  const answer = await place();
  expect(answer).toMatchObject({
    order: null,
    run: null,
    userErrors: [{ code: "PAYMENT_DECLINED", message: expect.stringContaining("declined"), path: ["payNow"] }],
  });
  expect(await world.database.rows("select 1 from customer_order")).toEqual([]);
  expect(await world.database.rows("select 1 from provisioning_run")).toEqual([]);
  expect([await states(), await credited()]).toEqual([["DECLINED"], 0]);
  await world.database.rows("update payment_method set reference = 'pm_card_visa'");
});

test("O41: what is due is set aside, and taken once when it is provisioned; confirming again is the same order and payment", async () => {
  const { place } = await order("124");
  const answer = await place();
  expect(answer.userErrors).toEqual([]);
  expect(await place()).toEqual(answer);
  expect(await states()).toEqual(["DECLINED", "AUTHORISED"]);
  expect((await booked()).at(-1)).toMatchObject({ state: "HELD" });
  const engine = await shop.engine();
  await shop.ended(uuidOf(answer.run!.id)!);
  await engine.stop();
  expect(await states()).toEqual(["DECLINED", "CAPTURING"]);
  world.clock.advance({ seconds: 1 });
  await advanceDue(world.system());
  await advanceDue(world.system());
  expect([await states(), await credited()]).toEqual([["DECLINED", "COMPLETED"], 1]);
  expect((await booked()).at(-1)).toMatchObject({ state: "PAID", minor: "1500" });
});

test("O41: what could not be provisioned is let go: nothing is taken", async () => {
  await payments.lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const { place } = await order("125");
  const { run } = await place();
  await world.database.rows("update provisioning_task set max_attempts = 1 where run_id = $1", [uuidOf(run!.id)]);
  const engine = await shop.engine();
  expect((await shop.ended(uuidOf(run!.id)!)).state).toBe("FAILED");
  await engine.stop();
  world.clock.advance({ seconds: 1 });
  await advanceDue(world.system());
  expect([(await states()).at(-1), await credited()]).toEqual(["VOIDED", 1]);
  expect((await booked()).at(-1)).toMatchObject({ state: "CANCELLED" });
});

test("an order that is refused after its payment lets it go, and a payment of which no order came is let go in time", async () => {
  const { place, input } = await order("123");
  expect((await placed({ ...input, quoteFingerprint: "of nothing" })).userErrors.length).toBeGreaterThan(0);
  expect(await states()).toHaveLength(3);
  await place();
  await world.database.rows(
    "update payment set order_id = null, due_at = started_at where id = (select max(id::text)::uuid from payment)",
  );
  world.clock.advance({ minutes: 16 });
  await advanceDue(world.system());
  expect((await states()).at(-1)).toBe("VOIDED");
});
