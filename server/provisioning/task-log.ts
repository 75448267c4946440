import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { TaskLogEntity, type TaskLogRow } from "./run.entity.ts";
import { toLogEntry, type TaskLogEntryType } from "./task.type.ts";

/** Of one task, oldest first. */
export async function listTaskLog(
  { em }: Pick<Context, "em">,
  { runId, key }: { readonly runId: string; readonly key: string },
  query: PageRequest,
): Promise<Page<TaskLogEntryType>> {
  const first = checkedFirst(query);
  const after = decodeIdCursor(query);
  const rows = await em.execute<object[]>(
    `select * from task_log where run_id = ? and task_key = ? and (?::uuid is null or id > ?::uuid) order by id limit ${first + 1}`,
    [runId, key, after, after],
  );
  return pageOf(mapped(em, TaskLogEntity, rows).map(toLogEntry), first, ({ id }) => [id]);
}

/** The whole log of a run, for its export. Bounded by the attempts that a run may have and the lines that each may write. */
export async function wholeLog({ em }: Pick<Context, "em">, runId: string): Promise<TaskLogRow[]> {
  const rows = await em.execute<object[]>("select * from task_log where run_id = ? order by id", [runId]);
  return mapped(em, TaskLogEntity, rows);
}
