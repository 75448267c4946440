import { addDays, dateInZone, startOfDayInZone } from "./billing-period.ts";

/** On which days after its first no a card is tried again, where its reseller has said nothing. */
export const cardRetryDaysDefault: readonly number[] = [1, 3, 5, 7];
export const cardRetriesMax = 8;
export const cardRetryDayMax = 60;

/** What a card has said while its holder was not there. */
export interface CardAnswers {
  /** How often no, since it last said yes or a person chose it. */
  readonly declines: number;
  /** Before it nobody tries it; null: whenever there is something to be paid. */
  readonly retryAt: Date | null;
  /** Since when it is not tried any more until a person changes something. */
  readonly failedAt: Date | null;
}

export const untried: CardAnswers = { declines: 0, retryAt: null, failedAt: null };

/** It said no. A day's other noes are the same one: the next try is for all that is to be paid then, at 00:01 of the reseller's day. */
export function afterDecline(card: CardAnswers, days: readonly number[], now: Date, zone: string): CardAnswers {
  const { declines, retryAt, failedAt } = card;
  if (failedAt !== null || (retryAt !== null && retryAt > now)) return card;
  const next = days[declines];
  if (next === undefined) return { declines: declines + 1, retryAt: null, failedAt: now };
  const gap = next - (declines === 0 ? 0 : (days[declines - 1] ?? 0));
  const day = addDays(dateInZone(now, zone), Math.max(gap, 1));
  return {
    declines: declines + 1,
    retryAt: new Date(startOfDayInZone(day, zone).getTime() + 60_000),
    failedAt: null,
  };
}

/** Whole days, each later than the one before. */
export function areRetryDays(days: readonly number[]): boolean {
  const isLater = (day: number, index: number) => Number.isInteger(day) && day > (days[index - 1] ?? 0);
  return days.length <= cardRetriesMax && days.every((day, index) => isLater(day, index) && day <= cardRetryDayMax);
}
