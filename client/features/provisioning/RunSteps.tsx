import { useTranslation } from "react-i18next";
import { useViewer } from "../../api/viewer.tsx";
import { useLocale } from "../../i18n/use-locale.ts";
import { formatTime } from "../../ui/format.ts";
import type { RailState } from "../../ui/rail-state.ts";
import { TaskRail, type RailItem } from "../../ui/TaskRail.tsx";
import { currentTaskNumber, failedTask, isFailure, isOver, isSuccess, type Run } from "./run-facts.ts";

/** The seven stops of a sale (O2) as on the page before; those that did not concern this product are left out. */
export function RunSteps({ run }: { run: Run }) {
  const { t } = useTranslation("runs");
  return <TaskRail variant="steps" label={t("steps")} items={useSteps(run)} />;
}

function useSteps(run: Run): RailItem[] {
  const { t } = useTranslation(["runs", "words"]);
  const locale = useLocale();
  const { timeZone } = useViewer().reseller;
  const { order, customer, service } = run;
  if (order === null) return [];
  const done = (key: string, title: string, detail: string): RailItem => ({ key, title, detail, state: "done" });
  const items = service?.items.map(({ template }) => template.label) ?? [];
  const recurs = order.recurring !== null && run.kind === "PROVISION";
  return [
    done("product", t("step.product"), order.offering.name),
    done("customer", t("step.customer"), customer?.label ?? ""),
    ...(items.length === 0 ? [] : [done("inventory", t("step.inventory"), items.join(", "))]),
    ...(recurs ? [done("renewal", t("step.renewal"), order.autoRenew ? t("yes") : t("no"))] : []),
    done("review", t("step.review"), t("step.confirmed", { time: formatTime(order.placedAt, locale, { timeZone }) })),
    { key: "progress", title: t("step.progress"), detail: progress(), state: progressState(run) },
    { key: "done", title: t("step.done"), state: isSuccess(run) ? "done" : "pending" },
  ];

  function progress(): string {
    const failed = failedTask(run);
    if (isFailure(run) && failed !== null) return t("step.failedAt", { number: failed.number });
    if (isOver(run)) return t(`words:run.${run.state}`);
    return t("step.task", { number: currentTaskNumber(run) ?? run.totalTasks, total: run.totalTasks });
  }
}

function progressState(run: Run): RailState {
  if (!isOver(run)) return "current";
  if (isSuccess(run)) return "done";
  return isFailure(run) ? "failed" : "undone";
}
