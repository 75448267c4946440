import { expect, test } from "vitest";
import { invariant } from "../kernel/rejection.ts";
import { transaction } from "../kernel/context.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { soldOf } from "./order-choice.ts";
import { draftOf } from "./order-draft.ts";
import { readOrderFacts } from "./order-facts.ts";
import { writeOrder } from "./write-order.ts";

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";

test("perf-P1: an order of a reseller is placed while another one's transaction is still open", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim123, itemsOfTests.number123);
  const draft = draftOf({ offeringId: ids.p1, customerId: ids.johnSmith, reservationIds });
  const [open, placed] = await transaction(shop.world.as(agent), async (tx) => {
    const facts = await readOrderFacts(tx, draft);
    const sold = soldOf(facts);
    invariant(sold !== null, "P1 has a price");
    const written = await writeOrder(tx, facts, sold);
    return [written, await shop.orderMobile(agent, "124")];
  });
  const numbers = await shop.world.database.rows(
    `select o.number as "order", r.number as run, s.number as service
     from customer_order o join provisioning_run r on r.id = o.run_id join service s on s.id = o.service_id
     where o.id in ($1, $2) order by 1`,
    [open.orderId, placed.orderId],
  );
  expect(numbers).toEqual([1, 2].map((number) => ({ order: number, run: number, service: number })));
});
