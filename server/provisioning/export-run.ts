import { encodeId, type IdPrefix } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { findRun } from "./run-view.ts";
import { wholeLog } from "./task-log.ts";

/** A run with its tasks, attempts and log as one JSON text, for whoever is to look into it. Holds no secrets: none were written. */
export async function exportRun(context: Pick<Context, "em">, id: string): Promise<string> {
  const run = await findRun(context, id);
  if (run === null) throw notFound();
  const log = await wholeLog(context, id);
  const { tasks, path: _path, fence: _fence, workerId: _workerId, ...facts } = run;
  const external = (prefix: IdPrefix, uuid: string | null) => (uuid === null ? null : encodeId(prefix, uuid));
  const document = {
    format: "tierline-run-1",
    run: {
      ...facts,
      id: encodeId("run", run.id),
      resellerId: encodeId("rsl", run.resellerId),
      customerId: external("cus", run.customerId),
      serviceId: external("svc", run.serviceId),
      orderId: external("ord", run.orderId),
      startedById: encodeId("usr", run.startedById),
      playbookVersionId: encodeId("pbv", run.playbookVersionId),
    },
    tasks: (tasks ?? []).map((task) => ({
      ...task,
      log: log
        .filter(({ taskKey }) => taskKey === task.key)
        .map(({ at, attempt, level, message, request, response }) => ({
          at,
          attempt,
          level,
          message,
          request,
          response,
        })),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
