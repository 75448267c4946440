import { Select, TagsInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { IconLock } from "@tabler/icons-react";
import { failureEmailsMax } from "@tierline/shared/limits.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { countriesIn, languagesIn, type Choice } from "../../ui/countries.ts";
import classes from "./Resellers.module.css";

interface FieldProps {
  readonly field: GetInputPropsReturnType;
}

const comboboxProps = { keepMounted: false };

/** Read-only with a lock where only the parent says it (M14). */
export function CountryField({ field, managedBy = null }: FieldProps & { managedBy?: string | null }) {
  const { t } = useTranslation("resellers");
  return (
    <Select
      label={t("field.country")}
      data={[...countriesIn(useLocale())]}
      searchable={managedBy === null}
      readOnly={managedBy !== null}
      allowDeselect={false}
      required
      comboboxProps={comboboxProps}
      nothingFoundMessage={t("field.none")}
      {...(managedBy !== null && { description: <ManagedBy parent={managedBy} /> })}
      {...field}
    />
  );
}

export function CurrencyField({ field }: FieldProps) {
  const { t } = useTranslation("resellers");
  return (
    <Select
      label={t("field.currency")}
      description={t("field.currencyHint")}
      data={[...currenciesIn(useLocale())]}
      searchable
      limit={listedMax}
      allowDeselect={false}
      required
      comboboxProps={comboboxProps}
      nothingFoundMessage={t("field.none")}
      {...field}
    />
  );
}

export function TimeZoneField({ field }: FieldProps) {
  const { t } = useTranslation("resellers");
  return (
    <Select
      label={t("field.timeZone")}
      data={zonesWith(textOf(field.value))}
      searchable
      limit={listedMax}
      allowDeselect={false}
      required
      comboboxProps={comboboxProps}
      nothingFoundMessage={t("field.none")}
      {...field}
    />
  );
}

/** So many are drawn at once; typing narrows them down. */
const listedMax = 60;

export function LocaleField({ field }: FieldProps) {
  const { t } = useTranslation("resellers");
  const data = languagesIn(useLocale(), textOf(field.value));
  return <Select label={t("field.locale")} data={[...data]} allowDeselect={false} required {...field} />;
}

export function FailureEmailsField({ field }: FieldProps) {
  const { t } = useTranslation("resellers");
  return (
    <TagsInput
      className={classes.wide ?? ""}
      label={t("field.failureEmails")}
      description={t("field.failureEmailsHint")}
      maxTags={failureEmailsMax}
      clearable={false}
      {...field}
    />
  );
}

export function ManagedBy({ parent }: { parent: string }): ReactNode {
  const { t } = useTranslation("resellers");
  return (
    <span className={classes.managed}>
      <IconLock size={13} stroke={1.8} aria-hidden />
      {t("managedBy", { parent })}
    </span>
  );
}

const currenciesByLocale = new Map<string, readonly Choice[]>();

/** All of them are named once: a form asks for them at every letter that is typed. */
function currenciesIn(locale: string): readonly Choice[] {
  const known = currenciesByLocale.get(locale);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([locale], { type: "currency" });
  const found = Intl.supportedValuesOf("currency").map((value) => ({ value, label: `${value} · ${names.of(value)}` }));
  currenciesByLocale.set(locale, found);
  return found;
}

const zones = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

/** One that this browser does not know by its name is kept all the same. */
function zonesWith(stored: string): string[] {
  return stored === "" || zones.includes(stored) ? zones : [stored, ...zones];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
