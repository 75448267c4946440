import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";

/**
 * The country that a number's plan names, where a calling code is shared by several too: `12125550100` is in the US, `18765550100` in
 * Jamaica. `digits` begin with the country code. Null when nobody knows.
 */
export function countryOfDigits(digits: string): string | null {
  const parsed = parsePhoneNumberFromString(`+${digits}`, { extract: false });
  if (parsed === undefined) return null;
  // Of a range that no plan has given out the code's first country is meant; in North America it could be any island, at any price.
  const [first = null] = parsed.countryCallingCode === "1" ? [] : parsed.getPossibleCountries();
  return parsed.country ?? first;
}

/** `44` of GB; null for a country without a numbering plan. */
export function callingCodeOf(country: string): string | null {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : null;
}
