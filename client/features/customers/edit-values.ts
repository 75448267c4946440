import { formatTaxNumber } from "@tierline/shared/tax-number.ts";
import type { UpdateCustomerInput } from "../../api/generated/schema.ts";
import { addressInput, addressValues, orNull, type AddressValues } from "./customer-form.ts";
import type { CustomerFieldsFragment } from "./customer.generated.ts";

export interface EditValues {
  name: string;
  email: string;
  phone: string;
  language: string;
  taxNumber: string;
  billingAddress: AddressValues;
  tags: string[];
  attributes: { key: string; value: string }[];
}

export type EditedField = keyof EditValues;

export function valuesOf(customer: CustomerFieldsFragment): EditValues {
  const { name, email, phone, homeCountry, language, taxNumber, billingAddress, tags, attributes } = customer;
  return {
    name,
    email: email ?? "",
    phone: phone ?? "",
    language,
    taxNumber: taxNumber === null ? "" : formatTaxNumber(homeCountry, taxNumber),
    billingAddress: addressValues(billingAddress, homeCountry),
    tags: [...tags],
    attributes: attributes.map(({ key, value }) => ({ key, value })),
  };
}

/** Only what was changed is sent: what another changed at the same time in another field stays. */
export function inputOf(base: CustomerFieldsFragment, values: EditValues): UpdateCustomerInput {
  const changed = new Set(changedFields(valuesOf(base), values));
  return {
    id: base.id,
    version: base.version,
    ...(changed.has("name") && { name: values.name }),
    ...(changed.has("email") && { email: orNull(values.email) }),
    ...(changed.has("phone") && { phone: orNull(values.phone) }),
    ...(changed.has("language") && { language: values.language }),
    ...(changed.has("taxNumber") && { taxNumber: orNull(values.taxNumber) }),
    ...(changed.has("billingAddress") && { billingAddress: addressInput(values.billingAddress) }),
    ...(changed.has("tags") && { tags: values.tags }),
    ...(changed.has("attributes") && { attributes: values.attributes }),
  };
}

function changedFields(before: EditValues, after: EditValues): EditedField[] {
  return (Object.keys(after) as EditedField[]).filter(
    (each) => JSON.stringify(before[each]) !== JSON.stringify(after[each]),
  );
}

/**
 * Someone else was faster: what they changed is taken over where I changed nothing; what both changed keeps my words and is named,
 * so that I can decide.
 */
export function mergeEdits(
  base: EditValues,
  mine: EditValues,
  theirs: EditValues,
): { values: EditValues; conflicts: EditedField[] } {
  const byMe = changedFields(base, mine);
  const conflicts = byMe.filter(
    (each) => changedFields(mine, theirs).includes(each) && changedFields(base, theirs).includes(each),
  );
  return { values: { ...theirs, ...Object.fromEntries(byMe.map((each) => [each, mine[each]])) }, conflicts };
}
