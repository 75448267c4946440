import { encodeId } from "@tierline/shared/id.ts";
import { phoneMatches } from "@tierline/shared/phone-number.ts";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { insertCustomers, type NewCustomer } from "./insert-customers.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const document = `query ($search: String, $first: Int = 50, $after: String, $filter: CustomerFilter) {
  customers(search: $search, first: $first, after: $after, filter: $filter) {
    nodes { id number name label } totalCount { value isEstimate } pageInfo { hasNextPage endCursor } suggestions { label }
  }
}`;

interface Found {
  nodes: { id: string; number: number; name: string; label: string }[];
  totalCount: { value: number };
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  suggestions: { label: string }[];
}

async function search(
  text: string | null,
  user = "agent@acme.test",
  more: Record<string, unknown> = {},
): Promise<Found> {
  const { data, errors } = await world.graphql(user, document, { search: text, ...more });
  expect(errors).toBeUndefined();
  return data?.["customers"] as Found;
}

async function numbers(text: string, user?: string): Promise<number[]> {
  const found = await search(text, user);
  expect(found.totalCount.value).toBe(found.nodes.length);
  return found.nodes.map(({ number }) => number);
}

test("O11: the fixture's own words", async () => {
  expect(await numbers("John")).toEqual([123, 456, 789]);
  expect(await numbers("456")).toEqual([456]);
  expect(await numbers("john.smith@")).toEqual([123]);
  expect(await numbers("+1234567890")).toEqual([123]);
  expect(await numbers("1234 567 890")).toEqual([123]);
});

test("O11: a number matches whole; digits match a phone from its beginning or its end, never in the middle", async () => {
  expect(await numbers("45")).toEqual([]);
  expect(await numbers("12")).toEqual([]);
  expect(await numbers("123")).toEqual([123]);
  expect(await numbers("890")).toEqual([123]);
  expect(await numbers("7890")).toEqual([123]);
  expect(await numbers("567")).toEqual([]);
  expect(await numbers("+45")).toEqual([]);
});

test("O11: 456 finds customer 456 first, then those whose phone begins or ends so, and no name", async () => {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acmeNorth;
  const north = {
    resellerId,
    resellerPath,
    kind: "INDIVIDUAL",
    email: null,
    homeCountry: "GB",
    language: "en",
    createdAt: t0,
    createdVia: "API",
  } as const;
  await insertCustomers(world.system().em, [
    { ...north, id: crypto.randomUUID(), number: 1, name: "Ends So", phone: "+44 7700 900456" },
    { ...north, id: crypto.randomUUID(), number: 2, name: "Begins So", phone: "0456 123 4567" },
    { ...north, id: crypto.randomUUID(), number: 3, name: "456 Hidden", phone: "+44 1456 45600" },
    { ...north, id: crypto.randomUUID(), number: 4, name: "Both", phone: "456 999 456" },
  ]);
  expect((await search("456")).nodes.map(({ name }) => name)).toEqual(["John Doe", "Begins So", "Both", "Ends So"]);
  expect((await search("456 hid")).nodes.map(({ name }) => name)).toEqual(["456 Hidden"]);
  expect(await numbers("456", "owner@acme-north.test")).toHaveLength(3);
});

test("O11: words in any order, accents and case aside, all of them", async () => {
  expect(await numbers("smith john")).toEqual([123]);
  expect(await numbers("JÖHN sm")).toEqual([123]);
  expect(await numbers("john x")).toEqual([]);
  expect(await numbers("enterpr")).toEqual([789]);
  expect(await numbers("john 456")).toEqual([456]);
  expect(await numbers("John Smith (ID: 123)")).toEqual([123]);
  expect(await numbers(encodeId("cus", customersOfTests.johnDoe.id))).toEqual([456]);
  expect(await numbers(encodeId("cus", customersOfTests.johnnyBeta.id))).toEqual([]);
});

test("O11: an e-mail matches from its beginning, not in the middle", async () => {
  expect(await numbers("john.smith")).toEqual([123]);
  expect(await numbers("JOHN.SMITH@EXAMPLE.COM")).toEqual([123]);
  expect(await numbers("example.com")).toEqual([]);
  expect(await numbers("smith@example")).toEqual([]);
});

test("U14: customers(search: John) finds three for Acme, one for Beta, and Jane herself alone", async () => {
  expect(await numbers("John", "owner@acme.test")).toEqual([123, 456, 789]);
  expect(await numbers("John", "owner@beta.test")).toEqual([900]);
  const { data, errors } = await askAs(world, jane, document, { search: "John" });
  expect(errors).toBeUndefined();
  const found = data?.["customers"] as Found;
  expect(found.nodes.map(({ number }) => number)).toEqual([789]);
  expect(found.totalCount.value).toBe(1);
});

test("U14: whatever Jane searches, lists or misspells, she finds herself or nobody", async () => {
  for (const text of [
    null,
    "J",
    "john",
    "Jonh",
    "123",
    "456",
    "789",
    "+1234567890",
    "john.smith@",
    "smith",
    encodeId("cus", customersOfTests.johnSmith.id),
  ]) {
    const { data } = await askAs(world, jane, document, { search: text });
    const { nodes, suggestions } = data!["customers"] as Found;
    for (const { number } of nodes) expect(number).toBe(789);
    for (const { label } of suggestions) expect(label).toBe("Johnson Enterprises (ID: 789)");
  }
});

test("X2: a search sees the viewer's own tier and what lies below", async () => {
  expect(await numbers("John", "owner@nord.test")).toEqual([123, 456, 900, 789]);
  expect(await numbers("John", "ops@tierline.test")).toEqual([123, 456, 900, 789]);
  expect(await numbers("John", "owner@acme-north.test")).toEqual([]);
});

test("O12: a row reads as name and number", async () => {
  expect((await search("john.smith@")).nodes[0]?.label).toBe("John Smith (ID: 123)");
});

test("O44: a misspelt name suggests those spelt alike", async () => {
  const labels = async (text: string) => {
    const found = await search(text);
    expect(found.nodes).toEqual([]);
    return found.suggestions.map(({ label }) => label);
  };
  expect(await labels("Jonh")).toEqual(["John Smith (ID: 123)", "John Doe (ID: 456)", "Johnson Enterprises (ID: 789)"]);
  expect(await labels("Jonh Smiht")).toEqual(["John Smith (ID: 123)"]);
  expect(await labels("ojhn")).toEqual(["John Smith (ID: 123)", "John Doe (ID: 456)", "Johnson Enterprises (ID: 789)"]);
  expect(await labels("Jonhson")).toEqual(["Johnson Enterprises (ID: 789)"]);
  expect(await labels("Enterprizes")).toEqual(["Johnson Enterprises (ID: 789)"]);
  expect(await labels("xylophone")).toEqual([]);
  expect(await labels("!!!")).toEqual([]);
  expect((await search("John")).suggestions).toEqual([]);
});

test("O44: a suggestion never comes from another tier", async () => {
  expect((await search("Jonnhy", "agent@acme.test")).suggestions.map(({ label }) => label)).not.toContain(
    "Johnny Beta (ID: 900)",
  );
  expect((await search("Jonnhy", "owner@beta.test")).suggestions.map(({ label }) => label)).toEqual([
    "Johnny Beta (ID: 900)",
  ]);
});

test("O11: pages of a search follow each other, each customer once, whatever it is found by", async () => {
  const { id: resellerId, path: resellerPath } = resellersOfTests.beta;
  const many: NewCustomer[] = Array.from({ length: 60 }, (_, index) => ({
    id: crypto.randomUUID(),
    resellerId,
    resellerPath,
    number: 1_000 + index,
    kind: "INDIVIDUAL",
    name: ["Paula Paulsen", "Paul Smith", "Robert Brown"][index % 3] ?? "",
    email: `paul.${index}@example.com`,
    phone: null,
    homeCountry: "GB",
    language: "en",
    createdAt: t0,
    createdVia: "API",
  }));
  await insertCustomers(world.system().em, many);
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Found = await search("paul", "owner@beta.test", { first: 7, after });
    expect(page.totalCount.value).toBe(60);
    seen.push(...page.nodes.map(({ id }) => id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

test("O11: a search is narrowed by filters", async () => {
  const filtered = (filter: object) => search("John", "agent@acme.test", { filter });
  expect((await filtered({ kind: "BUSINESS" })).nodes.map(({ number }) => number)).toEqual([789]);
  expect((await filtered({ resellerId: encodeId("rsl", resellersOfTests.acmeNorth.id) })).nodes).toEqual([]);
  expect((await filtered({ state: ["SUSPENDED"] })).totalCount.value).toBe(0);
});

test("O11: phones are found exactly as the shared rule says, for any digits", async () => {
  const phones = [
    "+1234567890",
    "+44 7700 900123",
    "07700 900456",
    "+44 (0)20 7946 0018",
    "(0161) 496-0000",
    "+33 1 99 00 12 34",
    "020 7946 0018 ext 5",
    "12",
    "00 49 30 901820",
    "0",
    "7700900",
  ];
  const { id: resellerId, path: resellerPath } = resellersOfTests.tierline;
  const rows = phones.map((phone, index) => ({
    id: crypto.randomUUID(),
    resellerId,
    resellerPath,
    number: 50_000 + index,
    kind: "INDIVIDUAL" as const,
    name: `Phone ${index}`,
    email: null,
    phone,
    homeCountry: "GB",
    language: "en",
    createdAt: t0,
    createdVia: "API" as const,
    tags: ["phones"],
  }));
  await insertCustomers(world.system().em, rows);
  const digits = phones.map((phone) => phone.replace(/\D/g, ""));
  const query = fc.oneof(
    fc
      .constantFrom(...digits)
      .chain((text) =>
        fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => text.slice(Math.min(a, b), Math.max(a, b))),
      ),
    fc.constantFrom(...digits).map((text) => `0${text}`),
    fc.stringMatching(/^[0-9]{3,6}$/),
  );
  await fc.assert(
    fc.asyncProperty(query, async (text) => {
      if (text === "") return;
      const found = await search(text, "ops@tierline.test", { filter: { tag: "phones" }, first: 100 });
      const expected = rows.filter((row) => String(row.number) === text || phoneMatches(text, row.phone, "GB"));
      expect(found.nodes.map(({ number }) => number).toSorted()).toEqual(
        expected.map(({ number }) => number).toSorted(),
      );
    }),
    { numRuns: 150 },
  );
});

test("a search that is no text, or a cursor that was never given out, is bad input", async () => {
  for (const variables of [
    { search: "a\0b" },
    { search: "\ud800" },
    { search: "x".repeat(201) },
    { search: "john", after: "W10" },
    { first: 0 },
  ]) {
    const { errors } = await world.graphql("agent@acme.test", document, variables);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
  const { errors } = await world.graphql("agent@acme.test", document, {
    filter: { resellerId: encodeId("rsl", resellersOfTests.beta.id) },
  });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
});
