import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { callDirections, callStates } from "@tierline/shared/call.ts";
import { callSecondsMax, callsPerIntakeMax, idempotencyKeyLengthMax } from "@tierline/shared/limits.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";

const text = z.string().trim();
/** An empty cell of CSV is one that is not there. */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === "" ? null : value), shape.nullish());
const time = z.iso.datetime({ offset: true }).transform((at) => new Date(at));

/** A call as a program tells of it: the same names in a line of JSON and in the first line of CSV. */
const shape = z.strictObject({
  key: text.min(1).max(idempotencyKeyLengthMax),
  /** The line's account, such as `acme-7`, or its id; else the customer's id. */
  line: optional(text.max(200)),
  customer: optional(text.max(200)),
  direction: z.preprocess((value) => (value === "" ? undefined : value), z.enum(callDirections).default("OUT")),
  caller: text.min(1).max(40),
  called: text.min(1).max(40),
  startedAt: time,
  answeredAt: optional(time),
  endedAt: optional(time),
  seconds: optional(z.coerce.number().int().min(0).max(callSecondsMax)),
  state: optional(z.enum(callStates).exclude(["LIVE"])),
  /** The key of the call that this one puts right. */
  corrects: optional(text.max(idempotencyKeyLengthMax)),
});
export type ToldCall = z.output<typeof shape>;

/** What one line said, as people count lines. */
export type ReadCall =
  | { readonly line: number; readonly call: ToldCall }
  | { readonly line: number; readonly key: string | null; readonly problem: Sentence };

export type CallForm = "json" | "csv";

/** Every line of its own: what is wrong with one says nothing of the next. */
export function readCalls(file: string, form: CallForm): ReadCall[] {
  const lines = form === "json" ? jsonLines(file) : csvLines(file);
  return lines.map(({ line, value }) => readOne(line, value));
}

/** Whether there are more lines than are taken at once, before any is read. */
export function isTooLong(file: string): boolean {
  return file.split("\n").filter((line) => line.trim() !== "").length > callsPerIntakeMax + 1;
}

interface Line {
  readonly line: number;
  /** Undefined for what cannot be read at all. */
  readonly value: unknown;
}

function jsonLines(file: string): Line[] {
  return file.split("\n").flatMap((line, index): Line[] => {
    if (line.trim() === "") return [];
    try {
      return [{ line: index + 1, value: JSON.parse(line) as unknown }];
    } catch {
      return [{ line: index + 1, value: undefined }];
    }
  });
}

function csvLines(file: string): Line[] {
  try {
    const options = { bom: true, columns: true, info: true, skip_empty_lines: true, relax_column_count: true } as const;
    const rows = parse(file, options) as unknown as { record: object; info: { lines: number } }[]; // `info` changes what it answers
    return rows.map(({ record, info }) => ({ line: info.lines, value: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return [{ line: Number(error["lines"] ?? 1), value: undefined }];
  }
}

function readOne(line: number, value: unknown): ReadCall {
  if (value === undefined) return { line, key: null, problem: say("call.file") };
  const read = shape.safeParse(value);
  if (read.success) return { line, call: read.data };
  const [issue] = read.error.issues;
  const field = issue === undefined || issue.path.length === 0 ? "*" : String(issue.path[0]);
  return { line, key: keyIn(value), problem: say("call.field", { field }) };
}

function keyIn(value: unknown): string | null {
  const key = typeof value === "object" && value !== null ? (value as Record<string, unknown>)["key"] : null;
  return typeof key === "string" ? key.slice(0, idempotencyKeyLengthMax) : null;
}
