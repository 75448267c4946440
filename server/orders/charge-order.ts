import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { addMonths, dateInZone } from "@tierline/shared/billing-period.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { offeringChain, type OfferingLink } from "../catalog/offering-chain.ts";
import { startCharging, type EdgeTerms } from "../charging/start-charging.ts";
import { takeChargesBack, type ChargedSubject } from "../charging/stop-charging.ts";
import { creditOfOrder } from "../payments/order-credit.ts";
import type { Transaction } from "../kernel/context.ts";
import type { QuoteLineValue } from "./order.entity.ts";

interface ChargedOrder {
  readonly path: string;
  readonly seller_path: string;
  readonly offering_id: string;
  readonly customer_id: string;
  readonly service_id: string;
  readonly lines: readonly QuoteLineValue[];
  readonly currency: string;
  readonly auto_renew: boolean;
  readonly while_suspended: SuspensionPolicy;
  readonly placed_at: string;
  readonly time_zone: string;
  readonly locale: string;
  readonly addon_id: string | null;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly service_name: string;
  readonly name: string;
  readonly billing_interval_months: number;
  readonly contract_term_months: number;
  readonly is_package: boolean;
}

/**
 * O23, U30: what was ordered is charged when it is had, and never when it came to nothing: the customer what was agreed at the
 * review, everybody above by what was in force when it was ordered. In the transaction that ends the run.
 */
export async function chargeOrder(tx: Transaction, orderId: string, runId: string): Promise<void> {
  const order = await readOrder(tx, orderId, runId);
  if (order === null) return;
  const { offering_id: offeringId, seller_path: sellerPath, placed_at: placedAt, time_zone: zone } = order;
  const at = tx.em.getPlatform().parseDate(placedAt);
  const links = await offeringChain(tx, { offeringId, sellerPath, at });
  const isAddon = order.addon_id !== null;
  const today = dateInZone(tx.clock.now(), zone);
  const startsOn = isAddon ? today : (order.starts_on ?? today);
  const addonEnd = order.auto_renew ? null : addMonths(startsOn, order.contract_term_months);
  await startCharging(tx, {
    ...subjectOf(order),
    customerId: order.customer_id,
    serviceId: order.service_id,
    path: order.path,
    description: `${order.name} (${order.service_name})`,
    edges: [agreedEdge(order), ...links.flatMap(edgeOf)],
    intervalMonths: order.billing_interval_months,
    // What people work together with is counted by the day and asked for on the first of the month that follows (CX15).
    ...(order.is_package && { timing: "ARREARS", anchor: `${startsOn.slice(0, 8)}01` }),
    whileSuspended: order.while_suspended,
    startsOn,
    endsOn: isAddon ? addonEnd : order.ends_on,
    paidBy: await creditOfOrder(tx, orderId),
  });
}

/** A run that is rolled back leaves nothing to be paid. */
export async function takeOrderChargesBack(tx: Transaction, orderId: string, runId: string): Promise<void> {
  const order = await readOrder(tx, orderId, runId);
  if (order !== null)
    await takeChargesBack(
      tx,
      subjectOf(order),
      rendered(say("charge.undone"), languageOf(order.locale) ?? defaultLanguage),
    );
}

function subjectOf({ addon_id: addonId, service_id: serviceId }: ChargedOrder): ChargedSubject {
  return addonId === null
    ? { subjectKind: "SERVICE", subjectId: serviceId }
    : { subjectKind: "ADDON", subjectId: addonId };
}

async function readOrder({ em }: Transaction, orderId: string, runId: string): Promise<ChargedOrder | null> {
  const [row] = await em.execute<ChargedOrder[]>(
    `select o.path, r.path as seller_path, o.offering_id, o.customer_id, o.service_id, o.lines, o.currency, o.auto_renew, o.while_suspended, o.placed_at,
       r.time_zone, r.locale, a.id as addon_id, s.starts_on::text as starts_on, s.ends_on::text as ends_on, s.name as service_name,
       coalesce(f.name, k.name) as name, coalesce(f.billing_interval_months, k.billing_interval_months) as billing_interval_months,
       coalesce(f.contract_term_months, k.contract_term_months) as contract_term_months,
       coalesce(f.package_terms, k.package_terms) is not null as is_package
     from customer_order o join reseller r on r.id = o.reseller_id join service s on s.id = o.service_id
       left join service_addon a on a.run_id = ? left join offering f on f.id = o.offering_id
       left join kept_offerings(array[o.id]) k on f.id is null
     where o.id = ?`,
    [runId, orderId],
  );
  return row ?? null;
}

/** What the customer said yes to. */
function agreedEdge({ path, currency, lines }: ChargedOrder): EdgeTerms {
  const amountOf = (kind: QuoteLineValue["kind"]) => {
    const line = lines.find((each) => each.kind === kind);
    return line === undefined ? null : BigInt(line.amountMicros);
  };
  const amounts = { setup: amountOf("SETUP"), recurring: amountOf("RECURRING"), oneOff: amountOf("ONE_OFF") };
  return { path, currency, ...amounts, rule: "RETAIL", source: null };
}

export function edgeOf({ buyer, asks, currency, rule, list }: OfferingLink): EdgeTerms[] {
  if (buyer === null || asks === null) return [];
  const { setup, recurring, oneOff } = asks;
  const amounts = {
    setup: setup?.micros ?? null,
    recurring: recurring?.micros ?? null,
    oneOff: oneOff?.micros ?? null,
  };
  return [{ path: buyer.path, currency, ...amounts, rule: rule ?? "MARKUP", source: list?.versionId ?? null }];
}
