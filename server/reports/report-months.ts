import { addMonths, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { reportMonthsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { AccessError } from "../kernel/rejection.ts";

export interface ReportMonth {
  /** As in `2026-11`. */
  readonly month: string;
  readonly from: Date;
  /** The first instant after it. */
  readonly until: Date;
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** From the one to the other, both included, in a time zone. @throws AccessError BAD_USER_INPUT */
export function monthsBetween(from: string, to: string, timeZone: string): ReportMonth[] {
  if (!monthPattern.test(from) || !monthPattern.test(to) || to < from) {
    throw new AccessError("BAD_USER_INPUT", say("report.months"));
  }
  const startOf = (n: number) => addMonths(`${from}-01`, n);
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;
  if (count > reportMonthsMax) throw new AccessError("BAD_USER_INPUT", say("report.tooLong", { max: reportMonthsMax }));
  return Array.from({ length: count }, (_, n) => ({
    month: startOf(n).slice(0, 7),
    from: startOfDayInZone(startOf(n), timeZone),
    until: startOfDayInZone(startOf(n + 1), timeZone),
  }));
}
