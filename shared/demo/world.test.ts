import { expect, test } from "vitest";
import { isAvailable } from "../inventory-item-state.ts";
import { serviceStates, statesOfTab } from "../service-state.ts";
import { demoWorld } from "./world.ts";

const now = new Date("2026-11-21T12:00:00Z");
const world = demoWorld(now);
const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));

test("two starts give the same world", () => {
  expect(demoWorld(now)).toEqual(world);
});

test("a start at another time gives the same world, moved", () => {
  const later = demoWorld(new Date("2027-03-02T07:30:00Z"));
  const fixed = (one: typeof world) => ({
    names: [...one.customers, ...one.services, ...one.offerings].map(({ id, name }) => [id, name]),
    items: one.items.map(({ id, state, serviceId }) => [id, state, serviceId]),
    runs: one.runs.map(({ id, number, state, title }) => [id, number, state, title]).toSorted(),
    orders: one.orders.map(({ id, number, state }) => [id, number, state]).toSorted(),
  });
  expect(fixed(later)).toEqual(fixed(world));
});

test("no id is given twice in the whole world", () => {
  const { now: _, playbooks: __, ...lists } = world;
  const all = [
    ...Object.values(lists).flat(),
    ...world.customers.flatMap(({ contacts, sites, paymentMethods }) => [...contacts, ...sites, ...paymentMethods]),
    ...world.items.flatMap(({ custody }) => custody),
    ...world.offerings.flatMap(({ requirements }) => requirements),
    ...world.services.flatMap(({ addons }) => addons),
    ...world.runs.flatMap(({ tasks }) => tasks.flatMap(({ log }) => log)),
  ].map(({ id }) => id);
  expect(all.length - new Set(all).size).toBe(0);
});

test("everything refers to something that exists", () => {
  const [resellers, users, customers, templates, offerings, services, orders, runs] = [
    ids(world.resellers),
    ids(world.users),
    ids(world.customers),
    ids(world.templates),
    ids(world.offerings),
    ids(world.services),
    ids(world.orders),
    ids(world.runs),
  ];
  const sites = ids(world.customers.flatMap((customer) => customer.sites));
  const dangling = [
    ...world.users.map(({ resellerId }) => resellers.has(resellerId)),
    ...world.items.map(
      (item) => templates.has(item.templateId) && (item.serviceId === null || services.has(item.serviceId)),
    ),
    ...world.items.map(({ heldByRunId }) => heldByRunId === null || runs.has(heldByRunId)),
    ...world.services.map((service) => customers.has(service.customerId) && offerings.has(service.offeringId)),
    ...world.services.map(({ orderId, siteId }) => orders.has(orderId) && (siteId === null || sites.has(siteId))),
    ...world.orders.map(
      (order) => runs.has(order.runId) && services.has(order.serviceId) && users.has(order.placedById),
    ),
    ...world.runs.map((run) => services.has(run.serviceId) && (run.orderId === null || orders.has(run.orderId))),
  ];
  expect(dangling.every(Boolean)).toBe(true);
});

test("there are some forty services, in every state", () => {
  expect(world.services.length).toBe(46);
  expect(new Set(world.services.map(({ state }) => state))).toEqual(new Set(serviceStates));
  const acmeActive = world.services.filter(
    ({ path, state }) => path.startsWith("r1.r2.r3.") && statesOfTab("ACTIVE").includes(state),
  );
  expect(acmeActive.length).toBeGreaterThan(25);
});

test("there are runs that succeeded, failed and wait", () => {
  const states = new Set(world.runs.map(({ state }) => state));
  expect(states).toEqual(
    new Set(["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS", "FAILED", "WAITING", "ROLLED_BACK", "CANCELLED"]),
  );
});

test("fixture F: the first free items are SIM-00123 and +44 7700 900123, and CPE-1 is free", () => {
  const free = (key: string) => {
    const template = world.templates.find((each) => each.key === key && each.path === "r1.r2.r3.");
    return world.items.find(
      (item) => item.templateId === template?.id && item.path === "r1.r2.r3." && isAvailable(item.state),
    )?.label;
  };
  expect([free("sim-card"), free("mobile-number"), free("modem-cpe")]).toEqual([
    "SIM-00123",
    "+44 7700 900123",
    "CPE-1",
  ]);
});

test("O20: what a service has in use belongs to its customer and to no other", () => {
  const services = new Map(world.services.map((service) => [service.id, service]));
  const inUse = world.items.filter(({ state }) => state === "ASSIGNED");
  for (const item of inUse) {
    expect(services.get(item.serviceId ?? "")?.customerId).toBe(item.customerId);
  }
  const slots = inUse.map(({ serviceId, slot }) => `${serviceId} ${slot}`);
  expect(new Set(slots).size).toBe(slots.length);
});

test("X2: every row lies in the tier of its customer or its holder", () => {
  const customers = new Map(world.customers.map(({ id, path }) => [id, path]));
  for (const { path, customerId } of [...world.services, ...world.orders, ...world.runs]) {
    expect(path).toBe(customers.get(customerId));
  }
  const resellers = new Map(world.resellers.map(({ id, path }) => [id, path]));
  expect(world.items.every(({ path, resellerId }) => resellers.get(resellerId) === path)).toBe(true);
});

test("nothing has happened in the future", () => {
  const moments = [
    ...world.runs.flatMap(({ queuedAt, finishedAt }) => [queuedAt, finishedAt ?? queuedAt]),
    ...world.items.flatMap(({ custody }) => custody.map(({ at }) => at)),
    ...world.customers.map(({ createdAt }) => createdAt),
  ];
  expect(moments.filter((moment) => moment > now)).toEqual([]);
});
