import {
  availableStates,
  inventoryItemStates,
  type InventoryItemState,
} from "@tierline/shared/inventory-item-state.ts";
import type { Context } from "../kernel/context.ts";

/** Counting stops there: who reads "10,000" knows that there is enough. */
export const stockCountMax = 10_000;

/** SQL: nobody has the item aliased `i`. */
export const isFreeSql = `i.state in (${availableStates.map((state) => `'${state}'`).join(", ")})`;

const allStatesSql = inventoryItemStates.map((state) => `('${state}')`).join(", ");

/** The items of one template that one tier holds. */
export interface Stock {
  readonly templateId: string;
  readonly path: string;
}

export function stockKey({ templateId, path }: Stock): string {
  return `${templateId} ${path}`;
}

export function stockOfKey(key: string): Stock {
  const [templateId = "", path = ""] = key.split(" ");
  return { templateId, path };
}

export interface StateCount {
  readonly state: InventoryItemState;
  readonly count: number;
}

const stocksSql = `json_to_recordset(?::json) as t("templateId" uuid, path text)`;

/**
 * How many items of each stock the viewer could pick: the free ones, and those they have set aside themselves. By `stockKey`, in
 * one statement.
 */
export async function availableOf(
  { em, viewer, clock }: Pick<Context, "em" | "viewer" | "clock">,
  stocks: readonly Stock[],
): Promise<Map<string, number>> {
  if (stocks.length === 0) return new Map();
  const rows = await em.execute<(Stock & { available: number })[]>(
    `select t."templateId", t.path, least(?, (
         select count(*) from (select 1 from inventory_item i
           where i.template_id = t."templateId" and i.path = t.path and ${isFreeSql} limit ?) free)
       + (select count(*) from reservation r join inventory_item i on i.id = r.item_id
           where r.user_id = ? and r.state = 'OPEN' and r.expires_at > ?
             and i.template_id = t."templateId" and i.path = t.path))::int as available
     from ${stocksSql}`,
    [stockCountMax, stockCountMax, viewer.userId, clock.now(), JSON.stringify(stocks)],
  );
  return new Map(rows.map((row) => [stockKey(row), row.available]));
}

/** Each stock by state, those without items with 0; by `stockKey`. */
export async function stateCountsOf(
  { em }: Pick<Context, "em">,
  stocks: readonly Stock[],
): Promise<Map<string, StateCount[]>> {
  if (stocks.length === 0) return new Map();
  const rows = await em.execute<(Stock & StateCount)[]>(
    `select t."templateId", t.path, s.state, (
         select count(*)::int from (select 1 from inventory_item i
           where i.template_id = t."templateId" and i.path = t.path and i.state = s.state limit ?) counted) as count
     from ${stocksSql} cross join (values ${allStatesSql}) s(state)`,
    [stockCountMax, JSON.stringify(stocks)],
  );
  const byStock = Map.groupBy(rows, stockKey);
  return new Map([...byStock].map(([key, counts]) => [key, inOrder(counts)]));
}

/** In the order in which an item goes through the states. */
export function inOrder(counts: readonly StateCount[]): StateCount[] {
  const byState = new Map(counts.map(({ state, count }) => [state, count]));
  return inventoryItemStates.map((state) => ({ state, count: byState.get(state) ?? 0 }));
}
