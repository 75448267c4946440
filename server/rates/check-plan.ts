import { cadenceOf, formatCadence } from "@tierline/shared/cadence.ts";
import { usualRoutes, type CallRoute, type PlanRoutes } from "@tierline/shared/call-route.ts";
import { nameLengthMax, prefixLengthMax, rateOverridesMax } from "@tierline/shared/limits.ts";
import { formatRate, parsePercent, parseRate } from "@tierline/shared/rate.ts";
import type { OverrideScope } from "@tierline/shared/selling-rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import { countryOf } from "../kernel/country.ts";
import type { Refusals } from "../kernel/rejection.ts";
import type { OverrideValue } from "./rate.entity.ts";

export interface PlanTermsInput {
  readonly name: string;
  readonly markupFixed?: string | null | undefined;
  readonly markupPercent?: string | null | undefined;
  readonly cadence?: { readonly first: number; readonly step: number; readonly grace: number } | null | undefined;
  readonly exchangeRate?: string | null | undefined;
  readonly overrides?:
    | readonly { readonly scope: OverrideScope; readonly target?: string | null; readonly ratePerMinute: string }[]
    | null
    | undefined;
  readonly internationalRoute?: CallRoute | null | undefined;
  readonly canadaRoute?: CallRoute | null | undefined;
}

export interface PlanTerms extends PlanRoutes {
  readonly name: string;
  readonly markupFixed: bigint;
  readonly markupPercent: bigint;
  readonly cadence: string | null;
  readonly exchangeRate: string | null;
  readonly overrides: OverrideValue[];
}

/** Every problem of a plan's form at once. */
export function checkPlanTerms(refusals: Refusals, input: PlanTermsInput): PlanTerms {
  const name = checkText(refusals, input.name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name");
  const fixed = parseRate(input.markupFixed ?? "0");
  const percent = parsePercent(input.markupPercent ?? "0");
  if (fixed === null) refusals.add("INVALID", say("rate.notARate"), "markupFixed");
  if (percent === null) refusals.add("INVALID", say("rate.notAPercentage"), "markupPercent");
  return {
    name: name ?? "",
    markupFixed: fixed ?? 0n,
    markupPercent: percent ?? 0n,
    cadence: checkCadence(refusals, input.cadence ?? null),
    exchangeRate: checkExchangeRate(refusals, input.exchangeRate ?? null),
    overrides: checkOverrides(refusals, input.overrides ?? []),
    internationalRoute: input.internationalRoute ?? usualRoutes.internationalRoute,
    canadaRoute: input.canadaRoute ?? usualRoutes.canadaRoute,
  };
}

export function checkCadence(refusals: Refusals, input: NonNullable<PlanTermsInput["cadence"]> | null): string | null {
  if (input === null) return null;
  const cadence = cadenceOf(input.first, input.step, input.grace);
  if (cadence === null) refusals.add("INVALID", say("rate.cadence"), "cadence");
  return cadence === null ? null : formatCadence(cadence);
}

function checkExchangeRate(refusals: Refusals, input: string | null): string | null {
  if (input === null) return null;
  const rate = parseRate(input);
  if (rate === null || rate === 0n) {
    refusals.add("INVALID", say("rate.notARate"), "exchangeRate");
    return null;
  }
  return formatRate(rate);
}

type OverrideInput = NonNullable<PlanTermsInput["overrides"]>[number];

function checkOverrides(refusals: Refusals, inputs: readonly OverrideInput[]): OverrideValue[] {
  if (inputs.length > rateOverridesMax) {
    refusals.add("TOO_LONG", say("rate.tooManyOverrides", { max: rateOverridesMax }), "overrides");
    return [];
  }
  const seen = new Set<string>();
  return inputs.map(({ scope, ratePerMinute, ...input }, index) => {
    const path = ["overrides", String(index)];
    const target = scope === "US_CANADA" ? "" : (input.target ?? "").trim().replace(/^\+/, "").toUpperCase();
    const rate = parseRate(ratePerMinute);
    if (rate === null) refusals.add("INVALID", say("rate.notARate"), ...path, "ratePerMinute");
    if (scope === "PREFIX" && !(/^\d+$/.test(target) && target.length <= prefixLengthMax)) {
      refusals.add("INVALID", say("rate.overridePrefix", { max: prefixLengthMax }), ...path, "target");
    }
    if (scope === "COUNTRY" && countryOf(target) === null)
      refusals.add("INVALID", say("rate.overrideCountry"), ...path, "target");
    if (seen.has(`${scope} ${target}`)) refusals.add("TAKEN", say("rate.overrideTwice"), ...path, "target");
    seen.add(`${scope} ${target}`);
    return { scope, target, ratePerMinute: rate === null ? "0" : formatRate(rate) };
  });
}
