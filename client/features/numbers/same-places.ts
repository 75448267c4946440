/** Writes each of some decimals with as many places as the longest of them has, two at least, so that a column of them is even. */
export function samePlaces(decimals: readonly string[], locale: string): (decimal: string) => string {
  const places = Math.max(2, ...decimals.map((decimal) => decimal.split(".")[1]?.length ?? 0));
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  // The text itself is what is formatted, so that no digit is lost.
  return (decimal) => format.format(decimal as Intl.StringNumericLiteral);
}
