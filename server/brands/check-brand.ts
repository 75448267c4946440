import {
  brandColorFields,
  brandColorPattern,
  brandHeaderLengthMax,
  brandWordLengthMax,
  brandWordsMax,
  logoBytesMax,
  logoSideMax,
  type BrandColors,
} from "@tierline/shared/brand.ts";
import { languages, type Language } from "@tierline/shared/language.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import { Rejection, type Refusals } from "../kernel/rejection.ts";
import type { BrandWords } from "./brand.entity.ts";
import { pictureOf, type Png } from "./png.ts";

export interface BrandWordInput {
  readonly language: Language;
  /** `portal:nav.services`. */
  readonly key: string;
  readonly text: string;
}

// Each answers what would be stored; whether it may be is in the refusals, which the caller settles once all are known.

export function checkHeader(refusals: Refusals, header: string): string {
  const rule = { noun: "noun.name", max: brandHeaderLengthMax, isRequired: true } as const;
  return checkText(refusals, header, rule, "header") ?? "";
}

export function checkColors(refusals: Refusals, colors: BrandColors): BrandColors {
  const checked = brandColorFields.map((field) => {
    const color = colors[field].toLowerCase();
    if (!brandColorPattern.test(color)) refusals.add("INVALID", say("brand.color"), field);
    return [field, color];
  });
  return Object.fromEntries(checked) as BrandColors; // the same fields
}

const keyPattern = /^[a-z-]{1,40}:[A-Za-z0-9._-]{1,120}$/;

export function checkWords(refusals: Refusals, words: readonly BrandWordInput[]): BrandWords {
  if (words.length > brandWordsMax) refusals.add("TOO_LONG", say("brand.words", { max: brandWordsMax }), "words");
  const checked: Partial<Record<Language, Record<string, string>>> = {};
  for (const [index, { language, key, text }] of words.slice(0, brandWordsMax).entries()) {
    const at = ["words", String(index)];
    if (!keyPattern.test(key)) refusals.add("INVALID", say("brand.wordKey"), ...at, "key");
    const rule = { noun: "noun.text", max: brandWordLengthMax, isRequired: true } as const;
    const said = checkText(refusals, text, rule, ...at, "text");
    if (!languages.includes(language) || said === null) continue;
    (checked[language] ??= {})[key] = said;
  }
  return checked;
}

/**
 * A logo as it comes over the API: base 64 of a PNG.
 * @throws Rejection TOO_LONG, INVALID
 */
export function logoFrom(base64: string): Png {
  if (base64.length > Math.ceil((logoBytesMax * 4) / 3) + 4)
    throw new Rejection({
      code: "TOO_LONG",
      message: say("brand.logoBytes", { max: logoBytesMax / 1_000 }),
      path: ["png"],
    });
  const picture = pictureOf(Buffer.from(base64, "base64"));
  if (picture === null) throw new Rejection({ code: "INVALID", message: say("brand.logoKind"), path: ["png"] });
  const { width, height } = picture;
  if (width < 1 || height < 1 || width > logoSideMax || height > logoSideMax)
    throw new Rejection({
      code: "INVALID",
      message: say("brand.logoSide", { max: logoSideMax, width, height }),
      path: ["png"],
    });
  return picture;
}
