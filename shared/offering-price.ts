import { divideHalfUp, money, type Money } from "./money.ts";
import { noExchange, type Rate } from "./rate.ts";

/** Amounts by kind; null where the offering has none of the kind. All in one currency. */
export interface OfferingAmounts {
  readonly setup: Money | null;
  readonly recurring: Money | null;
  readonly oneOff: Money | null;
}

export const amountKeys = ["setup", "recurring", "oneOff"] as const satisfies readonly (keyof OfferingAmounts)[];

/** How the amounts that a seller asks came to be: its own, by the formula, or what customers pay it. */
export const offeringPriceRules = ["OWN_PRICE", "MARKUP", "RETAIL"] as const;
export type OfferingPriceRule = (typeof offeringPriceRules)[number];

/** What a seller puts on what it pays: `(cost + fixed) × (1 + percent/100)`, in this order. */
export interface AmountMarkup {
  /** Millionths of the seller's currency, on what recurs and on what is paid once. */
  readonly fixedMicros: bigint;
  /** In ten-thousandths of a per cent: 20 % is 200,000. */
  readonly percent: bigint;
}

/** How a seller prices offerings for those who buy from it. */
export interface OfferingPricing {
  readonly markup: AmountMarkup;
  /** How much of the seller's currency one unit of what it pays in is worth; null where it is the same. */
  readonly exchangeRate: Rate | null;
}

export interface AskedAmounts {
  readonly amounts: OfferingAmounts;
  readonly rule: "OWN_PRICE" | "MARKUP";
}

const wholePercent = 1_000_000n;

/** Exchanged before the markup and rounded once, half away from zero, to millionths. */
export function markUpAmount(
  micros: bigint,
  { fixedMicros, percent }: AmountMarkup,
  exchange: Rate = noExchange,
): bigint {
  const base = micros * exchange + fixedMicros * noExchange;
  return divideHalfUp(base * (wholePercent + percent), wholePercent * noExchange);
}

/** What somebody pays, in the currency in which they sell; null where no exchange rate says what that is. */
export function exchanged(paid: OfferingAmounts, exchangeRate: Rate | null, currency: string): OfferingAmounts | null {
  const paidIn = amountKeys.map((key) => paid[key]?.currency).find((each) => each !== undefined);
  if (paidIn === undefined || paidIn === currency) return paid;
  if (exchangeRate === null) return null;
  return mapAmounts(paid, ({ micros }) => money(divideHalfUp(micros * exchangeRate, noExchange), currency));
}

/**
 * What a seller asks for an offering that it pays so much for. An own price replaces the formula as a whole, and nothing is put on it
 * (as V7 says of calls); a setup fee takes the percentage and not the fixed amount. Null where there is nothing to reckon with.
 */
export function askedAmounts(
  paid: OfferingAmounts | null,
  own: OfferingAmounts | null,
  { markup, exchangeRate }: OfferingPricing,
  currency: string,
): AskedAmounts | null {
  if (own !== null) return { amounts: own, rule: "OWN_PRICE" };
  if (paid === null) return null;
  const paidIn = amountKeys.map((key) => paid[key]?.currency).find((each) => each !== undefined);
  if (paidIn === undefined || (exchangeRate === null && paidIn !== currency)) return null;
  const exchange = paidIn === currency ? noExchange : (exchangeRate ?? noExchange);
  const marked = (amount: Money | null, put: AmountMarkup) =>
    amount === null ? null : money(markUpAmount(amount.micros, put, exchange), currency);
  const amounts = {
    setup: marked(paid.setup, { ...markup, fixedMicros: 0n }),
    recurring: marked(paid.recurring, markup),
    oneOff: marked(paid.oneOff, markup),
  };
  return { amounts, rule: "MARKUP" };
}

/**
 * Of what is asked, what is less than what is paid for it (BX4). A setup fee may be given away: what an offering earns is looked for
 * in what recurs or is paid once, and a fee below its cost is shown as what it is.
 */
export function belowCost(asked: OfferingAmounts, paid: OfferingAmounts): ("recurring" | "oneOff")[] {
  return (["recurring", "oneOff"] as const).filter((key) => {
    const [price, cost] = [asked[key], paid[key]];
    return price !== null && cost !== null && price.currency === cost.currency && price.micros < cost.micros;
  });
}

function mapAmounts(amounts: OfferingAmounts, change: (amount: Money) => Money): OfferingAmounts {
  const changed = (amount: Money | null) => (amount === null ? null : change(amount));
  return {
    setup: changed(amounts.setup),
    recurring: changed(amounts.recurring),
    oneOff: changed(amounts.oneOff),
  };
}
