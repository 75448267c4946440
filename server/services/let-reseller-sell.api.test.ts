import { encodeId, newId } from "@tierline/shared/id.ts";
import { isDelegated } from "@tierline/shared/delegation.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, jane, pathOf } from "../testkit/customers-of-tests.ts";
import { ids } from "../testkit/shop.ts";
import { codeOf, openTieredShop, rsl, type Refused } from "../testkit/tiered-shop.ts";

const shop = await openTieredShop();
const { world, gold, silver, nordic, ask, letSell, catalogOf, fromAbove } = shop;
const { rows } = world.database;
const ops = "ops@tierline.test";
const nord = "owner@nord.test";
const acme = "agent@acme.test";
const north = "owner@acme-north.test";
const audit = () =>
  rows<{ operation: string; changes: unknown; path: string; actor: string }>(
    "select operation, changes, path, actor from audit_entry where operation = 'reseller.sell' order by at, id",
  );

beforeEach(() => shop.letAll());

test("U24: by default a reseller sells all that those above it offer; a parent lets it sell only what is named", async () => {
  expect(await fromAbove(acme)).toEqual(["Extra", "Gold", "Nordic", "Silver"]);
  expect(await letSell(nord, "acme", [gold])).toEqual([]);
  expect(await fromAbove(acme)).toEqual(["Gold"]);
  expect(await catalogOf(acme)).toEqual(["Business VoIP", "Data boost 5 GB", "Fibre 100", "Gold", "Mobile - 20 GB"]);
  expect(await fromAbove(north)).toEqual(["Gold"]);
  expect(await catalogOf(nord)).toEqual(expect.arrayContaining(["Extra", "Gold", "Nordic", "Silver"]));
  expect(await fromAbove("owner@beta.test")).toEqual(["Extra", "Gold", "Nordic", "Silver"]);
  expect(await audit()).toMatchObject([
    {
      actor: "Nils Nord",
      path: "r1.r2.r3.",
      changes: [
        { field: "sellsAll", before: "true", after: "false" },
        { field: "offeringsTaken", before: "Extra, Nordic, Silver", after: null },
      ],
    },
  ]);
  // What the parent adds afterwards is not theirs until it is let.
  const bronze = await shop.plant("tierline", "Bronze");
  expect(await fromAbove(acme)).toEqual(["Gold"]);
  expect(await letSell(nord, "acme", [gold, bronze])).toEqual([]);
  expect(await fromAbove(acme)).toEqual(["Bronze", "Gold"]);
  expect(await letSell(nord, "acme", null)).toEqual([]);
  expect(await fromAbove(acme)).toEqual(["Bronze", "Extra", "Gold", "Nordic", "Silver"]);
  expect(await rows("select 1 from sellable_offering")).toEqual([]);
  expect(await audit()).toHaveLength(3);
  expect(await letSell(nord, "acme", null)).toEqual([]);
  expect(await audit()).toHaveLength(3);
  await rows("delete from offering where slug = 'bronze'");
});

test("U24: what one on the way does not let through nobody below has, and it comes back when it is let again", async () => {
  await letSell(ops, "nord", [gold]);
  await letSell(nord, "acme", [gold]);
  expect([await fromAbove(nord), await fromAbove(acme), await fromAbove(north)]).toEqual([
    ["Gold", "Nordic"],
    ["Gold"],
    ["Gold"],
  ]);
  await letSell("owner@acme.test", "acmeNorth", [ids.p4]);
  expect(await catalogOf(north)).toEqual(["Business VoIP"]);
  await letSell("owner@acme.test", "acmeNorth", null);
  await letSell(ops, "nord", [silver]);
  expect([await fromAbove(nord), await fromAbove(acme), await fromAbove(north)]).toEqual([
    ["Nordic", "Silver"],
    [],
    [],
  ]);
  // Nord does not see what Tierline does not let it sell: it stays let to Acme all the same.
  await letSell(nord, "acme", [nordic]);
  expect(await fromAbove(acme)).toEqual(["Nordic"]);
  await letSell(ops, "nord", null);
  expect(await fromAbove(north)).toEqual(["Gold", "Nordic"]);
});

test("U24: what is not let does not exist: not by id, slug, node, search, in a quote, for add-ons and own prices", async () => {
  await letSell(nord, "acme", [silver]);
  const random = encodeId("ofr", newId());
  const same = async (document: string, variables: (id: string) => Record<string, unknown>) => {
    const answers = await Promise.all(
      [gold, random].map(async (id) =>
        JSON.stringify(await world.graphql(acme, document, variables(id))).replaceAll(id, "*"),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
    return answers[0];
  };
  const byId = (id: string) => ({ id });
  expect(await same("query ($id: ID!) { offering(id: $id) { name } }", byId)).toBe('{"data":{"offering":null}}');
  await same("query ($id: ID!) { node(id: $id) { id } }", byId);
  const quoted = await same("query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint } }", (id) => ({
    input: { offeringId: id, customerId: ids.johnSmith },
  }));
  expect(quoted).toContain("Nothing with this id exists for you.");
  await same(
    "mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } userErrors { code } } }",
    (id) => ({
      input: { idempotencyKey: newId(), quoteFingerprint: "x", offeringId: id, customerId: ids.johnSmith },
    }),
  );
  const pricing =
    "mutation ($input: UpdateOfferingInput!) { updateOffering(input: $input) { offering { id } userErrors { code } } }";
  const owner = "owner@acme.test";
  const priced = async (id: string) =>
    codeOf((await world.graphql(owner, pricing, { input: { id, version: 1, price: { recurring: "31.00" } } })).errors);
  expect([await priced(gold), await priced(random)]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
  expect(await ask(acme, `{ offering(slug: "gold") { name } }`)).toEqual({ offering: null });
  expect(await ask(acme, `{ search(text: "gold", first: 5) { nodes { __typename } } }`)).toEqual({
    search: { nodes: [] },
  });
  expect(await catalogOf(acme, `, filter: { search: "gold" }`)).toEqual([]);
  expect(await catalogOf(acme, ", filter: { kind: ADDON }")).toEqual(["Data boost 5 GB"]);
  // Whoever works from above for a customer of Acme's is offered what Acme sells, and no more.
  const forJohn = `, filter: { customerId: "${ids.johnSmith}" }`;
  expect(await fromAbove(nord, forJohn)).toEqual(["Silver"]);
  const { errors } = await world.graphql(
    nord,
    "query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint } }",
    {
      input: { offeringId: gold, customerId: ids.johnSmith },
    },
  );
  expect(codeOf(errors)).toBe("NOT_FOUND");
  const people: Viewer = {
    ...jane,
    permissions: new Set(permissionsOf("CUSTOMER_USER").filter((key) => isDelegated(["order.addon"], key))),
  };
  const portal = await askAs(
    world,
    { ...people, path: pathOf(customersOfTests.johnson) },
    "{ offerings(first: 50) { nodes { name } } }",
  );
  expect(JSON.stringify(portal)).not.toMatch(/Gold|Extra|Nordic/);
});

test("U24: nobody lets what the reseller above does not sell, for their own reseller, for others, or unasked", async () => {
  expect(await letSell(nord, "nord", [gold])).toEqual(["STATE_CONFLICT id"]);
  expect(await letSell(nord, "acme", [gold, ids.p1, encodeId("ofr", newId()), "x"])).toEqual([
    "INVALID offeringIds.1",
    "UNKNOWN_REFERENCE offeringIds.2",
    "UNKNOWN_REFERENCE offeringIds.3",
  ]);
  await letSell(ops, "nord", [silver]);
  expect(await letSell(nord, "acme", [gold])).toEqual(["UNKNOWN_REFERENCE offeringIds.0"]);
  expect(await letSell(ops, "acme", [gold])).toEqual(["INVALID offeringIds.0"]);
  const mutation =
    "mutation ($input: LetResellerSellInput!) { letResellerSell(input: $input) { userErrors { code path } } }";
  const codeFor = async (user: string, id: string, version = 1) => {
    const { data, errors } = await world.graphql(user, mutation, { input: { id, version, offeringIds: [] } });
    const payload = data?.["letResellerSell"] as { userErrors: Refused[] } | undefined;
    return codeOf(errors) ?? payload?.userErrors[0]?.code;
  };
  expect(await codeFor("owner@acme.test", rsl("beta"))).toBe("NOT_FOUND");
  expect(await codeFor("owner@acme.test", rsl("nord"))).toBe("NOT_FOUND");
  expect(await codeFor("owner@acme.test", encodeId("rsl", newId()))).toBe("NOT_FOUND");
  expect(await codeFor(acme, rsl("acmeNorth"))).toBe("FORBIDDEN");
  expect(await codeFor("owner@acme.test", rsl("acmeNorth"), 99)).toBe("STALE");
  const many = Array.from({ length: 1_001 }, () => gold);
  expect(await letSell(ops, "acme", many)).toEqual(["TOO_LONG offeringIds"]);
  expect(await rows("select 1 from reseller where not sells_all and key <> 'nord'")).toEqual([]);
});
