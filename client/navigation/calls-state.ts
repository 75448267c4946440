import { callDirections, callStates } from "@tierline/shared/call.ts";
import { callListDaysMax } from "@tierline/shared/limits.ts";
import * as z from "zod/mini";
import type { CallFilter } from "../api/generated/schema.ts";
import { shownAt, startOfDay } from "../ui/zoned-time.ts";
import { choice, text } from "./url-parts.ts";

/** Which calls are shown stands in the address: days of the reseller's time zone, both included. */
export const callsState = z.object({
  state: choice([...callStates, ""], ""),
  direction: choice([...callDirections, ""], ""),
  number: text,
  from: text,
  to: text,
  /** Id of an invoice: the calls that it sums, whenever they were. */
  invoice: text,
});
export type CallsState = z.output<typeof callsState>;

export const allCalls: CallsState = { state: "", direction: "", number: "", from: "", to: "", invoice: "" };

const dayMs = 86_400_000;
/** What is shown until somebody asks for another time. */
const daysShown = 30;
/** An invoice sums up what was told late, too, and has an end of its own. */
const ever = { from: "2000-01-01T00:00:00.000Z", until: "2100-01-01T00:00:00.000Z" } as const;

/** Null: the time is longer than what is answered at once, or ends before it begins. */
export function callFilterOf(
  { state, direction, number, invoice, ...days }: CallsState,
  timeZone: string,
  now: number,
): CallFilter | null {
  const chosen = {
    ...(state !== "" && { state: [state] }),
    ...(direction !== "" && { direction }),
    ...(number !== "" && { number }),
  };
  if (invoice !== "") return { ...ever, invoiceId: invoice, ...chosen };
  const to = days.to === "" ? shownAt(now, timeZone).slice(0, 10) : days.to;
  const until = startOfDay(to, timeZone, 1);
  const from = startOfDay(days.from, timeZone) ?? startOfDay(to, timeZone, 1 - daysShown);
  if (from === null || until === null) return null;
  const length = Date.parse(until) - Date.parse(from);
  if (length <= 0 || length > callListDaysMax * dayMs + dayMs / 24) return null;
  return { from, until, ...chosen };
}
