import { divideHalfUp } from "./money.ts";

/**
 * An exact price of a minute in trillionths of its currency's unit, so that 12 places are whole numbers. It becomes money in one
 * multiplication and one rounding (shared/call-price.ts).
 */
export type Rate = bigint;

const places = 12;
/** More than 9.2 million a minute is kept nowhere: a column of 64 bits ends there. */
export const keptRateMax: Rate = 2n ** 63n - 1n;
/** A derived rate is rounded to this many places, once, where a tier's markup makes it. */
const derivedPlaces = 10;
const derivedStep = 10n ** BigInt(places - derivedPlaces);
/** Six digits before the point: a million a minute leaves room to compound through many tiers (`keptRateMax`). */
const ratePattern = /^(\d{1,6})(?:\.(\d{1,12}))?$/;

export const decimalMarks = [".", ","] as const;
export type DecimalMark = (typeof decimalMarks)[number];

/** Null unless `text` is a plain decimal with this mark: at most 6 digits before it and 12 behind, never negative. */
export function parseRate(text: string, mark: DecimalMark = "."): Rate | null {
  if (mark === "," && text.includes(".")) return null;
  const match = ratePattern.exec(mark === "," ? text.replace(",", ".") : text);
  if (match === null) return null;
  const [, units = "", decimals = ""] = match;
  return BigInt(units + decimals.padEnd(places, "0"));
}

/** The exact rate as a decimal without superfluous zeros: `0.019`, `12`. */
export function formatRate(rate: Rate): string {
  const digits = String(rate < 0n ? -rate : rate).padStart(places + 1, "0");
  const decimals = digits.slice(-places).replace(/0+$/, "");
  const sign = rate < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -places)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** What a seller puts on what it pays: `(cost + fixed) × (1 + percent/100)`, in this order. */
export interface Markup {
  /** A minute. */
  readonly fixed: Rate;
  /** In ten-thousandths of a per cent: 20 % is 200,000. */
  readonly percent: bigint;
}

export const noMarkup: Markup = { fixed: 0n, percent: 0n };

const percentPlaces = 4;
const wholePercent = 100n * 10n ** BigInt(percentPlaces);
const percentPattern = /^(\d{1,4})(?:\.(\d{1,4}))?$/;

/** Null unless `text` is a plain decimal from 0 on: at most 4 digits before the point and 4 behind. */
export function parsePercent(text: string): bigint | null {
  const match = percentPattern.exec(text);
  if (match === null) return null;
  const [, units = "", decimals = ""] = match;
  return BigInt(units + decimals.padEnd(percentPlaces, "0"));
}

export function formatPercent(percent: bigint): string {
  const digits = String(percent).padStart(percentPlaces + 1, "0");
  const decimals = digits.slice(-percentPlaces).replace(/0+$/, "");
  return `${digits.slice(0, -percentPlaces)}${decimals === "" ? "" : `.${decimals}`}`;
}

/** How much of the seller's currency one unit of what it pays in is worth, where they are the same. */
export const noExchange: Rate = 10n ** BigInt(places);

/** A tier's selling rate out of what it pays, exchanged before the markup: rounded half-up at 10 places, once. */
export function markUp(cost: Rate, { fixed, percent }: Markup, exchange: Rate = noExchange): Rate {
  if (cost === 0n && fixed === 0n) return 0n;
  if (exchange === noExchange)
    return divideHalfUp((cost + fixed) * (wholePercent + percent), wholePercent * derivedStep) * derivedStep;
  const base = cost * exchange + fixed * noExchange;
  return divideHalfUp(base * (wholePercent + percent), wholePercent * noExchange * derivedStep) * derivedStep;
}

/** What is charged for a call's connecting takes the markup's percentage, not its amount a minute. */
export function markUpOnce(fee: Rate, { percent }: Markup, exchange: Rate = noExchange): Rate {
  return markUp(fee, { fixed: 0n, percent }, exchange);
}
