import { countsUntil, type AllowanceCount, type AllowanceTerms } from "@tierline/shared/allowance.ts";
import { dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { newId } from "@tierline/shared/id.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { groupBy } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant } from "../kernel/rejection.ts";
import {
  AllowanceCountEntity,
  CustomerAllowanceEntity,
  type AllowanceCountRow,
  type CustomerAllowanceRow,
} from "./allowance.entity.ts";

/** A customer's or its line's allowance with what its cycles hang on. */
export interface Held extends CustomerAllowanceRow {
  readonly cycleDay: number;
  readonly timeZone: string;
  /** Of a line's; null where it is the customer's own. */
  readonly serviceName: string | null;
}

/** With its counts as they are now, the earliest first. */
export interface CountedAllowance {
  readonly held: Held;
  readonly counts: readonly AllowanceCountRow[];
}

interface Cycled {
  cycle_day: number;
  time_zone: string;
  service_name: string | null;
}

/** Of these customers and of these of their lines, in one order: those they have now and those they had. */
export async function heldOf(
  { em }: Pick<Context, "em">,
  customers: readonly string[],
  lines: readonly string[] = [],
): Promise<Held[]> {
  if (customers.length === 0) return [];
  const rows = await em.execute<(object & Cycled)[]>(
    `select a.*, coalesce(y.cycle_day, m.cycle_day) as cycle_day, r.time_zone, s.name as service_name from customer_allowance a
     left join allowance_cycle y on y.customer_id = a.customer_id
     join customer c on c.id = a.customer_id join reseller r on r.id = c.reseller_id
     join ledger_account m on m.path = c.path and m.kind = 'BILLING'
     left join service s on s.id = a.service_id
     where a.customer_id in (?) and (a.service_id is null or a.service_id = any(?::uuid[])) order by a.id`,
    [customers, `{${lines.join(",")}}`],
  );
  return mapped(em, CustomerAllowanceEntity, rows).map((row, index) => {
    const { cycle_day: cycleDay, time_zone: timeZone, service_name: serviceName } = rows[index]!; // mapped one by one
    return { ...row, cycleDay, timeZone, serviceName };
  });
}

export function isHeldAt({ startedAt, endedAt }: Pick<Held, "startedAt" | "endedAt">, at: Date): boolean {
  return startedAt <= at && (endedAt == null || at < endedAt);
}

/** Until the commit nobody else draws on them or renews them. One order for everybody, so that nobody waits in a ring. */
export async function lockHeld({ em }: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await em.execute("select 1 from customer_allowance where id in (?) order by id for no key update", [ids]);
}

/** Their counts, the earliest first. */
export async function countsOf(
  { em }: Pick<Context, "em">,
  held: readonly string[],
): Promise<Map<string, AllowanceCountRow[]>> {
  if (held.length === 0) return new Map();
  const rows = await em.execute<object[]>(
    `select id, path, held_id, starts_on::text as starts_on, ends_on::text as ends_on, starts_at, ends_at,
       granted_seconds, rolled_seconds, drawn_seconds, carried_seconds
     from allowance_count where held_id in (?) order by held_id, starts_at`,
    [held],
  );
  return groupBy(mapped(em, AllowanceCountEntity, rows), ({ held: id }) => id);
}

export function termsOf({ minutes, rolloverMinutesMax, cycleDay }: Held): AllowanceTerms {
  return { minutes, rolloverMinutesMax, cycleDay };
}

/** As they are at a time, renewed where nobody has come to it yet. Nothing is written. */
export function countsAt(held: Held, counts: readonly AllowanceCountRow[], at: Date): AllowanceCountRow[] {
  const newest = counts.at(-1);
  if (newest === undefined || newest.endsAt > at) return [...counts];
  const { last, added } = countsUntil(termsOf(held), countOf(newest), dateInZone(at, held.timeZone));
  const rows = added.map((count) => ({ ...count, ...instantsOf(held, count), held: held.id, path: held.path }));
  return [...counts.slice(0, -1), { ...newest, ...last }, ...rows.map((row) => ({ ...row, id: newId(at.getTime()) }))];
}

function countOf(row: AllowanceCountRow): AllowanceCount {
  const { startsOn, endsOn, grantedSeconds, rolledSeconds, drawnSeconds, carriedSeconds } = row;
  return { startsOn, endsOn, grantedSeconds, rolledSeconds, drawnSeconds, carriedSeconds };
}

export function instantsOf({ timeZone }: Pick<Held, "timeZone">, { startsOn, endsOn }: AllowanceCount) {
  return { startsAt: startOfDayInZone(startsOn, timeZone), endsAt: startOfDayInZone(endsOn, timeZone) };
}

/** Writes the counts that are missing until a time, of what the caller has locked. Answers all of each, the earliest first. */
export async function renewedCounts(
  tx: Transaction,
  held: readonly Held[],
  at: Date,
): Promise<Map<string, AllowanceCountRow[]>> {
  const known = await countsOf(
    tx,
    held.map(({ id }) => id),
  );
  const renewed = new Map<string, AllowanceCountRow[]>();
  for (const each of held) {
    const before = known.get(each.id) ?? [];
    // What has ended is not renewed, and neither is what has nothing of its own.
    const until = each.endedAt != null && each.endedAt < at ? each.endedAt : at;
    const after = countsAt(each, before, until);
    renewed.set(each.id, after);
    if (after.length > before.length) await write(tx, each, before.length, after);
  }
  return renewed;
}

async function write(tx: Transaction, { id }: Held, known: number, counts: readonly AllowanceCountRow[]) {
  const carriedFrom = counts[known - 1];
  const newest = counts.at(-1);
  invariant(carriedFrom !== undefined && newest !== undefined, "an allowance has its first count from the beginning");
  await tx.em.execute("update allowance_count set carried_seconds = ? where id = ?", [
    carriedFrom.carriedSeconds,
    carriedFrom.id,
  ]);
  await tx.em.insertMany(AllowanceCountEntity, counts.slice(known));
  await tx.em.execute("update customer_allowance set renews_at = ? where id = ?", [newest.endsAt, id]);
}
