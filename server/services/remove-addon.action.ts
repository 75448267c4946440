import { decodeId } from "@tierline/shared/id.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { changeService } from "./move-service.ts";

/** What a service had beside its plan; it stays in its history. Undone, the service has it again. */
export const removeAddonAction = defineAction({
  key: "service.remove-addon",
  title: say("action.service.remove-addon.title"),
  description: say("action.service.remove-addon.description"),
  kind: "DB",
  input: z.object({ offeringId: z.string() }),
  outputs: ["removedAt"],
  async do(task, { offeringId }) {
    const { serviceId } = task.run;
    const offering = decodeId("ofr", offeringId);
    if (serviceId === null || offering === null) throw new TaskFailure("SERVICE_MISSING", say("task.nothingAdded"));
    const removedAt = task.tx.clock.now();
    await task.tx.em.execute(
      "update service_addon set removed_at = ? where service_id = ? and offering_id = ? and removed_at is null",
      [removedAt, serviceId, offering],
    );
    await changeService(task.tx, serviceId, {});
    return { removedAt: removedAt.toISOString() };
  },
  async undo(task, { offeringId }, { removedAt }) {
    const { serviceId } = task.run;
    await task.tx.em.execute(
      "update service_addon set removed_at = null where service_id = ? and offering_id = ? and removed_at = ?",
      [serviceId, decodeId("ofr", offeringId), new Date(String(removedAt))],
    );
    if (serviceId !== null) await changeService(task.tx, serviceId, {});
  },
});
