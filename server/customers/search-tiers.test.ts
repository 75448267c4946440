import { newId } from "@tierline/shared/id.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { beforeAll, expect, test } from "vitest";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { resellersOfTests, type usersOfTests } from "../testkit/tree.ts";
import { workOf } from "../testkit/work-of.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { insertCustomers, type NewCustomer } from "./insert-customers.ts";
import { findCustomers, listCustomers } from "./list-customers.ts";

const world = await testWorld();
const root = "ops@tierline.test";
const { beta } = resellersOfTests;
const tiers = {
  "owner@nord.test": resellersOfTests.nord,
  "owner@acme.test": resellersOfTests.acme,
  "owner@beta.test": beta,
  "owner@acme-north.test": resellersOfTests.acmeNorth,
} as const;
const texts = ["a", "ann", "anna b", "b an", "7700", "015", "12"];
const customersEach = 16;
const resellersBelowBeta = 60;

type Place = Pick<NewCustomer, "resellerId" | "resellerPath">;

beforeAll(async () => {
  const below = Array.from({ length: resellersBelowBeta }, (_, index) => 100 + index);
  const rows = below.map((number) => ({
    id: newId(),
    number,
    path: `${beta.path}r${number}.`,
    key: `below-${number}`,
  }));
  const { em } = world.system();
  const facts = { currency: "GBP", timeZone: "Europe/London", country: "GB", locale: "en", failureEmails: [] };
  const row = { ...facts, name: "Below", parent: beta.id, delegated: null, state: "ACTIVE" as const };
  await em.insertMany(
    ResellerEntity,
    rows.map((own) => ({ ...own, ...row, createdAt: t0, version: 1 })),
  );
  const places = [...Object.values(resellersOfTests), ...rows].map(({ id, path }) => ({
    resellerId: id,
    resellerPath: path,
  }));
  await insertCustomers(em, places.flatMap(customersAt));
  await world.database.rows("vacuum analyze customer");
  await world.database.rows("vacuum analyze customer_token");
});

/** The same names, numbers and phones at each reseller, so that what comes first is for the order of tiers to say. */
function customersAt(place: Place): NewCustomer[] {
  return Array.from({ length: customersEach }, (_, index) => ({
    ...place,
    id: newId(),
    number: index + 1,
    kind: "INDIVIDUAL",
    name: ["Anna Benn", "Ann Anders", "Ben Anna", "Cara Banner"][index % 4] ?? "",
    email: `anna.${index}@example.com`,
    phone: `+44 7700 90${String(index).padStart(4, "0")}`,
    homeCountry: "GB",
    language: "en",
    createdAt: t0,
    createdVia: "API",
  }));
}

/** The paths of all that a search finds, page by page. */
async function found(user: keyof typeof usersOfTests, search: string, first: number): Promise<string[]> {
  const paths: string[] = [];
  let after: string | null = null;
  do {
    const page = await listCustomers(world.as(user), { search, first, after });
    paths.push(...page.nodes.map(({ row }) => row.path));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return paths;
}

test("perf-P5: every tier finds what the root finds of it, in the same order, page after page, and counts it", async () => {
  for (const text of texts) {
    const everywhere = await found(root, text, 100);
    expect({ text, isFound: everywhere.length > 0 }).toEqual({ text, isFound: true });
    for (const [user, { path }] of Object.entries(tiers) as [keyof typeof tiers, { path: string }][]) {
      const own = everywhere.filter((customer) => isWithin(customer, path));
      expect({ text, user, found: await found(user, text, 47) }).toEqual({ text, user, found: own });
      const { value } = await (await listCustomers(world.as(user), { search: text, first: 1 })).countAll();
      expect({ text, user, value }).toEqual({ text, user, value: own.length });
    }
  }
});

test("perf-P5: a tier of sixty resellers reads a page of tokens, not one for each of them", async () => {
  for (const text of ["a", "ann", "447", "7700", "015"]) {
    const work = await workOf(world.as("owner@beta.test"), (context) => findCustomers(context, text, 25));
    expect(work.found).toHaveLength(25);
    expect({ text, isShort: work.read("customer_token") <= 100 }).toEqual({ text, isShort: true });
  }
});
