import { addressForm, type AddressField } from "@tierline/shared/address.ts";
import {
  addressLineLengthMax,
  addressPartLengthMax,
  attributesMax,
  attributeValueLengthMax,
  emailLengthMax,
  keyLengthMax,
  nameLengthMax,
  phoneLengthMax,
  tagsMax,
} from "@tierline/shared/limits.ts";
import { supportRoles, type ContactRole, type CustomerKind } from "@tierline/shared/kinds.ts";
import { taxNumberRule } from "@tierline/shared/tax-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Refusals } from "../kernel/rejection.ts";
import { countryOf, languageOf } from "../kernel/country.ts";
import type { AddressValue } from "./customer.entity.ts";
import { checkEmail, checkPhone, checkText, type Noun } from "../kernel/checked-text.ts";

type Text = string | null | undefined;

export interface AddressInput {
  readonly line1: string;
  readonly line2?: Text;
  readonly city: string;
  readonly region?: Text;
  readonly postalCode?: Text;
  readonly country?: Text;
}

export interface ContactInput {
  readonly name: string;
  readonly roles: readonly ContactRole[];
  readonly email?: Text;
  readonly phone?: Text;
}

export interface SiteInput {
  readonly name: string;
  readonly address?: AddressInput | null | undefined;
}

export interface AttributeInput {
  readonly key: string;
  readonly value: string;
}

// Each answers what would be stored; whether it may be is in the refusals, which the caller settles once all are known.

export function checkName(refusals: Refusals, name: Text, ...path: string[]): string {
  return checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, ...path) ?? "";
}

/** `stored`: a name that it bears already stays, whatever it is. */
export function checkCustomerName(refusals: Refusals, name: Text, stored: Text): string {
  if (name !== stored && name?.includes("%") === true) refusals.add("INVALID", say("customer.percent"), "name");
  return checkName(refusals, name, "name");
}

export function checkReach(refusals: Refusals, { email, phone }: { email?: Text; phone?: Text }, ...path: string[]) {
  return {
    email: checkEmail(refusals, email, { max: emailLengthMax }, ...path, "email"),
    phone: checkPhone(refusals, phone, { max: phoneLengthMax }, ...path, "phone"),
  };
}

export function checkCountry(refusals: Refusals, text: Text, ...path: string[]): string {
  const country = countryOf(text ?? "");
  if (country !== null) return country;
  if (text == null || text === "") refusals.add("REQUIRED", say("customer.countryRequired"), ...path);
  else refusals.add("INVALID", say("customer.country"), ...path);
  return "";
}

/** What is stored of a tax number, where the country has such numbers; one that asks for it gets one. */
export function checkTaxNumber(
  refusals: Refusals,
  text: Text,
  { country, kind }: { country: string; kind: CustomerKind },
): string | null {
  const rule = taxNumberRule(country, kind);
  if (text == null || text === "") {
    const label = rule?.label ?? "";
    if (rule?.isRequired === true) refusals.add("REQUIRED", say("customer.taxNumberRequired", { label }), "taxNumber");
    return null;
  }
  if (rule === null) {
    refusals.add("INVALID", say("customer.taxNumberNone"), "taxNumber");
    return null;
  }
  const number = rule.parse(text);
  if (number === null) {
    refusals.add("INVALID", say("customer.taxNumber", { label: rule.label, example: rule.example }), "taxNumber");
  }
  return number;
}

export function checkLanguage(refusals: Refusals, text: Text, ...path: string[]): string {
  const language = languageOf(text ?? "");
  if (language !== null) return language;
  if (text == null || text === "") refusals.add("REQUIRED", say("customer.languageRequired"), ...path);
  else refusals.add("INVALID", say("customer.language"), ...path);
  return "";
}

/** `stored`: the address that stands there. What it says may be said again, though the rules have changed meanwhile. */
export function checkAddress(
  refusals: Refusals,
  address: AddressInput | null | undefined,
  stored: AddressValue | null,
  ...path: string[]
): AddressValue | null {
  if (address == null) return null;
  const country = countryOf(address.country ?? "") ?? "";
  const form = addressForm(country);
  const isKept = (field: AddressField): boolean =>
    stored !== null && stored.country === country && stored[field] === (address[field] ?? null);
  const part = (field: AddressField): string | null => {
    const noun: Noun = `noun.${field}`;
    const isLine = field === "line1" || field === "line2";
    const max = isLine && !isKept(field) ? addressLineLengthMax : addressPartLengthMax;
    const isRequired = form.required.includes(field) && !isKept(field);
    return checkText(refusals, address[field], { noun, max, isRequired }, ...path, field);
  };
  const value = {
    line1: part("line1") ?? "",
    line2: part("line2"),
    city: part("city") ?? "",
    region: part("region"),
    postalCode: part("postalCode"),
    country: checkCountry(refusals, address.country, ...path, "country"),
  };
  if (value.postalCode !== null && !isKept("postalCode") && !form.isPostalCode(value.postalCode)) {
    const message = say("customer.postalCode", { example: form.example ?? "" });
    refusals.add("INVALID", message, ...path, "postalCode");
  }
  return value;
}

/** `others`: the customer's other contacts. Whoever is told of problems can be written to, and holds each of those roles once (M9). */
export function checkContact(
  refusals: Refusals,
  contact: ContactInput,
  others: readonly Pick<ContactInput, "roles" | "email">[],
  ...path: string[]
) {
  if (contact.roles.length === 0) refusals.add("REQUIRED", say("contact.roles"), ...path, "roles");
  const support = supportRoles.filter((role) => contact.roles.includes(role));
  if (support.length > 0 && (contact.email ?? "") === "") {
    refusals.add("REQUIRED", say("contact.email"), ...path, "email");
  }
  const isTwice = others.some(
    ({ email, roles }) => isSameEmail(email, contact.email) && support.some((role) => roles.includes(role)),
  );
  if (isTwice) refusals.add("TAKEN", say("contact.twice", { email: contact.email ?? "" }), ...path, "email");
  return {
    name: checkName(refusals, contact.name, ...path, "name"),
    roles: [...new Set(contact.roles)],
    ...checkReach(refusals, contact, ...path),
  };
}

function isSameEmail(one: Text, other: Text): boolean {
  return (one ?? "") !== "" && one?.toLowerCase() === other?.toLowerCase();
}

export function checkSite(refusals: Refusals, site: SiteInput, stored: AddressValue | null, ...path: string[]) {
  return {
    name: checkName(refusals, site.name, ...path, "name"),
    address: checkAddress(refusals, site.address, stored, ...path, "address"),
  };
}

export function checkTags(refusals: Refusals, tags: readonly string[] | null | undefined, ...path: string[]): string[] {
  const list = tags ?? [];
  if (list.length > tagsMax) refusals.add("TOO_LONG", say("customer.tags", { max: tagsMax }), ...path);
  list.slice(0, tagsMax).forEach((tag, index) => {
    checkText(refusals, tag, { noun: "noun.tag", max: keyLengthMax, isRequired: true }, ...path, String(index));
    if (list.indexOf(tag) < index) refusals.add("INVALID", say("customer.tagTwice"), ...path, String(index));
  });
  return [...list];
}

export function checkAttributes(
  refusals: Refusals,
  attributes: readonly AttributeInput[] | null | undefined,
  ...path: string[]
): AttributeInput[] {
  const list = attributes ?? [];
  if (list.length > attributesMax)
    refusals.add("TOO_LONG", say("customer.attributes", { max: attributesMax }), ...path);
  const keys = list.map(({ key }) => key);
  list.slice(0, attributesMax).forEach(({ key, value }, index) => {
    const at = [...path, String(index)];
    checkText(refusals, key, { noun: "noun.attributeName", max: keyLengthMax, isRequired: true }, ...at, "key");
    checkText(
      refusals,
      value,
      { noun: "noun.attributeValue", max: attributeValueLengthMax, isMultiline: true },
      ...at,
      "value",
    );
    if (keys.indexOf(key) < index) refusals.add("INVALID", say("customer.attributeTwice"), ...at, "key");
  });
  return list.map(({ key, value }) => ({ key, value }));
}
