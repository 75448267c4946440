import { groupIccid, maskIccid, type ParsedIdentifier, parseIccid } from "./iccid.ts";
import type { IdentifierKind } from "./kinds.ts";
import { formatPhoneNumber, parsePhoneNumber } from "./phone-number.ts";

export interface IdentifierRules {
  readonly checksLuhn?: boolean;
  /** ISO 3166: where a phone number without a country code belongs. */
  readonly country?: string;
}

const serialPattern = /^[A-Z0-9][A-Z0-9._/-]{1,63}$/;
const macPattern = /^[0-9A-F]{12}$/;

/** The one spelling under which an item is stored, found and unique. */
export function normalizeIdentifier(kind: IdentifierKind, text: string, rules: IdentifierRules = {}): ParsedIdentifier {
  switch (kind) {
    case "ICCID":
      return parseIccid(text, { checksLuhn: rules.checksLuhn ?? false });
    case "PHONE_NUMBER":
      return parseInventoryNumber(text, rules.country);
    case "SERIAL":
      return parseSerial(text);
    case "MAC":
      return parseMac(text);
  }
}

/** What a list may show of it: only a SIM's number is worth hiding. */
export function maskIdentifier(kind: IdentifierKind, value: string): string {
  return kind === "ICCID" ? maskIccid(value) : formatIdentifier(kind, value);
}

export function formatIdentifier(kind: IdentifierKind, value: string): string {
  if (kind === "ICCID") return groupIccid(value);
  return kind === "PHONE_NUMBER" ? formatPhoneNumber(value) : value;
}

function parseInventoryNumber(text: string, country?: string): ParsedIdentifier {
  const parsed = parsePhoneNumber(text, country);
  if (parsed === null) return { ok: false, message: { key: "identifier.phone" } };
  if (parsed.isValid) return { ok: true, value: parsed.e164 };
  return { ok: true, value: parsed.e164, warning: { key: "identifier.unknownNumber" } };
}

function parseSerial(text: string): ParsedIdentifier {
  const value = text.trim().toUpperCase();
  if (serialPattern.test(value)) return { ok: true, value };
  return { ok: false, message: { key: "identifier.serial" } };
}

function parseMac(text: string): ParsedIdentifier {
  const digits = text.trim().toUpperCase().replace(/[:.-]/g, "");
  if (!macPattern.test(digits)) return { ok: false, message: { key: "identifier.mac" } };
  return { ok: true, value: digits.replace(/(..)(?=.)/g, "$1:") };
}
