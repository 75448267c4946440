import { compareDates, daysBetween } from "./billing-period.ts";
import { chargeMicros, formulaOf, nextDue, type ChargeFormula, type Recurrence } from "./charge.ts";

/** What recurs, by the price of a period of so many months. */
export interface RecurringPrice {
  readonly micros: bigint;
  readonly intervalMonths: number;
}

/** By what a month of it comes to. */
export function isCheaper(wanted: RecurringPrice, current: RecurringPrice): boolean {
  return wanted.micros * BigInt(current.intervalMonths) < current.micros * BigInt(wanted.intervalMonths);
}

/** An amount that was charged, with the days that it pays for: up to `until`, which it does not. */
export interface PaidPeriod {
  readonly from: string;
  readonly until: string;
  readonly micros: bigint;
  readonly rule: string;
  readonly source: string | null;
}

export interface GivenBack<P extends PaidPeriod = PaidPeriod> {
  readonly of: P;
  readonly from: string;
  readonly until: string;
  /** Of a negative price. */
  readonly formula: ChargeFormula;
}

/** What is given back of it when it is not used from a day on: by its days, rounded once. Null when nothing is left. */
export function givenBackOf<P extends PaidPeriod>(paid: P, day: string): GivenBack<P> | null {
  const { from, until, micros, rule, source } = paid;
  const first = laterOf(from, day);
  if (micros === 0n || compareDates(first, until) >= 0) return null;
  const days = { days: daysBetween(first, until), ofDays: daysBetween(from, until) };
  return { of: paid, from: first, until, formula: formulaOf({ priceMicros: -micros, rule, source }, days) };
}

/** What the days from `recurrence.nextFrom` to a day come to at a price, by the days of each period. */
export function costUntil(recurrence: Recurrence, price: bigint, until: string): bigint {
  const bounded = recurrence.endsOn === null || compareDates(until, recurrence.endsOn) < 0 ? until : recurrence.endsOn;
  let sum = 0n;
  let next = nextDue({ ...recurrence, endsOn: bounded });
  while (next !== null) {
    sum += chargeMicros(formulaOf({ priceMicros: price, rule: "", source: null }, next));
    next = nextDue({ ...recurrence, endsOn: bounded, nextFrom: next.until });
  }
  return sum;
}

export interface PriceChange<P extends PaidPeriod> {
  /** The first day that counts by the new price. */
  readonly from: string;
  readonly givenBack: readonly GivenBack<P>[];
}

/**
 * From when on one sale's new price counts: at once, when the days that are paid for come to no less by it, and these are given back;
 * otherwise from the first day that is not paid for. So nobody who pays is owed anything by changing.
 */
export function priceChangeOn<P extends PaidPeriod>(
  day: string,
  paid: readonly P[],
  wanted: { readonly recurrence: Recurrence; readonly micros: bigint },
): PriceChange<P> {
  const givenBack = paid.flatMap((period) => givenBackOf(period, day) ?? []);
  if (givenBack.length === 0) return { from: day, givenBack };
  const paidUntil = givenBack.map(({ until }) => until).reduce(laterOf);
  const owed = -givenBack.reduce((sum, { formula }) => sum + chargeMicros(formula), 0n);
  const asked = costUntil({ ...wanted.recurrence, nextFrom: day }, wanted.micros, paidUntil);
  return asked >= owed ? { from: day, givenBack } : { from: paidUntil, givenBack: [] };
}

export function laterOf(a: string, b: string): string {
  return compareDates(a, b) < 0 ? b : a;
}
