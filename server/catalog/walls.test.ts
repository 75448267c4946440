import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { offeringsOfTests, plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

/** What the database keeps by itself, should a verb forget it. Every statement runs as the application, in the root tier. */

const world = await testWorld();

beforeAll(() => plantCatalogOfTests(world));

function write(sql: string, params: unknown[] = []): Promise<unknown> {
  return world.system().em.transactional((em) => em.execute(sql, params));
}

/** A row like the offering's first one in that table, with another id and these columns. */
function copy(table: string, changes: Record<string, string> = {}): Promise<unknown> {
  const columns = Object.entries(changes).map(([column, value]) => `'${column}', ${value}`);
  const row = `jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${["'id'", "?::uuid", ...columns].join(", ")}))`;
  const key = table === "offering" ? "id" : "offering_id";
  const source = `select * from ${table} where ${key} = ? order by id limit 1`;
  return write(`insert into ${table} select (${row}).* from (${source}) t`, [newId(), offeringsOfTests.p1.id]);
}

const foreign = () => `'${newId()}'`;

const broken: [string, () => Promise<unknown>][] = [
  ["offering_slug", () => copy("offering")],
  ["offering_kind_check", () => write("update offering set kind = 'GIFT'")],
  ["offering_service_type_check", () => write("update offering set service_type = 'POST'")],
  ["offering_segments_check", () => write("update offering set segments = '{PET}'")],
  ["offering_reseller_id_foreign", () => copy("offering", { reseller_id: foreign() })],
  ["offering_playbook_id_foreign", () => copy("offering", { slug: "'other'", playbook_id: foreign() })],
  ["offering_requirement_slot", () => copy("offering_requirement")],
  ["offering_requirement_offering_id_foreign", () => copy("offering_requirement", { offering_id: foreign() })],
  [
    "offering_requirement_template_id_foreign",
    () => copy("offering_requirement", { slot: "'other'", template_id: foreign() }),
  ],
  ["price_per_seller", () => copy("price")],
  ["price_kind_check", () => copy("price", { kind: "'TIP'" })],
  ["price_offering_id_foreign", () => copy("price", { offering_id: foreign() })],
  ["cost_per_tier", () => copy("cost")],
  ["cost_kind_check", () => copy("cost", { kind: "'TIP'" })],
  ["cost_offering_id_foreign", () => copy("cost", { offering_id: foreign() })],
];

test.each(broken)("OX1: the database keeps %s", async (constraint, statement) => {
  await expect(statement()).rejects.toThrow(constraint);
});

test("O17: a template that an offering requires cannot be deleted behind the verb's back", async () => {
  await world.database.rows("delete from custody");
  await world.database.rows("delete from inventory_item");
  const deleting = write("delete from inventory_template where id = ?", [templatesOfTests.sim.id]);
  await expect(deleting).rejects.toThrow("offering_requirement_template_id_foreign");
});

const tables = { offering: true, offering_requirement: true, price: true, cost: false };

test.each(Object.entries(tables))(
  "U26: %s is readable below its tier: %s; writable there never",
  async (table, isReadableBelow) => {
    const count = async (user: string) => (await world.as(user).em.execute<unknown[]>(`select 1 from ${table}`)).length;
    const all = await count("ops@tierline.test");
    expect(all).toBeGreaterThan(0);
    expect([await count("owner@acme.test"), await count("owner@nord.test")]).toEqual([all, all]);
    expect(await count("owner@beta.test")).toBe(0);
    expect(await count("owner@acme-north.test")).toBe(isReadableBelow ? all : 0);
    for (const user of ["owner@beta.test", "owner@acme-north.test"]) {
      expect(await world.as(user).em.execute<unknown[]>(`update ${table} set path = path returning 1`)).toEqual([]);
    }
    const moving = world.as("owner@acme.test").em.execute(`update ${table} set path = 'r1.r2.r4.'`);
    await expect(moving).rejects.toThrow(/row-level security/);
  },
);
