import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { BulkImportEntity, BulkRowEntity } from "./bulk.entity.ts";
import { BulkImportResolver, NotifiedImportResolver } from "./bulk.resolver.ts";
import { toBulkImport } from "./bulk.type.ts";
import { findBulkImport } from "./find-imports.ts";
import { forgetImports } from "./forget-imports.ts";
import { rehearseImports } from "./rehearse-imports.ts";
import { BulkRetryResolver } from "./retry.resolver.ts";
import { runImports } from "./run-imports.ts";

async function load(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const rows = await Promise.all(ids.map((id) => findBulkImport(context, id)));
  return new Map(rows.flatMap((row) => (row === null ? [] : [[row.id, toBulkImport(row)] as const])));
}

export const bulk = {
  entities: [BulkImportEntity, BulkRowEntity],
  resolvers: [BulkImportResolver, BulkRetryResolver, NotifiedImportResolver],
  nodes: { blk: { permission: "bulk.import", load } },
  sweeps: [
    { key: "bulk-rehearsals", everySeconds: 1, run: rehearseImports },
    { key: "bulk-rows", everySeconds: 1, run: runImports },
    { key: "bulk-old", everySeconds: 3_600, run: forgetImports },
  ],
} satisfies Module;
