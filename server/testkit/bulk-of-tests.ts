import { encodeId } from "@tierline/shared/id.ts";
import { keepBulkFile } from "../bulk/keep-file.ts";
import { planBulk } from "../bulk/plan-import.ts";
import { rehearseImports } from "../bulk/rehearse-imports.ts";
import type { World } from "./world.ts";

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
