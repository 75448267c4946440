import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { itemsPerCallMax } from "@tierline/shared/limits.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { limitExceeded } from "./inventory.rejections.ts";
import { itemsWhere, type Item } from "./item.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

export interface HandItemsDownInput {
  readonly idempotencyKey: string;
  /** Null for an id that names no item at all. */
  readonly itemIds: readonly (string | null)[];
  readonly resellerId: string;
}

/** Gives free items to a reseller below their holder, for good: all of them, or none. */
export function handItemsDown(context: Context, { idempotencyKey, ...input }: HandItemsDownInput): Promise<string[]> {
  return once(context, "inventory.hand_down", idempotencyKey, input, (tx) => handDownIn(tx, input));
}

async function handDownIn(
  tx: Transaction,
  { itemIds, resellerId }: Omit<HandItemsDownInput, "idempotencyKey">,
): Promise<string[]> {
  checkLength(itemIds.length);
  const receiver = await tx.em.findOne(ResellerEntity, { id: resellerId });
  if (receiver === null || !isWithin(receiver.path, tx.viewer.path)) throw notFound();
  if (receiver.state === "CLOSED") {
    throw new Rejection({
      code: "STATE_CONFLICT",
      message: say("handDown.closed", { reseller: receiver.name }),
      path: ["resellerId"],
    });
  }
  const ids = itemIds.filter((id) => id !== null);
  const items = await lockItems(tx, ids);
  const byId = new Map(items.map((item) => [item.id, item]));
  if (itemIds.some((id) => id === null || !byId.has(id))) throw notFound();
  checkAll(
    ids.map((id) => byId.get(id) as Item),
    receiver,
  ); // every id was just found
  await move(tx, items, receiver);
  return [...new Set(ids)];
}

function checkLength(length: number): void {
  if (length === 0) throw new Rejection({ code: "REQUIRED", message: say("item.nameOne"), path: ["itemIds"] });
  if (length <= itemsPerCallMax) return;
  const message = say("handDown.perCall", { max: itemsPerCallMax });
  throw limitExceeded({ message, path: ["itemIds"], limit: itemsPerCallMax, used: length });
}

/** In the order of ids, as everybody locks them. */
async function lockItems(tx: Transaction, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return [];
  await tx.em.execute("select 1 from inventory_item where id in (?) order by id for update", [[...ids]]);
  return itemsWhere(tx, "i.id in (?)", [[...ids]]);
}

function checkAll(items: readonly Item[], receiver: ResellerRow): void {
  const refusals = new Refusals();
  for (const [index, { label, state, path }] of items.entries()) {
    const at = ["itemIds", String(index)];
    if (!isAvailable(state))
      refusals.add("STATE_CONFLICT", say("handDown.notFree", { item: label, state: say(`itemState.${state}`) }), ...at);
    else if (path === receiver.path || !isWithin(receiver.path, path)) {
      refusals.add("INVALID", say("handDown.notBelow", { reseller: receiver.name, item: label }), ...at);
    }
  }
  refusals.settle();
}

async function move(tx: Transaction, items: readonly Item[], receiver: ResellerRow): Promise<void> {
  await tx.em.execute("update inventory_item set path = ?, version = version + 1 where id in (?)", [
    receiver.path,
    items.map((item) => item.id),
  ]);
  await writeCustody(
    tx,
    items.map(({ id, state }) => ({
      itemId: id,
      path: receiver.path, // the receiver's history of it begins here
      from: state,
      to: state,
      reason: say("custody.handedDown", { reseller: receiver.name }),
    })),
  );
  await recordAudit(tx, {
    operation: "inventory.hand_down",
    subjectKind: "reseller",
    subjectId: receiver.id,
    subject: receiver.name,
    changes: [
      {
        field: "items",
        before: null,
        after: items
          .map((item) => item.label)
          .join(", ")
          .slice(0, 1_000),
      },
    ],
    path: tx.viewer.path,
    note: say("audit.handedDown", { count: items.length }),
  });
  for (const item of items) {
    announceStock(tx, item, { isAvailable: false });
    announceStock(tx, { ...item, path: receiver.path, version: item.version + 1 }, { isAvailable: true });
  }
}
