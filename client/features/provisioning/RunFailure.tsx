import { useTranslation } from "react-i18next";
import type { Run, Task } from "./run-facts.ts";
import classes from "./RunPanel.module.css";

/** Why the run stopped here: the cause in words, what to check, and the number that support asks for (O32). */
export function RunFailure({ run, task }: { run: Run; task: Task | null }) {
  const { t } = useTranslation("runs");
  const error = task?.error ?? run.error;
  if (error === null) return null;
  const checks = error.whatToCheck.length > 0 ? error.whatToCheck : (run.error?.whatToCheck ?? []);
  const { title } = error;
  const said = [...new Set([error.message, task?.message ?? ""])].filter((line) => line !== "" && line !== title);
  return (
    <div className={classes.failure}>
      <p className={classes.failureTitle}>{title}</p>
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {checks.length > 0 && (
        <>
          <p className={classes.failureCheck}>{t("failure.check")}</p>
          <ul>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.failureId}>
        {t("failure.id", { number: run.number })} · <code>{error.code}</code>
      </p>
    </div>
  );
}
