import { dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import {
  dueUntil,
  formulaOf,
  missedPeriodsMax,
  nextDue,
  type Catchup,
  type RecurringState,
} from "@tierline/shared/charge.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { unnested } from "../kernel/unnested.ts";
import { noteRenewals } from "../payments/note-renewals.ts";
import { RecurringChargeEntity, type RecurringChargeRow } from "./charge.entity.ts";
import { postCharges, type NewCharge } from "./post-charges.ts";

/** One transaction's: those who are waited for by others hold few. */
const rowsPerTransaction = 500;

const isSuspendedSql = `(coalesce(s.state = 'SUSPENDED', false) or coalesce(c.state = 'SUSPENDED', false))`;
const standing = `from recurring_charge rc left join service s on s.id = rc.service_id left join customer c on c.id = rc.customer_id`;

/**
 * Charges every period that has become due, as a sweep: exactly once each, however often it comes and whoever dies meanwhile, because
 * what was charged and what is due next change in one transaction under the row's lock.
 */
export async function renewCharges(context: Context): Promise<number> {
  let renewed = 0;
  for (let resumed = rowsPerTransaction; resumed === rowsPerTransaction; renewed += resumed) {
    resumed = await transaction(context, resumeCharges); // all of them on the day: one that waits is a day that nobody pays
  }
  for (;;) {
    const done = await transaction(context, (tx) => renewSome(tx)).catch(() => renewOneByOne(context));
    renewed += done;
    if (done < rowsPerTransaction) return renewed;
  }
}

const retryHours = 1;

/** Where some cannot be charged together, one of them cannot be: that one is tried again after a while, and the others are charged. */
async function renewOneByOne(context: Context): Promise<number> {
  const now = context.clock.now();
  const due = await context.em.execute<{ id: string }[]>(
    `select id from recurring_charge where state = 'ACTIVE' and due_at <= ? order by due_at limit ${rowsPerTransaction}`,
    [now],
  );
  for (const { id } of due) {
    try {
      await transaction(context, (tx) => renewSome(tx, id));
    } catch (error) {
      context.log.error({ err: error, recurringCharge: id }, "a period could not be charged");
      // Only when it is looked at moves: which periods are due is told by the first day that was not charged.
      await context.em.execute("update recurring_charge set due_at = ? where id = ? and state = 'ACTIVE'", [
        new Date(now.getTime() + retryHours * 3_600_000),
        id,
      ]);
    }
  }
  return due.length;
}

type Due = RecurringChargeRow & { readonly isSuspended: boolean };

async function renewSome(tx: Transaction, only: string | null = null): Promise<number> {
  const rows = await tx.em.execute<(object & { is_suspended: boolean })[]>(
    `select rc.*, ${isSuspendedSql} as is_suspended ${standing}
     where rc.state = 'ACTIVE' and rc.due_at <= ?${only === null ? "" : " and rc.id = ?"}
     order by rc.due_at limit ${rowsPerTransaction} for update of rc skip locked`,
    only === null ? [tx.clock.now()] : [tx.clock.now(), only],
  );
  const facts = mapped(tx.em, RecurringChargeEntity, rows);
  await chargeDue(
    tx,
    facts.map((row, index) => ({ ...row, isSuspended: rows[index]!.is_suspended })),
    missedPeriodsMax,
  );
  return rows.length;
}

/** `most`: so many periods of each at once. */
export async function chargeDue(tx: Transaction, rows: readonly Due[], most: number): Promise<void> {
  const now = tx.clock.now();
  const charges: NewCharge[] = [];
  const changes: RecurringChange[] = [];
  const today = new Map(
    [...new Set(rows.map(({ timeZone }) => timeZone))].map((zone) => [zone, dateInZone(now, zone)]),
  );
  for (const row of rows) {
    const recurrence = recurrenceOf(row);
    const isPaused = row.isSuspended && row.whileSuspended === "STOP_BILLING";
    const caught = dueUntil(recurrence, today.get(row.timeZone)!, isPaused ? 0 : most); // every row's zone is there
    charges.push(...caught.periods.map((period) => chargeOf(row, period)));
    if (caught.isHeld && !isPaused)
      tx.log.error({ recurringCharge: row.id }, "too many missed periods wait for a person");
    changes.push(changeOf(row, caught, isPaused));
  }
  if (charges.length > 0) {
    await postCharges(tx, charges);
    await noteRenewals(tx, ofCustomers(charges));
  }
  if (changes.length > 0) await writeChanges(tx, changes);
}

/** By which they may be paid with a card. */
export function ofCustomers(charges: readonly NewCharge[]): string[] {
  return charges.flatMap(({ customerId, reference }) => (customerId === null ? [] : [reference]));
}

export function recurrenceOf(row: RecurringChargeRow) {
  const { anchor, intervalMonths, timing, nextFrom, endsOn } = row;
  return { anchor, intervalMonths, timing, nextFrom, endsOn: endsOn ?? null };
}

export function chargeOf(row: RecurringChargeRow, period: Catchup["periods"][number]): NewCharge {
  const {
    id,
    path,
    subjectKind,
    subjectId,
    customerId = null,
    description,
    currency,
    amountMicros,
    rule,
    source = null,
  } = row;
  return {
    path,
    subjectKind,
    subjectId,
    customerId,
    recurringId: id,
    kind: "RECURRING",
    description,
    from: period.from,
    until: period.until,
    currency,
    formula: formulaOf({ priceMicros: BigInt(amountMicros), rule, source }, period),
    reference: `charge:${id}:${period.from}`,
  };
}

export interface RecurringChange {
  readonly id: string;
  readonly state: RecurringState;
  readonly next_from: string;
  readonly due_at: Date;
}

export function changeOf(
  row: RecurringChargeRow,
  { periods, next, isHeld }: Catchup,
  isPaused: boolean,
): RecurringChange {
  const waits: RecurringState = isPaused ? "PAUSED" : "HELD";
  return {
    id: row.id,
    state: next === null ? "STOPPED" : isHeld ? waits : "ACTIVE",
    next_from: periods.at(-1)?.until ?? row.nextFrom,
    due_at: next === null ? row.dueAt : startOfDayInZone(next.dueOn, row.timeZone),
  };
}

export async function writeChanges({ em }: Transaction, changes: readonly RecurringChange[]): Promise<void> {
  const { source, params } = unnested({ id: "uuid", state: "text", next_from: "date", due_at: "timestamptz" }, changes);
  await em.execute(
    `update recurring_charge rc set state = r.state, next_from = r.next_from, due_at = r.due_at, version = rc.version + 1
     from ${source} where rc.id = r.id`,
    [...params],
  );
}

/** U22: what is active again is charged from that day on; the days before it never are. */
async function resumeCharges(tx: Transaction): Promise<number> {
  const rows = await tx.em.execute<object[]>(
    `select rc.* ${standing} where rc.state = 'PAUSED' and not ${isSuspendedSql}
     order by rc.id limit ${rowsPerTransaction} for update of rc skip locked`,
  );
  const now = tx.clock.now();
  const changes = mapped(tx.em, RecurringChargeEntity, rows).map((row): RecurringChange => {
    const today = dateInZone(now, row.timeZone);
    const nextFrom = today > row.nextFrom ? today : row.nextFrom; // dates compare as texts
    const next = nextDue({ ...recurrenceOf(row), nextFrom });
    return {
      id: row.id,
      state: next === null ? "STOPPED" : "ACTIVE",
      next_from: nextFrom,
      due_at: next === null ? row.dueAt : startOfDayInZone(next.dueOn, row.timeZone),
    };
  });
  if (changes.length > 0) await writeChanges(tx, changes);
  return changes.length;
}
