/** Business dates are texts like `2026-12-21`: a day in the reseller's time zone, never an instant. */
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

/** Whether `text` is a day of the calendar: `2026-02-30` is none. */
export function isDate(text: string): boolean {
  const ms = utcOrNaN(text);
  return !Number.isNaN(ms) && dateOf(ms) === text;
}

/** The same day `months` later, or the last day of a month that is too short: 31 January → 28 February. */
export function addMonths(date: string, months: number): string {
  const from = new Date(utc(date));
  const firstOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const lastOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0);
  return dateOf(Math.min(firstOfMonth + (from.getUTCDate() - 1) * dayMs, lastOfMonth));
}

/** The start of period `n`, always counted from the anchor, so that 31 January → 28 February → 31 March. */
export function periodStart(anchor: string, n: number, months = 1): string {
  return addMonths(anchor, n * months);
}

export function addDays(date: string, days: number): string {
  return dateOf(utc(date) + days * dayMs);
}

/** How many days from one date to another, which may be the earlier. */
export function daysBetween(from: string, to: string): number {
  return (utc(to) - utc(from)) / dayMs;
}

export function compareDates(a: string, b: string): -1 | 0 | 1 {
  const difference = utc(a) - utc(b);
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
}

/** The day that `instant` falls on in an IANA time zone. */
export function dateInZone(instant: Date, zone: string): string {
  return dateOf(wallClock(instant.getTime(), zone));
}

/**
 * The first instant of a day in an IANA time zone. Where the clocks change at midnight that is not 00:00, or there are two of them;
 * of a day that a zone left out (Samoa, 30 December 2011) it is the first instant of the next.
 */
export function startOfDayInZone(date: string, zone: string): Date {
  const name = `${date} ${zone}`;
  let start = starts.get(name);
  if (start === undefined) {
    start = foundStart(date, zone);
    if (starts.size === startsMax) starts.clear();
    starts.set(name, start);
  }
  return new Date(start);
}

/** Kept, because a sweep asks for the same few days ten thousand times, and a clock on a wall is slow to read. */
const starts = new Map<string, number>();
const startsMax = 4_096;

function foundStart(date: string, zone: string): number {
  const midnight = utc(date);
  const offsets = [midnight - dayMs, midnight + dayMs].map((instant) => wallClock(instant, zone) - instant);
  const candidates = offsets.map((offset) => midnight - offset).toSorted((a, b) => a - b);
  const [earlier = midnight, later = midnight] = candidates;
  return wallClock(earlier, zone) >= midnight ? earlier : later;
}

/** What a clock on the wall there shows, in milliseconds as if it were UTC. */
function wallClock(instant: number, zone: string): number {
  const parts = formatterOf(zone).formatToParts(instant);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .filter((part) => part.type !== "literal")
    .map((part) => Number(part.value));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than everything else here; the number of zones bounds the map. */
function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const twoDigits = {
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  } as const;
  const made = new Intl.DateTimeFormat("en-CA", { timeZone: zone, hourCycle: "h23", year: "numeric", ...twoDigits });
  formatters.set(zone, made);
  return made;
}

/** @throws RangeError for what is no date. */
function utc(date: string): number {
  const ms = utcOrNaN(date);
  if (Number.isNaN(ms)) throw new RangeError(`Not a date: ${JSON.stringify(date)}`);
  return ms;
}

function utcOrNaN(text: string): number {
  if (!datePattern.test(text)) return Number.NaN;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isPlain = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
  return isPlain ? Date.UTC(year, month - 1, day) : Date.parse(`${text}T00:00:00Z`); // which knows all the rest, and is slow
}

function dateOf(utcMs: number): string {
  const at = new Date(utcMs);
  const year = at.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) return at.toISOString().slice(0, 10);
  return `${year}-${padded[at.getUTCMonth() + 1]!}-${padded[at.getUTCDate()]!}`; // there are no more than 31
}

const padded = Array.from({ length: 32 }, (_, value) => String(value).padStart(2, "0"));
