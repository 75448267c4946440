import { useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import type { RatePlanPreviewInput } from "../../api/generated/schema.ts";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { PreviewRatePlanDocument, type PreviewRatePlanQuery } from "./explain.generated.ts";
import { rateText } from "./rate-text.ts";
import classes from "./Rates.module.css";

const previewDelayMs = 300;

type Route = PreviewRatePlanQuery["previewRatePlan"]["routes"][number];

/** What some destinations would be sold at, and what is left of each, while one types (F7). */
export function PlanPreview({ terms }: { readonly terms: RatePlanPreviewInput }) {
  const { t } = useTranslation("rates");
  const [settled] = useDebouncedValue(JSON.stringify(terms), previewDelayMs);
  const { data, previousData } = useQuery(PreviewRatePlanDocument, {
    variables: { input: JSON.parse(settled) as RatePlanPreviewInput },
    fetchPolicy: "no-cache",
  });
  const routes = (data ?? previousData)?.previewRatePlan.routes ?? [];
  if (routes.length === 0) return null;
  return (
    <section aria-label={t("plan.preview")} aria-live="polite" className={classes.preview}>
      <div className={classes.scroll}>
        <table className={classes.moves}>
          <thead>
            <tr>
              <th scope="col">{t("plan.route")}</th>
              <th scope="col">{t("step.buyRate")}</th>
              <th scope="col">{t("step.sellRate")}</th>
              <th scope="col">{t("step.margin")}</th>
            </tr>
          </thead>
          <tbody>
            {routes.map((route) => (
              <RouteRow key={route.prefix} route={route} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function RouteRow({
  route: { prefix, destination, buyRate, sellRate, margin, marginPercent },
}: {
  readonly route: Route;
}) {
  const { t } = useTranslation("rates");
  const locale = useLocale();
  const isLoss = margin?.startsWith("-") === true;
  const shown = (rate: string | null) => (rate === null ? "–" : rateText(rate, locale));
  return (
    <tr>
      <th scope="row">
        {destination} <span className={classes.dim}>{prefix}</span>
      </th>
      <td>{shown(buyRate)}</td>
      <td>{shown(sellRate)}</td>
      <td className={isLoss ? classes.bad : undefined}>
        {shown(margin)}
        {marginPercent !== null && (
          <span className={classes.dim}> {t("rate.percent", { number: formatNumber(marginPercent, locale) })}</span>
        )}
      </td>
    </tr>
  );
}
