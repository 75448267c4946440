type Cell = string | number | bigint | boolean | Date | object | null | undefined;

export interface Unnested {
  /** `a, b, c` */
  readonly columns: string;
  /** `unnest(…) as r(a, b, c)`, to select from. */
  readonly source: string;
  readonly params: readonly string[];
}

/**
 * Many rows as one array for each of their columns. PostgreSQL reads it in two thirds of the time that it takes for the same rows as
 * JSON, which say the name of every column in every row.
 */
export function unnested<Column extends string>(
  types: Readonly<Record<Column, string>>,
  rows: readonly { readonly [C in Column]: Cell }[],
): Unnested {
  const columns = Object.keys(types) as Column[]; // as it is typed
  const names = columns.join(", ");
  return {
    columns: names,
    source: `unnest(${columns.map((column) => `?::${types[column]}[]`).join(", ")}) as r(${names})`,
    params: columns.map((column) => arrayText(rows.map((row) => row[column]))),
  };
}

/** As PostgreSQL reads an array (section 8.15.2); whatever a text holds is in quotation marks. */
export function arrayText(values: readonly Cell[]): string {
  return `{${values.map(cellText).join(",")}}`;
}

function cellText(value: Cell): string {
  if (value === null || value === undefined) return "NULL";
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (typeof value === "object") return quoted(JSON.stringify(value));
  return typeof value === "string" ? quoted(value) : String(value);
}

function quoted(text: string): string {
  return `"${marks.test(text) ? text.replaceAll(/["\\]/g, String.raw`\$&`) : text}"`;
}

const marks = /["\\]/;
