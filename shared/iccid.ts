import type { Sentence } from "./sentence.ts";
import type { SentenceKey } from "./sentences/catalogue.ts";

/** Said by the server when it refuses, and by the console before anything is sent. */
export interface IdentifierProblem extends Sentence {
  readonly key: Extract<SentenceKey, `identifier.${string}`>;
}

/** A text read as an identifier: its one stored spelling, or in words why it is none. A warning does not refuse. */
export type ParsedIdentifier =
  | { readonly ok: true; readonly value: string; readonly warning?: IdentifierProblem }
  | { readonly ok: false; readonly message: IdentifierProblem };

const iccidPattern = /^89\d{16,18}$/;
const maskedAtEachEnd = 4;

/**
 * Reads the number printed on a SIM card (ITU-T E.118: 89, then up to 20 digits in all), with spaces, dashes or the filler F that some
 * scanners append. Cards of 18 digits leave the check digit out, so they pass with a warning.
 */
export function parseIccid(text: string, { checksLuhn }: { readonly checksLuhn: boolean }): ParsedIdentifier {
  const value = text.replace(/[\s-]/g, "").replace(/f$/i, "");
  if (!iccidPattern.test(value)) return { ok: false, message: { key: "identifier.iccid" } };
  if (value.length === 18) return { ok: true, value, warning: { key: "identifier.noCheckDigit" } };
  if (checksLuhn && !hasValidLuhn(value)) return { ok: false, message: { key: "identifier.luhn" } };
  return { ok: true, value };
}

/** `8944…0001`: enough to tell cards apart, too little to copy one. */
export function maskIccid(iccid: string): string {
  const digits = iccid.replace(/\s/g, "");
  if (digits.length <= 2 * maskedAtEachEnd) return digits;
  return `${digits.slice(0, maskedAtEachEnd)}…${digits.slice(-maskedAtEachEnd)}`;
}

/** In fours, as people read it out: `8944 2000 1234 5678 0001`. */
export function groupIccid(iccid: string): string {
  return iccid.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
}

/** Whether the last digit is the check digit of those before it (ISO/IEC 7812-1, annex B). */
export function hasValidLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return digits !== "" && sum % 10 === 0;
}
