import type { Sentence } from "@tierline/shared/sentence.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";

export const quoteCheckCodes = [
  "CUSTOMER",
  "ACCOUNT",
  "PAYMENT_METHOD",
  "ELIGIBILITY",
  "INVENTORY",
  "PRICE",
  "CUSTOM_FIELDS",
  "SITE",
  "INSTALLATION",
  "SERVICE",
  "PLAYBOOK",
] as const;
export type QuoteCheckCode = (typeof quoteCheckCodes)[number];

export const quoteCheckStates = ["OK", "WARNING", "BLOCKING"] as const;
export type QuoteCheckState = (typeof quoteCheckStates)[number];

export interface Check {
  readonly code: QuoteCheckCode;
  readonly state: QuoteCheckState;
  /** One sentence for people. */
  readonly message: Sentence;
  /** The input field it is about; null when it is about none. */
  readonly path: readonly string[] | null;
  /** As what placing the order would be refused; null unless it is blocking. */
  readonly refusal: UserErrorCode | null;
  /** Of a limit that is reached: the limit and what is used. */
  readonly limit?: { readonly limit: number; readonly used: number };
}

export function fine(code: QuoteCheckCode, message: Sentence): Check {
  return { code, state: "OK", message, path: null, refusal: null };
}

export function warning(code: QuoteCheckCode, message: Sentence): Check {
  return { code, state: "WARNING", message, path: null, refusal: null };
}

export function blocking(
  code: QuoteCheckCode,
  refusal: UserErrorCode,
  message: Sentence,
  ...path: readonly string[]
): Check {
  return { code, state: "BLOCKING", message, path, refusal };
}
