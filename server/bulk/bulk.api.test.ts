import { decodeId } from "@tierline/shared/id.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { naughtyStrings } from "../testkit/naughty-strings.ts";
import { testWorld } from "../testkit/world.ts";
import { forgetImports } from "./forget-imports.ts";
import { rehearseImports } from "./rehearse-imports.ts";
import { runImports } from "./run-imports.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.clock.advance({ minutes: 5 })); // every allowance is whole again

const owner = "owner@acme.test";
const cookies = new Map<string, string>();

async function cookieOf(who: string): Promise<string> {
  const cookie = cookies.get(who) ?? (await server.signIn(who));
  cookies.set(who, cookie);
  return cookie;
}

interface Answer {
  readonly status: number;
  readonly id: string;
  readonly code?: string;
  readonly message?: string;
}

async function send(body: string | Buffer, who = owner, query = "?kind=CUSTOMERS&fileName=many.csv"): Promise<Answer> {
  const headers = { "content-type": "text/csv", cookie: await cookieOf(who) };
  const response = await fetch(`${server.api.url}/bulk-files${query}`, {
    method: "POST",
    headers,
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, "status">) };
}

async function fetched(id: string, name: string, who = owner): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.api.url}/bulk-files/${id}/${name}`, {
    headers: { cookie: await cookieOf(who) },
  });
  return { status: response.status, text: await response.text() };
}

const fields = `id kind state fileName headers rowCount sampleRows columns { key isRequired header default } counts { state count }
  problems { code column message count firstRows values } ratePerMinute startedBy`;

async function ask(document: string, variables: object, who = owner): Promise<Record<string, never>> {
  const { data, errors } = await world.graphql(who, document, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<string, never>;
}

const shown = async (id: string, who = owner): Promise<Record<string, never> | null> =>
  (await ask(`query ($id: ID!) { bulkImport(id: $id) { ${fields} } }`, { id }, who))["bulkImport"] ?? null;

async function done(
  verb: string,
  input: object,
  who = owner,
): Promise<{ bulkImport: Record<string, never> | null; userErrors: object[] }> {
  const type = verb === "planBulk" ? "PlanBulkInput" : verb === "startBulk" ? "StartBulkInput" : "BulkImportInput";
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { bulkImport { ${fields} } userErrors { code path } } }`;
  return (await ask(document, { input }, who))[verb]!;
}

const mapping = [
  { column: "name", header: 0 },
  { column: "home_country", header: 1 },
];

async function rehearsed(body: string | Buffer): Promise<string> {
  const { id, message } = await send(body);
  expect(message).toBeUndefined();
  expect((await done("planBulk", { id, mapping })).userErrors).toEqual([]);
  while ((await rehearseImports(world.system())) > 0);
  return id;
}

test("a file is handed in, planned, begun, paused, resumed and cancelled, each told in the trail, and its rows are had as files", async () => {
  const id = await rehearsed("name,country\nOne,GB\nTwo,XX\n=Three,GB\nFour,GB");
  expect(await shown(id)).toMatchObject({
    state: "REHEARSED",
    fileName: "many.csv",
    rowCount: 4,
    sampleRows: [
      ["One", "GB"],
      ["Two", "XX"],
      ["=Three", "GB"],
      ["Four", "GB"],
    ],
    problems: [{ code: "INVALID", column: "home_country", count: 1, firstRows: [2], values: ["XX"] }],
  });
  expect((await done("startBulk", { id, ratePerMinute: 0 })).userErrors).toEqual([
    { code: "INVALID", path: ["ratePerMinute"] },
  ]);
  expect((await done("pauseBulk", { id })).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  expect(await done("startBulk", { id, ratePerMinute: 1 })).toMatchObject({
    bulkImport: { state: "RUNNING", ratePerMinute: 1 },
  });
  expect(await done("startBulk", { id, ratePerMinute: 1 })).toMatchObject({
    bulkImport: { state: "RUNNING" },
    userErrors: [],
  });
  expect((await done("planBulk", { id, mapping })).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  expect(await done("pauseBulk", { id })).toMatchObject({ bulkImport: { state: "PAUSED" } });
  expect(await done("resumeBulk", { id })).toMatchObject({ bulkImport: { state: "RUNNING" } });
  expect(await runImports(world.system())).toBe(1);
  expect(await done("cancelBulk", { id })).toMatchObject({ bulkImport: { state: "CANCELLED" } });
  const trail = await world.database.rows<{ operation: string }>(
    "select operation from audit_entry where operation like 'bulk.%' order by at, id",
  );
  expect(trail.map(({ operation }) => operation)).toEqual([
    "bulk.upload",
    "bulk.plan",
    "bulk.start",
    "bulk.pause",
    "bulk.resume",
    "bulk.cancel",
  ]);
  const errors = await fetched(id, "errors.csv");
  expect(errors.status).toBe(200);
  expect(errors.text.split("\r\n").map((line) => line.split(",").slice(0, 2))).toEqual([
    ["name", "country"],
    ["Two", "XX"],
    ["'=Three", "GB"],
    ["Four", "GB"],
    [""],
  ]);
  const again = await rehearsed(errors.text);
  expect(await shown(again)).toMatchObject({ headers: ["name", "country", "error"] });
  const sample = ((await shown(again)) ?? {})["sampleRows"] as unknown as string[][];
  expect(sample.map(([name]) => name)).toEqual(["Two", "=Three", "Four"]);
  expect((await fetched(again, "errors.csv")).text.split("\r\n")[0]).toBe("name,country,error");
});

test("T21: a file is read however spreadsheets write it, and one that is none, or a bomb, is refused whole", async () => {
  const text = 'Nom;Pays\r\nÉlodie;FR\r\n"Two; lines\r\nof it";FR\r\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  for (const body of [
    text,
    `\uFEFF${text}`,
    utf16,
    Buffer.from(text, "latin1"),
    text.replaceAll(";", "\t").replace("Two\t", "Two;"),
  ]) {
    const { id } = await send(body);
    const found = (await shown(id)) ?? {};
    expect(found).toMatchObject({ headers: ["Nom", "Pays"], rowCount: 2 });
    expect((found["sampleRows"] as unknown as string[][])[1]?.[0]).toMatch(/^Two; lines\r\nof it$/);
    expect((found["sampleRows"] as unknown as string[][])[0]).toEqual(["Élodie", "FR"]);
    const guessed = (found["columns"] as unknown as { key: string; header: number | null }[]).filter(
      ({ header }) => header !== null,
    );
    expect(guessed.map(({ key, header }) => [key, header])).toEqual([
      ["name", 0],
      ["home_country", 1],
    ]);
  }
  const bombs = [
    "",
    "name,country",
    "a\0b,c\n1,2",
    `name\n"unclosed`,
    `${"a,".repeat(100)}b\n1`,
    `name\n${"x".repeat(40_000)}`,
  ];
  for (const body of bombs)
    expect(await send(body)).toMatchObject({ status: 422, code: "INVALID", message: expect.stringMatching(/\w/) });
  const wide = await send(`name\n${"1,".repeat(1_000_000)}`);
  expect(wide).toMatchObject({ status: 422 });
  expect(await send("name\nx", owner, "?kind=NOTHING&fileName=a.csv")).toMatchObject({ status: 400 });
});

test("R8: naughty strings as cells come back as they were, refused by a rule or done, and no row breaks another", async () => {
  const some = naughtyStrings.filter((_, index) => index % 4 === 0); // each takes a customer
  const quoted = some.map((text) => `"${text.replaceAll('"', '""')}",GB`);
  const clean = quoted.filter((line) => !line.includes("\0") && line.isWellFormed());
  const id = await rehearsed(["name,country", ...clean].join("\n"));
  await done("startBulk", { id });
  for (let rows = 1; rows > 0;) rows = await runImports(world.system());
  const counts = (await shown(id))?.["counts"] as unknown as { state: string; count: number }[];
  const by = Object.fromEntries(counts.map(({ state, count }) => [state, count]));
  expect(by["DONE"]! + by["REFUSED"]!).toBe((await shown(id))?.["rowCount"]);
  expect(by["DONE"]).toBeGreaterThan(100);
  const results = (await fetched(id, "results.csv")).text;
  expect(results.split("\r\n")[0]).toBe("row,state,result,error,name,country");
});

test("who may not, who is elsewhere and who lacks the right to do one of them gets nothing", async () => {
  expect(await send("name,country\nOne,GB", "agent@acme.test")).toMatchObject({ status: 403 });
  const { id } = await send("name,country\nOne,GB");
  expect(await shown(id, "owner@beta.test")).toBeNull();
  expect((await fetched(id, "errors.csv", "owner@beta.test")).status).toBe(404);
  expect((await fetched(id, "else.csv")).status).toBe(404);
  // Whoever stands above sees it, and begins it in the reseller's place alone.
  expect(await shown(id, "owner@nord.test")).toMatchObject({ state: "UPLOADED" });
  expect((await done("planBulk", { id, mapping }, "owner@nord.test")).userErrors).toEqual([
    { code: "STATE_CONFLICT", path: ["id"] },
  ]);
});

test("what the rows of an import said is deleted some time after its end; counts, trail and that it was done stay", async () => {
  const text = "name,country\nKept,GB\nKept too,GB\nWrong,XX";
  const id = await rehearsed(text);
  const unstarted = await rehearsed("name,country\nNever,GB");
  await done("startBulk", { id });
  for (let rows = 1; rows > 0;) rows = await runImports(world.system());
  const asked = "id state rowsKeptUntil rowsDeletedAt sampleRows counts { state count } problems { code } fileName";
  const now = async (of: string) =>
    (await ask(`query ($id: ID!) { bulkImport(id: $id) { ${asked} } }`, { id: of }))["bulkImport"];
  const before = (await now(id)) as unknown as Record<string, unknown>;
  const until = new Date(world.clock.now().getTime() + 90 * 86_400_000);
  expect(before).toMatchObject({ rowsKeptUntil: until.toISOString(), rowsDeletedAt: null });
  world.clock.advance({ days: 8 });
  await forgetImports(world.system());
  expect(await now(unstarted)).toBeNull();
  expect(await now(id)).toEqual(before);
  world.clock.advance({ days: 82, minutes: 1 });
  await Promise.all([forgetImports(world.system()), forgetImports(world.system())]);
  cookies.clear(); // everybody's session has ended meanwhile
  const deletedAt = world.clock.now().toISOString();
  expect(await now(id)).toEqual({ ...before, rowsDeletedAt: deletedAt, sampleRows: [], problems: [] });
  expect((await fetched(id, "results.csv")).status).toBe(404);
  const kept = await world.database.rows<{ row: object }>(
    "select to_jsonb(r) as row from bulk_row r where import_id = $1",
    [decodeId("blk", id)],
  );
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/Kept|Wrong|XX/);
  const trail = await world.database.rows("select 1 from audit_entry where subject_id = $1", [decodeId("blk", id)]);
  expect(trail.length).toBeGreaterThan(2);
  const again = await rehearsed(text);
  expect((await now(again)) as unknown).toMatchObject({
    counts: expect.arrayContaining([
      { state: "UNCHANGED", count: 2 },
      { state: "REFUSED", count: 1 },
    ]),
  });
});

test("a plan that names what is not there is refused field by field", async () => {
  const { id } = await send("name,country\nOne,GB");
  const wrong = [
    { column: "name", header: 9 },
    { column: "colour", header: 0 },
  ];
  const input = {
    id,
    mapping: wrong,
    defaults: [{ column: "x", value: "y" }],
    replacements: [{ column: "name", from: "a", to: "\ud800" }],
  };
  expect((await done("planBulk", input)).userErrors).toEqual([
    { code: "UNKNOWN_REFERENCE", path: ["mapping", "0", "header"] },
    { code: "UNKNOWN_REFERENCE", path: ["mapping", "1", "column"] },
    { code: "UNKNOWN_REFERENCE", path: ["defaults", "0", "column"] },
    { code: "INVALID", path: ["replacements", "0", "to"] },
    { code: "REQUIRED", path: ["mapping"] },
    { code: "REQUIRED", path: ["mapping"] },
  ]);
});
