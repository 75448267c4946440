import { useTranslation } from "react-i18next";
import { Panel } from "../../ui/Panel.tsx";
import { TaskRail } from "../../ui/TaskRail.tsx";
import type { PlanTaskFragment } from "./playbooks.generated.ts";

/** The tasks in the order in which they run, as the document says now. */
export function TasksPanel({ tasks }: { tasks: readonly PlanTaskFragment[] }) {
  const { t } = useTranslation("playbooks");
  return (
    <Panel title={t("tasks")} count={tasks.length}>
      <TaskRail
        variant="plan"
        label={t("tasks")}
        items={tasks.map((task, index) => ({
          key: task.key,
          title: task.title,
          state: "pending" as const,
          aside: t(`kind.${task.kind}`),
          detail: detailOf(task, tasks[index - 1]),
        }))}
      />
    </Panel>
  );

  function detailOf(
    { key, needs, ignoresErrors, deadlineSeconds }: PlanTaskFragment,
    above?: PlanTaskFragment,
  ): string {
    const waitsForAbove = above === undefined ? needs.length === 0 : needs.length === 1 && needs[0] === above.key;
    const parts = [
      key,
      waitsForAbove ? null : needs.length === 0 ? t("startsAtOnce") : t("after", { tasks: needs.join(", ") }),
      t("deadline", { seconds: deadlineSeconds }),
      ignoresErrors ? t("onlyWarning") : null,
    ];
    return parts.filter((part) => part !== null).join(" · ");
  }
}
