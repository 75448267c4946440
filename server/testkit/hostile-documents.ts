import { limits } from "../api/limits.ts";

export interface HostileDocument {
  readonly name: string;
  /** For subscriptions the same trick below `subscription { … }`, since nothing else travels there. */
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

interface Place {
  readonly operation: "query" | "subscription";
  /** Opens the way to a customer, and closes it. */
  readonly open: string;
  readonly close: string;
}

/** A way to a customer that has `reseller`, below which it can be gone round in circles. */
const places: Readonly<Record<Place["operation"], Place>> = {
  query: { operation: "query", open: "customers(first: 1) { nodes {", close: "} }" },
  subscription: { operation: "subscription", open: 'provisioningRun(id: "x") { customer {', close: "} }" },
};

/** What people send to make a server work for nothing: forty kinds. Every one must be refused before anything is executed. */
export function hostileDocuments(of: Place["operation"]): HostileDocument[] {
  const place = places[of];
  const { open, close, operation } = place;
  const within: Within = (inside, head = "", rest = "") =>
    `${operation} ${head} { ${open} ${inside} ${close} } ${rest}`;
  return [...deep(within), ...wide(within, place), ...costly(within), ...untrue(within, place), ...unreadable(place)];
}

type Within = (inside: string, head?: string, rest?: string) => string;

const round = (times: number, inside: string): string =>
  `${many(times, () => "services(first: 1) { nodes { customer {")} ${inside} ${"} } }".repeat(times)}`;

/** Fragments that spread each other in a row; each level is `times` as much as the one below. */
const chain = (levels: number, times: number): string =>
  `${many(levels, (index) => `fragment f${index} on Customer { ${many(times, () => `...f${index + 1}`)} }`)} fragment f${levels} on Customer { id }`;

function deep(within: Within): HostileDocument[] {
  const letters = "abcdefghij";
  const link = (index: number): string =>
    `fragment ${letters[index]} on Customer { services(first: 1) { nodes { customer { ...${letters[index + 1]} } } } }`;
  return [
    { name: "too deep", query: within(round(30, "id")) },
    { name: "too deep through fragments", query: within("...a", "", `${many(9, link)} fragment j on Customer { id }`) },
    { name: "a fragment of itself", query: within("...a", "", "fragment a on Customer { ...a }") },
    {
      name: "fragments in a circle",
      query: within("...a", "", "fragment a on Customer { ...b } fragment b on Customer { ...a }"),
    },
    {
      name: "inline fragments in one another",
      query: within(`${"... on Customer { ".repeat(900)} id ${"} ".repeat(900)}`),
    },
    {
      name: "a list literal in lists",
      query: within(`services(first: ${"[".repeat(5_000)}1${"]".repeat(5_000)}) { nodes { id } }`),
    },
    {
      name: "an object literal in objects",
      query: within(`services(first: ${"{a: ".repeat(2_000)}1${"}".repeat(2_000)}) { nodes { id } }`),
    },
    {
      name: "a default value in lists",
      query: within("services(first: $n) { nodes { id } }", `($n: Int! = ${"[".repeat(400)}1${"]".repeat(400)})`),
    },
    {
      name: "variables in lists in lists",
      query: within("services(first: $n) { nodes { id } }", "($n: Int!)"),
      variables: { n: nested(3_000) },
    },
  ];
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

function wide(within: Within, { operation, open, close }: Place): HostileDocument[] {
  return [
    { name: "too many aliases", query: within(many(limits.aliases + 1, (index) => `a${index}: name`)) },
    { name: "too many aliases of __typename", query: within(many(1_000, (index) => `a${index}: __typename`)) },
    { name: "too many directives", query: within(`id ${many(limits.directives + 1, () => "@include(if: true)")}`) },
    { name: "ten thousand directives", query: within(`id ${many(10_000, () => "@skip(if: false)")}`) },
    { name: "too many tokens", query: within(many(limits.tokens + 1, () => "id")) },
    {
      name: "too many fields at the root",
      query: `${operation} { ${many(Math.max(limits.queryRoots, 1) + 1, (index) => `r${index}: ${open} id ${close}`)} }`,
    },
    { name: "a thousand operations", query: many(1_000, (index) => `${operation} q${index} { __typename }`) },
    { name: "a thousand variables", query: within("id", `(${many(1_000, (index) => `$v${index}: Int`)})`) },
    {
      name: "a hundred fragments of one name",
      query: within(
        "...a",
        "",
        many(100, () => "fragment a on Customer { id }"),
      ),
    },
    {
      name: "one argument a hundred times",
      query: within(`services(${many(100, () => "first: 1")}) { nodes { id } }`),
    },
    {
      name: "a hundred unknown arguments",
      query: within(`services(first: 1 ${many(100, (index) => `a${index}: 1`)}) { nodes { id } }`),
    },
    { name: "fifty fields that do not exist", query: within(many(50, (index) => `nothing${index}`)) },
    { name: "fields that clash", query: within(many(25, (index) => `a: ${index % 2 === 0 ? "id" : "name"}`)) },
    {
      name: "five hundred fields to be compared with one another",
      query: within(many(500, (index) => `services(first: ${(index % 2) + 1}) { nodes { id } }`)),
    },
  ];
}

function costly(within: Within): HostileDocument[] {
  const pages = (first: string): string =>
    `services(first: ${first}) { nodes { customer { services(first: ${first}) { nodes { customer { id } } } } } }`;
  return [
    { name: "pages of pages", query: within(pages("100")) },
    { name: "pages of pages by a variable", query: within(pages("$n"), "($n: Int!)"), variables: { n: 100 } },
    { name: "pages of pages by a variable's default", query: within(pages("$n"), "($n: Int! = 100)") },
    { name: "fragments that double thirty times", query: within("...f0", "", chain(30, 2)) },
    { name: "fragments that grow tenfold seven times", query: within("...f0", "", chain(7, 10)) },
    {
      name: "pages in fragments that double",
      query: within(
        "...f0",
        "",
        `${chain(12, 2).replace("fragment f12 on Customer { id }", "")} fragment f12 on Customer { services(first: 100) { nodes { id } } }`,
      ),
    },
  ];
}

function untrue(within: Within, { operation }: Place): HostileDocument[] {
  return [
    {
      name: "variables of other types",
      query: within("services(first: $n) { nodes { id } }", "($n: Int!)"),
      variables: { n: { deep: [1] } },
    },
    {
      name: "a variable of two hundred thousand signs",
      query: within("services(first: $n) { nodes { id } }", "($n: Int!)"),
      variables: { n: "9".repeat(200_000) },
    },
    {
      name: "a number of ten thousand figures",
      query: within(`services(first: ${"9".repeat(10_000)}) { nodes { id } }`),
    },
    { name: "a name of fifty thousand signs", query: within("a".repeat(50_000)) },
    { name: "a variable of no known type", query: within("services(first: $n) { nodes { id } }", "($n: Nothing!)") },
    { name: "directives that nobody knows", query: within(`id ${many(20, (index) => `@nothing${index}`)}`) },
    {
      name: "the schema in circles",
      query: `${operation} { __schema { types { ${"fields { type { ".repeat(20)} name ${"} } ".repeat(20)} } } }`,
    },
  ];
}

function unreadable({ operation, open, close }: Place): HostileDocument[] {
  return [
    { name: "no document at all", query: "{{{{{{" },
    { name: "a string without an end", query: `${operation} { ${open} a(b: "${"x".repeat(10_000)}` },
    { name: "letters that look like others", query: `${operation} { ${open} n\u0430me \u0456d ${close} }` },
    {
      name: "a schema of one's own",
      query: `type Query { a: Int } extend type Query { b: Int } ${operation} { __typename }`,
    },
  ];
}
