import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { Words } from "@tierline/shared/sentence.ts";
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
  readonly reason: Words;
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

/** A page of one item's history. */
export interface CustodyRequest extends PageRequest {
  readonly itemId: string;
}

/** As a key for a loader, so that the histories of a whole list are one statement. */
export function custodyKey({ itemId, first, after }: CustodyRequest): string {
  const [before = null] = decodeCursor({ first, after }, 1) ?? [];
  return `${itemId} ${checkedFirst({ first })} ${stepBefore(before)}`;
}

const stepMax = 2_147_483_647;

function stepBefore(cursor: string | number | null): number {
  return Number.isInteger(cursor) ? Math.min(Math.max(Number(cursor), 0), stepMax) : stepMax;
}

/** Items' histories by `custodyKey`, the latest step first. A tier sees them from the day on which it got the item. */
export async function custodyPages(
  { em }: Pick<Context, "em">,
  keys: readonly string[],
): Promise<Map<string, Page<CustodyEntry>>> {
  const requests = keys.map((key) => {
    const [itemId = "", first = "", before = ""] = key.split(" ");
    return { key, itemId, first: Number(first), surplus: Number(first) + 1, before: Number(before) };
  });
  const rows = await em.execute<(Raw & { readonly key: string })[]>(
    `select k.key, ${columns}
     from json_to_recordset(?::json) as k(key text, "itemId" uuid, surplus int, before int)
     cross join lateral (
       select * from custody h where h.item_id = k."itemId" and h.step < k.before order by h.step desc limit k.surplus) c
     order by c.step desc`,
    [JSON.stringify(requests)],
  );
  const byKey = Map.groupBy(rows, (row) => row.key);
  return new Map(
    requests.map(({ key, first }) => {
      const entries = (byKey.get(key) ?? []).map(({ key: _key, ...row }) => toEntry(row));
      return [key, pageOf(entries, first, (entry) => [entry.step])];
    }),
  );
}

export async function countCustody(
  { em }: Pick<Context, "em">,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; count: number }[]>(
    "select item_id as id, count(*)::int as count from custody where item_id in (?) group by 1",
    [[...itemIds]],
  );
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function toEntry(row: Raw): CustodyEntry {
  return { ...row, at: new Date(row.at) };
}
