import { useTranslation } from "react-i18next";
import { useConnectionState } from "../../api/connection.ts";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatTime } from "../../ui/format.ts";
import { LogActions, LogView } from "../../ui/LogView.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { StateDot } from "../../ui/StateDot.tsx";
import { isOver, type Run } from "./run-facts.ts";
import { linesOf } from "./run-lines.ts";
import classes from "./RunPage.module.css";

/** Everything that was logged, as it comes. Requests and answers are in the log of each task. */
export function RunLogPanel({ run }: { run: Run }) {
  const { t } = useTranslation(["runs", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const time = (iso: string): string => formatTime(iso, locale, { timeZone, seconds: true });
  const lines = linesOf(run, {
    started: t("log.started", { number: run.number, count: run.totalTasks }),
    ended: t("log.ended", { number: run.number, state: t(`words:run.${run.state}`) }),
    time,
  });
  return (
    <Panel
      title={t("log.title")}
      count={<Following run={run} />}
      padded={false}
      aside={
        <LogActions
          lines={lines}
          fileName={`run-${run.number}.log`}
          labels={{ copy: t("log.copy"), copied: t("log.copied"), download: t("log.download") }}
        />
      }
      footer={
        <>
          <div>{run.startedAt !== null && t("log.by", { time: time(run.startedAt), name: run.startedBy })}</div>
          <div>{t("log.playbook", { playbook: run.playbookKey, version: run.playbookVersion })}</div>
        </>
      }
    >
      <LogView
        lines={lines}
        label={t("log.of", { task: t("run", { number: run.number }) })}
        empty={<p className={classes.noLog}>{t("log.none")}</p>}
      />
    </Panel>
  );
}

function Following({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  const connection = useConnectionState();
  if (isOver(run)) return null;
  if (connection === "reconnecting") return <StateDot tone="warn">{t("live.reconnecting")}</StateDot>;
  if (connection === "polling") return <StateDot tone="warn">{t("live.polling")}</StateDot>;
  return <StateDot tone="running">{t("live.following")}</StateDot>;
}
