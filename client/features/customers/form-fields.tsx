import { MultiSelect, Select, TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { useKnownNumbers } from "../../ui/use-identifiers.ts";
import { countriesIn, languagesIn } from "../../ui/countries.ts";
import type { ContactRole } from "../../api/generated/schema.ts";
import { contactRoles } from "./customer-form.ts";
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

export function AddressFields({ field, prefix = "" }: FieldsProps) {
  const { t } = useTranslation("customers");
  const line = (name: "line1" | "line2" | "city" | "region" | "postalCode") => (
    <TextInput label={t(`address.${name}`)} autoComplete="off" {...field(`${prefix}${name}`)} />
  );
  return (
    <div className={classes.grid}>
      {line("line1")}
      {line("line2")}
      {line("postalCode")}
      {line("city")}
      {line("region")}
      <CountrySelect field={field(`${prefix}country`)} />
    </div>
  );
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
