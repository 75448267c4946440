import { newId } from "@tierline/shared/id.ts";
import { decimalOf, money, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { recordAudit } from "../audit/record.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { advancePayment } from "./advance-payment.ts";
import { change, lockPayment } from "./apply-report.ts";
import { nextTry } from "./next-look.ts";
import type { PaymentRow } from "./payment.entity.ts";
import { ownPayment } from "./start-payment.ts";

export interface RefundPaymentInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly id: string;
  /** Left out: all that is left of it. */
  readonly amount?: string | null | undefined;
  readonly reason: string;
}

/**
 * Has the provider give a payment back, whole or in part; the ledger follows when it has. Of those the viewer sells to.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT, LIMIT_EXCEEDED, INVALID
 */
export async function refundPayment(context: Context, input: RefundPaymentInput): Promise<string> {
  const payment = await ownPayment(context, input.id);
  const seller = payment.purpose === "TEST" ? payment.path : sellerPathOf(payment.path);
  if (seller !== context.viewer.path) throw notFound();
  await once(context, "payment.refund", input.idempotencyKey, input, (tx) => ask(tx, payment.id, input));
  await advancePayment(context, payment);
  return payment.id;
}

async function ask(tx: Transaction, id: string, input: RefundPaymentInput): Promise<string> {
  const payment = await lockPayment(tx, id);
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: true } as const;
  const reason = checkText(refusals, input.reason, rule, "reason");
  const amount = amountOf(refusals, payment, input.amount ?? null);
  refusals.settle();
  if (payment.refundKey != null) refuse("payment.refundUnderWay");
  if (payment.state !== "COMPLETED" || payment.captureId == null) {
    const message = say("payment.notRefundable", { state: payment.state });
    throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
  }
  const now = tx.clock.now();
  const refundKey = newId(now.getTime());
  await change(tx, payment, { refundKey, refundMicros: amount.micros, dueAt: nextTry(3, now) });
  await recordAudit(tx, {
    operation: "payment.refund",
    subjectKind: "payment",
    subjectId: id,
    subject: payment.description,
    changes: [{ field: "amount", before: null, after: decimalOf(amount) }],
    path: payment.path,
    note: reason,
  });
  return id;
}

function refuse(key: "payment.refundUnderWay"): never {
  throw new Rejection({ code: "STATE_CONFLICT", message: say(key), path: ["id"] });
}

function amountOf(refusals: Refusals, payment: PaymentRow, text: string | null): Money {
  const { currency } = payment;
  const left = money(payment.amountMicros - payment.refundedMicros, currency);
  if (text === null) return left;
  const asked = tryParseMoney(text, currency);
  if (asked !== null && asked.micros > 0n && asked.micros <= left.micros) return asked;
  const amount = { amount: decimalOf(left), currency };
  refusals.add("LIMIT_EXCEEDED", say("payment.refundMax", { amount }), "amount");
  return left;
}
