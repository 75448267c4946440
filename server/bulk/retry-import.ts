import { bulkPermissions } from "@tierline/shared/bulk.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { BulkImportEntity } from "./bulk.entity.ts";
import { bulkTopic, lockedImport } from "./find-imports.ts";
import { assertPerson } from "./keep-file.ts";
import { whoseOf } from "./move-import.ts";

/**
 * Rehearses anew what came to nothing in an import that has ended, and that alone: what was done stays done, and so does what a run has
 * begun (MX11). It is begun as the first time. Asked again meanwhile it changes nothing. Answers the import's UUID.
 * @throws AccessError NOT_FOUND, FORBIDDEN; Rejection STATE_CONFLICT
 */
export function retryBulk(context: Context, apiId: string): Promise<string> {
  assertPerson(context);
  return transaction(context, async (tx) => {
    const row = await lockedImport(tx, apiId);
    require(tx, bulkPermissions[row.kind]);
    const { id, path, state } = row;
    const isRetried = row.startedAt != null && (state === "REHEARSING" || state === "REHEARSED");
    if (isRetried) return id;
    if (state !== "DONE" || row.rowsDeletedAt != null) {
      const message = say("bulk.state", { state: say(`bulk.state.${state}`) });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    // Another attempt bears another key: what its verb once answered is not answered again.
    const again = await tx.em.execute<unknown[]>(
      `update bulk_row set state = 'STAGED', key = null, code = null, "column" = null, value = null, message = null, agreed = null,
         move = null, run_id = null, attempts = attempts + 1
       where import_id = ? and state in ('REFUSED', 'FAILED') and not is_claimed returning 1`,
      [id],
    );
    if (again.length === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("bulk.nothingFailed"), path: ["id"] });
    }
    const version = row.version + 1;
    const fresh = { state: "REHEARSING" as const, stock: [], money: {}, lanes: [], busyUntil: tx.clock.now() };
    await tx.em.nativeUpdate(BulkImportEntity, { id }, { ...fresh, ...whoseOf(tx, row), endedAt: null, version });
    await recordAudit(tx, {
      operation: "bulk.retry",
      subjectKind: "bulkImport",
      subjectId: id,
      subject: row.fileName,
      changes: [
        ...changesBetween({ state }, { state: "REHEARSING" }),
        { field: "rows", before: null, after: String(again.length) },
      ],
      path,
    });
    tx.announce({ topic: bulkTopic(id), path, sequence: version });
    return id;
  });
}
