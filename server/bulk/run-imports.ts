import { bulkRowsAtOnce, bulkRowsAtOnceOfAll, bulkRowsAtOncePerConnector } from "@tierline/shared/limits.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { arrayText } from "../kernel/unnested.ts";
import { rootPath } from "../kernel/viewer.ts";
import { asStarter } from "./as-starter.ts";
import { BulkImportEntity, BulkRowEntity, type BulkImportRow, type BulkRow } from "./bulk.entity.ts";
import { doers, reversibleKinds } from "./doers.ts";
import { endImports } from "./end-imports.ts";
import { connectorsOfRun, laneOf } from "./lane.ts";
import { bulkTopic } from "./find-imports.ts";
import { cellsOf, columnOf, refusalOf } from "./row-cells.ts";

/** Then others of this process get their turn. */
const turnMs = 3_000;
/** Whoever had a row for that long has died with it. */
const givenUpMs = 120_000;
const retriesMax = 20;
const retryAfterMs = 5_000;

interface Claimed {
  readonly file: BulkImportRow;
  readonly row: BulkRow;
}

/**
 * Sweep: does rows of the files that were begun, few at a time, so that whoever works in the console waits for none of them: of
 * resellers the one whose turn was longest ago, and of one not more than five at once.
 */
export async function runImports(system: Context): Promise<number> {
  const until = performance.now() + turnMs;
  let rows = 0;
  while (performance.now() < until) {
    await settleRows(system);
    const claimed: Claimed[] = [];
    while (claimed.length < bulkRowsAtOnceOfAll) {
      const next = await claimRow(system);
      if (next === null) break;
      if (next.row !== null) claimed.push({ file: next.file, row: next.row });
    }
    if (claimed.length === 0) break;
    await Promise.all(claimed.map((each) => perform(system, each)));
    rows += claimed.length;
  }
  await endImports(system);
  return rows;
}

/** It has succeeded, or only a person can go on with it, for whom the other rows do not wait. */
const isWellSql =
  "(p.state in ('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS') or p.waiting_for is not distinct from 'PERSON')";

/** Rows whose run has ended have ended with it; rows of whoever died are to be done again. */
async function settleRows(system: Context): Promise<void> {
  const failed: Sentence = say("bulk.runFailed");
  const settled = await system.em.execute<{ id: string; path: string }[]>(
    `update bulk_row r set state = case when ${isWellSql} then 'DONE' else 'FAILED' end,
       code = case when ${isWellSql} then null else 'STATE_CONFLICT' end,
       message = case when ${isWellSql} then null else ?::jsonb end,
       is_claimed = i.kind <> all(?::text[])
     from provisioning_run p, bulk_import i
     where r.state = 'RUNNING' and p.id = r.run_id and i.id = r.import_id and (${isWellSql} or p.state not in ('QUEUED', 'RUNNING', 'WAITING', 'ROLLING_BACK'))
     returning r.import_id as id, r.path`,
    [JSON.stringify(failed), arrayText(reversibleKinds)],
  );
  tell(system, settled);
  await system.em.execute(
    `update bulk_row set state = 'READY', is_claimed = false, claimed_at = null
     where state = 'RUNNING' and run_id is null and claimed_at < ?`,
    [new Date(system.clock.now().getTime() - givenUpMs)],
  );
}

function tell({ changes, clock }: Context, of: readonly { id: string; path: string }[]): void {
  const byId = new Map(of.map(({ id, path }) => [id, path]));
  const sequence = clock.now().getTime();
  changes.announce([...byId].map(([id, path]) => ({ topic: bulkTopic(id), path, sequence })));
}

interface Claim {
  readonly file: BulkImportRow;
  /** Null when it had been done before. */
  readonly row: BulkRow | null;
}

/** One claims at a time, which takes a moment: the counts are then those of everybody. */
function claimRow(system: Context): Promise<Claim | null> {
  return transaction(system, async ({ em, clock }) => {
    const now = clock.now();
    await em.execute("select pg_advisory_xact_lock(hashtextextended('bulk claim', 0))");
    const full = await fullConnectors(em);
    const [next] = await em.execute<{ place: number }[]>(
      `select i.*, n.number as place from bulk_import i cross join lateral (
         select r.number from unnest(i.lanes) as lanes(lane) cross join lateral (
           select b.number from bulk_row b where b.import_id = i.id and b.lane = lanes.lane and b.state = 'READY' order by b.number limit 1
         ) r where not string_to_array(lanes.lane, ' ') && ?::text[] order by r.number limit 1
       ) n
       where i.state = 'RUNNING' and i.next_at <= ?
         and (select count(*) from bulk_row r where r.state = 'RUNNING') < ?
         and (select count(*) from bulk_row r where r.state = 'RUNNING' and r.path = i.path) < ?
       order by (select max(o.served_at) from bulk_import o where o.path = i.path) nulls first, i.served_at nulls first, i.created_at
       limit 1 for update of i`,
      [arrayText(full), now, bulkRowsAtOnceOfAll, bulkRowsAtOnce],
    );
    if (next === undefined) return null;
    const { place, ...found } = next;
    const [file] = mapped(em, BulkImportEntity, [found]);
    const { id, ratePerMinute, nextAt } = file!;
    const waitMs = ratePerMinute == null ? 0 : 60_000 / ratePerMinute;
    // What was missed while nobody was there is not made up for in a rush.
    const from = Math.max(nextAt.getTime(), now.getTime() - 1_000);
    await em.execute("update bulk_import set served_at = clock_timestamp(), next_at = ? where id = ?", [
      ratePerMinute == null ? nextAt : new Date(from + waitMs),
      id,
    ]);
    const [claimed] = await em.execute<object[]>(
      `update bulk_row r set
         state = case when o.key is null then 'RUNNING' else 'UNCHANGED' end,
         is_claimed = o.key is null, claimed_at = ?, result_id = o.result_id
       from (select n.number, d.key, d.result_id
             from (select number, path, key from bulk_row where import_id = ? and number = ?) n
             left join bulk_row d on d.path = n.path and d.key = n.key and d.is_claimed) o
       where r.import_id = ? and r.number = o.number returning r.*`,
      [now, id, place, id],
    );
    const [row] = claimed === undefined ? [] : mapped(em, BulkRowEntity, [claimed]);
    return { file: file!, row: row?.state === "RUNNING" ? row : null };
  });
}

/** At which as many rows are under way as may be. What people do one by one is no row, and waits for none. */
async function fullConnectors(em: Context["em"]): Promise<string[]> {
  const rows = await em.execute<{ key: string }[]>(
    `select c.key from bulk_row r cross join lateral unnest(string_to_array(r.lane, ' ')) as c(key)
       left join connector k on k.path = ? and k.key = c.key
     where r.state = 'RUNNING' group by c.key, k.bulk_rows_at_once having count(*) >= coalesce(k.bulk_rows_at_once, ?)`,
    [rootPath, bulkRowsAtOncePerConnector],
  );
  return rows.map(({ key }) => key);
}

async function perform(system: Context, { file, row }: Claimed): Promise<void> {
  const context = await asStarter(system, file);
  if (context === null) return halt(system, { file, row });
  const todo = {
    cells: cellsOf(file, row.cells),
    agreed: row.agreed ?? null,
    idempotencyKey: `bulk ${file.id} ${row.number} ${row.attempts}`,
  };
  try {
    const { resultId, runId } = await doers[file.kind].perform(context, todo);
    await write(
      system,
      { file, row },
      {
        state: runId === null ? "DONE" : "RUNNING",
        is_claimed: runId !== null || !reversibleKinds.includes(file.kind),
        result_id: resultId,
        run_id: runId,
        // A playbook that was changed since the rehearsal may ask others.
        ...(runId !== null && { lane: laneOf(await connectorsOfRun(system, runId)) }),
      },
    );
  } catch (error) {
    await fail(system, { file, row }, error, todo.cells);
  }
}

/** Nobody who may do it is left: it waits for somebody who goes on with it. */
async function halt(system: Context, { file, row }: Claimed): Promise<void> {
  await write(system, { file, row }, { state: "READY", is_claimed: false });
  await system.em.execute(
    "update bulk_import set state = 'PAUSED', halt = ?::jsonb, version = version + 1 where id = ? and state = 'RUNNING'",
    [JSON.stringify(say("bulk.noRight")), file.id],
  );
  tell(system, [file]);
}

async function fail(system: Context, claimed: Claimed, error: unknown, cells: Readonly<Record<string, string>>) {
  const { file, row } = claimed;
  const refusal = refusalOf(error);
  if (isWorthWaiting(error) && row.attempts < retriesMax) {
    await write(system, claimed, { state: "READY", is_claimed: false, attempts: row.attempts + 1 });
    const later = new Date(system.clock.now().getTime() + retryAfterMs);
    await system.em.execute("update bulk_import set next_at = greatest(next_at, ?) where id = ?", [later, file.id]);
    return;
  }
  if (refusal === null) system.log.error({ err: error, import: file.id, row: row.number }, "a row was not done");
  const column = columnOf(file, refusal?.path);
  await write(system, claimed, {
    state: "FAILED",
    is_claimed: false,
    code: refusal?.code ?? "INVALID",
    message: JSON.stringify(refusal?.message ?? say("bulk.notDone")),
    column,
    value: column === null ? null : (cells[column]?.slice(0, 200) ?? null),
  });
}

/** Runs that wait, or somebody who is just at the same thing. */
function isWorthWaiting(error: unknown): boolean {
  if (error instanceof Rejection) return error.refusals[0]?.code === "QUEUE_FULL";
  return error instanceof AccessError && (error.code === "CONFLICT" || error.code === "RATE_LIMITED");
}

async function write(system: Context, { file, row }: Claimed, columns: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(columns); // names are ours
  await system.em.execute(
    `update bulk_row set ${entries.map(([name]) => `"${name}" = ?`).join(", ")} where import_id = ? and number = ?`,
    [...entries.map(([, value]) => value), file.id, row.number],
  );
  tell(system, [file]);
}
