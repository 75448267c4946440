import {
  customerKinds,
  type CustomerKind,
  type CustomFieldKind,
  type OfferingKind,
  type PriceKind,
  type ServiceType,
} from "@tierline/shared/kinds.ts";
import {
  customFieldsMax,
  factsMax,
  keyLengthMax,
  nameLengthMax,
  requirementsMax,
  textLengthMax,
} from "@tierline/shared/limits.ts";
import { packageKeyPattern, packageNeedsMax, packageRankMax, type PackageTerms } from "@tierline/shared/package.ts";
import { tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText, type Noun } from "../kernel/checked-text.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { checkCalls } from "../resellers/lines.ts";
import type { CustomFieldValue } from "./offering.entity.ts";

/** Checks of an offering's parts, shared by creating and updating: each adds its refusals and answers what is to be kept. */

export interface RequirementInput {
  readonly templateKey: string;
  readonly slot: string;
  readonly label?: string | null | undefined;
  readonly isRequired: boolean;
}

export interface CustomFieldInput {
  readonly key: string;
  readonly label: string;
  readonly kind: CustomFieldKind;
  readonly isRequired: boolean;
  readonly choices?: readonly string[] | null | undefined;
  readonly maxLength?: number | null | undefined;
}

/** Exact decimals; undefined keeps what there is, null means none. */
export interface AmountsInput {
  readonly setup?: string | null | undefined;
  readonly recurring?: string | null | undefined;
  readonly oneOff?: string | null | undefined;
}

const factLengthMax = 100;
const monthsMax = 120;
const choicesMax = 50;
const dashed = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const slotPattern = /^[a-z][a-zA-Z0-9_]*$/;

export function checkKey(refusals: Refusals, key: string, noun: Noun, ...path: string[]): void {
  if (key.length > keyLengthMax)
    refusals.add("TOO_LONG", say("text.keyLength", { noun: say(noun), max: keyLengthMax }), ...path);
  else if (!dashed.test(key)) refusals.add("INVALID", say("text.keyForm", { noun: say(noun) }), ...path);
}

export function checkName(refusals: Refusals, name: string): string {
  return checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name") ?? "";
}

export function checkDescription(refusals: Refusals, text: string | null): string {
  return (
    checkText(refusals, text, { noun: "noun.description", max: textLengthMax, isMultiline: true }, "description") ?? ""
  );
}

export function checkSegments(refusals: Refusals, segments: readonly CustomerKind[]): CustomerKind[] {
  if (segments.length === 0) refusals.add("REQUIRED", say("offering.segments"), "segments");
  return customerKinds.filter((kind) => segments.includes(kind));
}

export function checkFacts(refusals: Refusals, facts: readonly string[]): string[] {
  if (facts.length > factsMax) refusals.add("TOO_LONG", say("offering.facts", { max: factsMax }), "facts");
  const rule = { noun: "noun.fact", max: factLengthMax, isRequired: true } as const;
  return facts.map((fact, index) => checkText(refusals, fact, rule, "facts", String(index)) ?? "");
}

export function checkMonths(refusals: Refusals, months: number, min: number, field: string): number {
  if (months < min || months > monthsMax)
    refusals.add("INVALID", say("offering.months", { min, max: monthsMax }), field);
  return months;
}

/** Calls at a time of its lines, which only a plan for voice has. */
export function checkCallsOf(
  refusals: Refusals,
  { kind, serviceType }: { readonly kind: OfferingKind; readonly serviceType: ServiceType },
  calls: number | null,
): number | null {
  const isLine = kind === "PLAN" && serviceType === "VOIP";
  if (calls !== null && !isLine) refusals.add("INVALID", say("offering.onlyLine"), "simultaneousCalls");
  return checkCalls(refusals, calls, "simultaneousCalls");
}

export interface PackageTermsInput {
  readonly key: string;
  readonly rank: number;
  readonly messaging: boolean;
  readonly meetings: boolean;
  readonly calling: boolean;
  readonly needsOneOf?: readonly string[] | null | undefined;
  readonly isForSubscribers: boolean;
  readonly isComingSoon: boolean;
}

/** What people work together with says which package it is, and nothing else does. `stored`: its key never changes. */
export function checkPackageTerms(
  refusals: Refusals,
  { serviceType }: { readonly serviceType: ServiceType },
  input: PackageTermsInput | null,
  stored: PackageTerms | null,
): PackageTerms | null {
  const isCollaboration = serviceType === "COLLABORATION";
  if (input === null) {
    if (isCollaboration && stored === null) refusals.add("REQUIRED", say("offering.packageNeeded"), "package");
    return stored;
  }
  if (!isCollaboration) refusals.add("INVALID", say("offering.onlyCollaboration"), "package");
  const needsOneOf = [...new Set(input.needsOneOf ?? [])];
  if (!packageKeyPattern.test(input.key)) refusals.add("INVALID", say("offering.packageKey"), "package", "key");
  else if (stored !== null && stored.key !== input.key) {
    refusals.add("INVALID", say("offering.packageKeyStays", { key: stored.key }), "package", "key");
  }
  if (input.rank < 0 || input.rank > packageRankMax) {
    refusals.add("INVALID", say("offering.packageRank", { max: packageRankMax }), "package", "rank");
  }
  if (needsOneOf.length > packageNeedsMax || !needsOneOf.every((key) => packageKeyPattern.test(key))) {
    refusals.add("INVALID", say("offering.packageNeeds", { max: packageNeedsMax }), "package", "needsOneOf");
  }
  const { key, rank, messaging, meetings, calling, isForSubscribers, isComingSoon } = input;
  return { key, rank, messaging, meetings, calling, needsOneOf, isForSubscribers, isComingSoon };
}

export function checkRequirements(refusals: Refusals, requirements: readonly RequirementInput[]): void {
  if (requirements.length > requirementsMax) {
    refusals.add("TOO_LONG", say("offering.requirements", { max: requirementsMax }), "requirements");
  }
  for (const [index, { slot, label }] of requirements.entries()) {
    const at = ["requirements", String(index)];
    if (slot.length > keyLengthMax || !slotPattern.test(slot)) {
      refusals.add("INVALID", say("offering.slot"), ...at, "slot");
    } else if (requirements.findIndex((each) => each.slot === slot) < index) {
      refusals.add("TAKEN", say("offering.slotTwice", { slot }), ...at, "slot");
    }
    checkText(refusals, label, { noun: "noun.label", max: nameLengthMax }, ...at, "label");
  }
}

export function checkCustomFields(refusals: Refusals, fields: readonly CustomFieldInput[]): CustomFieldValue[] {
  if (fields.length > customFieldsMax) {
    refusals.add("TOO_LONG", say("offering.fields", { max: customFieldsMax }), "customFields");
  }
  return fields.map((field, index) => {
    const at = ["customFields", String(index)];
    checkKey(refusals, field.key, "noun.key", ...at, "key");
    if (fields.findIndex((each) => each.key === field.key) < index) {
      refusals.add("TAKEN", say("offering.keyTwice", { key: field.key }), ...at, "key");
    }
    return {
      key: field.key,
      label:
        checkText(
          refusals,
          field.label,
          { noun: "noun.label", max: nameLengthMax, isRequired: true },
          ...at,
          "label",
        ) ?? "",
      kind: field.kind,
      isRequired: field.isRequired,
      choices: checkChoices(refusals, field, at),
      maxLength: checkMaxLength(refusals, field, at),
    };
  });
}

function checkChoices(refusals: Refusals, { kind, choices }: CustomFieldInput, at: readonly string[]): string[] {
  const given = choices ?? [];
  if (kind !== "CHOICE") {
    if (given.length > 0) refusals.add("INVALID", say("offering.onlyChoice"), ...at, "choices");
    return [];
  }
  if (given.length === 0) refusals.add("REQUIRED", say("offering.choiceNeeded"), ...at, "choices");
  if (given.length > choicesMax)
    refusals.add("TOO_LONG", say("offering.choices", { max: choicesMax }), ...at, "choices");
  const rule = { noun: "noun.choice", max: nameLengthMax, isRequired: true } as const;
  return given.map((choice, index) => checkText(refusals, choice, rule, ...at, "choices", String(index)) ?? "");
}

function checkMaxLength(
  refusals: Refusals,
  { kind, maxLength }: CustomFieldInput,
  at: readonly string[],
): number | null {
  if (maxLength === null || maxLength === undefined) return null;
  if (kind !== "TEXT") refusals.add("INVALID", say("offering.onlyText"), ...at, "maxLength");
  else if (maxLength < 1 || maxLength > textLengthMax) {
    refusals.add("INVALID", say("offering.textLength", { max: textLengthMax }), ...at, "maxLength");
  }
  return maxLength;
}

export const amountFields = [
  ["SETUP", "setup"],
  ["RECURRING", "recurring"],
  ["ONE_OFF", "oneOff"],
] as const satisfies readonly (readonly [PriceKind, keyof AmountsInput])[];

/** What is asked or paid from now on, by kind; kinds that were not named are missing, those without a price are null. */
export function checkAmounts(
  refusals: Refusals,
  amounts: AmountsInput,
  currency: string,
  group: "price" | "cost",
): Map<PriceKind, Money | null> {
  const checked = new Map<PriceKind, Money | null>();
  for (const [kind, field] of amountFields) {
    const text = amounts[field];
    if (text === undefined) continue;
    const amount = text === null ? null : tryParseMoney(text, currency);
    if (text !== null && (amount === null || amount.micros < 0n)) {
      refusals.add("INVALID", say("offering.amount"), group, field);
    }
    checked.set(kind, amount);
  }
  return checked;
}
