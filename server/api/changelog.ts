import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { parseChanges, printChanges, type SchemaChange } from "@tierline/shared/schema-change.ts";
import {
  changelogProblems,
  changesBetween,
  shapeOf,
  toldOf,
  undatedDeprecations,
  type Release,
} from "./schema-changes.ts";

const folder = new URL("../../schema/changes/", import.meta.url);
/** The contract as it was published last, without descriptions. */
const published = new URL("published.graphql", folder);
/** What has changed since, one line each; lines of two branches merge by themselves (.gitattributes). */
const next = new URL("next.jsonl", folder);

/** Tells what is different since the contract was published; days and reasons that stand there stay. */
export async function writeChangelog(sdl: string, today: string): Promise<SchemaChange[]> {
  const told = toldOf(await changesSince(sdl), await toldSoFar(), today);
  await writeFile(next, printChanges(told));
  return told;
}

/** Empty when the changelog tells all that is different, and gives a reason for all that breaks. */
export async function examineChangelog(sdl: string, release: Release): Promise<string[]> {
  return [...changelogProblems(await changesSince(sdl), await toldSoFar(), release), ...undatedDeprecations(sdl)];
}

/** What was told goes under the day's name, and the next changes are those since now. */
export async function publishChangelog(sdl: string, today: string): Promise<URL> {
  const version = new URL(`${today}.jsonl`, folder);
  const before = existsSync(version) ? await readFile(version, "utf8") : "";
  await writeFile(version, `${before}${printChanges(await toldSoFar())}`);
  await writeFile(published, shapeOf(sdl));
  await writeFile(next, "");
  return version;
}

async function changesSince(sdl: string) {
  return changesBetween(await readFile(published, "utf8"), sdl);
}

async function toldSoFar(): Promise<SchemaChange[]> {
  return existsSync(next) ? parseChanges(await readFile(next, "utf8")) : [];
}
