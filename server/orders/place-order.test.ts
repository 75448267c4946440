import { expect, test } from "vitest";
import { ids, openShop } from "../testkit/shop.ts";
const shop = await openShop();
await shop.lab();
await shop.engine();
test("O26: smoke", async () => {
  const placed = await shop.orderMobile("agent@acme.test");
  const run = await shop.ended(placed.runId);
  console.log(run.state, run.error, run.tasks.map((t) => [t.key, t.state, t.message, t.detail]));
  console.log(await shop.world.database.rows("select * from service"), await shop.world.database.rows("select state from customer_order"), await shop.world.database.rows("select kind,title,detail from notification"));
  void ids;
});
