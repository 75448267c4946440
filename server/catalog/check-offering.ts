import { customerKinds, type CustomerKind, type CustomFieldKind, type PriceKind } from "@tierline/shared/kinds.ts";
import {
  customFieldsMax,
  factsMax,
  keyLengthMax,
  nameLengthMax,
  requirementsMax,
  textLengthMax,
} from "@tierline/shared/limits.ts";
import { tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { checkText } from "../customers/text.ts";
import type { Refusals } from "../kernel/rejection.ts";
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

export function checkKey(refusals: Refusals, key: string, noun: string, ...path: string[]): void {
  if (key.length > keyLengthMax) refusals.add("TOO_LONG", `${noun} has at most ${keyLengthMax} characters.`, ...path);
  else if (!dashed.test(key))
    refusals.add("INVALID", `${noun} has lower-case letters, digits and single dashes, such as mobile-20gb.`, ...path);
}

export function checkName(refusals: Refusals, name: string): string {
  return checkText(refusals, name, { noun: "A name", max: nameLengthMax, isRequired: true }, "name") ?? "";
}

export function checkDescription(refusals: Refusals, text: string | null): string {
  return (
    checkText(refusals, text, { noun: "A description", max: textLengthMax, isMultiline: true }, "description") ?? ""
  );
}

export function checkSegments(refusals: Refusals, segments: readonly CustomerKind[]): CustomerKind[] {
  if (segments.length === 0) refusals.add("REQUIRED", "Say for which customers it is.", "segments");
  return customerKinds.filter((kind) => segments.includes(kind));
}

export function checkFacts(refusals: Refusals, facts: readonly string[]): string[] {
  if (facts.length > factsMax) refusals.add("TOO_LONG", `A card has room for ${factsMax} facts.`, "facts");
  const rule = { noun: "A fact", max: factLengthMax, isRequired: true };
  return facts.map((fact, index) => checkText(refusals, fact, rule, "facts", String(index)) ?? "");
}

export function checkMonths(refusals: Refusals, months: number, min: number, field: string): number {
  if (months < min || months > monthsMax) refusals.add("INVALID", `It takes ${min} to ${monthsMax} months.`, field);
  return months;
}

export function checkRequirements(refusals: Refusals, requirements: readonly RequirementInput[]): void {
  if (requirements.length > requirementsMax) {
    refusals.add("TOO_LONG", `An offering requires at most ${requirementsMax} items.`, "requirements");
  }
  for (const [index, { slot, label }] of requirements.entries()) {
    const at = ["requirements", String(index)];
    if (slot.length > keyLengthMax || !slotPattern.test(slot)) {
      refusals.add(
        "INVALID",
        "A slot begins with a lower-case letter and has letters, digits and underscores, such as sim.",
        ...at,
        "slot",
      );
    } else if (requirements.findIndex((each) => each.slot === slot) < index) {
      refusals.add("TAKEN", `The slot "${slot}" is there twice.`, ...at, "slot");
    }
    checkText(refusals, label, { noun: "A label", max: nameLengthMax }, ...at, "label");
  }
}

export function checkCustomFields(refusals: Refusals, fields: readonly CustomFieldInput[]): CustomFieldValue[] {
  if (fields.length > customFieldsMax) {
    refusals.add("TOO_LONG", `An offering has at most ${customFieldsMax} fields of its own.`, "customFields");
  }
  return fields.map((field, index) => {
    const at = ["customFields", String(index)];
    checkKey(refusals, field.key, "A key", ...at, "key");
    if (fields.findIndex((each) => each.key === field.key) < index) {
      refusals.add("TAKEN", `The key "${field.key}" is there twice.`, ...at, "key");
    }
    return {
      key: field.key,
      label:
        checkText(refusals, field.label, { noun: "A label", max: nameLengthMax, isRequired: true }, ...at, "label") ??
        "",
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
    if (given.length > 0) refusals.add("INVALID", "Only a CHOICE has choices.", ...at, "choices");
    return [];
  }
  if (given.length === 0) refusals.add("REQUIRED", "A CHOICE needs at least one choice.", ...at, "choices");
  if (given.length > choicesMax)
    refusals.add("TOO_LONG", `A CHOICE has at most ${choicesMax} choices.`, ...at, "choices");
  const rule = { noun: "A choice", max: nameLengthMax, isRequired: true };
  return given.map((choice, index) => checkText(refusals, choice, rule, ...at, "choices", String(index)) ?? "");
}

function checkMaxLength(
  refusals: Refusals,
  { kind, maxLength }: CustomFieldInput,
  at: readonly string[],
): number | null {
  if (maxLength === null || maxLength === undefined) return null;
  if (kind !== "TEXT") refusals.add("INVALID", "Only a TEXT has a length.", ...at, "maxLength");
  else if (maxLength < 1 || maxLength > textLengthMax) {
    refusals.add("INVALID", `A text has 1 to ${textLengthMax} characters.`, ...at, "maxLength");
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
      refusals.add(
        "INVALID",
        "An amount is written like 15.00: not negative, at most 12 digits before the point and 6 behind it.",
        group,
        field,
      );
    }
    checked.set(kind, amount);
  }
  return checked;
}
