import { searchLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ancestorsOf, isWithin, parentPathOf } from "@tierline/shared/tier-path.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { isLetThrough, OfferingEntity, type OfferingRow } from "./offering.entity.ts";
import { tiersOf } from "./offering.ts";

export interface SellableOffering {
  readonly row: OfferingRow;
  /** Whether the reseller may sell it. */
  readonly isLet: boolean;
}

export interface SellablePage extends Page<SellableOffering> {
  readonly totalCount: TotalCountType;
}

export interface SellableQuestion extends PageRequest {
  readonly search?: string | null | undefined;
  /** Null: both. */
  readonly isLet?: boolean | null | undefined;
}

/**
 * What those above a reseller could let it sell, as far as the viewer sees it, and what of it is let: by kind of service, plans
 * before add-ons, by name. Of a reseller above the viewer's own nothing is told.
 */
export async function listSellable(
  { em, viewer }: Pick<Context, "em" | "viewer">,
  reseller: Pick<ResellerRow, "id" | "path" | "sellsAll">,
  { search, isLet, ...page }: SellableQuestion,
): Promise<SellablePage> {
  const first = checkedFirst(page);
  const after = decodeCursor(page, 2);
  const text = checkedSearch(search ?? "");
  const above = isWithin(reseller.path, viewer.path) ? parentPathOf(reseller.path) : "";
  const source = `select o.*, (o.service_type || ' ' || case o.kind when 'PLAN' then 0 else 1 end || ' ' || lower(o.name)) collate "C" as sort_key,
      ? or exists (select from sellable_offering s where s.offering_id = o.id and s.path = ?) as is_let
    from offering o where o.path in (?) and ${isLetThrough("o", tiersOf(above))}
      and (? = '' or strpos(lower(o.name), lower(?)) > 0 or strpos(o.slug, lower(?)) > 0)`;
  const params = [reseller.sellsAll, reseller.path, [...ancestorsOf(above), ""], text, text, text];
  const where = isLet == null ? "true" : isLet ? "is_let" : "not is_let";
  const beyond = after === null ? "" : "and (sort_key, id::text) > (?, ?)";
  const rows = await em.execute<{ id: string; sort_key: string; is_let: boolean }[]>(
    `select * from (${source}) sellable where ${where} ${beyond} order by sort_key, id::text limit ?`,
    [...params, ...(after ?? []).map(String), first + 1],
  );
  const [{ count }] = await em.execute<[{ count: string }]>(
    `select count(*) from (select from (${source}) sellable where ${where} limit ?) counted`,
    [...params, countLimit],
  );
  const found = mapped(em, OfferingEntity, rows).map((row, index) => ({ row, isLet: rows[index]?.is_let === true }));
  const sortKeys = new Map(rows.map((row) => [row.id, row.sort_key]));
  return {
    ...pageOf(found, first, ({ row }) => [sortKeys.get(row.id) ?? "", row.id]),
    totalCount: toTotalCount(Number(count)),
  };
}

function checkedSearch(text: string): string {
  if (text.length <= searchLengthMax && !text.includes("\0") && text.isWellFormed()) return text.trim();
  throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
}

/**
 * All that the reseller of a path sells, its own and what comes down to it, as far as the viewer sees it: by id, in the order of
 * the names. One reseller's catalog is read through for this.
 */
export async function soldAt({ em }: Pick<Context, "em">, path: string): Promise<Map<string, OfferingRow>> {
  if (path === "") return new Map(); // above the root there is nobody
  const rows = await em.execute<object[]>(
    `select * from offering where path in (?) and ${isLetThrough("offering", tiersOf(path))} order by lower(name), id`,
    [ancestorsOf(path)],
  );
  return new Map(mapped(em, OfferingEntity, rows).map((row) => [row.id, row]));
}

/** What a limited reseller was let, though it may no longer come down to it. Of what the viewer does not see nothing is told. */
export async function letTo({ em }: Pick<Context, "em">, resellerId: string): Promise<Set<string>> {
  const rows = await em.execute<{ id: string }[]>(
    "select o.id from sellable_offering s join offering o on o.id = s.offering_id where s.reseller_id = ?",
    [resellerId],
  );
  return new Set(rows.map(({ id }) => id));
}
