import { digitsOf } from "@tierline/shared/phone-number.ts";
import { prefixLengthMax } from "@tierline/shared/limits.ts";
import { prefixesOf } from "@tierline/shared/prefix-table.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import {
  RateDeckEntity,
  RateEntity,
  RatePlanEntity,
  RatePlanVersionEntity,
  type RateDeckRow,
  type RatePlanRow,
  type RatePlanVersionRow,
  type RateRow,
} from "./rate.entity.ts";

/** Of the viewer's own reseller, newest first. */
export async function listDecks({ em, viewer }: Context, request: PageRequest): Promise<Page<RateDeckRow>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await em.execute<object[]>(
    `select * from rate_deck where path = ? ${after === null ? "" : "and id < ?"} order by id desc limit ${first + 1}`,
    [resellerPathOf(viewer.path), ...(after === null ? [] : [after])],
  );
  return pageOf(mapped(em, RateDeckEntity, rows), first, ({ id }) => [id]);
}

/** By prefix and route: of a number or prefix, all that it begins with and all that begin with it; else by words of the destination. */
export async function listDeckRates(
  { em }: Context,
  deck: string,
  search: string,
  request: PageRequest,
): Promise<Page<RateRow>> {
  const first = checkedFirst(request);
  const [after = "", afterRoute = ""] = decodeCursor(request, 2) ?? [];
  const { sql, values } = foundBy(search.trim());
  const rows = await em.execute<object[]>(
    `select * from rate where deck_id = ? and (prefix, route) > (?, ?) and ${sql} order by prefix, route limit ${first + 1}`,
    [deck, String(after), String(afterRoute), ...values],
  );
  return pageOf(mapped(em, RateEntity, rows), first, ({ prefix, route }) => [prefix, route]);
}

/** Rows of `rate` that a trimmed search finds. */
export function foundBy(search: string): { sql: string; values: unknown[] } {
  const isNumber = /^[+\d\s().\-/]+$/.test(search) && digitsOf(search) !== "";
  if (search === "" || search.includes("\0")) return { sql: "true", values: [] };
  if (!isNumber) return { sql: "strpos(lower(destination), lower(?)) > 0", values: [search] };
  const digits = digitsOf(search).replace(/^00/, "");
  return { sql: "(prefix in (?) or starts_with(prefix, ?))", values: [prefixesOf(digits, prefixLengthMax), digits] };
}

/** Of the viewer's own reseller, by name; as many as it may have. */
export async function listPlans({ em, viewer }: Context): Promise<RatePlanRow[]> {
  const orderBy = { name: "asc", id: "asc" } as const;
  return em.find(RatePlanEntity, { path: resellerPathOf(viewer.path) }, { disableIdentityMap: true, orderBy });
}

export const planById = loader<string, RatePlanRow>(async ({ em }, ids) => {
  const rows = await em.find(RatePlanEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

/** What each plan says now and is going to say, the nearest first. */
export const versionsOf = listLoader<string, RatePlanVersionRow>(async ({ em, clock }, ids) => {
  const rows = await em.execute<object[]>(
    `select v.* from rate_plan_version v where v.plan_id in (?) and not exists (
       select from rate_plan_version later where later.plan_id = v.plan_id and later.effective_from <= ?
         and (later.effective_from, later.id) > (v.effective_from, v.id)) order by v.effective_from, v.id`,
    [[...ids], clock.now()],
  );
  return groupBy(mapped(em, RatePlanVersionEntity, rows), ({ plan }) => plan);
});

export interface PlanBuyers {
  readonly isForEverybodyElse: boolean;
  readonly customerCount: number;
  readonly resellers: readonly string[];
}

/** Who buys by each plan now: of each buyer the newest assignment counts. */
export const buyersOf = loader<string, PlanBuyers>(async ({ em, clock }, ids) => {
  const rows = await em.execute<{ plan_id: string; customer_id: string | null; name: string | null }[]>(
    `select b.plan_id, b.customer_id, r.name from (
       select distinct on (path, customer_id, service_id, buyer_id) * from rate_plan_buyer
       where effective_from <= ? and path in (select path from rate_plan where id in (?))
       order by path, customer_id, service_id, buyer_id, effective_from desc, id desc) b
     left join reseller r on r.id = b.buyer_id where b.plan_id in (?) order by r.name`,
    [clock.now(), [...ids], [...ids]],
  );
  const byPlan = Map.groupBy(rows, (row) => row.plan_id);
  return new Map(
    [...byPlan].map(([id, buyers]) => [
      id,
      {
        isForEverybodyElse: buyers.some(({ customer_id: customer, name }) => customer === null && name === null),
        customerCount: new Set(buyers.flatMap((row) => row.customer_id ?? [])).size,
        resellers: buyers.flatMap(({ name }) => (name === null ? [] : [name])),
      },
    ]),
  );
});
