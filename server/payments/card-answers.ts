import { afterDecline, untried, type CardAnswers } from "@tierline/shared/card-retries.ts";
import type { PaymentPurpose } from "@tierline/shared/payment.ts";
import { dunningOf } from "../billing/set-dunning.ts";
import { PaymentMethodEntity, type PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { resellerAt } from "./gateway.ts";

/** While nobody is there who could choose another card at once. */
const unattended: ReadonlySet<PaymentPurpose> = new Set(["AUTO_RECHARGE", "RENEWAL"]);

export function isUnattended({ purpose }: { readonly purpose: PaymentPurpose }): boolean {
  return unattended.has(purpose);
}

export async function cardSaidYes({ em }: Transaction, methodId: string): Promise<void> {
  await em.nativeUpdate(PaymentMethodEntity, { id: methodId }, { declinedAt: null, ...untried });
}

export interface SaidNo extends CardAnswers {
  readonly method: PaymentMethodRow;
}

/** In the seller's tier; null where the card was removed meanwhile. */
export async function cardSaidNo(
  tx: Transaction,
  methodId: string,
  payment: { readonly purpose: PaymentPurpose },
): Promise<SaidNo | null> {
  await tx.em.execute("select 1 from payment_method where id = ? for update", [methodId]);
  const method = await tx.em.findOne(PaymentMethodEntity, { id: methodId }, { disableIdentityMap: true });
  if (method === null) return null;
  const now = tx.clock.now();
  const known = answersOf(method);
  const next = isUnattended(payment) ? await afterNo(tx, known, now) : known;
  await tx.em.nativeUpdate(PaymentMethodEntity, { id: methodId }, { declinedAt: now, ...next });
  return { ...next, method };
}

async function afterNo(tx: Transaction, known: CardAnswers, now: Date): Promise<CardAnswers> {
  const { path, timeZone } = await resellerAt(tx);
  const { cardRetryDays } = await dunningOf(tx, path);
  return afterDecline(known, cardRetryDays, now, timeZone);
}

function answersOf({ declines, retryAt = null, failedAt = null }: PaymentMethodRow): CardAnswers {
  return { declines, retryAt, failedAt };
}
