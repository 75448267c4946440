import { newId, uuidOf } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { advanceDue } from "../payments/advance-payment.ts";
import { openCardOrders } from "../testkit/card-orders.ts";
import { shortAccount } from "../testkit/short-account.ts";
import { toOrderQuote } from "./order-quote.type.ts";

const { shop, agent, path, order, placed, states, credited, lab } = await openCardOrders();
const { world } = shop;
const { endsStrict, standing, notices } = shortAccount(world, path);

test("O41: who has less left than is due may pay by card alone, and nothing follows of the charge that the card pays for", async () => {
  await endsStrict(5);
  const { input } = await order("123");
  const quote = await shop.quote(agent, input);
  expect(toOrderQuote(quote)).toMatchObject({ canPlace: true, canPayNow: true, mustPayNow: true });
  expect(quote.checks).toContainEqual(expect.objectContaining({ code: "ACCOUNT", state: "WARNING" }));
  expect(await placed({ ...input, payNow: false, idempotencyKey: newId() })).toMatchObject({
    order: null,
    userErrors: [{ code: "INSUFFICIENT_BALANCE", path: ["customerId"] }],
  });
  expect(await provisioned(input)).toEqual(["CAPTURING", { balance: "5.00", state: "ACTIVE", reasons: [] }]);
  expect(await notices()).toEqual([]);
  expect(await world.database.rows("select 1 from provisioning_run where kind = 'SUSPEND'")).toEqual([]);
  world.clock.advance({ seconds: 1 });
  const before = await credited();
  await advanceDue(world.system());
  await advanceDue(world.system());
  expect([(await states()).at(-1), await credited(), await standing()]).toEqual([
    "COMPLETED",
    before,
    { balance: "5.00", state: "ACTIVE", reasons: [] },
  ]);
});

test("O41: what the card does not give after all is owed from that moment on, and a strict account is at its end", async () => {
  const { input } = await order("124");
  await provisioned(input);
  await lab().storage.query("update lab_payment set state = 'CANCELLED' where state = 'HELD'");
  world.clock.advance({ seconds: 1 });
  await advanceDue(world.system());
  expect([(await states()).at(-1), await standing()]).toEqual([
    "VOIDED",
    { balance: "-10.00", state: "SUSPENDED", reasons: ["BALANCE"] },
  ]);
  expect(await notices()).toEqual(["LOW", "SUSPENDED"]);
});

test("O41: an account at its end is not lifted by paying an order by card: something has to be paid in first (V9)", async () => {
  const { input } = await order("125");
  expect(await placed(input)).toMatchObject({
    order: null,
    userErrors: [{ code: "INSUFFICIENT_BALANCE", path: ["customerId"] }],
  });
});

/** Placed and provisioned: the payment's state at that moment, and how John stands. */
async function provisioned(input: Record<string, unknown>) {
  const answer = await placed(input);
  expect(answer.userErrors).toEqual([]);
  const engine = await shop.engine();
  await shop.ended(uuidOf(answer.run!.id)!);
  await engine.stop();
  return [(await states()).at(-1), await standing()];
}
