import { beforeAll, beforeEach, expect, test } from "vitest";
import { encodeId, newId } from "@tierline/shared/id.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { transaction } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { itemsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { authenticate } from "./authenticate.ts";
import { NamedCustomerEntity, RoleEntity, RoleGrantEntity } from "./role.entity.ts";
import { openSession } from "./session.ts";

const world = await testWorld();
const acme = resellersOfTests.acme;
const agent = usersOfTests["agent@acme.test"];
const { johnSmith, johnDoe, johnson } = customersOfTests;
let token = "";

beforeAll(async () => {
  await plantCustomers(world);
  token = await transaction(world.as("agent@acme.test"), async (tx) => (await openSession(tx, "a browser")).token);
});

beforeEach(async () => {
  await world.database.rows("delete from role_grant");
  await world.database.rows("delete from named_customer");
  await world.database.rows("update app_user set role = 'AGENT', named_customers_only = false where id = $1", [
    agent.id,
  ]);
  await world.database.rows("update reseller set delegated = null, state = 'ACTIVE'");
});

/** As the next request of the session that has been open all the while. */
async function now(): Promise<Viewer> {
  const viewer = await authenticate(world.system(), token);
  expect(viewer).not.toBeNull();
  return viewer!; // expected just above
}

async function grant(name: string, permissions: readonly string[]): Promise<string> {
  const id = newId();
  const { em } = world.system();
  await em.insert(RoleEntity, {
    id,
    path: acme.path,
    reseller: acme.id,
    name,
    permissions: permissions as Permission[],
    createdAt: t0,
    version: 1,
  });
  await em.insert(RoleGrantEntity, { id: newId(), path: acme.path, user: agent.id, role: id });
  return id;
}

async function nameCustomers(ids: readonly string[]): Promise<void> {
  await world.database.rows("update app_user set named_customers_only = true where id = $1", [agent.id]);
  const rows = ids.map((customer) => ({ id: newId(), path: acme.path, user: agent.id, customer }));
  if (rows.length > 0) await world.system().em.insertMany(NamedCustomerEntity, rows);
}

test("OX8: who has two roles may what either gives, and a role that is taken away is gone at the next request", async () => {
  expect((await now()).permissions.has("catalog.edit")).toBe(false);
  await grant("Catalog keeper", ["catalog.edit", "no.such.permission"]);
  const cost = await grant("Cost reader", ["finance.view", "catalog.edit"]);
  const both = (await now()).permissions;
  expect([both.has("order.place"), both.has("catalog.edit"), both.has("finance.view")]).toEqual([true, true, true]);
  await world.database.rows("delete from role where id = $1", [cost]);
  const one = (await now()).permissions;
  expect([one.has("catalog.edit"), one.has("finance.view")]).toEqual([true, false]);
});

test("OX8: a member may what the reseller's own roles give, and nothing of an agent's", async () => {
  await world.database.rows("update app_user set role = 'MEMBER' where id = $1", [agent.id]);
  expect([...(await now()).permissions]).toEqual(["profile.update"]);
  await grant("Run reader", ["run.view"]);
  expect([...(await now()).permissions]).toEqual(["run.view", "profile.update"]);
});

test("OX8: what any reseller above does not let be done, nobody below may, whatever their roles give", async () => {
  await grant("Cost reader", ["finance.view"]);
  await world.database.rows(
    "update reseller set delegated = '{customer.view,order.place,finance.view}' where key = 'nord'",
  );
  expect([...(await now()).permissions]).toEqual(["customer.view", "finance.view", "order.place"]);
  await world.database.rows("update reseller set delegated = '{customer.view,run.view}' where key = 'acme'");
  expect([...(await now()).permissions]).toEqual(["customer.view"]);
});

const list = "{ customers(first: 10) { nodes { name } totalCount { value } } }";
const one = "query ($id: ID!) { customer(id: $id) { name } node(id: $id) { id } }";
const names = async (viewer: Viewer) => {
  const { data, errors } = await askAs(world, viewer, list);
  expect(errors).toBeUndefined();
  const { customers } = data as unknown as { customers: { nodes: { name: string }[]; totalCount: { value: number } } };
  expect(customers.totalCount.value).toBe(customers.nodes.length);
  return customers.nodes.map(({ name }) => name);
};

test("MX7: a technician who was named one customer lists one, and another is as one that never was", async () => {
  await nameCustomers([johnSmith.id]);
  const technician = await now();
  expect(await names(technician)).toEqual(["John Smith"]);
  const other = await askAs(world, technician, one, { id: encodeId("cus", johnDoe.id) });
  expect(other).toEqual(await askAs(world, technician, one, { id: encodeId("cus", newId()) }));
  expect(other.data).toEqual({ customer: null, node: null });
  expect(technician.permissions.has("customer.create")).toBe(false);
  await nameCustomers([johnson.id]);
  expect(await names(await now())).toEqual(["John Smith", "Johnson Enterprises"]);
});

test("MX7: who was named nobody sees nobody, and what is the reseller's own as ever", async () => {
  await nameCustomers([]);
  const technician = await now();
  expect(await names(technician)).toEqual([]);
  const { data } = await askAs(world, technician, "{ reseller { key } }");
  expect(data).toEqual({ reseller: { key: "acme" } });
});

test("MX7: what of the stock is with an un-named customer, and who had what before, is as if it were not", async () => {
  await plantCatalogOfTests(world);
  const { sim123, sim124, sim125 } = itemsOfTests;
  const { rows } = world.database;
  const told = (item: string, from: string, to: string, reason: string, customer: string | null) =>
    rows(
      `insert into custody (id, path, item_id, step, at, actor, from_state, to_state, reason, customer_id)
       select $1, $2, $3, count(*) + 1, now(), 'Amy', $4, $5, to_jsonb($6::text), $7 from custody where item_id = $3`,
      [newId(), acme.path, item, from, to, reason, customer],
    );
  const sold = async (
    { id }: { readonly id: string },
    customer: { readonly id: string; readonly number: number; readonly name: string },
  ) => {
    const path = `${acme.path}c${customer.number}.`;
    await rows("update inventory_item set state = 'ASSIGNED', customer_id = $2, customer_path = $3 where id = $1", [
      id,
      customer.id,
      path,
    ]);
    await told(id, "IN_STOCK", "ASSIGNED", `Sold to ${customer.name}`, customer.id);
  };
  await sold(sim123, johnSmith);
  await sold(sim124, johnDoe);
  await sold(sim125, johnDoe);
  await rows("update inventory_item set state = 'IN_STOCK', customer_id = null, customer_path = null where id = $1", [
    sim125.id,
  ]);
  await told(sim125.id, "ASSIGNED", "IN_STOCK", "Returned", null); // free again, and its history tells of him
  await nameCustomers([johnSmith.id]);
  const technician = await now();
  const document = `{ inventoryItems(first: 100) { nodes { label customer { name } custody(first: 20) { nodes { reason customer { name } } totalCount { value } } } } }`;
  const { data, errors } = await askAs(world, technician, document);
  expect(errors).toBeUndefined();
  const { nodes } = data!["inventoryItems"] as { nodes: { label: string }[] }; // without errors there is data
  const labels = nodes.map(({ label }) => label);
  expect([labels.includes(sim123.label), labels.includes(sim124.label), labels.includes(sim125.label)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(JSON.stringify(nodes)).toContain("Sold to John Smith");
  expect(JSON.stringify(nodes)).not.toContain("John Doe");
  const item = (id: string) =>
    askAs(world, technician, "query ($id: ID!) { inventoryItem(id: $id) { label } node(id: $id) { id } }", {
      id: encodeId("itm", id),
    });
  expect(await item(sim124.id)).toEqual(await item(newId()));
  const { em } = world.viewing(technician);
  const update = (set: string) => em.execute(`update inventory_item set ${set} where id = ? returning id`, [sim125.id]);
  await expect(update(`customer_path = '${acme.path}c${johnDoe.number}.'`)).rejects.toThrow(/row-level security/);
});

test("a program is none of the people: it has an address that no mail reaches, and no rights of a person's role", async () => {
  const change = (set: string) => world.database.rows(`update app_user set ${set} where id = $1`, [agent.id]);
  for (const set of [
    "kind = 'PROGRAM'",
    "email = 'x@program.invalid'",
    "kind = 'PROGRAM', email = 'x@program.invalid'",
    "kind = 'PROGRAM', email = 'x@program.invalid', role = 'MEMBER', named_customers_only = true",
  ])
    await expect(change(set)).rejects.toThrow(/app_user_email_check/);
});

test("MX7: the database refuses what a technician would write for another customer", async () => {
  await nameCustomers([johnSmith.id]);
  const { em } = world.viewing(await now());
  expect(await em.execute("update customer set name = 'taken' where id = ? returning id", [johnDoe.id])).toEqual([]);
  const path = `${acme.path}c${johnDoe.number}.`;
  const moved = em.execute("update customer set path = ? where id = ?", [path, johnSmith.id]);
  await expect(moved).rejects.toThrow(/row-level security/);
});
