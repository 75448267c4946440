import { isBegun, parseDraft, type OnboardingDraft } from "@tierline/shared/onboarding.ts";
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
  pbx: TrunkValues;
}

/** As it is typed: numbers, too. */
export interface TrunkValues {
  ipAddress: string;
  sipPort: string;
  transport: string;
  description: string;
  users: string;
  pbxUser: string;
  gatewayUser: string;
}

/** Never kept with the draft: who leaves before the step is taken types them again. */
export interface PasswordValues {
  pbxPassword: string;
  gatewayPassword: string;
}

export type WizardValues = DraftValues & PasswordValues;

export const emptyTrunk: TrunkValues = {
  ipAddress: "",
  sipPort: "",
  transport: "TCP",
  description: "",
  users: "",
  pbxUser: "",
  gatewayUser: "",
};
export const noPasswords: PasswordValues = { pbxPassword: "", gatewayPassword: "" };

/** A draft as a form: what was not typed yet is empty, or as it mostly is. */
export function valuesOf(json: string, { country, language }: { country: string; language: string }): DraftValues {
  const { customer = {}, gateway = {}, pbx = {} }: OnboardingDraft = parseDraft(json) ?? {};
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
    pbx: trunkOf(pbx),
  };
}

function trunkOf(typed: { [Part in keyof TrunkValues]?: string | undefined }): TrunkValues {
  const part = (name: keyof TrunkValues): string => typed[name] ?? emptyTrunk[name];
  const [ipAddress, sipPort, transport] = [part("ipAddress"), part("sipPort"), part("transport")];
  const [pbxUser, gatewayUser] = [part("pbxUser"), part("gatewayUser")];
  return {
    ipAddress,
    sipPort,
    transport,
    description: part("description"),
    users: part("users"),
    pbxUser,
    gatewayUser,
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

/** The draft that the form says: the gateway's part once it was there to be filled in, the PBX's once anything was typed. */
export function draftOf({ customer, gateway, pbx }: DraftValues, isGatewayShown: boolean): OnboardingDraft {
  const hasPbx = isBegun({ pbx }, "PBX");
  return { customer, ...(isGatewayShown && { gateway }), ...(hasPbx && { pbx }) };
}

/** A place in a draft, e.g. `customer.supportContacts.0.email`. */
export interface Difference {
  readonly at: readonly string[];
  readonly mine: string;
  readonly theirs: string;
}

/** What two versions say differently, field by field. */
export function differences(mine: DraftValues, theirs: DraftValues): Difference[] {
  const [ours, others] = [flat(draftOf(mine, true)), flat(draftOf(theirs, true))];
  return [...new Set([...ours.keys(), ...others.keys()])]
    .map((at) => ({ at: at.split("."), mine: ours.get(at) ?? "", theirs: others.get(at) ?? "" }))
    .filter((each) => each.mine !== each.theirs);
}

function flat(value: unknown, at = "", into = new Map<string, string>()): Map<string, string> {
  if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) flat(each, at === "" ? key : `${at}.${key}`, into);
  } else into.set(at, String(value));
  return into;
}
