/** The languages that every sentence of the product exists in. */
export const languages = ["en", "fr", "de", "pt"] as const;
export type Language = (typeof languages)[number];

/** What third parties hear when they ask for nothing else. */
export const defaultLanguage: Language = "en";

/** What each calls itself. */
export const languageNames = {
  en: "English",
  fr: "Français",
  de: "Deutsch",
  pt: "Português (Brasil)",
} as const satisfies Record<Language, string>;

/** Whose sentences a native speaker of it has read; the console says so of the others where a language is chosen. */
export const reviewedLanguages: ReadonlySet<Language> = new Set(["en"]);

/** For Intl: how numbers, days and money are written. */
export const localeOf = { en: "en-GB", fr: "fr-FR", de: "de-DE", pt: "pt-BR" } as const satisfies Record<
  Language,
  string
>;

/** `fr`, `fr-CA` and `FR_ca` are all French; null for what we do not speak. */
export function languageOf(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().slice(0, 35).toLowerCase().split(/[-_]/)[0];
  return languages.find((each) => each === primary) ?? null;
}

const headerLengthMax = 200;

/** The best of an Accept-Language header (RFC 9110, 12.5.4) that we speak; null when it names none. */
export function acceptedLanguage(header: string | undefined): Language | null {
  const ranges = (header ?? "").slice(0, headerLengthMax).split(",").map(rangeOf);
  const wanted = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (tag === "*") return defaultLanguage;
    const language = languageOf(tag);
    if (language !== null) return language;
  }
  return null;
}

function rangeOf(text: string): { tag: string; quality: number } {
  const [tag = "", ...parameters] = text.split(";").map((part) => part.trim());
  const weight = parameters.find((each) => each.startsWith("q="))?.slice(2);
  return { tag, quality: weight === undefined ? 1 : Number.parseFloat(weight) || 0 };
}
