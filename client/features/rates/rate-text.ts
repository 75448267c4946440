const places = 12;

/** A rate as people of the locale write it, exactly: `0.0145` is `0,0145` in French. */
export function rateText(rate: string, locale: string): string {
  // The text itself is what is formatted, so that no digit is lost.
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: places });
  return format.format(rate as Intl.StringNumericLiteral).replace("-", "−");
}
