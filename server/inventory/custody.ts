import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";

export interface CustodyEntry {
  readonly id: string;
  /** Place in the item's history, from 1. */
  readonly step: number;
  readonly at: Date;
  readonly actor: string;
  readonly from: InventoryItemState | null;
  readonly to: InventoryItemState;
  readonly reason: string;
  readonly customerId: string | null;
  readonly serviceId: string | null;
  readonly runId: string | null;
}

type Raw = Omit<CustodyEntry, "at"> & { readonly at: string };

const columns = `c.id, c.step, c.at, c.actor, c.from_state as "from", c.to_state as "to", c.reason, c.customer_id as "customerId",
  c.service_id as "serviceId", c.run_id as "runId"`;

export async function findCustodyEntries(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, CustodyEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<Raw[]>(`select ${columns} from custody c where c.id in (?)`, [[...ids]]);
  return new Map(rows.map((row) => [row.id, toEntry(row)]));
}

/** An item's history, the latest first. A tier sees it from the day on which it got the item. */
export async function listCustody(
  { em }: Pick<Context, "em">,
  itemId: string,
  page: PageRequest,
): Promise<Page<CustodyEntry>> {
  const first = checkedFirst(page);
  const [before = null] = decodeCursor(page, 1) ?? [];
  const rows = await em.execute<Raw[]>(
    `select ${columns} from custody c where c.item_id = ? and c.step < ? order by c.step desc limit ?`,
    [itemId, stepBefore(before), first + 1],
  );
  return pageOf(rows.map(toEntry), first, (entry) => [entry.step]);
}

const stepMax = 2_147_483_647;

function stepBefore(cursor: string | number | null): number {
  return Number.isInteger(cursor) ? Math.min(Math.max(Number(cursor), 0), stepMax) : stepMax;
}

export async function countCustody({ em }: Pick<Context, "em">, itemId: string): Promise<TotalCountType> {
  const [row] = await em.execute<{ count: number }[]>(
    "select count(*)::int as count from (select 1 from custody where item_id = ? limit ?) counted",
    [itemId, countLimit],
  );
  return toTotalCount(row?.count ?? 0);
}

function toEntry(row: Raw): CustodyEntry {
  return { ...row, at: new Date(row.at) };
}
