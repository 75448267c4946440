import type { MatchedWord } from "@tierline/shared/screening.ts";
import { editDistance } from "../customers/edit-distance.ts";
import type { NormalisedName } from "./normalised-name.ts";

export interface NameScore {
  /** Thousandths: 1000 is the same name. */
  readonly score: number;
  readonly words: readonly MatchedWord[];
}

/** Words less alike are two words. */
const alikeFrom = 0.85;
/** A name that is all within another counts for more than its share, when it is long enough to say something. */
const withinLettersMin = 8;

/** How alike two names are: by their words in whatever order, or run together. */
export function nameScore(ours: NormalisedName, listed: NormalisedName): NameScore {
  const words = pairsOf(ours.words, listed.words);
  if (ours.key === listed.key) return { score: 1_000, words };
  const letters = lettersOf(ours.words) + lettersOf(listed.words);
  const alike = words.reduce((sum, pair) => sum + (pair.likeness / 1_000) * lettersOf([pair.ours, pair.listed]), 0);
  const share = letters === 0 ? 0 : alike / letters;
  const shorter = Math.min(ours.words.length, listed.words.length);
  const isWithin =
    words.length === shorter &&
    shorter >= 2 &&
    Math.min(lettersOf(ours.words), lettersOf(listed.words)) >= withinLettersMin;
  const score = Math.max(share, isWithin ? (1 + share) / 2 : 0, runTogether(ours, listed));
  return { score: Math.min(999, Math.round(score * 1_000)), words };
}

/** Each word once, the most alike first. */
function pairsOf(ours: readonly string[], listed: readonly string[]): MatchedWord[] {
  const pairs = ours
    .flatMap((a, i) => listed.map((b, j) => ({ a, b, i, j, likeness: jaroWinkler(a, b) })))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .toSorted((one, other) => other.likeness - one.likeness);
  const taken = { ours: new Set<number>(), listed: new Set<number>() };
  const kept: MatchedWord[] = [];
  for (const { a, b, i, j, likeness } of pairs) {
    if (taken.ours.has(i) || taken.listed.has(j)) continue;
    taken.ours.add(i);
    taken.listed.add(j);
    kept.push({ ours: a, listed: b, likeness: Math.round(likeness * 1_000) });
  }
  return kept;
}

/** Blanks that are missing or too many, and slips across them. */
function runTogether(ours: NormalisedName, listed: NormalisedName): number {
  let best = 0;
  for (const [a, b] of [
    [ours.words.join(""), listed.words.join("")],
    [ours.key.replaceAll(" ", ""), listed.key.replaceAll(" ", "")],
  ] as const) {
    const longest = Math.max(a.length, b.length);
    const most = Math.floor(longest / 4);
    const distance = editDistance(a, b, most);
    if (distance <= most && longest > 0) best = Math.max(best, 1 - distance / longest);
  }
  return best;
}

function lettersOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length, 0);
}

/**
 * How alike two words are, from 0 to 1 (Jaro 1989, Winkler 1990): letters that stand near each other in both, less for those in
 * another order, more for a beginning in common.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const used = Array.from({ length: b.length }, () => false);
  const inA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    const until = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < until; j += 1) {
      if (used[j] || a[i] !== b[j]) continue;
      used[j] = true;
      inA.push(b[j]!); // j is within b
      break;
    }
  }
  if (inA.length === 0) return 0;
  const inB = [...b].filter((_, j) => used[j]);
  const moved = inA.filter((letter, index) => letter !== inB[index]).length / 2;
  const jaro = (inA.length / a.length + inA.length / b.length + (inA.length - moved) / inA.length) / 3;
  return jaro + commonBeginning(a, b) * 0.1 * (1 - jaro);
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < 4 && length < a.length && a[length] === b[length]) length += 1;
  return length;
}
