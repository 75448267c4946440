import type { Context } from "../kernel/context.ts";
import { isFreeSql } from "./availability.ts";
import { itemColumns, toItem, type Item, type RawItem } from "./item.ts";

/** Among this many of the oldest, one from the same place is preferred; looking further would cost a scan of the whole stock. */
const placeWindow = 1_000;

export interface Wanted {
  readonly templateId: string;
  /** Tier from whose stock it comes. */
  readonly path: string;
  /** Preferred place, if any. */
  readonly location: string | null;
}

/** First in, first out. */
const oldestFreeSql = `select i.id, i.location, i.created_at, i.identifier from inventory_item i
  where i.template_id = ? and i.path = ? and ${isFreeSql} order by i.created_at, i.identifier`;

/** What to offer instead of an item that is gone. Nothing is locked: it may be gone as well when it is asked for. */
export async function nextBestOf(context: Pick<Context, "em">, wanted: Wanted): Promise<Item | null> {
  const [row] = await context.em.execute<RawItem[]>(
    `select ${itemColumns} from inventory_item i where i.id = (
       select o.id from (${oldestFreeSql} limit ${placeWindow}) o
       order by coalesce(o.location = ?, false) desc, o.created_at, o.identifier limit 1)`,
    [wanted.templateId, wanted.path, wanted.location],
  );
  return row === undefined ? null : toItem(row);
}

/** Reserves the best free item that nobody else is just taking; null when there is none. */
export async function takeBest(tx: Pick<Context, "em">, wanted: Wanted): Promise<Item | null> {
  return (wanted.location === null ? null : await takeNear(tx, wanted, wanted.location)) ?? takeOldest(tx, wanted);
}

function takeNear(tx: Pick<Context, "em">, { templateId, path }: Wanted, location: string): Promise<Item | null> {
  return takeFirst(
    tx,
    `select i.id from inventory_item i
     where i.id in (select o.id from (${oldestFreeSql} limit ${placeWindow}) o where o.location = ?) and ${isFreeSql}
     order by i.created_at, i.identifier limit 1 for update skip locked`,
    [templateId, path, location],
  );
}

function takeOldest(tx: Pick<Context, "em">, { templateId, path }: Wanted): Promise<Item | null> {
  return takeFirst(tx, `${oldestFreeSql} limit 1 for update skip locked`, [templateId, path]);
}

/** Waits for whoever holds the last ones: their transaction may yet be rolled back. Give it a `lock_timeout`. */
export function takeOldestWaiting(tx: Pick<Context, "em">, { templateId, path }: Wanted): Promise<Item | null> {
  return takeFirst(tx, `${oldestFreeSql} limit 1 for update`, [templateId, path]);
}

/** A given item, if it is free at this moment: check and change are one statement. */
export function takeItem(tx: Pick<Context, "em">, itemId: string): Promise<Item | null> {
  return takeFirst(tx, `select i.id from inventory_item i where i.id = ? and ${isFreeSql}`, [itemId]);
}

async function takeFirst(tx: Pick<Context, "em">, pick: string, params: readonly unknown[]): Promise<Item | null> {
  const [row] = await tx.em.execute<RawItem[]>(
    `with pick as materialized (${pick})
     update inventory_item i set state_before = i.state, state = 'RESERVED', held_by_run_id = null,
       version = i.version + 1
     from pick where i.id = pick.id and ${isFreeSql} returning ${itemColumns}`,
    [...params],
  );
  return row === undefined ? null : toItem(row);
}
