import * as z from "zod/mini";
import type { AuditFilter } from "../../api/generated/schema.ts";
import { choice, text } from "../../navigation/url-parts.ts";

/** What the list shows, and which entry is open, stand in the address. */
export const auditState = z.object({
  search: text,
  outcome: choice(["DONE", "REFUSED", ""], ""),
  channel: choice(["CONSOLE", "API", "SYSTEM", ""], ""),
  operation: text,
  /** Ids of who did it and of what it was done to, and the name of whom it was done for. */
  actor: text,
  subject: text,
  behalf: text,
  /** Days of the reseller's time zone, both included. */
  from: text,
  to: text,
  entry: text,
});
export type AuditState = z.output<typeof auditState>;
export type AuditFilters = Omit<AuditState, "entry">;

export const noFilters: AuditFilters = {
  search: "",
  outcome: "",
  channel: "",
  operation: "",
  actor: "",
  subject: "",
  behalf: "",
  from: "",
  to: "",
};

export function hasFilters(state: AuditState): boolean {
  return Object.keys(noFilters).some((key) => state[key as keyof AuditFilters] !== "");
}

export function auditFilterOf(state: AuditState, timeZone: string): AuditFilter {
  const { search, outcome, channel, operation, actor, subject, behalf } = state;
  const [from, to] = [startOfDay(state.from, timeZone), startOfDay(state.to, timeZone, 1)];
  return {
    ...(search.trim() !== "" && { search: search.trim() }),
    ...(outcome !== "" && { outcome }),
    ...(channel !== "" && { channel }),
    ...(operation !== "" && { operation }),
    ...(actor !== "" && { actor }),
    ...(subject !== "" && { subject }),
    ...(behalf.trim() !== "" && { onBehalfOf: behalf.trim() }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}

/** The file with the same entries; a link sets no header, so the place stands in it as the header would say it. */
export function exportHref(filter: AuditFilter, reseller: string): string {
  const parts = Object.entries(filter).map(([key, value]) => [key, String(value)]);
  return `/audit.csv?${new URLSearchParams([...parts, ["tierline-on-behalf-of", reseller]])}`;
}

const dayMs = 86_400_000;

/** Midnight at which the day begins in the time zone; null for what is no day. */
export function startOfDay(day: string, timeZone: string, daysLater = 0): string | null {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) return null;
  const wanted = midnight + daysLater * dayMs;
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
  return local - at;
}
