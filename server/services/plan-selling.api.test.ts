import { newId } from "@tierline/shared/id.ts";
import { beforeEach, expect, test } from "vitest";
import { draftOf } from "../orders/order-draft.ts";
import { placeOrder } from "../orders/place-order.ts";
import { quoteOrder } from "../orders/quote-order.ts";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { ids } from "../testkit/shop.ts";
import { openTieredShop, rsl, type Refused } from "../testkit/tiered-shop.ts";
import type { TestReseller } from "../testkit/tree.ts";
import { checkHealth } from "./check-health.ts";
import { letResellerSell } from "./let-reseller-sell.ts";

// What becomes of what is there when something is taken away, and of what was let when a reseller is moved.

const shop = await openTieredShop();
const { world, gold, silver, extra, nordic, ask, letSell, fromAbove } = shop;
const { rows } = world.database;
const ops = "ops@tierline.test";
const nord = "owner@nord.test";
const acme = "agent@acme.test";
const holding = { offeringId: gold, customerId: ids.johnSmith };

beforeEach(() => shop.letAll());

test("U24: what customers have keeps its name, is provisioned to its end and can be ended; only new orders are refused", async () => {
  const before = await shop.order(acme, holding);
  await letSell(nord, "acme", []);
  const engine = await shop.engine();
  expect((await shop.ended(before.runId)).state).toBe("SUCCEEDED");
  await engine.stop();
  const asked = `query ($id: ID!) { customer(id: $id) { orders(first: 5) { nodes { offering { name slug } } }
    services(first: 5) { nodes { id name version offering { id name price { recurring { amount } } } } } } }`;
  interface Has {
    customer: {
      orders: { nodes: { offering: { name: string } }[] };
      services: { nodes: { id: string; name: string; version: number; offering: { name: string } }[] };
    };
  }
  const { customer } = await ask<Has>(acme, asked, { id: ids.johnSmith });
  expect(customer.orders.nodes[0]?.offering.name).toBe("Gold");
  expect(customer.services.nodes[0]).toMatchObject({
    offering: { id: gold, name: "Gold", price: { recurring: { amount: "30.00" } } },
  });
  // From elsewhere it is as if it had never been, also for the database itself.
  expect(await fromAbove(acme)).toEqual([]);
  const holder = customer.services.nodes[0]!;
  const { em } = world.as("owner@beta.test");
  const [service] = await rows<{ id: string }>("select id from service");
  expect(await em.execute("select id from kept_offerings(array[?]::uuid[])", [service?.id])).toEqual([]);
  expect(await world.as(acme).em.execute("select id from offering where slug = 'gold'")).toEqual([]);
  await expect(quoteOrder(world.as(acme), draftOf(holding))).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await checkHealth(world.as(acme), service!.id)).toContainEqual(
    expect.objectContaining({ key: "sip", state: "OK" }),
  );
  const ended = await ask<{ terminateService: { userErrors: Refused[]; run: { id: string } | null } }>(
    "owner@acme.test",
    "mutation ($input: TerminateServiceInput!) { terminateService(input: $input) { userErrors { code path } run { id } } }",
    { input: { idempotencyKey: newId(), id: holder.id, version: holder.version, confirmName: holder.name } },
  );
  expect(ended.terminateService.userErrors).toEqual([]);
  const again = await shop.engine();
  const [run] = await rows<{ id: string }>("select id from provisioning_run where kind = 'TERMINATE'");
  expect((await shop.ended(run!.id)).state).toBe("SUCCEEDED");
  await again.stop();
});

test("U24: an order that is being confirmed is first or refused, never half", async () => {
  const quote = await quoteOrder(world.as(acme), draftOf(holding));
  const placing = { idempotencyKey: newId(), draft: draftOf(holding), quoteFingerprint: quote.fingerprint };
  const version = async () =>
    (await rows<{ version: number }>("select version from reseller where key = 'acme'"))[0]!.version;
  const taking = async () =>
    letResellerSell(world.as(nord), { id: rsl("acme"), version: await version(), offeringIds: [silver] });
  const orders = async () => (await rows<{ count: number }>("select count(*)::int from customer_order"))[0]!.count;
  const count = await orders();

  const gate = () => {
    let open = (): void => undefined;
    return { passed: new Promise<void>((resolve) => (open = resolve)), open: () => open() };
  };
  const waiting = async (): Promise<number | undefined> =>
    (
      await rows<{ count: number }>(
        "select count(*)::int from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())",
      )
    )[0]?.count;

  // Somebody confirms, and is not done yet: who would take it away waits until the order is there.
  const ordered = gate();
  const confirming = world.as(acme).em.transactional(async (em) => {
    await em.execute("select hold_selling(?)", [customersOfTests.johnSmith.id]);
    await ordered.passed;
  });
  const taken = taking();
  await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
  expect(await rows("select 1 from reseller where not sells_all")).toEqual([]);
  ordered.open();
  await Promise.all([confirming, taken]);
  expect(await rows("select key from reseller where not sells_all")).toEqual([{ key: "acme" }]);
  await letSell(nord, "acme", null);

  // Somebody takes it away, and is not done yet: the order waits for that, and is refused.
  const [took, done] = [gate(), gate()];
  const takingAway = world.as(nord).em.transactional(async (em) => {
    await em.execute("select change_selling('r1.r2.r3.')");
    await em.execute("update reseller set sells_all = false where key = 'acme'");
    took.open();
    await done.passed;
  });
  await took.passed;
  const placed = placeOrder(world.as(acme), placing).catch((error: unknown) => error);
  await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
  done.open();
  await takingAway;
  expect(await placed).toMatchObject({ code: "NOT_FOUND" });
  expect(await orders()).toBe(count);
  await letSell(nord, "acme", null);

  // Both at once, again and again: what was ordered was ordered before it was taken away.
  for (let round = 0; round < 4; round += 1) {
    const [order] = await Promise.allSettled([
      placeOrder(world.as(acme), { ...placing, idempotencyKey: newId() }),
      taking(),
    ]);
    const found = await orders();
    expect(found - count).toBe(order.status === "fulfilled" ? 1 : 0);
    if (order.status === "rejected") expect(order.reason).toMatchObject({ code: "NOT_FOUND" });
    await rows(
      "delete from customer_order where id not in (select id from customer_order order by placed_at limit $1)",
      [count],
    );
    await letSell(nord, "acme", null);
  }
});

interface Change {
  gainedCount: number;
  gained: { name: string }[];
  lostCount: number;
  lost: { name: string }[];
  services: number;
}
const change = "catalog { gainedCount gained { name } lostCount lost { name } services }";

test("U24: what it would change is shown before it is done, and what may be let is listed for whoever may see it", async () => {
  const planned = async (offeringIds: readonly string[] | null) =>
    (
      await ask<{ resellerSelling: { catalog: Change; refusals: Refused[] } }>(
        nord,
        `query ($id: ID!, $offeringIds: [ID!]) { resellerSelling(id: $id, offeringIds: $offeringIds) { ${change} refusals { code } } }`,
        { id: rsl("acme"), offeringIds },
      )
    ).resellerSelling;
  await shop.order(acme, holding);
  const [{ count } = { count: 0 }] = await rows<{ count: number }>(
    "select count(*)::int from service s join offering o on o.id = s.offering_id where o.slug = 'gold' and s.state <> 'TERMINATED'",
  );
  expect(count).toBeGreaterThan(0);
  expect(await planned([silver])).toEqual({
    catalog: {
      gainedCount: 0,
      gained: [],
      lostCount: 3,
      lost: [{ name: "Extra" }, { name: "Gold" }, { name: "Nordic" }],
      services: count,
    },
    refusals: [],
  });
  await letSell(nord, "acme", [silver]);
  expect((await planned([gold])).catalog).toMatchObject({
    gained: [{ name: "Gold" }],
    lost: [{ name: "Silver" }],
    services: 0,
  });
  expect((await planned([ids.p1])).refusals).toEqual([{ code: "INVALID" }]);

  const listed = async (user: string, key: TestReseller, more = "") => {
    const { reseller } = await ask<{
      reseller: {
        sellsAll: boolean;
        sellableOfferings: { nodes: { isLet: boolean; offering: { name: string } }[]; totalCount: { value: number } };
      };
    }>(
      user,
      `query ($id: ID!) { reseller(id: $id) { sellsAll sellableOfferings(first: 50${more}) { nodes { isLet offering { name } } totalCount { value } } } }`,
      { id: rsl(key) },
    );
    expect(reseller.sellableOfferings.totalCount.value).toBe(reseller.sellableOfferings.nodes.length);
    return reseller.sellableOfferings.nodes.map(({ isLet, offering }) => `${offering.name}${isLet ? " ✓" : ""}`);
  };
  expect(await listed(nord, "acme")).toEqual(["Gold", "Nordic", "Silver ✓", "Extra"]);
  expect(await listed(nord, "acme", ", isLet: true")).toEqual(["Silver ✓"]);
  expect(await listed(nord, "acme", `, search: "NOR"`)).toEqual(["Nordic"]);
  expect(await listed("owner@acme.test", "acme")).toEqual(["Silver ✓"]);
  expect(await listed(ops, "tierline")).toEqual([]);
});

test("U24: a move shows what is lost and gained, and forgets what only the former parent had let", async () => {
  await rows("delete from service; delete from customer_order; delete from provisioning_run");
  await letSell(ops, "nord", [silver, extra]);
  await letSell(nord, "acme", [silver, nordic]);
  const moving = async (below: TestReseller) =>
    (
      await ask<{ resellerMove: { catalog: Change; fingerprint: string | null; refusals: { message: string }[] } }>(
        ops,
        `query ($id: ID!, $parentId: ID!) { resellerMove(id: $id, parentId: $parentId) { ${change} fingerprint refusals { message } } }`,
        { id: rsl("acme"), parentId: rsl(below) },
      )
    ).resellerMove;
  const move = async (below: TestReseller) => {
    const { fingerprint } = await moving(below);
    const { moveReseller } = await ask<{ moveReseller: { userErrors: Refused[] } }>(
      ops,
      "mutation ($input: MoveResellerInput!) { moveReseller(input: $input) { userErrors { code } } }",
      { input: { id: rsl("acme"), parentId: rsl(below), fingerprint } },
    );
    expect(moveReseller.userErrors).toEqual([]);
  };
  expect(await moving("tierline")).toMatchObject({
    refusals: [],
    catalog: { gained: [], lost: [{ name: "Nordic" }], services: 0 },
  });
  await move("tierline");
  expect(
    await rows(
      "select o.name, s.path from sellable_offering s join offering o on o.id = s.offering_id where s.path like '%.r3.'",
    ),
  ).toEqual([{ name: "Silver", path: "r1.r3." }]);
  await letSell(ops, "acme", [silver, gold]);
  expect(await moving("nord")).toMatchObject({ catalog: { gained: [], lost: [{ name: "Gold" }] } });
  await move("nord");
  expect(await fromAbove(acme)).toEqual(["Silver"]);
});
