/**
 * Words for numbers and times, without a component: for labels, titles and texts with placeholders.
 * `locale` is BCP 47; times are ISO 8601, days `2026-12-21`.
 */
const places = 6;
const cached = new Map<string, unknown>();

/** Exact: the decimal goes in as text, so no digit is lost; at least the currency's own places and `least`, at most six. */
export function formatMoney(amount: string, currency: string, locale: string, least = 0): string {
  const formatter = remembered(`money ${locale} ${currency} ${least}`, () => {
    const own = new Intl.NumberFormat(locale, { style: "currency", currency }).resolvedOptions();
    const minimumFractionDigits = Math.min(places, Math.max(least, own.minimumFractionDigits ?? 0));
    const digits = { minimumFractionDigits, maximumFractionDigits: places };
    return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits });
  });
  return withMinusSign(formatter.formatToParts(exact(amount)));
}

/** To the places that the currency has, halves away from zero: where a figure is to be taken in and its exact value stands elsewhere. */
export function roundedMoney(amount: string, currency: string, locale: string): string {
  const formatter = remembered(
    `rounded ${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, { style: "currency", currency, signDisplay: "negative" }),
  );
  return withMinusSign(formatter.formatToParts(exact(amount)));
}

/** How many places the longest of them has, so that all of a column have as many. */
export function placesOf(amounts: Iterable<string>): number {
  return Math.max(0, ...[...amounts].map((amount) => amount.split(".")[1]?.length ?? 0));
}

export function formatNumber(value: number | string, locale: string): string {
  const formatter = remembered(
    `number ${locale}`,
    () => new Intl.NumberFormat(locale, { maximumFractionDigits: places }),
  );
  return withMinusSign(formatter.formatToParts(typeof value === "string" ? exact(value) : value));
}

export interface DateOptions {
  readonly timeZone?: string | undefined;
  readonly weekday?: "short" | "long" | undefined;
  readonly withoutYear?: boolean | undefined;
}

/** `21 Dec 2026`. A day without a time means the same day everywhere, so it is read and written in UTC. */
export function formatDate(
  value: string,
  locale: string,
  { timeZone, weekday, withoutYear }: DateOptions = {},
): string {
  const zone = isDay(value) ? "UTC" : timeZone;
  const key = `date ${locale} ${zone} ${weekday} ${withoutYear}`;
  const formatter = remembered(key, () => {
    return new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      ...(withoutYear !== true && { year: "numeric" }),
      ...(weekday !== undefined && { weekday }),
      ...(zone !== undefined && { timeZone: zone }),
    });
  });
  return formatter.format(new Date(value));
}

export interface TimeOptions {
  readonly timeZone?: string | undefined;
  readonly seconds?: boolean | undefined;
}

/** `12:05`, with seconds `12:05:02`. */
export function formatTime(value: string, locale: string, { timeZone, seconds }: TimeOptions = {}): string {
  const formatter = remembered(`time ${locale} ${timeZone} ${seconds}`, () => {
    return new Intl.DateTimeFormat(locale, {
      timeStyle: seconds === true ? "medium" : "short",
      ...(timeZone !== undefined && { timeZone }),
    });
  });
  return formatter.format(new Date(value));
}

export function formatDateTime(value: string, locale: string, options: DateOptions & TimeOptions = {}): string {
  return `${formatDate(value, locale, options)}, ${formatTime(value, locale, options)}`;
}

const steps = [
  { unit: "second", seconds: 1, below: 60 },
  { unit: "minute", seconds: 60, below: 60 },
  { unit: "hour", seconds: 3_600, below: 24 },
  { unit: "day", seconds: 86_400, below: 30 },
  { unit: "month", seconds: 2_592_000, below: 12 },
  { unit: "year", seconds: 31_536_000, below: Number.POSITIVE_INFINITY },
] as const;

/** `5 min ago`, `in 2 days`, `now`. */
export function formatRelative(value: string, nowMs: number, locale: string): string {
  const formatter = remembered(`relative ${locale}`, () => {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  });
  const seconds = (Date.parse(value) - nowMs) / 1_000;
  const step = steps.find((candidate) => Math.abs(seconds) / candidate.seconds < candidate.below);
  if (step === undefined || step.unit === "second") return formatter.format(0, "second");
  return formatter.format(Math.trunc(seconds / step.seconds), step.unit);
}

const dayMs = 86_400_000;

/**
 * compact: `0.2 s`, `31 s` (the SI symbol, alike in all languages), from a minute on as a clock; clock: `0:19`, `1:02:03`. Both
 * from a day on in days and hours.
 */
export function formatDuration(ms: number, locale: string, form: "compact" | "clock" = "compact"): string {
  const length = Math.max(0, ms);
  if (length >= dayMs) return daysOf(length, locale);
  if (form === "clock") return clockOf(Math.floor(length / 1_000));
  if (length >= 59_500) return clockOf(Math.round(length / 1_000));
  const tenths = Math.round(length / 100);
  const digits = tenths < 100 ? 1 : 0;
  const formatter = remembered(`duration ${locale} ${digits}`, () => {
    return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  });
  return `${formatter.format(tenths / 10)}\u00a0s`;
}

function daysOf(length: number, locale: string): string {
  const hours = Math.round(length / 3_600_000);
  const unit = (count: number, name: "day" | "hour"): string =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(count);
  return `${unit(Math.floor(hours / 24), "day")} ${unit(hours % 24, "hour")}`;
}

function clockOf(total: number): string {
  const two = (count: number): string => String(count).padStart(2, "0");
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

function isDay(value: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(value);
}

/** The API writes amounts as plain decimals, which is what Intl reads without rounding; TypeScript only knows the template. */
function exact(amount: string): `${number}` {
  return amount as `${number}`;
}

/** A hyphen is easily missed before an amount; the minus sign is as wide as the digits. */
function withMinusSign(parts: readonly Intl.NumberFormatPart[]): string {
  return parts.map((part) => (part.type === "minusSign" ? "\u2212" : part.value)).join("");
}

function remembered<Formatter>(key: string, create: () => Formatter): Formatter {
  const found = cached.get(key);
  // Each key begins with the word of its own kind, so what is found under it was put there by the same `create`.
  if (found !== undefined) return found as Formatter;
  const created = create();
  cached.set(key, created);
  return created;
}
