import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { newId } from "@tierline/shared/id.ts";
import { toMinor } from "@tierline/shared/invoice.ts";
import type { PaymentProviderName } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { arrayText } from "../kernel/unnested.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { tellOfRenewal } from "./follow-renewal.ts";

interface Due {
  readonly reference: string;
  readonly path: string;
  readonly description: string;
  readonly period_from: string;
  readonly period_until: string;
  readonly currency: string;
  readonly micros: string;
  readonly account_id: string;
  readonly method_id: string;
  readonly gateway_id: string;
  readonly provider: PaymentProviderName;
  readonly brand: string;
  readonly last_four: string;
  readonly expires_on: string | null;
  readonly retry_at: string | null;
  readonly failed_at: string | null;
}

/**
 * O23: what was just charged again for a service that renews by itself is to be paid with the customer's default card. Noted in the
 * transaction that charges it, once for each charge; the sweep of payments asks the provider. A card that cannot be charged now
 * leaves it owed until it can, or there is another.
 */
export async function noteRenewals(tx: Transaction, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  const due = await tx.em.execute<Due[]>(
    `select c.reference, c.path, c.description, c.period_from::text as period_from, c.period_until::text as period_until, c.currency,
       c.amount_micros::text as micros, a.id as account_id, m.id as method_id, m.gateway_id, g.provider, m.brand, m.last_four,
       m.expires_on::text as expires_on, m.retry_at::text as retry_at, m.failed_at::text as failed_at
     from charge c join recurring_charge rc on rc.id = c.recurring_id join service s on s.id = rc.service_id and s.auto_renew
       join customer k on k.id = c.customer_id and k.path = c.path
       join payment_method m on m.customer_id = k.id and m.is_default and m.reference is not null
       join payment_gateway g on g.id = m.gateway_id
       join ledger_account a on a.path = c.path and a.kind = 'BILLING' and a.currency = c.currency
     where c.reference = any(?::text[]) and c.amount_micros > 0`,
    [arrayText(references)],
  );
  const rows = due.map((each) => rowOf(tx, each));
  if (rows.length === 0) return;
  await tx.em.execute(
    `insert into payment select * from jsonb_populate_recordset(null::payment, ?::jsonb) on conflict (key) do nothing`,
    [JSON.stringify(rows)],
  );
  for (const each of due.filter((one) => isOver(tx, one) && one.failed_at === null)) await tellOfCard(tx, each);
}

function isOver({ clock }: Pick<Transaction, "clock">, { expires_on: last }: Due): boolean {
  return last !== null && last < dateInZone(clock.now(), "UTC"); // dates compare as texts
}

function rowOf(tx: Transaction, due: Due): Record<string, unknown> {
  const now = tx.clock.now();
  const retryAt = due.retry_at === null ? null : tx.em.getPlatform().parseDate(due.retry_at);
  const isWaiting = retryAt !== null && retryAt > now;
  const isLost = due.failed_at !== null || isOver(tx, due);
  const reason = isOver(tx, due) ? say("card.expired") : isLost ? say("card.notAgain") : say("card.waits");
  return {
    id: newId(now.getTime()),
    path: due.path,
    gateway_id: due.gateway_id,
    provider: due.provider,
    purpose: "RENEWAL",
    account_id: due.account_id,
    amount_micros: String(amountOf(due)),
    currency: due.currency,
    description: descriptionOf(due),
    method_id: due.method_id,
    keeps_method: false,
    return_path: "/",
    key: `renewal:${due.reference}`,
    refunded_micros: "0",
    started_at: now,
    started_by: tx.viewer.name,
    attempts: 0,
    version: 1,
    ...(isLost || isWaiting
      ? { state: "DECLINED", is_owed: true, reason, settled_at: now, due_at: isLost ? null : retryAt }
      : { state: "STARTED", is_owed: false, due_at: now }),
  };
}

/** Providers take whole pennies; what a charge has besides stays on the account until its invoice rounds it. */
function amountOf({ micros, currency }: Due): bigint {
  return toMinor(BigInt(micros), currency);
}

function descriptionOf({ description: what, period_from: from, period_until: until }: Due) {
  return say("charge.period", { what, from: { day: from }, to: { day: addDays(until, -1) } });
}

async function tellOfCard(tx: Transaction, due: Due): Promise<void> {
  const seller = await tx.em.findOne(ResellerEntity, { path: sellerPathOf(due.path) }, { disableIdentityMap: true });
  invariant(seller !== null, "a customer has a reseller");
  const payment = {
    path: due.path,
    amountMicros: amountOf(due),
    currency: due.currency,
    description: descriptionOf(due),
  };
  await tellOfRenewal(tx, seller, payment, { brand: due.brand, lastFour: due.last_four, retryAt: null });
}
