import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { keptOffering } from "../catalog/kept-offerings.ts";
import { offeringChain } from "../catalog/offering-chain.ts";
import { replaceRecurring, restoreRecurring } from "../charging/replace-recurring.ts";
import { creditOfOrder } from "../payments/order-credit.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { changeService } from "../services/move-service.ts";
import { edgeOf } from "./charge-order.ts";
import type { ReplacedPlan } from "./order.entity.ts";

interface ChangedOrder {
  readonly path: string;
  readonly seller_path: string;
  readonly offering_id: string;
  readonly customer_id: string;
  readonly service_id: string;
  readonly before_id: string;
  readonly currency: string;
  readonly recurring: string;
  readonly while_suspended: SuspensionPolicy;
  readonly placed_at: string;
  readonly locale: string;
  readonly replaced: ReplacedPlan | null;
  readonly service_name: string;
  readonly recurring_before: string | null;
  readonly ends_on: string | null;
  /** Of what was to be had at once: the day whose amounts were confirmed. */
  readonly agreed_on: string | null;
}

/**
 * The service has its other plan from now on, and every sale on the way its price: in the transaction that ends the run, so that had
 * and charged are true at the same moment, and once, however often its end is told. How long its contract runs stays as it was. What is
 * had at once is charged by the day on which it was confirmed, also when its run ends on a later one: to the cent what was shown.
 */
export async function applyPlanChange(tx: Transaction, orderId: string): Promise<void> {
  const order = await readChanged(tx, orderId);
  if (order === null || order.replaced !== null) return;
  const { offering_id: offeringId, seller_path: sellerPath, path, service_id: serviceId, currency, recurring } = order;
  const offering = await keptOffering(tx, orderId);
  invariant(offering !== null, "what was ordered can be read wherever the order can");
  const links = await offeringChain(tx, {
    offeringId,
    sellerPath,
    at: tx.em.getPlatform().parseDate(order.placed_at),
  });
  const customers = { path, currency, setup: null, recurring: BigInt(recurring), rule: "RETAIL", source: null };
  const resellers = links.flatMap(edgeOf).map((edge) => ({ ...edge, setup: null, oneOff: null }));
  const replaced = await replaceRecurring(tx, {
    reference: referenceOf(orderId),
    subjectKind: "SERVICE",
    subjectId: serviceId,
    customerId: order.customer_id,
    serviceId,
    path,
    description: `${offering.name} (${order.service_name})`,
    edges: [customers, ...resellers],
    intervalMonths: offering.billingIntervalMonths,
    whileSuspended: order.while_suspended,
    endsOn: order.ends_on,
    agreedOn: order.agreed_on,
    paidBy: await creditOfOrder(tx, orderId),
  });
  const kept: ReplacedPlan = { ...replaced, recurringMicros: order.recurring_before };
  await tx.em.execute("update customer_order set replaced = ?::jsonb where id = ?", [JSON.stringify(kept), orderId]);
  await changeService(tx, serviceId, { offering_id: offeringId, recurring_micros: recurring });
}

/** A run that is rolled back leaves the plan and the charges that were. */
export async function takePlanChangeBack(tx: Transaction, orderId: string): Promise<void> {
  const order = await readChanged(tx, orderId);
  if (order === null || order.replaced === null) return;
  const { replaced, service_id: serviceId, before_id: before, locale } = order;
  const reason = rendered(say("charge.undone"), languageOf(locale) ?? defaultLanguage);
  const subject = { subjectKind: "SERVICE" as const, subjectId: serviceId, reference: referenceOf(orderId) };
  await restoreRecurring(tx, subject, replaced, reason);
  await tx.em.execute("update customer_order set replaced = null where id = ?", [orderId]);
  await changeService(tx, serviceId, { offering_id: before, recurring_micros: replaced.recurringMicros });
}

function referenceOf(orderId: string): string {
  return `change:${orderId}`;
}

async function readChanged({ em }: Transaction, orderId: string): Promise<ChangedOrder | null> {
  const [row] = await em.execute<ChangedOrder[]>(
    `select o.path, r.path as seller_path, o.offering_id, o.customer_id, o.service_id, o.before_id, o.currency,
       o.recurring_micros::text as recurring, o.while_suspended, o.placed_at, r.locale, o.replaced, s.name as service_name,
       s.recurring_micros::text as recurring_before, s.ends_on::text as ends_on,
       case when not o.is_at_renewal then o.starts_on::text end as agreed_on
     from customer_order o join reseller r on r.id = o.reseller_id join service s on s.id = o.service_id
     where o.id = ? and o.before_id is not null for update of o`,
    [orderId],
  );
  return row ?? null;
}
