import { formatRate } from "./rate.ts";

/** Figures as decimals, and the percentage in ten-thousandths of a per cent. */
export interface MarkupFigures {
  readonly buys: string;
  readonly fixed: string;
  readonly percent: bigint;
  readonly sells: string;
  /** Null where it is bought and sold in one currency. */
  readonly exchangeRate: string | null;
}

const wholePercent = 1_000_000n;
/** A factor is written as a rate is: 12 places are one. */
const rateOfPercent = 10n ** 6n;

/** How a price came to be, for who wants to reckon it again: `(0.01 + 0) × 1.2 = 0.012`. */
export function markupFormula({ buys, fixed, percent, sells, exchangeRate }: MarkupFigures): string {
  const bought = exchangeRate === null ? buys : `${buys} × ${exchangeRate}`;
  return `(${bought} + ${fixed}) × ${formatRate((percent + wholePercent) * rateOfPercent)} = ${sells}`;
}
