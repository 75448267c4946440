import { encodeId } from "@tierline/shared/id.ts";
import { supportRoles, type ContactRole } from "@tierline/shared/kinds.ts";
import { emailLengthMax, nameLengthMax, siteAdministratorsMax } from "@tierline/shared/limits.ts";
import { businessTypes, requirements, type BusinessType, type CustomerDraft } from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import { addCustomer } from "../customers/create-customer.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { examineNew, type NewCustomerInput } from "../customers/examine-new.ts";
import { giveDomains } from "../customers/set-customer-domains.ts";
import { mailLink } from "../identity/account-mail.ts";
import { addPerson, addresseeOf } from "../identity/invite-user.ts";
import { checkEmail, checkText } from "../kernel/checked-text.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, Refusals, Rejection, type Refusal } from "../kernel/rejection.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";

/**
 * The customer with its domains, site administrators and support contacts: all of it, or nothing. Answers it.
 * @throws Rejection with every field of the draft that is wrong, and each support contact that is missing (M10)
 */
export async function takeCustomer(tx: Transaction, { draft, reseller }: OnboardingRow): Promise<TakenCustomer> {
  const said = draft.customer ?? {};
  const input = inputOf(said, encodeId("rsl", reseller));
  const refusals = new Refusals();
  const { refusals: found } = await examineNew(tx, input);
  for (const { code, message, path } of found.all) refusals.add(code, message, ...inDraft(path));
  for (const { role, required, count } of requirements(said)) {
    if (count < required) {
      refusals.add("REQUIRED", say("onboarding.required", { role }), "customer", "supportContacts", role);
    }
  }
  const administrators = checkedAdministrators(refusals, said.siteAdministrators ?? []);
  const businessType = checkedType(refusals, said.businessType ?? "");
  refusals.settle();
  const id = await addCustomer(tx, input, { keepsSupport: true });
  const customer = await tx.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  invariant(customer !== null, "who creates a customer sees it");
  await told(["customer", "domains"], giveDomains(tx, customer, said.domains ?? []));
  for (const [index, { name, email }] of administrators.entries()) {
    const invited = {
      idempotencyKey: "",
      name,
      email,
      role: "ACCOUNT_ADMIN",
      customerId: encodeId("cus", id),
    } as const;
    const place = ["customer", "siteAdministrators", String(index)];
    const resellerId = encodeId("rsl", reseller);
    const user = await told(place, addPerson(tx, "user.invite", { ...invited, resellerId }));
    await mailLink(tx, "INVITATION", addresseeOf(user), { by: tx.viewer.name });
  }
  return { id, path: customer.path, businessType };
}

export interface TakenCustomer {
  readonly id: string;
  readonly path: string;
  readonly businessType: BusinessType | null;
}

/** A customer with a PBX is a business; its postal address is a whole one (M3). */
function inputOf(said: CustomerDraft, resellerId: string): NewCustomerInput {
  const { line1 = "", city = "", ...rest } = said.billingAddress ?? {};
  return {
    resellerId,
    kind: "BUSINESS",
    name: said.name ?? "",
    email: said.email,
    phone: said.phone,
    language: said.language === "" ? null : said.language,
    taxNumber: said.taxNumber,
    billingAddress: { line1, city, ...rest },
    contacts: (said.supportContacts ?? []).map(({ name = "", email, role }) => ({ name, email, roles: rolesOf(role) })),
  };
}

function rolesOf(role: string | undefined): ContactRole[] {
  return supportRoles.filter((each) => each === role);
}

/** Where the draft has what the customer's creation calls by its own names. */
function inDraft(path: readonly string[] = []): string[] {
  const [field, ...rest] = path;
  if (field !== "contacts") return ["customer", ...path];
  return ["customer", "supportContacts", ...rest.map((part) => (part === "roles" ? "role" : part))];
}

async function told<T>(place: readonly string[], part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new Rejection(error.refusals.map((each): Refusal => ({ ...each, path: [...place, ...inPlace(each.path)] })));
  }
}

/** What they may do is not said by the draft. */
function inPlace(path: readonly string[] = []): readonly string[] {
  return path.filter((part) => part !== "role" && part !== "domains");
}

function checkedAdministrators(refusals: Refusals, list: NonNullable<CustomerDraft["siteAdministrators"]>) {
  const place = ["customer", "siteAdministrators"];
  if (list.length > siteAdministratorsMax) {
    refusals.add("TOO_LONG", say("onboarding.administrators", { max: siteAdministratorsMax }), ...place);
  }
  const emails = list.map(({ email = "" }) => email.trim().toLowerCase());
  return list.slice(0, siteAdministratorsMax).map(({ name = "", email = "" }, index) => {
    const at = [...place, String(index)];
    checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, ...at, "name");
    checkEmail(refusals, email.trim(), { max: emailLengthMax, isRequired: true }, ...at, "email");
    if (email !== "" && emails.indexOf(emails[index] ?? "") < index) {
      refusals.add("TAKEN", say("user.taken", { email }), ...at, "email");
    }
    return { name, email };
  });
}

function checkedType(refusals: Refusals, text: string): BusinessType | null {
  const type = businessTypes.find((each) => each === text) ?? null;
  if (type === null && text !== "") refusals.add("INVALID", say("onboarding.businessType"), "customer", "businessType");
  return type;
}
