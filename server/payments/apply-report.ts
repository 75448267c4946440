import { encodeId } from "@tierline/shared/id.ts";
import { decimalOf, money, type Money } from "@tierline/shared/money.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { paymentMoves, type PaymentState } from "@tierline/shared/payment.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { PaymentReport, ReportedState } from "../connectors/payments/provider.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { alertSeller } from "./alert.ts";
import { credit, giveBack } from "./credit.ts";
import { followPayment } from "./follow-payment.ts";
import { keepMethod } from "./keep-method.ts";
import { takeOrderCreditBack } from "./order-credit.ts";
import { nextLook } from "./next-look.ts";
import { PaymentEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";

const stateAt: Readonly<Record<ReportedState, PaymentState>> = {
  WAITING: "WAITING",
  APPROVED: "WAITING",
  AUTHORISED: "AUTHORISED",
  PENDING: "PENDING",
  COMPLETED: "COMPLETED",
  DECLINED: "DECLINED",
  VOIDED: "VOIDED",
};

/** Locked until the commit: of two who hear of a payment at once one comes after the other. */
export async function lockPayment({ em }: Pick<Transaction, "em">, id: string): Promise<PaymentRow> {
  await em.execute("select 1 from payment where id = ? for update", [id]);
  const row = await em.findOne(PaymentEntity, { id }, { disableIdentityMap: true });
  invariant(row !== null, "a payment is not forgotten");
  return row;
}

/**
 * Makes true here what the provider says: the state, the credit and what was given back, each once however often and by whichever
 * way it is told. The wrong receiver, currency or amount changes nothing, and is told to the seller. Answers why, if so.
 */
export async function applyReport(
  tx: Transaction,
  gateway: PaymentGatewayRow,
  id: string,
  report: PaymentReport,
): Promise<Sentence | null> {
  const payment = await lockPayment(tx, id);
  const wrong = problemOf(payment, gateway, report);
  if (wrong !== null) {
    if (payment.transactionId == null) await change(tx, payment, { dueAt: null, reason: wrong });
    await alertSeller(tx, gateway, wrong, id);
    return wrong;
  }
  const state = stateAfter(payment, report);
  const isPaid = state === "COMPLETED" || state === "REFUNDED";
  const transactionId = isPaid ? await credit(tx, payment, report) : null;
  if (report.method !== null && payment.keepsMethod) await keepMethod(tx, payment.path, gateway, report.method);
  const given =
    isPaid && transactionId !== null ? await giveBack(tx, { ...payment, transactionId }, report.refunds) : 0n;
  const isOver = state === "DECLINED" || state === "VOIDED" || state === "EXPIRED";
  const { transactionId: credited } = payment;
  if (isOver && credited != null) await takeOrderCreditBack(tx, { ...payment, transactionId: credited });
  const refundedMicros = payment.refundedMicros + given;
  const final: PaymentState = isPaid && refundedMicros >= payment.amountMicros ? "REFUNDED" : state;
  const isRefundOver = payment.refundKey != null && given > 0n;
  const now = tx.clock.now();
  await change(tx, payment, {
    state: final,
    refundedMicros,
    transactionId: isOver ? null : (transactionId ?? credited ?? null),
    ...(report.providerId !== "" && { providerId: report.providerId }),
    captureId: report.captureId ?? payment.captureId ?? null,
    approvalUrl: final === "WAITING" ? (report.approvalUrl ?? payment.approvalUrl ?? null) : null,
    reason: report.reason,
    attempts: 0,
    settledAt: payment.settledAt ?? (isPaid ? now : null),
    ...(isRefundOver && { refundKey: null, refundMicros: null }),
    dueAt:
      (payment.refundKey != null && !isRefundOver) || (payment.isOwed && final === "DECLINED")
        ? (payment.dueAt ?? null)
        : nextLook({ ...payment, state: final }, now),
  });
  if (final !== payment.state && final !== "WAITING") await tell(tx, payment, final);
  await followPayment(tx, payment, final);
  return null;
}

/** Money is credited to whom it was asked from, in the amount and the currency that were asked for, when it came to the seller. */
function problemOf(payment: PaymentRow, { receiver }: PaymentGatewayRow, report: PaymentReport): Sentence | null {
  if (report.paymentId !== null && report.paymentId !== encodeId("pay", payment.id)) return say("payment.unknown");
  const names = report.receivers.map((each) => each.toLowerCase());
  if (receiver !== "" && names.length > 0 && !names.includes(receiver.toLowerCase())) {
    return say("payment.otherReceiver", { receiver: report.receivers.join(", ") });
  }
  const wanted = money(payment.amountMicros, payment.currency);
  const { amount } = report;
  if (amount === null || (amount.micros === wanted.micros && amount.currency === wanted.currency)) return null;
  return say("payment.otherAmount", { amount: inWords(amount), wanted: inWords(wanted) });
}

function inWords(amount: Money) {
  return { amount: decimalOf(amount), currency: amount.currency };
}

/** What was asked of it stays asked for until the provider has done it or says that it cannot be. */
function stateAfter({ state: from }: PaymentRow, { state }: PaymentReport): PaymentState {
  const to = stateAt[state];
  return to !== from && canMove(paymentMoves, from, to) ? to : from;
}

type Changes = Partial<Omit<PaymentRow, "id" | "path" | "version">>;

export async function change({ em }: Pick<Transaction, "em">, payment: PaymentRow, changes: Changes): Promise<void> {
  await em.nativeUpdate(PaymentEntity, { id: payment.id }, { ...changes, version: payment.version + 1 });
}

async function tell(tx: Transaction, payment: PaymentRow, state: PaymentState): Promise<void> {
  const { id, path, description, currency, amountMicros } = payment;
  await recordAudit(tx, {
    operation: "payment.settle",
    subjectKind: "payment",
    subjectId: id,
    subject: description,
    changes: [
      { field: "state", before: payment.state, after: state },
      { field: "amount", before: null, after: decimalOf(money(amountMicros, currency)) },
    ],
    path,
  });
}
