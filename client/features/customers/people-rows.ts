import type { HeldPackage } from "./held-package.ts";

/** Somebody who is to be added, as typed. */
export interface PersonRow {
  readonly id: number;
  readonly email: string;
  /** Key. */
  readonly package: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly extension: string;
}

export type PersonField = Exclude<keyof PersonRow, "id">;

/** More of them come by a file. */
export const peopleAtOnceMax = 100;

/** In the order of the columns of an import of subscribers. */
export const personColumns = [
  ["email", "email"],
  ["package", "package"],
  ["first_name", "firstName"],
  ["last_name", "lastName"],
  ["phone", "phone"],
  ["extension", "extension"],
] as const satisfies readonly (readonly [string, PersonField])[];

let last = 0;

export function emptyRow(packageKey: string): PersonRow {
  last += 1;
  return { id: last, email: "", package: packageKey, firstName: "", lastName: "", phone: "", extension: "" };
}

/** As a file that an import takes: a line of columns, then a line a person. */
export function fileOf(rows: readonly PersonRow[]): string {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  const lines = rows.map((row) => quoted(personColumns.map(([, field]) => row[field].trim())));
  return [quoted(personColumns.map(([column]) => column)), ...lines].join("\n");
}

/**
 * Rows as they are copied out of a spreadsheet or a list, whatever the order of their columns: each cell says by itself what it is.
 * Null for what is one field's text and nothing more.
 */
export function rowsOfPaste(text: string, packageKey: string, seats: readonly HeldPackage[]): PersonRow[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  if (lines.length < 2 && !/[\t;,]/.test(text)) return null;
  return lines
    .filter((line) => line.includes("@")) // a line of columns is nobody
    .map((line) => {
      const cells = line.split(line.includes("\t") ? "\t" : /[;,]/).map((cell) => cell.trim());
      return cells.reduce((row, cell) => withCell(row, cell, seats), emptyRow(packageKey));
    });
}

function withCell(row: PersonRow, cell: string, seats: readonly HeldPackage[]): PersonRow {
  const plain = cell.toLowerCase();
  const known = seats.find(({ offering: { name, package: terms } }) =>
    [name.toLowerCase(), terms?.key].includes(plain),
  );
  if (cell === "") return row;
  if (cell.includes("@")) return { ...row, email: cell };
  if (known?.offering.package != null) return { ...row, package: known.offering.package.key };
  if (/^\d{1,6}$/.test(cell)) return { ...row, extension: cell };
  if (/^[+(\d][\d ()/.-]{5,}$/.test(cell)) return { ...row, phone: cell };
  return row.firstName === "" ? { ...row, firstName: cell } : { ...row, lastName: `${row.lastName} ${cell}`.trim() };
}

/** Of which package more are asked for than are free; null where there are enough. */
export function shortOf(rows: readonly PersonRow[], seats: readonly HeldPackage[]) {
  for (const { offering, used, limit } of seats) {
    const wanted = rows.filter((row) => row.package === offering.package?.key).length;
    if (limit !== null && wanted > limit - used) return { package: offering.name, wanted, free: limit - used };
  }
  return null;
}
