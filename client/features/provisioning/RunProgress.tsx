import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDuration } from "../../ui/format.ts";
import { ProgressSegments } from "../../ui/ProgressSegments.tsx";
import { elapsedMs, isFailure, isOver, isSuccess, type Run } from "./run-facts.ts";
import classes from "./RunPanel.module.css";

/** "3 of 6 tasks completed" (O27) over a segment for each task, and how long it has been going. */
export function RunProgress({ run, nowMs }: { run: Run; nowMs: number }) {
  const { t } = useTranslation("runs");
  const text = t("progress", { count: run.totalTasks, done: run.completedTasks });
  return (
    <>
      <ProgressSegments
        total={run.totalTasks}
        done={run.completedTasks}
        isCurrent={!isOver(run)}
        isFailed={isFailure(run)}
        label={t("progressLabel")}
        valueText={text}
      />
      <div className={classes.progressWords}>
        <strong>{text}</strong>
        <span className={classes.quiet}>{useElapsed(run, nowMs)}</span>
      </div>
    </>
  );
}

function useElapsed(run: Run, nowMs: number): string {
  const { t } = useTranslation("runs");
  const ms = elapsedMs(run, nowMs);
  const locale = useLocale();
  if (ms === null) return t("elapsed.notYet");
  if (!isOver(run)) return t("elapsed.running", { duration: formatDuration(ms, locale, "clock") });
  const duration = formatDuration(ms, locale);
  return isSuccess(run) ? t("elapsed.took", { duration }) : t("elapsed.stopped", { duration });
}
