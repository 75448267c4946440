import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { cadenceOf, type Cadence } from "@tierline/shared/cadence.ts";
import {
  deckCellBytesMax,
  deckColumnsMax,
  deckProblemsMax,
  deckRowsMax,
  nameLengthMax,
  prefixLengthMax,
} from "@tierline/shared/limits.ts";
import type { RateRoute } from "@tierline/shared/call-route.ts";
import type { LineType } from "@tierline/shared/rate-deck.ts";
import { parseRate, type DecimalMark, type Rate } from "@tierline/shared/rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { columnsOfHeader, columnsWithoutHeader, type DeckColumn } from "./deck-columns.ts";

export interface DeckRow {
  readonly prefix: string;
  readonly route: RateRoute;
  readonly destination: string;
  readonly lineType: LineType | null;
  readonly ratePerMinute: Rate;
  readonly connectFee: Rate;
  readonly includedSeconds: number;
  readonly cadence: Cadence;
  readonly isBlocked: boolean;
}

export interface DeckProblem {
  /** As people count the lines of the file; null where it is about the file. */
  readonly line: number | null;
  readonly column: string | null;
  readonly message: Sentence;
}

export interface DeckForm {
  /** Null: `;` where the first line has one, else `,`. */
  readonly separator: ";" | "," | null;
  readonly decimalMark: DecimalMark;
  /** Digits to put before each prefix, for lists that leave the country code out. */
  readonly callingCode: string;
}

export interface ReadDeck {
  readonly rows: readonly DeckRow[];
  /** The first of them. */
  readonly problems: readonly DeckProblem[];
  /** Of lines that are wrong in any place. */
  readonly wrongLines: number;
}

const chunkBytes = 65_536;

/** Reads a deck out of a CSV file, bit by bit, and says of every line that is wrong where and why. */
export async function readDeck(file: Buffer, form: DeckForm): Promise<ReadDeck> {
  const text = textOf(file);
  const parser = parse({
    bom: true,
    delimiter: form.separator ?? separatorOf(text),
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: deckCellBytesMax * 2,
  });
  const reading = new Reading(form);
  try {
    for await (const { record, info } of Readable.from(chunksOf(text)).pipe(parser) as AsyncIterable<Parsed>) {
      if (!reading.take(record, info.lines)) break;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reading.refuse(Number(error["lines"] ?? 1), null, say("rate.csv"));
  }
  return reading.end();
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

class Reading {
  readonly #form: DeckForm;
  readonly #rows: DeckRow[] = [];
  readonly #problems: DeckProblem[] = [];
  readonly #lineOf = new Map<string, number>();
  #columns: readonly (DeckColumn | null)[] | null = null;
  #wrongLines = 0;

  constructor(form: DeckForm) {
    this.#form = form;
  }

  /** Whether to go on. */
  take(record: readonly string[], line: number): boolean {
    if (record.length > deckColumnsMax) {
      this.refuse(line, null, say("rate.tooManyColumns", { max: deckColumnsMax }));
      return false;
    }
    if (this.#columns === null) {
      this.#columns = columnsOfHeader(record) ?? columnsWithoutHeader(record);
      if (this.#columns === null) {
        this.refuse(line, null, say("rate.header"));
        return false;
      }
      if (columnsOfHeader(record) !== null) return true;
    }
    if (this.#rows.length + this.#wrongLines >= deckRowsMax) {
      this.refuse(line, null, say("rate.tooManyRows", { max: deckRowsMax }));
      return false;
    }
    this.#read(record, line, this.#columns);
    return true;
  }

  refuse(line: number | null, column: string | null, message: Sentence): void {
    this.#wrongLines += 1;
    this.#note(line, column, message);
  }

  end(): ReadDeck {
    if (this.#rows.length === 0 && this.#wrongLines === 0) this.refuse(null, null, say("rate.empty"));
    return { rows: this.#rows, problems: this.#problems, wrongLines: this.#wrongLines };
  }

  #note(line: number | null, column: string | null, message: Sentence): void {
    if (this.#problems.length < deckProblemsMax) this.#problems.push({ line, column, message });
  }

  #read(record: readonly string[], line: number, columns: readonly (DeckColumn | null)[]): void {
    const cells = new Map(
      columns.flatMap((column, index) => (column === null ? [] : [[column, record[index]] as const])),
    );
    let isWrong = false;
    const wrong = (column: DeckColumn, message: Sentence): void => {
      isWrong = true;
      this.#note(line, column, message);
    };
    const row = rowOf(new Cells(cells, this.#form, wrong));
    const place = `${row.prefix} ${row.route}`;
    const before = this.#lineOf.get(place);
    if (before !== undefined && row.prefix !== "") {
      wrong("prefix", say("rate.prefixTwice", { prefix: row.prefix, line: before }));
    }
    if (isWrong) this.#wrongLines += 1;
    else {
      this.#rows.push(row);
      this.#lineOf.set(place, line);
    }
  }
}

/** The cells of one line by their columns, and what is wrong with them. */
class Cells {
  readonly #cells: ReadonlyMap<DeckColumn, string | undefined>;
  readonly #wrong: (column: DeckColumn, message: Sentence) => void;
  readonly form: DeckForm;

  constructor(
    cells: ReadonlyMap<DeckColumn, string | undefined>,
    form: DeckForm,
    wrong: (column: DeckColumn, message: Sentence) => void,
  ) {
    this.#cells = cells;
    this.form = form;
    this.#wrong = wrong;
  }

  text(column: DeckColumn): string {
    const cell = this.#cells.get(column)?.trim() ?? "";
    if (cell.length <= deckCellBytesMax) return cell;
    this.wrong(column, say("rate.cellTooLong", { max: deckCellBytesMax }));
    return "";
  }

  wrong(column: DeckColumn, message: Sentence): void {
    this.#wrong(column, message);
  }

  rate(column: DeckColumn, missing: Rate | null): Rate {
    const text = this.text(column);
    const rate = text === "" ? missing : parseRate(text, this.form.decimalMark);
    if (rate !== null) return rate;
    const { decimalMark: mark } = this.form;
    this.wrong(column, text === "" ? say("rate.missing") : say("rate.notANumber", { text: shortened(text), mark }));
    return 0n;
  }

  seconds(column: DeckColumn, missing: number): number {
    const text = this.text(column);
    if (text === "") return missing;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    this.wrong(column, say("rate.notSeconds", { text: shortened(text) }));
    return missing;
  }
}

const ofFixed = new Set(["f", "fixed", "fixo"]);
const ofMobile = new Set(["c", "m", "mobile", "celular"]);
const ofRoute: ReadonlyMap<string, RateRoute> = new Map([
  ["", "ANY"],
  ["any", "ANY"],
  ["value", "VALUE"],
  ["premium", "PREMIUM"],
]);
const yes = new Set(["1", "true", "yes", ""]);
const no = new Set(["0", "false", "no"]);
const mobileWords = /\b(cellular|mobile|mobil|celular|portable)\b/i;

function rowOf(cells: Cells): DeckRow {
  const step = cells.seconds("increment_seconds", 60);
  const first = cells.seconds("first_seconds", step);
  const cadence = cadenceOf(first, step, cells.seconds("grace_seconds", 0));
  if (cadence === null) cells.wrong("increment_seconds", say("rate.cadence"));
  const destination = destinationOf(cells);
  return {
    prefix: prefixOf(cells),
    route: rateRouteOf(cells),
    destination,
    lineType: lineTypeOf(cells, destination),
    ratePerMinute: cells.rate("rate_per_minute", null),
    connectFee: cells.rate("connect_fee", 0n),
    includedSeconds: cells.seconds("included_seconds", 0),
    cadence: cadence ?? { first: 60, step: 60, grace: 0 },
    isBlocked: isBlocked(cells),
  };
}

function prefixOf(cells: Cells): string {
  const text = cells.text("prefix");
  const prefix = cells.form.callingCode + text.replace(/^\+/, "");
  const isPrefix = /^\d+$/.test(prefix) && prefix.length <= prefixLengthMax && text !== "";
  if (!isPrefix) cells.wrong("prefix", say("rate.notAPrefix", { text: shortened(text), max: prefixLengthMax }));
  return isPrefix ? prefix : "";
}

function destinationOf(cells: Cells): string {
  const text = cells.text("destination");
  const isText = text.length <= nameLengthMax && !/\p{Cc}/u.test(text) && text.isWellFormed();
  if (!isText) cells.wrong("destination", say("rate.destination", { max: nameLengthMax }));
  return isText ? text : "";
}

function lineTypeOf(cells: Cells, destination: string): LineType | null {
  const text = cells.text("type");
  if (ofFixed.has(text.toLowerCase())) return "FIXED";
  if (ofMobile.has(text.toLowerCase())) return "MOBILE";
  if (text !== "") cells.wrong("type", say("rate.lineType", { text: shortened(text) }));
  return mobileWords.test(destination) ? "MOBILE" : null;
}

/** An entry that says none is for whichever route a call takes. */
function rateRouteOf(cells: Cells): RateRoute {
  const text = cells.text("route");
  const route = ofRoute.get(text.toLowerCase());
  if (route === undefined) cells.wrong("route", say("rate.route", { text: shortened(text) }));
  return route ?? "ANY";
}

function isBlocked(cells: Cells): boolean {
  const text = cells.text("active").toLowerCase();
  if (!yes.has(text) && !no.has(text)) cells.wrong("active", say("rate.active", { text: shortened(text) }));
  return no.has(text);
}

function shortened(text: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, "�");
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}

/** UTF-8, else what spreadsheets write in the West. */
function textOf(file: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

function separatorOf(text: string): ";" | "," {
  return text.slice(0, text.search(/\r|\n|$/)).includes(";") ? ";" : ",";
}

function* chunksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += chunkBytes) yield text.slice(start, start + chunkBytes);
}
