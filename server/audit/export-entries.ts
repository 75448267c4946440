import type { Language } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { csvLine } from "../kernel/csv.ts";
import type { AuditFilterInput } from "./audit.input.ts";
import type { AuditEntryType } from "./audit.type.ts";
import { changesBetween } from "./changes-between.ts";
import { allEntries } from "./list-entries.ts";
import { recordAudit } from "./record.ts";

const columns = [
  "at",
  "outcome",
  "code",
  "attempts",
  "operation",
  "actor",
  "onBehalfOf",
  "channel",
  "ip",
  "subject",
  "subjectId",
  "note",
  "changes",
  "requestId",
  "id",
] as const;

/** The entries as CSV (RFC 4180), a page at a time; that they were taken away is an entry itself, written before the first line. */
export async function exportEntries(
  context: Context,
  filter: AuditFilterInput,
  language: Language,
): Promise<AsyncGenerator<string>> {
  const { userId, name, path } = context.viewer;
  await transaction(context, (tx) =>
    recordAudit(tx, {
      operation: "audit.export",
      subjectKind: "user",
      subjectId: userId,
      subject: name,
      changes: changesBetween({}, { ...filter }),
      path,
    }),
  );
  return linesOf(context, filter, language);
}

async function* linesOf(context: Context, filter: AuditFilterInput, language: Language): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const page of allEntries(context, filter)) {
    yield page.map((entry) => csvLine(columns.map((column) => textOf(entry, column, language)))).join("");
  }
}

function textOf(entry: AuditEntryType, column: (typeof columns)[number], language: Language): string {
  if (column === "at") return entry.at.toISOString();
  if (column === "changes") return JSON.stringify(entry.changes);
  if (column === "subject") return rendered(entry.subject, language);
  if (column === "note") return entry.note === null ? "" : rendered(entry.note, language);
  return String(entry[column] ?? "");
}
