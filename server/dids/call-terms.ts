import { parseCadence, type Cadence } from "@tierline/shared/cadence.ts";
import { didCadence, type DidBilling } from "@tierline/shared/did.ts";
import { formatRate, parseRate } from "@tierline/shared/rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { checkCadence } from "../rates/check-plan.ts";
import type { PastTerms } from "./did.entity.ts";

export interface CallTermsInput {
  readonly billing?: DidBilling | null | undefined;
  readonly perMinute?: string | null | undefined;
  readonly cadence?: Cadence | null | undefined;
}

/** What a call that comes in on a number costs. */
export interface DidCallTerms {
  readonly billing: DidBilling;
  readonly ratePerMinute: bigint;
  readonly cadence: string;
}

export function checkCallTerms(refusals: Refusals, input: CallTermsInput): DidCallTerms {
  const billing = input.billing ?? "FLAT";
  const rate = input.perMinute == null ? null : parseRate(input.perMinute);
  if (input.perMinute != null && rate === null) refusals.add("INVALID", say("did.perMinute"), "perMinute");
  else if (billing === "PER_MINUTE" && rate === null)
    refusals.add("REQUIRED", say("did.perMinuteMissing"), "perMinute");
  else if (billing === "FLAT" && rate !== null && rate !== 0n)
    refusals.add("INVALID", say("did.flatMinute"), "perMinute");
  const cadence = checkCadence(refusals, input.cadence ?? null) ?? didCadence;
  return { billing, ratePerMinute: rate ?? 0n, cadence };
}

interface KeptTerms {
  readonly billing: DidBilling;
  readonly ratePerMinute: string | bigint;
  readonly cadence: string;
  readonly pastTerms: PastTerms[];
}

export function termsOf({ billing, ratePerMinute, cadence }: Omit<KeptTerms, "pastTerms">): DidCallTerms {
  return { billing, ratePerMinute: BigInt(ratePerMinute), cadence };
}

/** A change that leaves something out leaves it as it was. */
export function withWhatStays(input: CallTermsInput, row: KeptTerms): CallTermsInput {
  const billing = input.billing ?? row.billing;
  const isStill = billing === "PER_MINUTE" && row.billing === "PER_MINUTE";
  return {
    billing,
    perMinute: input.perMinute ?? (isStill ? formatRate(BigInt(row.ratePerMinute)) : null),
    cadence: input.cadence ?? parseCadence(row.cadence),
  };
}

/** With what held until now, because calls are told of late. */
export function keptTerms(row: KeptTerms, next: DidCallTerms, now: Date): PastTerms[] {
  const was = termsOf(row);
  const isSame = JSON.stringify(callTermsInWords(was)) === JSON.stringify(callTermsInWords(next));
  if (isSame) return row.pastTerms;
  const { billing, cadence } = was;
  return [...row.pastTerms, { until: now.toISOString(), billing, rate: String(was.ratePerMinute), cadence }];
}

/** As the audit trail tells it. */
export function callTermsInWords({ billing, ratePerMinute, cadence }: DidCallTerms): Record<string, string> {
  return billing === "FLAT" ? { billing } : { billing, perMinute: formatRate(ratePerMinute), cadence };
}
