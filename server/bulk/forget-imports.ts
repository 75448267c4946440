import { bulkUnstartedDays } from "@tierline/shared/limits.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { bulkTopic, countRows } from "./find-imports.ts";
import { keptMs } from "./kept-until.ts";

const importsPerSweep = 20;
const dayMs = 86_400_000;

/**
 * Sweep: of an import that ended long enough ago nothing stays of what its file said but how many rows came to what, and the audit
 * trail. A row that was done for good stays as the hash of what it said, so that the same file still does nothing. What nobody has
 * started is gone altogether, and sooner.
 */
export async function forgetImports(system: Context): Promise<number> {
  const now = system.clock.now().getTime();
  const unstarted = await system.em.execute<unknown[]>(
    "delete from bulk_import where state in ('UPLOADED', 'REHEARSED') and created_at < ? returning 1",
    [new Date(now - bulkUnstartedDays * dayMs)],
  );
  const old = await system.em.execute<{ id: string }[]>(
    `select id from bulk_import where ended_at < ? and rows_deleted_at is null order by ended_at limit ${importsPerSweep}`,
    [new Date(now - keptMs())],
  );
  for (const { id } of old) await forget(system, id);
  return unstarted.length + old.length;
}

function forget(system: Context, id: string): Promise<void> {
  return transaction(system, async (tx) => {
    const [row] = await tx.em.execute<{ path: string }[]>(
      "select path from bulk_import where id = ? and rows_deleted_at is null for update",
      [id],
    );
    if (row === undefined) return; // another sweep was faster
    // A row that was at work when the rest was cancelled comes to its end first.
    const counts = await countRows(tx, id);
    if (counts.RUNNING > 0) return;
    await tx.em.execute("delete from bulk_row where import_id = ? and not is_claimed", [id]);
    await tx.em.execute(
      `update bulk_row set cells = '[]', code = null, "column" = null, value = null, message = null, agreed = null, move = null
       where import_id = ?`,
      [id],
    );
    await tx.em.execute(
      `update bulk_import set counts = ?::jsonb, defaults = '{}', replacements = '[]', rows_deleted_at = ?, version = version + 1
       where id = ?`,
      [JSON.stringify(counts), tx.clock.now(), id],
    );
    tx.announce({ topic: bulkTopic(id), path: row.path, sequence: tx.clock.now().getTime() });
  });
}
