import { phoneSearchForms } from "@tierline/shared/phone-number.ts";
import { fold } from "./fold.ts";

/**
 * What a customer is found by, each with its kind before a colon: `n:` a word of the name, `e:` the e-mail, `p:` phone digits
 * with the country code, `q:` without it, `r:` from the end. A look-up is then one range of an index.
 */
export function tokensOf(customer: Searchable): string[] {
  const tokens = new Set<string>();
  for (const word of nameWords(customer.name)) tokens.add(`n:${word}`);
  if (customer.email !== null) tokens.add(`e:${emailToken(customer.email)}`);
  if (customer.phone !== null) for (const token of phoneTokens(customer.phone, customer.homeCountry)) tokens.add(token);
  return [...tokens];
}

export interface Searchable {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly homeCountry: string;
}

/** A name of the longest allowed length made of single letters must not become hundreds of rows. */
const wordsMax = 12;
/** An index entry has to fit a page; nobody types more of a word. */
const wordLengthMax = 64;

/** `Jean-Luc O'Brien` → jean, luc, jeanluc, o, brien, obrien. */
export function nameWords(name: string): string[] {
  const words = new Set<string>();
  for (const chunk of fold(name).split(/\s+/u)) {
    const parts = chunk.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const part of parts) words.add(part);
    if (parts.length > 1) words.add(parts.join(""));
  }
  return [...words].slice(0, wordsMax).map(cut);
}

export function emailToken(email: string): string {
  return email.toLowerCase();
}

export function phoneTokens(phone: string, country: string): string[] {
  const forms = phoneSearchForms(phone, country);
  // Of each pair with and without the leading zero, the one without it; the other is found by leaving out the query's zero.
  const [national] = forms.filter((form) => forms.includes(`0${form}`)).toSorted((a, b) => a.length - b.length);
  if (national === undefined) return [];
  const others = forms.filter((form) => form !== national && form !== `0${national}`);
  const ends = [national, ...others].filter(
    (form, _, all) => !all.some((longer) => longer !== form && longer.endsWith(form)),
  );
  return [`q:${national}`, ...others.map((form) => `p:${form}`), ...ends.map((form) => `r:${reversed(form)}`)];
}

export function reversed(digits: string): string {
  return [...digits].reverse().join("");
}

function cut(word: string): string {
  return [...word].slice(0, wordLengthMax).join("");
}
