import { addDays, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { median, toTenths } from "@tierline/shared/figures.ts";
import type { Context } from "../kernel/context.ts";
import { homeMetrics, type DayMetricType, type HomeMetric } from "./home.type.ts";
import type { Place } from "./place.ts";

/** Today and the 13 days before. */
const dayCount = 14;

type ByDay = ReadonlyMap<string, number>;

/** The figures of the last 14 days of the reseller's calendar, in three statements. */
export async function metricsAt(context: Context, place: Place): Promise<DayMetricType[]> {
  const today = dateInZone(context.clock.now(), place.timeZone);
  const days = Array.from({ length: dayCount }, (_, index) => addDays(today, index + 1 - dayCount));
  const from = startOfDayInZone(days[0] ?? today, place.timeZone);
  const runs = await runsByDay(context, place, from);
  const byDay: Record<HomeMetric, ByDay> = {
    SERVICES_ACTIVATED: runs.activated,
    RUNS_RIGHT_FIRST_TIME: runs.rightFirstTime,
    TIME_TO_ACTIVE_SECONDS: runs.secondsToActive,
    NEW_CUSTOMERS: await countByDay(
      context,
      place,
      from,
      "customer c where c.created_at >= ?",
      "c.created_at",
      "c.path",
    ),
    SERVICES_SUSPENDED: await countByDay(
      context,
      place,
      from,
      "audit_entry a where a.operation = 'service.suspend' and a.at >= ?",
      "a.at",
      "a.path",
    ),
  };
  return homeMetrics.map((key) => metricOf(key, days, byDay[key]));
}

interface RunDay {
  readonly day: string;
  readonly activated: number;
  readonly right: number;
  readonly ended: number;
  readonly seconds: number | null;
}

async function runsByDay({ em }: Context, { lo, hi, timeZone }: Place, from: Date) {
  const isActivated = "r.kind = 'PROVISION' and r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS')";
  const rows = await em.execute<RunDay[]>(
    `select (r.finished_at at time zone ?)::date::text as day,
       count(*) filter (where ${isActivated})::int as activated,
       count(*) filter (where r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS') and r.retries_used = 0)::int as right,
       count(*) filter (where r.state <> 'CANCELLED')::int as ended,
       (percentile_cont(0.5) within group (order by extract(epoch from r.finished_at - r.queued_at))
         filter (where ${isActivated}))::float as seconds
     from provisioning_run r where r.finished_at >= ? and r.path >= ? and r.path < ? group by 1`,
    [timeZone, from, lo, hi],
  );
  const map = (valueOf: (row: RunDay) => number | null): ByDay =>
    new Map(
      rows.flatMap((row) => {
        const value = valueOf(row);
        return value === null ? [] : [[row.day, value] as const];
      }),
    );
  return {
    activated: map((row) => row.activated),
    rightFirstTime: map((row) => (row.ended === 0 ? null : (100 * row.right) / row.ended)),
    secondsToActive: map((row) => row.seconds),
  };
}

/** `rows`, `at` and `path` are our own text. */
async function countByDay(
  { em }: Context,
  { lo, hi, timeZone }: Place,
  from: Date,
  rows: string,
  at: string,
  path: string,
): Promise<ByDay> {
  const days = await em.execute<{ day: string; count: number }[]>(
    `select (${at} at time zone ?)::date::text as day, count(*)::int as count from ${rows} and ${path} >= ? and ${path} < ? group by 1`,
    [timeZone, from, lo, hi],
  );
  return new Map(days.map(({ day, count }) => [day, count]));
}

/** On a day without runs none went wrong; anything else that did not happen is none. */
const valueOfNothing: Partial<Record<HomeMetric, number>> = { RUNS_RIGHT_FIRST_TIME: 100 };

function metricOf(key: HomeMetric, days: readonly string[], byDay: ByDay): DayMetricType {
  const values = days.map((day) => byDay.get(day) ?? valueOfNothing[key] ?? 0);
  const today = values.at(-1) ?? 0;
  return { key, values: values.map(toTenths), today: toTenths(today), usual: toTenths(median(values.slice(0, -1))) };
}
