import { useTranslation } from "react-i18next";
import { serverClock } from "../../api/server-clock.ts";
import { useCan, useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ReasonedButton } from "../../ui/ReasonedButton.tsx";
import { RelativeTime } from "../../ui/RelativeTime.tsx";
import type { LabViewFragment } from "./connectors.generated.ts";
import classes from "./Connectors.module.css";
import { useLabDeeds } from "./use-lab-deed.ts";

/** Killed in the middle of a run, its work is taken over by another; nothing is done twice. */
export function LabWorkers({ workers }: { workers: LabViewFragment["workers"] }) {
  const { t } = useTranslation("connectors");
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const can = useCan("lab.operate");
  const deeds = useLabDeeds();
  return (
    <Panel title={t("worker.title")} count={workers.length} padded={false}>
      <ul className={classes.workers}>
        {workers.map(({ id, pid, startedAt, runsInHand }) => (
          <li key={id}>
            <div>
              <strong>{t("worker.name", { pid })}</strong>
              <div className={classes.dim}>
                <RelativeTime
                  value={startedAt}
                  locale={locale}
                  timeZone={timeZone}
                  serverOffsetMs={serverClock.offsetMs}
                />
                {" · "}
                {t("worker.runs", { count: runsInHand })}
              </div>
            </div>
            <ReasonedButton
              size="xs"
              variant="default"
              color="red"
              aria-label={t("worker.killOf", { pid })}
              disabledReason={can.reason}
              loading={deeds.isBusy}
              onClick={() => void deeds.killWorker(id)}
            >
              {t("worker.kill")}
            </ReasonedButton>
          </li>
        ))}
        {workers.length === 0 && <li className={classes.dim}>{t("worker.none")}</li>}
      </ul>
    </Panel>
  );
}
