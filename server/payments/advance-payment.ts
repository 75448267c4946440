import { encodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { paymentProviderTitles } from "@tierline/shared/payment.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { PaymentReport } from "../connectors/payments/provider.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { PaymentMethodEntity } from "../customers/customer-parts.entity.ts";
import { ConnectorFailure } from "../kernel/connector.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { installation } from "../kernel/installation.ts";
import { invariant } from "../kernel/rejection.ts";
import { alertSeller } from "./alert.ts";
import { applyReport, change, lockPayment } from "./apply-report.ts";
import { isUnattended } from "./card-answers.ts";
import { followPayment } from "./follow-payment.ts";
import { asProvider, gatewayById, inSellersLanguage, inSellersTier, providerAccountOf } from "./gateway.ts";
import { nextTry, payerMs, repeatMs } from "./next-look.ts";
import { PaymentEntity, type PaymentGatewayRow, type PaymentRow } from "./payment.entity.ts";

/** As many calls as a payment can need in a row. */
const stepsMax = 3;

/**
 * Asks the provider for what a payment waits for and makes true what comes of it. Whoever does it at the same time does the same:
 * each call bears the payment's own key, and its report is applied once. Never throws for what a provider does or does not do.
 */
export async function advancePayment(
  context: Context,
  payment: Pick<PaymentRow, "id" | "path" | "purpose">,
): Promise<void> {
  const seller = inSellersTier(context, payment);
  for (let step = 0; step < stepsMax; step += 1) {
    const row = await seller.em.findOne(PaymentEntity, { id: payment.id }, { disableIdentityMap: true });
    const gateway = row === null ? null : await gatewayById(seller, row.gatewayId);
    if (row === null || gateway === null) return;
    if (!(await advanceOnce(asProvider(seller, gateway), gateway, row))) return;
  }
}

/** Answers whether there is more to do at once. */
async function advanceOnce(context: Context, gateway: PaymentGatewayRow, row: PaymentRow): Promise<boolean> {
  let report: PaymentReport | null;
  try {
    report = await ask(context, gateway, row);
  } catch (error) {
    if (!(error instanceof ConnectorFailure)) throw error;
    await noteFailure(context, gateway, row, error);
    return false;
  }
  if (report === null) return false;
  const told = report;
  await transaction(context, (tx) => applyReport(tx, gateway, row.id, told));
  // One that is to be let go was perhaps only found out just now.
  return row.state === "VOIDING" && told.state === "AUTHORISED";
}

async function ask(context: Context, gateway: PaymentGatewayRow, row: PaymentRow): Promise<PaymentReport | null> {
  const provider = paymentProviderOf[row.provider];
  const account = providerAccountOf(context, gateway);
  const { id, state, providerId = null, captureId = null, refundKey = null } = row;
  const description = await inSellersLanguage(context, row.description);
  const asked = { paymentId: encodeId("pay", id), amount: money(row.amountMicros, row.currency), description };
  if (refundKey !== null && providerId !== null && captureId !== null) {
    const amount = money(row.refundMicros ?? 0n, row.currency);
    return provider.refund(account, { key: refundKey, providerId, captureId, amount });
  }
  if (providerId === null) {
    if (state !== "STARTED" && state !== "VOIDING") return null;
    if (row.methodId != null) return provider.authorise(account, { ...asked, ...(await methodOf(context, row)) });
    const returnUrl = `${installation().publicUrl}${row.returnPath}`;
    return provider.begin(account, { ...asked, returnUrl, isMethodKept: row.keepsMethod });
  }
  if (state === "CAPTURING") return provider.capture(account, asked, providerId);
  if (state === "VOIDING") return provider.void(account, asked, providerId);
  const report = await provider.read(account, providerId);
  if (report.state !== "APPROVED") return withinTime(context, row, report);
  return provider.conclude(account, asked, providerId);
}

/** What nobody has agreed to for a day is given up; if money comes of it all the same, it is credited. */
function withinTime({ clock }: Context, { state, startedAt }: PaymentRow, report: PaymentReport): PaymentReport {
  const isOver = state === "WAITING" && clock.now().getTime() - startedAt.getTime() > payerMs;
  return isOver && report.state === "WAITING"
    ? { ...report, state: "DECLINED", reason: say("payment.leftOpen") }
    : report;
}

async function methodOf({ em }: Context, { methodId, purpose }: PaymentRow) {
  const method = await em.findOne(PaymentMethodEntity, { id: methodId ?? "" }, { disableIdentityMap: true });
  invariant(method?.reference != null && method.holder != null, "a payment is begun by a method that can be charged");
  return { method: { reference: method.reference, holder: method.holder }, isCaptured: purpose !== "ORDER" };
}

/** Refused for good: nothing happened. Anything else may have happened, and the same is asked again under the same key. */
async function noteFailure(
  context: Context,
  gateway: PaymentGatewayRow,
  { id }: PaymentRow,
  failure: ConnectorFailure,
): Promise<void> {
  const isRefused = failure.outcome === "permanent" && failure.code.endsWith("_REFUSED");
  await transaction(context, async (tx) => {
    const row = await lockPayment(tx, id);
    const now = tx.clock.now();
    const why = say("payment.refused", { provider: paymentProviderTitles[row.provider], why: failure.words });
    if (row.refundKey != null && isRefused) {
      await change(tx, row, { refundKey: null, refundMicros: null, reason: failure.words, dueAt: null });
      return alertSeller(tx, gateway, why, id);
    }
    if (row.state === "STARTED" && isRefused) {
      await change(tx, row, { state: "DECLINED", reason: why, dueAt: null, settledAt: now });
      await followPayment(tx, row, "DECLINED", false);
      return isUnattended(row) ? alertSeller(tx, gateway, why, id) : undefined; // nobody else would hear of it
    }
    const attempts = row.attempts + 1;
    const age = now.getTime() - row.startedAt.getTime();
    const isForgotten = row.state === "WAITING" && isRefused && age > payerMs; // providers forget what nobody agreed to
    if (isForgotten) return change(tx, row, { state: "EXPIRED", dueAt: null, settledAt: now });
    if (age < repeatMs || row.state !== "STARTED") {
      return change(tx, row, { attempts, reason: failure.words, dueAt: nextTry(attempts, now) });
    }
    await change(tx, row, { state: "EXPIRED", reason: failure.words, dueAt: null, settledAt: now });
    await followPayment(tx, row, "EXPIRED");
    return alertSeller(tx, gateway, say("payment.gaveUp", { provider: paymentProviderTitles[row.provider] }), id);
  });
}

const paymentsPerSweep = 50;
const leaseMs = 60_000;

/** Whatever is due, as a sweep: taken by one worker at a time, and again by any when it dies. */
export async function advanceDue(context: Context): Promise<number> {
  const now = context.clock.now();
  const due = await context.em.execute<{ id: string; path: string; purpose: PaymentRow["purpose"]; state: string }[]>(
    `update payment set due_at = ?, state = case when state = 'AUTHORISED' and order_id is null then 'VOIDING' else state end
     where id in (select id from payment where due_at <= ? and not is_owed order by due_at limit ${paymentsPerSweep} for update skip locked)
     returning id, path, purpose`,
    [new Date(now.getTime() + leaseMs), now],
  );
  await Promise.all(due.map((payment) => advancePayment(context, payment)));
  return due.length;
}
