import { useTranslation } from "react-i18next";
import { formatDuration } from "../../ui/format.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { failedTask, tasksToUndo, undoableUntilMs, type Run } from "./run-facts.ts";
import classes from "./RunPanel.module.css";

/** What the buttons above would do, said before they are pressed. */
export function RunHint({ run, nowMs }: { run: Run; nowMs: number }) {
  const { t } = useTranslation("runs");
  const locale = useLocale();
  const hints: string[] = [];
  const failed = failedTask(run);
  if (run.state === "FAILED" && failed !== null) {
    hints.push(t("hint.retry", { number: failed.number }));
    hints.push(t("hint.retries", { count: run.retriesAllowed, used: run.retriesUsed }));
  }
  if (run.state === "FAILED" || run.state === "CANCELLED") {
    const undone = tasksToUndo(run).length;
    if (undone > 0) hints.push(t("hint.rollBack", { count: undone }));
    hints.push(t("hint.close"));
  }
  if (run.state === "ROLL_BACK_FAILED") hints.push(t("hint.rollBackFailed"));
  const until = undoableUntilMs(run, nowMs);
  if (until !== null) hints.push(t("hint.undo", { clock: formatDuration(until - nowMs, locale, "clock") }));
  return hints.length === 0 ? null : <p className={classes.hint}>{hints.join(" ")}</p>;
}
