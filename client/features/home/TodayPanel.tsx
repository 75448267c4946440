import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDuration, formatNumber, formatRelative } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Sparkline } from "../../ui/Sparkline.tsx";
import type { HomeMetric, HomeQuery } from "./home.generated.ts";
import classes from "./HomePage.module.css";

type Metric = HomeQuery["homeSummary"]["metrics"][number];
type Billing = NonNullable<HomeQuery["homeSummary"]["billing"]>;

/** Today beside what is usual: numbers to compare, no wall of charts. */
export function TodayPanel({ metrics, billing }: { metrics: readonly Metric[]; billing: Billing | null }) {
  const { t } = useTranslation("home");
  return (
    <Panel title={t("today.title")} padded={false} aside={t("today.days", { count: metrics[0]?.values.length ?? 0 })}>
      <ul className={classes.metrics}>
        {metrics.map((metric) => (
          <MetricRow key={metric.key} metric={metric} />
        ))}
        {billing !== null && <BillingRow billing={billing} />}
      </ul>
    </Panel>
  );
}

/** How far charging and invoicing have come: what is left of them, which goes on by itself. */
function BillingRow({ billing: { chargesLeft, chargesSince, invoicesLeft } }: { billing: Billing }) {
  const { t } = useTranslation("home");
  const locale = useLocale();
  const left = [
    chargesLeft > 0 && t("today.billing.charges", { count: chargesLeft, shown: formatNumber(chargesLeft, locale) }),
    invoicesLeft > 0 && t("today.billing.invoices", { count: invoicesLeft, shown: formatNumber(invoicesLeft, locale) }),
  ].filter((words) => words !== false);
  return (
    <li className={classes.metric}>
      <span>{t("today.billing.title")}</span>
      <span className={classes.wideFigures}>
        <strong>{left.length === 0 ? t("today.billing.done") : left.join(" · ")}</strong>
        {chargesSince !== null && (
          <span className={classes.detail}>
            {t("today.billing.since", { when: formatRelative(chargesSince, serverClock.now(), locale) })}
          </span>
        )}
      </span>
    </li>
  );
}

function MetricRow({ metric: { key, values, today, usual } }: { metric: Metric }) {
  const { t } = useTranslation("home");
  const locale = useLocale();
  const words = (value: string): string => metricWords(key, value, locale);
  const name = t(`today.metric.${key}`);
  const numbers = values.map(Number);
  const label = t("today.course", {
    name,
    count: values.length,
    low: words(String(Math.min(...numbers))),
    high: words(String(Math.max(...numbers))),
    now: words(today),
  });
  return (
    <li className={classes.metric}>
      <span>{name}</span>
      {values.length > 1 && <Sparkline values={numbers} label={label} />}
      <span className={classes.figures}>
        <strong>{words(today)}</strong>
        <span className={classes.detail}>{t("today.usual", { value: words(usual) })}</span>
      </span>
    </li>
  );
}

function metricWords(key: HomeMetric, value: string, locale: string): string {
  if (key === "TIME_TO_ACTIVE_SECONDS") return formatDuration(Number(value) * 1_000, locale);
  if (key === "RUNS_RIGHT_FIRST_TIME")
    return new Intl.NumberFormat(locale, { style: "percent" }).format(Number(value) / 100);
  return formatNumber(value, locale);
}
