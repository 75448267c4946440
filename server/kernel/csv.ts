import type { z } from "zod";
import type { Permission } from "@tierline/shared/permission.ts";
import type { Context } from "./context.ts";

export type CsvCell = string | number | null;

/** A list that can be had as a file: `/exports/<key>.csv`, with the filters of the list in the address. */
export interface CsvExport<Filter = unknown> {
  readonly key: string;
  readonly permission: Permission;
  readonly columns: readonly string[];
  /** Of the address; what is misspelt is refused, or the file would hold more than was meant. */
  readonly filter: z.ZodType<Filter>;
  /** Whether there is such a file at all, asked before its first line. @throws AccessError */
  check?(context: Context, filter: Filter): void;
  /** The lines that follow a cursor, in an order that never changes. @throws AccessError */
  page(context: Context, filter: Filter, request: CsvPageRequest): Promise<CsvPage>;
}

export interface CsvPageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface CsvPage {
  readonly lines: readonly (readonly CsvCell[])[];
  /** From where to go on; null after the last line. */
  readonly endCursor: string | null;
}

/** A line of a file that every spreadsheet reads (RFC 4180). */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** A spreadsheet takes what begins like this for a formula; behind an apostrophe it is a text. */
const formula = /^[\s]*[=+\-@|]|^[\t\r\n]/;
/** Amounts, and numbers of telephones one after the other, which do no harm. */
const plainNumbers = /^[-+]?\d+(\.\d+)?(; \+\d+)*$/;

function cellOf(cell: CsvCell): string {
  const text = String(cell ?? "");
  if (plainNumbers.test(text)) return text;
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
