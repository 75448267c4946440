import { cadencedSeconds, type Cadence } from "./cadence.ts";
import { divideHalfUp } from "./money.ts";
import type { Rate } from "./rate.ts";

/** What a call costs by, at one tier. */
export interface CallTerms {
  readonly ratePerMinute: Rate;
  /** Once a call that is not free as a whole. */
  readonly connectFee: Rate;
  /** Seconds at the beginning that the connect fee has paid. */
  readonly includedSeconds: number;
  readonly cadence: Cadence;
}

export interface CallPrice {
  /** Counted by the cadence: free and billed together (U10). */
  readonly cadencedSeconds: number;
  readonly freeSeconds: number;
  readonly billedSeconds: number;
  readonly priceMicros: bigint;
}

const microsPerRate = 1_000_000n;

/**
 * Prices a call: one multiplication and one rounding, half-up at 6 places. `allowanceSeconds` of it are free where they are left;
 * the rest is billed (BX8).
 */
export function priceCall(seconds: number, terms: CallTerms, allowanceSeconds = 0): CallPrice {
  const counted = cadencedSeconds(seconds, terms.cadence);
  const chargeable = counted === 0 ? 0 : cadencedSeconds(Math.max(0, seconds - terms.includedSeconds), terms.cadence);
  const freeSeconds = Math.min(Math.max(0, allowanceSeconds), chargeable);
  const billedSeconds = chargeable - freeSeconds;
  const isFree = counted === 0 || (chargeable > 0 && billedSeconds === 0);
  const fee = isFree ? 0n : terms.connectFee;
  const priceMicros = divideHalfUp(terms.ratePerMinute * BigInt(billedSeconds) + fee * 60n, 60n * microsPerRate);
  return { cadencedSeconds: freeSeconds + billedSeconds, freeSeconds, billedSeconds, priceMicros };
}
