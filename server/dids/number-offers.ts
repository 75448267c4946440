import { createHash } from "node:crypto";
import { parentPathOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { isFreeSql } from "../inventory/availability.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { rootPath } from "../kernel/viewer.ts";
import { NumberOfferEntity, type NumberOfferRow } from "./number-offer.entity.ts";

/** SQL: the offer aliased `o` is made to the reseller whose UUID is the next parameter, who stands right below. */
export const isForSql = "(o.reseller_id is null or o.reseller_id = ?)";

const listed = 200;

/** Of the terms: what is offered anew, for the same or for others, has another one. */
export function fingerprintOf({ id }: Pick<NumberOfferRow, "id">): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 24);
}

/** Whoever sells to a reseller; null above the root. */
export function sellerPathOf(path: string): string | null {
  return path === rootPath ? null : parentPathOf(path);
}

/** What the reseller right above offers one's own, by number; those whose number begins or ends so. */
export async function offersFromAbove(context: Context, search: string): Promise<NumberOfferRow[]> {
  const path = resellerPathOf(context.viewer.path);
  const seller = sellerPathOf(path);
  if (seller === null) return [];
  const [buyer] = await context.em.execute<{ id: string }[]>("select id from reseller where path = ?", [path]);
  if (buyer === undefined) return [];
  const digits = search.replaceAll(/\D/g, "");
  const rows = await inTier(context, rootPath).em.execute<object[]>(
    `select o.* from number_offer o join inventory_item i on i.id = o.item_id and i.path = o.path and ${isFreeSql}
     where o.path = ? and o.ended_at is null and ${isForSql}
       and (? = '' or starts_with(o.number, '+' || ?) or right(o.number, length(?)) = ?)
     order by o.number limit ${listed}`,
    [seller, buyer.id, digits, digits, digits, digits],
  );
  return mapped(context.em, NumberOfferEntity, rows);
}
