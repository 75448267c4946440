import { encodeId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const idOf = (key: keyof typeof resellersOfTests) => encodeId("rsl", resellersOfTests[key].id);

interface Answer {
  resellers: {
    nodes: { key: string; tierPath: { key: string; isCurrent: boolean }[] }[];
    totalCount: { value: number };
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
  reseller: { key: string } | null;
}

async function ask(user: string, document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await world.graphql(user, document, variables);
  expect(errors).toBeUndefined();
  return data as unknown as Answer;
}

const list = `query ($filter: ResellerFilter, $orderBy: ResellerOrder, $first: Int = 10, $after: String) {
  resellers(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    nodes { key tierPath { key isCurrent } } totalCount { value } pageInfo { hasNextPage endCursor }
  }
}`;

test("X2: each place in the tree lists itself and what lies below, never a sibling or those above", async () => {
  const keysSeen = async (user: string) => (await ask(user, list)).resellers.nodes.map(({ key }) => key);
  expect(await keysSeen("ops@tierline.test")).toEqual(["acme", "acme-north", "beta", "nord", "tierline"]);
  expect(await keysSeen("owner@nord.test")).toEqual(["acme", "acme-north", "beta", "nord"]);
  expect(await keysSeen("owner@acme.test")).toEqual(["acme", "acme-north"]);
  expect(await keysSeen("owner@beta.test")).toEqual(["beta"]);
});

test("X2: a tier path names everyone from the operator down and marks the viewer's own tier", async () => {
  const { resellers } = await ask("owner@acme.test", list);
  expect(resellers.nodes.find(({ key }) => key === "acme-north")?.tierPath).toEqual([
    { key: "tierline", isCurrent: false },
    { key: "nord", isCurrent: false },
    { key: "acme", isCurrent: true },
    { key: "acme-north", isCurrent: false },
  ]);
});

test("X2: without an id one's own reseller; one above, beside or of no kind answers as one that never was", async () => {
  const one = (id: string | null) => ask("owner@acme.test", "query ($id: ID) { reseller(id: $id) { key } }", { id });
  expect((await one(null)).reseller).toEqual({ key: "acme" });
  expect((await one(idOf("acmeNorth"))).reseller).toEqual({ key: "acme-north" });
  for (const id of [
    idOf("beta"),
    idOf("nord"),
    idOf("tierline"),
    encodeId("rsl", crypto.randomUUID()),
    encodeId("cus", resellersOfTests.acme.id),
    "x",
  ]) {
    expect((await one(id)).reseller).toBeNull();
  }
});

test("X2: node finds resellers of one's tier and no other", async () => {
  const ids = [idOf("acme"), idOf("beta"), idOf("nord"), idOf("acmeNorth")];
  const { data } = await world.graphql("owner@acme.test", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  expect(data).toEqual({ nodes: [{ id: ids[0] }, null, null, { id: ids[3] }] });
});

test("pages follow each other without a gap, and a search reads name and key", async () => {
  const first = await ask("ops@tierline.test", list, { first: 2 });
  expect(first.resellers.totalCount.value).toBe(5);
  expect(first.resellers.pageInfo.hasNextPage).toBe(true);
  const second = await ask("ops@tierline.test", list, { first: 10, after: first.resellers.pageInfo.endCursor });
  expect([...first.resellers.nodes, ...second.resellers.nodes].map(({ key }) => key)).toEqual([
    "acme",
    "acme-north",
    "beta",
    "nord",
    "tierline",
  ]);
  const searched = await ask("ops@tierline.test", list, { filter: { search: "NORTH", state: ["ACTIVE"] } });
  expect(searched.resellers.nodes.map(({ key }) => key)).toEqual(["acme-north"]);
  expect((await ask("ops@tierline.test", list, { filter: { state: ["CLOSED"] } })).resellers.totalCount.value).toBe(0);
});

test("a page size or cursor that was never given out is bad input", async () => {
  for (const variables of [
    { first: 0 },
    { first: 101 },
    { first: 5, after: "nonsense" },
    { first: 5, filter: { search: "a\0" } },
  ]) {
    const { errors } = await world.graphql("owner@acme.test", list, variables);
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});

test("X2: as a tree each reseller stands right below its parent, page by page, and with a search in the same order", async () => {
  const keysOf = async (variables: Record<string, unknown>) =>
    (await ask("ops@tierline.test", list, { orderBy: "TREE", ...variables })).resellers.nodes.map(({ key }) => key);
  const tree = ["tierline", "nord", "acme", "acme-north", "beta"];
  expect(await keysOf({})).toEqual(tree);
  const paged: string[] = [];
  for (let after: string | null = null; paged.length < tree.length;) {
    const { resellers } = await ask("ops@tierline.test", list, { orderBy: "TREE", first: 2, after });
    paged.push(...resellers.nodes.map(({ key }) => key));
    after = resellers.pageInfo.endCursor;
  }
  expect(paged).toEqual(tree);
  expect(await keysOf({ filter: { search: "e" } })).toEqual(["tierline", "acme", "acme-north", "beta"]);
});

test("right below a reseller are those who buy from it, and not itself", async () => {
  const below = async (who: string, key: keyof typeof resellersOfTests) => {
    const { resellers } = await ask(who, list, { filter: { parentId: idOf(key) }, orderBy: "NAME" });
    return resellers.nodes.map((each) => each.key);
  };
  expect(await below("owner@acme.test", "acme")).toEqual(["acme-north"]);
  expect(await below("owner@nord.test", "nord")).toEqual(["acme", "beta"]);
  expect(await below("owner@acme.test", "nord")).toEqual(["acme"]); // what is seen of it is one's own
});

test("X2: within a reseller are itself and those below it; within one that is not of one's tier is nothing", async () => {
  const within = async (key: keyof typeof resellersOfTests, orderBy: "NAME" | "TREE") => {
    const { resellers } = await ask("owner@acme.test", list, { filter: { withinId: idOf(key) }, orderBy });
    expect(resellers.totalCount.value).toBe(resellers.nodes.length);
    return resellers.nodes.map((each) => each.key);
  };
  for (const orderBy of ["NAME", "TREE"] as const) {
    expect(await within("acmeNorth", orderBy)).toEqual(["acme-north"]);
    expect(await within("acme", orderBy)).toEqual(["acme", "acme-north"]);
    for (const foreign of ["beta", "nord", "tierline"] as const) expect(await within(foreign, orderBy)).toEqual([]);
  }
});
