import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { savePriceList } from "../catalog/save-price-list.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { offeringsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { priceMovesOf, problemsOf } from "./find-imports.ts";

const world = await testWorld();
const { rows } = world.database;
const { rehearsed, countsOf, ran, begun, fileOf } = importsOf(world);
const owner = "owner@acme.test";
const { p1, p2 } = offeringsOfTests;
let list: string;

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  const terms = { name: "Wholesale", markupFixed: "0.50", markupPercent: "20" };
  list = await savePriceList(world.as(owner), { ...terms, idempotencyKey: newId() });
  world.clock.advance({ seconds: 1 });
});

async function done(id: string): Promise<Record<string, number>> {
  world.clock.advance({ seconds: 1 });
  await begun(id);
  await ran(id);
  return countsOf(id);
}

interface Own {
  readonly offering: string;
  readonly setup: string | null;
  readonly recurring: string | null;
}
async function owned(): Promise<Record<string, string>> {
  const [row] = await rows<{ own: Own[] }>(
    "select own_prices as own from price_list_version where list_id = $1 order by effective_from desc, id desc limit 1",
    [list],
  );
  return Object.fromEntries(row!.own.map(({ offering, setup, recurring }) => [offering, `${setup} ${recurring}`]));
}
const versions = async () => (await rows("select 1 from price_list_version where list_id = $1", [list])).length;
const text = (amount: { amount: string; currency: string } | null) => amount && `${amount.amount} ${amount.currency}`;
async function moves(id: string) {
  return (await priceMovesOf(world.system(), id)).map(({ row, offering, kind, before, after }) =>
    [row, offering, kind, text(before), text(after)].join(" "),
  );
}

test("O38, V4: own prices come from a file, each shown with what is asked before; the rest of the list stays, and the same again does nothing", async () => {
  const file = [
    "liste de prix;offre;prix;mise en service",
    `Wholesale;${p1.slug};12,50;1.000,00`,
    `Wholesale;${encodeId("ofr", p2.id)};1.234,5;`,
    "Wholesale;nothing;9,00;",
    `Nobody's;${p1.slug};9,00;`,
    `Wholesale;${p1.slug};nine;`,
  ].join("\r\n");
  const id = await rehearsed("PRICES", file);
  expect(await versions()).toBe(1);
  expect(await countsOf(id)).toEqual({ READY: 2, REFUSED: 3 });
  expect((await problemsOf(world.system(), id)).map(({ code, column, values }) => [code, column, ...values])).toEqual([
    ["UNKNOWN_REFERENCE", "offering", "nothing"],
    ["UNKNOWN_REFERENCE", "price_list", "Nobody's"],
    ["INVALID", "recurring", "nine"],
  ]);
  // (5.00 + 0.50) × 1.2, and of the setup fee 1.00 × 1.2
  expect((await moves(id)).slice(0, 2)).toEqual([
    `1 ${p1.name} SETUP 1.20 GBP 1000.00 GBP`,
    `1 ${p1.name} RECURRING 6.60 GBP 12.50 GBP`,
  ]);
  expect((await moves(id)).at(-1)).toMatch(/^2 .* 1234\.50 GBP$/);
  expect(await done(id)).toEqual({ DONE: 2, REFUSED: 3 });
  expect(await owned()).toEqual({ [p1.id]: "1000.00 12.50", [p2.id]: "null 1234.50" });
  expect(await versions()).toBe(3);
  expect(await countsOf(await rehearsed("PRICES", file))).toEqual({ UNCHANGED: 2, REFUSED: 3 });
  const told = await rows("select actor from audit_entry where operation = 'priceList.save'");
  expect(told).toHaveLength(3);
  const errors = await fileOf(id);
  const rest = await rehearsed("PRICES", errors.replace("nine", "13.00"));
  expect(await done(rest)).toEqual({ DONE: 1, REFUSED: 2 });
  expect((await owned())[p1.id]).toBe("1000.00 13.00"); // what a row leaves empty stays
  // What was changed since may be said again by the first file.
  expect(await done(await rehearsed("PRICES", file))).toMatchObject({ DONE: 1, UNCHANGED: 1 });
  expect((await owned())[p1.id]).toBe("1000.00 12.50");
});

test("BX4: below cost is refused with the cost, and let with a reason, which stays with the list", async () => {
  const id = await rehearsed("PRICES", `price_list,offering,recurring\nWholesale,${p1.slug},4.99`);
  expect(await problemsOf(world.system(), id)).toMatchObject([
    { code: "BELOW_COST", column: "recurring", values: ["4.99"], message: { key: "price.belowCostBy" } },
  ]);
  const replacements = [{ column: "recurring", from: "4.99", to: "5,01" }];
  const semicolons = `price_list;offering;recurring\nWholesale;${p1.slug};4,99`;
  const fixed = await rehearsed("PRICES", semicolons, owner, { replacements }); // as the problem names it
  expect(await moves(fixed)).toEqual([`1 ${p1.name} RECURRING 12.50 GBP 5.01 GBP`]);
  const allowed = await rehearsed(
    "PRICES",
    `price_list,offering,recurring,reason\nWholesale,${p1.slug},4.99,To win them`,
  );
  expect(await done(allowed)).toEqual({ DONE: 1 });
  const other = await rehearsed("PRICES", `price_list,offering,recurring\nWholesale,${p2.slug},99.00`);
  expect(await done(other)).toEqual({ DONE: 1 }); // is not asked for the other's reason
  const [last] = await rows(
    "select reason from price_list_version where list_id = $1 order by effective_from desc limit 1",
    [list],
  );
  expect(last).toEqual({ reason: "To win them" });
  expect((await owned())[p1.id]).toBe("1000.00 4.99");
});

test("a price that was changed since the rehearsal is left as it is; rows at once lose none of each other's", async () => {
  const id = await rehearsed(
    "PRICES",
    `price_list,offering,recurring\nWholesale,${p1.slug},20.00\nWholesale,${p2.slug},30.00`,
  );
  const other = await rehearsed("PRICES", `price_list,offering,recurring\nWholesale,${p1.slug},21.00`);
  expect(await done(other)).toEqual({ DONE: 1 });
  expect(await done(id)).toEqual({ DONE: 1, FAILED: 1 });
  expect(await problemsOf(world.system(), id)).toMatchObject([{ code: "STALE", column: "offering", firstRows: [1] }]);
  expect(await owned()).toMatchObject({ [p1.id]: "1000.00 21.00", [p2.id]: "null 30.00" });
});

test("who may not set a price one by one hands in no file of them", async () => {
  const text = "price_list,offering\na,b";
  await expect(rehearsed("PRICES", text, "agent@acme.test")).rejects.toMatchObject({ code: "FORBIDDEN" });
});
