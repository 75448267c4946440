import { type PlaybookDocument, spoken, taskOrder } from "@tierline/shared/playbook.ts";
import type { Action } from "../provisioning/action.ts";
import type { PlannedTask } from "../provisioning/plan-run.ts";

/** A playbook's tasks as they would run, for nobody in particular: which calls they make shows only with an order. */
export function tasksOfDocument(document: PlaybookDocument, actions: ReadonlyMap<string, Action>): PlannedTask[] {
  return taskOrder(document.tasks).map((task) => ({
    key: task.key,
    title: spoken(task, "title"),
    detail: spoken(task, "instructions") ?? actions.get(task.action)?.title ?? null,
    kind: actions.get(task.action)?.kind ?? "EXTERNAL",
    needs: task.needs,
    ignoresErrors: task.ignoreErrors,
    deadlineSeconds: task.deadlineSeconds,
    calls: [],
  }));
}
