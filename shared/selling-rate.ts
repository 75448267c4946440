import type { Cadence } from "./cadence.ts";
import { priceCall, type CallPrice, type CallTerms } from "./call-price.ts";
import { callSecondsMax } from "./limits.ts";
import { markUp, markUpOnce, noExchange, noMarkup, type Markup, type Rate } from "./rate.ts";

/** What a rate of a seller's own is for, the nearest first: it replaces the marked-up one, and no markup is put on it. */
export const overrideScopes = ["PREFIX", "COUNTRY", "US_CANADA"] as const;
export type OverrideScope = (typeof overrideScopes)[number];

export interface RateOverride {
  readonly scope: OverrideScope;
  /** The prefix or the country (ISO 3166); empty for the block of the United States and Canada. */
  readonly target: string;
  readonly ratePerMinute: Rate;
}

/** How a seller makes its prices out of what it pays. */
export interface SellingPlan {
  readonly markup: Markup;
  /** Null: calls are counted as they are bought. */
  readonly cadence: Cadence | null;
  /** How much of the seller's currency one unit of what it pays in is worth; null where it is the same. */
  readonly exchangeRate: Rate | null;
  readonly overrides: readonly RateOverride[];
}

/** A number that is called: digits from the country code on, and the country that its numbering plan names. */
export interface Called {
  readonly digits: string;
  readonly country: string | null;
}

export interface Selling<P extends SellingPlan = SellingPlan> {
  readonly plan: P;
  readonly override: RateOverride | null;
  /** In the seller's currency. */
  readonly bought: CallTerms;
  readonly terms: CallTerms;
}

/** The longest prefix before the country, the country before the block (V7). */
export function overrideFor(overrides: readonly RateOverride[], { digits, country }: Called): RateOverride | null {
  if (overrides.length === 0) return null;
  const byPrefix = overrides
    .filter(({ scope, target }) => scope === "PREFIX" && digits.startsWith(target))
    .toSorted((a, b) => b.target.length - a.target.length)[0];
  const byCountry = overrides.find(({ scope, target }) => scope === "COUNTRY" && target === country);
  const byBlock = overrides.find(({ scope }) => scope === "US_CANADA" && (country === "US" || country === "CA"));
  return byPrefix ?? byCountry ?? byBlock ?? null;
}

/** What a seller asks for a call that it buys on these terms. */
export function sell<P extends SellingPlan>(offered: CallTerms, plan: P, called: Called): Selling<P> {
  const override = overrideFor(plan.overrides, called);
  const exchange = plan.exchangeRate ?? noExchange;
  const bought: CallTerms =
    plan.exchangeRate === null
      ? offered
      : {
          ...offered,
          ratePerMinute: markUp(offered.ratePerMinute, noMarkup, exchange),
          connectFee: markUp(offered.connectFee, noMarkup, exchange),
        };
  const terms: CallTerms = {
    ratePerMinute: override?.ratePerMinute ?? markUp(offered.ratePerMinute, plan.markup, exchange),
    connectFee: markUpOnce(offered.connectFee, plan.markup, exchange),
    includedSeconds: offered.includedSeconds,
    cadence: plan.cadence ?? offered.cadence,
  };
  return { plan, override, bought, terms };
}

/** From the one who buys from the carrier down: each seller buys at what the one above it asks (X6). */
export function sellThrough<P extends SellingPlan>(
  carrier: CallTerms,
  plans: readonly P[],
  called: Called,
): Selling<P>[] {
  const steps: Selling<P>[] = [];
  for (const plan of plans) steps.push(sell(steps.at(-1)?.terms ?? carrier, plan, called));
  return steps;
}

/** How long a call may last that so much money pays for; 0 when not even its first seconds. */
export function affordableSeconds(balanceMicros: bigint, terms: CallTerms, allowanceSeconds = 0): number {
  const isPaid = (price: CallPrice) => price.priceMicros <= balanceMicros;
  let [paid, unpaid] = [0, callSecondsMax + 1];
  while (unpaid - paid > 1) {
    const middle = Math.floor((paid + unpaid) / 2);
    if (isPaid(priceCall(middle, terms, allowanceSeconds))) paid = middle;
    else unpaid = middle;
  }
  return paid <= terms.cadence.grace ? 0 : paid;
}
