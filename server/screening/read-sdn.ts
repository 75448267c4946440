import type { ListedAddress } from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countryNamed, type FileProblem, type ListedName, type ReadList } from "./listed-entry.ts";
import { readTable, type ListFile, type Table, type TableRow } from "./read-table.ts";

/** By how many columns its rows have: the files of this list have no header. */
const partOfWidth: ReadonlyMap<number, Part> = new Map([
  [12, "sdn"],
  [5, "alt"],
  [6, "add"],
]);
type Part = "sdn" | "alt" | "add";

interface Draft {
  readonly reference: string;
  kind: string;
  source: string;
  remarks: string;
  readonly names: ListedName[];
  readonly addresses: ListedAddress[];
}

/**
 * OFAC's list of Specially Designated Nationals: sdn.csv, with alt.csv (other names) and add.csv (addresses) where they are given. `-0-`
 * says nothing; remarks hold further names. What alt.csv says of a party that sdn.csv lacks is kept as a party of its own: no name of
 * a list is lost.
 */
export async function readSdn(files: readonly ListFile[]): Promise<ReadList> {
  const problems: FileProblem[] = [];
  const tables = new Map<Part, Table>();
  for (const file of files) {
    const table = await readTable(file);
    problems.push(...table.problems);
    if (table.problems.length > 0) continue;
    const part = partOf(table);
    if (part === null) problems.push({ file: file.name, line: 1, message: say("screening.file.notSdn") });
    else if (tables.has(part)) problems.push({ file: file.name, line: null, message: say("screening.file.twice") });
    else tables.set(part, table);
  }
  if (!tables.has("sdn") && problems.length === 0) {
    problems.push({ file: "sdn.csv", line: null, message: say("screening.file.sdnMissing") });
  }
  const drafts = new Map<string, Draft>();
  for (const part of ["sdn", "alt", "add"] as const) {
    const table = tables.get(part);
    if (table !== undefined) take(drafts, part, table, problems);
  }
  const entries = [...drafts.values()].filter(({ names }) => names.length > 0);
  return { entries, problems };
}

function partOf({ rows }: Table): Part | null {
  const [first] = rows;
  return first === undefined ? null : (partOfWidth.get(first.cells.length) ?? null);
}

const widthOf: Readonly<Record<Part, number>> = { sdn: 12, alt: 5, add: 6 };

function take(drafts: Map<string, Draft>, part: Part, table: Table, problems: FileProblem[]): void {
  for (const row of table.rows) {
    const reference = row.cells[0] ?? "";
    if (row.cells.length !== widthOf[part] || !/^\d{1,12}$/.test(reference)) {
      problems.push({ file: table.name, line: row.line, message: say("screening.file.notSdn") });
    } else if (part === "sdn" && drafts.has(reference)) {
      problems.push({ file: table.name, line: row.line, message: say("screening.file.numberTwice", { reference }) });
    } else read[part](draftOf(drafts, reference), row);
  }
}

function draftOf(drafts: Map<string, Draft>, reference: string): Draft {
  const draft = drafts.get(reference) ?? {
    reference,
    kind: "",
    source: "",
    remarks: "",
    names: [],
    addresses: [],
  };
  drafts.set(reference, draft);
  return draft;
}

const read: Readonly<Record<Part, (draft: Draft, row: TableRow) => void>> = {
  sdn(draft, { cells }) {
    const [, name, kind, programme] = cells.map(said);
    draft.kind = kind ?? "";
    draft.source = (programme ?? "").replaceAll("] [", "; ");
    draft.remarks = said(cells[11] ?? "");
    if (name !== undefined && name !== "") draft.names.push({ name, kind: "NAME" });
    draft.names.push(...namesInRemarks(draft.remarks));
  },
  alt(draft, { cells }) {
    const name = said(cells[3] ?? "");
    if (name !== "") draft.names.push({ name, kind: "ALIAS" });
  },
  add(draft, { cells }) {
    const [, , street = "", city = "", country = ""] = cells.map(said);
    const text = [street, city, country].filter((part) => part !== "").join(", ");
    if (text !== "") draft.addresses.push({ text, country: countryNamed(country) });
  },
};

function said(cell: string): string {
  return cell === "-0-" ? "" : cell;
}

/** `a.k.a. 'HESA'`: those that the publisher calls weak stand here. */
function namesInRemarks(remarks: string): ListedName[] {
  return [...remarks.matchAll(/\b(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.) '((?:[^']|'(?=\w))+)'/g)].map(([, name]) => ({
    name: name!, // the group is always there
    kind: "WEAK_ALIAS",
  }));
}
