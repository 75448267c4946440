import { Checkbox, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { packageNeedsMax, packageRankMax } from "@tierline/shared/package.ts";
import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./OfferingPage.module.css";
import type { OfferingFormProps } from "./save-offering.tsx";

export const packageServices = ["messaging", "meetings", "calling"] as const;

interface PackageFieldsProps extends Pick<OfferingFormProps, "form"> {
  /** Those that are sold here, by their keys. */
  readonly packages: readonly { readonly key: string; readonly name: string }[];
}

/** What an offering is to people who work together (C8): a package, or an add-on that goes with some. */
export function PackageFields({ form, packages }: PackageFieldsProps) {
  const { t } = useTranslation("catalog");
  const { kind, package: terms } = form.values;
  // Customers and outside systems know it by that: once said, it stays.
  const asksKey = form.getInitialValues().package.key === "";
  const field = (name: keyof typeof terms) => form.getInputProps(`package.${name}`);
  const check = (name: keyof typeof terms) => form.getInputProps(`package.${name}`, { type: "checkbox" });
  // Of several tiers each key is offered once, and what is named already stays a choice.
  const names = new Map([
    ...terms.needsOneOf.map((key) => [key, key] as const),
    ...packages.map(({ key, name }) => [key, name] as const),
  ]);
  names.delete(terms.key);
  return (
    <Panel title={t(kind === "ADDON" ? "package.titleAddon" : "package.title")}>
      <div className={classes.stack}>
        <div className={classes.pair}>
          {asksKey && (
            <TextInput
              label={t("package.key")}
              description={t("package.keyHint")}
              required
              autoComplete="off"
              spellCheck={false}
              {...field("key")}
            />
          )}
          <NumberInput
            label={t("package.rank")}
            description={t("package.rankHint")}
            min={0}
            max={packageRankMax}
            allowDecimal={false}
            {...field("rank")}
          />
        </div>
        <fieldset className={classes.group}>
          <legend>{t("package.includes")}</legend>
          <div className={classes.checks}>
            {packageServices.map((name) => (
              <Checkbox key={name} label={t(`package.${name}`)} {...check(name)} />
            ))}
          </div>
        </fieldset>
        <MultiSelect
          label={t("package.needsOneOf")}
          description={t("package.needsOneOfHint")}
          data={[...names].map(([value, label]) => ({ value, label }))}
          maxValues={packageNeedsMax}
          searchable
          clearable
          comboboxProps={{ keepMounted: false }}
          {...field("needsOneOf")}
        />
        <Checkbox
          label={t("package.isForSubscribers")}
          description={t("package.isForSubscribersHint")}
          {...check("isForSubscribers")}
        />
        <Checkbox
          label={t("package.isComingSoon")}
          description={t("package.isComingSoonHint")}
          {...check("isComingSoon")}
        />
      </div>
    </Panel>
  );
}
