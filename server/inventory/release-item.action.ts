import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { itemLine, slotInput } from "./assign-item.action.ts";
import { releaseItems, retakeItems } from "./release-item.ts";

export const releaseItemAction = defineAction({
  key: "inventory.release",
  title: say("action.inventory.release.title"),
  description: say("action.inventory.release.description"),
  kind: "DB",
  input: slotInput,
  outputs: [],
  describe: ({ slot }) => slot,
  async do(task, { slot }) {
    const { id: runId, serviceId } = task.run;
    if (serviceId === null) throw new TaskFailure("ITEM_LOST", say("task.releaseNeedsService"));
    const items = await releaseItems(task.tx, { runId, serviceId, slot });
    task.detail(items.length === 0 ? say("detail.nothingToRelease") : items.map(itemLine).join("; "));
    return {};
  },
  async undo(task, { slot }) {
    const { id: runId, serviceId, customerId } = task.run;
    if (serviceId === null || customerId === null) return;
    const gone = await retakeItems(task.tx, { runId, serviceId, slot, customerId });
    if (gone.length > 0) {
      throw new TaskFailure("ITEM_LOST", say("task.otherHolder", { items: { allOf: gone.map((item) => item.label) } }));
    }
  },
});
