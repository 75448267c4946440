import type { FoundMatch, ListedAddress, ListedNameKind, MatchedWord } from "@tierline/shared/screening.ts";
import type { Context } from "../kernel/context.ts";
import { arrayText } from "../kernel/unnested.ts";
import { ListEntryEntity } from "./list.entity.ts";
import { nameScore } from "./name-score.ts";
import { normalised } from "./normalised-name.ts";

/** Whom to look for. */
export interface Party {
  readonly name: string;
  /** Of the billing address and of its home, upper case. */
  readonly countries: readonly string[];
  /** Of the billing address; null where it has none. */
  readonly city: string | null;
}

export interface Thresholds {
  readonly threshold: number;
  readonly thresholdWithCountry: number;
}

/** Of likeness by groups of three letters, below which nothing is looked at more closely; the index is asked with it. */
const alikeFrom = 0.45;
const candidatesPerParty = 60;
const matchesKept = 25;
const namesKept = 60;

interface Candidate {
  readonly party: number;
  readonly entry_id: string;
  readonly name: string;
  readonly kind: ListedNameKind;
}

export interface MatchSearch {
  readonly thresholds: Thresholds;
  /** By list, the number of the version in force. */
  readonly versions: Readonly<Record<string, number>>;
  /** Only what this version has brought. */
  readonly sinceId?: string | null;
}

/** What the lists have like each of the parties, the most alike first. The same name is always found. */
export async function findMatches(
  { em }: Pick<Context, "em">,
  parties: readonly Party[],
  { thresholds, versions, sinceId = null }: MatchSearch,
): Promise<FoundMatch[][]> {
  const plain = parties.map(({ name }) => normalised(name));
  const candidates = await em.execute<Candidate[]>(
    "select party, entry_id, name, kind from names_like(?::text[], ?::text[], ?::uuid, ?, ?)",
    [
      arrayText(plain.map(({ key }) => key)),
      arrayText(plain.map(({ words }) => words.join(" "))),
      sinceId,
      alikeFrom,
      candidatesPerParty,
    ],
  );
  const best = new Map<string, Candidate & { readonly score: number; readonly words: readonly MatchedWord[] }>();
  for (const candidate of candidates) {
    const { score, words } = nameScore(plain[candidate.party - 1]!, normalised(candidate.name)); // as many as were asked
    // A weak alias is one of few letters: what is merely like it is nobody.
    if (score < thresholds.thresholdWithCountry || (candidate.kind === "WEAK_ALIAS" && score < 1_000)) continue;
    const place = `${candidate.party} ${candidate.entry_id}`;
    if ((best.get(place)?.score ?? 0) < score) best.set(place, { ...candidate, score, words });
  }
  const ids = [...new Set([...best.values()].map(({ entry_id: id }) => id))];
  const entries = new Map(
    (await em.find(ListEntryEntity, { id: { $in: ids } }, { disableIdentityMap: true })).map((entry) => [
      entry.id,
      entry,
    ]),
  );
  const found = parties.map((): FoundMatch[] => []);
  for (const { party, entry_id: id, name, kind, score, words } of best.values()) {
    const entry = entries.get(id);
    const whom = parties[party - 1]!;
    if (entry === undefined) continue;
    const isSameCountry = countriesAlike(whom, entry.addresses);
    if (score < thresholds.threshold && isSameCountry !== true) continue;
    found[party - 1]!.push({
      list: entry.list,
      listVersion: versions[entry.list] ?? 0,
      reference: entry.reference,
      contentHash: entry.contentHash,
      score,
      matchedName: name,
      nameKind: kind,
      words,
      isSameCountry,
      isSameCity: isSameCity(whom, entry.addresses),
      kind: entry.kind,
      source: entry.source,
      names: entry.names.slice(0, namesKept).map((each) => ({ name: each.name, kind: each.kind })),
      addresses: entry.addresses.slice(0, namesKept),
      remarks: entry.remarks.slice(0, 2_000),
    });
  }
  return found.map((matches) => matches.toSorted(byLikeness).slice(0, matchesKept));
}

function byLikeness(one: FoundMatch, other: FoundMatch): number {
  return (
    other.score - one.score ||
    Number(other.isSameCountry === true) - Number(one.isSameCountry === true) ||
    (`${one.list} ${one.reference}` < `${other.list} ${other.reference}` ? -1 : 1)
  );
}

function countriesAlike({ countries }: Party, addresses: readonly ListedAddress[]): boolean | null {
  const listed = addresses.flatMap(({ country }) => (country === null ? [] : [country]));
  return listed.length === 0 ? null : listed.some((country) => countries.includes(country));
}

function isSameCity({ city }: Party, addresses: readonly ListedAddress[]): boolean {
  if (city === null) return false;
  const words = normalised(city).key;
  const listed = addresses.map(({ text }) => ` ${normalised(text).words.join(" ")} `);
  return words !== "" && listed.some((text) => words.split(" ").every((word) => text.includes(` ${word} `)));
}
