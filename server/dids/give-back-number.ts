import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { stopCharging } from "../charging/stop-charging.ts";
import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { findItem, type Item } from "../inventory/item.ts";
import { releaseSold } from "../inventory/release-item.ts";
import { announceStock } from "../inventory/stock-changes.ts";
import { asSystem, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { notOrdered } from "./number-lease.ts";
import { NumberLeaseEntity } from "./number-offer.entity.ts";
import { sellerPathOf } from "./number-offers.ts";

/**
 * Gives a number that was ordered back to the reseller right above: it rests there as its template says, and nothing is charged for it
 * from tomorrow on; what was paid in advance stays paid. Answers the UUID of the item.
 * @throws AccessError NOT_FOUND; Rejection INVALID where it was not ordered, STATE_CONFLICT while somebody has it
 */
export function giveBackNumber(context: Context, input: { readonly itemId: string }): Promise<string> {
  return transaction(context, async (tx) => {
    const buyer = await lockOwnReseller(tx);
    const itemId = decodeId("itm", input.itemId);
    if (itemId === null) throw notFound();
    await tx.em.execute("select 1 from inventory_item where id = ? for update", [itemId]);
    const item = await findItem(tx, itemId);
    const [lease] = await tx.em.execute<{ id: string }[]>(
      "select id from number_lease where item_id = ? and path = ? and ended_at is null for update",
      [itemId, buyer.path],
    );
    if (item === null) throw notFound();
    if (lease === undefined) throw notOrdered(item);
    if (item.path !== buyer.path || item.state === "ASSIGNED" || item.state === "RESERVED") {
      const message = say("did.inUse", { number: item.identifier });
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["itemId"] });
    }
    await tx.em.nativeUpdate(NumberLeaseEntity, { id: lease.id }, { endedAt: tx.clock.now() });
    await recordAudit(tx, {
      operation: "did.give_back",
      subjectKind: "inventoryItem",
      subjectId: item.id,
      subject: item.label,
      changes: [],
      path: item.path,
    });
    await asSystem(tx, () => handBack(tx, { item, buyer, leaseId: lease.id }));
    if (isAvailable(item.state)) announceStock(tx, item, { isAvailable: false });
    return itemId;
  });
}

interface HandedBack {
  readonly item: Item;
  readonly buyer: ResellerRow;
  readonly leaseId: string;
}

async function handBack(tx: Transaction, { item, buyer, leaseId }: HandedBack): Promise<void> {
  const path = sellerPathOf(buyer.path);
  invariant(path !== null, "what was ordered was ordered from somebody");
  const now = tx.clock.now();
  // Its days are those of whom it is charged by.
  const [seller] = await tx.em.execute<[{ zone: string }]>("select time_zone as zone from reseller where path = ?", [
    path,
  ]);
  await stopCharging(tx, { subjectKind: "DID", subjectId: leaseId }, addDays(dateInZone(now, seller.zone), 1));
  await tx.em.execute("update number_offer set ended_at = ? where item_id = ? and ended_at is null", [now, item.id]);
  await tx.em.execute("update inventory_item set path = ? where id = ?", [path, item.id]);
  await releaseSold(tx, { ...item, path }, say("custody.givenBack", { reseller: buyer.name }));
}
