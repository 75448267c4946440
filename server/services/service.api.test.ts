import { parse, subscribe } from "graphql";
import { encodeId, newId } from "@tierline/shared/id.ts";
import type { ServiceType } from "@tierline/shared/kinds.ts";
import type { ServiceState } from "@tierline/shared/service-state.ts";
import { expect, test } from "vitest";
import { insertItems } from "../inventory/insert-items.ts";
import { transaction } from "../kernel/context.ts";
import { catchUp } from "../testkit/catch-up.ts";
import { offeringsOfTests, plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { statementsOf } from "../testkit/statements.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { serviceNameOf } from "./activate-service.action.ts";
import { changeService, moveService } from "./move-service.ts";

const world = await testWorld();
const agent = "agent@acme.test";
await plantCustomers(world);
await plantCatalogOfTests(world);

const { acme, beta } = resellersOfTests;
const { johnSmith, johnson, johnnyBeta } = customersOfTests;

async function plant(
  of: typeof johnSmith,
  number: number,
  serviceType: ServiceType,
  state: ServiceState,
  phone: string | null = null,
): Promise<string> {
  const offering = serviceType === "MOBILE" ? offeringsOfTests.p1.id : offeringsOfTests.p2.id;
  const name = serviceNameOf(serviceType, phone, number);
  const id = await plantService(world, of, { number, serviceType, state, offering, name });
  if (phone !== null) await plantNumber(phone, id, of);
  return id;
}

async function plantNumber(phone: string, serviceId: string, of: typeof johnSmith): Promise<void> {
  const template = templatesOfTests.number;
  const path = of === johnnyBeta ? beta.path : acme.path;
  const item = {
    path,
    templateId: template.id,
    identifierKind: template.identifierKind,
    label: phone,
    identifier: phone,
  };
  await insertItems(world.system().em, [
    { ...item, state: "ASSIGNED", serviceId, customerId: of.id, slot: "number", createdAt: t0 },
  ]);
}

const s789 = await plant(johnSmith, 789, "MOBILE", "ACTIVE", "+447700900999");
await plant(johnSmith, 790, "MOBILE", "ACTIVE", "+447700900888");
await plant(johnSmith, 791, "INTERNET", "ACTIVE");
await plant(johnSmith, 792, "MOBILE", "SUSPENDED");
await plant(johnson, 793, "INTERNET", "PENDING");
await plant(johnson, 794, "MOBILE", "PENDING_FAILED");
await plant(johnson, 795, "IPTV", "TERMINATED");
await plant(johnson, 796, "VOIP", "EXPIRED");
const beta1 = await plant(johnnyBeta, 789, "MOBILE", "ACTIVE", "+447700900777");
await catchUp(world);

interface Listed {
  services: {
    nodes: { number: number }[];
    totalCount: { value: number };
    tabCounts: { tab: string; count: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const list = `query ($filter: ServiceFilter, $search: String, $first: Int = 50, $after: String) {
  services(filter: $filter, search: $search, first: $first, after: $after) {
    nodes { number } totalCount { value } tabCounts { tab count } pageInfo { hasNextPage endCursor }
  }
}`;

async function ask(variables: Record<string, unknown> = {}, user = agent): Promise<Listed["services"]> {
  const { data, errors } = await world.graphql(user, list, variables);
  expect(errors).toBeUndefined();
  return (data as unknown as Listed).services;
}
const found = async (variables: Record<string, unknown>, user = agent) =>
  (await ask(variables, user)).nodes.map(({ number }) => number);

test("OX6: the counts of the tabs sum up to All, whatever is filtered or searched", async () => {
  const countsOf = async (variables: Record<string, unknown>) =>
    Object.fromEntries((await ask(variables)).tabCounts.map(({ tab, count }) => [tab, count]));
  expect(await countsOf({})).toEqual({ ALL: 8, ACTIVE: 3, INACTIVE: 4, SUSPENDED: 1 });
  expect(await countsOf({ filter: { tab: "ACTIVE" } })).toEqual({ ALL: 8, ACTIVE: 3, INACTIVE: 4, SUSPENDED: 1 });
  expect(await countsOf({ filter: { serviceType: ["MOBILE"] } })).toEqual({
    ALL: 4,
    ACTIVE: 2,
    INACTIVE: 1,
    SUSPENDED: 1,
  });
  expect(await countsOf({ search: "Johnson" })).toEqual({ ALL: 4, ACTIVE: 0, INACTIVE: 4, SUSPENDED: 0 });
});

test("OX6: each tab shows its states, newest first, and several types may be asked for", async () => {
  expect(await found({ filter: { tab: "ACTIVE" } })).toEqual([791, 790, 789]);
  expect(await found({ filter: { tab: "INACTIVE" } })).toEqual([796, 795, 794, 793]);
  expect(await found({ filter: { tab: "SUSPENDED" } })).toEqual([792]);
  expect(await found({ filter: { serviceType: ["IPTV", "VOIP"] } })).toEqual([796, 795]);
});

test("OX6: a service is found by name, number, customer, phone in any form, and by its whole id", async () => {
  expect(await found({ search: "mobile - +44 7700 900999" })).toEqual([789]);
  expect(await found({ search: "789" })).toContain(789);
  expect(await found({ search: "john smith" })).toEqual([792, 791, 790, 789]);
  expect(await found({ search: "123" })).toEqual([792, 791, 790, 789]);
  expect(await found({ search: "0770" })).toEqual([790, 789]);
  expect(await found({ search: "07700 900999" })).toEqual([789]);
  expect(await found({ search: "+447700900999" })).toEqual([789]);
  expect(await found({ search: "00447700900999" })).toEqual([789]);
  expect(await found({ search: "7700900888" })).toEqual([790]);
  expect(await found({ search: "900888" })).toEqual([790]);
  expect(await found({ search: s789 })).toEqual([789]);
  expect(await found({ search: encodeId("svc", s789) })).toEqual([789]);
  expect(await found({ search: "100%" })).toEqual([]);
  expect(await found({ search: "_" })).toEqual([]);
});

test("OX6: another tier's services are not found by any of it", async () => {
  for (const search of ["Johnny", "900777", "+447700900777", beta1, encodeId("svc", beta1)])
    expect(await found({ search })).toEqual([]);
  expect(await found({ search: "0770" }, "agent@beta.test")).toEqual([789]);
  expect((await ask({}, "owner@nord.test")).totalCount.value).toBe(9);
});

test("pages follow each other without a gap; a cursor or size that was never given out is bad input", async () => {
  const first = await ask({ first: 3 });
  const second = await ask({ first: 50, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes].map(({ number }) => number)).toEqual([
    796, 795, 794, 793, 792, 791, 790, 789,
  ]);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  for (const variables of [
    { first: 0 },
    { first: 101 },
    { after: "x" },
    { after: Buffer.from('["x"]').toString("base64url") },
    { search: "x".repeat(201) },
  ]) {
    const { errors } = await world.graphql(agent, list, variables);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
  const runs =
    "query ($id: ID!, $after: String) { service(id: $id) { provisioningRuns(first: 3, after: $after) { nodes { id } } } }";
  const after = Buffer.from('["x"]').toString("base64url");
  const { errors } = await world.graphql(agent, runs, { id: encodeId("svc", s789), after });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
});

test("a service of another tier, an id of another kind and none answer the same null", async () => {
  for (const id of [encodeId("svc", beta1), encodeId("cus", s789), encodeId("svc", newId()), "x"]) {
    const { data, errors } = await world.graphql(agent, "query ($id: ID!) { service(id: $id) { id } }", { id });
    expect([data, errors]).toEqual([{ service: null }, undefined]);
  }
});

test("OX7, perf-P6: a page of customers with their services, offerings and items costs no more statements for more customers", async () => {
  const source = `query ($first: Int!) { customers(first: $first) { nodes {
    number services(first: 3) { nodes { name offering { name } items { label customer { name } } addons { id } site { name } } }
  } } }`;
  const statements = async (first: number) => {
    let data: unknown;
    const asked = await statementsOf(world.orm, async () => ({ data } = await world.graphql(agent, source, { first })));
    return { count: asked.length, customers: (data as { customers: { nodes: unknown[] } }).customers.nodes.length };
  };
  const [two, three] = [await statements(2), await statements(3)];
  expect([two.customers, three.customers]).toEqual([2, 3]);
  // Customers, services, offerings, items, the items' customers, add-ons: one each.
  expect([two.count, three.count]).toEqual([6, 6]);
});

test("OX7: a customer's own user sees their services and nobody else's", async () => {
  const { data } = await askAs(world, jane, list, { first: 50 });
  expect((data as unknown as Listed).services.nodes.map(({ number }) => number)).toEqual([796, 795, 794, 793]);
  const one = await askAs(world, jane, "query ($id: ID!) { service(id: $id) { id } }", { id: encodeId("svc", s789) });
  expect(one.data).toEqual({ service: null });
});

test("the subscription tells the service at once and after every change, and nothing of another tier", async () => {
  const document = parse("subscription ($id: ID!) { service(id: $id) { version state balances { amount } } }");
  const open = (id: string) =>
    subscribe({ schema: world.schema, document, variableValues: { id }, contextValue: world.request(agent) });
  const events = (await open(encodeId("svc", s789))) as AsyncGenerator<{ data: { service: { version: number } } }>;
  const next = async () => (await events.next()).value.data.service;
  expect(await next()).toMatchObject({ version: 1, state: "ACTIVE", balances: [] });
  await transaction(world.as(agent), (tx) => changeService(tx, s789, {}));
  expect(await next()).toMatchObject({ version: 2 });
  const gone = events.next();
  await events.return(undefined);
  expect(await gone).toMatchObject({ done: true });
  expect(world.changes.subscriberCount).toBe(0);
  const refused = (await open(encodeId("svc", beta1))) as AsyncGenerator<unknown>;
  await expect(refused.next()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a service moves along its states only", async () => {
  const move = (id: string, to: ServiceState) => transaction(world.as(agent), (tx) => moveService(tx, id, to));
  const [pending] = await world.database.rows<{ id: string }>("select id from service where number = 793");
  expect((await move(pending!.id, "ACTIVE"))?.state).toBe("ACTIVE");
  expect(await move(pending!.id, "PENDING")).toBeNull();
  expect((await move(pending!.id, "TERMINATED"))?.state).toBe("TERMINATED");
  expect(await move(pending!.id, "ACTIVE")).toBeNull();
  const [row] = await world.database.rows<{ state: string }>("select state from service where number = 793");
  expect(row?.state).toBe("TERMINATED");
});
