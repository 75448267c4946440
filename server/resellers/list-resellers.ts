import { searchLengthMax } from "@tierline/shared/limits.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";
import { isWithin, rangeOf } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { ResellerEntity } from "./reseller.entity.ts";
import { toReseller, type ResellerType } from "./reseller.type.ts";

export interface ResellerFilter {
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

/** The viewer's own reseller and all below it, by name. A tree has thousands of nodes at most, so a search may read them all. */
export async function listResellers(
  context: Context,
  filter: ResellerFilter,
  page: PageRequest,
): Promise<ResellerPage> {
  const first = checkedFirst(page);
  const after = decodeCursor(page, 2);
  const { where, params } = conditionsOf(context, filter);
  const beyond = after === null ? "" : `and (lower(name) collate "C", id::text) > (?, ?)`;
  const rows = await context.em.execute<{ id: string; sort_key: string }[]>(
    `select *, lower(name) as sort_key from reseller where ${where} ${beyond} order by lower(name) collate "C", id::text limit ?`,
    [...params, ...(after ?? []).map(String), first + 1],
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

function conditionsOf({ viewer }: Context, { search, state }: ResellerFilter): { where: string; params: unknown[] } {
  // Those above are readable by their policy, but a list of resellers is of one's own tier.
  const { lo, hi } = rangeOf(viewer.path);
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
  if (state != null && state.length > 0) {
    where.push("state in (?)");
    params.push([...state]);
  }
  return { where: where.join(" and "), params };
}
