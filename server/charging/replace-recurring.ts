import { compareDates, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import {
  dueUntil,
  missedPeriodsMax,
  type Catchup,
  type ChargeFormula,
  type RecurringState,
} from "@tierline/shared/charge.ts";
import { newId } from "@tierline/shared/id.ts";
import { laterOf, priceChangeOn, type GivenBack, type PaidPeriod } from "@tierline/shared/plan-change.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { asSystem, type Context, type Transaction } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant } from "../kernel/rejection.ts";
import {
  ChargeEntity,
  RecurringChargeEntity,
  type RecurringChargeRow,
  type ReplacedRecurring,
} from "./charge.entity.ts";
import type { PaidBy } from "../ledger/post.ts";
import { postCharges, type NewCharge } from "./post-charges.ts";
import { changeOf, chargeOf, recurrenceOf, writeChanges, type RecurringChange } from "./renew-charges.ts";
import { chargeable, type EdgeTerms, type NewCharging } from "./start-charging.ts";
import { reverseCharges, type ChargedSubject } from "./stop-charging.ts";

export type NewRecurring = Pick<
  NewCharging,
  | "subjectKind"
  | "subjectId"
  | "customerId"
  | "serviceId"
  | "path"
  | "description"
  | "edges"
  | "intervalMonths"
  | "whileSuspended"
  | "endsOn"
> & {
  /** Nobody else's: names what is given back. */
  readonly reference: string;
  /** The day from which on it was agreed; today where nothing is said. What was agreed is charged, however late that is. */
  readonly agreedOn?: string | null;
  /** What pays for what is charged at once. */
  readonly paidBy?: PaidBy | null;
};

/**
 * Charges something else from now on for what goes on being had, at every sale on the way by one rule (`priceChangeOn`): what comes
 * to more counts at once, and what is left of the paid period is given back by its days; what comes to less counts from the first
 * day that is not paid for. Periods are counted from the same anchor as before. In the caller's transaction.
 */
export async function replaceRecurring(tx: Transaction, wanted: NewRecurring): Promise<ReplacedRecurring> {
  return asSystem(tx, async () => {
    const rows = await currentRows(tx, wanted, true);
    const paid = await paidPeriods(tx, wanted);
    const zone = rows[0]?.timeZone ?? (await zoneOf(tx, wanted.path));
    const anchor = rows.find(({ path }) => path === wanted.path)?.anchor ?? rows[0]?.anchor ?? null;
    const now = tx.clock.now();
    const dueBy = dateInZone(now, zone);
    const when = { now, zone, today: wanted.agreedOn ?? dueBy, dueBy, anchor };
    const edges = await chargeable(tx, wanted.edges);
    const paths = [...new Set([...rows.map(({ path }) => path), ...edges.map(({ path }) => path)])];
    const steps = paths.map((path) =>
      stepOf(wanted, when, {
        path,
        row: rows.find((each) => each.path === path) ?? null,
        edge: edges.find((each) => each.path === path && each.recurring !== null) ?? null,
        paid: paid.filter((each) => each.path === path),
      }),
    );
    await writeChanges(
      tx,
      steps.flatMap(({ caughtUp }) => caughtUp ?? []),
    );
    await endReplaced(tx, steps);
    await beginAnew(tx, steps);
    await postCharges(
      tx,
      steps.flatMap(({ charges }) => charges),
      wanted.paidBy,
    );
    return {
      before: rows.map(({ id, serviceId = null, state, endsOn = null }) => ({ id, serviceId, state, endsOn })),
      begun: steps.flatMap(({ begun }) => begun?.id ?? []),
    };
  });
}

/** As if it had not been replaced: what was charged and given back for it is taken back, and what was charged before goes on. */
export async function restoreRecurring(
  tx: Transaction,
  { reference, ...subject }: ChargedSubject & { readonly reference: string },
  { before, begun }: ReplacedRecurring,
  reason: string,
): Promise<void> {
  await asSystem(tx, async () => {
    await tx.em.execute(
      `update recurring_charge set state = 'STOPPED', service_id = null, version = version + 1
       where subject_kind = ? and subject_id = ? and id in (select jsonb_array_elements_text(?::jsonb)::uuid)`,
      [subject.subjectKind, subject.subjectId, JSON.stringify(begun)],
    );
    // What was charged of it up to the change stays charged: `next_from` is the day of the change, and all from there on is due again.
    await tx.em.execute(
      `update recurring_charge rc set service_id = n."serviceId", ends_on = n."endsOn", version = rc.version + 1,
         state = case when s.state in ('TERMINATED', 'EXPIRED') then 'STOPPED' else n.state end
       from jsonb_to_recordset(?::jsonb) as n(id uuid, "serviceId" uuid, state text, "endsOn" date) left join service s on s.id = n."serviceId"
       where rc.id = n.id`,
      [JSON.stringify(before)],
    );
    const where = "c.recurring_id in (select jsonb_array_elements_text(?::jsonb)::uuid)";
    await reverseCharges(tx, subject, reason, { where, values: [JSON.stringify(begun)] });
    await chargeAgain(tx, subject, reference);
  });
}

/** What was given back is asked for again, by charges of their own: of the one that it was given back of it stays given back. */
async function chargeAgain(tx: Transaction, subject: ChargedSubject, reference: string): Promise<void> {
  const rows = await tx.em.execute<object[]>(
    "select * from charge where subject_kind = ? and subject_id = ? and amount_micros < 0 and starts_with(reference, ?) order by id",
    [subject.subjectKind, subject.subjectId, `${reference}:`],
  );
  const again = mapped(tx.em, ChargeEntity, rows).map((given): NewCharge => {
    const { path, customerId = null, recurringId = null, description, periodFrom, periodUntil, currency } = given;
    const formula = { ...given.formula, priceMicros: String(-BigInt(given.formula.priceMicros)) };
    const [from, until] = [periodFrom ?? null, periodUntil ?? null];
    const what = { path, ...subject, customerId, recurringId, kind: "RECURRING" as const, description, from, until };
    return { ...what, currency, formula, reference: `${given.reference}:again` };
  });
  if (again.length > 0) await postCharges(tx, again);
}

interface RecurringNow {
  readonly path: string;
  readonly micros: bigint;
  readonly intervalMonths: number;
  readonly anchor: string;
  readonly timing: RecurringChargeRow["timing"];
  readonly nextFrom: string;
  readonly endsOn: string | null;
  readonly state: RecurringState;
  readonly timeZone: string;
}

/** What one buyer is charged for it and has paid ahead; null where nothing recurs for it. */
export async function recurringNow(
  context: Pick<Context, "em">,
  subject: ChargedSubject,
  path: string,
): Promise<{ row: RecurringNow; paid: readonly PaidPeriod[] } | null> {
  const row = (await currentRows(context, subject, false)).find((each) => each.path === path);
  if (row === undefined) return null;
  const paid = (await paidPeriods(context, subject)).filter((each) => each.path === path);
  const { intervalMonths, anchor, timing, nextFrom, state, timeZone } = row;
  const micros = BigInt(row.amountMicros);
  return {
    row: { path, micros, intervalMonths, anchor, timing, nextFrom, endsOn: row.endsOn ?? null, state, timeZone },
    paid,
  };
}

/** Of each buyer the one that goes on, else the last there was: what is not renewed is at its end while its last period runs. */
async function currentRows(
  { em }: Pick<Context, "em">,
  { subjectKind, subjectId }: ChargedSubject,
  locks: boolean,
): Promise<RecurringChargeRow[]> {
  if (locks)
    await em.execute(
      "select 1 from recurring_charge where subject_kind = ? and subject_id = ? order by id for update",
      [subjectKind, subjectId],
    );
  const rows = await em.execute<object[]>(
    `select distinct on (path) * from recurring_charge
     where subject_kind = ? and subject_id = ? and service_id is not null
     order by path, (state = 'STOPPED'), created_at desc, id desc`,
    [subjectKind, subjectId],
  );
  return mapped(em, RecurringChargeEntity, rows);
}

export interface PaidCharge extends PaidPeriod {
  readonly id: string;
  readonly description: string;
  readonly path: string;
  readonly recurringId: string;
  readonly transactionId: string;
}

/** What was charged for periods, by whatever row, and neither taken back nor given back for another plan; less what of it was given back otherwise. */
export async function paidPeriods(
  { em }: Pick<Context, "em">,
  { subjectKind, subjectId }: ChargedSubject,
): Promise<PaidCharge[]> {
  const rows = await em.execute<
    (Record<"id" | "path" | "recurring" | "transaction" | "from" | "until" | "micros" | "description", string> & {
      readonly formula: ChargeFormula;
    })[]
  >(
    `select c.id, c.path, c.recurring_id as recurring, c.transaction_id as transaction, c.period_from::text as "from",
       c.period_until::text as until, c.formula, c.description,
       (c.amount_micros - coalesce((select sum(r.amount_micros) from ledger_return r where r.returned_id = c.transaction_id), 0))::text as micros
     from charge c where c.subject_kind = ? and c.subject_id = ? and c.recurring_id is not null and c.amount_micros > 0
       and not exists (select from ledger_transaction r where r.reverses = c.transaction_id)
       and not exists (select from charge g where g.subject_id = c.subject_id and g.path = c.path and g.amount_micros < 0
         and g.reference like 'change:%:' || c.id)
     order by c.id`,
    [subjectKind, subjectId],
  );
  return rows.map(
    ({ id, path, description, recurring, transaction, from, until, micros, formula: { rule, source } }) => ({
      id,
      path,
      description,
      recurringId: recurring,
      transactionId: transaction,
      from,
      until,
      micros: BigInt(micros),
      rule,
      source,
    }),
  );
}

interface When {
  readonly now: Date;
  readonly zone: string;
  /** From which on the other price counts. */
  readonly today: string;
  readonly dueBy: string;
  readonly anchor: string | null;
}

interface Sale {
  readonly path: string;
  readonly row: RecurringChargeRow | null;
  readonly edge: EdgeTerms | null;
  readonly paid: readonly PaidCharge[];
}

interface Step {
  /** Days before the change that were not charged yet. */
  readonly caughtUp: RecurringChange | null;
  readonly ended: { readonly id: string; readonly endsOn: string } | null;
  readonly begun: RecurringChargeRow | null;
  readonly charges: readonly NewCharge[];
}

function stepOf(
  wanted: NewRecurring,
  { now, zone, today, dueBy, anchor }: When,
  { path, row, edge, paid }: Sale,
): Step {
  const before = row === null || row.state !== "ACTIVE" ? null : caughtUpBefore(row, today);
  const earlier = row === null || before === null ? [] : before.periods.map((period) => chargeOf(row, period));
  const caughtUp = row === null || before === null || before.periods.length === 0 ? null : changeOf(row, before, false);
  const goesOnFrom = before?.periods.at(-1)?.until ?? row?.nextFrom ?? today;
  if (edge === null) {
    const ended = row === null ? null : { id: row.id, endsOn: laterOf(goesOnFrom, today) };
    return { caughtUp, ended, begun: null, charges: earlier };
  }
  const micros = edge.recurring ?? 0n; // is not null
  const recurrence = {
    anchor: row?.anchor ?? anchor ?? today,
    intervalMonths: wanted.intervalMonths,
    timing: row?.timing ?? ("ADVANCE" as const),
    nextFrom: today,
    endsOn: row?.endsOn ?? wanted.endsOn ?? null,
  };
  const change = priceChangeOn(today, paid, { recurrence, micros });
  // What waits, for the service or for a person, goes on waiting from where it is.
  const waits = row !== null && (row.state === "PAUSED" || row.state === "HELD") ? row.state : null;
  const nextFrom = waits === null ? change.from : goesOnFrom;
  const begun = newRow(wanted, { path, edge, micros, zone, now, recurrence: { ...recurrence, nextFrom } });
  const due = waits === null ? dueUntil(recurrenceOf(begun), dueBy, missedPeriodsMax) : null;
  const whatWas = row?.description ?? wanted.description;
  const back = change.givenBack.map((part) => givenBackCharge(wanted, whatWas, edge, part));
  return {
    caughtUp,
    ended: row === null ? null : { id: row.id, endsOn: nextFrom },
    begun: due === null ? { ...begun, state: waits ?? "ACTIVE" } : afterDue(begun, due),
    charges: [...earlier, ...back, ...(due?.periods ?? []).map((period) => chargeOf(begun, period))],
  };
}

/** At the price so far, of days up to the change. */
function caughtUpBefore(row: RecurringChargeRow, today: string): Catchup | null {
  const recurrence = recurrenceOf(row);
  if (compareDates(row.nextFrom, today) >= 0) return null;
  const endsOn = recurrence.endsOn === null || compareDates(today, recurrence.endsOn) < 0 ? today : recurrence.endsOn;
  return dueUntil({ ...recurrence, endsOn }, today, missedPeriodsMax);
}

function givenBackCharge(
  { reference, subjectKind, subjectId, customerId }: NewRecurring,
  description: string,
  { path, currency }: EdgeTerms,
  { of, from, until, formula }: GivenBack<PaidCharge>,
): NewCharge {
  return {
    path,
    subjectKind,
    subjectId,
    customerId,
    recurringId: of.recurringId,
    kind: "RECURRING",
    description,
    from,
    until,
    currency,
    formula,
    reference: `${reference}:${of.id}`,
    givesBackOf: of.transactionId,
  };
}

interface Anew {
  readonly path: string;
  readonly edge: EdgeTerms;
  readonly micros: bigint;
  readonly zone: string;
  readonly now: Date;
  readonly recurrence: ReturnType<typeof recurrenceOf>;
}

function newRow(wanted: NewRecurring, { path, edge, micros, zone, now, recurrence }: Anew): RecurringChargeRow {
  const { subjectKind, subjectId, customerId, serviceId = null, description } = wanted;
  const row = {
    id: newId(now.getTime()),
    path,
    subjectKind,
    subjectId,
    customerId,
    serviceId,
    description,
    currency: edge.currency,
    amountMicros: micros,
    rule: edge.rule,
    source: edge.source,
    ...recurrence,
    timeZone: zone,
    whileSuspended: wanted.whileSuspended ?? "STOP_BILLING",
    state: "ACTIVE",
    dueAt: startOfDayInZone(recurrence.nextFrom, zone),
    createdAt: now,
    version: 1,
  } satisfies Record<string, unknown>;
  return row as RecurringChargeRow; // what the entity would make of it
}

function afterDue(row: RecurringChargeRow, { periods, next, isHeld }: Catchup): RecurringChargeRow {
  return {
    ...row,
    state: next === null ? "STOPPED" : isHeld ? "HELD" : "ACTIVE",
    nextFrom: periods.at(-1)?.until ?? row.nextFrom,
    dueAt: next === null ? row.dueAt : startOfDayInZone(next.dueOn, row.timeZone),
  };
}

/** Follows its service no more: a service whose end is taken back goes on with what took its place. */
async function endReplaced({ em }: Transaction, steps: readonly Step[]): Promise<void> {
  await em.execute(
    `update recurring_charge rc set state = 'STOPPED', service_id = null, ends_on = n."endsOn", version = rc.version + 1
     from jsonb_to_recordset(?::jsonb) as n(id uuid, "endsOn" date) where rc.id = n.id`,
    [JSON.stringify(steps.flatMap(({ ended }) => ended ?? []))],
  );
}

async function beginAnew({ em }: Transaction, steps: readonly Step[]): Promise<void> {
  const rows = steps.flatMap(({ begun }) => (begun === null ? [] : [columnsOf(begun)]));
  await em.execute(
    "insert into recurring_charge select * from jsonb_populate_recordset(null::recurring_charge, ?::jsonb)",
    [JSON.stringify(rows)],
  );
}

function columnsOf(row: RecurringChargeRow): object {
  const columns = Object.entries({ ...row, amountMicros: String(row.amountMicros) });
  return Object.fromEntries(
    columns.map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

async function zoneOf({ em }: Pick<Context, "em">, path: string): Promise<string> {
  const [seller] = await em.execute<{ time_zone: string }[]>("select time_zone from reseller where path = ?", [
    resellerPathOf(path),
  ]);
  invariant(seller !== undefined, "whoever has a service has a seller");
  return seller.time_zone;
}
