import { addDays, compareDates, isDate } from "@tierline/shared/billing-period.ts";
import type { UserErrorCode } from "@tierline/shared/user-error-code.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { blocking, fine, type Check } from "./check.ts";
import type { OrderFacts } from "./order-facts.ts";

/** How far ahead an installation may be agreed upon. */
export const installationDaysAheadMax = 365;

/** O40: a day that is not over, in the reseller's time zone. */
export function checkInstallation({ offering, draft, today }: OrderFacts): Check[] {
  const date = draft.installationDate;
  const problem = (code: UserErrorCode, message: Sentence) => [
    blocking("INSTALLATION", code, message, "installationDate"),
  ];
  if (!offering.needsInstallation) {
    return date === null ? [] : problem("INVALID", say("check.noInstallation"));
  }
  if (date === null) return problem("REQUIRED", say("check.chooseDay"));
  if (!isDate(date)) return problem("INVALID", say("check.day"));
  if (compareDates(date, today) < 0) return problem("INVALID", say("check.dayPast"));
  if (compareDates(date, addDays(today, installationDaysAheadMax)) > 0) {
    return problem("INVALID", say("check.dayFar", { max: installationDaysAheadMax }));
  }
  return [fine("INSTALLATION", say("check.installation", { day: { day: date } }))];
}
