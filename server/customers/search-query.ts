import { phoneQueryDigitsMin, phoneQueryOf } from "@tierline/shared/phone-number.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { fold } from "./fold.ts";
import { emailToken, reversed } from "./tokens.ts";

/** Tokens that begin with something: `from <= token and token < to`. */
export interface TokenRange {
  readonly from: string;
  readonly to: string;
}

/** One thing that must be true of a customer: its number is this, or one of its tokens lies in one of the ranges. */
export interface Term {
  readonly number: number | null;
  /** Best match first. */
  readonly ranges: readonly TokenRange[];
  /** How much was typed: of several terms, the longest leaves the fewest to look at. */
  readonly length: number;
  /** The folded word, where it may be one of a name: what a suggestion of another spelling starts from. */
  readonly word: string | null;
}

export interface CustomerQuery {
  /** The API's id was pasted: exactly this customer. */
  readonly id: string | null;
  /** All must hold. */
  readonly terms: readonly Term[];
}

/** Nobody narrows down further than by so many words; more are not looked at. */
const termsMax = 8;
const numberMax = 2_147_483_647;

/**
 * O11: what is typed into a customer search. Digits alone are a customer's whole number or a phone from its beginning (with or
 * without country code, leading zero or +) or its end, three digits or more; other words are beginnings of words of the name or
 * of the e-mail, and all of them must be found.
 */
export function customerQueryOf(text: string): CustomerQuery {
  const trimmed = text.trim();
  const id = decodeId("cus", trimmed);
  if (id !== null) return { id, terms: [] };
  const label = /^(.*)\(ID: (\d{1,10})\)$/su.exec(trimmed);
  if (label?.[2] !== undefined) return { id: null, terms: [numberTerm(label[2])] };
  const whole = phoneOrNumber(trimmed);
  if (whole !== null) return { id: null, terms: [whole] };
  const terms = trimmed.split(/\s+/u).flatMap((chunk) => termOf(chunk) ?? []);
  return { id: null, terms: terms.slice(0, termsMax) };
}

/** Can be searched for at all: a text of punctuation alone finds nothing. */
export function isEmptyQuery({ id, terms }: CustomerQuery): boolean {
  return id === null && terms.length === 0;
}

function numberTerm(digits: string): Term {
  return { number: numberOf(digits), ranges: [], length: digits.length, word: null };
}

function numberOf(text: string): number | null {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= numberMax ? Number(text) : null;
}

/** Null when the text is more than digits and what stands between them in phone numbers. */
function phoneOrNumber(text: string): Term | null {
  if (!/^[+\d\s().\-/]*\d[+\d\s().\-/]*$/.test(text)) return null;
  return { number: numberOf(text), ranges: phoneRanges(phoneQueryOf(text)), length: text.length, word: null };
}

function phoneRanges(digits: string | null): TokenRange[] {
  if (digits === null || digits.length < phoneQueryDigitsMin) return [];
  const withoutZero = digits.startsWith("0") ? [prefix("q:", digits.slice(1))] : [];
  return [prefix("p:", digits), prefix("q:", digits), ...withoutZero, prefix("r:", reversed(digits))];
}

/** A word of a query of several, or of one with letters. Null when there is nothing in it to look for. */
function termOf(chunk: string): Term | null {
  const lower = emailToken(chunk);
  if (chunk.includes("@")) return { number: null, ranges: [prefix("e:", lower)], length: chunk.length, word: null };
  const word = (fold(chunk).match(/[\p{L}\p{N}]+/gu) ?? []).join("");
  if (word === "") return null;
  const digits = /^\d+$/.test(chunk) ? chunk : null;
  return {
    number: digits === null ? null : numberOf(digits),
    ranges: [prefix("n:", word), prefix("e:", lower), ...phoneRanges(digits)],
    length: word.length,
    word: digits === null ? word : null,
  };
}

/** Bytes of UTF-8 sort as code points do, and nothing stands behind the last one. */
function prefix(kind: string, text: string): TokenRange {
  return { from: `${kind}${text}`, to: `${kind}${text}\u{10ffff}` };
}
