import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import {
  PriceListEntity,
  PriceListVersionEntity,
  type PriceListRow,
  type PriceListVersionRow,
} from "./price-list.entity.ts";

/** All of the viewer's own reseller, by name: a hundred at most. */
export async function listPriceLists({ em, viewer }: Context): Promise<PriceListRow[]> {
  const path = resellerPathOf(viewer.path);
  return em.find(PriceListEntity, { path }, { disableIdentityMap: true, orderBy: { name: "asc", id: "asc" } });
}

export const priceListById = loader<string, PriceListRow>(async ({ em }, ids) => {
  const rows = await em.find(PriceListEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

/** What each list says now and is going to say, the nearest first. */
export const priceListVersionsOf = listLoader<string, PriceListVersionRow>(async ({ em, clock }, ids) => {
  const rows = await em.execute<object[]>(
    `select v.* from price_list_version v where v.list_id in (?) and not exists (
       select from price_list_version later where later.list_id = v.list_id and later.effective_from <= ?
         and (later.effective_from, later.id) > (v.effective_from, v.id)) order by v.effective_from, v.id`,
    [[...ids], clock.now()],
  );
  return groupBy(mapped(em, PriceListVersionEntity, rows), ({ list }) => list);
});

export interface PriceListBuyers {
  readonly isForEverybodyElse: boolean;
  readonly isForCustomers: boolean;
  /** Names. */
  readonly resellers: readonly string[];
}

/** Who buys by each list now: of each buyer the newest assignment counts. */
export async function buyersOfLists(
  { em, clock }: Pick<Context, "em" | "clock">,
  ids: readonly string[],
): Promise<Map<string, PriceListBuyers>> {
  const rows = await em.execute<{ list_id: string; name: string | null; for_customers: boolean }[]>(
    `select b.list_id, b.for_customers, r.name from (
       select distinct on (path, buyer_id, for_customers) * from price_list_buyer
       where effective_from <= ? and path in (select path from price_list where id in (?))
       order by path, buyer_id, for_customers, effective_from desc, id desc) b
     left join reseller r on r.id = b.buyer_id where b.list_id in (?) order by r.name`,
    [clock.now(), [...ids], [...ids]],
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.list_id)].map(([id, buyers]) => [
      id,
      {
        isForEverybodyElse: buyers.some(({ name, for_customers }) => name === null && !for_customers),
        isForCustomers: buyers.some(({ for_customers }) => for_customers),
        resellers: buyers.flatMap(({ name }) => (name === null ? [] : [name])),
      },
    ]),
  );
}

export const priceListBuyersOf = loader<string, PriceListBuyers>((context, ids) => buyersOfLists(context, ids));
