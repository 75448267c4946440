import type { CallLimits } from "@tierline/shared/call-guard.ts";
import { destinationClasses, type DestinationClass } from "@tierline/shared/destination-class.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { inWords, type CallGuard } from "./call-guard.ts";

const DestinationClassEnum = enumOf<DestinationClass>(destinationClasses);
registerEnumType(DestinationClassEnum, {
  name: "DestinationClass",
  description: "Where calls go, as far as fraud is concerned.",
  valuesConfig: {
    DOMESTIC: { description: "The reseller's own country." },
    EU: { description: "The European Union." },
    WORLD: { description: "Everywhere else." },
    PREMIUM: { description: "Numbers that cost whoever calls and pay whoever is called." },
    SATELLITE: { description: "Satellites." },
    HIGH_RISK: { description: "Networks without a country, and countries whose ranges are rented out for fraud." },
  },
});

@ObjectType("CallLimits", { description: "What may be called, and how much of it. Null is without a limit." })
export class CallLimitsType {
  @Field(() => [DestinationClassEnum], { description: "Where calls may go." })
  openClasses: DestinationClass[];

  @Field(() => Int, {
    nullable: true,
    description: "Calls at a time, of all below together; of one line its simultaneousCalls say it.",
  })
  parallelCalls: number | null;

  @Field(() => Int, { nullable: true, description: "Calls within a minute, of all below together." })
  callsPerMinute: number | null;

  @Field(() => Int, { nullable: true, description: "Seconds that a call may last." })
  longestSeconds: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What a minute may cost." })
  dearestRate: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What calls may cost in a day." })
  dailySpend: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What calls may cost in a month." })
  monthlySpend: string | null;
}

@ObjectType("CallGuard", { description: "The limits on calls of a customer, of one of its lines, or of a reseller." })
export class CallGuardType {
  @Field(() => String, { description: "Of the amounts (ISO 4217)." })
  currency: string;

  @Field(() => CallLimitsType, { description: "What counts now." })
  limits: CallLimitsType;

  @Field(() => CallLimitsType, { nullable: true, description: "What was raised and does not count yet." })
  next: CallLimitsType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "From when that counts." })
  nextFrom: Date | null;

  @Field(() => CallLimitsType, { description: "What those above let at most." })
  bound: CallLimitsType;
}

@InputType("SetCallGuardInput", {
  description: "All of the limits, for one place. What is left out is without a limit.",
})
export class SetCallGuardInputType {
  @Field(() => ID, {
    nullable: true,
    description: "Of a customer of yours, of a line of theirs, or of a reseller right below; without it, your own.",
  })
  id?: string | null;

  @Field(() => [DestinationClassEnum], { description: "Where calls may go." })
  openClasses: DestinationClass[];

  @Field(() => Int, { nullable: true, description: "Calls at a time; of a line they are set by setSimultaneousCalls." })
  parallelCalls?: number | null;

  @Field(() => Int, { nullable: true, description: "Calls within a minute." })
  callsPerMinute?: number | null;

  @Field(() => Int, { nullable: true, description: "Seconds that a call may last." })
  longestSeconds?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What a minute may cost." })
  dearestRate?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What calls may cost in a day." })
  dailySpend?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "What calls may cost in a month." })
  monthlySpend?: string | null;
}

@ObjectType("CallGuardPayload", { description: "What setCallGuard answers." })
export class CallGuardPayloadType {
  @Field(() => CallGuardType, { nullable: true, description: "The limits as they are now; null when refused." })
  callGuard: CallGuardType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

export function toCallGuard({ currency, limits, next, bound }: CallGuard): CallGuardType {
  return Object.assign(new CallGuardType(), {
    currency,
    limits: toLimits(limits, currency),
    next: next === null ? null : toLimits(next.limits, currency),
    nextFrom: next?.effectiveFrom ?? null,
    bound: toLimits(bound, currency),
  });
}

function toLimits(limits: CallLimits, currency: string): CallLimitsType {
  return Object.assign(new CallLimitsType(), { ...inWords(limits, currency), openClasses: [...limits.openClasses] });
}
