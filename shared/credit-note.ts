import type { InvoiceLineKind } from "./invoice.ts";
import { minorDigits } from "./money.ts";
import { taxesOf, type LineTax, type TaxSum } from "./tax.ts";

/** A line of an invoice, and how much of it was given back by credit notes so far. */
export interface CreditableLine {
  readonly position: number;
  readonly kind: InvoiceLineKind;
  /** What is asked for it, rounded, and what it came to. */
  readonly amountMicros: bigint;
  readonly exactMicros: bigint;
  readonly creditedMicros: bigint;
  /** What went back of it in other ways. */
  readonly takenMicros: bigint;
  readonly taxes: readonly LineTax[];
}

export interface AskedCredit {
  readonly position: number;
  readonly micros: bigint;
}

export interface CreditedLine extends AskedCredit {
  /** Of what was charged; the rest of `micros` is of what the invoice rounded. */
  readonly exactMicros: bigint;
}

export interface Credit {
  readonly lines: readonly CreditedLine[];
  readonly netMicros: bigint;
  readonly taxes: readonly TaxSum[];
  /** What the buyer is given: what was asked for the lines, and the taxes beside them. */
  readonly totalMicros: bigint;
}

function coinOf(currency: string): bigint {
  return 10n ** BigInt(6 - minorDigits(currency));
}

/** How much of a line can still be given back. Calls are corrected instead, and what gives something back asks for nothing. */
export function creditableMicros(line: CreditableLine, currency: string): bigint {
  if (line.kind !== "CHARGE") return 0n;
  const coin = coinOf(currency);
  const taken = ((line.takenMicros + coin - 1n) / coin) * coin;
  const left = line.amountMicros - line.creditedMicros - taken;
  return left > 0n ? left : 0n;
}

/**
 * What a credit note comes to. Its tax is what the invoice's lines were taxed with before it, less what they are taxed with after it:
 * so any row of notes gives back the invoice's tax to the last coin, however it was rounded.
 */
export function creditOf(lines: readonly CreditableLine[], asked: readonly AskedCredit[], currency: string): Credit {
  const wanted = new Map(asked.map(({ position, micros }) => [position, micros]));
  const left = lines.map(({ amountMicros, creditedMicros, taxes }) => ({
    micros: amountMicros - creditedMicros,
    taxes,
  }));
  const kept = lines.map(({ position, taxes }, index) => ({
    micros: left[index]!.micros - (wanted.get(position) ?? 0n), // one for each line
    taxes,
  }));
  const after = taxesOf(kept, currency);
  const taxes = taxesOf(left, currency)
    .map((sum, index) => ({
      ...sum,
      baseMicros: sum.baseMicros - after[index]!.baseMicros, // the same lines have the same rates, in their order
      micros: sum.micros - after[index]!.micros,
    }))
    .filter(({ baseMicros, micros }) => baseMicros !== 0n || micros !== 0n);
  const credited = lines.flatMap((line) => {
    const micros = wanted.get(line.position);
    if (micros === undefined) return [];
    const soFar = line.creditedMicros;
    return [{ position: line.position, micros, exactMicros: exactOf(line, soFar + micros) - exactOf(line, soFar) }];
  });
  const netMicros = credited.reduce((sum, { micros }) => sum + micros, 0n);
  const added = taxes.reduce((sum, { isIncluded, micros }) => (isIncluded ? sum : sum + micros), 0n);
  return { lines: credited, netMicros, taxes, totalMicros: netMicros + added };
}

/** With the last coin of a line goes what it was rounded by. */
function exactOf({ amountMicros, exactMicros }: CreditableLine, credited: bigint): bigint {
  return credited === amountMicros ? exactMicros : credited;
}
