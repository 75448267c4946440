import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { screeningRowsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { FileProblem } from "./listed-entry.ts";

export interface ListFile {
  readonly name: string;
  readonly text: string;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly problems: readonly FileProblem[];
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const chunkLength = 65_536;

/** The rows of a published file, read bit by bit so that others get their turn. What is no table at all has one problem. */
export async function readTable({ name, text }: ListFile): Promise<Table> {
  if (text.includes("\0")) return refused(name, null, "screening.file.notText");
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: 1_000_000,
  });
  const rows: TableRow[] = [];
  try {
    for await (const { record, info } of Readable.from(chunksOf(text)).pipe(parser) as AsyncIterable<Parsed>) {
      if (rows.length >= screeningRowsMax) {
        const message = say("screening.file.tooManyRows", { max: screeningRowsMax });
        return { name, rows: [], problems: [{ file: name, line: info.lines, message }] };
      }
      rows.push({ line: info.lines, cells: record.map((cell) => cell.trim()) });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(name, Number(error["lines"] ?? 1), "screening.file.broken");
  }
  return rows.length === 0 ? refused(name, null, "screening.file.empty") : { name, rows, problems: [] };
}

function refused(
  name: string,
  line: number | null,
  key: "screening.file.notText" | "screening.file.broken" | "screening.file.empty",
): Table {
  return { name, rows: [], problems: [{ file: name, line, message: say(key) }] };
}

// oxlint-disable-next-line no-control-regex -- the sign that ended files once
const end = /\u001A\s*$/;

/** UTF-8, or as old programs write it; each file may end with the sign that once ended files. */
export function textOfFile(content: Buffer): string {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(content);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content).replace(end, "");
  } catch {
    return new TextDecoder("windows-1252").decode(content).replace(end, "");
  }
}

function delimiterOf(text: string): string {
  const [firstLine = ""] = text.split("\n", 1);
  return firstLine.includes("\t") ? "\t" : ",";
}

function* chunksOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += chunkLength) yield text.slice(from, from + chunkLength);
}
