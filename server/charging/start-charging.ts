import { addMonths, compareDates, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import {
  formulaOf,
  monthsAheadMax,
  nextDue,
  type ChargeKind,
  type ChargeSubject,
  type ChargeTiming,
  type SuspensionPolicy,
} from "@tierline/shared/charge.ts";
import { newId } from "@tierline/shared/id.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { asSystem, type Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { PaidBy } from "../ledger/post.ts";
import { postCharges, type NewCharge } from "./post-charges.ts";

/** What one buyer on the way pays its seller; null where there is none of the kind. */
export interface EdgeTerms {
  /** The buyer's. */
  readonly path: string;
  readonly currency: string;
  readonly setup: bigint | null;
  readonly recurring: bigint | null;
  readonly oneOff?: bigint | null;
  /** By which rule the price was set, and the version it comes from. */
  readonly rule: string;
  readonly source: string | null;
}

export interface NewCharging {
  readonly subjectKind: ChargeSubject;
  readonly subjectId: string;
  /** Null for what is a reseller's own. */
  readonly customerId: string | null;
  readonly serviceId?: string | null;
  /** The lowest buyer's: its reseller's calendar counts for all. */
  readonly path: string;
  /** What it is, as it stands in statements and invoices. */
  readonly description: string;
  /** Every sale on the way, the lowest buyer's first or last; an edge in another currency than the buyer's account is left out. */
  readonly edges: readonly EdgeTerms[];
  readonly intervalMonths: number;
  /** From which on it is had; today where nothing is said. */
  readonly startsOn?: string;
  /** From which periods are counted; the day it begins where nothing is said. */
  readonly anchor?: string;
  readonly timing?: ChargeTiming;
  readonly whileSuspended?: SuspensionPolicy;
  /** V12: false: the set-up fee is never charged. */
  readonly chargeSetup?: boolean;
  /** Until the first period that counts from the anchor: the whole price, as many days as there are, or nothing. */
  readonly chargeFirst?: boolean | "PRORATED";
  /** V12: the first day of the first period, which is not before today. */
  readonly nextBillingOn?: string | null;
  /** The first day that is not charged any more. */
  readonly endsOn?: string | null;
  /** What pays for what is charged at the beginning. */
  readonly paidBy?: PaidBy | null;
}

/**
 * Charges what is due at the beginning, and again and again what recurs, to every buyer on the way (`edges`). In the transaction of
 * whoever began it: charged and had are true at the same moment. The same subject again goes on being charged as it was.
 */
export async function startCharging(tx: Transaction, charging: NewCharging): Promise<void> {
  await asSystem(tx, async () => {
    const [seller] = await tx.em.execute<{ time_zone: string }[]>("select time_zone from reseller where path = ?", [
      sellerOf(charging.path),
    ]);
    invariant(seller !== undefined, "whoever buys has a seller");
    const known = await tx.em.execute<unknown[]>(
      "select 1 from recurring_charge where subject_kind = ? and subject_id = ? and state <> 'STOPPED'",
      [charging.subjectKind, charging.subjectId],
    );
    if (known.length > 0) return;
    const edges = await chargeable(tx, charging.edges);
    const zone = seller.time_zone;
    const startsOn = charging.startsOn ?? dateInZone(tx.clock.now(), zone);
    await begin(tx, charging, edges, { zone, startsOn });
  });
}

function sellerOf(path: string): string {
  const reseller = resellerPathOf(path);
  return reseller === path ? path.replace(/[^.]+\.$/, "") : reseller;
}

/** Who buys in another currency than its account's has nothing that could be charged. */
export async function chargeable({ em, log }: Transaction, edges: readonly EdgeTerms[]): Promise<EdgeTerms[]> {
  if (edges.length === 0) return [];
  const rows = await em.execute<{ path: string; currency: string }[]>(
    "select path, currency from ledger_account where kind = 'BILLING' and path in (?)",
    [edges.map(({ path }) => path)],
  );
  const currencies = new Map(rows.map(({ path, currency }) => [path, currency]));
  return edges.filter(({ path, currency }) => {
    if (currencies.get(path) === currency) return true;
    log.error({ path, currency }, "a price in another currency than its buyer's account was not charged");
    return false;
  });
}

interface When {
  readonly zone: string;
  readonly startsOn: string;
}

async function begin(tx: Transaction, charging: NewCharging, edges: readonly EdgeTerms[], when: When): Promise<void> {
  const { zone, startsOn } = when;
  const anchor = charging.nextBillingOn ?? charging.anchor ?? startsOn;
  invariant(
    compareDates(anchor, addMonths(startsOn, monthsAheadMax)) <= 0,
    "the first period begins within three years",
  );
  const now = tx.clock.now();
  const charges: NewCharge[] = [];
  const rows: object[] = [];
  for (const edge of edges) {
    if (isAsked(edge.setup) && charging.chargeSetup !== false)
      charges.push(onceOf(charging, edge, "SETUP", edge.setup, now));
    if (isAsked(edge.oneOff)) charges.push(onceOf(charging, edge, "ONE_OFF", edge.oneOff, now));
    if (edge.recurring === null) continue;
    const { row, first } = recurringOf(charging, edge, edge.recurring, { anchor, zone, startsOn, now });
    rows.push(row);
    if (first !== null) charges.push(first);
  }
  if (rows.length > 0) {
    await tx.em.execute(
      "insert into recurring_charge select * from jsonb_populate_recordset(null::recurring_charge, ?::jsonb)",
      [JSON.stringify(rows)],
    );
  }
  if (charges.length > 0) await postCharges(tx, charges, charging.paidBy);
}

/** What is given away is charged to nobody; a month that costs nothing is, so that it is seen to be paid. */
function isAsked(micros: bigint | null | undefined): micros is bigint {
  return micros != null && micros !== 0n;
}

function onceOf(charging: NewCharging, edge: EdgeTerms, kind: ChargeKind, micros: bigint, now: Date): NewCharge {
  const { subjectKind, subjectId, customerId, description } = charging;
  return {
    path: edge.path,
    subjectKind,
    subjectId,
    customerId,
    recurringId: null,
    kind,
    description,
    from: null,
    until: null,
    currency: edge.currency,
    formula: formulaOf({ ...edge, priceMicros: micros }, null),
    reference: `charge:${subjectId}:${edge.path}:${kind}:${now.toISOString()}`,
  };
}

function recurringOf(
  charging: NewCharging,
  edge: EdgeTerms,
  micros: bigint,
  { anchor, zone, startsOn, now }: When & { readonly anchor: string; readonly now: Date },
): { row: object; first: NewCharge | null } {
  const { subjectKind, subjectId, customerId, serviceId = null, description, intervalMonths } = charging;
  const { timing = "ADVANCE", chargeFirst = true, endsOn = null } = charging;
  const id = newId(now.getTime());
  const recurrence = { anchor, intervalMonths, timing, nextFrom: startsOn, endsOn };
  const due = nextDue(recurrence);
  const isNow =
    timing === "ADVANCE" && chargeFirst !== false && due !== null && compareDates(startsOn, dateInZone(now, zone)) <= 0;
  // Until an anchor further away than a period nothing more is charged than what was agreed for the beginning.
  const until = compareDates(anchor, startsOn) > 0 ? anchor : (due?.until ?? startsOn);
  const skips = isNow || (timing === "ADVANCE" && chargeFirst === false);
  const nextFrom = skips ? until : startsOn;
  const next = nextDue({ ...recurrence, nextFrom });
  const row = {
    id,
    path: edge.path,
    subject_kind: subjectKind,
    subject_id: subjectId,
    customer_id: customerId,
    service_id: serviceId,
    description,
    currency: edge.currency,
    amount_micros: String(micros),
    rule: edge.rule,
    source: edge.source,
    interval_months: intervalMonths,
    anchor,
    time_zone: zone,
    timing,
    while_suspended: charging.whileSuspended ?? "STOP_BILLING",
    state: next === null ? "STOPPED" : "ACTIVE",
    next_from: nextFrom,
    due_at: startOfDayInZone(next?.dueOn ?? nextFrom, zone),
    ends_on: endsOn,
    created_at: now,
    version: 1,
  };
  if (!isNow) return { row, first: null };
  const part = chargeFirst === "PRORATED" || compareDates(anchor, startsOn) <= 0 ? due : null;
  const first: NewCharge = {
    path: edge.path,
    subjectKind,
    subjectId,
    customerId,
    recurringId: id,
    kind: "RECURRING",
    description,
    from: startsOn,
    until,
    currency: edge.currency,
    formula: formulaOf({ ...edge, priceMicros: micros }, part),
    reference: `charge:${id}:${startsOn}`,
  };
  return { row, first };
}
