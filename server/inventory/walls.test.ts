import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { itemsOfTests, plantCatalogOfTests, plantRun, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { reserveItem } from "./reserve-item.ts";

/** What the database keeps by itself, should a verb forget it. Every statement runs as the application, in the root tier. */

const world = await testWorld();
const { sim123, sim124 } = itemsOfTests;
let reservationId = "";

beforeAll(async () => {
  await plantCatalogOfTests(world);
  const wish = { idempotencyKey: newId(), itemId: sim123.id, templateId: null, replacesReservationId: null };
  reservationId = (await reserveItem(world.as("agent@acme.test"), wish)).id;
});

function write(sql: string, params: unknown[] = []): Promise<unknown> {
  return world.system().em.transactional((em) => em.execute(sql, params));
}

/** A row like that one, with another id and these columns. */
function copyOf(table: string, id: string, changes: Record<string, string>): [string, unknown[]] {
  const columns = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
  const row = `jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${["'id'", "?::uuid", ...columns].join(", ")}))`;
  return [`insert into ${table} select (${row}).* from ${table} t where t.id = ?`, [newId(), id]];
}

const itemCopy = { identifier: "'x'", held_by_run_id: "null" };

const broken: [string, () => [string, unknown[]]][] = [
  ["inventory_template_key", () => copyOf("inventory_template", templatesOfTests.sim.id, {})],
  ["inventory_template_identifier_kind_check", () => ["update inventory_template set identifier_kind = 'NAME'", []]],
  ["inventory_template_release_policy_check", () => ["update inventory_template set release_policy = 'BURN'", []]],
  ["inventory_item_identifier", () => copyOf("inventory_item", sim124.id, {})],
  ["inventory_item_identifier_kind_check", () => ["update inventory_item set identifier_kind = 'NAME'", []]],
  ["inventory_item_state_check", () => ["update inventory_item set state = 'LOST'", []]],
  ["inventory_item_state_before_check", () => ["update inventory_item set state_before = 'LOST'", []]],
  [
    "inventory_item_template_id_foreign",
    () => copyOf("inventory_item", sim124.id, { ...itemCopy, template_id: `'${newId()}'` }),
  ],
  [
    "inventory_item_customer_id_foreign",
    () => copyOf("inventory_item", sim124.id, { ...itemCopy, customer_id: `'${newId()}'` }),
  ],
  ["reservation_open_once", () => copyOf("reservation", reservationId, {})],
  ["reservation_state_check", () => ["update reservation set state = 'LOST'", []]],
  ["reservation_item_id_foreign", () => copyOf("reservation", reservationId, { item_id: `'${newId()}'` })],
  [
    "reservation_user_id_foreign",
    () => copyOf("reservation", reservationId, { state: "'LAPSED'", user_id: `'${newId()}'` }),
  ],
];

test.each(broken)("O18: the database keeps %s", async (constraint, statement) => {
  await expect(write(...statement())).rejects.toThrow(constraint);
});

test("O18: a run holds one item in a slot", async () => {
  const runId = await plantRun(world);
  const hold = "update inventory_item set held_by_run_id = ?, slot = 'sim' where id in (?)";
  await expect(write(hold, [runId, [sim123.id, sim124.id]])).rejects.toThrow("inventory_item_run_slot");
});

test("O21: each step of a history has its own place and known states", async () => {
  const [step] = await world.database.rows<{ id: string }>("select id from custody where item_id = $1", [sim124.id]);
  const { id } = step!;
  await expect(write(...copyOf("custody", id, {}))).rejects.toThrow("custody_step");
  for (const [constraint, changes] of [
    ["custody_from_state_check", { step: "9", from_state: "'LOST'" }],
    ["custody_to_state_check", { step: "9", to_state: "'LOST'" }],
    ["custody_item_id_foreign", { step: "9", item_id: `'${newId()}'` }],
    ["custody_customer_id_foreign", { step: "9", customer_id: `'${newId()}'` }],
  ] as const) {
    await expect(write(...copyOf("custody", id, changes))).rejects.toThrow(constraint);
  }
});

const tables = ["inventory_template", "inventory_item", "reservation", "custody"];

test.each(tables)("X2: %s is read by its tier and those above, written by nobody beside or below", async (table) => {
  const count = async (user: string) => (await world.as(user).em.execute<unknown[]>(`select 1 from ${table}`)).length;
  const all = await count("ops@tierline.test");
  expect(all).toBeGreaterThan(0);
  expect([await count("owner@acme.test"), await count("owner@nord.test")]).toEqual([all, all]);
  expect(await count("owner@beta.test")).toBe(0);
  expect(await count("owner@acme-north.test")).toBe(table === "inventory_template" ? all : 0);
  if (table === "custody") return; // which nobody may change at all
  for (const user of ["owner@beta.test", "owner@acme-north.test"]) {
    expect(await world.as(user).em.execute<unknown[]>(`update ${table} set version = version + 1 returning 1`)).toEqual(
      [],
    );
  }
  const moving = world.as("owner@acme.test").em.execute(`update ${table} set path = 'r1.r2.r4.'`);
  await expect(moving).rejects.toThrow(/row-level security/);
});
