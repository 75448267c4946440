import { compareDates } from "@tierline/shared/billing-period.ts";
import { isCheaper } from "@tierline/shared/plan-change.ts";
import { keptOffering } from "../catalog/kept-offerings.ts";
import type { OfferingRequirementRow, OfferingRow } from "../catalog/offering.entity.ts";
import { recurringNow } from "../charging/replace-recurring.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import { itemsWhere, type Item } from "../inventory/item.ts";
import type { Context } from "../kernel/context.ts";
import { invariant, Rejection } from "../kernel/rejection.ts";
import { latestPlaybook, type PinnedPlaybook } from "../provisioning/playbook-document.ts";
import { callsMaxOf } from "../services/calls-max.ts";
import type { ServiceRow } from "../services/service.entity.ts";
import { playbookKeyOf } from "../services/start-service-run.ts";
import type { PriceTerms } from "../catalog/price-terms.ts";

/** What decides about another plan for a service that there is. */
export interface PlanChange {
  /** As the run shall see it. */
  readonly service: ServiceRow;
  readonly before: OfferingRow;
  /** What the customer is charged for it now; null where nothing recurs. */
  readonly charged: Awaited<ReturnType<typeof recurringNow>>;
  /** The first day of the other plan: today for what is dearer, the next renewal for what is cheaper. */
  readonly startsOn: string;
  readonly isAtRenewal: boolean;
  /** What the service uses, by slot. */
  readonly items: ReadonlyMap<string, Item>;
  /** How the network is told; null where nobody has written it down. */
  readonly playbook: PinnedPlaybook | null;
  /** A run that is at work on the service, or has failed to change it. */
  readonly run: { readonly number: number; readonly isAtWork: boolean } | null;
  /** The order of a plan that the service gets later. */
  readonly waitingOrder: number | null;
}

interface Wanted {
  readonly offering: OfferingRow;
  readonly price: PriceTerms | null;
  readonly customer: CustomerRow;
  readonly today: string;
}

/** `service` is the viewer's to see. */
export async function readPlanChange(context: Context, service: ServiceRow, wanted: Wanted): Promise<PlanChange> {
  const { em } = context;
  const { offering, price, customer, today } = wanted;
  const before = await keptOffering(context, service.id);
  invariant(before !== null, "what a service was ordered as can be read wherever it can be");
  const charged = await recurringNow(context, { subjectKind: "SERVICE", subjectId: service.id }, service.path);
  const later = laterStart({ charged, price, offering, today });
  const items = await itemsWhere(context, "i.service_id = ? and i.state = 'ASSIGNED' and i.slot is not null", [
    service.id,
  ]);
  return {
    service: { ...service, simultaneousCalls: await callsAfter(context, service, { before, offering, customer }) },
    before,
    charged,
    startsOn: later ?? today,
    isAtRenewal: later !== null,
    items: new Map(items.map((item) => [item.slot ?? "", item])),
    playbook: await planPlaybook(context, service, offering),
    run: await unfinishedRun({ em }, service.id),
    waitingOrder: await waitingOrderOf({ em }, service.id),
  };
}

/** What is cheaper by the month waits for the day from which nothing is paid yet. */
function laterStart({
  charged,
  price,
  offering,
  today,
}: Omit<Wanted, "customer"> & Pick<PlanChange, "charged">): string | null {
  const recurring = price?.recurring ?? null;
  if (charged === null || recurring === null) return null;
  const { row, paid } = charged;
  const wanted = { micros: recurring.micros, intervalMonths: offering.billingIntervalMonths };
  if (!isCheaper(wanted, row)) return null;
  const paidUntil = paid.reduce((last, { until }) => (compareDates(until, last) > 0 ? until : last), row.nextFrom);
  return compareDates(paidUntil, today) > 0 ? paidUntil : null;
}

/** A line that has as many as its plan allows has as many as the other allows; one that was given fewer keeps these. */
async function callsAfter(
  context: Context,
  { simultaneousCalls: calls = null, customer: customerId }: ServiceRow,
  {
    before,
    offering,
    customer,
  }: { readonly before: OfferingRow; readonly offering: OfferingRow } & Pick<Wanted, "customer">,
): Promise<number | null> {
  if (offering.serviceType !== "VOIP") return calls;
  const most = await callsMaxOf(context, offering, customer);
  if (most === null || calls === null) return most ?? calls;
  const mostBefore = await callsMaxOf(context, before, { id: customerId });
  return calls === mostBefore ? most : Math.min(calls, most);
}

async function planPlaybook(
  context: Context,
  service: ServiceRow,
  offering: OfferingRow,
): Promise<PinnedPlaybook | null> {
  try {
    return await latestPlaybook(context, await playbookKeyOf(context, service, offering, "plan"), service.path);
  } catch (error) {
    if (error instanceof Rejection) return null;
    throw error;
  }
}

/** One that failed can still be retried, and would then bring its own plan back. */
async function unfinishedRun({ em }: Pick<Context, "em">, serviceId: string): Promise<PlanChange["run"]> {
  const [run] = await em.execute<{ number: number; at_work: boolean }[]>(
    `select number, finished_at is null as at_work from provisioning_run
     where service_id = ? and (finished_at is null or kind = 'CHANGE' and state in ('FAILED', 'ROLL_BACK_FAILED')) limit 1`,
    [serviceId],
  );
  return run === undefined ? null : { number: run.number, isAtWork: run.at_work };
}

async function waitingOrderOf({ em }: Pick<Context, "em">, serviceId: string): Promise<number | null> {
  const [order] = await em.execute<{ number: number }[]>(
    "select number from customer_order where service_id = ? and state = 'ACKNOWLEDGED'",
    [serviceId],
  );
  return order?.number ?? null;
}

/** What the plan needs from stock and the service has none of in that place. */
export function missingSlots(
  { items }: PlanChange,
  requirements: readonly OfferingRequirementRow[],
): OfferingRequirementRow[] {
  return requirements.filter(
    ({ slot, template, isRequired }) => isRequired && items.get(slot)?.templateId !== template,
  );
}
