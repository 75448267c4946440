import { say } from "@tierline/shared/sentence.ts";
import { countryNamed, type FileProblem, type ListedEntry, type ReadList } from "./listed-entry.ts";
import { normalised } from "./normalised-name.ts";
import { readTable, type ListFile } from "./read-table.ts";

const needed = ["name", "street_address", "city", "state", "country", "effective_date"] as const;
const others = ["postal_code", "expiration_date", "standard_order", "action", "fr_citation"] as const;
type Column = (typeof needed)[number] | (typeof others)[number];

/**
 * The Denied Persons List of the Bureau of Industry and Security, parted by tabs or commas. It numbers nobody: a person is known by name
 * and the day on which the order began, and may have a row for each address.
 */
export async function readDpl(files: readonly ListFile[]): Promise<ReadList> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    const name = file?.name ?? "dpl.txt";
    return { entries: [], problems: [{ file: name, line: null, message: say("screening.file.oneOnly") }] };
  }
  const { name, rows, problems } = await readTable(file);
  const [header, ...lines] = rows;
  if (header === undefined) return { entries: [], problems };
  const at = new Map(header.cells.map((column, index) => [column.toLowerCase().replaceAll(" ", "_"), index]));
  const missing = needed.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const message = say("screening.file.columns", { columns: missing.join(", ") });
    return { entries: [], problems: [{ file: name, line: 1, message }] };
  }
  const entries = new Map<string, ListedEntry>();
  const wrong: FileProblem[] = [];
  for (const { line, cells } of lines) {
    const of = (column: Column): string => cells[at.get(column) ?? -1] ?? "";
    if (cells.length < needed.length || of("name") === "") {
      wrong.push({ file: name, line, message: say("screening.file.row") });
      continue;
    }
    const entry = entryOf(of);
    const before = entries.get(entry.reference);
    entries.set(entry.reference, before === undefined ? entry : joined(before, entry));
  }
  return { entries: [...entries.values()], problems: wrong };
}

function entryOf(of: (column: Column) => string): ListedEntry {
  const place = [of("street_address"), of("city"), of("state"), of("postal_code"), of("country")];
  const text = place.filter((part) => part !== "").join(", ");
  const remarks = [
    of("action"),
    of("fr_citation"),
    of("expiration_date") === "" ? "" : `until ${of("expiration_date")}`,
  ];
  return {
    reference: `${normalised(of("name")).key} ${of("effective_date")}`,
    kind: "",
    source: of("standard_order") === "" ? "Denied Persons List" : `Standard order: ${of("standard_order")}`,
    names: [{ name: of("name"), kind: "NAME" }],
    addresses: text === "" ? [] : [{ text, country: countryNamed(of("country")) }],
    remarks: remarks.filter((part) => part !== "").join("; "),
  };
}

function joined(before: ListedEntry, { names, addresses, remarks }: ListedEntry): ListedEntry {
  const known = new Set(before.names.map(({ name }) => name));
  return {
    ...before,
    names: [...before.names, ...names.filter(({ name }) => !known.has(name))],
    addresses: [...before.addresses, ...addresses],
    remarks: before.remarks === remarks ? remarks : `${before.remarks}; ${remarks}`,
  };
}
