import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { costOf, costProblem, limits, parseLimited, validateLimited } from "./limits.ts";

const schema = buildSchema(`
  type PageInfo { hasNextPage: Boolean! }
  type Item { id: ID! name: String! parent: Item items(first: Int!): ItemConnection! tags: [Item!]! }
  type ItemEdge { cursor: String! node: Item! }
  type ItemConnection { edges: [ItemEdge!]! nodes: [Item!]! pageInfo: PageInfo! }
  type Query { item: Item items(first: Int!): ItemConnection! }
  type Mutation { rename(name: String!): Item }
`);

function problems(source: string): string[] {
  return validateLimited(schema, parseLimited(source)).map((error) => error.message);
}

function cost(source: string, variables: Record<string, unknown> = {}): number {
  return costOf(schema, parse(source), variables, null);
}

function nested(levels: number): string {
  return `{ item ${"{ parent ".repeat(levels)} { id } ${"}".repeat(levels)} }`;
}

test("a document as the console sends it passes", () => {
  expect(problems("{ items(first: 10) { nodes { id name parent { name } } pageInfo { hasNextPage } } }")).toEqual([]);
});

test("depth is measured through fragments, and one level too many is refused", () => {
  expect(problems(nested(limits.depth - 2))).toEqual([]);
  expect(problems(nested(limits.depth - 1))).toEqual([`A document may be at most ${limits.depth} levels deep.`]);
  const inner = "{ parent ".repeat(limits.depth) + "{ id }" + "}".repeat(limits.depth);
  expect(problems(`query { item { ...deep } } fragment deep on Item ${inner}`)).toEqual([
    `A document may be at most ${limits.depth} levels deep.`,
  ]);
});

test("fragments in a circle are refused and do not hang the measure", () => {
  const found = problems(
    "{ item { ...a } } fragment a on Item { parent { ...b } } fragment b on Item { parent { ...a } }",
  );
  expect(found.some((message) => message.includes("Cannot spread fragment"))).toBe(true);
});

test("aliases are counted, those of __typename too", () => {
  const aliased = (count: number) =>
    `{ item { ${Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(" ")} } }`;
  expect(problems(aliased(limits.aliases))).toEqual([]);
  expect(problems(aliased(limits.aliases + 1))).toEqual([`A document may hold at most ${limits.aliases} aliases.`]);
});

test("directives and root fields are counted", () => {
  expect(problems(`{ item { ${"id @include(if: true) ".repeat(limits.directives + 1)} } }`)).toContain(
    `A document may hold at most ${limits.directives} directives.`,
  );
  const roots = Array.from(
    { length: limits.mutationRoots + 1 },
    (_, index) => `a${index}: rename(name: "x") { id }`,
  ).join(" ");
  expect(problems(`mutation { ${roots} }`)).toEqual([
    `A mutation may hold at most ${limits.mutationRoots} root fields.`,
  ]);
});

test("a document of too many tokens is not even parsed", () => {
  expect(() => parseLimited(`{ item { ${"id ".repeat(limits.tokens)} } }`)).toThrow(/token/i);
});

test("at most three errors come back however much is wrong", () => {
  const wrong = Array.from({ length: 50 }, (_, index) => `nothing${index}`).join(" ");
  expect(problems(`{ item { ${wrong} } }`).length).toBeLessThanOrEqual(3);
});

test("a page costs its size times its content, given as a literal, a variable or a variable's default", () => {
  const inside = "nodes { id parent { id } }";
  const expected = 1 + 50;
  expect(cost(`{ items(first: 50) { ${inside} } }`)).toBe(expected);
  expect(cost(`query ($n: Int!) { items(first: $n) { ${inside} } }`, { n: 50 })).toBe(expected);
  expect(cost(`query ($n: Int! = 50) { items(first: $n) { ${inside} } }`)).toBe(expected);
});

test("one document costs what each asking makes of it, whatever it cost the time before", () => {
  const document = parse(
    "query Small { item { id } } query Page($n: Int!, $all: Boolean!) { items(first: $n) @include(if: $all) { nodes { id } } }",
  );
  const page = (n: number, all: boolean) => costOf(schema, document, { n, all }, "Page");
  expect([page(50, true), page(50, true), page(9, true), page(9, false), page(50, true)]).toEqual([51, 51, 10, 0, 51]);
  expect(costOf(schema, document, { n: 50, all: true }, "Small")).toBe(1);
  expect(() => costOf(schema, document, {}, "Page")).toThrow(/\$all/);
});

test("pages within pages multiply and are refused before anything runs", () => {
  const hostile = cost(
    "query ($n: Int!) { items(first: $n) { nodes { items(first: $n) { nodes { items(first: $n) { nodes { id } } } } } } }",
    { n: 100 },
  );
  expect(hostile).toBeGreaterThan(limits.cost);
  expect(costProblem(hostile)?.extensions["code"]).toBe("BAD_USER_INPUT");
  expect(costProblem(limits.cost)).toBeNull();
});
