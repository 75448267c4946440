/** What a column of a deck's file is about, by the name that it has in messages. */
export type DeckColumn =
  | "prefix"
  | "route"
  | "destination"
  | "type"
  | "rate_per_minute"
  | "connect_fee"
  | "included_seconds"
  | "first_seconds"
  | "increment_seconds"
  | "grace_seconds"
  | "active";

const names: Readonly<Record<DeckColumn, readonly string[]>> = {
  prefix: ["prefix", "code", "dial code", "dialcode", "prefixo"],
  route: ["route", "rota"],
  destination: ["destination", "locality", "description", "name", "localidade"],
  type: ["type", "line type", "tipo"],
  rate_per_minute: ["rate per minute", "rate", "price", "cost", "valor", "tarifa"],
  connect_fee: ["connect fee", "connection fee", "setup fee"],
  included_seconds: ["included seconds"],
  first_seconds: ["first seconds", "first", "initial increment"],
  increment_seconds: ["increment seconds", "increment", "step", "pulse"],
  grace_seconds: ["grace seconds", "grace"],
  active: ["active", "enabled", "ativo"],
};

const columnByName: ReadonlyMap<string, DeckColumn> = new Map(
  (Object.keys(names) as DeckColumn[]).flatMap((column) => names[column].map((name) => [name, column] as const)),
);

/** Columns A to H of a list without a header: prefix, locality, F or C, price, the cadence's three parts, 1 or 0. */
const lettered: readonly DeckColumn[] = [
  "prefix",
  "destination",
  "type",
  "rate_per_minute",
  "first_seconds",
  "increment_seconds",
  "grace_seconds",
  "active",
];

/** By the names in the first line, null for one that is not known; null when it names no prefix or no price. */
export function columnsOfHeader(record: readonly string[]): (DeckColumn | null)[] | null {
  const columns = record.map((cell) => columnByName.get(cell.trim().toLowerCase().replaceAll("_", " ")) ?? null);
  return columns.includes("prefix") && columns.includes("rate_per_minute") ? columns : null;
}

/** Of a file whose first line is a rate already. */
export function columnsWithoutHeader([prefix = "", ...others]: readonly string[]): readonly DeckColumn[] | null {
  return /^\+?\d+$/.test(prefix.trim()) && others.length + 1 <= lettered.length && others.length >= 3
    ? lettered.slice(0, others.length + 1)
    : null;
}
