import { firstCount } from "@tierline/shared/allowance.ts";
import { dateInZone } from "@tierline/shared/billing-period.ts";
import { newId } from "@tierline/shared/id.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { AllowanceCountEntity, CustomerAllowanceEntity } from "./allowance.entity.ts";
import { heldOf, instantsOf, isHeldAt, lockHeld } from "./held-allowances.ts";

/** A line, and whoever has it. */
export interface MinutesLine {
  readonly id: string;
  readonly customer_id: string;
  readonly customer_path: string;
  readonly time_zone: string;
}

export interface GivenMinutes {
  readonly plan: string;
  readonly planName: string;
  readonly minutes: number;
  readonly currency: string;
}

/**
 * From now on a line has a plan's free minutes, in the cycles of its customer's own allowances: at first for the days that are left of
 * one (A-B8), less what the same plan gave the line in that cycle before, so that a plan that comes back gives nothing twice.
 */
export async function giveLineMinutes(tx: Transaction, line: MinutesLine, given: GivenMinutes): Promise<void> {
  const startedAt = tx.clock.now();
  const cycleDay = await cycleDayOf(tx, line);
  const timeZone = line.time_zone;
  const terms = { minutes: given.minutes, rolloverMinutesMax: 0, cycleDay };
  const whole = firstCount(terms, dateInZone(startedAt, timeZone));
  const { endsAt } = instantsOf({ timeZone }, whole);
  const taken = await takenBefore(tx, line, given.plan, endsAt);
  const id = newId(startedAt.getTime());
  await tx.em.insert(CustomerAllowanceEntity, {
    id,
    path: line.customer_path,
    customer: line.customer_id,
    slot: "NUMBERS",
    allowance: null,
    service: line.id,
    plan: given.plan,
    name: given.planName,
    minutes: given.minutes,
    feeMicros: 0n,
    currency: given.currency,
    prefixes: [],
    rolloverMinutesMax: 0,
    drawsFromLocal: false,
    startedAt,
    renewsAt: endsAt,
  });
  await tx.em.insert(AllowanceCountEntity, {
    ...whole,
    grantedSeconds: Math.max(0, whole.grantedSeconds - taken),
    id: newId(startedAt.getTime()),
    path: line.customer_path,
    held: id,
    startsAt: startedAt,
    endsAt,
  });
}

/** Calls that began before that time draw on them still, and nothing of what is left goes over. */
export async function endLineMinutes(tx: Transaction, line: MinutesLine, endedAt: Date): Promise<void> {
  const held = await heldOf(tx, [line.customer_id], [line.id]);
  const mine = held.filter((each) => each.service === line.id && isHeldAt(each, endedAt)).map(({ id }) => id);
  await lockHeld(tx, mine);
  if (mine.length > 0) await tx.em.nativeUpdate(CustomerAllowanceEntity, { id: { $in: mine } }, { endedAt });
}

/** Whether a line has this plan's minutes. */
export async function hasMinutesOf({ em }: Transaction, line: MinutesLine, plan: string): Promise<boolean> {
  const rows = await em.execute<object[]>(
    "select 1 from customer_allowance where service_id = ? and plan_id = ? and ended_at is null",
    [line.id, plan],
  );
  return rows.length > 0;
}

async function cycleDayOf({ em }: Transaction, line: MinutesLine): Promise<number> {
  const [row] = await em.execute<{ cycle_day: number }[]>(
    `select coalesce((select cycle_day from allowance_cycle where customer_id = ?), m.cycle_day) as cycle_day
     from ledger_account m where m.path = ? and m.kind = 'BILLING'`,
    [line.customer_id, line.customer_path],
  );
  invariant(row !== undefined, "every customer has an account");
  return row.cycle_day;
}

/** Seconds, out of counts that end with the cycle. */
async function takenBefore({ em }: Transaction, line: MinutesLine, plan: string, endsAt: Date): Promise<number> {
  const [row] = await em.execute<{ seconds: number }[]>(
    `select coalesce(sum(c.drawn_seconds), 0)::int as seconds from customer_allowance a join allowance_count c on c.held_id = a.id
     where a.service_id = ? and a.plan_id = ? and c.ends_at = ?`,
    [line.id, plan, endsAt],
  );
  return row?.seconds ?? 0;
}
