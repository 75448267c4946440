import {
  inventoryItemMovesByHand,
  needsReasonByHand,
  type InventoryItemState,
} from "@tierline/shared/inventory-item-state.ts";
import { nameLengthMax, textLengthMax } from "@tierline/shared/limits.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { findItem, type Item } from "./item.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

export interface UpdateItemInput {
  readonly id: string;
  readonly version: number;
  /** What is undefined stays; null empties. */
  readonly state?: InventoryItemState | null | undefined;
  readonly location?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** A change by hand: place, note, and the few moves that belong to people rather than to reservations and runs. */
export function updateItem(context: Context, input: UpdateItemInput): Promise<Item> {
  return transaction(context, async (tx) => {
    await tx.em.execute("select 1 from inventory_item where id = ? for update", [input.id]);
    const before = await findItem(tx, input.id);
    if (before === null) throw notFound();
    if (before.version !== input.version) {
      throw new Rejection({
        code: "STALE",
        message: say("stale.changed", { name: before.label }),
        path: ["version"],
      });
    }
    const next = checked(before, input);
    await write(tx, before, next);
    const after = await findItem(tx, input.id);
    if (after === null) throw notFound();
    await record(tx, before, after);
    return after;
  });
}

type Next = Pick<Item, "state" | "location" | "note">;

function checked(before: Item, input: UpdateItemInput): Next {
  const refusals = new Refusals();
  const kept = <T>(value: T | undefined, old: T) => (value === undefined ? old : value);
  const location = checkText(
    refusals,
    kept(input.location, before.location),
    { noun: "noun.location", max: nameLengthMax },
    "location",
  );
  const note = checkText(
    refusals,
    kept(input.note, before.note),
    { noun: "noun.note", max: textLengthMax, isMultiline: true },
    "note",
  );
  const state = input.state ?? before.state;
  if (state !== before.state && !canMove(inventoryItemMovesByHand, before.state, state)) {
    refusals.add("STATE_CONFLICT", moveMessage(before.state, state), "state");
  }
  if (needsReasonByHand(before.state, state) && (input.note ?? "") === "") {
    const message = say("item.reasonNeeded");
    refusals.add("REQUIRED", message, "note");
  }
  refusals.settle();
  return { state, location, note };
}

function moveMessage(before: InventoryItemState, after: InventoryItemState): Sentence {
  const [from, to] = [say(`itemState.${before}`), say(`itemState.${after}`)];
  const anyOf = inventoryItemMovesByHand[before].map((state) => say(`itemState.${state}`));
  return anyOf.length === 0
    ? say("item.moveOwned", { from, to })
    : say("item.moveOnly", { from, to, targets: { anyOf } });
}

async function write(tx: Transaction, before: Item, { state, location, note }: Next): Promise<void> {
  await tx.em.execute(
    `update inventory_item set state = ?, location = ?, note = ?, version = version + 1,
       quarantined_until = case when state = ? then quarantined_until end,
       held_by_run_id = case when state = ? then held_by_run_id end
     where id = ?`,
    [state, location, note, state, state, before.id],
  );
}

async function record(tx: Transaction, before: Item, after: Item): Promise<void> {
  const { id, path, state, label } = after;
  if (state !== before.state) {
    const reason = after.note !== null && after.note !== before.note ? after.note : say("custody.byHand");
    await writeCustody(tx, [{ itemId: id, path, from: before.state, to: state, reason }]);
    if (isAvailable(state) !== isAvailable(before.state)) announceStock(tx, after, { isAvailable: isAvailable(state) });
  }
  const shown = ({ state: at, location, note }: Next) => ({ state: at, location, note });
  await recordAudit(tx, {
    operation: "inventory.update",
    subjectKind: "inventoryItem",
    subjectId: id,
    subject: label,
    changes: changesBetween(shown(before), shown(after)),
    path,
  });
}
