import { newId } from "@tierline/shared/id.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { beforeAll, expect, test } from "vitest";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "../catalog/price-list.entity.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { placeOrder } from "./place-order.ts";
import type { Quote } from "./quote-order.ts";
import { draftOf } from "./order-draft.ts";

const shop = await openShop();
await shop.lab();
const { world } = shop;
const agent = "agent@acme.test";
const { acme } = resellersOfTests;
const list = newId();
const mobile = { offeringId: ids.p1, customerId: ids.johnSmith };

const asked = ({ facts: { price } }: Quote) => price?.recurring && decimalOf(price.recurring);

async function say(percent: number): Promise<void> {
  const at = world.clock.now();
  await world.system().em.insert(PriceListVersionEntity, {
    id: newId(),
    path: acme.path,
    list,
    effectiveFrom: at,
    currency: "GBP",
    markupFixedMicros: 0n,
    markupPercent: BigInt(percent * 10_000),
    exchangeRate: null,
    ownPrices: [],
    reason: null,
    createdAt: at,
    createdBy: "Test",
  });
  world.clock.advance({ seconds: 1 });
}

beforeAll(async () => {
  const { em } = world.system();
  const { path, id: reseller } = acme;
  const createdAt = world.clock.now();
  await em.insert(PriceListEntity, { id: list, path, reseller, name: "Retail", createdAt, version: 1 });
});

test("V5: an order is quoted and agreed at the list for customers, a quote from before it is refused, and what is sold keeps its price", async () => {
  const before = await shop.quote(agent, mobile);
  expect(asked(before)).toBe("15.00");
  await say(60);
  expect(asked(await shop.quote(agent, mobile))).toBe("15.00");
  const at = world.clock.now();
  await world.system().em.insert(PriceListBuyerEntity, {
    id: newId(),
    path: acme.path,
    list,
    buyer: null,
    forCustomers: true,
    effectiveFrom: at,
    createdAt: at,
  });
  const shown = async (email: string) =>
    (
      await world.graphql(
        email,
        `{ offering(slug: "mobile-20gb") { price { recurring { amount } } ownPrice { recurring { amount } } } }`,
      )
    ).data;
  const price = { recurring: { amount: "8.00" } };
  expect(await shown("owner@acme.test")).toEqual({
    offering: { price, ownPrice: { recurring: { amount: "15.00" } } }, // what the form changes
  });
  expect(await shown(agent)).toEqual({ offering: { price, ownPrice: null } });
  // 5.00 × 1.6
  expect(asked(await shop.quote(agent, mobile))).toBe("8.00");
  const stale = { idempotencyKey: newId(), draft: draftOf(mobile), quoteFingerprint: before.fingerprint };
  await expect(placeOrder(world.as(agent), stale)).rejects.toMatchObject({
    refusals: expect.arrayContaining([expect.objectContaining({ typeName: "PriceChangedError" })]),
  });
  const { orderId } = await shop.orderMobile(agent);
  const agreed = async () =>
    (
      await world.database.rows<{ micros: string }>(
        "select recurring_micros::text as micros from customer_order where id = $1",
        [orderId],
      )
    ).map(({ micros }) => micros);
  const then = await agreed();
  await say(100);
  expect(asked(await shop.quote(agent, mobile))).toBe("10.00");
  expect(await agreed()).toEqual(then);
  expect(then).toEqual(["8000000"]);
});
