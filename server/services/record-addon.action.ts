import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { changeService } from "./move-service.ts";

/** An add-on makes no service of its own (O35); recorded under its run, so that it stands there once. */
export const recordAddonAction = defineAction({
  key: "service.record-addon",
  title: say("action.service.record-addon.title"),
  description: say("action.service.record-addon.description"),
  kind: "DB",
  input: z.object({ offeringId: z.string() }),
  outputs: ["addonId"],
  async do(task, { offeringId }) {
    const { id: runId, serviceId, path } = task.run;
    const offering = decodeId("ofr", offeringId);
    if (serviceId === null || offering === null) throw new TaskFailure("SERVICE_MISSING", say("task.nothingAdded"));
    const now = task.tx.clock.now();
    const [row] = await task.tx.em.execute<{ id: string }[]>(
      `insert into service_addon (id, path, service_id, offering_id, run_id, added_at) values (?, ?, ?, ?, ?, ?)
       on conflict (run_id) do update set removed_at = null returning id`,
      [newId(now.getTime()), path, serviceId, offering, runId, now],
    );
    await changeService(task.tx, serviceId, {});
    return { addonId: encodeId("sad", row!.id) }; // an upsert with returning always gives its row
  },
  async undo(task) {
    const { id: runId, serviceId } = task.run;
    await task.tx.em.execute("update service_addon set removed_at = ? where run_id = ? and removed_at is null", [
      task.tx.clock.now(),
      runId,
    ]);
    if (serviceId !== null) await changeService(task.tx, serviceId, {});
  },
});
