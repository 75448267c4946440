import { bulkPermissions, type BulkState } from "@tierline/shared/bulk.ts";
import { bulkRatePerMinuteMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { BulkImportEntity, type BulkImportRow } from "./bulk.entity.ts";
import { bulkTopic, countRows, lockedImport } from "./find-imports.ts";
import { assertPerson } from "./keep-file.ts";

export interface StartBulk {
  /** The API's id. */
  readonly id: string;
  /** At most so many rows a minute; as many as there is room for without it. */
  readonly ratePerMinute?: number | null | undefined;
}

interface Move {
  readonly operation: string;
  readonly from: readonly BulkState[];
  readonly to: BulkState;
}

/**
 * Begins with the rows that are ready, as the viewer. Begun again it changes nothing.
 * @throws AccessError NOT_FOUND, FORBIDDEN; Rejection INVALID, STATE_CONFLICT
 */
export function startBulk(context: Context, { id, ratePerMinute = null }: StartBulk): Promise<string> {
  assertPerson(context);
  if (ratePerMinute !== null && (ratePerMinute < 1 || ratePerMinute > bulkRatePerMinuteMax)) {
    const message = say("bulk.rate", { max: bulkRatePerMinuteMax });
    throw new Rejection({ code: "INVALID", message, path: ["ratePerMinute"] });
  }
  const move: Move = { operation: "bulk.start", from: ["REHEARSED"], to: "RUNNING" };
  return change(context, id, move, async (tx, row) => {
    if ((await countRows(tx, row.id)).READY === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("bulk.nothingReady"), path: ["id"] });
    }
    const now = tx.clock.now();
    return { ...whoseOf(tx, row), ratePerMinute, startedAt: now, nextAt: now };
  });
}

/** Rows that are at work come to their end; no other begins. */
export function pauseBulk(context: Context, id: string): Promise<string> {
  return change(context, id, { operation: "bulk.pause", from: ["RUNNING"], to: "PAUSED" }, () => ({ halt: null }));
}

/** Goes on, as whoever began it: what they did under a key is not done again under another one's. */
export function resumeBulk(context: Context, id: string): Promise<string> {
  const move: Move = { operation: "bulk.resume", from: ["PAUSED"], to: "RUNNING" };
  return change(context, id, move, (tx) => ({ halt: null, nextAt: tx.clock.now() }));
}

/** What was not begun never will be; what was done stays done. */
export function cancelBulk(context: Context, id: string): Promise<string> {
  const from: BulkState[] = ["UPLOADED", "REHEARSING", "REHEARSED", "RUNNING", "PAUSED"];
  return change(context, id, { operation: "bulk.cancel", from, to: "CANCELLED" }, async (tx, row) => {
    await tx.em.execute(
      "update bulk_row set state = 'CANCELLED' where import_id = ? and state in ('STAGED', 'READY')",
      [row.id],
    );
    return { halt: null, endedAt: tx.clock.now() };
  });
}

/** Its rows are done where it lies, so that whoever stands above has to work in that place. */
export function whoseOf({ viewer }: Transaction, { path }: Pick<BulkImportRow, "path">) {
  if (viewer.path !== path) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("bulk.place"), path: ["id"] });
  }
  return { userId: viewer.userId, userName: viewer.name, actingForId: viewer.onBehalfOf?.id ?? null };
}

type Changed = Partial<BulkImportRow>;

/** The move, once; answers the import's UUID. */
function change(
  context: Context,
  apiId: string,
  { operation, from, to }: Move,
  work: (tx: Transaction, row: BulkImportRow) => Changed | Promise<Changed>,
): Promise<string> {
  return transaction(context, async (tx) => {
    const row = await lockedImport(tx, apiId);
    require(tx, bulkPermissions[row.kind]);
    if (row.state === to) return row.id;
    if (!from.includes(row.state)) {
      const message = say("bulk.state", { state: say(`bulk.state.${row.state}`) });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    const version = row.version + 1;
    await tx.em.nativeUpdate(BulkImportEntity, { id: row.id }, { ...(await work(tx, row)), state: to, version });
    await recordAudit(tx, {
      operation,
      subjectKind: "bulkImport",
      subjectId: row.id,
      subject: row.fileName,
      changes: changesBetween({ state: row.state }, { state: to }),
      path: row.path,
    });
    tx.announce({ topic: bulkTopic(row.id), path: row.path, sequence: version });
    return row.id;
  });
}
