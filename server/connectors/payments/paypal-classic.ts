import { tryParseMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { callProvider, labAddress, paypalElement as element, type Addresses } from "./call.ts";
import type { Notification, PaymentReport, ProviderAccount, RawNotification, ReportedState } from "./provider.ts";

// Instant payment notifications (VX12): a form that PayPal sends, and which it is asked to verify byte by byte. It ends in 2027,
// and reaches whoever has entered our address there, also for what the newer interface has told already.

const addresses: Addresses = {
  LIVE: "https://ipnpb.paypal.com/cgi-bin/webscr",
  SANDBOX: "https://ipnpb.sandbox.paypal.com/cgi-bin/webscr",
};

export function isClassic({ headers }: RawNotification): boolean {
  return (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
}

/** Null unless PayPal answers VERIFIED. */
export async function classicNotification(
  account: ProviderAccount,
  raw: RawNotification,
): Promise<Notification | null> {
  const fields = new URLSearchParams(raw.body);
  const id = fields.get("txn_id") ?? "";
  const status = fields.get("payment_status") ?? "";
  if (id === "" || status === "") return null;
  const answer = await callProvider(element, {
    method: "POST",
    url: account.mode === "LAB" ? `${labAddress(element, "paypal")}/cgi-bin/webscr` : addresses[account.mode],
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: `cmd=_notify-validate&${raw.body}`,
  });
  if (answer.text.trim() !== "VERIFIED") return null;
  const report = reportOf(fields, id, status);
  return { eventId: `ipn:${id}:${status}`, type: `ipn.${status}`, paymentId: report.paymentId, report };
}

const stateOf: Readonly<Record<string, ReportedState>> = {
  Completed: "COMPLETED",
  Processed: "COMPLETED",
  Refunded: "COMPLETED",
  Reversed: "COMPLETED",
  Denied: "DECLINED",
  Failed: "DECLINED",
  Expired: "DECLINED",
  Voided: "VOIDED",
};

function reportOf(fields: URLSearchParams, id: string, status: string): PaymentReport {
  const state = stateOf[status] ?? "PENDING";
  const currency = fields.get("mc_currency") ?? "";
  const amount = /^[A-Z]{3}$/.test(currency) ? tryParseMoney(fields.get("mc_gross") ?? "", currency) : null;
  const isGivenBack = status === "Refunded" || status === "Reversed";
  const receivers = ["receiver_email", "business", "receiver_id"].map((name) => fields.get(name) ?? "");
  return {
    state,
    providerId: "",
    paymentId: fields.get("custom"),
    // What is given back may be a part, and says nothing of what was paid.
    amount: isGivenBack ? null : (amount ?? { micros: 0n, currency: "XXX" }),
    receivers: receivers.filter((each) => each !== ""),
    captureId: state === "COMPLETED" ? (isGivenBack ? fields.get("parent_txn_id") : id) : null,
    refunds:
      isGivenBack && amount !== null ? [{ id, micros: amount.micros < 0n ? -amount.micros : amount.micros }] : [],
    approvalUrl: null,
    method: null,
    reason: state === "DECLINED" ? say("payment.methodDeclined") : null,
  };
}
