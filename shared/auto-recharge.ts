import { addDays, dateInZone, startOfDayInZone } from "./billing-period.ts";

/** VX14: at most one charge and one mail a day of the reseller's; what has to wait is tried on the next day at 00:01. */
export interface RechargeDay {
  /** The day on which the balance last fell below its mark. */
  readonly hitOn: string | null;
  /** The day on which the card was last charged, whatever came of it. */
  readonly askedOn: string | null;
  /** The day on which somebody was last written to. */
  readonly toldOn: string | null;
  /** When it is looked at next; null: when the balance falls below its mark. */
  readonly dueAt: Date | null;
}

export interface RechargeStep {
  readonly day: RechargeDay;
  readonly isTold: boolean;
}

/** Today as that zone has it, and its next 00:01. */
export function rechargeTimes(now: Date, zone: string): { today: string; tomorrow: Date } {
  const today = dateInZone(now, zone);
  return { today, tomorrow: new Date(startOfDayInZone(addDays(today, 1), zone).getTime() + 60_000) };
}

/** The balance fell below its mark. */
export function afterHit(day: RechargeDay, now: Date, zone: string): RechargeStep {
  const { today } = rechargeTimes(now, zone);
  if (day.askedOn === today || day.hitOn === today) return waiting(day, now, zone);
  return { day: { ...day, hitOn: today, dueAt: now }, isTold: false };
}

/** Nothing came of it, or nothing more may come of it today: somebody hears of it, once, and it is tried tomorrow. */
export function waiting(day: RechargeDay, now: Date, zone: string): RechargeStep {
  const { today, tomorrow } = rechargeTimes(now, zone);
  const isYetToCome = day.askedOn !== today && day.dueAt !== null && day.dueAt <= now; // today's own charge comes first
  return {
    day: { ...day, toldOn: today, dueAt: isYetToCome ? day.dueAt : tomorrow },
    isTold: day.toldOn !== today,
  };
}

/** The card is charged now. */
export function afterAsking(day: RechargeDay, now: Date, zone: string): RechargeDay {
  const { today, tomorrow } = rechargeTimes(now, zone);
  return { ...day, askedOn: today, dueAt: day.toldOn === today ? tomorrow : null };
}
