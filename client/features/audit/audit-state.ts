import * as z from "zod/mini";
import type { AuditFilter } from "../../api/generated/schema.ts";
import { choice, text } from "../../navigation/url-parts.ts";
import { startOfDay } from "../../ui/zoned-time.ts";

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
