import type { IdentifierKind } from "@tierline/shared/kinds.ts";

/** The columns in which one looks, each for a beginning: what ends with a text begins with it in the reversed column. */
export type SearchColumn = "identifier" | "identifier_reversed" | "label_key" | "label_reversed";

export interface Look {
  readonly column: SearchColumn;
  readonly prefix: string;
}

/** One way in which a search can be meant: every term must be found by one of its looks. The first term is the longest. */
export type Reading = readonly (readonly Look[])[];

/** More words than these only cost time. */
const termsMax = 6;

export interface SearchGround {
  /** What the items are identified by; all kinds where that is not known. */
  readonly kinds: readonly IdentifierKind[];
  /** Calling code of the country in which a number without one is meant, e.g. "44". */
  readonly callingCode: string | null;
}

/**
 * By beginning or end of identifier or label. `+44 7700 900123` is one number written in three parts and `SIM 123` are two words,
 * so a text of several words is read both ways.
 */
export function readSearch(text: string, ground: SearchGround): Reading[] {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const whole: Reading = [looksOf(words.join(" "), ground)];
  if (words.length === 1) return [whole];
  const longestFirst = words.slice(0, termsMax).sort((a, b) => b.length - a.length);
  return [whole, longestFirst.map((word) => looksOf(word, ground))];
}

/** What someone may mean by one term, the likeliest first. */
function looksOf(term: string, { kinds, callingCode }: SearchGround): Look[] {
  const begins = new Set(kinds.flatMap((kind) => beginningsOf(kind, term, callingCode)));
  const ends = new Set(kinds.flatMap((kind) => endingsOf(kind, term)));
  const label = term.toLowerCase();
  return [
    ...[...begins].map((prefix) => ({ column: "identifier" as const, prefix })),
    ...[...ends].map((end) => ({ column: "identifier_reversed" as const, prefix: reversed(end) })),
    { column: "label_key", prefix: label },
    { column: "label_reversed", prefix: reversed(label) },
  ];
}

function beginningsOf(kind: IdentifierKind, term: string, callingCode: string | null): string[] {
  const compact = term.replace(/[\s()-]/g, "");
  switch (kind) {
    case "ICCID":
      return /^\d+$/.test(compact) ? [compact] : [];
    case "PHONE_NUMBER":
      return phoneBeginnings(compact.replace(/\(0\)/, ""), callingCode);
    case "SERIAL":
      return [term.replace(/\s/g, "").toUpperCase()];
    case "MAC":
      return macOf(term, (hex) => hex.replace(/(..)(?=.)/g, "$1:"));
  }
}

/** With `+` or `00` it is international; else it may be that without the `+`, or national with or without its zero. */
function phoneBeginnings(compact: string, callingCode: string | null): string[] {
  const match = /^(\+|00)?(\d*)$/.exec(compact);
  if (match === null) return [];
  const [, international, digits = ""] = match;
  if (international === "+") return [compact];
  if (international === "00") return [`+${digits}`];
  const national = callingCode === null ? [] : [`+${callingCode}${digits.replace(/^0/, "")}`];
  return digits.startsWith("0") ? national : [`+${digits}`, ...national];
}

function endingsOf(kind: IdentifierKind, term: string): string[] {
  const compact = term.replace(/[\s()-]/g, "");
  switch (kind) {
    case "ICCID":
    case "PHONE_NUMBER":
      return /^\d+$/.test(compact) ? [compact] : [];
    case "SERIAL":
      return [term.replace(/\s/g, "").toUpperCase()];
    case "MAC":
      return macOf(term, (hex) => reversed(reversed(hex).replace(/(..)(?=.)/g, "$1:")));
  }
}

function macOf(term: string, grouped: (hex: string) => string): string[] {
  const hex = term.replace(/[\s:.-]/g, "").toUpperCase();
  return /^[0-9A-F]+$/.test(hex) ? [grouped(hex)] : [];
}

/** By code points, so that no character falls apart. */
export function reversed(text: string): string {
  return Array.from(text).toReversed().join("");
}
