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

const changes = new URL("../../schema/changes/", import.meta.url);

/** The changelog in a folder: `published.graphql` is the shape that went out last, `next.jsonl` what is different since. */
export function openChangelog(folder: URL = changes) {
  const published = new URL("published.graphql", folder);
  const next = new URL("next.jsonl", folder);
  const changesSince = async (sdl: string) => changesBetween(await readFile(published, "utf8"), sdl);
  const toldSoFar = async () => parseChanges(existsSync(next) ? await readFile(next, "utf8") : "");

  /** Empty when it tells all that is different, and gives a reason for all that breaks. */
  async function examine(sdl: string, release: Release): Promise<string[]> {
    return [...changelogProblems(await changesSince(sdl), await toldSoFar(), release), ...undatedDeprecations(sdl)];
  }

  return {
    examine,
    /** Tells what is different since the contract was published; days and reasons that stand there stay. */
    async write(sdl: string, today: string): Promise<SchemaChange[]> {
      const told = toldOf(await changesSince(sdl), await toldSoFar(), today);
      await writeFile(next, printChanges(told));
      return told;
    },
    /** What was told goes under the day's name, and the next changes are those since now. @throws Error while it has problems */
    async publish(sdl: string, today: string, release: Release): Promise<URL> {
      const problems = await examine(sdl, release);
      if (problems.length > 0) throw new Error(problems.join("\n"));
      const version = new URL(`${today}.jsonl`, folder);
      const before = existsSync(version) ? await readFile(version, "utf8") : "";
      await writeFile(version, `${before}${printChanges(await toldSoFar())}`);
      await writeFile(published, shapeOf(sdl));
      await writeFile(next, "");
      return version;
    },
  };
}
