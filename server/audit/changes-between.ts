export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Longer values are cut: the record tells what happened, it is no copy of the data. */
const valueLengthMax = 1_000;

/** What differs between two states of a thing, field by field, as text. A field that is missing on a side is null there. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields]
    .map((field) => ({ field, before: textOf(before[field]), after: textOf(after[field]) }))
    .filter((change) => change.before !== change.after);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = wordsOf(value);
  return text.length > valueLengthMax ? `${text.slice(0, valueLengthMax)}…` : text;
}

function wordsOf(value: NonNullable<unknown>): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((each) => typeof each !== "object")) return value.join(", ");
  // Bigints are amounts in micro-units, which JSON does not know.
  return typeof value === "object"
    ? JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each))
    : String(value);
}
