import { paymentModes } from "@tierline/shared/ledger.ts";
import * as z from "zod/mini";
import type { AccountReportFilter, NumberReportFilter } from "../../api/generated/schema.ts";
import { choice, text } from "../../navigation/url-parts.ts";

export const reportViews = ["money", "accounts", "numbers", "customers"] as const;

export const callTimes = ["HOUR", "DAY"] as const;

/** Which report, of which months (as in 2026-11, both included), and what of it: in the address, so that it can be linked. */
export const reportState = z.object({
  view: choice(reportViews, "money"),
  /** Whether a billing report is asked for. */
  billing: choice(["new", ""], ""),
  from: text,
  to: text,
  calls: choice(callTimes, "HOUR"),
  mode: choice([...paymentModes, ""], ""),
  line: choice(["with", "without", ""], ""),
  accounts: choice(["NAME", "NUMBER"], "NAME"),
  number: text,
  past: choice(["yes", ""], ""),
  numbers: choice(["NUMBER", "CLIENT"], "NUMBER"),
});
export type ReportState = z.output<typeof reportState>;
export type ChangeReport = (change: Partial<ReportState>) => void;

export function accountFilterOf({ mode, line }: ReportState): AccountReportFilter {
  return { ...(mode !== "" && { mode }), ...(line !== "" && { hasLine: line === "with" }) };
}

export function numberFilterOf({ number, past }: ReportState): NumberReportFilter {
  return { ...(number.trim() !== "" && { number: number.trim() }), ...(past !== "" && { wasTakenBack: true }) };
}
