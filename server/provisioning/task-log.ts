import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { TaskLogEntity, type TaskLogRow } from "./run.entity.ts";
import { toLogEntry, type TaskLogEntryType } from "./task.type.ts";

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Of one task, oldest first. */
export async function listTaskLog(
  { em }: Pick<Context, "em">,
  { runId, key }: { readonly runId: string; readonly key: string },
  query: PageRequest,
): Promise<Page<TaskLogEntryType>> {
  const first = checkedFirst(query);
  const [after = null] = decodeCursor(query, 1) ?? [];
  if (after !== null && !(typeof after === "string" && uuidPattern.test(after))) {
    throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
  }
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
