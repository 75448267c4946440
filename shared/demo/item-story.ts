import { say, type Words } from "../sentence.ts";
import type { InventoryItemState } from "../inventory-item-state.ts";
import type { DemoCustody, DemoItem, DemoRun, DemoTemplate } from "./model.ts";
import { demoId } from "./random.ts";

export interface ItemStoryInput {
  readonly item: DemoItem;
  readonly slot: string;
  readonly template: DemoTemplate;
  readonly customerId: string;
  readonly serviceId: string;
  /** Who reserved it while selling, and the run that took it. */
  readonly reservedBy: string;
  readonly run: DemoRun;
  /** The run that let go of it again, if the service has ended. */
  readonly endRun: DemoRun | null;
}

type Change = Omit<DemoCustody, "id" | "from">;

const reservedBeforeMs = 90_000;
const dayMs = 86_400_000;
const holding: ReadonlySet<DemoRun["state"]> = new Set(["FAILED", "WAITING"]);
const releasedReason = {
  RETIRE: say("custody.usedUp"),
  QUARANTINE: say("custody.rests"),
  RESTOCK: say("custody.restocked"),
} as const;
const releasedState = { RETIRE: "RETIRED", QUARANTINE: "QUARANTINED", RESTOCK: "IN_STOCK" } as const;

/** The item as its service has left it, with its whole history: reserved, assigned, and what came after. */
export function itemAfter(input: ItemStoryInput): DemoItem {
  const changes = [reserved(input), ...afterReserving(input)];
  const custody = changes.reduce<DemoCustody[]>(
    (rows, change) => {
      const from: InventoryItemState = rows.at(-1)?.to ?? input.item.state;
      return [...rows, { ...change, id: demoId(`custody:${input.item.identifier}`, rows.length), from }];
    },
    [...input.item.custody],
  );
  const state = custody.at(-1)?.to ?? input.item.state;
  return { ...input.item, ...placeOf(state, input), state, custody };
}

function reserved({ reservedBy, run, ...input }: ItemStoryInput): Change {
  const at = new Date(run.queuedAt.getTime() - reservedBeforeMs);
  return {
    at,
    actor: reservedBy,
    to: "RESERVED",
    reason: say("custody.reserved"),
    customerId: input.customerId,
    serviceId: null,
    runId: null,
  };
}

function afterReserving(input: ItemStoryInput): Change[] {
  const { item, run, endRun, slot } = input;
  const task = run.tasks.find((each) => each.action === "inventory.assign" && slotOf(each.input) === slot);
  const back = (reason: Words): Change => changeBy(input, run, run.finishedAt ?? run.queuedAt, item.state, reason);
  if (task?.finishedAt === undefined || task.finishedAt === null) return [back(say("custody.returned"))];
  const assigned = changeBy(input, run, task.finishedAt, "ASSIGNED", say("custody.assigned"));
  if (task.state === "UNDONE") return [assigned, back(say("custody.returned"))];
  if (endRun?.finishedAt === undefined || endRun.finishedAt === null) return [assigned];
  const released = releasedState[input.template.releasePolicy];
  return [assigned, changeBy(input, endRun, endRun.finishedAt, released, releasedReason[input.template.releasePolicy])];
}

function changeBy(input: ItemStoryInput, run: DemoRun, at: Date, to: InventoryItemState, reason: Words): Change {
  return {
    at,
    actor: run.startedBy,
    to,
    reason,
    customerId: input.customerId,
    serviceId: input.serviceId,
    runId: run.id,
  };
}

/** Where an item is now: with the customer, held by the run that has not got through, resting, or nowhere but in stock. */
function placeOf(
  state: InventoryItemState,
  { item, slot, template, customerId, serviceId, run, endRun }: ItemStoryInput,
): Partial<DemoItem> {
  if (state === "ASSIGNED") {
    const heldByRunId = holding.has(run.state) ? run.id : null;
    return { customerId, serviceId, slot, heldByRunId, stateBefore: item.state, location: null };
  }
  if (state !== "QUARANTINED" || endRun === null) return {};
  const restsFrom = (endRun.finishedAt ?? endRun.queuedAt).getTime();
  return { quarantinedUntil: new Date(restsFrom + template.quarantineDays * dayMs) };
}

function slotOf(input: unknown): unknown {
  return typeof input === "object" && input !== null && "slot" in input ? input.slot : null;
}
