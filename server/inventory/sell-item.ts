import { mayOrder } from "@tierline/shared/customer-state.ts";
import { textLengthMax } from "@tierline/shared/limits.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { isFreeSql } from "./availability.ts";
import { itemNotAvailable } from "./inventory.rejections.ts";
import { findItem, itemColumns, type Item, type RawItem } from "./item.ts";
import { openReservationsOf } from "./reservation.ts";
import { announceStock } from "./stock-changes.ts";
import { writeCustody } from "./write-custody.ts";

export interface SellItemInput {
  readonly idempotencyKey: string;
  readonly itemId: string;
  readonly customerId: string;
  readonly note: string | null;
}

/** Gives an item to a customer for good, without a service (OX10): a spare router, a prepaid card. */
export function sellItem(context: Context, { idempotencyKey, ...input }: SellItemInput): Promise<string> {
  return once(context, "inventory.sell", idempotencyKey, input, (tx) => giveItem(tx, input));
}

/** As `sellItem`, within a deed that begins with it. */
export async function giveItem(
  tx: Transaction,
  { itemId, customerId, note }: Omit<SellItemInput, "idempotencyKey">,
): Promise<string> {
  const item = await findItem(tx, itemId);
  const customer = await tx.em.findOne(CustomerEntity, { id: customerId });
  if (item === null || customer === null) throw notFound();
  check(item, customer, note);
  await endOwnReservation(tx, item);
  const [sold] = await tx.em.execute<RawItem[]>(
    `update inventory_item i set state = 'ASSIGNED', state_before = null, customer_id = ?, customer_path = ?,
       held_by_run_id = null, version = i.version + 1
     where i.id = ? and ${isFreeSql} returning ${itemColumns}`,
    [customer.id, customer.path, item.id],
  );
  if (sold === undefined) {
    const message = say("item.taken", { item: item.label });
    throw new Rejection(await itemNotAvailable(tx, item, { message, path: ["itemId"] }));
  }
  await record(tx, item, customer, note);
  announceStock(tx, sold, { isAvailable: false });
  return item.id;
}

function check(item: Item, customer: CustomerRow, note: string | null): void {
  const refusals = new Refusals();
  checkText(refusals, note, { noun: "noun.note", max: textLengthMax, isMultiline: true }, "note");
  if (!mayOrder(customer.state)) {
    refusals.add("STATE_CONFLICT", say("item.customerState", { customer: customer.name }), "customerId");
  }
  if (item.path !== resellerPathOf(customer.path)) {
    refusals.add("NOT_AVAILABLE", say("item.notInStock", { item: item.label }), "itemId");
  }
  refusals.settle();
}

/** What the viewer has set aside they may sell; what somebody else has, not. */
async function endOwnReservation(tx: Transaction, item: Item): Promise<void> {
  const reservation = (await openReservationsOf(tx, [item.id])).get(item.id);
  if (reservation === undefined || reservation.userId !== tx.viewer.userId) return;
  const ended = await tx.em.execute<unknown[]>(
    "update reservation set state = 'CLAIMED', ended_at = ?, version = version + 1 where id = ? and state = 'OPEN' returning 1",
    [tx.clock.now(), reservation.id],
  );
  if (ended.length === 0) return;
  await tx.em.execute(
    "update inventory_item set state = coalesce(state_before, 'IN_STOCK') where id = ? and state = 'RESERVED' and held_by_run_id is null",
    [item.id],
  );
}

async function record(tx: Transaction, item: Item, customer: CustomerRow, note: string | null): Promise<void> {
  const name = `${customer.name} (ID: ${customer.number})`;
  const reason =
    note === null || note === ""
      ? say("custody.sold", { customer: name })
      : say("custody.soldNote", { customer: name, note });
  await writeCustody(tx, [
    { itemId: item.id, path: item.path, from: item.state, to: "ASSIGNED", reason, customerId: customer.id },
  ]);
  await recordAudit(tx, {
    operation: "inventory.sell",
    subjectKind: "inventoryItem",
    subjectId: item.id,
    subject: item.label,
    changes: [
      { field: "state", before: item.state, after: "ASSIGNED" },
      { field: "customer", before: null, after: name },
    ],
    path: customer.path, // it names the customer
    note: note === "" ? null : note,
  });
}
