import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { postOne, type PaidBy } from "../ledger/post.ts";
import { linesOf } from "./credit.ts";
import { inSellersLanguage } from "./gateway.ts";
import { PaymentEntity, type PaymentRow } from "./payment.entity.ts";

/**
 * What was set aside for an order counts from the moment that its charges do, in the same statement: whoever pays by card is not
 * suspended for the second until the card is asked. A card that then says no takes it back (`takeOrderCreditBack`). Null for an order
 * that nobody paid by card.
 */
export async function creditOfOrder(tx: Transaction, orderId: string): Promise<PaidBy | null> {
  const [found] = await tx.em.execute<{ id: string }[]>(
    "select id from payment where order_id = ? and state = 'CAPTURING' and transaction_id is null for update",
    [orderId],
  );
  const payment = found === undefined ? null : await paymentBy(tx, found.id);
  if (payment === null) return null;
  return {
    transaction: {
      kind: "PAYMENT",
      reference: referenceOf(payment),
      path: payment.path,
      description: await inSellersLanguage(tx, payment.description),
      note: payment.providerId ?? null,
      lines: await linesOf(tx, payment, payment.amountMicros),
    },
    noted: async (transactionId) => {
      await tx.em.nativeUpdate(PaymentEntity, { id: payment.id }, { transactionId, version: payment.version + 1 });
    },
  };
}

/** Whom the card has let down in the end owes what was charged. */
export async function takeOrderCreditBack(tx: Transaction, payment: PaymentRow & { readonly transactionId: string }) {
  const why: Sentence = say("payment.notTaken");
  const { outcome } = await postOne(tx, {
    kind: "REVERSAL",
    reference: `${referenceOf(payment)}:not taken`,
    path: payment.path,
    description: await inSellersLanguage(tx, why),
    note: payment.providerId ?? null,
    lines: [],
    reverses: payment.transactionId,
  });
  // Somebody may have taken it back by hand before.
  invariant(
    outcome === "POSTED" || outcome === "REPEATED" || outcome === "REVERSED",
    `what was not taken is taken back, not ${outcome}`,
  );
}

function referenceOf({ gatewayId, id }: PaymentRow): string {
  return `${gatewayId}:order:${id}`;
}

function paymentBy({ em }: Transaction, id: string): Promise<PaymentRow | null> {
  return em.findOne(PaymentEntity, { id }, { disableIdentityMap: true });
}
