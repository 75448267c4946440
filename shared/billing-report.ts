import { addDays, addMonths } from "./billing-period.ts";

export const billingReportTypes = ["PARTNER", "CUSTOMER", "USER"] as const;
/** By whom it sums up: all together, each customer, or each thing that a customer has. */
export type BillingReportType = (typeof billingReportTypes)[number];

export const billingReportCategories = ["RECONCILIATION", "POINT_IN_TIME"] as const;
/** What was charged in a range of days, or what recurred at the end of it. */
export type BillingReportCategory = (typeof billingReportCategories)[number];

const yearsMax = 5;

export interface BillingReportDays {
  /** The first and the last day, both included, as in `2026-11-20`. */
  readonly from: string;
  readonly to: string;
}

export type DaysProblem = {
  readonly field: "from" | "to";
  readonly problem: "TOO_OLD" | "DATE_NOT_CLOSED" | "REVERSED";
};

/** Days are over, five years old at most, and in their order (CX10); `today` is that of the reseller's zone. */
export function problemsOfDays({ from, to }: BillingReportDays, today: string): DaysProblem[] {
  const problems: DaysProblem[] = [];
  if (from < addMonths(today, -12 * yearsMax)) problems.push({ field: "from", problem: "TOO_OLD" });
  if (to >= today) problems.push({ field: "to", problem: "DATE_NOT_CLOSED" });
  if (from > to) problems.push({ field: "to", problem: "REVERSED" });
  return problems;
}

/** The last day of which there is a report. */
export function lastClosedDay(today: string): string {
  return addDays(today, -1);
}
