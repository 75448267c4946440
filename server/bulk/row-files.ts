import { csvLine } from "../kernel/csv.ts";
import { plainHeader } from "@tierline/shared/bulk.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Language } from "@tierline/shared/language.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import type { BulkImportRow } from "./bulk.entity.ts";
import { errorHeader } from "./read-table.ts";

const rowsAtOnce = 2_000;

/** `errors`: the rows that came to nothing, as the file had them, and why: to be put right and handed in again. */
export type RowFile = "errors" | "results";

interface Line {
  readonly number: number;
  readonly state: string;
  readonly cells: string[];
  readonly message: Sentence | null;
  readonly resultId: string | null;
}

/** Row by row, as whoever fetches it takes it. */
export async function* rowFile(
  context: Context,
  { id, headers }: BulkImportRow,
  { file, language }: { readonly file: RowFile; readonly language: Language },
): AsyncGenerator<string> {
  // What an earlier file of ours said against a row is not handed back beside what is said now.
  const kept = headers.flatMap((header, index) => (plainHeader(header) === errorHeader ? [] : [index]));
  const own = kept.map((index) => headers[index] ?? "");
  yield csvLine(file === "errors" ? [...own, errorHeader] : ["row", "state", "result", errorHeader, ...own]);
  for (let after = 0; ;) {
    const lines = await context.em.execute<Line[]>(
      `select number, state, cells, message, result_id as "resultId" from bulk_row
       where import_id = ? and number > ? ${file === "errors" ? "and state in ('REFUSED', 'FAILED', 'CANCELLED')" : ""}
       order by number limit ${rowsAtOnce}`,
      [id, after],
    );
    if (lines.length === 0) return;
    yield lines.map((line) => csvLine(cellsOf(line, kept, file, language))).join("");
    after = lines.at(-1)!.number; // there is at least one
  }
}

function cellsOf(
  { number, state, cells, message, resultId }: Line,
  kept: readonly number[],
  file: RowFile,
  language: Language,
) {
  const own = kept.map((index) => cells[index] ?? "");
  const why = message === null ? "" : rendered(message, language);
  return file === "errors" ? [...own, why] : [number, state, resultId, why, ...own];
}
