import { emailLengthMax, failureEmailsMax, keyLengthMax, nameLengthMax } from "@tierline/shared/limits.ts";
import { isPermission, type Permission } from "@tierline/shared/permission.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import { countryOf, languageOf } from "../kernel/country.ts";
import type { Refusals } from "../kernel/rejection.ts";

// Each answers what would be stored; whether it may be is in the refusals, which the caller settles once all are known.

export function checkName(refusals: Refusals, name: string): string {
  return checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "name") ?? "";
}

/** In addresses: lower case letters, digits and hyphens between them. */
export function checkKey(refusals: Refusals, key: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > keyLengthMax) {
    refusals.add(key === "" ? "REQUIRED" : "INVALID", say("reseller.key", { max: keyLengthMax }), "key");
  }
  return key;
}

export function checkCountry(refusals: Refusals, text: string): string {
  const country = countryOf(text);
  if (country === null) refusals.add(text === "" ? "REQUIRED" : "INVALID", say("customer.country"), "country");
  return country ?? "";
}

/** Of ISO 4217, as far as this platform can write amounts in it. */
export function checkCurrency(refusals: Refusals, text: string): string {
  if (!currencies.has(text)) refusals.add(text === "" ? "REQUIRED" : "INVALID", say("reseller.currency"), "currency");
  return text;
}
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

export function checkTimeZone(refusals: Refusals, text: string): string {
  if (!timeZones.has(text)) refusals.add(text === "" ? "REQUIRED" : "INVALID", say("reseller.timeZone"), "timeZone");
  return text;
}
const timeZones: ReadonlySet<string> = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);

export function checkLocale(refusals: Refusals, text: string): string {
  const locale = languageOf(text);
  if (locale === null) refusals.add(text === "" ? "REQUIRED" : "INVALID", say("customer.language"), "locale");
  return locale ?? "";
}

export function checkFailureEmails(refusals: Refusals, emails: readonly string[]): string[] {
  if (emails.length > failureEmailsMax) {
    refusals.add("TOO_LONG", say("reseller.failureEmails", { max: failureEmailsMax }), "failureEmails");
  }
  emails.slice(0, failureEmailsMax).forEach((email, index) => {
    checkEmail(refusals, email, { max: emailLengthMax, isRequired: true }, "failureEmails", String(index));
  });
  return [...new Set(emails)];
}

/** Null: everything. Nobody lets others do what they may not do themselves, but may leave it to them where it was theirs. */
export function checkDelegated(
  refusals: Refusals,
  delegated: readonly string[] | null,
  own: ReadonlySet<Permission>,
  before: readonly Permission[] = [],
): Permission[] | null {
  if (delegated === null) return null;
  delegated.forEach((key, index) => {
    if (isPermission(key) && (own.has(key) || before.includes(key))) return;
    refusals.add(
      "INVALID",
      say("reseller.delegated", { permission: key.slice(0, keyLengthMax) }),
      "delegated",
      String(index),
    );
  });
  return [...new Set(delegated)].filter(isPermission);
}
