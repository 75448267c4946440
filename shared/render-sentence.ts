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
  const locale = localeOf[language];
  if ("anyOf" in value) return listOf(value.anyOf, language, "disjunction");
  if ("allOf" in value) return listOf(value.allOf, language, "conjunction");
  if ("day" in value)
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(value.day));
  if ("amount" in value) {
    const { amount, currency } = value;
    // A decimal string is formatted exactly, without going through a float.
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount as `${number}`);
  }
  return rendered(value, language);
}

function listOf(items: readonly Words[], language: Language, type: Intl.ListFormatType): string {
  return new Intl.ListFormat(localeOf[language], { type }).format(items.map((each) => rendered(each, language)));
}
