const dayMs = 86_400_000;

/** Midnight at which the day begins in the time zone; null for what is no day. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): string | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(midnight) ? null : instantAt(midnight + daysLater * dayMs, timeZone);
}

/** The moment at which clocks in the time zone show `2026-11-22T14:30`; null for what is no such time. */
export function instantOf(shown: string, timeZone: string): string | null {
  const wanted = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(shown) ? Date.parse(`${shown}:00Z`) : Number.NaN;
  return Number.isNaN(wanted) ? null : instantAt(wanted, timeZone);
}

/** What clocks in the time zone show then, as `2026-11-22T14:30`. */
export function shownAt(instant: number, timeZone: string): string {
  return new Date(instant + offsetAt(instant, timeZone)).toISOString().slice(0, 16);
}

function instantAt(wanted: number, timeZone: string): string {
  // The offset is that of the moment itself; near a change of the clocks the first guess is on its other side.
  const guess = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(guess, timeZone)).toISOString();
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return local - Math.floor(at / 1_000) * 1_000;
}
