import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { callListDaysMax } from "@tierline/shared/limits.ts";
import { money, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError } from "../kernel/rejection.ts";
import { allBuyers } from "./call-sums.ts";
import { ownReseller } from "./financial-report.ts";
import { monthsBetween } from "./report-months.ts";

export const callTimes = ["DAY", "HOUR"] as const;
export type CallTime = (typeof callTimes)[number];

export interface CallsAtTime {
  /** A day as in `2026-11-23`, or the hour of a day as in `09`. */
  readonly period: string;
  readonly calls: number;
  readonly seconds: number;
  readonly price: Money;
  readonly cost: Money;
}

interface Row {
  readonly at: string;
  readonly calls: number;
  readonly seconds: string;
  readonly price: string;
  readonly cost: string;
}

const atSql: Readonly<Record<CallTime, string>> = {
  DAY: "to_char(quarter at time zone ?, 'YYYY-MM-DD')",
  HOUR: "to_char(quarter at time zone ?, 'HH24')",
};

/**
 * When calls of those who buy from the viewer's own reseller began, by day or by the hour of the day in its time zone, without gaps.
 * Read off the sums by quarters of an hour, of which a day has 96 at most for each kind of call, however many calls there were.
 * @throws AccessError BAD_USER_INPUT
 */
export async function callsByTime(context: Context, from: string, to: string, by: CallTime): Promise<CallsAtTime[]> {
  const { em, viewer } = context;
  const { path, timeZone, currency } = await ownReseller(context);
  const months = monthsBetween(from, to, timeZone);
  const [since, until] = [months[0]!.from, months.at(-1)!.until]; // one at least
  const days = by === "DAY" ? daysBetween(since, until, timeZone) : [];
  if (days.length > callListDaysMax)
    throw new AccessError("BAD_USER_INPUT", say("report.daysTooLong", { max: callListDaysMax }));
  const rows = await em.execute<Row[]>(
    `select ${atSql[by]} as at, sum(calls)::int as calls, sum(seconds)::text as seconds, sum(charge_micros)::text as price,
       sum(cost_micros)::text as cost
     from call_sum where path = ? and ${allBuyers(viewer)} and currency = ? and quarter >= ? and quarter < ? group by 1`,
    [timeZone, path, currency, since, until],
  );
  const found = new Map(rows.map((row) => [row.at, row]));
  return (by === "DAY" ? days : hours).map((period) => {
    const { calls = 0, seconds = "0", price = "0", cost = "0" } = found.get(period) ?? {};
    return {
      period,
      calls,
      seconds: Number(seconds),
      price: money(BigInt(price), currency),
      cost: money(BigInt(cost), currency),
    };
  });
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));

function daysBetween(since: Date, until: Date, timeZone: string): string[] {
  const days: string[] = [];
  const end = dateInZone(until, timeZone);
  for (let day = dateInZone(since, timeZone); day < end; day = addDays(day, 1)) days.push(day);
  return days;
}
