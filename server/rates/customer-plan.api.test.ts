import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
const owner = "owner@acme.test";
const johnSmith = encodeId("cus", customersOfTests.johnSmith.id);

async function ask(who: string, source: string, variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await world.graphql(who, source, variables);
  expect(errors).toBeUndefined();
  world.clock.advance({ seconds: 1 });
  return JSON.parse(JSON.stringify(data));
}
async function sellBy(name: string, buyer: object): Promise<void> {
  const saved = (await ask(
    owner,
    "mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) { ratePlan { id } } }",
    { input: { idempotencyKey: newId(), name, markupFixed: "0", markupPercent: "10" } },
  )) as { saveRatePlan: { ratePlan: { id: string } } };
  const input = { idempotencyKey: newId(), id: saved.saveRatePlan.ratePlan.id, ...buyer };
  const source = "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code } } }";
  expect(await ask(owner, source, { input })).toEqual({ assignRatePlan: { userErrors: [] } });
}
async function priced(): Promise<boolean[]> {
  const both = [owner, "owner@beta.test"].map(async (who) => {
    const source = "{ customers(first: 10, orderBy: NUMBER) { nodes { hasRatePlan } } }";
    const { customers } = (await ask(who, source, {})) as {
      customers: { nodes: { hasRatePlan: boolean }[] };
    };
    return customers.nodes.map(({ hasRatePlan }) => hasRatePlan);
  });
  return (await Promise.all(both)).flat();
}

test("V11: calls of a customer have a price once its own reseller has a rate plan in force for it, or for everybody", async () => {
  // Smith, Doe and Johnson of Acme, then the one of Beta.
  expect(await priced()).toEqual([false, false, false, false]);
  await sellBy("Smith's", { customerId: johnSmith });
  expect(await priced()).toEqual([true, false, false, false]);
  await sellBy("For everybody", {});
  expect(await priced()).toEqual([true, true, true, false]);
});

test("V13: a plan is given to a line that is there already, of one's own customer, and then the line is none without a plan any more", async () => {
  await plantCatalogOfTests(world);
  const smith = customersOfTests.johnSmith;
  const first = await plantService(world, smith, { serviceType: "VOIP" });
  const second = await plantService(world, smith, { serviceType: "VOIP" });
  const mobile = await plantService(world, smith);
  const ended = await plantService(world, smith, { serviceType: "VOIP", state: "TERMINATED" });
  const without = async (who = owner) => {
    const source = `query ($id: ID!) { customer(id: $id) { services(first: 20, filter: { withoutRatePlan: true }) { nodes { id } } } }`;
    type Answer = { customer: { services: { nodes: { id: string }[] } } | null };
    const { customer } = (await ask(who, source, { id: johnSmith })) as Answer;
    return customer?.services.nodes.map(({ id }) => id).toSorted() ?? null;
  };
  const named = (...lines: string[]) => lines.map((line) => encodeId("svc", line)).toSorted();
  const found = await without();
  expect(found).toEqual(expect.arrayContaining(named(first, second)));
  expect(found).not.toContain(encodeId("svc", mobile));
  expect(found).not.toContain(encodeId("svc", ended));
  await sellBy("For a line", { serviceId: encodeId("svc", first) });
  expect(await without()).toEqual(found!.filter((id) => id !== encodeId("svc", first)));
  // Another reseller is shown none of them and can give none of them a plan.
  expect(await without("owner@beta.test")).toBeNull();
  const saved = await world.graphql(
    "owner@beta.test",
    "mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) { ratePlan { id } } }",
    { input: { idempotencyKey: newId(), name: "Beta's" } },
  );
  const { id } = (saved.data as { saveRatePlan: { ratePlan: { id: string } } }).saveRatePlan.ratePlan;
  const stolen = await world.graphql(
    "owner@beta.test",
    "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code } } }",
    { input: { idempotencyKey: newId(), id, serviceId: encodeId("svc", second) } },
  );
  expect(stolen.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  const kept = await world.database.rows("select service_id from rate_plan_buyer where service_id is not null");
  expect(kept).toEqual([{ service_id: first }]);
});
