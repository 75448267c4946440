import { nameLengthMax } from "@tierline/shared/limits.ts";
import { insertSite } from "../customers/add-site.ts";
import { changeableCustomer } from "../customers/changeable-customer.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Transaction } from "../kernel/context.ts";
import { Refusals, type Refusal } from "../kernel/rejection.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";

/**
 * The place where the gateway stands, a site of the customer's besides its postal address.
 * @throws Rejection with every field of the draft that is wrong
 */
export async function takeGateway(tx: Transaction, { draft, customer: id }: OnboardingRow): Promise<void> {
  const { name, siteName = "", siteAddress } = draft.gateway ?? {};
  const { line1 = "", city = "", ...rest } = siteAddress ?? {};
  const customer = await changeableCustomer(tx, id ?? null);
  const refusals = new Refusals();
  checkText(refusals, name, { noun: "noun.name", max: nameLengthMax, isRequired: true }, "gateway", "name");
  const site = { name: siteName, address: { line1, city, ...rest } };
  const part = new Refusals();
  await part.gather(() => insertSite(tx, customer, site));
  for (const each of part.all) refusals.add(each.code, each.message, ...inDraft(each));
  refusals.settle();
}

function inDraft({ path = [] }: Refusal): string[] {
  const [, field, ...rest] = path;
  if (field === undefined) return ["gateway"];
  return field === "address" ? ["gateway", "siteAddress", ...rest] : ["gateway", "siteName"];
}
