import { Checkbox, Input, Select, TextInput } from "@mantine/core";
import type { FormErrors, UseFormReturnType } from "@mantine/form";
import { emailLengthMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import type { CustomerValues } from "./customer-form.ts";
import classes from "./CustomerForm.module.css";
import { AddressFields, LanguageSelect, type FieldOf } from "./form-fields.tsx";
import { PackageChoices, type ChosenPackages } from "./PackageChoices.tsx";
import { listedMax, zones } from "./time-zones.ts";
import type { PackageOfferingFieldsFragment } from "./subscribers.generated.ts";

interface NewPackagesProps {
  readonly form: UseFormReturnType<CustomerValues>;
  readonly field: FieldOf;
  readonly offered: readonly PackageOfferingFieldsFragment[];
  readonly chosen: ChosenPackages;
}

/** What the new customer may give to its people, who administers it, and where its calls come from (C5, C10, CX3). */
export function NewPackages({ form, field, offered, chosen }: NewPackagesProps) {
  const { t } = useTranslation(["subscribers", "customers"]);
  const hasSome = Object.keys(chosen).length > 0;
  return (
    <Panel title={t("packages")} aside={t("customers:new.optional")}>
      <div className={classes.part}>
        <p className={classes.dim}>{t("editText")}</p>
        <PackageChoices
          offered={offered}
          chosen={chosen}
          errors={errorsByKey(chosen, form.errors)}
          onChange={(next) => {
            form.setFieldValue("packages", next);
            for (const path of Object.keys(form.errors).filter((each) => each.startsWith("packages"))) {
              form.clearFieldError(path); // they tell of lines by their places, which have moved
            }
          }}
        />
        {form.errors["packages"] !== undefined && <Input.Error>{form.errors["packages"]}</Input.Error>}
        {hasSome && (
          <TextInput
            label={t("administrator")}
            description={t("administratorHint")}
            type="email"
            required
            autoComplete="off"
            maxLength={emailLengthMax}
            {...field("primaryEmail")}
          />
        )}
      </div>
      {hasCalling(chosen, offered) && <CallingLocation form={form} field={field} />}
    </Panel>
  );
}

/** Whether calls belong to one of the chosen. */
export function hasCalling(chosen: ChosenPackages, offered: readonly PackageOfferingFieldsFragment[]): boolean {
  return offered.some(({ package: terms }) => terms?.calling === true && chosen[terms.key] !== undefined);
}

/** What was chosen, else what the template says. */
export function chosenIn(
  { packages, templatePackages }: CustomerValues,
  offered: readonly PackageOfferingFieldsFragment[],
): ChosenPackages {
  if (packages !== null) return packages;
  const ofTemplate = offered.filter(({ slug }) => templatePackages.includes(slug));
  return Object.fromEntries(ofTemplate.flatMap((each) => (each.package === null ? [] : [[each.package.key, null]])));
}

function CallingLocation({ form, field }: Pick<NewPackagesProps, "form" | "field">) {
  const { t } = useTranslation(["subscribers", "customers"]);
  const missing = form.errors["callingLocation"];
  return (
    <div className={classes.part} role="group" aria-label={t("location")}>
      <div className={classes.partHead}>
        <h3>{t("location")}</h3>
      </div>
      {missing !== undefined && <Input.Error>{missing}</Input.Error>}
      <div className={classes.grid}>
        <TextInput
          label={t("customers:field.siteName")}
          required
          autoComplete="off"
          {...field("callingLocation.name")}
        />
        <Select
          label={t("customers:meetings.timeZone")}
          data={zones}
          searchable
          limit={listedMax}
          allowDeselect={false}
          required
          comboboxProps={{ keepMounted: false }}
          {...field("callingLocation.timeZone")}
        />
        <LanguageSelect field={field("callingLocation.language")} />
      </div>
      <Checkbox
        label={t("atBillingAddress")}
        {...form.getInputProps("callingLocation.isBilling", { type: "checkbox" })}
      />
      {!form.values.callingLocation.isBilling && <AddressFields field={field} prefix="callingLocation.address." />}
    </div>
  );
}

/** The lines are known by key, the server tells of them by their place. */
function errorsByKey(chosen: ChosenPackages, errors: FormErrors): Record<string, string> {
  return Object.fromEntries(
    Object.keys(chosen).flatMap((key, index) => {
      const [, message] = Object.entries(errors).find(([path]) => path.startsWith(`packages.${index}.`)) ?? [];
      return typeof message === "string" ? [[key, message]] : [];
    }),
  );
}
