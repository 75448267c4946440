const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const languages = new Intl.DisplayNames(["en"], { type: "language", fallback: "none" });

/** Named by CLDR, but no countries of ISO 3166-1: unions, exceptional reservations, user-assigned codes. */
const noCountries: ReadonlySet<string> = new Set([
  "AC",
  "CP",
  "CQ",
  "DG",
  "EA",
  "EU",
  "EZ",
  "IC",
  "QO",
  "TA",
  "UN",
  "XA",
  "XB",
  "XK",
  "ZZ",
]);

/** The ISO 3166-1 alpha-2 code in upper case, or null when there is no such country: `us` → `US`, `USA` → null. */
export function countryOf(text: string): string | null {
  const code = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code) || noCountries.has(code) || regions.of(code) === undefined) return null;
  // A retired code is an alias of its successor: DD of DE.
  return new Intl.Locale(`und-${code}`).region === code ? code : null;
}

/** A language with or without its region in the form of BCP 47: `en`, `pt-BR`, `fr_CA` → `fr-CA`; null for `english`. */
export function languageOf(text: string): string | null {
  const match = /^([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?$/.exec(text);
  if (match === null) return null;
  const [, language, region] = match;
  if (language === undefined || languages.of(language.toLowerCase()) === undefined) return null;
  if (region === undefined) return language.toLowerCase();
  const country = countryOf(region);
  return country === null ? null : `${language.toLowerCase()}-${country}`;
}
