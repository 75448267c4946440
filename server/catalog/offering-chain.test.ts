import { newId } from "@tierline/shared/id.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { offeringsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { offeringChain, offeringChains, type OfferingLink } from "./offering-chain.ts";
import {
  PriceListBuyerEntity,
  PriceListEntity,
  PriceListVersionEntity,
  type OwnPriceValue,
} from "./price-list.entity.ts";
import type { Amounts } from "./price-terms.ts";

const world = await testWorld();
const { tierline, nord, acme, acmeNorth } = resellersOfTests;
const wide = { ...offeringsOfTests.p1, id: newId(), slug: "wide", resellerId: tierline.id, path: tierline.path };

const said = (amounts: Amounts | null) =>
  amounts &&
  [amounts.setup, amounts.recurring, amounts.oneOff].map((amount) => (amount === null ? null : decimalOf(amount)));
const edges = (links: readonly OfferingLink[]) =>
  links.map(({ seller, buyer, pays, asks, rule }) => [seller.name, buyer?.name ?? null, said(pays), said(asks), rule]);

const at = (days = 0) => new Date(world.clock.now().getTime() + days * 86_400_000);

interface Said {
  readonly percent: number;
  readonly fixed?: bigint;
  readonly buyer?: string | null;
  readonly from?: Date;
  readonly currency?: string;
  readonly exchangeRate?: string | null;
  readonly ownPrices?: OwnPriceValue[];
}

/** A list of a seller, in force for whoever it is for. */
async function list(seller: { id: string; path: string }, { percent, from = at(), ...more }: Said): Promise<string> {
  const { em } = world.system();
  const [id, path, createdAt] = [newId(), seller.path, world.clock.now()];
  await em.insert(PriceListEntity, { id, path, reseller: seller.id, name: id, createdAt, version: 1 });
  await say(id, seller, { percent, from, ...more });
  const buyer = more.buyer ?? null;
  await em.insert(PriceListBuyerEntity, { id: newId(), path, list: id, buyer, effectiveFrom: from, createdAt });
  return id;
}

async function say(id: string, { path }: { path: string }, { percent, from = at(), ...more }: Said): Promise<void> {
  await world.system().em.insert(PriceListVersionEntity, {
    id: newId(),
    path,
    list: id,
    effectiveFrom: from,
    currency: more.currency ?? "GBP",
    markupFixedMicros: more.fixed ?? 0n,
    markupPercent: BigInt(percent * 10_000),
    exchangeRate: more.exchangeRate ?? null,
    ownPrices: more.ownPrices ?? [],
    reason: null,
    createdAt: world.clock.now(),
    createdBy: "Test",
  });
}

beforeAll(async () => {
  await plantCatalogOfTests(world);
  const [row] = await world.database.rows<{ id: string }>("select id from offering where slug = 'mobile-20gb'");
  await world.database.rows(
    `insert into offering select (jsonb_populate_record(o, jsonb_build_object('id', $1::text, 'slug', 'wide', 'name', 'Wide',
       'path', $2::text, 'reseller_id', $3::text))).* from offering o where id = $4`,
    [wide.id, tierline.path, tierline.id, row!.id],
  );
  await world.database.rows(
    `insert into price select gen_random_uuid(), $2, $1, kind, micros, 'GBP', 1
     from (values ('SETUP', 2000000), ('RECURRING', 20000000)) p(kind, micros)`,
    [wide.id, tierline.path],
  );
  await world.database.rows(
    `insert into cost select gen_random_uuid(), $2, $1, kind, micros, 'GBP', 1
     from (values ('SETUP', 1000000), ('RECURRING', 10000000)) p(kind, micros)`,
    [wide.id, tierline.path],
  );
});

test("what nobody has priced is asked of no reseller, and customers pay the nearest price above", async () => {
  const links = await offeringChain(world.system(), { offeringId: wide.id, sellerPath: acme.path, at: at() });
  expect(edges(links)).toEqual([
    ["Tierline Telecom", "Nord", ["1.00", "10.00", null], null, null],
    ["Nord", "Acme", null, null, null],
    ["Acme", null, null, ["2.00", "20.00", null], "RETAIL"],
  ]);
  expect(links.at(-1)?.retailPath).toBe(tierline.path);
});

test("X6: prices of an offering compound through the lists of every tier, each with its margin", async () => {
  await list(tierline, { percent: 20 });
  await list(nord, { percent: 25 });
  await list(acme, { percent: 10, buyer: acmeNorth.id });
  const links = await offeringChain(world.system(), { offeringId: wide.id, sellerPath: acmeNorth.path, at: at() });
  expect(edges(links)).toEqual([
    ["Tierline Telecom", "Nord", ["1.00", "10.00", null], ["1.20", "12.00", null], "MARKUP"],
    ["Nord", "Acme", ["1.20", "12.00", null], ["1.50", "15.00", null], "MARKUP"],
    ["Acme", "AcmeNorth", ["1.50", "15.00", null], ["1.65", "16.50", null], "MARKUP"],
    ["AcmeNorth", null, ["1.65", "16.50", null], ["2.00", "20.00", null], "RETAIL"],
  ]);
  expect(links.map(({ margin }) => said(margin))).toEqual([
    ["0.20", "2.00", null],
    ["0.30", "3.00", null],
    ["0.15", "1.50", null],
    ["0.35", "3.50", null],
  ]);
  expect(links.map(({ paysBy }) => paysBy)).toEqual(["COST", "LIST", "LIST", "LIST"]);
});

test("a buyer's own list goes before the one for everybody, an own price before the markup, and each from its time on", async () => {
  const own = await list(nord, {
    percent: 50,
    buyer: acme.id,
    from: at(1),
    ownPrices: [{ offering: wide.id, setup: null, recurring: "13.00", oneOff: null }],
  });
  await say(own, nord, { percent: 50, from: at(2) });
  const asked = async (days: number) => {
    const links = await offeringChain(world.system(), { offeringId: wide.id, sellerPath: acme.path, at: at(days) });
    return [said(links[1]!.asks), links[1]!.rule];
  };
  expect(await asked(0)).toEqual([["1.50", "15.00", null], "MARKUP"]);
  expect(await asked(1)).toEqual([[null, "13.00", null], "OWN_PRICE"]);
  expect(await asked(2)).toEqual([["1.80", "18.00", null], "MARKUP"]);
});

test("many are read with as many statements as one, and what a reseller does not sell has no links", async () => {
  const listings = [
    { offeringId: wide.id, sellerPath: acme.path },
    { offeringId: offeringsOfTests.p1.id, sellerPath: acme.path },
    { offeringId: offeringsOfTests.p1.id, sellerPath: nord.path },
    { offeringId: newId(), sellerPath: nord.path },
  ];
  const chains = await offeringChains(world.system(), listings, at());
  expect([...chains.values()].map((links) => links.length)).toEqual([3, 1, 0, 0]);
});

test("within a transaction a chain is read over its own connection: what that has written counts, and its tier is its own again", async () => {
  const undone = new Error("undone");
  const work = transaction(world.as("owner@acme.test"), async (tx) => {
    await tx.em.execute("update reseller set name = 'Acme as written' where path = ?", [acme.path]);
    const links = await offeringChain(tx, { offeringId: wide.id, sellerPath: acme.path, at: at() });
    expect(links.map(({ seller }) => seller.name)).toEqual(["Tierline Telecom", "Nord", "Acme as written"]);
    expect(await tx.em.execute("select 1 from customer where path < 'r1.r2.r3.'")).toEqual([]);
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
});
