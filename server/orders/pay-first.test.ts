import { uuidOf } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { advanceDue } from "../payments/advance-payment.ts";
import { openCardOrders } from "../testkit/card-orders.ts";

const { shop, order, placed, states, credited, lab } = await openCardOrders();
const { world } = shop;
const booked = () =>
  lab().storage.query<{ state: string; minor: string }>(
    "select state, minor::text as minor from lab_payment order by created_at",
  );

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

test("O41, A-O13: what could not be provisioned is let go: nothing is taken", async () => {
  await lab().faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
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
