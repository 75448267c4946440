import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { itemsOfTests, plantCatalogOfTests, plantSims, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { statementsOf } from "../testkit/statements.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { workOf } from "../testkit/work-of.ts";
import { testWorld } from "../testkit/world.ts";
import { readItemQuestion } from "./item-question.ts";
import { listItems } from "./list-items.ts";
import { reserveItem } from "./reserve-item.ts";

const world = await testWorld();
const amy = "agent@acme.test";
const adam = "agent2@acme.test";
const idOf = (of: keyof typeof templatesOfTests) => encodeId("tpl", templatesOfTests[of].id);

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
});

interface ItemsAnswer {
  nodes: {
    label: string;
    maskedIdentifier: string;
    identifier: string;
    state: string;
    reservation: { isYours: boolean } | null;
  }[];
  totalCount: { value: number; isEstimate: boolean };
  counts: { state: string; count: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const list = `query ($filter: InventoryItemFilter, $search: String, $first: Int = 50, $after: String) {
  inventoryItems(filter: $filter, search: $search, first: $first, after: $after) {
    nodes { label maskedIdentifier identifier state reservation { isYours } }
    totalCount { value isEstimate } counts { state count } pageInfo { hasNextPage endCursor }
  }
}`;

async function ask(user: string, variables: Record<string, unknown>): Promise<ItemsAnswer> {
  const { data, errors } = await world.graphql(user, list, variables);
  expect(errors).toBeUndefined();
  return (data as { inventoryItems: ItemsAnswer }).inventoryItems;
}

async function labels(user: string, variables: Record<string, unknown>): Promise<string[]> {
  return (await ask(user, variables)).nodes.map(({ label }) => label);
}

function picker(templateId: string, search?: string) {
  return { filter: { templateId, isAvailable: true }, search };
}

function reserve(user: string, itemId: string) {
  return reserveItem(world.as(user), {
    idempotencyKey: newId(),
    itemId,
    templateId: null,
    replacesReservationId: null,
  });
}

test("O16: a picker offers only what is new or in stock", async () => {
  const { template, items } = await plantSims(world, 7);
  const states = ["NEW", "IN_STOCK", "ASSIGNED", "QUARANTINED", "DAMAGED", "RETIRED"];
  const { johnSmith } = customersOfTests;
  for (const [index, state] of states.entries()) {
    const owner = state === "ASSIGNED" ? [johnSmith.id, pathOf(johnSmith)] : [null, null];
    const change = "update inventory_item set state = $1, customer_id = $2, customer_path = $3 where id = $4";
    await world.database.rows(change, [state, ...owner, items[index]!.id]);
  }
  const answer = await ask(amy, picker(encodeId("tpl", template.id)));
  expect(answer.nodes.map(({ state }) => state)).toEqual(["NEW", "IN_STOCK", "NEW"]);
  expect(answer.totalCount).toEqual({ value: 3, isEstimate: false });
  const taken = await ask(amy, { filter: { templateId: encodeId("tpl", template.id), isAvailable: false } });
  expect(taken.nodes.map(({ state }) => state)).toEqual(["ASSIGNED", "QUARANTINED", "DAMAGED", "RETIRED"]);
});

test("O16: one's own reservation is shown as reserved by oneself, and another's is not shown", async () => {
  const { template, items } = await plantSims(world, 3);
  const templateId = encodeId("tpl", template.id);
  await reserve(amy, items[0]!.id);
  await reserve(adam, items[1]!.id);
  const mine = await ask(amy, picker(templateId));
  expect(mine.nodes.map(({ label, state, reservation }) => [label, state, reservation?.isYours ?? null])).toEqual([
    [items[0]!.label, "RESERVED", true],
    [items[2]!.label, "NEW", null],
  ]);
  expect(await labels(adam, picker(templateId))).toEqual([items[1]!.label, items[2]!.label]);
  expect(mine.totalCount.value).toBe(2);
  const all = await ask(amy, { filter: { templateId, state: ["RESERVED"] } });
  expect(all.nodes.map(({ reservation }) => reservation?.isYours)).toEqual([true, false]);
});

test("what was handed further down is told from what lies in the stock that the template counts, from every tier", async () => {
  const { template, items } = await plantSims(world, 5);
  const templateId = encodeId("tpl", template.id);
  const down = items.slice(3).map(({ id }) => id);
  const { path } = resellersOfTests.acmeNorth;
  await world.database.rows("update inventory_item set path = $1 where id = any($2)", [path, down]);
  const sums = async (user: string, filter: object) => {
    const { totalCount, counts } = await ask(user, { filter });
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount.value);
    return totalCount.value;
  };
  for (const [user, inStock, handedDown] of [
    ["owner@acme.test", 3, 2],
    ["ops@tierline.test", 3, 2],
    ["owner@acme-north.test", 2, 0],
  ] as const) {
    expect(await sums(user, { templateId })).toBe(inStock + handedDown);
    expect(await sums(user, { templateId, isHandedDown: false })).toBe(inStock);
    expect(await sums(user, { templateId, isHandedDown: true })).toBe(handedDown);
    const { data } = await world.graphql(
      user,
      "{ inventoryTemplates(first: 100) { nodes { id counts { count } } } }",
      {},
    );
    const { nodes } = (data as { inventoryTemplates: { nodes: { id: string; counts: { count: number }[] }[] } })
      .inventoryTemplates;
    const counted = nodes.map(({ counts }) => counts.reduce((sum, { count }) => sum + count, 0));
    expect(counted[nodes.findIndex(({ id }) => id === templateId)]).toBe(inStock);
    // All sorts together are the sum of each.
    expect(await sums(user, { isHandedDown: false })).toBe(counted.reduce((sum, count) => sum + count, 0));
    expect(await sums(user, { isHandedDown: true })).toBe(
      (await sums(user, {})) - (await sums(user, { isHandedDown: false })),
    );
  }
});

test("O43: an empty picker counts the items by state", async () => {
  const { template, items } = await plantSims(world, 4);
  const states = ["DAMAGED", "RETIRED", "RETIRED", "QUARANTINED"];
  for (const [index, state] of states.entries()) {
    await world.database.rows("update inventory_item set state = $1 where id = $2", [state, items[index]!.id]);
  }
  const answer = await ask(amy, picker(encodeId("tpl", template.id), "nothing like it"));
  expect(answer.nodes).toEqual([]);
  expect(answer.counts.filter(({ count }) => count > 0)).toEqual([
    { state: "QUARANTINED", count: 1 },
    { state: "DAMAGED", count: 1 },
    { state: "RETIRED", count: 2 },
  ]);
  expect(answer.counts).toHaveLength(7);
});

test("O48: an ICCID is masked for lists and given in full besides", async () => {
  const { nodes } = await ask(amy, { filter: { templateId: idOf("sim") }, search: "SIM-00123" });
  expect(nodes[0]).toMatchObject({ maskedIdentifier: "8944…0001", identifier: "89442000123456780001" });
});

test("an item is found by beginning and end of identifier and label, several words in any order", async () => {
  const sim = (search: string) => labels(amy, picker(idOf("sim"), search));
  const number = (search: string) => labels(amy, picker(idOf("number"), search));
  expect(await sim("89442000123456780002")).toEqual(["SIM-00124"]);
  expect(await sim("8944 2000 1234 5678 0002")).toEqual(["SIM-00124"]);
  expect(await sim("0003")).toEqual(["SIM-00125"]);
  expect(await sim("8944 0003")).toEqual(["SIM-00125"]);
  expect(await sim("0003 8944")).toEqual(["SIM-00125"]);
  expect(await sim("sim-0012")).toEqual(["SIM-00123", "SIM-00124", "SIM-00125"]);
  expect(await sim("00124")).toEqual(["SIM-00124"]);
  expect(await sim("4200")).toEqual([]);
  for (const text of ["+44 7700 900124", "07700900124", "447700900124", "00447700900124", "900124", "0124"]) {
    expect([text, await number(text)]).toEqual([text, ["+44 7700 900124"]]);
  }
  expect(await number("0770")).toEqual(["+44 7700 900123", "+44 7700 900124", "+44 7700 900125"]);
  expect(await labels(amy, { search: "AX24" })).toEqual(["CPE-1"]);
  expect(await labels(amy, { search: "0001" })).toEqual(["CPE-1", "SIM-00123"]);
});

test("any text can be searched for; what no text can be is bad input", async () => {
  for (const search of ["%", "_", "'; drop table x; --", "👩‍👧‍👦", "\\", "ﷺ", "𝕊𝕀𝕄", "   ", "null"]) {
    await ask(amy, picker(idOf("sim"), search));
  }
  for (const search of ["a\0b", "\ud800", "x".repeat(201)]) {
    const { errors } = await world.graphql(amy, list, { search });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});

test("pages follow each other without gap or repetition, with and without a search", async () => {
  const { template } = await plantSims(world, 23);
  const templateId = encodeId("tpl", template.id);
  for (const variables of [
    picker(templateId),
    picker(templateId, "8944"),
    picker(templateId, "6"),
    { filter: { templateId } },
  ]) {
    const whole = await labels(amy, variables);
    expect(whole).toHaveLength(23);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 30 && seen.length < 23; page += 1) {
      const answer: ItemsAnswer = await ask(amy, { ...variables, first: 4, after });
      seen.push(...answer.nodes.map(({ label }) => label));
      expect(answer.pageInfo.hasNextPage).toBe(seen.length < 23);
      after = answer.pageInfo.endCursor;
    }
    expect(seen).toEqual(whole);
  }
});

test("a search that an item matches in several ways shows it once over all pages", async () => {
  const { template } = await plantSims(world, 9, {});
  await world.database.rows(
    "update inventory_item set label_key = identifier, label_reversed = identifier_reversed where template_id = $1",
    [template.id],
  );
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 9; page += 1) {
    const answer: ItemsAnswer = await ask(amy, { ...picker(encodeId("tpl", template.id), "8944 6"), first: 2, after });
    seen.push(...answer.nodes.map(({ identifier }) => identifier));
    after = answer.pageInfo.endCursor;
    if (!answer.pageInfo.hasNextPage) break;
  }
  expect([seen.length, new Set(seen).size]).toEqual([9, 9]);
});

test("X2: a list shows what the tier and those below it hold; a picker only what is the seller's own", async () => {
  const { template, items } = await plantSims(world, 2);
  const templateId = encodeId("tpl", template.id);
  await world.database.rows("update inventory_item set path = 'r1.r2.r3.r5.' where id = $1", [items[1]!.id]);
  expect(await labels(amy, { filter: { templateId } })).toEqual([items[0]!.label, items[1]!.label]);
  expect(await labels("owner@acme-north.test", { filter: { templateId } })).toEqual([items[1]!.label]);
  expect(await labels(amy, picker(templateId))).toEqual([items[0]!.label]);
  expect(await labels("owner@acme-north.test", picker(templateId))).toEqual([items[1]!.label]);
  expect(await labels("ops@tierline.test", picker(templateId))).toEqual([items[0]!.label]);
  const forJohn = {
    filter: { templateId, isAvailable: true, customerId: encodeId("cus", customersOfTests.johnSmith.id) },
  };
  expect(await labels("ops@tierline.test", forJohn)).toEqual([items[0]!.label]);
});

test("a template or customer that is not the viewer's is NOT_FOUND, whatever its id is", async () => {
  const foreign = [idOf("sim"), encodeId("tpl", newId()), encodeId("itm", templatesOfTests.sim.id), "tpl_x", ""];
  for (const templateId of foreign) {
    const { errors } = await world.graphql("agent@beta.test", list, { filter: { templateId } });
    expect([templateId, errors?.[0]?.message]).toEqual([templateId, "Nothing with this id exists for you."]);
  }
  const one = "query ($id: ID!) { inventoryItem(id: $id) { label } node(id: $id) { id } }";
  const id = encodeId("itm", itemsOfTests.sim123.id);
  expect((await world.graphql("agent@beta.test", one, { id })).data).toEqual({ inventoryItem: null, node: null });
  expect((await world.graphql(amy, one, { id })).data).toEqual({ inventoryItem: { label: "SIM-00123" }, node: { id } });
});

test("a cursor of another list or of none is bad input", async () => {
  const forged = [["x"], [0, "a", "", "not an id"], [9, "a", "", newId()], [0, 1, "", newId()]];
  for (const key of forged) {
    const after = Buffer.from(JSON.stringify(key)).toString("base64url");
    const { errors } = await world.graphql(amy, list, { after });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
  }
});

test("perf-P6: the statements of a page do not grow with its rows", async () => {
  await plantSims(world, 40);
  const document = `query ($first: Int!) { inventoryItems(first: $first) { nodes {
    label template { label available counts { count } offeringCount } holder { name } reservation { isYours } customer { name }
    custody(first: 3) { nodes { actor } totalCount { value } } } totalCount { value } counts { count } } }`;
  // What is looked up together may fall into two batches on a busy machine: the least of three tries is what a page takes.
  const count = async (first: number) => {
    const tries: number[] = [];
    while (tries.length < 3) {
      const statements = await statementsOf(world.orm, () => world.graphql(amy, document, { first }));
      tries.push(statements.length);
    }
    return Math.min(...tries);
  };
  const all = await count(100);
  expect(all).toBeGreaterThan(5);
  expect(await count(60)).toBe(all);
});

test("perf-P4: a picker reads its page and little more, however many match and in how many ways", async () => {
  const { template } = await plantSims(world, 2_000, { path: resellersOfTests.beta.path });
  await world.database.rows(
    `update inventory_item set label = identifier, label_key = identifier, label_reversed = identifier_reversed
     where template_id = $1`,
    [template.id],
  );
  await world.database.rows("vacuum analyze inventory_item");
  for (const search of [null, "8944", "3456"]) {
    const { statements, read, found } = await workOf(world.as("agent@beta.test"), async (context) => {
      const question = { templateId: encodeId("tpl", template.id), isAvailable: true };
      return listItems(context, await readItemQuestion(context, question, search), { first: 50, after: null });
    });
    expect((found as { nodes: unknown[] }).nodes).toHaveLength(50);
    expect({ search, statements, isShort: read("inventory_item") <= 60 }).toEqual({
      search,
      statements: 2,
      isShort: true,
    });
  }
});
