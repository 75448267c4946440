import type { BulkKind } from "@tierline/shared/bulk.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { expect } from "vitest";
import { countRows, findBulkImport } from "../bulk/find-imports.ts";
import { keepBulkFile } from "../bulk/keep-file.ts";
import { startBulk } from "../bulk/move-import.ts";
import { planBulk } from "../bulk/plan-import.ts";
import { rehearseImports } from "../bulk/rehearse-imports.ts";
import { rowFile } from "../bulk/row-files.ts";
import { runImports } from "../bulk/run-imports.ts";
import type { World } from "./world.ts";

const owner = "owner@acme.test";

/** What tests do with files: by the verbs, and the workers' sweeps. */
export function importsOf(world: World) {
  const stateOf = async (id: string) => (await findBulkImport(world.system(), id))?.state;
  return {
    stateOf,
    /** Hands a file in as it would be by whoever changes nothing of what was guessed, and rehearses it. Answers its UUID. */
    async rehearsed(kind: BulkKind, text: string, email = owner, more: object = {}): Promise<string> {
      const content = Buffer.from(text);
      const id = await keepBulkFile(world.as(email), { kind, fileName: "many.csv", content });
      const row = await findBulkImport(world.as(email), id);
      const mapping = Object.entries(row!.mapping).map(([column, header]) => ({ column, header }));
      await planBulk(world.as(email), { id: encodeId("blk", id), mapping, ...more });
      while ((await rehearseImports(world.system())) > 0);
      expect(await stateOf(id)).toBe("REHEARSED");
      return id;
    },
    async countsOf(id: string): Promise<Record<string, number>> {
      const counts = await countRows(world.system(), id);
      return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
    },
    /** Sweeps until nothing of it is left to do. */
    async ran(id: string, watch: () => Promise<unknown> = async () => undefined): Promise<void> {
      for (let state = await stateOf(id); state === "RUNNING"; state = await stateOf(id)) {
        await runImports(world.system());
        await watch();
      }
    },
    /** Rehearses what waits for it. Answers the counts. */
    async settled(id: string): Promise<Record<string, number>> {
      while ((await rehearseImports(world.system())) > 0);
      return this.countsOf(id);
    },
    async begun(id: string, email = owner): Promise<void> {
      await startBulk(world.as(email), { id: encodeId("blk", id) });
    },
    async fileOf(id: string, file: "errors" | "results" = "errors"): Promise<string> {
      const row = await findBulkImport(world.as(owner), id);
      let text = "";
      for await (const part of rowFile(world.as(owner), row!, { file, language: "en" })) text += part;
      return text;
    },
  };
}

/** A file of one customer that was handed in and rehearsed, by the API's id. */
export async function plantBulkImport(world: World, email: string, name: string): Promise<{ readonly blk: string }> {
  const content = Buffer.from(`name,country\n${name},GB\n`);
  const context = world.as(email);
  const blk = encodeId("blk", await keepBulkFile(context, { kind: "CUSTOMERS", fileName: `${name}.csv`, content }));
  const mapping = [
    { column: "name", header: 0 },
    { column: "home_country", header: 1 },
  ];
  await planBulk(context, { id: blk, mapping });
  while ((await rehearseImports(world.system())) > 0);
  return { blk };
}
