import { Select } from "@mantine/core";
import type { GetInputPropsReturnType } from "@mantine/form";
import { callRoutes, type PlanRoutes } from "@tierline/shared/call-route.ts";
import { useTranslation } from "react-i18next";
import classes from "./Rates.module.css";

/** By which routes a plan's calls leave, to Canada and to anywhere else (VX1). */
export function RouteFields({ propsOf }: { readonly propsOf: (field: keyof PlanRoutes) => GetInputPropsReturnType }) {
  const { t } = useTranslation("rates");
  const data = callRoutes.map((value) => ({ value, label: t(`route.${value}`) }));
  return (
    <>
      <div className={classes.three}>
        <Select
          label={t("plan.internationalRoute")}
          data={data}
          allowDeselect={false}
          {...propsOf("internationalRoute")}
        />
        <Select label={t("plan.canadaRoute")} data={data} allowDeselect={false} {...propsOf("canadaRoute")} />
      </div>
      <p className={classes.dim}>{t("plan.routesHint")}</p>
    </>
  );
}
