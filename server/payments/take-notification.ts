import { decodeId, newId } from "@tierline/shared/id.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { Notification, RawNotification } from "../connectors/payments/provider.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { advancePayment } from "./advance-payment.ts";
import { alertSeller } from "./alert.ts";
import { applyReport } from "./apply-report.ts";
import { keepLeftCard } from "./cards.ts";
import { asProvider, asSystemIn, gatewayById, providerAccountOf } from "./gateway.ts";
import { PaymentEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";

export type Taking =
  | "TAKEN"
  /** It came before. */
  | "REPEATED"
  /** It is the provider's, and about nothing that can be credited. */
  | "REFUSED"
  /** The provider has not sent it. */
  | "FORGED"
  | "NO_GATEWAY";

/**
 * What somebody sends to a gateway's address. It is believed when the provider says that it is its own, counts once, and is no more
 * than a reason to ask the provider: what it says of money is credited only where there is nobody to ask.
 * Throws ConnectorFailure when the provider does not answer: then it is to be sent again. `context` sees all tiers.
 */
export async function takeNotification(context: Context, gatewayId: string, raw: RawNotification): Promise<Taking> {
  const id = decodeId("pgw", gatewayId);
  const gateway = id === null ? null : await gatewayById(context, id);
  if (gateway === null) return "NO_GATEWAY";
  const seller = asProvider(asSystemIn(context, gateway.path), gateway);
  const account = providerAccountOf(seller, gateway);
  const sent = await paymentProviderOf[gateway.provider].notification(account, raw, seller.clock.now());
  if (sent === null) {
    const why = say("payment.notSent", { provider: paymentProviderTitles[gateway.provider] });
    await transaction(seller, (tx) => alertSeller(tx, gateway, why, null));
    return "FORGED";
  }
  if (sent.cardSession !== undefined) await keepLeftCard(seller, gateway, sent.cardSession);
  const { taking, payment } = await transaction(seller, (tx) => take(tx, gateway, sent));
  if (taking === "TAKEN" && payment !== null && sent.report === undefined) await advancePayment(seller, payment);
  return taking;
}

async function take(
  tx: Transaction,
  gateway: PaymentGatewayRow,
  sent: Notification,
): Promise<{ taking: Taking; payment: PaymentRow | null }> {
  const paymentId = decodeId("pay", sent.paymentId ?? "");
  const payment = await tx.em.findOne(
    PaymentEntity,
    { id: paymentId ?? gateway.id, gatewayId: gateway.id },
    { disableIdentityMap: true },
  );
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const inserted = await tx.em.execute<unknown[]>(
    `insert into payment_notice (id, path, gateway_id, event_id, type, at, payment_id, outcome)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (gateway_id, event_id) do nothing returning 1`,
    [id, gateway.path, gateway.id, sent.eventId, sent.type, now, payment?.id ?? null, "TAKEN"],
  );
  if (inserted.length === 0) return { taking: "REPEATED", payment };
  const isCard = sent.cardSession !== undefined;
  const refused = isCard ? null : await refusalOf(tx, gateway, payment, sent);
  if (refused === null) return { taking: "TAKEN", payment };
  await tx.em.execute("update payment_notice set outcome = 'REFUSED', reason = ?::jsonb where id = ?", [
    JSON.stringify(refused),
    id,
  ]);
  return { taking: "REFUSED", payment };
}

async function refusalOf(
  tx: Transaction,
  gateway: PaymentGatewayRow,
  payment: PaymentRow | null,
  { report }: Notification,
): Promise<Sentence | null> {
  if (payment === null) {
    const unknown = say("payment.unknown");
    await alertSeller(tx, gateway, unknown, null);
    return unknown;
  }
  if (report !== undefined) return applyReport(tx, gateway, payment.id, report);
  // Asked for at once, and by the next worker should this process die first.
  await tx.em.execute("update payment set due_at = ? where id = ? and not is_owed", [tx.clock.now(), payment.id]);
  return null;
}
