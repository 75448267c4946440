import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { catalogApi, creating } from "../testkit/catalog-api.ts";
import { offeringsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { savePriceList } from "./save-price-list.ts";

const world = await testWorld();
const { rows } = world.database;
const { one, ok, codesOf } = catalogApi(world);
const anna = "owner@acme.test";
const nora = "owner@acme-north.test";
const agent = "agent@acme.test";
const p1 = encodeId("ofr", offeringsOfTests.p1.id);
const p3 = encodeId("ofr", offeringsOfTests.p3.id);
const acmeNorth = encodeId("rsl", resellersOfTests.acmeNorth.id);

async function ask<T>(who: string, source: string, variables: object = {}): Promise<T> {
  const { data, errors } = await world.graphql(who, source, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}
/** Of a refusal at the top level. */
function codeOf({ errors }: Awaited<ReturnType<typeof world.graphql>>): string | undefined {
  return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
}

type Refused = { readonly userErrors: readonly { readonly code: string; readonly path: string[]; message: string }[] };
const codes = ({ userErrors }: Refused) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);

type Saved = Refused & { priceList: { id: string; versions: { markupPercent: string; ownPrices: object[] }[] } | null };
async function save(who: string, input: object): Promise<Saved> {
  const source = `mutation ($input: SavePriceListInput!) { savePriceList(input: $input) { priceList { id name
    versions { markupFixed markupPercent currency belowCostReason ownPrices { offering { slug } price { recurring { amount } } } } }
    userErrors { code path message } } }`;
  const answer = await ask<{ savePriceList: Saved }>(who, source, { input: { idempotencyKey: newId(), ...input } });
  world.clock.advance({ seconds: 1 });
  return answer.savePriceList;
}

async function assign(who: string, input: object): Promise<Refused & { priceList: object | null }> {
  const source = `mutation ($input: AssignPriceListInput!) { assignPriceList(input: $input) {
    priceList { isForEverybodyElse resellers } userErrors { code path message } } }`;
  type Answer = { assignPriceList: Refused & { priceList: object | null } };
  const answer = await ask<Answer>(who, source, { input: { idempotencyKey: newId(), ...input } });
  world.clock.advance({ seconds: 1 });
  return answer.assignPriceList;
}

interface Planned extends Refused {
  readonly resellers: string[];
  readonly unchangedCount: number;
  readonly moves: readonly {
    readonly offering: { readonly slug: string };
    readonly rule: string;
    readonly before: { readonly recurring: { readonly amount: string } | null } | null;
    readonly after: { readonly recurring: { readonly amount: string } | null } | null;
  }[];
  readonly losses: readonly { offering: string; price: { amount: string }; cost: { amount: string } }[];
}
async function plan(who: string, input: object): Promise<Planned> {
  const source = `query ($input: PriceListPlanInput!) { planPriceList(input: $input) { resellers unchangedCount hiddenCount
    moves { offering { slug } rule before { recurring { amount } } after { recurring { amount } } margin { recurring { amount } } }
    losses { offering price { amount } cost { amount } } userErrors { code path message } } }`;
  return (await ask<{ planPriceList: Planned }>(who, source, { input })).planPriceList;
}

interface Explained {
  readonly problem: string | null;
  readonly seller: string | null;
  readonly buyer: string | null;
  readonly rule: string | null;
  readonly sourceName: string | null;
  readonly lines: readonly object[];
}
async function explain(who: string, input: object): Promise<Explained> {
  const source = `query ($input: ExplainPriceInput!) { explainPrice(input: $input) { problem seller buyer currency rule sourceName
    lines { kind sells buys margin formula } } }`;
  return (await ask<{ explainPrice: Explained }>(who, source, { input })).explainPrice;
}

const versionCount = async () =>
  (await rows<{ count: number }>("select count(*)::int from price_list_version"))[0]!.count;
let list = "";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});

test("V4, V5: a list says a markup and own prices; until somebody is given it nobody pays by it", async () => {
  const terms = { name: "Wholesale", markupFixed: "0.50", markupPercent: "20" };
  const { priceList, userErrors } = await save(anna, terms);
  expect(userErrors).toEqual([]);
  list = priceList!.id;
  expect(priceList?.versions).toMatchObject([
    { markupFixed: "0.50", markupPercent: "20", currency: "GBP", ownPrices: [] },
  ]);
  expect((await one(nora, "mobile-20gb")).cost).toBeNull();
  expect((await assign(anna, { id: list, resellerId: acmeNorth })).priceList).toEqual({
    isForEverybodyElse: false,
    resellers: ["AcmeNorth"],
  });
  // (5.00 + 0.50) × 1.2, and of the setup fee 1.00 × 1.2
  expect((await one(nora, "mobile-20gb")).cost).toMatchObject({
    setup: { amount: "1.20" },
    recurring: { amount: "6.60", currency: "GBP" },
  });
  expect((await one(anna, "mobile-20gb")).cost?.recurring?.amount).toBe("5.00");
});

test("U31: a list that is saved as it is stays as it is, however often", async () => {
  const before = await versionCount();
  const terms = { id: list, name: "Wholesale", markupFixed: "0.5", markupPercent: "20.0" };
  for (let time = 1; time <= 5; time += 1) expect((await save(anna, terms)).userErrors).toEqual([]);
  expect(await versionCount()).toBe(before);
  expect((await one(nora, "mobile-20gb")).cost?.recurring?.amount).toBe("6.60");
});

test("a change is planned first: what moves, for whom, and what would lose money; nothing is written", async () => {
  const before = await versionCount();
  const planned = await plan(anna, {
    id: list,
    name: "Wholesale",
    markupFixed: "0.50",
    markupPercent: "20",
    ownPrices: [{ offeringId: p1, recurring: "4.99" }],
  });
  expect(planned.moves).toMatchObject([
    {
      offering: { slug: "mobile-20gb" },
      rule: "OWN_PRICE",
      before: { recurring: { amount: "6.60" } },
      after: { recurring: { amount: "4.99" } },
      margin: { recurring: { amount: "-0.01" } },
    },
  ]);
  expect(planned.resellers).toEqual(["AcmeNorth"]);
  expect(planned.losses).toEqual([{ offering: "Mobile - 20 GB", price: { amount: "4.99" }, cost: { amount: "5.00" } }]);
  expect(await versionCount()).toBe(before);
});

test("BX4: an own price below cost takes the permission and a reason; at cost it takes neither", async () => {
  const below = { id: list, name: "Wholesale", ownPrices: [{ offeringId: p1, recurring: "4.99" }] };
  const refused = await save(anna, below);
  expect(codes(refused)).toEqual(["BELOW_COST ownPrices.0.recurring", "REQUIRED belowCostReason"]);
  expect(refused.userErrors[0]?.message).toBe("4.99 GBP is below what it costs you, 5.00 GBP.");
  expect((await one(nora, "mobile-20gb")).cost?.recurring?.amount).toBe("6.60");
  const allowed = await save(anna, { ...below, belowCostReason: "To win the north" });
  expect(allowed.priceList?.versions).toMatchObject([{ belowCostReason: "To win the north" }]);
  expect((await one(nora, "mobile-20gb")).cost).toMatchObject({ setup: null, recurring: { amount: "4.99" } });
  const atCost = await save(anna, { ...below, ownPrices: [{ offeringId: p1, recurring: "5.00" }] });
  expect(atCost.userErrors).toEqual([]);
});

test("BX4: without the permission a reason does not help", async () => {
  const viewer = world.as(anna).viewer;
  const permissions = new Set([...viewer.permissions].filter((permission) => permission !== "price.sell_below_cost"));
  const context = world.viewing({ ...viewer, permissions });
  const input = {
    idempotencyKey: newId(),
    name: "Cheap",
    ownPrices: [{ offeringId: p1, recurring: "4.99" }],
    belowCostReason: "Because",
  };
  await expect(savePriceList(context, input)).rejects.toMatchObject({ refusals: [{ code: "BELOW_COST" }] });
});

test("BX4: a retail price below cost is refused too, unless for a reason; what was so before may stay", async () => {
  const { id, version } = await one(anna, "fiber-100");
  expect(await codesOf(anna, "updateOffering", { id, version, price: { recurring: "27.99" } })).toEqual([
    "BELOW_COST price.recurring",
    "REQUIRED belowCostReason",
  ]);
  expect(
    await codesOf(anna, "createOffering", creating("below", { price: { recurring: "1" }, cost: { recurring: "2" } })),
  ).toEqual(["BELOW_COST price.recurring", "REQUIRED belowCostReason"]);
  const cheap = await ok(anna, "updateOffering", {
    id,
    version,
    price: { recurring: "27.99" },
    belowCostReason: "Launch",
  });
  await ok(anna, "updateOffering", {
    id,
    version: cheap.version,
    name: "Fibre 100 now",
    price: { recurring: "27.99" },
  });
  const below = await one(nora, "mobile-20gb");
  expect(
    await codesOf(nora, "updateOffering", { id: below.id, version: below.version, price: { recurring: "4.99" } }),
  ).toEqual(["BELOW_COST price.recurring", "REQUIRED belowCostReason"]);
});

test("all that is wrong with a list is told at once, and other tiers' lists and offerings are not there", async () => {
  const wrong = await save(anna, {
    name: " ",
    markupFixed: "-1",
    markupPercent: "10000000",
    exchangeRate: "0",
    effectiveFrom: "2020-01-01T00:00:00Z",
    ownPrices: [
      { offeringId: p1, recurring: "5" },
      { offeringId: p1, setup: "1" },
      { offeringId: encodeId("ofr", newId()), recurring: "1" },
    ],
  });
  expect(codes(wrong)).toEqual([
    "REQUIRED name",
    "INVALID markupFixed",
    "INVALID markupPercent",
    "INVALID exchangeRate",
    "TAKEN ownPrices.1.offeringId",
    "REQUIRED ownPrices.1",
    "UNKNOWN_REFERENCE ownPrices.2.offeringId",
    "INVALID effectiveFrom",
  ]);
  expect(codes(await save(anna, { name: "Wholesale" }))).toEqual(["TAKEN name"]);
  const foreign = await world.graphql(
    nora,
    "mutation ($i: SavePriceListInput!) { savePriceList(input: $i) { priceList { id } } }",
    {
      i: { idempotencyKey: newId(), id: list, name: "Mine" },
    },
  );
  expect(codeOf(foreign)).toBe("NOT_FOUND");
  const { priceLists } = await ask<{ priceLists: { name: string }[] }>(nora, "{ priceLists { name } }");
  expect(priceLists).toEqual([]);
  const beta = encodeId("rsl", resellersOfTests.beta.id);
  const stranger = await world.graphql(
    anna,
    "mutation ($i: AssignPriceListInput!) { assignPriceList(input: $i) { priceList { id } } }",
    {
      i: { idempotencyKey: newId(), id: list, resellerId: beta },
    },
  );
  expect(codeOf(stranger)).toBe("NOT_FOUND");
});

test("a price is explained to each tier by its own step, from the time on that it holds", async () => {
  const from = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  await save(anna, { id: list, name: "Wholesale", markupPercent: "20", effectiveFrom: from });
  const now = await explain(anna, { offeringId: p1, resellerId: acmeNorth });
  expect(now).toMatchObject({
    seller: "Acme",
    buyer: "AcmeNorth",
    rule: "OWN_PRICE",
    sourceName: "Wholesale",
    problem: null,
  });
  expect(now.lines).toEqual([{ kind: "RECURRING", sells: "5.00", buys: "5.00", margin: "0.00", formula: null }]);
  const later = await explain(anna, { offeringId: p1, resellerId: acmeNorth, at: from });
  expect(later.lines).toEqual([
    { kind: "SETUP", sells: "1.20", buys: "1.00", margin: "0.20", formula: "(1.00 + 0.00) × 1.2 = 1.20" },
    { kind: "RECURRING", sells: "6.00", buys: "5.00", margin: "1.00", formula: "(5.00 + 0.00) × 1.2 = 6.00" },
  ]);
  const below = await explain(nora, { offeringId: p1, at: from });
  expect(below).toMatchObject({ seller: "AcmeNorth", buyer: null, rule: "RETAIL", sourceName: null });
  expect(below.lines).toEqual([
    { kind: "SETUP", sells: "0.00", buys: "1.20", margin: "-1.20", formula: null },
    { kind: "RECURRING", sells: "15.00", buys: "6.00", margin: "9.00", formula: null },
  ]);
});

test("OX1, U26: who may not see cost is told what is asked, and nothing of how it came to be", async () => {
  const seen = await explain(agent, { offeringId: p3, customerId: encodeId("cus", customersOfTests.johnSmith.id) });
  expect(seen).toMatchObject({ seller: "Acme", sourceName: null });
  expect(seen.lines).toEqual([{ kind: "ONE_OFF", sells: "5.00", buys: null, margin: null, formula: null }]);
  expect(codeOf(await world.graphql(agent, "{ priceLists { name } }"))).toBe("FORBIDDEN");
});

test("a price that is missing is told, and either an offering or a number is asked about", async () => {
  const tierless = encodeId("ofr", offeringsOfTests.p4.id);
  const { problem } = await explain(anna, { offeringId: tierless, resellerId: acmeNorth });
  expect(problem).toBe("The price list Wholesale cannot reckon: nobody has said what Acme pays, or in which currency.");
  expect((await explain(anna, { number: "+442079460000" })).problem).toBe("No rate deck is in force at that time.");
  for (const input of [{}, { offeringId: p1, number: "+442079460000" }]) {
    const document = "query ($i: ExplainPriceInput!) { explainPrice(input: $i) { problem } }";
    expect(codeOf(await world.graphql(anna, document, { i: input }))).toBe("BAD_USER_INPUT");
  }
});

test("OX9: an offering is put up for sale when its playbook has a version and every action of it exists", async () => {
  await rows("update offering set is_enabled = false where slug = 'mobile-20gb'");
  const [row] = await rows<{ version: number }>("select version from offering where slug = 'mobile-20gb'");
  const enable = () => codesOf(anna, "updateOffering", { id: p1, version: row!.version, isEnabled: true });
  const [kept] = await rows<{ document: string }>("select document from playbook_version");
  await rows(
    "update playbook_version set document = replace(document, 'action: service.activate', 'action: service.praise')",
  );
  expect(await enable()).toEqual(["MISSING_ACTION playbookKey"]);
  await rows("update playbook_version set document = $1", [kept!.document]);
  expect(await enable()).toEqual([]);
});

test("V4, V7: a list for all customers goes before the offering's own price from its time on, for the customers of its own reseller alone", async () => {
  const retail = (await save(anna, { name: "Retail", markupFixed: "0.50", markupPercent: "100" })).priceList!.id;
  const { johnSmith, johnDoe } = customersOfTests;
  const price = async (who: string) => (await one(who, "mobile-20gb")).price.recurring?.amount;
  const [before, north] = [await price(anna), await price(nora)];
  const from = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
  await assign(anna, { id: retail, forCustomers: true, effectiveFrom: from });
  expect(await price(anna)).toBe(before);
  world.clock.advance({ seconds: 86_400 });
  // (5.00 + 0.50) × 2
  expect(await price(anna)).toBe("11.00");
  expect(await price(nora)).toBe(north);
  for (const { id } of [johnSmith, johnDoe]) {
    const seen = await explain(anna, { offeringId: p1, customerId: encodeId("cus", id) });
    expect(seen).toMatchObject({ buyer: null, rule: "MARKUP", sourceName: "Retail" });
    expect(seen.lines).toContainEqual({
      kind: "RECURRING",
      sells: "11.00",
      buys: "5.00",
      margin: "6.00",
      formula: "(5.00 + 0.50) × 2 = 11.00",
    });
  }
  const own = { id: retail, name: "Retail", markupPercent: "100", ownPrices: [{ offeringId: p1, recurring: "9.00" }] };
  const refused = await save(anna, { ...own, ownPrices: [{ offeringId: p1, recurring: "4.99" }] });
  expect(codes(refused)).toEqual(["BELOW_COST ownPrices.0.recurring", "REQUIRED belowCostReason"]);
  expect((await save(anna, own)).userErrors).toEqual([]);
  expect(await price(anna)).toBe("9.00");
  expect(await explain(anna, { offeringId: p1 })).toMatchObject({ rule: "OWN_PRICE", sourceName: "Retail" });
  expect(codes(await assign(anna, { id: retail, forCustomers: true, resellerId: acmeNorth }))).toEqual([
    "INVALID resellerId",
  ]);
});
