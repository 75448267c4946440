import type { PaymentState } from "@tierline/shared/payment.ts";
import type { Transaction } from "../kernel/context.ts";
import { cardSaidNo, cardSaidYes } from "./card-answers.ts";
import { followRecharge } from "./follow-recharge.ts";
import { followRenewal } from "./follow-renewal.ts";
import type { PaymentRow } from "./payment.entity.ts";

/**
 * What comes of it that a payment has become something else, in the same transaction, which is the seller's. `isAsked`: whether the
 * card was asked at all. Locks: the payment, then its card, then what tops up by itself.
 */
export async function followPayment(
  tx: Transaction,
  payment: PaymentRow,
  to: PaymentState,
  isAsked = true,
): Promise<void> {
  if (to === payment.state) return;
  const { methodId = null, purpose } = payment;
  const isTaken = to === "COMPLETED" || to === "AUTHORISED";
  if (methodId !== null && isTaken) await cardSaidYes(tx, methodId);
  const isNo = to === "DECLINED" && isAsked && methodId !== null;
  const card = isNo ? await cardSaidNo(tx, methodId, payment) : null;
  if (to !== "COMPLETED" && to !== "DECLINED" && to !== "EXPIRED") return;
  if (purpose === "AUTO_RECHARGE") await followRecharge(tx, payment, to, card);
  if (purpose === "RENEWAL") await followRenewal(tx, payment, to, card);
}
