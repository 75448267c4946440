import type { PlaybookDocument } from "@tierline/shared/playbook.ts";
import type { Context } from "../kernel/context.ts";
import { provisioningOf } from "../provisioning/parts.ts";

/** The connectors that a row's run asks, as rows of the same ones are kept together: sorted, with spaces between. */
export function laneOf(connectors: readonly string[]): string {
  return [...new Set(connectors)].toSorted().join(" ");
}

export async function connectorsOfRun({ em }: Pick<Context, "em">, runId: string | null): Promise<string[]> {
  if (runId === null) return [];
  const rows = await em.execute<{ connector: string }[]>(
    "select distinct connector from provisioning_task where run_id = ? and connector is not null",
    [runId],
  );
  return rows.map(({ connector }) => connector);
}

export function connectorsOfPlaybook(context: Context, { tasks }: PlaybookDocument): string[] {
  const { actions } = provisioningOf(context);
  return tasks.flatMap(({ action }) => actions.get(action)?.connector ?? []);
}
