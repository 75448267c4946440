import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

export interface ParsedPhoneNumber {
  /** E.164, e.g. `+447700900123`. */
  readonly e164: string;
  /** As one dials it in its country, e.g. `07700 900123`. */
  readonly national: string;
  /** Whether the numbering plan knows it. Ranges for fiction and new ones are possible without being valid: warn, don't refuse. */
  readonly isValid: boolean;
}

/** Fewer digits than this find nothing: they would find everything. */
export const phoneQueryDigitsMin = 3;
const phoneTextLengthMax = 40;
const phoneCharacters = /^[+\d\s().\-/]+$/;

/**
 * Reads a number in any common spelling; `country` (ISO 3166) is where one without a country code belongs.
 * Null when no such number is possible there, or when it carries an extension.
 */
export function parsePhoneNumber(text: string, country?: string): ParsedPhoneNumber | null {
  const parsed = parse(text, country);
  if (parsed === null || !parsed.isPossible() || parsed.ext !== undefined) return null;
  return { e164: parsed.number, national: parsed.formatNational(), isValid: parsed.isValid() };
}

/** `+447700900123` → `+44 7700 900123`. What is no number comes back as it is. */
export function formatPhoneNumber(e164: string): string {
  return parse(e164)?.formatInternational() ?? e164;
}

/** Of a number as it is dialled: with a leading zero within that country (ISO 3166), else from the country code on. */
export function dialledDigits(text: string, country: string): string | null {
  const bare = text.trim().replaceAll(/[\s().\-/]/g, "");
  const isNational = bare.startsWith("0") && !bare.startsWith("00");
  const asked = isNational ? bare : `+${bare.replace(/^\+|^00/, "")}`;
  return parsePhoneNumber(asked, country)?.e164.slice(1) ?? null;
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/**
 * All the ways in which a phone's digits may begin: as typed, with the country code, without it, with a leading zero. A query is
 * found when one of these begins with its digits; for finding from the end any of them will do.
 */
export function phoneSearchForms(text: string, country?: string): string[] {
  const typed = digitsOf(text);
  const parsed = parse(text, country);
  const national = parsed?.nationalNumber ?? typed.replace(/^0+/, "");
  const international = parsed === null ? typed : parsed.countryCallingCode + national;
  const forms = [typed, international, national, `0${national}`];
  return national === "" ? [] : [...new Set(forms)];
}

/** The digits to look for when `query` may be meant as a phone number, else null: too short, or more than a number. */
export function phoneQueryOf(query: string): string | null {
  if (!phoneCharacters.test(query)) return null;
  const digits = digitsOf(query.replace("(0)", "")).replace(/^00/, "");
  return digits.length >= phoneQueryDigitsMin ? digits : null;
}

/** O11: a phone is found by its digits from the beginning, with or without country code, leading zero or `+`, or from the end. */
export function phoneMatches(query: string, phoneText: string, country?: string): boolean {
  const digits = phoneQueryOf(query);
  if (digits === null) return false;
  return phoneSearchForms(phoneText, country).some((form) => form.startsWith(digits) || form.endsWith(digits));
}

function parse(text: string, country?: string) {
  if (text.length > phoneTextLengthMax) return null;
  const hasCountry = country !== undefined && isSupportedCountry(country);
  return parsePhoneNumberFromString(text, { extract: false, ...(hasCountry && { defaultCountry: country }) }) ?? null;
}
