import { csvRowsAtOnce } from "@tierline/shared/limits.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { csvLine, type CsvExport } from "../kernel/csv.ts";
import type { CsvFileRow } from "./csv-file.entity.ts";
import { askForFile } from "./csv-file.ts";

type Query = Readonly<Record<string, string>>;

/** A short list as a file at once; of a longer one the file that was begun. That it was asked for is told in the audit trail first. */
export async function exportList(
  context: Context,
  list: CsvExport,
  filter: unknown,
  query: Query,
): Promise<string | CsvFileRow> {
  list.check?.(context, filter);
  await tellOfExport(context, list, query);
  const { lines, endCursor } = await list.page(context, filter, { first: csvRowsAtOnce, after: null });
  if (endCursor === null) return csvLine(list.columns) + lines.map(csvLine).join("");
  return askForFile(context, list, query);
}

/** Before it is read. */
export async function tellOfExport(context: Context, list: CsvExport, query: Query): Promise<void> {
  const { userId, name, path } = context.viewer;
  await transaction(context, (tx) =>
    recordAudit(tx, {
      operation: "list.export",
      subjectKind: "user",
      subjectId: userId,
      subject: name,
      changes: changesBetween({}, { list: list.key, ...query }),
      path,
    }),
  );
}
