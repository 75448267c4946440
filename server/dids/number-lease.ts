import { decodeId } from "@tierline/shared/id.ts";
import { parentPathOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { findItem, type Item } from "../inventory/item.ts";
import type { Transaction } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import {
  NumberLeaseEntity,
  NumberOfferEntity,
  type NumberLeaseRow,
  type NumberOfferRow,
} from "./number-offer.entity.ts";

/** What one's own reseller pays the one above for a number, by the item's id. */
export const leaseOfItem = loader<string, NumberLeaseRow>(async ({ em, viewer }, items) => {
  const rows = await em.find(
    NumberLeaseEntity,
    { itemId: { $in: [...items] }, path: resellerPathOf(viewer.path), endedAt: null },
    { disableIdentityMap: true },
  );
  return new Map(rows.map((row) => [row.itemId, row]));
});

/** What a reseller right below one's own pays for a number, by the item's id; what is paid further down is theirs. */
export const saleOfItem = loader<string, NumberLeaseRow>(async ({ em, viewer }, items) => {
  const rows = await em.find(
    NumberLeaseEntity,
    { itemId: { $in: [...items] }, endedAt: null },
    { disableIdentityMap: true },
  );
  const own = resellerPathOf(viewer.path);
  return new Map(rows.filter(({ path }) => parentPathOf(path) === own).map((row) => [row.itemId, row]));
});

/** For what one's own reseller offers a number, by the item's id. */
export const offerOfItem = loader<string, NumberOfferRow>(async ({ em, viewer }, items) => {
  const rows = await em.find(
    NumberOfferEntity,
    { itemId: { $in: [...items] }, path: resellerPathOf(viewer.path), endedAt: null },
    { disableIdentityMap: true },
  );
  return new Map(rows.map((row) => [row.itemId, row]));
});

/**
 * What a reseller right below the viewer's own pays for a number, locked until the commit.
 * @throws AccessError NOT_FOUND; Rejection INVALID where none of them ordered it
 */
export async function lockOwnSale(tx: Transaction, apiId: string): Promise<NumberLeaseRow> {
  const itemId = decodeId("itm", apiId);
  const item = itemId === null ? null : await findItem(tx, itemId);
  if (itemId === null || item === null) throw notFound();
  await tx.em.execute("select 1 from number_lease where item_id = ? and ended_at is null for update", [itemId]);
  const rows = await tx.em.find(NumberLeaseEntity, { itemId, endedAt: null }, { disableIdentityMap: true });
  const own = resellerPathOf(tx.viewer.path);
  const sale = rows.find(({ path }) => parentPathOf(path) === own);
  if (sale === undefined) throw notOrdered(item);
  return sale;
}

export function notOrdered({ label }: Item): Rejection {
  return new Rejection({ code: "INVALID", message: say("did.notOrdered", { item: label }), path: ["itemId"] });
}
