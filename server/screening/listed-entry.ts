import { createHash } from "node:crypto";
import type { ListedAddress, ListedNameKind } from "@tierline/shared/screening.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { countryOf } from "../kernel/country.ts";

export interface ListedName {
  readonly name: string;
  readonly kind: ListedNameKind;
}

/** One party of a published list, as its file says it. */
export interface ListedEntry {
  /** By which its publisher knows it: the same party in the next file. */
  readonly reference: string;
  /** As the list calls it: individual, entity, vessel …; empty where it says nothing. */
  readonly kind: string;
  /** The list within a consolidated one, or the programme. */
  readonly source: string;
  readonly names: readonly ListedName[];
  readonly addresses: readonly ListedAddress[];
  readonly remarks: string;
}

/** What is wrong with a file, and where. */
export interface FileProblem {
  readonly file: string;
  readonly line: number | null;
  readonly message: Sentence;
}

export interface ReadList {
  readonly entries: readonly ListedEntry[];
  readonly problems: readonly FileProblem[];
}

/** Changes whenever anything that the file says of the party does. */
export function contentHash({ kind, source, names, addresses, remarks }: ListedEntry): string {
  const said = JSON.stringify([kind, source, names, addresses, remarks]);
  return createHash("sha256").update(said).digest("base64url");
}

const displayed = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** Names of countries as publishers write them, where CLDR writes them otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  burma: "MM",
  "congo, democratic republic of the": "CD",
  "congo, republic of the": "CG",
  "cote d ivoire": "CI",
  "czech republic": "CZ",
  "korea, north": "KP",
  "korea, south": "KR",
  "macedonia, the former yugoslav republic of": "MK",
  palestinian: "PS",
  "region: gaza": "PS",
  "region: crimea": "UA",
  "the gambia": "GM",
  "bahamas, the": "BS",
  turkey: "TR",
  "west bank": "PS",
};

const codeByName: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 26 * 26 }, (_, index) => String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26)))
    .filter((code) => countryOf(code) !== null)
    .map((code) => [(displayed.of(code) ?? "").toLowerCase(), code] as const),
  ...Object.entries(otherNames),
]);

/** Of a name or a code; null for what is neither. */
export function countryNamed(text: string): string | null {
  const name = text.trim();
  return countryOf(name) ?? codeByName.get(name.toLowerCase()) ?? null;
}
