import { decodeId } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { isWithin, rangeOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "./reseller.entity.ts";
import type { ResellerOrder } from "./reseller-order.ts";
import { toReseller, type ResellerType } from "./reseller.type.ts";

export interface ResellerFilter {
  /** The API's id. */
  readonly withinId?: string | null | undefined;
  /** The same; those whose parent it is. */
  readonly parentId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly state?: readonly ResellerState[] | null | undefined;
}

export interface ResellerPage extends Page<ResellerType> {
  readonly totalCount: TotalCountType;
}

/** The viewer's own reseller when no id is given; null for what is not in the viewer's tier, those above included. */
export async function findReseller({ em, viewer }: Context, id: string | null): Promise<ResellerType | null> {
  const row = await em.findOne(ResellerEntity, { id: id ?? viewer.resellerId }, { disableIdentityMap: true });
  if (row === null || (id !== null && !isWithin(row.path, viewer.path) && row.id !== viewer.resellerId)) return null;
  return toReseller(row);
}

/** The viewer's own reseller and all below it. A tree has thousands of nodes at most, so a search may read them all. */
export async function listResellers(
  context: Context,
  { filter, orderBy }: { readonly filter: ResellerFilter; readonly orderBy: ResellerOrder },
  page: PageRequest,
): Promise<ResellerPage> {
  const first = checkedFirst(page);
  const after = decodeCursor(page, 2);
  const top = await topOf(context, filter.withinId);
  const { where, params } = conditionsOf(top?.path ?? "", filter);
  const { from, fromParams } = sourceOf(orderBy, top);
  const beyond = after === null ? "" : `and (sort_key, id::text) > (?, ?)`;
  const rows = await context.em.execute<{ id: string; sort_key: string }[]>(
    `select * from (${from}) r where ${where} ${beyond} order by sort_key, id::text limit ?`,
    [...fromParams, ...params, ...(after ?? []).map(String), first + 1],
  );
  const [{ count }] = await context.em.execute<[{ count: string }]>(
    `select count(*) from (select 1 from reseller where ${where} limit ?) counted`,
    [...params, countLimit],
  );
  const sortKeys = new Map(rows.map((row) => [row.id, row.sort_key]));
  const found = mapped(context.em, ResellerEntity, rows).map(toReseller);
  return {
    ...pageOf(found, first, ({ row }) => [sortKeys.get(row.id) ?? "", row.id]),
    totalCount: toTotalCount(Number(count)),
  };
}

/** One's own reseller, or one below it; null for what is not in the viewer's tier, which then has nothing in it. */
async function topOf({ em, viewer }: Context, withinId: string | null | undefined): Promise<ResellerRow | null> {
  const id = withinId == null ? viewer.resellerId : decodeId("rsl", withinId);
  const row = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  return row !== null && (withinId == null || isWithin(row.path, viewer.path)) ? row : null;
}

/**
 * In the order of the tree each stands right below its parent, beside its siblings by name: names never have the two characters
 * that part them here, and the number tells namesakes apart, so that each keeps its own below it.
 */
function sourceOf(orderBy: ResellerOrder, top: ResellerRow | null): { from: string; fromParams: unknown[] } {
  if (orderBy === "NAME") {
    return { from: `select reseller.*, lower(name) collate "C" as sort_key from reseller`, fromParams: [] };
  }
  const step = (of: string) => `lower(${of}.name) || chr(2) || ${of}.number || chr(1)`;
  return {
    from: `with recursive tree as (
             select t.id, (${step("t")}) collate "C" as sort_key from reseller t where t.id = ?
             union all
             select c.id, (tree.sort_key || ${step("c")}) collate "C" from tree join reseller c on c.parent_id = tree.id
           ) select reseller.*, tree.sort_key from tree join reseller on reseller.id = tree.id`,
    fromParams: [top?.id ?? null],
  };
}

function conditionsOf(path: string, { search, state, parentId }: ResellerFilter): { where: string; params: unknown[] } {
  // Those above are readable by their policy, but a list of resellers is of one's own tier.
  const { lo, hi } = rangeOf(path);
  const where = ["path >= ?", "path < ?"];
  const params: unknown[] = [lo, hi];
  const text = search?.trim() ?? "";
  if (text.length > searchLengthMax || text.includes("\0") || !text.isWellFormed()) {
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
  }
  if (text !== "") {
    where.push("(strpos(lower(name), lower(?)) > 0 or strpos(key, lower(?)) > 0)");
    params.push(text, text);
  }
  if (parentId != null) {
    where.push("parent_id = ?"); // nobody's where it is no id
    params.push(decodeId("rsl", parentId));
  }
  if (state != null && state.length > 0) {
    where.push("state in (?)");
    params.push([...state]);
  }
  return { where: where.join(" and "), params };
}
