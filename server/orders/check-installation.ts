import { addDays, compareDates, isDate } from "@tierline/shared/billing-period.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { blocking, fine, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";

/** How far ahead an installation may be agreed upon. */
export const installationDaysAheadMax = 365;

/** O40: a day that is not over, in the reseller's time zone. */
export function checkInstallation({ offering, draft, today }: OrderFacts): Check[] {
  const date = draft.installationDate;
  const problem = (code: UserErrorCode, message: string) => [
    blocking("INSTALLATION", code, message, "installationDate"),
  ];
  if (!offering.needsInstallation) {
    return date === null ? [] : problem("INVALID", "It needs no installation. Leave the date out.");
  }
  if (date === null) return problem("REQUIRED", "Choose the day of the installation.");
  if (!isDate(date)) return problem("INVALID", "The day of the installation is a date, such as 2026-12-21.");
  if (compareDates(date, today) < 0) return problem("INVALID", "The day of the installation is in the past.");
  if (compareDates(date, addDays(today, installationDaysAheadMax)) > 0) {
    return problem("INVALID", `The day of the installation is at most ${installationDaysAheadMax} days ahead.`);
  }
  return [fine("INSTALLATION", `Installation on ${date}; the service is active once it is done`)];
}
