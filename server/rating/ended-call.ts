import { createHash } from "node:crypto";
import { callScopeOf } from "@tierline/shared/allowance.ts";
import type { CallDirection, CallState } from "@tierline/shared/call.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import type { AllowanceDraw } from "../allowances/draw-allowances.ts";
import type { RatedCall } from "./rate-call.ts";

/** A call that is over. Its times and numbers are what the switch says; its price is found here. */
export interface EndedCall {
  /** Without a colon. */
  readonly source: string;
  readonly sourceKey: string;
  readonly customerId: string;
  readonly serviceId: string | null;
  readonly direction: CallDirection;
  readonly caller: string;
  readonly called: string;
  /** What it is priced as: digits from the country code on; null where what was called is no number. */
  readonly number: string | null;
  /** Of two lines without numbers: it costs nothing, where a number that is none would have no price. */
  readonly isInternal?: boolean;
  readonly state: Exclude<CallState, "LIVE">;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date;
  readonly seconds: number;
  readonly refusal: string | null;
}

const numberPattern = /^[1-9]\d{5,14}$/;

/** What a switch was asked to call: a number, or a line that has none. */
export function numberOf(called: string): Pick<EndedCall, "number" | "isInternal"> {
  const isNumber = numberPattern.test(called);
  return { number: isNumber ? called : null, isInternal: !isNumber };
}

export function keyOf({ source, sourceKey }: Pick<EndedCall, "source" | "sourceKey">): string {
  return JSON.stringify([source, sourceKey]);
}

/** Of its transaction in the ledger. */
export function referenceOf({ source, sourceKey }: Pick<EndedCall, "source" | "sourceKey">): string {
  return `${source}:${sourceKey}`;
}

/** Of all that was told. */
export function digestOf(call: EndedCall): string {
  const { source: _source, sourceKey: _key, number: _number, isInternal: _isInternal, ...told } = call;
  const entries = Object.entries(told).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("base64url");
}

/** What nobody answered needs no price. */
export function problemOf(
  { state, direction, number, isInternal }: EndedCall,
  rated: RatedCall,
): CallProblemCode | null {
  if (state !== "ANSWERED") return null;
  const isNoNumber = direction === "OUT" && number === null && isInternal !== true;
  return isNoNumber ? "INVALID_NUMBER" : rated.problem;
}

/** The same in any language: who was called, and how long. */
export function descriptionOf({ called, number, seconds }: Pick<EndedCall, "called" | "number" | "seconds">): string {
  const minutes = Math.floor(seconds / 60);
  return `${number === null ? called : `+${number}`} · ${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

/** What a call takes of the line's and the customer's allowances, in the order in which they were made. */
export function drawOf(
  call: Pick<
    EndedCall,
    "source" | "sourceKey" | "customerId" | "serviceId" | "caller" | "number" | "startedAt" | "answeredAt" | "seconds"
  >,
  rated: Pick<RatedCall, "chargeableSeconds" | "chargeableFrom" | "callType">,
  homeCountry: string,
): AllowanceDraw {
  const { chargeableSeconds, callType } = rated;
  const { customerId, serviceId, number, startedAt: at } = call;
  const caller = isDigits(call.caller) ? call.caller : null;
  const lineType = callType === "OTHER" ? null : callType;
  return {
    callKey: referenceOf(call),
    customerId,
    serviceId,
    scope: number === null ? null : callScopeOf({ called: number, caller, homeCountry, lineType }),
    digits: number ?? "",
    cadencedSeconds: chargeableSeconds,
    at,
    talk: { ...talkOf(call), chargeableFrom: (cuts) => rated.chargeableFrom(cuts) },
  };
}

/** From the answer on; from the beginning of a call of which nobody tells when it was answered. */
export function talkOf({ startedAt, answeredAt, seconds }: Pick<EndedCall, "startedAt" | "answeredAt" | "seconds">): {
  readonly from: Date;
  readonly until: Date;
} {
  const from = answeredAt ?? startedAt;
  return { from, until: new Date(from.getTime() + seconds * 1000) };
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
