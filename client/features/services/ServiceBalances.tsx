import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatNumber } from "../../ui/format.ts";
import { Panel } from "../../ui/Panel.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import classes from "./ServicePage.module.css";
import type { ServiceViewFragment } from "./service.generated.ts";

/** What is left, as the OCS last said; a top-up changes it while one looks (O50). */
export function ServiceBalances({ service: { balances, balancesAt } }: { service: ServiceViewFragment }) {
  const { t } = useTranslation("services");
  const locale = useLocale();
  if (balances.length === 0) return null;
  return (
    <Panel
      title={t("balances.title")}
      {...(balancesAt !== null && {
        aside: (
          <span>
            {t("balances.at")} <RelativeTime value={balancesAt} locale={locale} serverOffsetMs={serverClock.offsetMs} />
          </span>
        ),
      })}
    >
      <dl className={classes.balances} aria-live="polite">
        {balances.map(({ kind, label, amount, unit }) => (
          <div key={kind}>
            <dt>{label}</dt>
            <dd>
              {formatNumber(amount, locale)}
              <span className={classes.unit}>{unit}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
