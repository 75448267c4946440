import { addMonths, compareDates, dateInZone } from "@tierline/shared/billing-period.ts";
import { monthsAheadMax } from "@tierline/shared/charge.ts";
import { say } from "@tierline/shared/sentence.ts";
import { startCharging } from "../charging/start-charging.ts";
import { stopCharging } from "../charging/stop-charging.ts";
import type { Transaction } from "../kernel/context.ts";
import type { Refusals } from "../kernel/rejection.ts";
import type { PlanFees } from "../rates/plan-fees.ts";

/** A line, and whoever has it. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly customer_id: string;
  readonly customer_path: string;
  readonly seller_path: string;
  readonly time_zone: string;
  /** Of the seller. */
  readonly currency: string;
}

interface LastPlan {
  readonly id: string;
  readonly plan_id: string;
  readonly is_later: boolean;
  /** Now, or was once. */
  readonly is_charged: boolean;
  readonly is_running: boolean;
}

/** By which plan a line was to buy last, and whether it was charged for it. */
export async function lastPlanOf({ em, clock }: Transaction, line: Line): Promise<LastPlan | null> {
  const [last] = await em.execute<LastPlan[]>(
    `select b.id, b.plan_id, b.effective_from > ? as is_later,
       r.is_running, r.is_running or exists (select from charge c where c.subject_kind = 'RATE_PLAN' and c.subject_id = b.id) as is_charged
     from rate_plan_buyer b, lateral (select exists (select from recurring_charge where subject_kind = 'RATE_PLAN' and subject_id = b.id
       and state <> 'STOPPED') as is_running) r
     where b.customer_id = ? and b.service_id = ? order by b.effective_from desc, b.id desc limit 1`,
    [clock.now(), line.customer_id, line.id],
  );
  return last ?? null;
}

export interface FeeTerms {
  /** False: the setup fee is never charged (V12). */
  readonly chargeSetupFee?: boolean | null | undefined;
  /** The day on which the monthly fee is asked first; a month from today where nothing is said. */
  readonly nextBillingOn?: string | null | undefined;
}

/** The first day that the monthly fee is asked on. */
export function firstBillingDay(
  refusals: Refusals,
  { nextBillingOn }: FeeTerms,
  now: Date,
  { time_zone: zone }: Line,
): string {
  const today = dateInZone(now, zone);
  if (nextBillingOn == null) return addMonths(today, 1);
  const isSoon =
    compareDates(nextBillingOn, today) >= 0 && compareDates(nextBillingOn, addMonths(today, monthsAheadMax)) <= 0;
  if (!isSoon) refusals.add("INVALID", say("did.nextBilling", { months: monthsAheadMax }), "nextBillingOn");
  return nextBillingOn;
}

interface ChargedPlan {
  /** Of one use: what gives the line this plan. */
  readonly id: string;
  readonly planName: string;
  readonly line: Line;
  readonly fees: PlanFees;
  readonly firstBilledOn: string;
  readonly chargeSetupFee: boolean;
}

/** The setup fee at once, the monthly fee from its day on, until the line ends or gets another plan (V12). */
export async function chargePlan(tx: Transaction, { id, planName, line, fees, ...terms }: ChargedPlan): Promise<void> {
  const currency = (fees.setup ?? fees.monthly)!.currency; // fees are at least one
  await startCharging(tx, {
    subjectKind: "RATE_PLAN",
    subjectId: id,
    customerId: line.customer_id,
    serviceId: line.id,
    path: line.customer_path,
    description: `${planName} (${line.name})`,
    edges: [
      {
        path: line.customer_path,
        currency,
        setup: fees.setup?.micros ?? null,
        recurring: fees.monthly?.micros ?? null,
        rule: "RATE_PLAN",
        source: fees.versionId,
      },
    ],
    intervalMonths: 1,
    chargeSetup: terms.chargeSetupFee,
    chargeFirst: terms.firstBilledOn === dateInZone(tx.clock.now(), line.time_zone),
    nextBillingOn: terms.firstBilledOn,
  });
}

/**
 * What the line pays for the plan before ends today and stays paid. It belongs to the line no more, so that a line whose end is taken
 * back does not pay for it again.
 */
export async function endPlanCharging(tx: Transaction, line: Line): Promise<void> {
  const running = await tx.em.execute<{ subject_id: string }[]>(
    "select subject_id from recurring_charge where subject_kind = 'RATE_PLAN' and service_id = ? and state <> 'STOPPED'",
    [line.id],
  );
  const today = dateInZone(tx.clock.now(), line.time_zone);
  for (const { subject_id: subjectId } of running) {
    await stopCharging(tx, { subjectKind: "RATE_PLAN", subjectId }, today);
    await tx.em.execute(
      "update recurring_charge set service_id = null, version = version + 1 where subject_kind = 'RATE_PLAN' and subject_id = ?",
      [subjectId],
    );
  }
}
