import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure, type DbTask } from "../provisioning/action.ts";
import { dropReasons, followReasons, isRunByHandSql } from "./follow-reasons.ts";

/** The last thing when the network has let go of it: until then the service is what it was. Other reasons stay (X4). */
export const suspendServiceAction = defineAction({
  key: "service.suspend",
  title: say("action.service.suspend.title"),
  description: say("action.service.suspend.description"),
  kind: "DB",
  input: z.object({}),
  outputs: [],
  async do(task) {
    await set(task, true);
    return {};
  },
  undo: (task) => set(task, false),
});

export const resumeServiceAction = defineAction({
  key: "service.resume",
  title: say("action.service.resume.title"),
  description: say("action.service.resume.description"),
  kind: "DB",
  input: z.object({}),
  outputs: [],
  async do(task) {
    await set(task, false);
    return {};
  },
  undo: (task) => set(task, true),
});

/** What a person began is about what they said of this service; what began by itself, about its customer. */
async function set({ tx, run: { id, serviceId } }: DbTask, isSuspended: boolean): Promise<void> {
  const [run] = await tx.em.execute<{ isByHand: boolean }[]>(
    `select ${isRunByHandSql("r")} as "isByHand" from provisioning_run r where r.id = ?`,
    [id],
  );
  const verb = isSuspended ? followReasons : dropReasons;
  const isSet = serviceId !== null && (await verb(tx, serviceId, run?.isByHand === true));
  if (!isSet) throw new TaskFailure("STATE_CONFLICT", say("task.notSuspendable"));
}
