import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseChanges, printChanges, type SchemaChange } from "@tierline/shared/schema-change.ts";
import { expect, onTestFinished, test } from "vitest";
import { openChangelog } from "./changelog.ts";
import { changelogProblems, changesBetween, shapeOf, toldOf, undatedDeprecations } from "./schema-changes.ts";

const before = `
  "What can be asked."
  type Query { plan(id: ID!): Plan gone: String size: Int! kind: Kind }
  type Plan { name: String }
  enum Kind { OLD NEW }
  input PlanFilter { name: String }
`;
const beta = { version: "0.9.0" };
const kindsOf = async (after: string) => (await changesBetween(before, after)).map(({ kind, at }) => `${kind} ${at}`);

test("a change is told once, with what it means to who uses the contract", async () => {
  expect(await kindsOf(before)).toEqual([]);
  expect(await kindsOf(before.replace("gone: String", ""))).toEqual(["BREAKING Query.gone"]);
  expect(await kindsOf(before.replace("size: Int!", "size: Int"))).toEqual(["BREAKING Query.size"]);
  expect(await kindsOf(before.replace("id: ID!", "id: ID!, day: String!"))).toEqual(["BREAKING Query.plan.day"]);
  expect(await kindsOf(before.replace("OLD NEW", "OLD NEW NEWER"))).toEqual(["DANGEROUS Kind.NEWER"]);
  expect(await kindsOf(before.replace("{ name: String }", "{ name: String! }"))).toEqual(["CHANGED Plan.name"]);
  expect(await kindsOf(`${before} type Extra { a: Int b(c: Int!): Int }`)).toEqual(["ADDED Extra"]);
  expect(await kindsOf(before.replace("gone:", "fresh(a: Int!): Int gone:"))).toEqual(["ADDED Query.fresh"]);
  const deprecated = before.replace("gone: String", 'gone: String @deprecated(reason: "Ask plan; goes on 2027-11-22")');
  expect(await changesBetween(before, deprecated)).toEqual([
    { kind: "DEPRECATED", at: "Query.gone", says: "Field 'Query.gone' is deprecated: Ask plan; goes on 2027-11-22." },
  ]);
});

test("what is deprecated is told of fields, arguments, inputs and values alike, once each and with its reason", async () => {
  const reason = '@deprecated(reason: "Goes on 2027-11-22")';
  const deprecated = async (place: string) =>
    (await changesBetween(before, before.replace(place, `${place} ${reason}`))).map(({ kind, at, says }) => [
      `${kind} ${at}`,
      says.includes("Goes on 2027-11-22"),
    ]);
  expect(await deprecated("gone: String")).toEqual([["DEPRECATED Query.gone", true]]);
  expect(await deprecated("OLD")).toEqual([["DEPRECATED Kind.OLD", true]]);
  expect(await deprecated("input PlanFilter { name: String")).toEqual([["DEPRECATED PlanFilter.name", true]]);
  const optional = before.replace("id: ID!", "id: ID");
  const found = await changesBetween(optional, optional.replace("id: ID", `id: ID ${reason}`));
  expect(found).toMatchObject([
    { kind: "DEPRECATED", at: "Query.plan.id", says: expect.stringContaining("2027-11-22") },
  ]);
  const backAgain = await changesBetween(before.replace("gone: String", `gone: String ${reason}`), before);
  expect(backAgain.map(({ kind, at }) => `${kind} ${at}`)).toEqual(["CHANGED Query.gone"]);
});

test("a description that is bettered is no change", async () => {
  expect(await kindsOf(before.replace("What can be asked.", "Whatever may be asked."))).toEqual([]);
  expect(shapeOf(before)).not.toContain("What can be asked");
});

test("what was told keeps its day and its reason, whatever a merge left between the lines", async () => {
  const found = await changesBetween(before, before.replace("gone: String", "fresh: Int"));
  const [gone] = toldOf(found, [], "2026-11-23");
  expect(gone).toMatchObject({ on: "2026-11-23", kind: "ADDED", at: "Query.fresh" });
  const earlier: SchemaChange = { ...toldOf(found, [], "2026-11-20")[1]!, why: "Nobody asked", since: "2026-11-01" };
  const merged = `<<<<<<< ours\n${printChanges([earlier])}=======\nno line\n>>>>>>> theirs\n`;
  const told = toldOf(found, parseChanges(merged), "2026-11-23");
  expect(told.map(({ at, on, why }) => [at, on, why])).toEqual([
    ["Query.fresh", "2026-11-23", undefined],
    ["Query.gone", "2026-11-20", "Nobody asked"],
  ]);
});

test("the gate refuses what is not told, and says which command tells it", async () => {
  const found = await changesBetween(before, before.replace("gone: String", "gone: String fresh: Int"));
  const [problem] = changelogProblems(found, [], beta);
  expect(problem).toMatch(/pnpm tierline schema:print[^]*'fresh' was added/);
  const told = toldOf(found, [], "2026-11-22");
  expect(changelogProblems(found, told, beta)).toEqual([]);
  expect(changelogProblems([], told, beta)).toEqual([expect.stringContaining("schema:print")]);
});

test("what breaks goes out with a reason and a day only, and from version 1 on after twelve months", async () => {
  const found = await changesBetween(before, before.replace("gone: String", ""));
  const told = toldOf(found, [], "2026-11-22");
  const because = (more: Partial<SchemaChange>) => told.map((change) => ({ ...change, ...more }));
  expect(changelogProblems(found, told, beta)).toEqual([expect.stringContaining("Query.gone: it breaks")]);
  expect(changelogProblems(found, because({ why: "Nobody asked" }), beta)).toHaveLength(1);
  expect(changelogProblems(found, because({ why: "Nobody asked", since: "lately" }), beta)).toHaveLength(1);
  const young = because({ why: "Nobody asked", since: "2025-11-23" });
  expect(changelogProblems(found, young, beta)).toEqual([]);
  expect(changelogProblems(found, young, { version: "1.0.0" })).toEqual([expect.stringContaining("twelve months")]);
  const old = because({ why: "Nobody asked", since: "2025-11-22" });
  expect(changelogProblems(found, old, { version: "1.0.0" })).toEqual([]);
});

test("a version goes out with what was told since the one before, and the next changes begin at nothing", async () => {
  const folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), "tierline-changelog-"))}/`);
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(new URL("published.graphql", folder), shapeOf(before));
  const log = openChangelog(folder);
  const [first, second] = [
    before.replace("gone: String", "gone: String fresh: Int"),
    before.replace("gone: String", "fresh: Int"),
  ];
  await expect(log.publish(first, "2026-11-22", beta)).rejects.toThrow("schema:print");
  await log.write(first, "2026-11-21");
  const version = await log.publish(first, "2026-11-22", beta);
  expect(parseChanges(await readFile(version, "utf8")).map(({ on, at }) => [on, at])).toEqual([
    ["2026-11-21", "Query.fresh"],
  ]);
  expect(await log.examine(first, beta)).toEqual([]);
  expect((await log.write(second, "2026-11-23")).map(({ kind, at }) => `${kind} ${at}`)).toEqual([
    "BREAKING Query.gone",
  ]);
  await expect(log.publish(second, "2026-11-23", beta)).rejects.toThrow("why");
});

test("a deprecation names the day on which it goes", () => {
  const deprecated = (reason: string) => before.replace("OLD", `OLD @deprecated(reason: "${reason}")`);
  expect(undatedDeprecations(before)).toEqual([]);
  expect(undatedDeprecations(deprecated("Use NEW; goes on 2027-11-22"))).toEqual([]);
  expect(undatedDeprecations(deprecated("Use NEW"))).toEqual([expect.stringContaining("Kind.OLD")]);
});
