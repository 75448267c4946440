import { divideHalfUp, minorDigits } from "./money.ts";

/** USAGE: all calls of the time together; TAKEN_BACK: what was charged and is not asked for any more; CREDITED: a credit note. */
export const invoiceLineKinds = ["CHARGE", "USAGE", "TAKEN_BACK", "CREDITED"] as const;
export type InvoiceLineKind = (typeof invoiceLineKinds)[number];

/** How many days there are to pay, where the account says nothing of the day. */
export const daysToPay = 14;

/** What an invoice asks for: no smaller part than the currency has coins of (X8). */
export function toMinor(micros: bigint, currency: string): bigint {
  const unit = 10n ** BigInt(6 - minorDigits(currency));
  return divideHalfUp(micros, unit) * unit;
}

export interface InvoiceTotals {
  readonly previousMicros: bigint;
  /** What came in. */
  readonly paidMicros: bigint;
  /** What is asked for, each line rounded once. */
  readonly chargedMicros: bigint;
  readonly newMicros: bigint;
  /** What the lines come to beyond their exact amounts: it is posted, so that the balance is what the invoice says. */
  readonly roundingMicros: bigint;
}

/** U29: what was there, what came, what is asked for, and what is there now; less than nothing is owed (U8). */
export function totalsOf(
  previousMicros: bigint,
  paidMicros: bigint,
  exactLines: readonly bigint[],
  currency: string,
): InvoiceTotals {
  const chargedMicros = exactLines.reduce((sum, micros) => sum + toMinor(micros, currency), 0n);
  const exactMicros = exactLines.reduce((sum, micros) => sum + micros, 0n);
  return {
    previousMicros,
    paidMicros,
    chargedMicros,
    newMicros: previousMicros + paidMicros - chargedMicros,
    roundingMicros: chargedMicros - exactMicros,
  };
}
