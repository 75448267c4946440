import { isDate } from "@tierline/shared/billing-period.ts";
import { attributeValueLengthMax, purchaseOrderNumberLengthMax } from "@tierline/shared/limits.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { CustomFieldValue } from "../catalog/offering.entity.ts";
import { checkText, type TextRule } from "../kernel/checked-text.ts";
import { Refusals } from "../kernel/rejection.ts";
import { blocking, fine, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";

const numberPattern = /^-?\d{1,15}(\.\d{1,12})?$/;

/** O37: what the offering asks for besides, and what only a business gives. Nothing is said where nothing is asked. */
export function checkCustomFields(facts: OrderFacts): Check[] {
  const { offering, draft } = facts;
  const problems = [
    ...businessProblems(facts),
    ...unknownProblems(offering.customFields, draft.customFields),
    ...offering.customFields.flatMap((field) => fieldProblems(field, draft.customFields)),
  ];
  if (problems.length > 0) return problems;
  return offering.customFields.length === 0 ? [] : [fine("CUSTOM_FIELDS", say("check.fieldsFilled"))];
}

/** The values that are kept: in the offering's order, without empty ones. */
export function keptFields({
  offering,
  draft,
}: Pick<OrderFacts, "offering" | "draft">): { key: string; value: string }[] {
  return offering.customFields.flatMap(({ key }) => {
    const value = draft.customFields.find((each) => each.key === key)?.value ?? "";
    return value === "" ? [] : [{ key, value }];
  });
}

function businessProblems({ customer, draft }: OrderFacts): Check[] {
  if (customer.kind === "INDIVIDUAL") {
    const fields = ["purchaseOrderNumber", "billingContactId", "technicalContactId"] as const;
    const given = fields.filter((field) => draft[field] !== null);
    return given.map((field) => blocking("CUSTOM_FIELDS", "INVALID", say("check.businessOnly"), field));
  }
  const rule = { noun: "noun.purchaseOrder", max: purchaseOrderNumberLengthMax } as const;
  const problem = textProblem(draft.purchaseOrderNumber, rule);
  return problem === null ? [] : [blocking("CUSTOM_FIELDS", problem.code, problem.message, "purchaseOrderNumber")];
}

type Given = OrderFacts["draft"]["customFields"];

function unknownProblems(fields: readonly CustomFieldValue[], given: Given): Check[] {
  return given.flatMap(({ key }, index) => {
    const isKnown = fields.some((field) => field.key === key);
    const isRepeated = given.findIndex((each) => each.key === key) < index;
    if (isKnown && !isRepeated) return [];
    const message = isKnown ? say("field.twice", { key }) : say("field.notAsked", { key: key.slice(0, 64) });
    return [blocking("CUSTOM_FIELDS", "INVALID", message, "customFields", String(index), "key")];
  });
}

function fieldProblems(field: CustomFieldValue, given: Given): Check[] {
  const index = given.findIndex(({ key }) => key === field.key);
  const value = given[index]?.value ?? "";
  if (value === "") {
    const path = index === -1 ? ["customFields"] : ["customFields", String(index), "value"];
    return field.isRequired
      ? [blocking("CUSTOM_FIELDS", "REQUIRED", say("field.required", { label: field.label }), ...path)]
      : [];
  }
  const problem = problemOf(field, value);
  if (problem === null) return [];
  return [blocking("CUSTOM_FIELDS", problem.code, problem.message, "customFields", String(index), "value")];
}

interface Problem {
  readonly code: UserErrorCode;
  readonly message: Sentence;
}

function problemOf(field: CustomFieldValue, value: string): Problem | null {
  const { label, kind, choices } = field;
  const max = Math.min(field.maxLength ?? attributeValueLengthMax, attributeValueLengthMax);
  const problem = textProblem(value, { noun: { label }, max, isMultiline: kind === "TEXT" });
  if (problem !== null) return problem;
  if (kind === "NUMBER" && !numberPattern.test(value))
    return { code: "INVALID", message: say("field.number", { label }) };
  if (kind === "DATE" && !isDate(value)) return { code: "INVALID", message: say("field.date", { label }) };
  if (kind === "CHOICE" && !choices.includes(value)) {
    return { code: "INVALID", message: say("field.choice", { label, choices: { anyOf: choices } }) };
  }
  return null;
}

/** What is wrong with a text by the rules for all texts, as a check rather than as a refusal. */
function textProblem(text: string | null, rule: TextRule): Problem | null {
  const refusals = new Refusals();
  checkText(refusals, text, rule);
  return refusals.first;
}
