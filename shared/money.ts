/** An exact amount in millionths of its currency's unit. Currencies never mix; there are no floating-point numbers in money. */
export interface Money {
  readonly micros: bigint;
  /** ISO 4217, e.g. `GBP`. */
  readonly currency: string;
}

const microPlaces = 6;
const currencyPattern = /^[A-Z]{3}$/;
/** Twelve digits before the point fit a bigint column with room to add up. */
const amountPattern = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/;

/** @throws RangeError when `currency` is not three capital letters. */
export function money(micros: bigint, currency: string): Money {
  if (!currencyPattern.test(currency)) throw new RangeError(`Not a currency code: ${JSON.stringify(currency)}`);
  return { micros, currency };
}

/** @throws RangeError unless `text` is a plain decimal such as `15` or `-0.0036`: at most 12 digits, a point, at most 6 places. */
export function parseMoney(text: string, currency: string): Money {
  const parsed = tryParseMoney(text, currency);
  if (parsed !== null) return parsed;
  const rule = "an amount is written like 15.00, with at most 12 digits before the point and 6 behind it";
  throw new RangeError(`${JSON.stringify(text.slice(0, 40))} is not an amount: ${rule}.`);
}

export function tryParseMoney(text: string, currency: string): Money | null {
  const match = amountPattern.exec(text);
  if (match === null) return null;
  const [, sign, units = "", places = ""] = match;
  const micros = BigInt(units + places.padEnd(microPlaces, "0"));
  return money(sign === "-" ? -micros : micros, currency);
}

/** The exact amount as a decimal, with the currency's own places at least: `15.00`, `0.0036`; in yen `1500`. */
export function decimalOf({ micros, currency }: Money): string {
  const digits = String(absolute(micros)).padStart(microPlaces + 1, "0");
  const kept = digits.slice(-microPlaces).replace(/0+$/, "").padEnd(minorDigits(currency), "0");
  const sign = micros < 0n ? "-" : "";
  const units = digits.slice(0, -microPlaces);
  return kept === "" ? sign + units : `${sign}${units}.${kept}`;
}

export function addMoney(a: Money, b: Money): Money {
  return { micros: a.micros + microsIn(b, a.currency), currency: a.currency };
}

export function subtractMoney(a: Money, b: Money): Money {
  return { micros: a.micros - microsIn(b, a.currency), currency: a.currency };
}

export function multiplyMoney(amount: Money, factor: bigint): Money {
  return { micros: amount.micros * factor, currency: amount.currency };
}

/** The sum in `currency`, which an empty list needs to be told. */
export function sumMoney(amounts: Iterable<Money>, currency: string): Money {
  let micros = 0n;
  for (const amount of amounts) micros += microsIn(amount, currency);
  return money(micros, currency);
}

export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const difference = a.micros - microsIn(b, a.currency);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function isZeroMoney(amount: Money): boolean {
  return amount.micros === 0n;
}

/** How much of `whole` is `part`, in per cent with two places, half-up: `66.67`. Null when the whole is nothing. */
export function ratioPercent(part: Money, whole: Money): string | null {
  const divisor = microsIn(whole, part.currency);
  if (divisor === 0n) return null;
  const hundredths = divideHalfUp(part.micros * 10_000n, divisor);
  const digits = String(absolute(hundredths)).padStart(3, "0");
  return `${hundredths < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Places of the currency's smaller unit by ISO 4217: 2 for most, 0 for the yen, 3 for the Kuwaiti dinar. */
export function minorDigits(currency: string): number {
  return minorDigitsByCurrency.get(currency) ?? 2;
}

const minorDigitsByCurrency: ReadonlyMap<string, number> = new Map([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
  ].map((currency) => [currency, 0] as const),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((currency) => [currency, 3] as const),
  ...["CLF", "UYW"].map((currency) => [currency, 4] as const),
]);

function microsIn(amount: Money, currency: string): bigint {
  if (amount.currency !== currency) throw new RangeError(`Cannot mix ${amount.currency} with ${currency}.`);
  return amount.micros;
}

/** Rounds to the nearest whole; a half goes away from zero, so that a credit mirrors its charge. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (dividend >= 0n && divisor > 0n) return (2n * dividend + divisor) / (2n * divisor);
  const quotient = (2n * absolute(dividend) + absolute(divisor)) / (2n * absolute(divisor));
  return dividend < 0n === divisor < 0n ? quotient : -quotient;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
