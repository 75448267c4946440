import { passwordLengthMax, passwordLengthMin } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { Refusals } from "../kernel/rejection.ts";

/** Shorter words are in half of all sentences. */
const wordLengthMin = 4;
/** Fewer different characters are a pattern, however often it is repeated. */
const differentCharactersMin = 5;
const brand = "tierline";

/**
 * Twelve characters or more, not one of those that everybody tries first, and nothing that is known of the person: a sentence
 * passes, whatever it is made of (NIST SP 800-63B, ASVS 6.2). `known`: e-mail, name, reseller.
 * @throws Rejection INVALID, TOO_LONG
 */
export async function checkPassword(password: string, known: readonly string[], field = "password"): Promise<void> {
  const refusals = new Refusals();
  if (password.length > passwordLengthMax) {
    refusals.add("TOO_LONG", say("password.tooLong", { max: passwordLengthMax }), field);
  } else if (password.length < passwordLengthMin) {
    refusals.add("INVALID", say("password.tooShort", { min: passwordLengthMin }), field);
  } else if (!password.isWellFormed() || password.includes("\0")) {
    refusals.add("INVALID", say("text.notKept"), field);
  } else if (await isCommon(password.toLowerCase())) {
    refusals.add("INVALID", say("password.common"), field);
  } else {
    const word = wordsOf(known).find((each) => password.toLowerCase().includes(each));
    if (word !== undefined) refusals.add("INVALID", say("password.knownWord", { word }), field);
  }
  refusals.settle();
}

function wordsOf(known: readonly string[]): string[] {
  return [brand, ...known]
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= wordLengthMin);
}

/** In the list as it is, or as a word of the list with figures and signs put around it. */
async function isCommon(password: string): Promise<boolean> {
  if (new Set(password).size < differentCharactersMin) return true;
  common ??= readList();
  const list = await common;
  const core = password.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return list.has(password) || list.has(core) || (core.length % 2 === 0 && isTwice(core) && list.has(half(core)));
}

function isTwice(text: string): boolean {
  return half(text).repeat(2) === text;
}

function half(text: string): string {
  return text.slice(0, text.length / 2);
}

let common: Promise<ReadonlySet<string>> | null = null;

/** Fifty thousand entries are unpacked when the first password is chosen, not at every start. */
async function readList(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(dictionary["passwords-common"].map(String));
}
