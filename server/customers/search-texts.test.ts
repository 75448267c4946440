import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { beforeAll, expect, test } from "vitest";
import { insertCustomers } from "./insert-customers.ts";
import { findCustomers, listCustomers } from "./list-customers.ts";
import { resellersOfTests, type TestReseller } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();

interface Details {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

let number = 0;

async function plant(at: TestReseller, customers: readonly Details[]): Promise<void> {
  const { id: resellerId, path: resellerPath } = resellersOfTests[at];
  const facts = { resellerId, resellerPath, kind: "INDIVIDUAL", homeCountry: "GB", language: "en" } as const;
  const rows = customers.map(({ name, email = null, phone = null }) => {
    number += 1;
    return { ...facts, id: crypto.randomUUID(), number, name, email, phone, createdAt: t0, createdVia: "API" } as const;
  });
  await insertCustomers(world.system().em, rows);
}

beforeAll(async () => {
  await plant("acme", [
    { name: "Siobhán O'Brien" },
    { name: "Renée Müller-Lüdenscheidt" },
    { name: "Ćirić Straße GmbH" },
    { name: "Дмитрий Соколов" },
    { name: "李 小龍" },
    { name: "Ann Bills", email: "ann+bills@example.com" },
    { name: "Zed", phone: "+33 1 99 00 12 34" },
  ]);
});

async function names(text: string, user = "agent@acme.test"): Promise<string[]> {
  return (await findCustomers(world.as(user), text, 50)).map(({ name }) => name);
}

test("O11: apostrophes, hyphens and accents are found typed or left out", async () => {
  for (const text of ["O'Brien", "o’brien", "obrien", "o'b", "brien", "Siobhan O'B", "siobha\u0301n"]) {
    expect([text, await names(text)]).toEqual([text, ["Siobhán O'Brien"]]);
  }
  for (const text of ["muller", "Müller-L", "mullerludenscheidt", "Ludenscheidt renee", "RENÉE"]) {
    expect([text, await names(text)]).toEqual([text, ["Renée Müller-Lüdenscheidt"]]);
  }
  for (const text of ["ciric", "strasse", "Straße c", "gmbh ćir"]) {
    expect([text, await names(text)]).toEqual([text, ["Ćirić Straße GmbH"]]);
  }
});

test("O11: one letter is enough, of any script; a sign alone finds nobody", async () => {
  expect(await names("z")).toEqual(["Zed"]);
  expect(await names("Д")).toEqual(["Дмитрий Соколов"]);
  expect(await names("сок дм")).toEqual(["Дмитрий Соколов"]);
  expect(await names("小")).toEqual(["李 小龍"]);
  expect(await names("s")).toEqual(["Siobhán O'Brien", "Ćirić Straße GmbH"]);
  for (const text of ["+", "'", "-", "@", "%", "_"]) expect([text, await names(text)]).toEqual([text, []]);
});

test("O11: a plus sign belongs to an e-mail, and before digits to a country code", async () => {
  expect(await names("ann+b")).toEqual(["Ann Bills"]);
  expect(await names("ann+bills@ex")).toEqual(["Ann Bills"]);
  expect(await names("ann-b")).toEqual([]);
  for (const text of ["+331", "+33 1 99", "0033199", "199", "01 99 00", "1234", "00 12 34", "33199001234"]) {
    expect([text, await names(text)]).toEqual([text, ["Zed"]]);
  }
  expect(await names("+1 99")).toEqual(["Zed"]);
  expect(await names("99 00 12")).toEqual([]);
});

test("O11: a tier of several resellers goes on from page to page in one order, each customer once", async () => {
  const alike = Array.from({ length: 9 }, (_, index) => ({
    name: `Quentin ${["Quentinson", "Quay", "Ng"][index % 3]}`,
  }));
  for (const at of ["tierline", "beta", "acme", "acmeNorth"] as const) await plant(at, alike);
  const expected = {
    "ops@tierline.test": 36,
    "owner@nord.test": 27,
    "owner@acme.test": 18,
    "owner@acme-north.test": 9,
  };
  for (const [user, count] of Object.entries(expected)) {
    const whole = await listCustomers(world.as(user), { search: "que", first: 100 });
    expect(await whole.countAll()).toMatchObject({ value: count });
    const order = whole.nodes.map(({ row }) => [resellerPathOf(row.path), row.number]);
    expect(order).toHaveLength(count);
    expect(order).toEqual(
      order.toSorted(([a, m], [b, n]) => (a === b ? Number(m) - Number(n) : String(a) < String(b) ? -1 : 1)),
    );
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await listCustomers(world.as(user), { search: "que", first: 4, after });
      seen.push(...page.nodes.map(({ row }) => [resellerPathOf(row.path), row.number]));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(seen).toEqual(order);
  }
});
