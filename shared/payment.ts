import type { Moves } from "./moves.ts";

/** Who takes money for a reseller: each reseller has an account of its own with each of them. */
export const paymentProviders = ["PAYPAL", "STRIPE"] as const;
export type PaymentProviderName = (typeof paymentProviders)[number];

export const paymentProviderTitles: Readonly<Record<PaymentProviderName, string>> = {
  PAYPAL: "PayPal",
  STRIPE: "Stripe",
};

/** Against what a reseller's account is tried: the demo network, the provider's own place for trying, or for money. */
export const gatewayModes = ["LAB", "SANDBOX", "LIVE"] as const;
export type GatewayMode = (typeof gatewayModes)[number];

/** What a payment is for. A test goes to an account of its own, an order is paid when what was ordered works. */
export const paymentPurposes = ["TOP_UP", "TEST", "ORDER", "AUTO_RECHARGE", "RENEWAL"] as const;
export type PaymentPurpose = (typeof paymentPurposes)[number];

export const paymentStates = [
  "STARTED",
  "WAITING",
  "AUTHORISED",
  "CAPTURING",
  "VOIDING",
  "PENDING",
  "COMPLETED",
  "REFUNDED",
  "DECLINED",
  "EXPIRED",
  "VOIDED",
] as const;
export type PaymentState = (typeof paymentStates)[number];

/** Money that arrives is money, however late: whatever was given up before may still be completed. */
export const paymentMoves: Moves<PaymentState> = {
  STARTED: ["WAITING", "AUTHORISED", "PENDING", "COMPLETED", "DECLINED", "EXPIRED", "VOIDING", "VOIDED"],
  WAITING: ["AUTHORISED", "PENDING", "COMPLETED", "DECLINED", "EXPIRED", "VOIDED"],
  AUTHORISED: ["CAPTURING", "VOIDING", "COMPLETED", "DECLINED", "VOIDED"],
  CAPTURING: ["PENDING", "COMPLETED", "DECLINED", "VOIDED"],
  VOIDING: ["VOIDED", "DECLINED", "COMPLETED"],
  PENDING: ["COMPLETED", "DECLINED", "VOIDED"],
  COMPLETED: ["REFUNDED"],
  REFUNDED: [],
  DECLINED: ["PENDING", "COMPLETED"],
  EXPIRED: ["PENDING", "COMPLETED"],
  VOIDED: ["PENDING", "COMPLETED"],
};

/** Nothing is to come of it by itself any more. */
export const settledPaymentStates: ReadonlySet<PaymentState> = new Set([
  "COMPLETED",
  "REFUNDED",
  "DECLINED",
  "EXPIRED",
  "VOIDED",
]);

/** What a payment method on file is good for when it is charged without its holder. */
export const methodStandings = ["READY", "DECLINED", "FAILED", "EXPIRED", "NOTED"] as const;
export type MethodStanding = (typeof methodStandings)[number];

export interface MethodFacts {
  /** Its name at the provider; null for one that is only known of. */
  readonly reference?: string | null | undefined;
  /** The last day on which it works. */
  readonly expiresOn?: string | null | undefined;
  readonly declinedAt?: Date | null | undefined;
  /** Since when it is not tried any more by itself. */
  readonly failedAt?: Date | null | undefined;
}

export function methodStanding(
  { reference, expiresOn, declinedAt, failedAt }: MethodFacts,
  today: string,
): MethodStanding {
  if (expiresOn != null && expiresOn < today) return "EXPIRED"; // dates compare as texts
  if (reference == null) return "NOTED";
  if (failedAt != null) return "FAILED";
  return declinedAt == null ? "READY" : "DECLINED";
}

const tried: ReadonlySet<MethodStanding> = new Set(["READY", "DECLINED"]);

/** Whether it is charged when its holder is not there: one that said no is asked again, since its bank decides anew. */
export function isTried(standing: MethodStanding): boolean {
  return tried.has(standing);
}

export const topUpAmountsMax = 12;
export const topUpAmountMax = 100_000;

export type TopUpAmounts =
  | { readonly amounts: readonly number[]; readonly wrong?: undefined }
  | { readonly amounts?: undefined; readonly wrong: string };

/**
 * V20: what customers can pay, as it is typed: whole units of the currency with commas between. What is said twice counts once;
 * `wrong` is the first that is none.
 */
export function parseTopUpAmounts(text: string): TopUpAmounts {
  const amounts = new Set<number>();
  for (const part of text.split(",").map((each) => each.trim())) {
    const amount = /^[1-9]\d{0,5}$/.test(part) ? Number(part) : Number.NaN;
    if (!(amount <= topUpAmountMax)) return { wrong: part };
    amounts.add(amount);
  }
  if (amounts.size > topUpAmountsMax) return { wrong: text };
  return { amounts: [...amounts] };
}
