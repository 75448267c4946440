import { divideHalfUp, minorDigits } from "./money.ts";

/** What a tax rate may be for: what is charged once to set up, again and again, or for the thing itself; calls; what was entered by hand. */
export const taxedKinds = ["SETUP", "RECURRING", "ONE_OFF", "CALLS", "BY_HAND"] as const;
export type TaxedKind = (typeof taxedKinds)[number];

/** A rate as it is kept with each line that it was applied to: what becomes of the rate later changes nothing of it. */
export interface LineTax {
  readonly name: string;
  /** As `20` or `9.975`. */
  readonly percent: string;
  /** The amount of the line has it in it already. */
  readonly isIncluded: boolean;
}

export interface TaxedLine {
  /** What is asked for the line, rounded. */
  readonly micros: bigint;
  readonly taxes: readonly LineTax[];
}

/** One rate on one invoice. */
export interface TaxSum extends LineTax {
  /** What it is reckoned on: its lines, less the taxes that they have in them. */
  readonly baseMicros: bigint;
  readonly micros: bigint;
}

const percentPattern = /^(\d{1,3})(?:\.(\d{1,4}))?$/;
/** Of a whole, which is a hundred per cent. */
const whole = 1_000_000n;

/** In millionths of the whole: `20` is 200,000. Null unless it is 0 to 100 with at most four places. */
export function percentUnits(text: string): bigint | null {
  const match = percentPattern.exec(text);
  if (match === null) return null;
  const units = BigInt(match[1]! + (match[2] ?? "").padEnd(4, "0")); // the pattern has it
  return units <= whole ? units : null;
}

/** As it is written, without zeros that say nothing: 205,000 is `20.5`. */
export function percentOf(units: bigint): string {
  const digits = String(units).padStart(5, "0");
  const places = digits.slice(-4).replace(/0+$/, "");
  return places === "" ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${places}`;
}

/**
 * What each rate comes to on an invoice: its lines together, one multiplication, one rounding half-up to what the currency has coins
 * of. Rounded on each line instead, the sum would drift from what the rate says of the total, by which the tax office reckons.
 */
export function taxesOf(lines: readonly TaxedLine[], currency: string): TaxSum[] {
  const unit = 10n ** BigInt(6 - minorDigits(currency));
  const applied = new Map<string, { tax: LineTax; lines: TaxedLine[] }>();
  for (const line of lines) {
    for (const tax of line.taxes) {
      const key = JSON.stringify([tax.name, tax.percent, tax.isIncluded]);
      const entry = applied.get(key) ?? { tax, lines: [] };
      entry.lines.push(line);
      applied.set(key, entry);
    }
  }
  const rounded = ({ top, bottom }: Fraction) => divideHalfUp(top, bottom * unit) * unit;
  return [...applied.values()].map(({ tax, lines: taxed }) => {
    const sum = taxed.reduce((total, { micros }) => total + micros, 0n);
    const micros = rounded(shareOf(taxed, () => unitsOf(tax.percent)));
    const inside = rounded(shareOf(taxed, (line) => includedUnits(line.taxes)));
    return { ...tax, baseMicros: sum - inside, micros };
  });
}

/**
 * How much of a rate's tax falls on one line, to the millionth: told, and nothing that is posted. Of all its lines together the parts
 * come to what the rate comes to before its one rounding, but for half a millionth a line.
 */
export function taxPartOf({ micros, taxes }: TaxedLine, { percent }: LineTax): bigint {
  return divideHalfUp(micros * unitsOf(percent), whole + includedUnits(taxes));
}

/** What is asked for beside the lines. */
export function addedTax(taxes: readonly TaxSum[]): bigint {
  return taxes.reduce((sum, { isIncluded, micros }) => (isIncluded ? sum : sum + micros), 0n);
}

export function includedTax(taxes: readonly TaxSum[]): bigint {
  return taxes.reduce((sum, { isIncluded, micros }) => (isIncluded ? sum + micros : sum), 0n);
}

interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Exact: an amount that has taxes in it is that much more than the whole. */
function shareOf(lines: readonly TaxedLine[], units: (line: TaxedLine) => bigint): Fraction {
  const shares = new Map<bigint, bigint>();
  for (const line of lines) {
    const of = whole + includedUnits(line.taxes);
    shares.set(of, (shares.get(of) ?? 0n) + line.micros * units(line));
  }
  return [...shares].reduce(
    (sum, [of, share]) => ({ top: sum.top * of + share * sum.bottom, bottom: sum.bottom * of }),
    { top: 0n, bottom: 1n },
  );
}

function includedUnits(taxes: readonly LineTax[]): bigint {
  return taxes.reduce((sum, { percent, isIncluded }) => (isIncluded ? sum + unitsOf(percent) : sum), 0n);
}

function unitsOf(percent: string): bigint {
  const units = percentUnits(percent);
  if (units === null) throw new RangeError(`Not a percentage: ${JSON.stringify(percent)}`);
  return units;
}

export interface TaxRateFacts extends LineTax {
  readonly region: string | null;
  readonly kinds: readonly TaxedKind[];
}

/** Which of a country's rates are for a place: those of its region, and of the whole country those that have no namesake there. */
export function ratesOfPlace<T extends Pick<TaxRateFacts, "name" | "region">>(
  rates: readonly T[],
  region: string | null,
): T[] {
  const folded = (text: string) => text.trim().toLowerCase();
  const here = rates.filter(
    (rate) => rate.region !== null && region !== null && folded(rate.region) === folded(region),
  );
  const names = new Set(here.map(({ name }) => name));
  return rates.filter((rate) => here.includes(rate) || (rate.region === null && !names.has(rate.name)));
}

export function taxesOfKind(rates: readonly TaxRateFacts[], kind: TaxedKind): LineTax[] {
  return rates
    .filter(({ kinds }) => kinds.includes(kind))
    .map(({ name, percent, isIncluded }) => ({ name, percent, isIncluded }));
}
