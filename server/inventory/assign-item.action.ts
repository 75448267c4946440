import { maskIdentifier } from "@tierline/shared/identifier.ts";
import { z } from "zod";
import { say } from "@tierline/shared/sentence.ts";
import { defineAction, TaskFailure } from "../provisioning/action.ts";
import { assignItem, unassignItem } from "./assign-item.ts";
import type { Item } from "./item.ts";

export const slotInput = z.object({ slot: z.string().min(1) });

/** `SIM-00123, 8944…0001`; what is named after its identifier is named once. */
export function itemLine({ label, identifierKind, identifier }: Item): string {
  const shown = maskIdentifier(identifierKind, identifier);
  return label === shown ? label : `${label}, ${shown}`;
}

export const assignItemAction = defineAction({
  key: "inventory.assign",
  title: say("action.inventory.assign.title"),
  description: say("action.inventory.assign.description"),
  kind: "DB",
  input: slotInput,
  outputs: ["identifier", "label"],
  describe: ({ slot }) => slot,
  async do(task, { slot }) {
    const { id: runId, serviceId, customerId } = task.run;
    if (serviceId === null || customerId === null) {
      throw new TaskFailure("ITEM_LOST", say("task.assignNeedsService"));
    }
    const item = await assignItem(task.tx, { runId, slot, serviceId, customerId });
    if (item === null) throw new TaskFailure("ITEM_LOST", say("task.slotEmpty", { slot }));
    task.detail(itemLine(item));
    return { identifier: item.identifier, label: item.label };
  },
  async undo(task, { slot }) {
    await unassignItem(task.tx, task.run.id, slot);
  },
});
