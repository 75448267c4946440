import { expect, test, vi } from "vitest";
import { say } from "@tierline/shared/sentence.ts";
import { testWorld } from "../testkit/world.ts";
import { once } from "./idempotency.ts";
import { Rejection } from "./rejection.ts";

const world = await testWorld();
const key = () => crypto.randomUUID();

test("the same key and arguments run once and give the same answer", async () => {
  const mine = key();
  const work = vi.fn(async () => ({ id: crypto.randomUUID() }));
  const first = await once(world.as("agent@acme.test"), "order.place", mine, { a: 1, b: undefined }, work);
  const second = await once(world.as("agent@acme.test"), "order.place", mine, { a: 1 }, work);
  expect(second).toEqual(first);
  expect(work).toHaveBeenCalledTimes(1);
});

test("other arguments or another operation under the same key are refused", async () => {
  const mine = key();
  await once(world.as("agent@acme.test"), "order.place", mine, { a: 1 }, async () => 1);
  for (const [operation, request] of [
    ["order.place", { a: 2 }],
    ["order.undo", { a: 1 }],
  ] as const) {
    const repeated = once(world.as("agent@acme.test"), operation, mine, request, async () => 2);
    await expect(repeated).rejects.toMatchObject({ refusals: [{ code: "IDEMPOTENCY_MISMATCH" }] });
  }
});

test("a key belongs to its caller: another user's request is another request", async () => {
  const mine = key();
  await once(world.as("agent@acme.test"), "order.place", mine, {}, async () => "acme");
  expect(await once(world.as("agent@beta.test"), "order.place", mine, {}, async () => "beta")).toBe("beta");
});

test("while it is in flight the same key is a conflict, and of many at once one runs", async () => {
  const mine = key();
  const work = vi.fn(async () => new Promise((resolve) => setTimeout(() => resolve("done"), 100)));
  const settled = await Promise.allSettled(
    Array.from({ length: 10 }, () => once(world.as("agent@acme.test"), "order.place", mine, {}, work)),
  );
  expect(work).toHaveBeenCalledTimes(1);
  expect(settled.filter(({ status }) => status === "fulfilled").length).toBeGreaterThanOrEqual(1);
  for (const each of settled) if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "CONFLICT" });
});

test("a refused request keeps no answer and may be tried again", async () => {
  const mine = key();
  const refusing = once(world.as("agent@acme.test"), "order.place", mine, {}, async () => {
    throw new Rejection({ code: "INVALID", message: say("access.notFound") });
  });
  await expect(refusing).rejects.toThrow(Rejection);
  expect(await once(world.as("agent@acme.test"), "order.place", mine, {}, async () => "now")).toBe("now");
});

test("a key left behind by a dead process is given up after a minute", async () => {
  const mine = key();
  const context = world.as("agent@acme.test");
  await world.database.rows(
    `insert into idempotency (path, actor_id, key, operation, request_hash, state, locked_until, created_at)
     values ($1, $2, $3, 'order.place', 'x', 'IN_PROGRESS', $4, $4)`,
    [context.viewer.path, context.viewer.userId, mine, new Date(world.clock.now().getTime() - 61_000)],
  );
  expect(await once(context, "order.place", mine, {}, async () => "again")).toBe("again");
});
