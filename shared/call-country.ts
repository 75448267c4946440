import { getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/min";
import { numberCountries } from "./number-countries.ts";
import { prefixesOf } from "./prefix-table.ts";

const countries = new Map(
  Object.entries(numberCountries).flatMap(([country, prefixes]) =>
    prefixes.split(" ").map((prefix) => [prefix, country] as const),
  ),
);
const longest = Math.max(...Array.from(countries.keys(), ({ length }) => length));

/**
 * The country that a number's plan names, where a calling code is shared by several too: `12125550100` is in the US, `18765550100` in
 * Jamaica. `digits` begin with the country code. Of a range that no plan has given out the code's first country is meant; in North
 * America it could be any island, at any price, and is nobody's. Null when nobody knows.
 */
export function countryOfDigits(digits: string): string | null {
  for (const prefix of prefixesOf(digits, longest)) {
    const country = countries.get(prefix);
    if (country !== undefined) return country;
  }
  return null;
}

/** `44` of GB; null for a country without a numbering plan. */
export function callingCodeOf(country: string): string | null {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : null;
}

/** Every beginning of numbers and its country, as the database is given them. */
export function countryPrefixes(): readonly (readonly [prefix: string, country: string])[] {
  return [...countries];
}
