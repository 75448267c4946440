import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import { itemsOfTests, plantCatalogOfTests, plantSims, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const anna = "owner@acme.test";
const templateId = (of: keyof typeof templatesOfTests) => encodeId("tpl", templatesOfTests[of].id);
const resellerId = (key: keyof typeof resellersOfTests) => encodeId("rsl", resellersOfTests[key].id);

beforeAll(() => plantCatalogOfTests(world));

interface Payload {
  items: { id: string; label: string; identifier: string; state: string; holder: { key: string } }[];
  item: { version: number; state: string; location: string | null; note: string | null } | null;
  template: { id: string; key: string; label: string; version: number; quarantineDays: number } | null;
  deletedId: string | null;
  userErrors: {
    __typename: string;
    code: string;
    message: string;
    path: string[] | null;
    limit?: number;
    used?: number;
    offerings?: number;
  }[];
}

const errors =
  "userErrors { __typename code message path ... on LimitExceededError { limit used } ... on InUseError { offerings } }";
const fields: Record<string, string> = {
  addInventoryItems: "items { id label identifier state holder { key } }",
  handInventoryDown: "items { id label identifier state holder { key } }",
  updateInventoryItem: "item { version state location note }",
  createInventoryTemplate: "template { id key label version quarantineDays }",
  updateInventoryTemplate: "template { id key label version quarantineDays }",
  deleteInventoryTemplate: "deletedId",
};

/** Top-level errors are answered as their code. */
async function call(user: string, mutation: string, input: Record<string, unknown>): Promise<Payload | string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields[mutation]} ${errors} } }`;
  const { data, errors: refused } = await world.graphql(user, document, { input });
  const code = (refused?.[0]?.originalError as { code?: string } | undefined)?.code;
  return refused === undefined ? (data as Record<string, Payload>)[mutation]! : (code ?? refused[0]!.message);
}

async function codesOf(user: string, mutation: string, input: Record<string, unknown>): Promise<string[]> {
  const payload = await call(user, mutation, input);
  return typeof payload === "string"
    ? [payload]
    : payload.userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`);
}

async function ok(user: string, mutation: string, input: Record<string, unknown>): Promise<Payload> {
  const payload = await call(user, mutation, input);
  if (typeof payload === "string") throw new Error(payload);
  expect(payload.userErrors).toEqual([]);
  return payload;
}

async function counted(table: string): Promise<number> {
  const [row] = await world.database.rows<{ count: number }>(`select count(*)::int as count from ${table}`);
  return row!.count;
}

function adding(of: keyof typeof templatesOfTests, identifiers: string[], more: Record<string, unknown> = {}) {
  return {
    idempotencyKey: newId(),
    templateId: templateId(of),
    items: identifiers.map((identifier) => ({ identifier })),
    ...more,
  };
}

test("items come in under one spelling, with a label, a first step in their history and an audit entry", async () => {
  const { items } = await ok(
    anna,
    "addInventoryItems",
    adding("number", ["07700 900200", "+44 (7700) 900-201"], { state: "IN_STOCK" }),
  );
  expect(items.map(({ identifier, label, state, holder }) => [identifier, label, state, holder.key])).toEqual([
    ["+447700900200", "+44 7700 900200", "IN_STOCK", "acme"],
    ["+447700900201", "+44 7700 900201", "IN_STOCK", "acme"],
  ]);
  const sims = await ok(anna, "addInventoryItems", adding("sim", ["8944 2000 1234 5679 0001 F"]));
  expect(sims.items).toMatchObject([{ identifier: "89442000123456790001", label: "8944…0001", state: "NEW" }]);
  const history = await world.database.rows(
    "select actor, from_state, to_state, step from custody where path = 'r1.r2.r3.' and actor = 'Anna Acme' and step = 1 and reason->>'key' = 'custody.takenIn' and item_id not in (select id from inventory_item where label like 'SIM-%' or label like '%90012%' or label = 'CPE-1')",
  );
  expect(history).toHaveLength(3);
  const audit = await world.database.rows(
    "select actor, subject, note from audit_entry where operation = 'inventory.add' order by at, id",
  );
  expect(inEnglish(audit)).toContainEqual({ actor: "Anna Acme", subject: "SIM Card", note: "1 added" });
});

test("every item that cannot come in is named, and then none does", async () => {
  const before = [await counted("inventory_item"), await counted("custody"), await counted("audit_entry")];
  const identifiers = ["89442000123456790002", "12345", "89442000123456790003", "8944 2000 1234 5679 0002"];
  expect(await codesOf(anna, "addInventoryItems", adding("sim", identifiers))).toEqual([
    "INVALID items.1.identifier",
    "TAKEN items.3.identifier",
  ]);
  const taken = ["89442000123456790004", itemsOfTests.sim123.identifier];
  expect(await codesOf(anna, "addInventoryItems", adding("sim", taken))).toEqual(["NOT_AVAILABLE items.1.identifier"]);
  expect(
    await codesOf(anna, "addInventoryItems", adding("sim", ["89442000123456790005"], { state: "ASSIGNED" })),
  ).toEqual(["INVALID state"]);
  const labelled = {
    ...adding("sim", []),
    items: [{ identifier: "89442000123456790006", label: "x".repeat(201), location: "a\0" }],
  };
  expect(await codesOf(anna, "addInventoryItems", labelled)).toEqual([
    "TOO_LONG items.0.label",
    "INVALID items.0.location",
  ]);
  expect([await counted("inventory_item"), await counted("custody"), await counted("audit_entry")]).toEqual(before);
});

test("a clash reads the same whether the other one is one's own or another tier's", async () => {
  const beta = await ok("owner@beta.test", "createInventoryTemplate", {
    idempotencyKey: newId(),
    key: "sims",
    label: "SIMs",
    identifierKind: "ICCID",
    releasePolicy: "RETIRE",
  });
  const betas = (identifiers: string[]) => ({ ...adding("sim", identifiers), templateId: beta.template!.id });
  await ok("owner@beta.test", "addInventoryItems", betas(["89490000000000000001"]));
  const answer = async (user: string, input: Record<string, unknown>) => {
    const payload = await call(user, "addInventoryItems", input);
    return typeof payload === "string"
      ? payload
      : payload.userErrors.map(({ message, code }) => [code, message.replace(/\d{20}/, "…")]);
  };
  const own = await answer("owner@beta.test", betas(["89490000000000000001"]));
  const foreign = await answer("owner@beta.test", betas([itemsOfTests.sim123.identifier]));
  expect(own).toEqual(foreign);
  expect(own).toEqual([["NOT_AVAILABLE", "… cannot be added. Check what you have scanned."]]);
});

test("500 items fit into a call, 501 do not, and the same key adds them once", async () => {
  const many = Array.from({ length: 501 }, (_, index) => `8944200099${String(index).padStart(8, "0")}`);
  const refused = await call(anna, "addInventoryItems", adding("sim", many));
  expect(refused).toMatchObject({
    userErrors: [{ __typename: "LimitExceededError", code: "LIMIT_EXCEEDED", limit: 500, used: 501 }],
  });
  expect(await codesOf(anna, "addInventoryItems", adding("sim", []))).toEqual(["REQUIRED items"]);
  const before = await counted("inventory_item");
  const input = adding("sim", many.slice(0, 500));
  const first = await ok(anna, "addInventoryItems", input);
  const again = await ok(anna, "addInventoryItems", input);
  expect(again.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
  expect(await counted("inventory_item")).toBe(before + 500);
});

test("items are added for a tier below, never for one beside or above, and not by an agent", async () => {
  const added = await ok(
    anna,
    "addInventoryItems",
    adding("sim", ["89442000123456790010"], { resellerId: resellerId("acmeNorth") }),
  );
  expect(added.items[0]?.holder.key).toBe("acme-north");
  for (const key of ["beta", "nord"] as const) {
    const input = adding("sim", ["89442000123456790011"], { resellerId: resellerId(key) });
    expect(await call(anna, "addInventoryItems", input)).toBe("NOT_FOUND");
  }
  expect(await call("agent@acme.test", "addInventoryItems", adding("sim", ["89442000123456790012"]))).toBe("FORBIDDEN");
  expect(await call("owner@beta.test", "addInventoryItems", adding("sim", ["89442000123456790013"]))).toBe("NOT_FOUND");
  const found = await world.database.rows(
    "select 1 from inventory_item where identifier in ('89442000123456790011', '89442000123456790012', '89442000123456790013')",
  );
  expect(found).toEqual([]);
});

test("by hand an item makes the moves that belong to people, and only from the version that was read", async () => {
  const { items } = await plantSims(world, 1);
  const id = encodeId("itm", items[0]!.id);
  const first = await ok(anna, "updateInventoryItem", { id, version: 1, location: "Shop 4", note: "Box 7" });
  expect(first.item).toEqual({ version: 2, state: "NEW", location: "Shop 4", note: "Box 7" });
  expect(await codesOf(anna, "updateInventoryItem", { id, version: 1, state: "DAMAGED" })).toEqual(["STALE version"]);
  const second = await ok(anna, "updateInventoryItem", { id, version: 2, state: "DAMAGED" });
  expect(second.item).toEqual({ version: 3, state: "DAMAGED", location: "Shop 4", note: "Box 7" });
  for (const state of ["NEW", "RESERVED", "ASSIGNED", "QUARANTINED"]) {
    expect(await codesOf(anna, "updateInventoryItem", { id, version: 3, state })).toEqual(["STATE_CONFLICT state"]);
  }
  await ok(anna, "updateInventoryItem", { id, version: 3, state: "IN_STOCK", location: null });
  await ok(anna, "updateInventoryItem", { id, version: 4, state: "RETIRED", note: "Sent back" });
  const history = await world.database.rows(
    "select from_state, to_state, reason, actor from custody where item_id = $1 order by step",
    [items[0]!.id],
  );
  expect(inEnglish(history)).toEqual([
    { from_state: "NEW", to_state: "DAMAGED", reason: "Changed by hand", actor: "Anna Acme" },
    { from_state: "DAMAGED", to_state: "IN_STOCK", reason: "Changed by hand", actor: "Anna Acme" },
    { from_state: "IN_STOCK", to_state: "RETIRED", reason: "Sent back", actor: "Anna Acme" },
  ]);
  const entries = await world.database.rows("select actor, changes from audit_entry where subject_id = $1", [
    items[0]!.id,
  ]);
  const changes = [
    { field: "location", before: null, after: "Shop 4" },
    { field: "note", before: null, after: "Box 7" },
  ];
  expect(entries).toContainEqual({ actor: "Anna Acme", changes });
});

test("ending a quarantine by hand needs a reason", async () => {
  const { items } = await plantSims(world, 1, {
    state: "QUARANTINED",
    quarantinedUntil: new Date("2027-01-01T00:00:00Z"),
    note: "old",
  });
  const id = encodeId("itm", items[0]!.id);
  expect(await codesOf(anna, "updateInventoryItem", { id, version: 1, state: "IN_STOCK" })).toEqual(["REQUIRED note"]);
  await ok(anna, "updateInventoryItem", {
    id,
    version: 1,
    state: "IN_STOCK",
    note: "The last owner asked for it again",
  });
  const [row] = await world.database.rows("select state, quarantined_until from inventory_item where id = $1", [
    items[0]!.id,
  ]);
  expect(row).toEqual({ state: "IN_STOCK", quarantined_until: null });
});

test("OX10: handing down moves free items to a reseller below, with history, and the giver has them no longer", async () => {
  const { items } = await plantSims(world, 2);
  const itemIds = items.map(({ id }) => encodeId("itm", id));
  const input = { idempotencyKey: newId(), itemIds, resellerId: resellerId("acmeNorth") };
  const { items: moved } = await ok(anna, "handInventoryDown", input);
  expect(moved.map(({ holder }) => holder.key)).toEqual(["acme-north", "acme-north"]);
  const told = await world.database.rows("select actor, note from audit_entry where operation = 'inventory.hand_down'");
  expect(told).toMatchObject([{ actor: "Anna Acme" }]);
  const document =
    "query ($id: ID!) { inventoryItem(id: $id) { custody(first: 5) { nodes { reason actor from to } } } }";
  const { data } = await world.graphql("owner@acme-north.test", document, { id: itemIds[0] });
  expect(data).toEqual({
    inventoryItem: {
      custody: { nodes: [{ reason: "Handed down to AcmeNorth", actor: "Anna Acme", from: "NEW", to: "NEW" }] },
    },
  });
  const reserve =
    "mutation ($input: ReserveInventoryItemInput!) { reserveInventoryItem(input: $input) { reservation { id } userErrors { code } } }";
  const reserved = await world.graphql("owner@acme-north.test", reserve, {
    input: { idempotencyKey: newId(), itemId: itemIds[0] },
  });
  expect(reserved.data).toMatchObject({ reserveInventoryItem: { userErrors: [] } });
});

test("nothing that is reserved or assigned is handed down, nothing upwards or sideways, and then nothing at all", async () => {
  const { items } = await plantSims(world, 3);
  await world.database.rows("update inventory_item set state = 'DAMAGED' where id = $1", [items[1]!.id]);
  const itemIds = items.map(({ id }) => encodeId("itm", id));
  const hand = (key: keyof typeof resellersOfTests, ids = itemIds, user = anna) =>
    codesOf(user, "handInventoryDown", { idempotencyKey: newId(), itemIds: ids, resellerId: resellerId(key) });
  expect(await hand("acmeNorth")).toEqual(["STATE_CONFLICT itemIds.1"]);
  expect(await hand("acme", [itemIds[0]!])).toEqual(["INVALID itemIds.0"]);
  expect(await hand("beta", [itemIds[0]!], "owner@nord.test")).toEqual(["INVALID itemIds.0"]);
  expect(await hand("beta", [itemIds[0]!])).toEqual(["NOT_FOUND"]);
  expect(await hand("nord", [itemIds[0]!])).toEqual(["NOT_FOUND"]);
  for (const id of ["nonsense", encodeId("itm", newId()), encodeId("tpl", items[0]!.id)]) {
    expect(await hand("acmeNorth", [itemIds[0]!, id])).toEqual(["NOT_FOUND"]);
  }
  expect(await hand("acmeNorth", [itemIds[0]!], "agent@acme.test")).toEqual(["FORBIDDEN"]);
  const paths = await world.database.rows("select distinct path from inventory_item where id = any($1)", [
    items.map(({ id }) => id),
  ]);
  expect(paths).toEqual([{ path: "r1.r2.r3." }]);
});

function creating(key: string, more: Record<string, unknown> = {}) {
  return {
    idempotencyKey: newId(),
    key,
    label: "Set-top box",
    identifierKind: "MAC",
    releasePolicy: "QUARANTINE",
    ...more,
  };
}

test("O17: a template's key is unique and of a form, and rests 30 days unless said otherwise", async () => {
  const { template } = await ok(anna, "createInventoryTemplate", creating("stb"));
  expect(template).toMatchObject({ key: "stb", label: "Set-top box", version: 1, quarantineDays: 30 });
  expect(await codesOf(anna, "createInventoryTemplate", creating("stb"))).toEqual(["TAKEN key"]);
  expect(await codesOf("owner@acme-north.test", "createInventoryTemplate", creating("stb"))).toEqual(["TAKEN key"]);
  for (const key of ["", "STB", "s t b", "-a", "a--b", "ä", "x".repeat(65)]) {
    const [code] = await codesOf(anna, "createInventoryTemplate", creating(key));
    expect([key, code]).toEqual([key, key.length > 64 ? "TOO_LONG key" : "INVALID key"]);
  }
  expect(
    await codesOf(
      anna,
      "createInventoryTemplate",
      creating("other", { label: " ", quarantineDays: 366, lowStockThreshold: -1 }),
    ),
  ).toEqual(["REQUIRED label", "INVALID quarantineDays", "INVALID lowStockThreshold"]);
  await ok("owner@beta.test", "createInventoryTemplate", creating("stb"));
});

test("O17: a new label changes nothing else, and only the owner changes it", async () => {
  const id = templateId("sim");
  const renamed = await ok(anna, "updateInventoryTemplate", { id, version: 1, label: "eSIM" });
  expect(renamed.template).toMatchObject({ key: "sim-card", label: "eSIM", version: 2 });
  expect(await codesOf(anna, "updateInventoryTemplate", { id, version: 1, label: "SIM" })).toEqual(["STALE version"]);
  expect(await call("owner@acme-north.test", "updateInventoryTemplate", { id, version: 2, label: "mine" })).toBe(
    "FORBIDDEN",
  );
  expect(await call("owner@beta.test", "updateInventoryTemplate", { id, version: 2, label: "mine" })).toBe("NOT_FOUND");
  const document = `{ offering(slug: "mobile-20gb") { requirements { slot label template { key label } available } problems { code } } }`;
  const { data } = await world.graphql("agent@acme.test", document);
  expect(data).toMatchObject({
    offering: {
      requirements: [{ slot: "sim", label: "eSIM", template: { key: "sim-card", label: "eSIM" } }, { slot: "number" }],
      problems: [],
    },
  });
  await ok(anna, "updateInventoryTemplate", { id, version: 2, label: "SIM Card" });
});

test("O17: a template that an offering requires, or that has items, cannot be deleted", async () => {
  const before = await counted("inventory_template");
  expect(await call(anna, "deleteInventoryTemplate", { id: templateId("sim") })).toMatchObject({
    deletedId: null,
    userErrors: [{ __typename: "InUseError", code: "IN_USE", offerings: 1 }],
  });
  const { template } = await plantSims(world, 1);
  expect(await call(anna, "deleteInventoryTemplate", { id: encodeId("tpl", template.id) })).toMatchObject({
    userErrors: [{ code: "IN_USE", offerings: 0 }],
  });
  expect(await call("owner@beta.test", "deleteInventoryTemplate", { id: templateId("sim") })).toBe("NOT_FOUND");
  expect(await call("agent@acme.test", "deleteInventoryTemplate", { id: templateId("sim") })).toBe("FORBIDDEN");
  expect(await counted("inventory_template")).toBe(before + 1);
  const unused = await ok(anna, "createInventoryTemplate", creating("unused"));
  const { id } = unused.template!;
  expect((await ok(anna, "deleteInventoryTemplate", { id })).deletedId).toBe(id);
  expect(await call(anna, "deleteInventoryTemplate", { id })).toBe("NOT_FOUND");
});

test("templates are listed by key, one's own, those from above and those below", async () => {
  const document = `query ($first: Int!, $after: String) { inventoryTemplates(first: $first, after: $after) {
    nodes { key available counts { state count } } totalCount { value } pageInfo { endCursor hasNextPage } } }`;
  const keysOf = async (user: string) => {
    const { data } = await world.graphql(user, document, { first: 100 });
    return (data as { inventoryTemplates: { nodes: { key: string }[] } }).inventoryTemplates.nodes.map(
      ({ key }) => key,
    );
  };
  const acmes = await keysOf(anna);
  expect(acmes).toEqual([...acmes].sort());
  expect(acmes).toContain("sim-card");
  expect(await keysOf("owner@acme-north.test")).toEqual(acmes);
  expect(await keysOf("owner@beta.test")).toEqual(["sims", "stb"]);
  expect((await keysOf("ops@tierline.test")).length).toBe(acmes.length + 2);
  const page = await world.graphql(anna, document, { first: 1 });
  const { endCursor } = (page.data as { inventoryTemplates: { pageInfo: { endCursor: string } } }).inventoryTemplates
    .pageInfo;
  const next = await world.graphql(anna, document, { first: 1, after: endCursor });
  expect((next.data as { inventoryTemplates: { nodes: { key: string }[] } }).inventoryTemplates.nodes[0]?.key).toBe(
    acmes[1],
  );
});
