import { NumberInput } from "@mantine/core";
import { limitedKinds, resellerLimitMax, type LimitedKind } from "@tierline/shared/reseller-limits.ts";
import { useTranslation } from "react-i18next";
import classes from "./Resellers.module.css";

/** Null is unlimited. */
export type Limits = Readonly<Record<LimitedKind, number | null>>;

interface LimitsFieldsProps {
  readonly value: Limits;
  readonly onChange: (value: Limits) => void;
}

/** U24: how much a reseller and all below it may have; a field that is left empty limits nothing. */
export function LimitsFields({ value, onChange }: LimitsFieldsProps) {
  const { t } = useTranslation("resellers");
  return (
    <fieldset className={classes.group}>
      <legend>{t("limits.title")}</legend>
      <p className={classes.dim}>{t("limits.text")}</p>
      <div className={classes.groups}>
        {limitedKinds.map((kind) => (
          <NumberInput
            key={kind}
            label={t(`limits.${kind}`)}
            placeholder={t("limits.none")}
            min={0}
            max={resellerLimitMax}
            allowDecimal={false}
            allowNegative={false}
            value={value[kind] ?? ""}
            onChange={(next) => onChange({ ...value, [kind]: typeof next === "number" ? next : null })}
          />
        ))}
      </div>
    </fieldset>
  );
}

export function limitsOf({ customers, services, people, resellers }: Limits): Limits {
  return { customers, services, people, resellers };
}

export function areSame(one: Limits, other: Limits): boolean {
  return limitedKinds.every((kind) => one[kind] === other[kind]);
}
