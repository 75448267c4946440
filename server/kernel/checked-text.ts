import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import type { SentenceKey } from "@tierline/shared/sentences/catalogue.ts";
import type { Refusals } from "./rejection.ts";

export type Noun = Extract<SentenceKey, `noun.${string}`>;

export interface TextRule {
  /** What the text is: begins the message. An offering's own field bears the name that it was given. */
  readonly noun: Noun | { readonly label: string };
  /** Characters at most, as JavaScript counts them. */
  readonly max: number;
  readonly isRequired?: boolean;
  /** Line breaks and tabs belong to it. */
  readonly isMultiline?: boolean;
}

/**
 * A text is kept exactly as it was typed or refused by a rule that is named; nothing is trimmed, cut or replaced. Answers the
 * text, or null for none (an empty one is none).
 */
export function checkText(
  refusals: Refusals,
  text: string | null | undefined,
  rule: TextRule,
  ...path: string[]
): string | null {
  if (text === null || text === undefined || text === "") {
    if (rule.isRequired === true) refusals.add("REQUIRED", say("text.required", { noun: nounOf(rule) }), ...path);
    return null;
  }
  const problem = problemOf(text, rule);
  if (problem !== null) refusals.add(problem.code, problem.message, ...path);
  return text;
}

type Problem = { readonly code: "INVALID" | "TOO_LONG" | "REQUIRED"; readonly message: Sentence };

function problemOf(text: string, rule: TextRule): Problem | null {
  const { max, isRequired = false, isMultiline = false } = rule;
  const noun = nounOf(rule);
  if (text.length > max) return { code: "TOO_LONG", message: say("text.tooLong", { noun, max, length: text.length }) };
  if (text.includes("\0")) return { code: "INVALID", message: say("text.nulIn", { noun }) };
  if (!text.isWellFormed()) return { code: "INVALID", message: say("text.surrogate", { noun }) };
  if ((isMultiline ? controlsButLines : controls).test(text)) {
    return { code: "INVALID", message: say(isMultiline ? "text.controls" : "text.lineBreaks", { noun }) };
  }
  if (visible.test(text)) return null;
  return isRequired
    ? { code: "REQUIRED", message: say("text.requiredInvisible", { noun }) }
    : { code: "INVALID", message: say("text.invisible", { noun }) };
}

function nounOf({ noun }: TextRule): Words {
  return typeof noun === "string" ? say(noun) : noun.label;
}

const controls = /\p{Cc}/u;
// oxlint-disable-next-line no-control-regex -- these are the characters that the rule is about
const controlsButLines = /[^\P{Cc}\t\n\r]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

export interface ContactRule {
  readonly max: number;
  readonly isRequired?: boolean;
}

/** One `@`, no blanks, a domain with a dot: enough to catch slips; whether it can be reached only a mail can tell. */
export function checkEmail(
  refusals: Refusals,
  text: string | null | undefined,
  rule: ContactRule,
  ...path: string[]
): string | null {
  const email = checkText(refusals, text, { noun: "noun.email", ...rule }, ...path);
  if (email !== null && email.length <= rule.max && !emailShape.test(email)) {
    refusals.add("INVALID", say("text.email"), ...path);
  }
  return email;
}

// Quoted local parts and comments (RFC 5322) are left out: nobody types them, and headers are forged with them.
const emailShape = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/u;

/** A contact's phone is kept as typed, extension and all; it only has to have digits, so that it can be found. */
export function checkPhone(
  refusals: Refusals,
  text: string | null | undefined,
  rule: ContactRule,
  ...path: string[]
): string | null {
  const phone = checkText(refusals, text, { noun: "noun.phone", ...rule }, ...path);
  if (phone !== null && phone.length <= rule.max && !/\d{1}.*\d.*\d/s.test(phone)) {
    refusals.add("INVALID", say("text.phone"), ...path);
  }
  return phone;
}
