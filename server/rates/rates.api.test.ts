import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { importDeck } from "./import-deck.ts";

const world = await testWorld();
const { rows } = world.database;
const distributor = "owner@nord.test";
const owner = "owner@acme.test";
const agent = "agent@acme.test";
const johnSmith = encodeId("cus", customersOfTests.johnSmith.id);
const johnDoe = encodeId("cus", customersOfTests.johnDoe.id);
const header = "prefix,destination,connect_fee,included_seconds,rate_per_minute,increment_seconds";
const small = ["1,USA,0,0,0.010000,6", "1234,Far,0,0,0.200000,6", "33,France,0,0,0.008000,6"];
const british = ["44,UK,0,0,0.012000,6", "447,UK Mobile,0,0,0.035000,6"];

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function ask<T>(who: string, source: string, variables: object = {}): Promise<T> {
  const { data, errors } = await world.graphql(who, source, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}
const codes = ({ userErrors }: Refused) => userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

async function plan(who: string, lines: readonly string[]) {
  const file = Buffer.from([header, ...lines].join("\n"));
  const form = { separator: null, decimalMark: ".", callingCode: "" } as const;
  const input = { idempotencyKey: newId(), fileName: "deck.csv", isPartial: false, form };
  return importDeck(world.as(who), { ...input, digest: lines.join() }, file);
}

async function apply(who: string, id: string, effectiveFrom: string | null = null) {
  const input = { idempotencyKey: newId(), id: encodeId("rdk", id), effectiveFrom };
  const source = `mutation ($input: ApplyRateDeckInput!) { applyRateDeck(input: $input) {
    rateDeck { number state effectiveFrom } userErrors { code path } } }`;
  type Payload = Refused & { rateDeck: { number: number; state: string; effectiveFrom: string } | null };
  return (await ask<{ applyRateDeck: Payload }>(who, source, { input })).applyRateDeck;
}

async function undo(who: string, id: string) {
  const source = `mutation ($id: ID!) { undoRateDeck(input: { id: $id }) { rateDeck { state } userErrors { code path } } }`;
  return (await ask<{ undoRateDeck: Refused }>(who, source, { id: encodeId("rdk", id) })).undoRateDeck;
}

async function inForce(who: string, lines: readonly string[]): Promise<string> {
  const { id } = await plan(who, lines);
  expect((await apply(who, id!)).userErrors).toEqual([]);
  world.clock.advance({ seconds: 1 });
  return id!;
}

async function save(who: string, input: object) {
  const source = `mutation ($input: SaveRatePlanInput!) { saveRatePlan(input: $input) {
    ratePlan { id name versions { markupPercent markupFixed cadence overrides { scope target ratePerMinute } } }
    userErrors { code path } } }`;
  type Payload = Refused & { ratePlan: { id: string; versions: readonly object[] } | null };
  const answer = await ask<{ saveRatePlan: Payload }>(who, source, { input: { idempotencyKey: newId(), ...input } });
  world.clock.advance({ seconds: 1 });
  return answer.saveRatePlan;
}

async function assign(who: string, input: object) {
  const source = `mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) {
    ratePlan { isForEverybodyElse customerCount resellers } userErrors { code path } } }`;
  const answer = await ask<{ assignRatePlan: Refused & { ratePlan: object | null } }>(who, source, {
    input: { idempotencyKey: newId(), ...input },
  });
  world.clock.advance({ seconds: 1 });
  return answer.assignRatePlan;
}

/** A plan for whoever has none, or for somebody. */
async function sellBy(who: string, terms: object, buyer: object = {}): Promise<string> {
  const { ratePlan, userErrors } = await save(who, { name: newId(), ...terms });
  expect(userErrors).toEqual([]);
  expect((await assign(who, { id: ratePlan!.id, ...buyer })).userErrors).toEqual([]);
  return ratePlan!.id;
}

interface Step {
  readonly seller: string;
  readonly rule: string;
  readonly sellRate: string;
  readonly billedSeconds: number;
  readonly freeSeconds: number;
  readonly cadence: string;
  readonly price: { readonly amount: string };
  readonly buying: { buyRate: string; cost: { amount: string }; margin: { amount: string } } | null;
}
interface Simulated {
  readonly number: string;
  readonly prefix: string | null;
  readonly deckNumber: number | null;
  readonly allowedSeconds: number | null;
  readonly problem: { readonly code: string; readonly message: string } | null;
  readonly steps: readonly Step[];
}

async function simulate(who: string, input: object): Promise<Simulated> {
  const source = `query ($input: SimulateCallInput!) { simulateCall(input: $input) {
    number prefix destination lineType country deckNumber allowedSeconds problem { code message }
    steps { seller plan rule target sellRate connectFee cadence cadencedSeconds freeSeconds billedSeconds price { amount currency }
      buying { buyRate cost { amount } margin { amount } } } } }`;
  return (await ask<{ simulateCall: Simulated }>(who, source, { input: { seconds: 60, ...input } })).simulateCall;
}

beforeAll(async () => {
  await plantCustomers(world);
  await inForce(distributor, [...small, ...british]);
  const acme = encodeId("rsl", resellersOfTests.acme.id);
  await sellBy(distributor, { markupPercent: "20" }, { resellerId: acme });
  await sellBy(owner, { markupPercent: "25", cadence: { first: 60, step: 60, grace: 0 } });
  await sellBy("owner@acme-north.test", { markupPercent: "10" });
});

test("X6: a price compounds through every tier, and each sees its own buying and selling side and nothing above", async () => {
  const below = encodeId("rsl", resellersOfTests.acmeNorth.id);
  const all = await simulate(distributor, { to: "12125550100", resellerId: below });
  expect(all.steps.map(({ seller, sellRate }) => [seller, sellRate])).toEqual([
    ["Nord", "0.012"],
    ["Acme", "0.015"],
  ]);
  const own = await simulate(owner, { to: "12125550100", resellerId: below });
  expect(own.steps.map(({ seller, buying }) => [seller, buying?.buyRate])).toEqual([["Acme", "0.012"]]);
  expect(own.deckNumber).toBeNull();
  expect(JSON.stringify(own)).not.toContain('0.01"');
  const last = await simulate("owner@acme-north.test", { to: "12125550100" });
  expect(last.steps.map(({ seller, sellRate, buying }) => [seller, buying?.buyRate, sellRate])).toEqual([
    ["AcmeNorth", "0.015", "0.0165"],
  ]);
});

test("a call is counted by each tier's cadence, and cost and margin are shown to who may see them", async () => {
  const [step] = (await simulate(owner, { to: "12125550100", seconds: 61, customerId: johnSmith })).steps;
  expect(step).toMatchObject({ billedSeconds: 120, price: { amount: "0.03" } });
  expect(step?.buying).toMatchObject({ cost: { amount: "0.0132" }, margin: { amount: "0.0168" } });
  const [seen] = (await simulate(agent, { to: "12125550100", seconds: 61, customerId: johnSmith })).steps;
  expect(seen).toMatchObject({ price: { amount: "0.03" }, buying: null });
});

test("V6, U1: a markup is put on by the formula, and none leaves the rate as it is", async () => {
  await inForce(owner, ["1,USA,0,0,0.019,60", "33,France,0,0,0.01,60", "44,UK,0,0,0.0087,60"]);
  const sold = async (to: string) => (await simulate(owner, { to, customerId: johnDoe })).steps[0]?.sellRate;
  const id = await sellBy(owner, { markupPercent: "0" }, { customerId: johnDoe });
  expect(await sold("12125550100")).toBe("0.019");
  await save(owner, { id, name: newId(), markupPercent: "20", markupFixed: "0.005" });
  expect(await sold("33123456789")).toBe("0.018");
  await save(owner, { id, name: newId(), markupPercent: "15", markupFixed: "0.001" });
  expect(await sold("442012345678")).toBe("0.011155");
  expect((await simulate(owner, { to: "33123456789", customerId: johnSmith })).steps[0]?.sellRate).toBe("0.0125");
  const [deck] = await rows<{ id: string }>("select id from rate_deck where path = $1", [resellersOfTests.acme.path]);
  await undo(owner, deck!.id);
});

test("V7: own rates replace the marked-up ones, the longest prefix before the country before the block", async () => {
  const at = async (to: string) => {
    const { steps } = await simulate(owner, { to, customerId: johnDoe });
    return [steps[0]?.rule, steps[0]?.sellRate];
  };
  const gb = { scope: "COUNTRY", target: "GB", ratePerMinute: "0.02" };
  const mobile = { scope: "PREFIX", target: "447", ratePerMinute: "0.05" };
  const block = { scope: "US_CANADA", ratePerMinute: "0.0145" };
  // Mobiles of the country cost more than its rate.
  const own = { overrides: [gb, mobile, block], belowCostReason: "Agreed with the customer" };
  const id = await sellBy(owner, own, { customerId: johnDoe });
  expect(await at("442012345678")).toEqual(["COUNTRY", "0.02"]);
  expect(await at("447700900123")).toEqual(["PREFIX", "0.05"]);
  expect(await at("14165550123")).toEqual(["US_CANADA", "0.0145"]);
  expect(await at("18765550100")).toEqual(["MARKUP", "0.012"]);
  await save(owner, { id, name: newId(), overrides: [mobile] });
  expect(await at("442012345678")).toEqual(["MARKUP", "0.0144"]);
  expect(await at("447700900123")).toEqual(["PREFIX", "0.05"]);
  await save(owner, { id, name: newId() });
  expect(await at("447700900123")).toEqual(["MARKUP", "0.042"]);
});

test("V4: a plan has a name of its own within the reseller, and every wrong field is told at once", async () => {
  const name = `Retail ${newId()}`;
  const { ratePlan } = await save(owner, { name, markupPercent: "10" });
  expect(codes(await save(owner, { name }))).toEqual(["TAKEN name"]);
  expect(codes(await save("owner@beta.test", { name }))).toEqual([]);
  const overrides = [
    { scope: "PREFIX", target: "4x", ratePerMinute: "-1" },
    { scope: "COUNTRY", target: "ZZ", ratePerMinute: "1" },
  ];
  const wrong = { name: "", markupPercent: "-1", markupFixed: "1234567", overrides, exchangeRate: "0" };
  expect(codes(await save(owner, { ...wrong, cadence: { first: 0, step: 6, grace: 0 } })).toSorted()).toEqual([
    "INVALID cadence",
    "INVALID exchangeRate",
    "INVALID markupFixed",
    "INVALID markupPercent",
    "INVALID overrides.0.ratePerMinute",
    "INVALID overrides.0.target",
    "INVALID overrides.1.target",
    "REQUIRED name",
  ]);
  const past = "2020-01-01T00:00:00Z";
  expect(codes(await save(owner, { name: newId(), effectiveFrom: past }))).toEqual(["INVALID effectiveFrom"]);
  expect(codes(await assign(owner, { id: ratePlan!.id, effectiveFrom: past }))).toEqual(["INVALID effectiveFrom"]);
});

test("U31: a plan that is saved five times unchanged prices as it did, and keeps one version", async () => {
  const terms = { name: `Same ${newId()}`, markupPercent: "10", markupFixed: "0.001" };
  const { ratePlan } = await save(owner, terms);
  for (let round = 0; round < 5; round += 1) await save(owner, { ...terms, id: ratePlan!.id });
  expect(
    await rows("select 1 from rate_plan_version v join rate_plan p on p.id = v.plan_id where p.name = $1", [
      terms.name,
    ]),
  ).toHaveLength(1);
  expect(ratePlan!.versions).toHaveLength(1);
  const told = "select 1 from audit_entry where operation = 'ratePlan.save' and subject::text like '%' || $1 || '%'";
  expect(await rows(told, [terms.name])).toHaveLength(1);
});

test("V27: two customers of one reseller buy by two plans", async () => {
  await sellBy(owner, { markupPercent: "0" }, { customerId: johnSmith });
  await sellBy(owner, { markupPercent: "50" }, { customerId: johnDoe });
  const sold = async (customerId: string) =>
    (await simulate(agent, { to: "12125550100", customerId })).steps[0]?.sellRate;
  expect([await sold(johnSmith), await sold(johnDoe)]).toEqual(["0.012", "0.018"]);
});

test("U2: the longest prefix decides although a shorter one is cheaper", async () => {
  const far = await simulate(distributor, { to: "12345678901", resellerId: encodeId("rsl", resellersOfTests.acme.id) });
  expect(far).toMatchObject({ prefix: "1234", steps: [{ sellRate: "0.24", buying: { cost: { amount: "0.20" } } }] });
});

test("what has no price says why: a number that is none, a prefix nobody has, a blocked place, no plan", async () => {
  const problem = async (who: string, input: object) => (await simulate(who, input)).problem?.code;
  expect(await problem(owner, { to: "12" })).toBe("INVALID_NUMBER");
  expect(await problem(owner, { to: "+49301234567" })).toBe("UNKNOWN_PREFIX");
  expect(await problem(owner, { to: "12125550100", at: "2020-01-01T00:00:00Z" })).toBe("NO_DECK");
  const beta = await simulate("owner@beta.test", { to: "12125550100" });
  expect(beta.problem).toEqual({ code: "NO_PLAN", message: expect.stringContaining("Ask the reseller above you") });
  const id = await inForce(distributor, ["1,USA,0,0,0.01,6"]);
  await rows("update rate set is_blocked = true where deck_id = $1", [id]);
  expect(await simulate(owner, { to: "12125550100" })).toMatchObject({ problem: { code: "BLOCKED" }, prefix: "1" });
  await undo(distributor, id);
  expect((await simulate(owner, { to: "+44 20 7946 0958" })).problem).toBeNull();
  expect((await simulate(owner, { to: "020 7946 0958" })).number).toBe("+442079460958");
});

test("an allowance is free first, and money that is left says how long one may talk", async () => {
  const input = { to: "12125550100", seconds: 180, allowanceSeconds: 60, balance: "0.06", customerId: johnDoe };
  const { steps, allowedSeconds } = await simulate(owner, input);
  expect(steps[0]).toMatchObject({ freeSeconds: 60, billedSeconds: 120, price: { amount: "0.036" } });
  expect(allowedSeconds).toBe(258);
});

test("BX14: a plan is given to one line of a customer's, and to none of somebody else's", async () => {
  await plantCatalogOfTests(world);
  const line = await plantService(world);
  const { ratePlan } = await save(owner, { name: newId() });
  const given = await assign(owner, { id: ratePlan!.id, serviceId: encodeId("svc", line) });
  expect(given).toMatchObject({ ratePlan: { isForEverybodyElse: false, customerCount: 1 }, userErrors: [] });
  const kept = await rows("select customer_id, service_id from rate_plan_buyer where service_id is not null");
  expect(kept).toEqual([{ customer_id: customersOfTests.johnSmith.id, service_id: line }]);
  const nord = await save(distributor, { name: newId() });
  const refused = await assign(distributor, { id: nord.ratePlan!.id, serviceId: encodeId("svc", line) });
  expect(codes(refused)).toEqual(["UNKNOWN_REFERENCE serviceId"]);
});

test("a buyer that is not one's own is refused, and one elsewhere does not exist", async () => {
  const { ratePlan } = await save(owner, { name: newId() });
  const id = ratePlan!.id;
  const beta = encodeId("cus", customersOfTests.johnnyBeta.id);
  const nord = await save(distributor, { name: newId() });
  expect(codes(await assign(distributor, { id: nord.ratePlan!.id, customerId: johnSmith }))).toEqual([
    "UNKNOWN_REFERENCE customerId",
  ]);
  const north = encodeId("rsl", resellersOfTests.acmeNorth.id);
  expect(codes(await assign(distributor, { id: nord.ratePlan!.id, resellerId: north }))).toEqual([
    "UNKNOWN_REFERENCE resellerId",
  ]);
  expect(codes(await assign(owner, { id, customerId: johnSmith, resellerId: north }))).toEqual(["INVALID resellerId"]);
  const source = "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code } } }";
  for (const buyer of [{ customerId: beta }, { resellerId: encodeId("rsl", resellersOfTests.nord.id) }]) {
    const { errors } = await world.graphql(owner, source, { input: { idempotencyKey: newId(), id, ...buyer } });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
});

test("BX4: a rate of one's own below what is paid takes a reason, at every tier; at cost it takes none", async () => {
  await inForce(owner, ["44,UK,0,0,0.06,60", "447,UK Mobile,0,0,0.05,60"]);
  const own = (target: string, ratePerMinute: string) => ({
    name: newId(),
    overrides: [{ scope: "PREFIX", target, ratePerMinute }],
  });
  expect(codes(await save(owner, own("44", "0.05")))).toEqual([
    "BELOW_COST overrides.0.ratePerMinute",
    "REQUIRED belowCostReason",
  ]);
  expect(codes(await save(owner, own("44", "0.06")))).toEqual([]);
  expect(codes(await save(owner, own("4477", "0.05")))).toEqual([]);
  expect(codes(await save(owner, { ...own("44", "0.05"), belowCostReason: "To win them" }))).toEqual([]);
  const [last] = (
    await simulate(owner, { to: "442079460000", resellerId: encodeId("rsl", resellersOfTests.acmeNorth.id) })
  ).steps;
  const [sold, below] = [last!.sellRate, "0.0700001"];
  expect(sold).toBe("0.075");
  expect(codes(await save("owner@acme-north.test", own("44", below)))[0]).toBe("BELOW_COST overrides.0.ratePerMinute");
  expect(codes(await save("owner@acme-north.test", own("44", sold)))).toEqual([]);
});

test("a plan that is typed is told by five routes: what is paid, what would be asked, and what is left, with nothing written", async () => {
  await inForce(owner, [
    "44,UK,0,0,0.01,60",
    "447,UK Mobile,0,0,0.02,60",
    "33,France,0,0,0.01,60",
    "49,Germany,0,0,0.01,60",
    "1,USA,0,0,0.01,6",
    "55,Brazil,0,0,0.01,6",
  ]);
  const preview = async (input: object, who = owner) => {
    const source = `query ($input: RatePlanPreviewInput!) { previewRatePlan(input: $input) {
      routes { prefix buyRate sellRate margin marginPercent } userErrors { path } } }`;
    type Answer = { previewRatePlan: { routes: readonly { prefix: string }[]; userErrors: readonly object[] } };
    return (await ask<Answer>(who, source, { input })).previewRatePlan;
  };
  const plans = await rows("select count(*) from rate_plan_version");
  const { routes, userErrors } = await preview({ markupPercent: "20" });
  expect(userErrors).toEqual([]);
  expect(routes.map(({ prefix }) => prefix)).toEqual(["44", "447", "33", "49", "1"]);
  expect(routes[0]).toEqual({
    prefix: "44",
    buyRate: "0.01",
    sellRate: "0.012",
    margin: "0.002",
    marginPercent: "16.7",
  });
  const overrides = [{ scope: "PREFIX", target: "447", ratePerMinute: "0.015" }];
  expect((await preview({ overrides })).routes[1]).toMatchObject({
    prefix: "447",
    sellRate: "0.015",
    margin: "-0.005",
  });
  expect(await preview({ markupPercent: "-1" })).toMatchObject({
    routes: [],
    userErrors: [{ path: ["markupPercent"] }],
  });
  expect(await rows("select count(*) from rate_plan_version")).toEqual(plans);
});

test("VX9: each destination is told with what is asked and paid for it, and what is left of a minute", async () => {
  await inForce(owner, ["1418,Canada Quebec,0,0,0.0052,6", "33,France,0,0,0.01,60", "1,USA,0,0,0.004,6"]);
  const overrides = [{ scope: "PREFIX", target: "1418", ratePerMinute: "0.015" }];
  await sellBy(owner, { cadence: { first: 60, step: 60, grace: 0 }, overrides }, { customerId: johnSmith });
  const found = async (search: string, who = owner, first = 10) => {
    const source = `query ($customer: ID!, $search: String!, $first: Int!) {
      sellRates(customerId: $customer, search: $search, first: $first) { pageInfo { hasNextPage }
        nodes { prefix destination isBlocked sellRate sellCadence buyRate buyCadence margin marginPercent } } }`;
    type Answer = { sellRates: { nodes: readonly { prefix: string }[]; pageInfo: { hasNextPage: boolean } } };
    return (await ask<Answer>(who, source, { customer: johnSmith, search, first })).sellRates;
  };
  const quebec = {
    prefix: "1418",
    destination: "Canada Quebec",
    isBlocked: false,
    sellRate: "0.015",
    sellCadence: "60/60",
    buyRate: "0.0052",
    buyCadence: "6/6",
    margin: "0.0098",
    marginPercent: "65.3",
  };
  expect((await found("Canada")).nodes).toEqual([quebec]);
  expect((await found("1418")).nodes.at(-1)).toEqual(quebec);
  expect((await found("+1 418 555 0100")).nodes.map(({ prefix }) => prefix)).toEqual(["1", "1418"]);
  expect(await found("", owner, 2)).toMatchObject({
    nodes: [{ prefix: "1" }, { prefix: "1418" }],
    pageInfo: { hasNextPage: true },
  });
  await rows("update rate set is_blocked = true where destination = 'Canada Quebec'");
  expect((await found("Canada")).nodes).toMatchObject([{ isBlocked: true, sellRate: null, margin: null }]);
  // Who sells to Acme is shown what it asks of Acme, never what Acme asks of others; who may not see cost is shown nothing.
  const north = encodeId("rsl", resellersOfTests.acmeNorth.id);
  const source = `query ($buyer: ID!) { sellRates(resellerId: $buyer, search: "France", first: 2) { nodes { buyRate sellRate } } }`;
  const { data } = await world.graphql(owner, source, { buyer: north });
  expect(data).toMatchObject({ sellRates: { nodes: [{ buyRate: "0.01" }] } });
  const { errors } = await world.graphql(agent, source, { buyer: north });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});
