import { parseDraft, type OnboardingDraft } from "@tierline/shared/onboarding.ts";
import { emptyAddress, type AddressValues } from "../customer-form.ts";

export interface DraftValues {
  customer: {
    name: string;
    email: string;
    phone: string;
    language: string;
    taxNumber: string;
    businessType: string;
    billingAddress: AddressValues;
    domains: string[];
    siteAdministrators: { name: string; email: string }[];
    supportContacts: { name: string; email: string; role: string }[];
  };
  gateway: { name: string; siteName: string; siteAddress: AddressValues };
}

/** A draft as a form: what was not typed yet is empty, or as it mostly is. */
export function valuesOf(json: string, { country, language }: { country: string; language: string }): DraftValues {
  const { customer = {}, gateway = {} }: OnboardingDraft = parseDraft(json) ?? {};
  const postal = addressOf(customer.billingAddress, emptyAddress(country));
  return {
    customer: {
      name: customer.name ?? "",
      email: customer.email ?? "",
      phone: customer.phone ?? "",
      language: customer.language ?? language,
      taxNumber: customer.taxNumber ?? "",
      businessType: customer.businessType ?? "",
      billingAddress: postal,
      domains: customer.domains ?? [],
      siteAdministrators: (customer.siteAdministrators ?? []).map(({ name = "", email = "" }) => ({ name, email })),
      supportContacts: (customer.supportContacts ?? []).map(({ name = "", email = "", role = "" }) => ({
        name,
        email,
        role,
      })),
    },
    gateway: {
      name: gateway.name ?? "",
      siteName: gateway.siteName ?? "",
      // M3: the site is where the customer's post goes, until somebody says otherwise.
      siteAddress: addressOf(gateway.siteAddress, postal),
    },
  };
}

function addressOf(
  typed: { [Part in keyof AddressValues]?: string | undefined } | undefined,
  usual: AddressValues,
): AddressValues {
  const part = (name: keyof AddressValues): string => typed?.[name] ?? usual[name];
  const [line1, line2, city] = [part("line1"), part("line2"), part("city")];
  return { line1, line2, city, region: part("region"), postalCode: part("postalCode"), country: part("country") };
}

/** The draft that the form says, the gateway's part once it was there to be filled in. */
export function draftOf({ customer, gateway }: DraftValues, isGatewayShown: boolean): OnboardingDraft {
  return { customer, ...(isGatewayShown ? { gateway } : {}) };
}

/** What two versions say differently, field by field. */
export function differences(mine: DraftValues, theirs: DraftValues): { at: string; mine: string; theirs: string }[] {
  const [ours, others] = [flat(mine), flat(theirs)];
  return [...new Set([...ours.keys(), ...others.keys()])]
    .map((at) => ({ at, mine: ours.get(at) ?? "", theirs: others.get(at) ?? "" }))
    .filter((each) => each.mine !== each.theirs);
}

function flat(value: unknown, at = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) flat(each, at === "" ? key : `${at}.${key}`, into);
  } else into.set(at, String(value));
  return into;
}
