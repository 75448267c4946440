import { taxNumberRule } from "@tierline/shared/tax-number.ts";
import { termsInput, type TermsValues } from "../../navigation/terms-values.ts";
import type { AddressInput, ContactRole, CreateCustomerInput, CustomerKind } from "../../api/generated/schema.ts";
import { packagesInput, type ChosenPackages } from "./PackageChoices.tsx";

export interface AddressValues {
  line1: string;
  line2: string;
  city: string;
  region: string;
  postalCode: string;
  country: string;
}

export interface ContactValues {
  name: string;
  roles: ContactRole[];
  email: string;
  phone: string;
}

export interface SiteValues {
  name: string;
  address: AddressValues;
}

export interface CustomerValues {
  /** Of a template; none when empty. */
  provisioningId: string;
  terms: TermsValues;
  kind: CustomerKind;
  isInternal: boolean;
  name: string;
  email: string;
  phone: string;
  language: string;
  taxNumber: string;
  billingAddress: AddressValues;
  contacts: ContactValues[];
  sites: SiteValues[];
  /** Those that it may give to its people; null while nobody has chosen any: then those of the template. */
  packages: ChosenPackages | null;
  /** Short names of offerings. */
  templatePackages: readonly string[];
  /** Of who administers it. */
  primaryEmail: string;
  callingLocation: LocationValues;
}

export interface LocationValues {
  name: string;
  /** Its address is the billing address. */
  isBilling: boolean;
  address: AddressValues;
  timeZone: string;
  language: string;
}

/** What the form asks for beside the customer's own details. */
export interface Asked {
  readonly terms: boolean;
  /** Null where packages are not asked for. */
  readonly packages: ChosenPackages | null;
  /** Calls belong to a package that was chosen. */
  readonly location: boolean;
}

export const contactRoles: readonly ContactRole[] = [
  "BILLING",
  "TECHNICAL",
  "SITE_ADMIN",
  "MAINTAINER",
  "ONSITE_ADMIN",
  "OTHER",
];

export function emptyAddress(country: string): AddressValues {
  return { line1: "", line2: "", city: "", region: "", postalCode: "", country };
}

/** As it is stored: with its country. */
type StoredAddress = AddressInput & { readonly country: string };

export function addressValues(address: StoredAddress | null, country: string): AddressValues {
  if (address === null) return emptyAddress(country);
  const { line1, line2, city, region, postalCode } = address;
  return {
    line1,
    line2: line2 ?? "",
    city,
    region: region ?? "",
    postalCode: postalCode ?? "",
    country: address.country,
  };
}

/** An address of which only the country was chosen is none. */
export function addressInput({ line1, line2, city, region, postalCode, country }: AddressValues): AddressInput | null {
  const isEmpty = [line1, line2, city, region, postalCode].every((each) => each.trim() === "");
  if (isEmpty) return null;
  return { line1, line2: orNull(line2), city, region: orNull(region), postalCode: orNull(postalCode), country };
}

export function contactInput({ name, roles, email, phone }: ContactValues) {
  return { name, roles, email: orNull(email), phone: orNull(phone) };
}

export function siteInput({ name, address }: SiteValues) {
  return { name, address: addressInput(address) };
}

/** The home country follows from the billing address, and is told only where there is none. An individual has no contacts and sites of their own here; what was typed before the kind was changed is left out. */
export function createInput(values: CustomerValues, asked: Asked): Omit<CreateCustomerInput, "idempotencyKey"> {
  const { terms, kind, name, email, phone, language, taxNumber, billingAddress, contacts, sites } = values;
  const isBusiness = kind === "BUSINESS";
  const address = addressInput(billingAddress);
  return {
    ...(values.provisioningId === "" ? {} : { provisioningId: values.provisioningId }),
    ...(asked.terms ? { terms: termsInput(terms) } : {}),
    kind,
    ...(isBusiness && values.isInternal ? { isInternal: true } : {}),
    name,
    email: orNull(email),
    phone: orNull(phone),
    ...(address === null ? { homeCountry: billingAddress.country } : {}),
    language: orNull(language),
    ...(taxNumberRule(billingAddress.country, kind) === null ? {} : { taxNumber: orNull(taxNumber) }),
    billingAddress: address,
    contacts: isBusiness ? contacts.map(contactInput) : [],
    sites: isBusiness ? sites.map(siteInput) : [],
    ...(isBusiness && asked.packages !== null ? wholesaleInput(values, asked.packages, asked.location) : {}),
  };
}

/** The same that a program would say of it (C1). */
function wholesaleInput(
  { primaryEmail, callingLocation, billingAddress }: CustomerValues,
  packages: ChosenPackages,
  isCalling: boolean,
) {
  const { name, isBilling, timeZone, language } = callingLocation;
  const address = addressInput(isBilling ? billingAddress : callingLocation.address);
  return {
    packages: packagesInput(packages),
    ...(Object.keys(packages).length > 0 ? { primaryEmail: orNull(primaryEmail) } : {}),
    ...(isCalling && address !== null ? { callingLocation: { name, address, timeZone, language } } : {}),
  };
}

export function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
