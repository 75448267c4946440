import { encodeId } from "@tierline/shared/id.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sealEntries } from "../audit/seal-entries.ts";
import { authenticate } from "../identity/authenticate.ts";
import { openSession } from "../identity/session.ts";
import { transaction } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { verifyChains } from "../db/audit-chains.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, charge, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { resellersOfTests } from "../testkit/tree.ts";

// A shop that has sold: Acme, below Nord, with customers, stock, a service and its history.
const shop = await openShop();
const { world } = shop;
await shop.lab();
const engine = await shop.engine();
await shop.ended((await shop.orderMobile("agent@acme.test", "123")).runId);
await engine.stop();

const ops = "ops@tierline.test";
const idOf = (key: keyof typeof resellersOfTests) => encodeId("rsl", resellersOfTests[key].id);
const { rows } = world.database;

interface Plan {
  before: { name: string }[];
  after: { name: string }[];
  resellers: number;
  people: number;
  customers: number;
  services: number;
  items: number;
  rightsLost: string[];
  refusals: { code: string; message: string }[];
  fingerprint: string | null;
}

async function plan(key: keyof typeof resellersOfTests, below: keyof typeof resellersOfTests): Promise<Plan> {
  const { data, errors } = await world.graphql(
    ops,
    `query ($id: ID!, $parentId: ID!) { resellerMove(id: $id, parentId: $parentId) {
      before { name } after { name } resellers people customers services items rightsLost refusals { code message } fingerprint } }`,
    { id: idOf(key), parentId: idOf(below) },
  );
  expect(errors).toBeUndefined();
  return data?.["resellerMove"] as Plan;
}

async function move(
  key: keyof typeof resellersOfTests,
  below: keyof typeof resellersOfTests,
  fingerprint: string | null,
): Promise<string[]> {
  const { data, errors } = await world.graphql(
    ops,
    "mutation ($input: MoveResellerInput!) { moveReseller(input: $input) { reseller { id } userErrors { code } } }",
    { input: { id: idOf(key), parentId: idOf(below), fingerprint: fingerprint ?? "none" } },
  );
  expect(errors).toBeUndefined();
  const payload = data?.["moveReseller"] as { userErrors: { code: string }[] } | undefined;
  return (payload?.userErrors ?? []).map(({ code }) => code);
}

async function moved(key: keyof typeof resellersOfTests, below: keyof typeof resellersOfTests): Promise<void> {
  expect(await move(key, below, (await plan(key, below)).fingerprint)).toEqual([]);
}

const codes = ({ refusals }: Plan) => refusals.map(({ code }) => code);
const pathOf = async (key: string) =>
  (await rows<{ path: string }>("select path from reseller where key = $1", [key]))[0]?.path;

/** How many rows of each table and column lie at a path or below it. */
async function rowsAt(path: string): Promise<Record<string, number>> {
  const places = await rows<{ relation: string; column_name: string }>(
    "select relation::text, column_name from tier_columns()",
  );
  const counts: Record<string, number> = {};
  for (const { relation, column_name } of places) {
    const [found] = await rows<{ count: number }>(
      `select count(*)::int from ${relation} where starts_with(${column_name}, $1)`,
      [path],
    );
    if (found !== undefined && found.count > 0) counts[`${relation}.${column_name}`] = found.count;
  }
  return counts;
}

/** As the next request of a session of that person's. */
async function nowOf(email: "owner@acme.test" | "owner@nord.test" | "owner@beta.test"): Promise<Viewer> {
  const { token } = await transaction(world.as(email), (tx) => openSession(tx, "a browser"));
  const viewer = await authenticate(world.system(), token);
  if (viewer === null) throw new Error(`${email} cannot sign in`);
  return viewer;
}

/** What somebody finds of Acme's: its customer by name, its service, its stock and its runs. */
async function finds(viewer: Viewer): Promise<Record<string, number>> {
  const document = `{ customers(search: "john smith", first: 5) { nodes { id } } services(first: 5) { nodes { id } }
    inventoryItems(first: 100, search: "${itemsOfTests.sim125.label}") { nodes { id } } provisioningRuns(first: 5) { nodes { id } } }`;
  const { data, errors } = await askAs(world, viewer, document);
  expect(errors).toBeUndefined();
  const lists = Object.entries((data ?? {}) as Record<string, { nodes: unknown[] }>);
  return Object.fromEntries(lists.map(([name, { nodes }]) => [name, nodes.length]));
}

beforeEach(() =>
  rows("set local session_replication_role = replica; update reseller set state = 'ACTIVE', delegated = null"),
);
afterEach(async () => {
  if ((await pathOf("acme")) !== resellersOfTests.acme.path) await moved("acme", "nord");
});

test("X2: a reseller is moved with all that belongs to it, history too; the old parent sees nothing of it, the new one everything", async () => {
  await sealEntries(world.system());
  const before = await rowsAt("r1.r2.r3.");
  const all = { customers: 1, services: 1, inventoryItems: 1, provisioningRuns: 1 };
  const nothing = { customers: 0, services: 0, inventoryItems: 0, provisioningRuns: 0 };
  expect(await finds(await nowOf("owner@nord.test"))).toEqual(all);
  const shown = await plan("acme", "tierline");
  expect(shown).toMatchObject({
    before: [{ name: "Tierline Telecom" }, { name: "Nord" }, { name: "Acme" }],
    after: [{ name: "Tierline Telecom" }],
    resellers: 1,
    customers: 3,
    services: 1,
    rightsLost: [],
    refusals: [],
  });
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      "audit_entry.path",
      "custody.path",
      "task_log.path",
      "customer_token.path",
      "counter.path",
    ]),
  );
  expect(await move("acme", "tierline", shown.fingerprint)).toEqual([]);

  expect(await rowsAt("r1.r2.r3.")).toEqual({});
  const after = await rowsAt("r1.r3.");
  const inTheTrail = { "audit_entry.path": (before["audit_entry.path"] ?? 0) + 1, "audit_unsealed.path": 1 };
  expect(after).toEqual({ ...before, ...inTheTrail });
  expect(await pathOf("acme-north")).toBe("r1.r3.r5.");
  expect(await finds(await nowOf("owner@nord.test"))).toEqual(nothing);
  expect(await finds(await nowOf("owner@acme.test"))).toEqual(all);
  expect((await nowOf("owner@acme.test")).path).toBe("r1.r3.");
  const told = await rows<{ path: string }>(
    "select path from audit_entry where operation = 'reseller.move' order by path",
  );
  expect(told.map(({ path }) => path)).toEqual(["r1.r2.", "r1.r3."]);

  await sealEntries(world.system());
  const client = { query: async (text: string, values: unknown[]) => ({ rows: await rows(text, values) }) } as never;
  const chains = await verifyChains(client);
  expect(chains.problems).toEqual([]);
  expect(chains.heads.length).toBeGreaterThan(1);
  // Whoever owns the tables shows an entry to another tier, or leaves it with the old one: its seal alone says nothing of it.
  const carried = (
    await rows<{ id: string; path: string; written_in: string }>(
      "select id, path, written_in from audit_entry where written_in is not null order by at, id limit 1",
    )
  )[0]!;
  const lying = async (path: string): Promise<readonly string[]> => {
    await rows("update audit_entry set path = $1 where id = $2", [path, carried.id]);
    const { problems } = await verifyChains(client);
    await rows("update audit_entry set path = $1 where id = $2", [carried.path, carried.id]);
    return problems.map((problem) => problem.replace(/^\S+ \d+: /, ""));
  };
  const id = encodeId("aud", carried.id);
  for (const path of ["r1.r2.r4.", carried.written_in])
    expect(await lying(path)).toEqual([`the entry ${id} lies at ${path}, and belongs at ${carried.path}`]);
  expect((await verifyChains(client)).problems).toEqual([]);

  await moved("acme", "beta");
  expect(await finds(await nowOf("owner@beta.test"))).toEqual(all);
  expect(await finds(await nowOf("owner@nord.test"))).toEqual(all);
  await sealEntries(world.system());
  expect((await verifyChains(client)).problems).toEqual([]);
});

test("a move that is not what was shown, and one while a run is under way, change nothing", async () => {
  const shown = await plan("acme", "beta");
  const order = await shop.orderMobile("agent@acme.test", "124");
  const before = await rowsAt("r1.r2.r3.");
  const busy = await plan("acme", "beta");
  expect(codes(busy)).toEqual(["STATE_CONFLICT"]);
  expect(busy).toMatchObject({
    fingerprint: null,
    refusals: [{ message: expect.stringMatching(/^1 run is under way/) }],
  });
  expect(await move("acme", "beta", shown.fingerprint)).toEqual(["STATE_CONFLICT"]);
  const again = await shop.engine();
  await shop.ended(order.runId);
  await again.stop();
  expect(await move("acme", "beta", shown.fingerprint)).toEqual(["STALE"]);
  expect(await pathOf("acme")).toBe("r1.r2.r3.");
  expect((await rowsAt("r1.r2.r3."))["customer.path"]).toBe(before["customer.path"]);
});

test("X2: of two moves at once that would be a circle together one is done and one refused", async () => {
  const [down, up] = [await plan("acme", "beta"), await plan("beta", "acme")];
  const answers = await Promise.all([move("acme", "beta", down.fingerprint), move("beta", "acme", up.fingerprint)]);
  expect(answers.toSorted((a, b) => a.length - b.length)).toEqual([[], ["STATE_CONFLICT"]]);
  const paths = [await pathOf("acme"), await pathOf("beta")].toSorted();
  expect([
    ["r1.r2.r4.", "r1.r2.r4.r3."],
    ["r1.r2.r3.", "r1.r2.r3.r4."],
  ]).toContainEqual(paths);
  if (paths.includes("r1.r2.r3.r4.")) await moved("beta", "nord");
});

test("below itself, where it stands already, or below one that is not active a reseller is not moved; the operator never", async () => {
  expect(codes(await plan("acme", "acmeNorth"))).toEqual(["STATE_CONFLICT"]);
  expect(codes(await plan("acme", "acme"))).toEqual(["STATE_CONFLICT"]);
  expect(codes(await plan("acme", "nord"))).toEqual(["STATE_CONFLICT"]);
  expect(codes(await plan("tierline", "nord"))).toEqual(["STATE_CONFLICT"]);
  await rows("update reseller set state = 'SUSPENDED' where key = 'beta'");
  expect(codes(await plan("acme", "beta"))).toEqual(["STATE_CONFLICT"]);
});

test("OX8: the plan names the rights that the new parent does not let be done", async () => {
  await rows("update reseller set delegated = (select array_agg(p) from unnest($1::text[]) p) where key = 'beta'", [
    ["customer.view", "order.place"],
  ]);
  const { rightsLost } = await plan("acme", "beta");
  expect(rightsLost).toContain("order.undo");
  expect(rightsLost).not.toContain("order.place");
});

test("what hangs on the stock or the catalog of those whom the new place does not see keeps a reseller where it is", async () => {
  const [{ id } = { id: "" }] = await rows<{ id: string }>(
    "update inventory_item set path = 'r1.r2.r3.r5.' where label = $1 returning id",
    [itemsOfTests.sim125.label],
  );
  const refused = await plan("acmeNorth", "beta");
  expect(codes(refused)).toContain("IN_USE");
  expect(refused.refusals.at(-1)?.message).toMatch(/hang.? on what Acme offers or holds in stock/);
  await rows("update inventory_item set path = 'r1.r2.r3.' where id = $1", [id]);
});

test("only the operator moves resellers, and the database carries nothing for who does not see both places", async () => {
  for (const email of ["owner@nord.test", "agent@acme.test"]) {
    const { errors } = await world.graphql(
      email,
      "query ($id: ID!) { resellerMove(id: $id, parentId: $id) { items } }",
      {
        id: idOf("acme"),
      },
    );
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining("Move resellers") });
  }
  const carry = (email: string, from: string, to: string) =>
    world.as(email).em.execute("select move_tier(?, ?)", [from, to]);
  for (const [email, from, to] of [
    ["owner@acme.test", "r1.r2.r3.", "r1.r2.r4.r3."],
    ["owner@beta.test", "r1.r2.r3.", "r1.r2.r3."],
    [ops, "r1.r2.r3.", "r1.r2.r4.r3."],
    [ops, "r1.r2.r4.", "r1.r2.r3."],
  ] as const) {
    await expect(carry(email, from, to)).rejects.toThrow(/Nothing is carried/);
  }
  expect(customersOfTests.johnSmith.resellerPath).toBe(await pathOf("acme"));
});

test("a reseller that owes its parent something, or is owed it, is moved once that is settled", async () => {
  const [acme, nord] = [await pathOf("acme"), await pathOf("nord")];
  const accounts = await accountsOfTests(world.system(), acme, nord);
  await posted(world.system(), payment(accounts, pounds(5), "in advance", acme));
  expect(codes(await plan("acme", "tierline"))).toEqual(["NONZERO_BALANCE"]);
  await posted(world.system(), charge(accounts, pounds(5), "settled", acme));
  expect(codes(await plan("acme", "tierline"))).toEqual([]);
});
