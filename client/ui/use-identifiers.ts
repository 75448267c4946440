import { groupIccid, maskIccid, type ParsedIdentifier } from "@tierline/shared/iccid.ts";
import type { IdentifierRules } from "@tierline/shared/identifier.ts";
import type { IdentifierKind } from "@tierline/shared/kinds.ts";
import { useSyncExternalStore } from "react";

interface NumberPlans {
  formatIdentifier(kind: IdentifierKind, value: string): string;
  normalizeIdentifier(kind: IdentifierKind, text: string, rules?: IdentifierRules): ParsedIdentifier;
}

/** Without the plans a number stands as it is stored, and the server alone judges what is typed. */
const none: NumberPlans = {
  formatIdentifier: (_kind, value) => value,
  normalizeIdentifier: (_kind, value) => ({ ok: true, value }),
};

let plans: NumberPlans | null = null;
const listeners = new Set<() => void>();

/** The numbering plans of all countries weigh as much as a page does, so they come beside it, mostly before its data. */
export const numberPlansSettled: Promise<void> = import("@tierline/shared/identifier.ts")
  .catch(() => none)
  .then((found) => {
    plans = found;
    for (const listener of listeners) listener();
  });

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null while they are on their way. */
export function useNumberPlans(): NumberPlans | null {
  return useSyncExternalStore(subscribe, () => plans);
}

/** An identifier as people read it; null for a phone number while the numbering plans are on their way. */
export function useIdentifierFormat(): (kind: IdentifierKind, value: string) => string | null {
  const known = useNumberPlans();
  return (kind, value) => {
    if (kind === "ICCID") return groupIccid(value);
    return kind === "PHONE_NUMBER" ? (known?.formatIdentifier(kind, value) ?? null) : value;
  };
}

/** Whether a numbering plan knows a phone number; nothing is held against one while the plans are on their way. */
export function useKnownNumbers(): (text: string, country?: string) => boolean {
  const known = useNumberPlans();
  return (text, country) => {
    const parsed = known?.normalizeIdentifier("PHONE_NUMBER", text, country === undefined ? {} : { country });
    return parsed === undefined || (parsed.ok && parsed.warning === undefined);
  };
}

/** What a list may show of it: only a SIM's number is worth hiding. */
export function shortIdentifier(kind: IdentifierKind, value: string, whole: string): string {
  return kind === "ICCID" ? maskIccid(value) : whole;
}
