import { encodeId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { parse, subscribe } from "graphql";
import { expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import type { NewOffering } from "../catalog/insert-offerings.ts";
import { firstDifference } from "../connectors/lab/same-calls.ts";
import { insertItems } from "../inventory/insert-items.ts";
import { itemsOfTests, offeringsOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { addOffering, ids, openShop } from "../testkit/shop.ts";
import { checkHealth } from "./check-health.ts";
import { t0 } from "../testkit/world.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const agent = "agent@acme.test";
const { rows } = shop.world.database;
const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };

const registered: NewOffering = {
  ...offeringsOfTests.p1,
  id: "019a0000-0014-7000-8000-000000000101",
  slug: "mobile-100gb",
  name: "Mobile - 100 GB",
};
const television: NewOffering = {
  ...offeringsOfTests.p1,
  id: "019a0000-0014-7000-8000-000000000102",
  slug: "tv-basic",
  name: "TV Basic",
  serviceType: "IPTV",
  requirements: [{ templateId: templatesOfTests.modem.id, slot: "box", label: "IPTV Box", isRequired: true }],
  prices: [
    {
      path: offeringsOfTests.p1.path,
      retail: { setup: null, recurring: parseMoney("9.00", "GBP"), oneOff: null },
      wholesale: { setup: null, recurring: null, oneOff: null },
    },
  ],
};
await addOffering(shop.world, "mobile-register", registered);
await addOffering(shop.world, "iptv", television);
await insertItems(shop.world.system().em, [
  {
    ...itemsOfTests.cpe1,
    id: "019a0000-0013-7000-8000-000000000399",
    label: "BOX-1",
    identifier: "BOX-000001",
    createdAt: t0,
  },
]);

test.each([
  [
    "mobile with register",
    () => ({ offeringId: encodeId("ofr", registered.id), customerId: ids.johnSmith }),
    ["sim123", "number123"],
  ],
  ["IPTV", () => ({ offeringId: encodeId("ofr", television.id), customerId: ids.johnSmith }), ["box"]],
  ["voice", () => ({ offeringId: ids.p4, customerId: ids.johnson, ...site }), []],
] as const)("O3: %s: the run makes the very calls that the plan showed, and no others", async (_, request, slots) => {
  const items = slots.map((slot) =>
    slot === "box" ? { id: "019a0000-0013-7000-8000-000000000399" } : itemsOfTests[slot],
  );
  const reservationIds = await shop.reserve(agent, ...items);
  const { plan } = await shop.quote(agent, { ...request(), reservationIds });
  await lab.storage.clearCalls();
  const { runId } = await shop.order(agent, { ...request(), reservationIds });
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  const byElement = <Call>(calls: readonly Call[], elementOf: (call: Call) => string) =>
    calls.toSorted((x, y) => elementOf(x).localeCompare(elementOf(y))); // tasks side by side have no order among them
  const planned = plan.flatMap(({ calls }) => calls.map((call) => ({ ...call, body: call.body ?? "null" })));
  const made = await lab.storage.calls({ first: 1_000, after: "0" });
  expect(planned.length).toBeGreaterThan(0);
  const difference = firstDifference(
    byElement(planned, ({ connector }) => connector),
    byElement(made, ({ element }) => element),
  );
  expect(difference).toBeNull();
});

test("O46: the probes of several elements are asked side by side, each with its own answer", async () => {
  const healthOf = async (serviceType: string) => {
    const [service] = await rows<{ id: string }>("select id from service where service_type = $1", [serviceType]);
    const probes = inEnglish(await checkHealth(shop.world.as(agent), service!.id));
    return Object.fromEntries(probes.map(({ key, state, message }) => [key, `${state}: ${message}`]));
  };
  expect(await healthOf("MOBILE")).toMatchObject({
    ocs: "OK: Account acme-1 is there",
    register: "OK: SIM-00123 is there",
    radius: "NOT_APPLICABLE: This service does not need it",
  });
  expect(await healthOf("VOIP")).toMatchObject({ sip: "OK: SIP account acme-3 is there; phones signed in: 0" });
  await lab.faultsOf("register").set({ kind: "GARBAGE", times: null, delayMs: 0, garbageBytes: 400 });
  const broken = await healthOf("MOBILE");
  expect(broken["ocs"]).toMatch(/^OK/);
  expect(broken["register"]).toMatch(/^FAILED: subscriber register answered with garbage/);
  await lab.faultsOf("register").set(null);
});

test("O41: the balance on the page changes without a reload as soon as the top-up has run", async () => {
  const [service] = await rows<{ id: string }>("select id from service where service_type = 'MOBILE'");
  const id = encodeId("svc", service!.id);
  const document = parse(
    "subscription ($id: ID!) { service(id: $id) { balances { kind amount unit } addons { offering { slug } } } }",
  );
  const events = (await subscribe({
    schema: shop.world.schema,
    document,
    variableValues: { id },
    contextValue: shop.world.request(agent),
  })) as AsyncGenerator<{ data: { service: { balances: { amount: string }[]; addons: unknown[] } } }>;
  const next = async () =>
    (await events.next()).value.data.service as { balances: { amount: string }[]; addons: unknown[] };
  expect(await next()).toEqual({ balances: [{ kind: "data", amount: "100", unit: "GB" }], addons: [] });
  await shop.order(agent, { offeringId: ids.p3, customerId: ids.johnSmith, serviceId: id });
  for (let seen = await next(); seen.addons.length === 0; seen = await next())
    expect(["100", "105"]).toContain(seen.balances[0]?.amount);
  const { data } = await shop.world.graphql(agent, "query ($id: ID!) { service(id: $id) { balances { amount } } }", {
    id,
  });
  expect(data).toEqual({ service: { balances: [{ amount: "105" }] } });
  await events.return(undefined);
});
