import type { Refusals } from "../kernel/rejection.ts";

export interface TextRule {
  /** Begins the message: "A name". */
  readonly noun: string;
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
    if (rule.isRequired === true) refusals.add("REQUIRED", `${rule.noun} is required.`, ...path);
    return null;
  }
  const problem = problemOf(text, rule);
  if (problem !== null) refusals.add(problem.code, problem.message, ...path);
  return text;
}

type Problem = { readonly code: "INVALID" | "TOO_LONG" | "REQUIRED"; readonly message: string };

function problemOf(text: string, { noun, max, isRequired = false, isMultiline = false }: TextRule): Problem | null {
  if (text.length > max)
    return { code: "TOO_LONG", message: `${noun} has at most ${max} characters; this one has ${text.length}.` };
  if (text.includes("\0")) return { code: "INVALID", message: `${noun} cannot contain the NUL character.` };
  if (!text.isWellFormed())
    return { code: "INVALID", message: `${noun} contains half of a character (a lone surrogate).` };
  if ((isMultiline ? controlsButLines : controls).test(text)) {
    return {
      code: "INVALID",
      message: `${noun} cannot contain control characters${isMultiline ? "" : " such as line breaks"}.`,
    };
  }
  if (!visible.test(text)) {
    return isRequired
      ? { code: "REQUIRED", message: `${noun} is required; this one shows nothing.` }
      : { code: "INVALID", message: `${noun} shows nothing; leave it empty instead.` };
  }
  return null;
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
  const email = checkText(refusals, text, { noun: "An e-mail address", ...rule }, ...path);
  if (email !== null && email.length <= rule.max && !emailShape.test(email)) {
    refusals.add("INVALID", "This is not an e-mail address, such as jane@example.com.", ...path);
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
  const phone = checkText(refusals, text, { noun: "A phone number", ...rule }, ...path);
  if (phone !== null && phone.length <= rule.max && !/\d{1}.*\d.*\d/s.test(phone)) {
    refusals.add("INVALID", "A phone number has at least three digits.", ...path);
  }
  return phone;
}
