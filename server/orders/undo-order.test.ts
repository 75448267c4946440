import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { undoOrder } from "./undo-order.ts";

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";
const { rows } = shop.world.database;

async function stateOf(table: "customer_order" | "service" | "provisioning_run"): Promise<string> {
  const [row] = await rows<{ state: string }>(`select state from ${table}`);
  return row!.state;
}

test("O13: an order whose run has not begun is undone at once: nothing was done, the items are free, the service never was", async () => {
  const { orderId, runId } = await shop.orderMobile(agent, "123");
  const key = newId();
  const undone = await undoOrder(shop.world.as(agent), { idempotencyKey: key, orderId });
  expect(undone).toEqual({ orderId, runId });
  expect(await stateOf("provisioning_run")).toBe("CANCELLED");
  expect(await stateOf("customer_order")).toBe("CANCELLED");
  expect(await stateOf("service")).toBe("TERMINATED");
  const items = await rows(
    "select label, state, held_by_run_id from inventory_item where id in ($1, $2) order by label",
    [itemsOfTests.sim123.id, itemsOfTests.number123.id],
  );
  expect(items).toEqual([
    { label: "+44 7700 900123", state: "IN_STOCK", held_by_run_id: null },
    { label: "SIM-00123", state: "NEW", held_by_run_id: null },
  ]);
  const before = await shop.everything();
  expect(await undoOrder(shop.world.as(agent), { idempotencyKey: key, orderId })).toEqual(undone);
  expect(await shop.everything()).toEqual(before);
});

test("O13: who ordered, who undid it and when stands in the customer's activity", async () => {
  const entries = await rows<{ operation: string; actor: string }>(
    "select operation, actor from audit_entry order by id",
  );
  expect(entries.map(({ operation }) => operation).toSorted()).toEqual([
    "order.place",
    "order.undo",
    "provisioningRun.cancel",
  ]);
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(["Amy Agent"]));
});

test("O26: two who undo one order at once do it once", async () => {
  const { orderId } = await shop.orderMobile(agent, "124");
  const undo = (email: string) => undoOrder(shop.world.as(email), { idempotencyKey: newId(), orderId });
  const answers = await Promise.allSettled([undo(agent), undo("owner@acme.test")]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const [refused] = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as unknown] : []));
  expect(refused).toMatchObject({ refusals: [{ code: "STATE_CONFLICT" }] });
});

test("the API names what may still be undone and until when", async () => {
  const { orderId } = await shop.orderMobile(agent, "125");
  const placedAt = shop.world.clock.now().getTime();
  const ask = async () => {
    const { data } = await shop.world.graphql(
      agent,
      "query ($id: ID!) { node(id: $id) { ... on Order { state undoableUntil } } }",
      {
        id: encodeId("ord", orderId),
      },
    );
    return (data as { node: { state: string; undoableUntil: string | null } }).node;
  };
  const { undoableUntil } = await ask();
  expect(new Date(undoableUntil ?? "").getTime()).toBe(placedAt + 15 * 60_000);
  shop.world.clock.advance({ minutes: 15, milliseconds: 1 });
  expect((await ask()).undoableUntil).toBeNull();
});
