import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { currentTaskNumber, isFailure, isOver, type Run } from "./run-facts.ts";
import { useRunTitle, useStateWord } from "./use-run-words.ts";

/** Says politely where the run is, and a failure at once. */
export function RunAnnouncer({ run }: { run: Run }) {
  const { t } = useTranslation(["runs", "words"]);
  const title = useRunTitle(run);
  const word = useStateWord(run);
  const number = currentTaskNumber(run);
  const task = number === null ? undefined : run.tasks[number - 1];
  const ended = t("announce.ended", { title, state: word });
  const going =
    number === null || task === undefined
      ? word
      : t("announce.task", { number, total: run.totalTasks, task: task.title, state: t(`words:task.${task.state}`) });
  return (
    <>
      <VisuallyHidden role="status">{isOver(run) ? (isFailure(run) ? "" : ended) : going}</VisuallyHidden>
      <VisuallyHidden role="alert">{isFailure(run) ? `${ended} ${run.error?.title ?? ""}.` : ""}</VisuallyHidden>
    </>
  );
}
