import { cadencedSeconds } from "@tierline/shared/cadence.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { importDeck } from "./import-deck.ts";

const world = await testWorld();
const distributor = "owner@nord.test";
const owner = "owner@acme.test";
const toronto = "14165550123";
const newYork = "12125550100";
const johnSmith = encodeId("cus", customersOfTests.johnSmith.id);
const johnDoe = encodeId("cus", customersOfTests.johnDoe.id);
const lines = [
  "prefix,route,destination,rate_per_minute,increment_seconds",
  "1,,USA & Canada,0.01,6",
  "1,Premium,USA & Canada,0.02,6",
  "1416,value,Toronto,0.005,6",
  "1604,premium,Vancouver,0.03,6",
  "44,premium,UK,0.04,6",
  "33,any,France,0.008,6",
];

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function ask<T>(who: string, source: string, variables: object = {}): Promise<T> {
  const { data, errors } = await world.graphql(who, source, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

async function plan(text: readonly string[]): Promise<string> {
  const form = { separator: null, decimalMark: ".", callingCode: "" } as const;
  const input = { idempotencyKey: newId(), fileName: "deck.csv", isPartial: false, form, digest: text.join() };
  const { id, problems } = await importDeck(world.as(distributor), input, Buffer.from(text.join("\n")));
  expect(problems).toEqual([]);
  return encodeId("rdk", id!);
}

async function save(who: string, input: object) {
  const source = `mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) {
    ratePlan { id versions { internationalRoute canadaRoute effectiveFrom } } userErrors { code path } } }`;
  type Payload = Refused & { ratePlan: { id: string; versions: Record<string, string>[] } | null };
  const { saveRatePlan } = await ask<{ saveRatePlan: Payload }>(who, source, {
    input: { idempotencyKey: newId(), ...input },
  });
  world.clock.advance({ seconds: 1 });
  return saveRatePlan;
}

async function sellBy(who: string, terms: object, buyer: object = {}): Promise<{ id: string; name: string }> {
  const name = newId();
  const { ratePlan, userErrors } = await save(who, { name, ...terms });
  expect(userErrors).toEqual([]);
  const source = `mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code } } }`;
  const input = { idempotencyKey: newId(), id: ratePlan!.id, ...buyer };
  expect(await ask(who, source, { input })).toEqual({ assignRatePlan: { userErrors: [] } });
  world.clock.advance({ seconds: 1 });
  return { id: ratePlan!.id, name };
}

interface Simulated {
  readonly route: string | null;
  readonly prefix: string | null;
  readonly problem: { readonly code: string } | null;
  readonly steps: readonly { seller: string; sellRate: string; buying: { buyRate: string } | null }[];
}

async function simulate(who: string, to: string, buyer: object = {}): Promise<Simulated> {
  const source = `query ($input: SimulateCallInput!) { simulateCall(input: $input) {
    route prefix problem { code } steps { seller sellRate buying { buyRate } } } }`;
  return (await ask<{ simulateCall: Simulated }>(who, source, { input: { to, seconds: 60, ...buyer } })).simulateCall;
}
const shown = ({ route, prefix, problem, steps }: Simulated) =>
  problem?.code ?? [route, prefix, ...steps.map(({ sellRate }) => sellRate)].join(" ");

beforeAll(async () => {
  await plantCustomers(world);
  const id = await plan(lines);
  const source = `mutation ($input: ApplyRateDeckInput!) { applyRateDeck(input: $input) { userErrors { code } } }`;
  expect(await ask(distributor, source, { input: { idempotencyKey: newId(), id } })).toEqual({
    applyRateDeck: { userErrors: [] },
  });
  world.clock.advance({ seconds: 1 });
  // Whatever the plan of a reseller says, its customers' calls take the routes of theirs.
  await sellBy(
    distributor,
    { markupPercent: "100", internationalRoute: "PREMIUM", canadaRoute: "PREMIUM" },
    { resellerId: encodeId("rsl", resellersOfTests.acme.id) },
  );
  await sellBy(owner, { markupPercent: "50" });
  await sellBy(owner, { markupPercent: "50", internationalRoute: "PREMIUM" }, { customerId: johnSmith });
  await sellBy(owner, { markupPercent: "50", canadaRoute: "PREMIUM" }, { customerId: johnDoe });
});

test("a call takes the route that its customer's plan says, and every tier above is asked for that one", async () => {
  const smith = { customerId: johnSmith };
  const doe = { customerId: johnDoe };
  // Bought at 0.01 and sold at 0.02 to Acme, by premium at 0.02 and 0.04.
  expect(shown(await simulate(owner, newYork))).toBe("VALUE 1 0.03");
  expect(shown(await simulate(owner, newYork, smith))).toBe("PREMIUM 1 0.06");
  expect(shown(await simulate(distributor, newYork, smith))).toBe("PREMIUM 1 0.04 0.06");
  expect(shown(await simulate(owner, newYork, doe))).toBe("VALUE 1 0.03");
  expect(shown(await simulate(owner, toronto, smith))).toBe("VALUE 1416 0.015");
  // What is told apart for one route alone is bought by the other as the shorter prefix says.
  expect(shown(await simulate(owner, toronto, doe))).toBe("PREMIUM 1 0.06");
  expect(shown(await simulate(owner, "16045550123", doe))).toBe("PREMIUM 1604 0.09");
  expect(shown(await simulate(owner, "16045550123", smith))).toBe("VALUE 1 0.03");
  // Nothing shorter: who does not take it has no price.
  expect(shown(await simulate(owner, "442079460958", smith))).toBe("PREMIUM 44 0.12");
  expect(shown(await simulate(owner, "442079460958", doe))).toBe("UNKNOWN_PREFIX");
  expect(shown(await simulate(owner, "33123456789", smith))).toBe("PREMIUM 33 0.024");
});

test("the route is told where a price is explained, and lists and previews are of the routes that are asked for", async () => {
  const explained = await ask(
    owner,
    `query ($input: ExplainPriceInput!) { explainPrice(input: $input) { route lines { buys sells } } }`,
    { input: { number: `+${newYork}`, customerId: johnSmith } },
  );
  expect(explained).toEqual({ explainPrice: { route: "PREMIUM", lines: [{ buys: "0.04", sells: "0.06" }] } });
  const list = async (customerId: string | null, after: string | null = null) =>
    (
      await ask<{
        sellRates: {
          nodes: { prefix: string; route: string; sellRate: string }[];
          pageInfo: { endCursor: string | null };
        };
      }>(
        owner,
        `query ($customerId: ID, $after: String) { sellRates(customerId: $customerId, first: 3, after: $after) {
           nodes { prefix route sellRate } pageInfo { endCursor } } }`,
        { customerId, after },
      )
    ).sellRates;
  const first = await list(johnSmith);
  expect(first.nodes.map(({ prefix, route, sellRate }) => [prefix, route, sellRate])).toEqual([
    ["1", "PREMIUM", "0.06"],
    ["1416", "VALUE", "0.015"],
    ["33", "PREMIUM", "0.024"],
  ]);
  const { nodes } = await list(johnSmith, first.pageInfo.endCursor);
  expect(nodes.map(({ prefix }) => prefix)).toEqual(["44"]);
  expect((await list(johnDoe)).nodes.map(({ prefix, sellRate }) => [prefix, sellRate])).toEqual([
    ["1", "0.03"],
    ["1604", "0.09"],
    ["33", "0.024"],
  ]);
  const preview = (internationalRoute: string | null) =>
    ask(
      owner,
      `query ($input: RatePlanPreviewInput!) { previewRatePlan(input: $input) { routes { prefix route buyRate } } }`,
      { input: { internationalRoute } },
    );
  expect(await preview(null)).toEqual({
    previewRatePlan: {
      routes: [
        { prefix: "33", route: "VALUE", buyRate: "0.016" },
        { prefix: "1", route: "VALUE", buyRate: "0.02" },
      ],
    },
  });
  expect(JSON.stringify(await preview("PREMIUM"))).toContain('{"prefix":"1","route":"PREMIUM","buyRate":"0.04"}');
});

test("a plan says its routes from a time on, and an own rate is measured by the dearest call that may be bought for it", async () => {
  const { ratePlan } = await save(owner, { name: "By two routes", canadaRoute: "PREMIUM" });
  expect(ratePlan!.versions).toMatchObject([{ internationalRoute: "VALUE", canadaRoute: "PREMIUM" }]);
  const { id } = ratePlan!;
  expect((await save(owner, { id, name: "By two routes", canadaRoute: "PREMIUM" })).ratePlan!.versions).toEqual(
    ratePlan!.versions,
  );
  const own = (scope: string, target: string | null, ratePerMinute: string) => [{ scope, target, ratePerMinute }];
  const codes = ({ userErrors }: Refused) => [...new Set(userErrors.map(({ code }) => code))].toSorted();
  const loss = ["BELOW_COST", "REQUIRED"];
  const priced = async (terms: object) => codes(await save(owner, { id, name: "By two routes", ...terms }));
  // New York is bought at 0.02, Vancouver by premium at 0.06.
  expect(await priced({ overrides: own("COUNTRY", "US", "0.02") })).toEqual([]);
  expect(await priced({ overrides: own("COUNTRY", "US", "0.02"), internationalRoute: "PREMIUM" })).toEqual(loss);
  expect(await priced({ overrides: own("COUNTRY", "CA", "0.02") })).toEqual([]);
  expect(await priced({ overrides: own("COUNTRY", "CA", "0.02"), canadaRoute: "PREMIUM" })).toEqual(loss);
  // What resellers below sell by may take either.
  const bought = await sellBy(
    distributor,
    { markupPercent: "100" },
    { resellerId: encodeId("rsl", resellersOfTests.acme.id) },
  );
  const theirs = await save(distributor, { ...bought, overrides: own("COUNTRY", "US", "0.015") });
  expect(codes(theirs)).toEqual(loss);
  const dearer = lines.map((line) => line.replace("0.02,", "0.5,"));
  const losses = async (deck: string) =>
    ask(distributor, "query ($id: ID!) { node(id: $id) { ... on RateDeck { losses { target cost } } } }", { id: deck });
  expect((await save(distributor, { ...bought, overrides: own("COUNTRY", "US", "0.3") })).userErrors).toEqual([]);
  expect(await losses(await plan(dearer))).toEqual({ node: { losses: [{ target: "US", cost: "0.5" }] } });
});

test("each route of a prefix is a line of its own in a deck, and a change of one is told as that of it", async () => {
  const changed = await plan(lines.map((line) => line.replace("0.02,", "0.021,").replace("1604,premium", "1604,")));
  const { node } = await ask<{ node: Record<string, { nodes: Record<string, string | null>[] }> }>(
    distributor,
    `query ($id: ID!) { node(id: $id) { ... on RateDeck {
       changes(first: 10) { nodes { prefix route kind before after } } rates(first: 3) { nodes { prefix route ratePerMinute } } } } }`,
    { id: changed },
  );
  expect(node["changes"]!.nodes).toEqual([
    { prefix: "1", route: "PREMIUM", kind: "UP", before: "0.02", after: "0.021" },
    { prefix: "1604", route: null, kind: "ADDED", before: "0.01", after: "0.03" },
    { prefix: "1604", route: "PREMIUM", kind: "GONE", before: "0.03", after: "0.03" },
  ]);
  expect(node["rates"]!.nodes).toEqual([
    { prefix: "1", route: null, ratePerMinute: "0.01" },
    { prefix: "1", route: "PREMIUM", ratePerMinute: "0.021" },
    { prefix: "1416", route: "VALUE", ratePerMinute: "0.005" },
  ]);
  const form = { separator: null, decimalMark: ".", callingCode: "" } as const;
  const wrong = [...lines, "1,premium,Again,0.1,6", "7,gold,Russia,0.1,6"].join("\n");
  const { id, problems } = await importDeck(
    world.as(distributor),
    { idempotencyKey: newId(), fileName: "deck.csv", isPartial: false, form, digest: wrong },
    Buffer.from(wrong),
  );
  expect([id, ...problems.map(({ line, column }) => `${line} ${column}`)]).toEqual([null, "8 prefix", "9 route"]);
});

test("VX1: all nine parts of a plan can be changed, and by pulses of 1, 6, 30 and 60 a call of 61 seconds counts 61, 66, 90 and 120", async () => {
  const fields = `id name versions { markupFixed markupPercent cadence internationalRoute canadaRoute
    setupFee { amount currency } monthlyFee { amount currency } freeMinutes }`;
  const saved = async (input: object) => {
    const source = `mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) { ratePlan { ${fields} } userErrors { code } } }`;
    type Payload = { ratePlan: { id: string; name: string; versions: object[] }; userErrors: object[] };
    const { saveRatePlan } = await ask<{ saveRatePlan: Payload }>(owner, source, {
      input: { idempotencyKey: newId(), ...input },
    });
    expect(saveRatePlan.userErrors).toEqual([]);
    world.clock.advance({ seconds: 1 });
    return saveRatePlan.ratePlan;
  };
  const seconds = [1, 6, 30, 60].map((pulse) => {
    const cadence = { first: pulse, step: pulse, grace: 0 };
    return [pulse, cadencedSeconds(61, cadence)];
  });
  expect(seconds).toEqual([
    [1, 61],
    [6, 66],
    [30, 90],
    [60, 120],
  ]);
  const parts = { markupFixed: "0.01", markupPercent: "50", internationalRoute: "VALUE", canadaRoute: "PREMIUM" };
  const fees = { setupFee: "1.00", monthlyFee: "2.00", freeMinutes: 0 };
  const first = await saved({ name: "8378", ...parts, ...fees, cadence: { first: 60, step: 60, grace: 0 } });
  const gbp = (amount: string) => ({ amount, currency: "GBP" });
  expect(first).toMatchObject({
    name: "8378",
    versions: [{ ...parts, cadence: "60/60", setupFee: gbp("1.00"), monthlyFee: gbp("2.00"), freeMinutes: null }],
  });
  const changed = { markupFixed: "0.02", markupPercent: "40", internationalRoute: "PREMIUM", canadaRoute: "VALUE" };
  for (const pulse of [1, 6, 30]) {
    const cadence = { first: pulse, step: pulse, grace: 0 };
    const others = { setupFee: "3.00", monthlyFee: "4.50", freeMinutes: 100, cadence };
    const { id, name, versions } = await saved({ id: first.id, name: "Changed", ...changed, ...others });
    expect([id, name]).toEqual([first.id, "Changed"]);
    expect(versions).toContainEqual({
      ...changed,
      cadence: `${pulse}/${pulse}`,
      setupFee: gbp("3.00"),
      monthlyFee: gbp("4.50"),
      freeMinutes: 100,
    });
  }
});
