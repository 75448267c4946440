import { addDays, compareDates, dateInZone } from "@tierline/shared/billing-period.ts";
import {
  chargeMicros,
  dueUntil,
  formulaOf,
  lastDayOf,
  nextDue,
  type ChargeSubject,
  type DuePeriod,
} from "@tierline/shared/charge.ts";
import { money, sumMoney, type Money } from "@tierline/shared/money.ts";
import { givenBackOf } from "@tierline/shared/plan-change.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { RecurringChargeEntity, type RecurringChargeRow } from "./charge.entity.ts";
import { recurrenceOf } from "./renew-charges.ts";
import { paidPeriods } from "./replace-recurring.ts";

/** An amount for days, both of which count. */
export interface ForDays {
  readonly description: string;
  readonly from: string;
  readonly to: string;
  readonly amount: Money;
}

/** What was charged for days of which some come after the end. */
export interface PaidAhead extends ForDays {
  /** What of it falls on these. */
  readonly unused: Money;
}

export interface StillOwed extends ForDays {
  /** Missed periods, which a person charges or waives. */
  readonly waits: boolean;
}

export interface StoppedCharge {
  readonly description: string;
  readonly price: Money;
  readonly intervalMonths: number;
  /** On which day it would have been charged next; null where it was at its end anyway, or is paused. */
  readonly nextOn: string | null;
}

/** What it means in money for its customer when a service ends today. */
export interface ServiceEnding {
  readonly endsOn: string;
  readonly paid: readonly PaidAhead[];
  readonly unused: Money;
  /** Of what was paid. */
  readonly givenBack: Money;
  readonly owed: readonly StillOwed[];
  readonly owedTotal: Money;
  readonly stops: readonly StoppedCharge[];
  /** The last day of its contract, where that is still to come, and what up to then is not charged any more. */
  readonly contractUntil: string | null;
  readonly contractRest: Money | null;
}

/** As many as fifty years of months have. */
const periodsMax = 600;

/**
 * What ending it today would leave: the same rule as `end_charges` in the database, which a test compares. Null for whoever neither
 * sells it nor has it, since that is the business of those two. Writes nothing.
 */
export async function endingOf(context: Context, service: ServiceRow): Promise<ServiceEnding | null> {
  const { viewer, em, clock } = context;
  if (viewer.path !== service.path && viewer.path !== sellerPathOf(service.path)) return null;
  const fresh = { disableIdentityMap: true } as const;
  const { timeZone } = await em.findOneOrFail(ResellerEntity, { id: service.reseller }, fresh);
  const endsOn = dateInZone(clock.now(), timeZone);
  const rows = await rowsOf(context, service);
  const currency = rows[0]?.currency ?? service.currency; // of its customer's account
  const paid = await paidAhead(context, { service, rows, endsOn, currency });
  const owed = rows.flatMap((row) => owedOf(row, endsOn));
  const sum = (amounts: readonly Money[]) => sumMoney(amounts, currency);
  const going = rows.filter(({ state }) => state !== "STOPPED");
  return {
    endsOn,
    paid,
    unused: sum(paid.map(({ unused }) => unused)),
    givenBack: money(0n, currency),
    owed,
    owedTotal: sum(owed.map(({ amount }) => amount)),
    stops: going.map(stoppedOf),
    ...contractOf(service, going, endsOn, sum),
  };
}

/** What its customer pays for it and for all that it has, in the order in which it was begun. */
async function rowsOf({ em }: Context, { id, path }: ServiceRow): Promise<RecurringChargeRow[]> {
  const rows = await em.execute<object[]>(
    "select * from recurring_charge where service_id = ? and path = ? order by id",
    [id, path],
  );
  return mapped(em, RecurringChargeEntity, rows);
}

interface Asked {
  readonly service: ServiceRow;
  readonly rows: readonly RecurringChargeRow[];
  readonly endsOn: string;
  readonly currency: string;
}

async function paidAhead(context: Context, { service, rows, endsOn, currency }: Asked): Promise<PaidAhead[]> {
  const { id, path } = service;
  const subjects = new Map<string, ChargeSubject>([[id, "SERVICE"]]);
  for (const { subjectId, subjectKind } of rows) subjects.set(subjectId, subjectKind);
  const paid: PaidAhead[] = [];
  for (const [subjectId, subjectKind] of subjects) {
    for (const period of await paidPeriods(context, { subjectKind, subjectId })) {
      const left = givenBackOf(period, addDays(endsOn, 1));
      if (period.path !== path || left === null) continue;
      const { description, from, micros } = period;
      const unused = money(-chargeMicros(left.formula), currency);
      paid.push({ description, from, to: lastDayOf(period), amount: money(micros, currency), unused });
    }
  }
  return paid;
}

/** Days that were had and are not charged yet: what is paid at the end of a period, and what was missed. */
function owedOf(row: RecurringChargeRow, endsOn: string): StillOwed[] {
  if (row.state !== "ACTIVE" && row.state !== "HELD") return [];
  const bound = boundOf(row, endsOn);
  const { periods } = dueUntil({ ...recurrenceOf(row), endsOn: bound }, bound, periodsMax);
  return periods.map((period) => ({
    description: row.description,
    from: period.from,
    to: lastDayOf(period),
    amount: amountOf(row, period),
    waits: row.state === "HELD",
  }));
}

/** The first day that is not charged any more. */
function boundOf({ timing, endsOn: before }: RecurringChargeRow, endsOn: string): string {
  const bound = timing === "ARREARS" ? addDays(endsOn, 1) : endsOn;
  return before == null || compareDates(bound, before) < 0 ? bound : before;
}

function amountOf({ amountMicros, rule, currency }: RecurringChargeRow, period: DuePeriod): Money {
  return money(chargeMicros(formulaOf({ priceMicros: BigInt(amountMicros), rule, source: null }, period)), currency);
}

function stoppedOf(row: RecurringChargeRow): StoppedCharge {
  return {
    description: row.description,
    price: money(BigInt(row.amountMicros), row.currency),
    intervalMonths: row.intervalMonths,
    nextOn: row.state === "PAUSED" ? null : (nextDue(recurrenceOf(row))?.dueOn ?? null),
  };
}

/** A contract that does not renew itself has a last day; who ends before it is asked for nothing of the rest. */
function contractOf(
  { endsOn: last = null }: ServiceRow,
  rows: readonly RecurringChargeRow[],
  endsOn: string,
  sum: (amounts: readonly Money[]) => Money,
): Pick<ServiceEnding, "contractUntil" | "contractRest"> {
  if (last === null || compareDates(last, addDays(endsOn, 1)) <= 0) return { contractUntil: null, contractRest: null };
  const rest = rows.flatMap((row) => {
    const bound = boundOf(row, endsOn);
    const nextFrom = compareDates(row.nextFrom, bound) < 0 ? bound : row.nextFrom;
    const whole = { ...recurrenceOf(row), nextFrom, timing: "ADVANCE" as const, endsOn: last };
    return dueUntil(whole, last, periodsMax).periods.map((period) => amountOf(row, period));
  });
  return { contractUntil: addDays(last, -1), contractRest: sum(rest) };
}
