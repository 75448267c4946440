import { createHash } from "node:crypto";
import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { addDays, addMonths, periodStart } from "@tierline/shared/billing-period.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import { money, sumMoney, type Money } from "@tierline/shared/money.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import type { PriceTerms } from "../catalog/price-terms.ts";

/** What is sold and on which terms, as far as money and time are concerned. */
export interface Sold {
  readonly kind: "PLAN" | "ADDON";
  readonly name: string;
  readonly billingIntervalMonths: number;
  readonly contractTermMonths: number;
  readonly whileSuspended: SuspensionPolicy;
  readonly price: PriceTerms;
  /** What people work together with is paid at the end of its period, by its days (CX15). */
  readonly isInArrears: boolean;
}

export interface Line {
  readonly kind: PriceKind;
  readonly label: Words;
  readonly amount: Money;
  /** First and last day that a recurring price pays for, in the reseller's time zone. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface OrderTerms {
  readonly lines: readonly Line[];
  readonly dueToday: Money;
  readonly recurring: Money | null;
  /** First day of the second period, when it renews by itself. */
  readonly nextRenewalOn: string | null;
  /** Day on which it ends by itself, when it does not. */
  readonly endsOn: string | null;
}

/** What is paid in advance is due: set-up, the first period and what is paid once. */
export function termsOf(sold: Sold, today: string, autoRenew: boolean): OrderTerms {
  const { price, billingIntervalMonths, contractTermMonths, isInArrears } = sold;
  const lines = linesOf(sold, today);
  const isRecurring = price.recurring !== null;
  const dueNow = isInArrears ? lines.filter(({ kind }) => kind !== "RECURRING") : lines;
  return {
    lines,
    dueToday: sumMoney(
      dueNow.map((line) => line.amount),
      price.currency,
    ),
    recurring: price.recurring,
    nextRenewalOn: isRecurring && autoRenew ? periodStart(today, 1, billingIntervalMonths) : null,
    endsOn: isRecurring && !autoRenew ? addMonths(today, contractTermMonths) : null,
  };
}

function linesOf({ name, price, billingIntervalMonths }: Sold, today: string): Line[] {
  const lines: Line[] = [];
  const { setup, recurring, oneOff } = price;
  if (setup !== null) lines.push({ kind: "SETUP", label: say("line.setup"), amount: setup, from: null, to: null });
  if (recurring !== null) {
    const to = addDays(periodStart(today, 1, billingIntervalMonths), -1);
    lines.push({ kind: "RECURRING", label: name, amount: recurring, from: today, to });
  }
  if (oneOff !== null) lines.push({ kind: "ONE_OFF", label: name, amount: oneOff, from: null, to: null });
  return lines;
}

export interface RenewalDefault {
  readonly isAsked: boolean;
  readonly isOn: boolean;
  readonly reason: Sentence;
}

/** O22, O24: asked about for what recurs; yes for plans, no for anything else and wherever nothing could be charged. */
export function renewalDefaultOf(sold: Pick<Sold, "kind" | "price">, hasPaymentMethod: boolean): RenewalDefault {
  if (sold.price.recurring === null) return { isAsked: false, isOn: false, reason: say("renewal.once") };
  if (sold.kind === "ADDON") return { isAsked: true, isOn: false, reason: say("renewal.addon") };
  if (!hasPaymentMethod) {
    return {
      isAsked: true,
      isOn: false,
      reason: say("renewal.noMethod"),
    };
  }
  return { isAsked: true, isOn: true, reason: say("renewal.plan") };
}

/** What the customer agreed to at the review: carried by the quote, since a quote writes nothing. */
export interface Agreed {
  readonly digest: string;
  readonly dueToday: Money;
  readonly recurring: Money | null;
}

/** Changes with every amount, currency, term and playbook version, and with nothing else (O25). */
export function agreedOf(sold: Sold, playbookVersionId: string, more: readonly unknown[] = []): Agreed {
  const { price, billingIntervalMonths, contractTermMonths, whileSuspended } = sold;
  const amounts = [price.setup, price.recurring, price.oneOff].map((amount) =>
    amount === null ? null : String(amount.micros),
  );
  const terms = [billingIntervalMonths, contractTermMonths, whileSuspended];
  const text = JSON.stringify([amounts, price.currency, ...terms, playbookVersionId, ...more]);
  const { dueToday, recurring } = termsOf(sold, "2000-01-01", false);
  return { digest: createHash("sha256").update(text).digest("base64url").slice(0, 24), dueToday, recurring };
}

/** Opaque to callers; the amounts travel in it so that a refusal can name the old ones. */
export function fingerprintOf({ digest, dueToday, recurring }: Agreed): string {
  return [digest, dueToday.currency, dueToday.micros, recurring === null ? "-" : recurring.micros].join(".");
}

const fingerprintPattern = /^([\w-]{24})\.([A-Z]{3})\.(-?\d{1,18})\.(-|\d{1,18})$/;

/** Null for what no quote has ever given out. */
export function agreedFrom(fingerprint: string): Agreed | null {
  const [, digest = "", currency = "", due = "", recurring = ""] = fingerprintPattern.exec(fingerprint) ?? [];
  if (digest === "") return null;
  const amount = recurring === "-" ? null : money(BigInt(recurring), currency);
  return { digest, dueToday: money(BigInt(due), currency), recurring: amount };
}
