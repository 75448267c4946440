import { IntlMessageFormat } from "intl-messageformat";
import { localeOf, type Language } from "./language.ts";
import { isTranslated, type SentenceValue, type Words } from "./sentence.ts";
import { sentences } from "./sentences/catalogue.ts";

/** The words of a sentence in a language. One that this version does not know, out of a newer one's row, shows its key. */
export function rendered(words: Words, language: Language): string {
  if (typeof words === "string") return words;
  if (isTranslated(words)) return words.translations[language] ?? words.own;
  const { key, values } = words;
  const text: string | undefined = Object.hasOwn(sentences[language], key) ? sentences[language][key] : undefined;
  if (text === undefined) return key;
  if (values === undefined) return text;
  const shown = Object.entries(values).map(([name, value]) => [name, shownValue(value, language)]);
  return String(formatOf(key, text, language).format(Object.fromEntries(shown)));
}

const formats = new Map<string, IntlMessageFormat>();

function formatOf(key: string, text: string, language: Language): IntlMessageFormat {
  const name = `${language}:${key}`;
  let format = formats.get(name);
  if (format === undefined) {
    format = new IntlMessageFormat(text, localeOf[language], undefined, { ignoreTag: true });
    formats.set(name, format);
  }
  return format;
}

function shownValue(value: SentenceValue, language: Language): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("anyOf" in value) return listOf(value.anyOf, language, "disjunction");
  if ("allOf" in value) return listOf(value.allOf, language, "conjunction");
  if ("day" in value) return dayFormatOf(language).format(new Date(value.day));
  // A decimal string is formatted exactly, without going through a float.
  if ("amount" in value) return amountFormatOf(language, value.currency).format(value.amount as `${number}`);
  return rendered(value, language);
}

// Intl's formats are kept as well: making one takes a hundred times as long as using it, and a sweep renders a sentence for each charge.
const dayFormats = new Map<Language, Intl.DateTimeFormat>();

function dayFormatOf(language: Language): Intl.DateTimeFormat {
  let format = dayFormats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone: "UTC" });
    dayFormats.set(language, format);
  }
  return format;
}

/** There are as many as currencies, in each language. */
const amountFormats = new Map<string, Intl.NumberFormat>();

function amountFormatOf(language: Language, currency: string): Intl.NumberFormat {
  const name = `${language}:${currency}`;
  let format = amountFormats.get(name);
  if (format === undefined) {
    format = new Intl.NumberFormat(localeOf[language], { style: "currency", currency });
    amountFormats.set(name, format);
  }
  return format;
}

function listOf(items: readonly Words[], language: Language, type: Intl.ListFormatType): string {
  return new Intl.ListFormat(localeOf[language], { type }).format(items.map((each) => rendered(each, language)));
}
