import { decodeId } from "@tierline/shared/id.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { toBulkImport, type BulkImportType } from "./bulk.type.ts";
import { bulkTopic, findBulkImport } from "./find-imports.ts";

/** Counters are told four times a second and no more often. */
const tellMs = 250;

/** An import at once and after changes; what changes in between is told together. */
export async function* watchBulkImport(
  context: Context,
  apiId: string,
  signal: AbortSignal,
): AsyncGenerator<BulkImportType> {
  const id = decodeId("blk", apiId);
  const read = async () => {
    require(context, "bulk.import"); // at each push again
    return findBulkImport(context, id);
  };
  const changes = context.changes.subscribe(bulkTopic(id ?? ""), signal);
  const first = await read();
  if (first === null) throw notFound();
  yield toBulkImport(first);
  for await (const _ of changes) {
    await pause(tellMs, undefined, { signal }).catch(() => undefined);
    const row = signal.aborted ? null : await read();
    if (row === null) return;
    yield toBulkImport(row);
  }
}
