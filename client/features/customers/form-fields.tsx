import { useApolloClient } from "@apollo/client/react";
import { MultiSelect, Select, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { addressFields, addressForm, type AddressField } from "@tierline/shared/address.ts";
import { useTranslation } from "react-i18next";
import type { ChangeEvent } from "react";
import { useLocale } from "../../i18n/use-locale.ts";
import { useKnownNumbers } from "../../ui/use-identifiers.ts";
import { countriesIn, languagesIn } from "../../ui/countries.ts";
import { taxNumberRule } from "@tierline/shared/tax-number.ts";
import { usePostalCode, type PostalAnswer } from "../../api/use-postal-code.ts";
import { useCan } from "../../api/viewer.tsx";
import type { ContactRole, CustomerKind } from "../../api/generated/schema.ts";
import { contactRoles } from "./customer-form.ts";
import { PostalCodeLookupDocument } from "./postal-code.generated.ts";
import { EmailField } from "./EmailField.tsx";
import classes from "./CustomerForm.module.css";

/** What `form.getInputProps` gives for a path of the form. */
export type FieldOf = (path: string) => GetInputPropsReturnType;

interface FieldsProps {
  readonly field: FieldOf;
  /** Where in the form the fields are, with a dot at its end: `billingAddress.`. */
  readonly prefix?: string;
}

export function CountrySelect({ field, isRequired = false }: { field: GetInputPropsReturnType; isRequired?: boolean }) {
  const { t } = useTranslation("customers");
  return (
    <Select
      label={t("field.country")}
      data={[...countriesIn(useLocale())]}
      searchable
      allowDeselect={false}
      required={isRequired}
      comboboxProps={{ keepMounted: false }}
      nothingFoundMessage={t("field.noCountry")}
      {...field}
    />
  );
}

export function LanguageSelect({ field }: { field: GetInputPropsReturnType }) {
  const { t } = useTranslation("customers");
  const stored: unknown = field.value;
  const data = languagesIn(useLocale(), typeof stored === "string" ? stored : "");
  return <Select label={t("field.language")} data={[...data]} allowDeselect={false} {...field} />;
}

/** A phone is kept as it is typed; a number that no numbering plan knows gets a remark, no refusal. */
export function PhoneInput({ field, country }: { field: GetInputPropsReturnType; country?: string }) {
  const { t } = useTranslation("customers");
  const typed: unknown = field.value;
  const text = typeof typed === "string" ? typed.trim() : "";
  const isKnown = useKnownNumbers();
  const isUnsure = text !== "" && !isKnown(text, country);
  return (
    <TextInput
      label={t("field.phone")}
      type="tel"
      autoComplete="off"
      description={isUnsure ? t("field.phoneUnsure") : undefined}
      inputWrapperOrder={["label", "input", "description", "error"]}
      {...field}
    />
  );
}

interface TaxNumberInputProps {
  readonly field: GetInputPropsReturnType;
  readonly country: string;
  readonly kind: CustomerKind;
}

/** Where the country has such a number for such a customer; elsewhere nothing, but for one that stands there. */
export function TaxNumberInput({ field, country, kind }: TaxNumberInputProps) {
  const { t } = useTranslation("customers");
  const rule = taxNumberRule(country, kind);
  if (rule === null && (field.value ?? "") === "") return null;
  return (
    <TextInput
      label={rule?.label ?? t("field.taxNumber")}
      required={rule?.isRequired ?? false}
      placeholder={rule?.example}
      autoComplete="off"
      {...field}
    />
  );
}

interface AddressFieldsProps extends FieldsProps {
  /** It says more than where the address is: it is asked for with or without one. */
  readonly isCountryRequired?: boolean;
}

/** The country comes first and decides what else is asked for, in which order and by which names; what was typed stays. */
export function AddressFields({ field, prefix = "", isCountryRequired = false }: AddressFieldsProps) {
  const { t } = useTranslation("customers");
  const locale = useLocale();
  const at = (name: AddressField | "country") => field(`${prefix}${name}`);
  const textAt = (name: AddressField | "country"): string => String(at(name).value ?? "");
  const form = addressForm(textAt("country"));
  const isBegun = addressFields.some((name) => textAt(name).trim() !== "");
  const others = addressFields.filter((name) => !form.fields.includes(name) && textAt(name) !== "");
  const labelOf = (name: AddressField): string => {
    const { local, isKnown } = form.label(name, locale);
    if (local === null) return t(`address.${name}`);
    return isKnown ? local : t("address.local", { label: t(`address.${name}`), local });
  };
  const ask = useAskPostalCode();
  const { onTyped, outcome } = usePostalCode({ country: textAt("country"), postalCode: textAt("postalCode"), ask, at });
  const remark = outcome === null || outcome === "FOUND" ? undefined : t(`postalCode.${outcome}`);
  const ofPostalCode = {
    placeholder: form.example ?? undefined,
    description: remark,
    inputWrapperOrder: ["label", "input", "description", "error"] as ("label" | "input" | "description" | "error")[],
  };
  return (
    <div className={classes.grid}>
      <CountrySelect field={at("country")} isRequired={isCountryRequired} />
      {[...form.fields, ...others].map((name) => (
        <TextInput
          key={name}
          label={labelOf(name)}
          required={isBegun && form.required.includes(name)}
          autoComplete="off"
          {...at(name)}
          {...(name === "postalCode" && {
            ...ofPostalCode,
            onChange: (event: ChangeEvent<HTMLInputElement>) => {
              at(name).onChange(event);
              void onTyped(event.currentTarget.value);
            },
          })}
        />
      ))}
    </div>
  );
}

/** As staff ask; null for who may not create customers. */
function useAskPostalCode() {
  const client = useApolloClient();
  const mayAsk = useCan("customer.create").isAllowed;
  if (!mayAsk) return null;
  return async (variables: { country: string; postalCode: string }): Promise<PostalAnswer> => {
    const { data } = await client.query({ query: PostalCodeLookupDocument, variables, fetchPolicy: "no-cache" });
    return data?.postalCodeLookup ?? { outcome: "UNAVAILABLE", place: null };
  };
}

export function ContactFields({ field, prefix = "" }: FieldsProps) {
  const { t } = useTranslation(["customers", "words"]);
  return (
    <div className={classes.grid}>
      <TextInput label={t("field.name")} required autoComplete="off" {...field(`${prefix}name`)} />
      <MultiSelect
        label={t("field.roles")}
        required
        data={contactRoles.map((value) => ({ value, label: t(`words:contactRole.${value}`) }))}
        renderOption={({ option }) => <RoleOption role={option.value} />}
        {...field(`${prefix}roles`)}
      />
      <EmailField field={field(`${prefix}email`)} name={field(`${prefix}name`)} />
      <PhoneInput field={field(`${prefix}phone`)} />
    </div>
  );
}

function RoleOption({ role }: { readonly role: ContactRole }) {
  const { t } = useTranslation("words");
  return (
    <span>
      {t(`contactRole.${role}`)}
      <span className={classes.hint}>{t(`contactRoleHint.${role}`)}</span>
    </span>
  );
}
