import { newId } from "@tierline/shared/id.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { PaymentReport, ReportedRefund } from "../connectors/payments/provider.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { postOne } from "../ledger/post.ts";
import { inSellersLanguage } from "./gateway.ts";
import { PaymentRefundEntity, type PaymentRow } from "./payment.entity.ts";

/** The provider's name for the money makes it one credit, whichever way it is told of (U19). Answers the ledger's transaction. */
export async function credit(tx: Transaction, payment: PaymentRow, report: PaymentReport): Promise<string> {
  if (payment.transactionId != null) return payment.transactionId;
  const name = report.captureId ?? payment.captureId ?? report.providerId;
  invariant(name !== "", "a provider names what it was paid");
  const { id, outcome } = await postOne(tx, {
    kind: "PAYMENT",
    reference: `${payment.gatewayId}:${name}`,
    path: payment.path,
    description: await inSellersLanguage(tx, payment.description),
    note: name,
    lines: await linesOf(tx, payment, payment.amountMicros),
  });
  invariant(outcome === "POSTED" || outcome === "REPEATED", `what was paid is posted, not ${outcome}`);
  return id;
}

type Credited = PaymentRow & { readonly transactionId: string };

/** What the provider has given back and was not told of before; answers how much that is. The whole of it takes the payment back. */
export async function giveBack(
  tx: Transaction,
  payment: Credited,
  refunds: readonly ReportedRefund[],
): Promise<bigint> {
  let given = 0n;
  for (const { id: refundId, micros } of refunds) {
    const known = await tx.em.count(PaymentRefundEntity, { payment: payment.id, refundId });
    const left = payment.amountMicros - payment.refundedMicros - given;
    if (known > 0 || micros <= 0n || micros > left) continue;
    const isWhole = micros === payment.amountMicros;
    const transactionId = await postRefund(tx, payment, { id: refundId, micros }, isWhole);
    await tx.em.insert(PaymentRefundEntity, {
      id: newId(tx.clock.now().getTime()),
      path: payment.path,
      payment: payment.id,
      refundId,
      amountMicros: micros,
      transactionId,
      at: tx.clock.now(),
    });
    given += micros;
  }
  return given;
}

/** Null where it was taken back by hand before. */
async function postRefund(
  tx: Transaction,
  payment: Credited,
  { id: name, micros }: ReportedRefund,
  isWhole: boolean,
): Promise<string | null> {
  const asked = {
    reference: `${payment.gatewayId}:${name}`,
    path: payment.path,
    description: `${await inSellersLanguage(tx, payment.description)} (${paymentProviderTitles[payment.provider]})`,
    note: name,
  };
  const { id, outcome } = isWhole
    ? await postOne(tx, { ...asked, kind: "REVERSAL", lines: [], reverses: payment.transactionId })
    : await postOne(tx, { ...asked, kind: "REFUND", lines: await linesOf(tx, payment, -micros) });
  if (outcome === "REVERSED") return null;
  invariant(outcome === "POSTED" || outcome === "REPEATED", `what was given back is posted, not ${outcome}`);
  return id;
}

/** To the buyer's account, from what its seller was paid. */
export async function linesOf(tx: Transaction, payment: PaymentRow, micros: bigint) {
  const path = payment.purpose === "TEST" ? payment.path : sellerPathOf(payment.path);
  const other = await openAccount(tx, { path, kind: "PAYMENTS", currency: payment.currency });
  return [
    { accountId: payment.accountId, micros },
    { accountId: other, micros: -micros },
  ];
}
