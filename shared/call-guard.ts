import { destinationClasses, openClasses, type DestinationClass } from "./destination-class.ts";

/** What may be called, and how much of it. Null is without a limit. Rates are trillionths a minute, amounts millionths. */
export interface CallLimits {
  readonly openClasses: readonly DestinationClass[];
  readonly parallelCalls: number | null;
  readonly callsPerMinute: number | null;
  readonly longestSeconds: number | null;
  readonly dearestRate: bigint | null;
  readonly dailyMicros: bigint | null;
  readonly monthlyMicros: bigint | null;
}

/** Where nothing was decided. */
export const ordinaryLimits: CallLimits = {
  openClasses,
  parallelCalls: null,
  callsPerMinute: null,
  longestSeconds: null,
  dearestRate: null,
  dailyMicros: null,
  monthlyMicros: null,
};

export const countedLimits = ["parallelCalls", "callsPerMinute", "longestSeconds"] as const;
export const pricedLimits = ["dearestRate", "dailyMicros", "monthlyMicros"] as const;
export type CallLimitName = (typeof countedLimits)[number] | (typeof pricedLimits)[number];
const limitNames: readonly CallLimitName[] = [...countedLimits, ...pricedLimits];

type Value = number | bigint | null;

function isLooser(one: Value, other: Value): boolean {
  return other !== null && (one === null || one > other);
}

/** What each of them allows. */
export function stricterOf(one: CallLimits, other: CallLimits): CallLimits {
  const values = Object.fromEntries(
    limitNames.map((name) => [name, isLooser(one[name], other[name]) ? other[name] : one[name]]),
  );
  return {
    ...one,
    ...values,
    openClasses: destinationClasses.filter(
      (each) => one.openClasses.includes(each) && other.openClasses.includes(each),
    ),
  };
}

/** What `limits` let that `bound` does not: a child may be stricter than its parent and never looser. */
export function beyond(
  limits: CallLimits,
  bound: CallLimits,
): { readonly classes: readonly DestinationClass[]; readonly names: readonly CallLimitName[] } {
  return {
    classes: limits.openClasses.filter((each) => !bound.openClasses.includes(each)),
    // What is not limited is limited by those above all the same.
    names: limitNames.filter((name) => limits[name] !== null && isLooser(limits[name], bound[name])),
  };
}

/** Whether anything is let that was not before: that waits, so that somebody can be asked. */
export function isRaised(limits: CallLimits, before: CallLimits): boolean {
  return (
    limits.openClasses.some((each) => !before.openClasses.includes(each)) ||
    limitNames.some((name) => isLooser(limits[name], before[name]))
  );
}

/** How long what was raised waits before it counts. */
export const raiseDelayMinutes = 15;
export const parallelCallsMax = 100_000;
