import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import type { RunView, TaskModel } from "./run-model.ts";
import { toRunView, toRunViewWithoutTasks, toTaskModel } from "./run-row.ts";
import { toRun, type ProvisioningRunType } from "./run.type.ts";

export async function findRun({ em }: Pick<Context, "em">, id: string): Promise<RunView | null> {
  const [row] = await em.execute<{ answer: unknown }[]>("select run_with_tasks(?) as answer", [id]);
  return row?.answer == null ? null : toRunView(row.answer);
}

/** Runs by id, in one statement; those outside the viewer's tier are missing. */
export async function findRuns({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<RunView[]> {
  if (ids.length === 0) return [];
  const rows = await em.execute<{ run: unknown }[]>(
    "select row_to_json(r) as run from provisioning_run r where r.id in (?)",
    [ids],
  );
  return rows.map(({ run }) => toRunViewWithoutTasks(run));
}

export const runById = loader<string, ProvisioningRunType>(async (context, ids) => {
  const views = await findRuns(context, ids);
  return new Map(views.map((view) => [view.id, toRun(view)]));
});

export const tasksOfRun = listLoader<string, TaskModel>(async ({ em }, runIds) => {
  const rows = await em.execute<{ run_id: string; task: unknown }[]>(
    "select t.run_id, row_to_json(t) as task from provisioning_task t where t.run_id in (?) order by t.position",
    [runIds],
  );
  const groups = groupBy(rows, (row) => row.run_id);
  return new Map([...groups].map(([id, tasks]) => [id, tasks.map(({ task }) => toTaskModel(task))]));
});

/** Names of the secrets that a run has made, never their values; what its tasks keep for undoing bears the task's key as well. */
export const secretsOfRun = listLoader<string, string>(async ({ em }, runIds) => {
  const rows = await em.execute<{ run_id: string; name: string }[]>(
    "select run_id, name from run_secret where run_id in (?) and position('/' in name) = 0 order by name",
    [runIds],
  );
  const groups = groupBy(rows, (row) => row.run_id);
  return new Map([...groups].map(([id, secrets]) => [id, secrets.map(({ name }) => name)]));
});
