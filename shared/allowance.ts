import { addMonths, compareDates, daysBetween } from "./billing-period.ts";
import { callingCodeOf, countryOfDigits } from "./call-country.ts";
import { chargeMicros } from "./charge.ts";
import { divideHalfUp, money, type Money } from "./money.ts";
import type { LineType } from "./rate-deck.ts";

/** Where a call goes, as far as included minutes are concerned. */
export const callScopes = [
  "FIXED_LOCAL",
  "FIXED_LONG_DISTANCE",
  "MOBILE_LOCAL",
  "MOBILE_LONG_DISTANCE",
  "FIXED_INTERNATIONAL",
  "MOBILE_INTERNATIONAL",
] as const;
export type CallScope = (typeof callScopes)[number];

/** Where an allowance stands with a customer: for a scope, or for the numbers that it names itself. */
export const allowanceSlots = [...callScopes, "NUMBERS"] as const;
export type AllowanceSlot = (typeof allowanceSlots)[number];

const localScopes: Partial<Record<AllowanceSlot, CallScope>> = {
  FIXED_LONG_DISTANCE: "FIXED_LOCAL",
  MOBILE_LONG_DISTANCE: "MOBILE_LOCAL",
};

/** Whose minutes a slot may draw on instead of its own: long distance on local of the same kind, and nothing else (B11, A-B4). */
export function localScopeOf(slot: AllowanceSlot): CallScope | null {
  return localScopes[slot] ?? null;
}

/** How many digits behind the country code name an area, in countries where calls within it are told from others. */
const areaDigits: Readonly<Record<string, number>> = { BR: 2, US: 3, CA: 3 };

export interface DialledCall {
  /** Digits with the country code. */
  readonly called: string;
  /** The same; null where the line has no number. */
  readonly caller: string | null;
  /** Of the customer, where the caller's number tells no country. */
  readonly homeCountry: string;
  readonly lineType: LineType | null;
}

/** Null where nobody knows whether a phone is fixed or mobile: such calls draw on what names their prefix alone. */
export function callScopeOf({ called, caller, homeCountry, lineType }: DialledCall): CallScope | null {
  if (lineType === null) return null;
  const country = countryOfDigits(called);
  const home = (caller === null ? null : countryOfDigits(caller)) ?? homeCountry;
  if (country !== home) return `${lineType}_INTERNATIONAL`;
  const digits = areaDigits[home] ?? 0;
  const code = callingCodeOf(home) ?? "";
  const areaOf = (number: string) => number.slice(code.length, code.length + digits);
  const isLocal = digits === 0 || (caller !== null && areaOf(caller) === areaOf(called));
  return `${lineType}_${isLocal ? "LOCAL" : "LONG_DISTANCE"}`;
}

/** From its first day to the day on which the next one begins, in the reseller's time zone. */
export interface Cycle {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** From which cycles are counted: in a month of 31 days, so that there is each of them. */
export function anchorOf(cycleDay: number): string {
  return `2000-01-${String(cycleDay).padStart(2, "0")}`;
}

/** The cycle that a date lies in; a day that a month does not have is its last one (BX5). `cycleDay` is 1 to 31. */
export function cycleOn(date: string, cycleDay: number): Cycle {
  const anchor = anchorOf(cycleDay);
  const [year = 0, month = 0] = date.split("-").map(Number);
  const months = (year - 2000) * 12 + month - 1;
  const inMonth = addMonths(anchor, months);
  const first = compareDates(inMonth, date) <= 0 ? months : months - 1;
  return { startsOn: addMonths(anchor, first), endsOn: addMonths(anchor, first + 1) };
}

/** What is left of a cycle from a day on, in days. */
export interface CycleShare extends Cycle {
  readonly days: number;
  readonly ofDays: number;
}

/** From a day on until the cycle ends; the whole cycle when it begins on that day (A-B8). */
export function shareOfCycle(from: string, cycleDay: number): CycleShare {
  const { startsOn, endsOn } = cycleOn(from, cycleDay);
  return { startsOn: from, endsOn, days: daysBetween(from, endsOn), ofDays: daysBetween(startsOn, endsOn) };
}

/** The fee for the days that are left of a cycle, as it is charged. */
export function feeOfShare({ micros, currency }: Money, { days, ofDays }: CycleShare): Money {
  return money(chargeMicros({ priceMicros: String(micros), days, ofDays, rule: "", source: null }), currency);
}

/** Included seconds for the days that are left of a cycle, half-up. */
export function secondsOfShare(minutes: number, { days, ofDays }: CycleShare): number {
  return Number(divideHalfUp(BigInt(minutes) * 60n * BigInt(days), BigInt(ofDays)));
}

export interface AllowanceTerms {
  /** A cycle. */
  readonly minutes: number;
  /** How much of what is left goes into the next cycle. */
  readonly rolloverMinutesMax: number;
  readonly cycleDay: number;
}

/** What there is of an allowance in one cycle. */
export interface AllowanceCount extends Cycle {
  readonly grantedSeconds: number;
  /** Came over from the cycle before. */
  readonly rolledSeconds: number;
  readonly drawnSeconds: number;
  /** Went over into the next one: what a late call cannot draw any more. */
  readonly carriedSeconds: number;
}

type Seconds = Pick<AllowanceCount, "grantedSeconds" | "rolledSeconds" | "drawnSeconds" | "carriedSeconds">;

export function leftOf({ grantedSeconds, rolledSeconds, drawnSeconds, carriedSeconds }: Seconds): number {
  return grantedSeconds + rolledSeconds - drawnSeconds - carriedSeconds;
}

/** The first count of an allowance that begins on a day. */
export function firstCount(terms: AllowanceTerms, startsOn: string): AllowanceCount {
  const share = shareOfCycle(startsOn, terms.cycleDay);
  return {
    startsOn,
    endsOn: share.endsOn,
    grantedSeconds: secondsOfShare(terms.minutes, share),
    rolledSeconds: 0,
    drawnSeconds: 0,
    carriedSeconds: 0,
  };
}

/** The count after another one, and how much it takes over. After a change of the cycle's day it is for the days until that day. */
export function nextCount(terms: AllowanceTerms, last: AllowanceCount): AllowanceCount {
  const rolledSeconds = Math.min(terms.rolloverMinutesMax * 60, leftOf(last));
  return { ...firstCount(terms, last.endsOn), rolledSeconds };
}

/** The counts that are missing until a day lies in one, the last of them; `last` as it is once the first of them has taken over. */
export function countsUntil(
  terms: AllowanceTerms,
  last: AllowanceCount,
  date: string,
): { readonly last: AllowanceCount; readonly added: readonly AllowanceCount[] } {
  const counts = [last];
  for (let newest = last; compareDates(newest.endsOn, date) <= 0; newest = counts.at(-1)!) {
    const next = nextCount(terms, newest);
    counts[counts.length - 1] = { ...newest, carriedSeconds: newest.carriedSeconds + next.rolledSeconds };
    counts.push(next);
  }
  const [first = last, ...added] = counts;
  return { last: first, added };
}

/** An allowance that a customer has, as far as it decides whether a call may draw on it. */
export interface HeldAllowance {
  readonly slot: AllowanceSlot;
  /** Of `NUMBERS`: the called number begins with one of them; none: any number. */
  readonly prefixes: readonly string[];
  /** Of long distance: draws on local of the same kind and has no minutes of its own. */
  readonly drawsFromLocal: boolean;
}

/**
 * On what a call draws, in this order: what names its prefix, the longest first; what is there for its scope; what is there for
 * any number.
 */
export function drawnOn<H extends HeldAllowance>(held: readonly H[], scope: CallScope | null, called: string): H[] {
  const byPrefix = held
    .map((each) => ({ each, length: each.slot === "NUMBERS" ? longestOf(each.prefixes, called) : 0 }))
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => b.length - a.length)
    .map(({ each }) => each);
  const own = held.find(({ slot }) => slot === scope);
  const local = own?.drawsFromLocal === true ? localScopeOf(own.slot) : null;
  const ofScope = local === null ? own : held.find(({ slot }) => slot === local);
  const any = held.filter(({ slot, prefixes }) => slot === "NUMBERS" && prefixes.length === 0);
  return [...byPrefix, ...(ofScope === undefined ? [] : [ofScope]), ...any];
}

function longestOf(prefixes: readonly string[], called: string): number {
  return Math.max(0, ...prefixes.filter((prefix) => called.startsWith(prefix)).map(({ length }) => length));
}

/** How much each of them gives, in their order, until the seconds are covered or nothing is left (BX8). */
export function splitDraw(seconds: number, lefts: readonly number[]): number[] {
  let rest = seconds;
  return lefts.map((left) => {
    const given = Math.max(0, Math.min(rest, left));
    rest -= given;
    return given;
  });
}
