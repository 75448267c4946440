import { NumberInput } from "@mantine/core";
import { allowanceMinutesMax } from "@tierline/shared/limits.ts";
import { useTranslation } from "react-i18next";
import classes from "./Rates.module.css";

/** What a line that gets the plan may talk each month without paying for it (VX1). */
export function FreeMinutesField({ field }: { readonly field: object }) {
  const { t } = useTranslation("rates");
  return (
    <div className={classes.three}>
      <NumberInput
        label={t("plan.freeMinutes")}
        min={0}
        max={allowanceMinutesMax}
        allowDecimal={false}
        allowNegative={false}
        {...field}
      />
    </div>
  );
}
