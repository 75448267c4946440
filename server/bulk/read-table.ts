import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { bulkCellBytesMax, bulkColumnsMax, bulkRowsMax } from "@tierline/shared/limits.ts";
import type { DecimalMark } from "@tierline/shared/rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { textOfFile } from "../screening/read-table.ts";
import { Rejection } from "../kernel/rejection.ts";

export interface BulkTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly decimalMark: DecimalMark;
}

const chunkLength = 65_536;
/** A column that we add to what is handed back, and that says nothing when it comes again. */
export const errorHeader = "error";

/**
 * The rows of a file as spreadsheets of any country write it: UTF-8 or UTF-16, with or without a mark at its beginning, parted by
 * commas, semicolons or tabs. Read bit by bit, so that others get their turn.
 * @throws Rejection where it is no table, or too large a one
 */
export async function readBulkTable(content: Buffer): Promise<BulkTable> {
  const text = textOfFile(content);
  if (text.includes("\0") || !text.isWellFormed()) throw refused(say("bulk.notText"));
  const delimiter = delimiterOf(text);
  const parser = parse({
    bom: true,
    delimiter,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: bulkColumnsMax * bulkCellBytesMax,
  });
  const lines: string[][] = [];
  try {
    for await (const record of Readable.from(chunksOf(text)).pipe(parser) as AsyncIterable<string[]>) {
      if (record.length > bulkColumnsMax) throw refused(say("bulk.columns", { max: bulkColumnsMax }));
      if (lines.length > bulkRowsMax) throw refused(say("bulk.rows", { max: bulkRowsMax }));
      if (record.some((cell) => cell.length > bulkCellBytesMax)) {
        throw refused(say("bulk.cell", { line: lines.length + 1, max: bulkCellBytesMax }));
      }
      if (record.some((cell) => cell.trim() !== "")) lines.push(record.map(asMeant));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(say("bulk.broken", { line: Number(error["lines"] ?? 1) }));
  }
  const [headers = [], ...rows] = lines;
  if (headers.length === 0) throw refused(say("bulk.empty"));
  if (rows.length === 0) throw refused(say("bulk.noRows"));
  return { headers, rows, decimalMark: delimiter === ";" ? "," : "." };
}

function refused(message: Sentence): Rejection {
  return new Rejection({ code: "INVALID", message, path: ["file"] });
}

/** An apostrophe that keeps spreadsheets from calculating, as our own files have it, is no part of the text. */
function asMeant(cell: string): string {
  const text = cell.trim();
  return /^'\s*[=+\-@|]/.test(text) ? text.slice(1) : text;
}

/** Whichever the first line has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const [line = ""] = text.replace(/^\uFEFF/, "").split(/[\r\n]/, 1);
  const bare = line.replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((sign) => [sign, bare.split(sign).length] as const);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function* chunksOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += chunkLength) yield text.slice(from, from + chunkLength);
}
