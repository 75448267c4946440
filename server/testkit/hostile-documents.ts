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

/** What people send to make a server work for nothing. Every one must be refused before anything is executed. */
export function hostileDocuments(of: Place["operation"]): HostileDocument[] {
  const { open, close, operation } = places[of];
  const within = (inside: string, head = "", rest = "") =>
    `${operation} ${head} { ${open} ${inside} ${close} } ${rest}`;
  const round = (times: number, inside: string) =>
    `${many(times, () => "services(first: 1) { nodes { customer {")} ${inside} ${"} } }".repeat(times)}`;
  return [
    { name: "too deep", query: within(round(30, "id")) },
    {
      name: "too deep through fragments",
      query: within(
        "...a",
        "",
        many(
          9,
          (index) =>
            `fragment ${"abcdefghij"[index]} on Customer { services(first: 1) { nodes { customer { ...${"abcdefghij"[index + 1]} } } } }`,
        ) + " fragment j on Customer { id }",
      ),
    },
    { name: "too many aliases", query: within(many(limits.aliases + 1, (index) => `a${index}: name`)) },
    { name: "too many aliases of __typename", query: within(many(1_000, (index) => `a${index}: __typename`)) },
    { name: "too many directives", query: within(`id ${many(limits.directives + 1, () => "@include(if: true)")}`) },
    { name: "too many tokens", query: within(many(limits.tokens + 1, () => "id")) },
    { name: "a fragment of itself", query: within("...a", "", "fragment a on Customer { ...a }") },
    {
      name: "fragments in a circle",
      query: within("...a", "", "fragment a on Customer { ...b } fragment b on Customer { ...a }"),
    },
    {
      name: "pages of pages by a variable",
      query: within(
        "services(first: $n) { nodes { customer { services(first: $n) { nodes { customer { id } } } } } }",
        "($n: Int!)",
      ),
      variables: { n: 100 },
    },
    {
      name: "pages of pages by a variable's default",
      query: within(
        "services(first: $n) { nodes { customer { services(first: $n) { nodes { customer { id } } } } } }",
        "($n: Int! = 100)",
      ),
    },
    { name: "fifty fields that do not exist", query: within(many(50, (index) => `nothing${index}`)) },
    { name: "fields that clash", query: within(many(25, (index) => `a: ${index % 2 === 0 ? "id" : "name"}`)) },
    { name: "a thousand operations", query: many(1_000, (index) => `${operation} q${index} { __typename }`) },
    { name: "no document at all", query: "{{{{{{" },
    {
      name: "variables of other types",
      query: within("services(first: $n) { nodes { id } }", "($n: Int!)"),
      variables: { n: { deep: [1] } },
    },
  ];
}
