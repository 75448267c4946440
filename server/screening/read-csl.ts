import type { ListedAddress } from "@tierline/shared/screening.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countryNamed, type FileProblem, type ListedEntry, type ListedName, type ReadList } from "./listed-entry.ts";
import { readTable, type ListFile } from "./read-table.ts";

const needed = ["_id", "source", "name", "addresses", "alt_names", "type", "remarks"] as const;
type Column = (typeof needed)[number];

/** The Consolidated Screening List as trade.gov publishes it: one file with a header, lists within cells parted by semicolons. */
export async function readCsl(files: readonly ListFile[]): Promise<ReadList> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    const name = file?.name ?? "csl.csv";
    return { entries: [], problems: [{ file: name, line: null, message: say("screening.file.oneOnly") }] };
  }
  const { name, rows, problems } = await readTable(file);
  const [header, ...lines] = rows;
  if (header === undefined) return { entries: [], problems };
  const at = new Map(header.cells.map((column, index) => [column.toLowerCase(), index]));
  const missing = needed.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const message = say("screening.file.columns", { columns: missing.join(", ") });
    return { entries: [], problems: [{ file: name, line: 1, message }] };
  }
  const entries = new Map<string, ListedEntry>();
  const wrong: FileProblem[] = [];
  for (const { line, cells } of lines) {
    const of = (column: Column): string => cells[at.get(column)!] ?? ""; // none is missing
    const reference = of("_id");
    if (cells.length !== header.cells.length || reference === "" || of("name") === "") {
      wrong.push({ file: name, line, message: say("screening.file.row") });
    } else if (entries.has(`${of("source")} ${reference}`)) {
      wrong.push({ file: name, line, message: say("screening.file.numberTwice", { reference }) });
    } else entries.set(`${of("source")} ${reference}`, entryOf(of));
  }
  return { entries: [...entries.values()], problems: wrong };
}

function entryOf(of: (column: Column) => string): ListedEntry {
  return {
    // A party may stand on two of the lists under one number.
    reference: `${of("_id")} ${/\(([A-Z]{2,5})\)/.exec(of("source"))?.[1] ?? ""}`.trim(),
    kind: of("type").toLowerCase(),
    source: of("source"),
    names: [...namesOf(of("name"), "NAME"), ...of("alt_names").split(";").flatMap(aliasesOf)],
    addresses: of("addresses")
      .split(";")
      .map(addressOf)
      .filter(({ text }) => text !== ""),
    remarks: of("remarks"),
  };
}

function aliasesOf(text: string): ListedName[] {
  const name = text.trim().replace(/^and\s+/i, "");
  return name === "" ? [] : namesOf(name, "ALIAS");
}

/** What follows a semicolon is a formula about successors; an abbreviation in brackets is a name of its own. */
function namesOf(text: string, kind: "NAME" | "ALIAS"): ListedName[] {
  const [said = text] = text.split(";", 1);
  const short = /^(.*\S)\s*\(([^()]{2,30})\)$/.exec(said.trim());
  const whole: ListedName = { name: said.trim(), kind };
  const names = said.trim() === text.trim() ? [whole] : [whole, { name: text.trim(), kind: "ALIAS" as const }];
  if (short === null) return names;
  return [...names, { name: short[1]!, kind: "ALIAS" }, { name: short[2]!, kind: "WEAK_ALIAS" }]; // both groups are there
}

/** The last part is the code of a country. */
function addressOf(text: string): ListedAddress {
  const last = text.split(",").at(-1) ?? "";
  return { text: text.trim(), country: countryNamed(last) };
}
