import type { CustomerKind } from "./kinds.ts";

export interface TaxNumberRule {
  /** What it is called where it is given out. */
  readonly label: string;
  /** Whether a new customer has to tell it. */
  readonly isRequired: boolean;
  readonly example: string;
  /** As it is stored, or null where it cannot be one. */
  parse(text: string): string | null;
}

const vatLabels: Readonly<Record<string, string>> = {
  AT: "UID",
  BE: "TVA / BTW",
  BG: "VAT",
  CY: "VAT",
  CZ: "DIČ",
  DE: "USt-IdNr.",
  DK: "CVR",
  EE: "KMKR",
  ES: "NIF",
  FI: "ALV",
  FR: "TVA",
  GB: "VAT",
  GR: "VAT",
  HR: "PDV",
  HU: "ÁFA",
  IE: "VAT",
  IT: "P. IVA",
  LT: "PVM",
  LU: "TVA",
  LV: "PVN",
  MT: "VAT",
  NL: "Btw",
  PL: "NIP",
  PT: "NIF",
  RO: "TVA",
  SE: "Moms",
  SI: "DDV",
  SK: "IČ DPH",
};

/** The number under which taxes are paid by such a customer there; null where none is asked for. */
export function taxNumberRule(country: string, kind: CustomerKind): TaxNumberRule | null {
  if (country === "BR") {
    return kind === "INDIVIDUAL"
      ? { label: "CPF", isRequired: true, example: "529.982.247-25", parse: parseCpf }
      : { label: "CNPJ", isRequired: true, example: "12.ABC.345/01DE-35", parse: parseCnpj };
  }
  if (kind !== "BUSINESS" || !Object.hasOwn(vatLabels, country)) return null;
  return { label: vatLabels[country]!, isRequired: false, example: `${country}123456789`, parse: parseVat };
}

/** With its marks, as people there write it. */
export function formatTaxNumber(country: string, stored: string): string {
  if (country !== "BR") return stored;
  if (/^\d{11}$/.test(stored)) return stored.replace(/(...)(...)(...)(..)/, "$1.$2.$3-$4");
  if (stored.length === 14) return stored.replace(/(..)(...)(...)(....)(..)/, "$1.$2.$3/$4-$5");
  return stored;
}

/** For where it only has to be told from others: its beginning and its end. */
export function maskTaxNumber(stored: string): string {
  return stored.length < 8 ? "…" : `${stored.slice(0, 3)}…${stored.slice(-2)}`;
}

/** Eleven digits, the last two of which follow from the others; eleven alike are none, though they would fit. */
export function parseCpf(text: string): string | null {
  const digits = bare(text);
  if (!/^\d{11}$/.test(digits) || /^(.)\1*$/.test(digits)) return null;
  return digits === withCpfCheck(digits.slice(0, 9)) ? digits : null;
}

/** Twelve letters or digits and two check digits; a character counts as its place in ASCII after the digit 0. */
export function parseCnpj(text: string): string | null {
  const signs = bare(text);
  if (!/^[0-9A-Z]{12}\d{2}$/.test(signs) || /^(.)\1*$/.test(signs)) return null;
  return signs === withCnpjCheck(signs.slice(0, 12)) ? signs : null;
}

/** Nine digits with the two that follow from them. */
export function withCpfCheck(base: string): string {
  return withCheck(base, Number.POSITIVE_INFINITY);
}

/** Twelve letters or digits with the two digits that follow from them. */
export function withCnpjCheck(base: string): string {
  return withCheck(base, 9);
}

function parseVat(text: string): string | null {
  const signs = bare(text);
  return /^(?=.*\d)[0-9A-Z]{6,16}$/.test(signs) ? signs : null;
}

function bare(text: string): string {
  return text.replaceAll(/[\s./-]/g, "").toUpperCase();
}

// Weights count from 2 up, from the right, and begin anew after the highest.
function withCheck(base: string, highestWeight: number): string {
  const once = base + checkDigit(base, highestWeight);
  return once + checkDigit(once, highestWeight);
}

function checkDigit(signs: string, highestWeight: number): string {
  const weights = highestWeight - 1;
  const sum = [...signs]
    .toReversed()
    .reduce(
      (total, sign, at) => total + (sign.charCodeAt(0) - 48) * (2 + (weights < signs.length ? at % weights : at)),
      0,
    );
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}
