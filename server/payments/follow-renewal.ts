import { dateInZone } from "@tierline/shared/billing-period.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { payersOf } from "../billing/tell-of-balances.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { PaymentMethodRow } from "../customers/customer-parts.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import type { SaidNo } from "./card-answers.ts";
import { resellerAt } from "./gateway.ts";
import { PaymentEntity, type PaymentRow } from "./payment.entity.ts";

/**
 * In the transaction that settles such a payment: what was declined stays owed, and is tried again when its card is; where nobody
 * has asked the card, when somebody changes something. One that nobody heard of for a day is not tried again, because it may have
 * been paid.
 */
export async function followRenewal(
  tx: Transaction,
  payment: PaymentRow,
  to: "COMPLETED" | "DECLINED" | "EXPIRED",
  card: SaidNo | null,
): Promise<void> {
  const { id } = payment;
  if (to !== "DECLINED") {
    if (payment.isOwed) await tx.em.nativeUpdate(PaymentEntity, { id }, { isOwed: false });
    return;
  }
  await tx.em.nativeUpdate(PaymentEntity, { id }, { isOwed: true, dueAt: card?.retryAt ?? null });
  if (card === null) return;
  const { brand, lastFour } = card.method;
  await tellOfRenewal(tx, await resellerAt(tx), payment, { brand, lastFour, retryAt: card.retryAt });
}

type Renewal = Pick<PaymentRow, "path" | "amountMicros" | "currency" | "description">;
type Card = Pick<PaymentMethodRow, "brand" | "lastFour"> & { readonly retryAt: Date | null };

/** The same day's is one mail a customer, in its language, with the day of the next try. */
export async function tellOfRenewal(
  tx: Transaction,
  { name: reseller, timeZone }: Pick<ResellerRow, "name" | "timeZone">,
  { path, amountMicros, currency, description }: Renewal,
  { brand, lastFour, retryAt }: Card,
): Promise<void> {
  const customer = await tx.em.findOne(CustomerEntity, { path }, { disableIdentityMap: true });
  if (customer === null) return;
  const language = languageOf(customer.language) ?? defaultLanguage;
  const amount = { amount: decimalOf(money(amountMicros, currency)), currency };
  const next =
    retryAt === null ? say("card.notAgain") : say("card.again", { day: { day: dateInZone(retryAt, timeZone) } });
  const said = { name: customer.name, reseller, brand, lastFour, amount, what: description, next };
  await queueMail(tx, {
    path,
    cause: `renewal:${path}:${dateInZone(tx.clock.now(), timeZone)}`,
    recipients: await payersOf(tx, { id: customer.id, email: customer.email ?? null }),
    subject: rendered(say("renewalMail.subject", { reseller }), language),
    body: rendered(say("renewalMail.body", said), language),
  });
}
