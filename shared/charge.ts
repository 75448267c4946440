import { addDays, compareDates, daysBetween, periodStart } from "./billing-period.ts";
import { divideHalfUp } from "./money.ts";

/** What is charged for. */
export const chargeSubjects = ["SERVICE", "ADDON", "DID", "ALLOWANCE", "RATE_PLAN", "HOSTNAME"] as const;
export type ChargeSubject = (typeof chargeSubjects)[number];

export const chargeKinds = ["SETUP", "RECURRING", "ONE_OFF"] as const;
export type ChargeKind = (typeof chargeKinds)[number];

/** Paid at the beginning of each period, or at its end. */
export const chargeTimings = ["ADVANCE", "ARREARS"] as const;
export type ChargeTiming = (typeof chargeTimings)[number];

/** U22: what becomes of the periods in which what is charged for is suspended. */
export const suspensionPolicies = ["STOP_BILLING", "BILL_WHILE_SUSPENDED"] as const;
export type SuspensionPolicy = (typeof suspensionPolicies)[number];

/** PAUSED: what it is for is suspended; HELD: waits for a person; STOPPED: nothing more comes. */
export const recurringStates = ["ACTIVE", "PAUSED", "HELD", "STOPPED"] as const;
export type RecurringState = (typeof recurringStates)[number];

/** What becomes of what waits: it is charged now, or never. */
export const waitingDecisions = ["CHARGE", "WAIVE"] as const;
export type WaitingDecision = (typeof waitingDecisions)[number];

/** After an outage so many missed periods are charged by themselves; what is more waits for a person (D8). */
export const missedPeriodsMax = 3;

/** How far ahead the first period may begin (D8). */
export const monthsAheadMax = 36;

/** How an amount came to be: a price, or so many days of a period's. */
export interface ChargeFormula {
  readonly priceMicros: string;
  /** Both null where the price is charged whole. */
  readonly days: number | null;
  readonly ofDays: number | null;
  /** By which rule the price was set, and the version it comes from. */
  readonly rule: string;
  readonly source: string | null;
}

/** Multiplied and rounded once, half away from zero, to millionths (X8). */
export function chargeMicros({ priceMicros, days, ofDays }: ChargeFormula): bigint {
  const price = BigInt(priceMicros);
  return days === null || ofDays === null ? price : divideHalfUp(price * BigInt(days), BigInt(ofDays));
}

/** What is charged again and again: periods are counted from the anchor, whatever was charged so far. */
export interface Recurrence {
  readonly anchor: string;
  readonly intervalMonths: number;
  readonly timing: ChargeTiming;
  /** The first day that was not charged yet. */
  readonly nextFrom: string;
  /** The first day that is not charged any more; null: there is none yet. */
  readonly endsOn: string | null;
}

export interface DuePeriod {
  readonly from: string;
  /** The first day after it. */
  readonly until: string;
  /** Days of it, and of the whole period that it lies in. */
  readonly days: number;
  readonly ofDays: number;
  /** On which day it is charged. */
  readonly dueOn: string;
}

/** What is charged next; null when it has come to its end. */
export function nextDue({ anchor, intervalMonths, timing, nextFrom, endsOn }: Recurrence): DuePeriod | null {
  if (endsOn !== null && compareDates(nextFrom, endsOn) >= 0) return null;
  const period = periodAround(anchor, intervalMonths, nextFrom);
  const until = endsOn !== null && compareDates(endsOn, period.until) < 0 ? endsOn : period.until;
  return {
    from: nextFrom,
    until,
    days: daysBetween(nextFrom, until),
    ofDays: daysBetween(period.from, period.until),
    dueOn: timing === "ADVANCE" ? nextFrom : until,
  };
}

export interface Catchup {
  readonly periods: readonly DuePeriod[];
  /** What is due after them; null at the end. */
  readonly next: DuePeriod | null;
  /** More is due than may be charged without a person. */
  readonly isHeld: boolean;
}

/** What is due by a day, the oldest first, at most so much of it. */
export function dueUntil(recurrence: Recurrence, today: string, most = missedPeriodsMax): Catchup {
  const periods: DuePeriod[] = [];
  let next = nextDue(recurrence);
  while (next !== null && compareDates(next.dueOn, today) <= 0) {
    if (periods.length === most) return { periods, next, isHeld: true };
    periods.push(next);
    next = nextDue({ ...recurrence, nextFrom: next.until });
  }
  return { periods, next, isHeld: false };
}

/** The period of `months` from the anchor, forward or back, in which a day lies. */
export function periodAround(anchor: string, months: number, day: string): { from: string; until: string } {
  const monthsApart =
    (Number(day.slice(0, 4)) - Number(anchor.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(anchor.slice(5, 7));
  let n = Math.floor(monthsApart / months);
  if (compareDates(periodStart(anchor, n, months), day) > 0) n -= 1;
  return { from: periodStart(anchor, n, months), until: periodStart(anchor, n + 1, months) };
}

/** A price for some days of a period; whole where it is all of them. */
export function formulaOf(
  price: { readonly priceMicros: bigint; readonly rule: string; readonly source: string | null },
  period: Pick<DuePeriod, "days" | "ofDays"> | null,
): ChargeFormula {
  const isWhole = period === null || period.days === period.ofDays;
  return {
    priceMicros: String(price.priceMicros),
    days: isWhole ? null : period.days,
    ofDays: isWhole ? null : period.ofDays,
    rule: price.rule,
    source: price.source,
  };
}

/** The last day of a period, as people say it. */
export function lastDayOf({ until }: Pick<DuePeriod, "until">): string {
  return addDays(until, -1);
}
