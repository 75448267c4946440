import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import type pg from "pg";

/** Statements that one connection keeps prepared at most; the one unused for longest makes room. */
const preparedMax = 60;

export interface Statement {
  readonly text: string;
  /** For `$1`, `$2` …; as PostgreSQL writes them. */
  readonly values: readonly (string | null)[];
  /** Parsed and planned once a connection, and kept. */
  readonly isPrepared: boolean;
}

/**
 * Enters a tier and asks one thing there, in one round trip: what is sent up to one Sync is one transaction, so that what
 * `set_config` says "locally" holds for the statement and for nothing after it. Poolers by transaction can pass it on.
 */
export class TierStatement<Row extends object> implements pg.Submittable {
  readonly rows: Promise<Row[]>;
  readonly #entry: Statement;
  readonly #statement: Statement;
  readonly #parserOf: ParserOf;
  readonly #found: Row[] = [];
  #wire: Wire | null = null;
  #isEntering = true;
  #columns: readonly Column[] = [];
  #settle: { resolve(rows: Row[]): void; reject(error: unknown): void };
  #error: unknown = null;

  constructor(
    settings: Readonly<Record<string, unknown>>,
    statement: Statement,
    keepsPrepared: boolean,
    parserOf: ParserOf,
  ) {
    this.#entry = entryOf(settings, keepsPrepared);
    this.#statement = { ...statement, isPrepared: statement.isPrepared && keepsPrepared };
    this.#parserOf = parserOf;
    const { promise, ...settle } = Promise.withResolvers<Row[]>();
    this.rows = promise;
    this.#settle = settle;
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire; // its types ask for an argument that the methods have long ignored
    this.#wire = wire;
    wire.stream.cork();
    try {
      send(wire, this.#entry, false);
      send(wire, this.#statement, true);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.#parserOf(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    if (this.#isEntering || this.#error !== null) return;
    try {
      const columns = this.#columns;
      const row: Record<string, unknown> = {};
      for (let at = 0; at < fields.length; at += 1) {
        const { name, parse } = columns[at]!; // described before the first row
        const value = fields[at] ?? null;
        row[name] = value === null ? null : parse(value);
      }
      this.#found.push(row as Row); // the caller's word for what its statement gives
    } catch (error) {
      this.#error = error;
    }
  }

  handleCommandComplete(): void {
    this.#isEntering = false;
  }

  handleEmptyQuery(): void {
    // nothing was asked, and nothing comes
  }

  /** Comes for an error of PostgreSQL's and for a connection that breaks. Whether the statement was prepared before it, nobody said. */
  handleError(error: unknown): void {
    if (this.#wire !== null) for (const { text } of [this.#entry, this.#statement]) forget(this.#wire, text);
    this.#settle.reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#error === null) this.#settle.resolve(this.#found);
    else this.#settle.reject(this.#error);
  }
}

export type ParserOf = (type: number) => (text: string) => unknown;

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** The messages of PostgreSQL's extended protocol, as the driver writes them. */
interface Wire {
  readonly stream: Duplex;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly (string | null)[] }): void;
  describe(message: { type: "P"; name: string }): void;
  execute(message: null): void;
  close(message: { type: "S"; name: string }): void;
  sync(): void;
}

function entryOf(settings: Readonly<Record<string, unknown>>, isPrepared: boolean): Statement {
  const entries = Object.entries(settings);
  const calls = entries.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`);
  return {
    text: `select ${calls.join(", ")}`,
    values: entries.flatMap(([name, value]) => [name, String(value)]),
    isPrepared,
  };
}

function send(wire: Wire, { text, values, isPrepared }: Statement, isDescribed: boolean): void {
  const statement = isPrepared ? preparedName(wire, text) : "";
  if (!isPrepared) wire.parse({ name: "", text });
  wire.bind({ statement, values });
  if (isDescribed) wire.describe({ type: "P", name: "" });
  wire.execute(null);
}

/** What a connection has prepared, by text, the latest used last; and the names that it is to let go of. */
interface Prepared {
  readonly names: Map<string, string>;
  readonly leaving: Set<string>;
}

const preparedOn = new WeakMap<Wire, Prepared>();

function preparedBy(wire: Wire): Prepared {
  const made = preparedOn.get(wire) ?? { names: new Map(), leaving: new Set() };
  preparedOn.set(wire, made);
  return made;
}

function preparedName(wire: Wire, text: string): string {
  const { names, leaving } = preparedBy(wire);
  const known = names.get(text);
  const name = known ?? nameOf(text);
  names.delete(text);
  names.set(text, name);
  if (known !== undefined) return name;
  const [oldest] = names.keys();
  if (names.size > preparedMax && oldest !== undefined) forget(wire, oldest);
  for (const gone of leaving) wire.close({ type: "S", name: gone });
  leaving.clear();
  wire.parse({ name, text });
  return name;
}

/** Made of the text, so that it means the same on a connection that a pooler shares. */
function nameOf(text: string): string {
  return `tierline_${createHash("sha256").update(text).digest("base64url").slice(0, 24)}`;
}

function forget(wire: Wire, text: string): void {
  const { names, leaving } = preparedBy(wire);
  const name = names.get(text);
  if (name === undefined) return;
  names.delete(text);
  leaving.add(name);
}
