import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatDuration } from "../../ui/format.ts";
import { railState } from "../../ui/rail-state.ts";
import { TaskRail, type RailItem } from "../../ui/TaskRail.tsx";
import { durationOf, isOver, type Run, type Task } from "./run-facts.ts";
import classes from "./RunPanel.module.css";
import { hasTaskBody, TaskBody } from "./TaskBody.tsx";
import type { RunOperations } from "./use-run-operations.ts";
import { ViewLogIcon } from "./ViewLog.tsx";

interface RunTasksProps {
  readonly run: Run;
  readonly nowMs: number;
  readonly operations: RunOperations;
  readonly onViewLog: (taskKey: string) => void;
}

/** Every task as icon and text (O29), with what there is to say about it. */
export function RunTasks({ run, nowMs, operations, onViewLog }: RunTasksProps) {
  const { t } = useTranslation("runs");
  const asideOf = useAside(run);
  const over = isOver(run);
  const items = run.tasks.map((task): RailItem => {
    const detail = detailOf(task);
    return {
      key: task.key,
      title: task.title,
      state: railState(task.state, over),
      aside: <Aside text={asideOf(task)} task={task} onViewLog={() => onViewLog(task.key)} />,
      ...(detail === null ? {} : { detail }),
      ...(hasTaskBody(run, task) && {
        children: (
          <TaskBody run={run} task={task} nowMs={nowMs} operations={operations} onViewLog={() => onViewLog(task.key)} />
        ),
      }),
    };
  });
  return <TaskRail variant="run" label={t("tasks")} items={items} />;
}

function Aside({ text, task, onViewLog }: { text: string; task: Task; onViewLog: () => void }) {
  return (
    <span className={classes.aside}>
      {text}
      {task.finishedAt !== null && task.state !== "FAILED" && <ViewLogIcon title={task.title} onClick={onViewLog} />}
    </span>
  );
}

/** What was said last while it is not done; afterwards, what it did. */
function detailOf({ state, message, detail }: Task): string | null {
  if (state === "FAILED" || state === "PENDING") return detail;
  return state === "SUCCEEDED" || state === "RUNNING" ? (detail ?? message) : (message ?? detail);
}

function useAside(run: Run): (task: Task) => string {
  const { t } = useTranslation(["runs", "words"]);
  const locale = useLocale();
  return (task) => {
    const { state, attempt, maxAttempts } = task;
    const word = state === "PENDING" && isOver(run) ? t("notRun") : t(`words:task.${state}`);
    const duration = durationOf(task);
    if (state === "SUCCEEDED" && duration !== null) return `${word} · ${formatDuration(duration, locale)}`;
    const tries =
      attempt > maxAttempts ? t("attempt.number", { attempt }) : t("attempt.of", { attempt, max: maxAttempts });
    if (state === "FAILED") return attempt > 1 ? `${word} · ${tries}` : word;
    if (state === "RETRYING" || (state === "RUNNING" && attempt > 1)) return `${word} · ${tries}`;
    return word;
  };
}
