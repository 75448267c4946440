import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure, type DbTask } from "../provisioning/action.ts";
import { dropReasons, followReasons } from "./follow-reasons.ts";

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

async function set({ tx, run: { serviceId } }: DbTask, isSuspended: boolean): Promise<void> {
  const isSet = serviceId !== null && (await (isSuspended ? followReasons : dropReasons)(tx, serviceId));
  if (!isSet) throw new TaskFailure("STATE_CONFLICT", say("task.notSuspendable"));
}
