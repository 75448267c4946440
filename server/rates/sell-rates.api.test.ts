import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const owner = "owner@acme.test";
const customer = encodeId("cus", customersOfTests.johnDoe.id);
const own = (target: string, ratePerMinute: string) => ({ scope: "PREFIX", target, ratePerMinute }) as const;

async function ask<T>(source: string, variables: object): Promise<T> {
  const { data, errors } = await world.graphql(owner, source, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

async function listed(search: string, first = 20, after: string | null = null) {
  const source = `query ($customer: ID!, $search: String!, $first: Int!, $after: String) {
    sellRates(customerId: $customer, search: $search, first: $first, after: $after) {
      nodes { prefix destination sellRate buyRate } pageInfo { endCursor hasNextPage } } }`;
  type Node = { prefix: string; destination: string; sellRate: string | null; buyRate: string | null };
  type Answer = { sellRates: { nodes: readonly Node[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
  const { sellRates } = await ask<Answer>(source, { customer, search, first, after });
  return {
    ...sellRates.pageInfo,
    rates: sellRates.nodes.map((each) => [each.prefix, each.destination, each.sellRate, each.buyRate]),
    prefixes: sellRates.nodes.map(({ prefix }) => prefix),
  };
}

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [
    ["33", "France", "0.01", "60/60"],
    ["44", "UK", "0.02", "60/60"],
    ["447", "UK Mobile", "0.05", "60/60"],
  ]);
  // Of Nord's own rates for Acme one is what its markup makes anyway, the other is not.
  const above = { markupPercent: "20", overrides: [own("4420", "0.024"), own("3361", "0.03")] };
  await plantPlan(world, "nord", above, { reseller: resellersOfTests.acme.id });
  const overrides = [own("4477", "0.08"), own("88", "1"), own("447", "0.07")];
  await plantPlan(world, "acme", { markupPercent: "50", overrides }, { customer: customersOfTests.johnDoe.id });
  world.clock.advance({ hours: 1 });
});

const all = [
  ["33", "France", "0.018", "0.012"],
  ["3361", "France", "0.045", "0.03"],
  ["44", "UK", "0.036", "0.024"],
  ["447", "UK Mobile", "0.07", "0.06"],
  ["4477", "UK Mobile", "0.08", "0.06"],
  ["88", "", null, null],
];

test("VX9: own rates for prefixes that the deck does not have are listed in their place, with what is paid there", async () => {
  expect((await listed("")).rates).toEqual(all);
  const { simulateCall } = await ask<{ simulateCall: { steps: object[] } }>(
    `query ($customer: ID!) { simulateCall(input: { to: "447712345678", seconds: 60, customerId: $customer }) {
      steps { sellRate buying { buyRate } } } }`,
    { customer },
  );
  expect(simulateCall.steps.at(-1)).toEqual({ sellRate: "0.08", buying: { buyRate: "0.06" } });
});

test("they are found by number, prefix and destination, and page by page none is left out or told twice", async () => {
  expect((await listed("+44 7700 900123")).prefixes).toEqual(["44", "447", "4477"]);
  expect((await listed("88")).prefixes).toEqual(["88"]);
  expect((await listed("mobile")).prefixes).toEqual(["447", "4477"]);
  const paged: string[] = [];
  let page = await listed("", 2);
  for (; page.hasNextPage; page = await listed("", 2, page.endCursor)) paged.push(...page.prefixes);
  expect([...paged, ...page.prefixes]).toEqual(all.map(([prefix]) => prefix));
});
