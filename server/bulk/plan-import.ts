import { bulkColumns, bulkPermissions } from "@tierline/shared/bulk.ts";
import { bulkReplacementsMax, textLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { BulkImportEntity, type BulkImportRow, type Replacement } from "./bulk.entity.ts";
import { bulkTopic, lockedImport } from "./find-imports.ts";
import { assertPerson } from "./keep-file.ts";
import { whoseOf } from "./move-import.ts";

export interface PlanBulk {
  /** The API's id. */
  readonly id: string;
  readonly mapping: readonly { readonly column: string; readonly header: number }[];
  readonly defaults?: readonly { readonly column: string; readonly value: string }[] | null;
  readonly replacements?: readonly Replacement[] | null;
}

/**
 * Says which column is what, and begins the rehearsal anew: what each row would do, without doing it. As often as is liked until it
 * is begun; of one whose failed rows are tried again only those. Answers the import's UUID.
 * @throws AccessError NOT_FOUND, FORBIDDEN; Rejection REQUIRED, INVALID, TAKEN, STATE_CONFLICT
 */
export function planBulk(context: Context, input: PlanBulk): Promise<string> {
  assertPerson(context);
  return transaction(context, async (tx) => {
    const row = await lockedImport(tx, input.id);
    require(tx, bulkPermissions[row.kind]);
    const refusals = new Refusals();
    if (!isOpen(row)) refusals.add("STATE_CONFLICT", say("bulk.begun"), "id");
    const planned = check(refusals, row, input);
    refusals.settle();
    const { id, version } = row;
    const fresh = { state: "REHEARSING" as const, stock: [], money: {}, lanes: [], busyUntil: tx.clock.now() };
    const whose = whoseOf(tx, row);
    await tx.em.nativeUpdate(BulkImportEntity, { id }, { ...planned, ...fresh, ...whose, version: version + 1 });
    await tx.em.execute(
      `update bulk_row set state = 'STAGED', key = null, code = null, "column" = null, value = null, message = null, agreed = null, move = null
       where import_id = ? and state not in ('STAGED', 'DONE') and not is_claimed`,
      [id],
    );
    await recordAudit(tx, {
      operation: "bulk.plan",
      subjectKind: "bulkImport",
      subjectId: id,
      subject: row.fileName,
      changes: changesBetween({ state: row.state }, { state: "REHEARSING" }),
      path: row.path,
    });
    tx.announce({ topic: bulkTopic(id), path: row.path, sequence: version + 1 });
    return id;
  });
}

/** Not begun yet, or the failed rows of one that has ended are rehearsed anew. */
function isOpen({ startedAt, state }: BulkImportRow): boolean {
  return state === "REHEARSING" || state === "REHEARSED" || (startedAt == null && state !== "CANCELLED");
}

function check(refusals: Refusals, { kind, headers }: BulkImportRow, input: PlanBulk) {
  const columns = bulkColumns[kind];
  const known = new Set(columns.map(({ key }) => key));
  const mapping: Record<string, number> = {};
  const defaults: Record<string, string> = {};
  for (const [index, { column, header }] of input.mapping.entries()) {
    const at = ["mapping", String(index)];
    if (!known.has(column)) refusals.add("UNKNOWN_REFERENCE", say("bulk.column"), ...at, "column");
    else if (headers[header] === undefined) refusals.add("UNKNOWN_REFERENCE", say("bulk.header"), ...at, "header");
    else if (mapping[column] !== undefined) refusals.add("TAKEN", say("bulk.columnTwice"), ...at, "column");
    else mapping[column] = header;
  }
  for (const [index, { column, value }] of (input.defaults ?? []).entries()) {
    const at = ["defaults", String(index)];
    if (!known.has(column)) refusals.add("UNKNOWN_REFERENCE", say("bulk.column"), ...at, "column");
    if (value.trim() === "") refusals.add("REQUIRED", say("bulk.valueMissing"), ...at, "value");
    checkValue(refusals, value, ...at, "value");
    if (known.has(column)) defaults[column] = value.trim();
  }
  const replacements = [...(input.replacements ?? [])];
  if (replacements.length > bulkReplacementsMax) {
    refusals.add("TOO_LONG", say("bulk.replacements", { max: bulkReplacementsMax }), "replacements");
  }
  for (const [index, { column, from, to }] of replacements.entries()) {
    const at = ["replacements", String(index)];
    if (!known.has(column)) refusals.add("UNKNOWN_REFERENCE", say("bulk.column"), ...at, "column");
    if (from.trim() === "") refusals.add("REQUIRED", say("bulk.valueMissing"), ...at, "from");
    checkValue(refusals, from, ...at, "from");
    checkValue(refusals, to, ...at, "to");
  }
  for (const { key, isRequired } of columns) {
    const hasDefault = (input.defaults ?? []).some(({ column }) => column === key);
    if (isRequired && mapping[key] === undefined && !hasDefault) {
      refusals.add("REQUIRED", say("bulk.columnMissing", { column: key }), "mapping");
    }
  }
  const trimmed = replacements.map(({ column, from, to }) => ({ column, from: from.trim(), to: to.trim() }));
  return { mapping, defaults, replacements: trimmed };
}

function checkValue(refusals: Refusals, value: string, ...path: string[]): void {
  if (value.length > textLengthMax) refusals.add("TOO_LONG", say("bulk.value", { max: textLengthMax }), ...path);
  else if (!value.isWellFormed() || value.includes("\0")) refusals.add("INVALID", say("bulk.notText"), ...path);
}
