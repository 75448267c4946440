import { dateInZone } from "@tierline/shared/billing-period.ts";
import type { ServiceState } from "@tierline/shared/service-state.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { changeService, moveService } from "./move-service.ts";

const restored: readonly ServiceState[] = ["ACTIVE", "SUSPENDED", "EXPIRED"];

/** The last thing that ends: until then the service is what it was. Undone, it is that again. */
export const terminateServiceAction = defineAction({
  key: "service.terminate",
  title: say("action.service.terminate.title"),
  description: say("action.service.terminate.description"),
  kind: "DB",
  input: z.object({}),
  outputs: ["endsOn", "stateBefore", "endsOnBefore"],
  async do(task) {
    const { serviceId } = task.run;
    const [before] = await task.tx.em.execute<{ state: ServiceState; ends_on: string | null; time_zone: string }[]>(
      "select s.state, s.ends_on::text as ends_on, r.time_zone from service s join reseller r on r.id = s.reseller_id where s.id = ?",
      [serviceId],
    );
    if (serviceId === null || before === undefined)
      throw new TaskFailure("SERVICE_MISSING", say("task.noServiceToEnd"));
    const endsOn = dateInZone(task.tx.clock.now(), before.time_zone);
    const moved = await moveService(task.tx, serviceId, "TERMINATED", { ends_on: endsOn });
    if (moved === null) throw new TaskFailure("STATE_CONFLICT", say("task.notEndable"));
    task.detail(moved.name);
    return { endsOn, stateBefore: before.state, endsOnBefore: before.ends_on ?? "" };
  },
  async undo(task, _input, { stateBefore, endsOnBefore }) {
    const { serviceId } = task.run;
    const state = restored.find((each) => each === stateBefore);
    if (serviceId === null || state === undefined) return;
    // Not a move of the service's life: the end is taken back as if it had not been.
    await changeService(task.tx, serviceId, { state, ends_on: endsOnBefore === "" ? null : String(endsOnBefore) });
  },
});
