import { TextInput } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import classes from "./Rates.module.css";

type Fee = "setupFee" | "monthlyFee";

/** What a line that gets the plan is asked, once and each month. */
export function FeeFields({ propsOf }: { readonly propsOf: (field: Fee) => GetInputPropsReturnType }) {
  const { t } = useTranslation("rates");
  const { currency } = useViewer().reseller;
  const field = (fee: Fee) => (
    <TextInput label={t(`plan.${fee}`, { currency })} inputMode="decimal" autoComplete="off" {...propsOf(fee)} />
  );
  return (
    <>
      <div className={classes.three}>
        {field("setupFee")}
        {field("monthlyFee")}
      </div>
      <p className={classes.dim}>{t("plan.feesHint")}</p>
    </>
  );
}
