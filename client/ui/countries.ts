/** Named by CLDR, but no countries of ISO 3166-1: unions, reservations, user-assigned codes. */
const noCountries = new Set(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"]);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const byLocale = new Map<string, readonly Choice[]>();

/** All countries of ISO 3166-1 under the names the locale has for them, in its own order. */
export function countriesIn(locale: string): readonly Choice[] {
  const known = byLocale.get(locale);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const countries = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && isCurrent(code))
    .flatMap((code) => {
      const label = names.of(code);
      return label === undefined ? [] : [{ value: code, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  byLocale.set(locale, countries);
  return countries;
}

/** A retired code is an alias of its successor: DD of DE. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

export function countryName(code: string, locale: string): string {
  const known = byLocale.get(locale)?.find(({ value }) => value === code);
  return known?.label ?? new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
}

/** Languages a customer may be written to in; any other that is stored is kept among them. */
const languageCodes = ["en", "fr", "de", "es", "it", "nl", "pl", "pt", "pt-BR"];

export function languagesIn(locale: string, stored: string): readonly Choice[] {
  const codes = languageCodes.includes(stored) || stored === "" ? languageCodes : [stored, ...languageCodes];
  return codes.map((code) => ({ value: code, label: languageName(code, locale) }));
}

export function languageName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
