import type { CustomerState } from "@tierline/shared/customer-state.ts";
import { decodeId } from "@tierline/shared/id.ts";
import type { CustomerKind } from "@tierline/shared/kinds.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { columnsOf, mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type CursorKey, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { countMatches } from "./count-matches.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { toCustomer, type CustomerType } from "./customer.type.ts";
import { matchesAfter, scopeOf, type Match, type MatchKey, type SearchScope } from "./search-customers.ts";
import { customerQueryOf, type CustomerQuery } from "./search-query.ts";
import { all, type Sql } from "./sql.ts";
import { suggestCustomers } from "./suggest-customers.ts";

export const customerOrders = ["NAME", "NUMBER", "NEWEST"] as const;
export type CustomerOrder = (typeof customerOrders)[number];

export interface CustomerFilter {
  readonly kind?: CustomerKind | null | undefined;
  readonly state?: readonly CustomerState[] | null | undefined;
  /** The API's id. */
  readonly resellerId?: string | null | undefined;
  readonly tag?: string | null | undefined;
  readonly country?: string | null | undefined;
  /** Own organisations alone, or none of them. */
  readonly isInternal?: boolean | null | undefined;
}

export interface CustomerListRequest extends PageRequest {
  readonly search?: string | null | undefined;
  readonly filter?: CustomerFilter | null | undefined;
  readonly orderBy?: CustomerOrder | null | undefined;
}

export interface CustomerPage extends Page<CustomerType> {
  /** Counted when it is asked for. */
  countAll(): Promise<TotalCountType>;
  /** Customers with names spelt alike, for a search that found none. */
  suggest(): Promise<CustomerRow[]>;
}

/** Customers of the viewer's tier: all in the order asked, or those that a search finds, the best match first. */
export async function listCustomers(context: Context, request: CustomerListRequest): Promise<CustomerPage> {
  const first = checkedFirst(request);
  const { resellerId } = request.filter ?? {};
  const reseller = resellerId == null ? null : await resellerInTier(context, resellerId);
  const filter = conditionOf(request.filter ?? {}, reseller);
  const query = searchOf(request.search);
  if (query === null) return orderedPage(context, filter, request, first);
  return matchingPage(context, scopeOf(context, reseller?.path), filter, query, request, first);
}

/** The first matches of a search, best first, each with the token by which it was found. */
export async function findMatches(context: Context, text: string, limit: number): Promise<Match[]> {
  const query = searchOf(text);
  return query === null ? [] : matchesAfter(context, scopeOf(context), query, all([]), null, limit);
}

/** As `findMatches`, the customers alone. */
export async function findCustomers(context: Context, text: string, limit: number): Promise<CustomerRow[]> {
  return (await findMatches(context, text, limit)).map(({ row }) => row);
}

function searchOf(text: string | null | undefined): CustomerQuery | null {
  if (text == null || text.trim() === "") return null;
  if (text.length > searchLengthMax || text.includes("\0") || !text.isWellFormed()) {
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "search", max: searchLengthMax }));
  }
  return customerQueryOf(text);
}

function conditionOf({ kind, state, tag, country, isInternal }: CustomerFilter, reseller: ResellerRow | null): Sql {
  const conditions: Sql[] = [];
  if (kind != null) conditions.push({ text: "c.kind = ?", params: [kind] });
  if (state != null && state.length > 0) conditions.push({ text: "c.state in (?)", params: [[...state]] });
  if (tag != null) conditions.push({ text: "? = any(c.tags)", params: [plain(tag)] });
  if (country != null) conditions.push({ text: "c.home_country = ?", params: [plain(country).toUpperCase()] });
  if (isInternal != null) conditions.push({ text: "c.is_internal = ?", params: [isInternal] });
  if (reseller !== null) conditions.push({ text: "c.reseller_id = ?", params: [reseller.id] });
  return all(conditions);
}

function plain(text: string): string {
  if (text.includes("\0")) throw new AccessError("BAD_USER_INPUT", say("text.nul"));
  return text;
}

async function resellerInTier({ em, viewer }: Context, resellerId: string): Promise<ResellerRow> {
  const id = decodeId("rsl", resellerId);
  const row = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (row === null || !isWithin(row.path, viewer.path)) throw notFound();
  return row;
}

async function matchingPage(
  context: Context,
  scope: SearchScope,
  filter: Sql,
  query: CustomerQuery,
  request: PageRequest,
  first: number,
): Promise<CustomerPage> {
  const matches = await matchesAfter(context, scope, query, filter, matchKeyOf(request), first + 1);
  const keys = new Map(matches.map(({ key, row }) => [row.id, key]));
  const rows = matches.map(({ row }) => toCustomer(row));
  return {
    ...pageOf(rows, first, ({ row }) => {
      const key = keys.get(row.id)!; // every row is a match's
      return [key.rank, key.token, key.path, key.number];
    }),
    countAll: () => countMatches(context, scope, query, filter),
    suggest: async () =>
      matches.length > 0 || request.after != null ? [] : suggestCustomers(context, scope, query, filter),
  };
}

function matchKeyOf(request: PageRequest): MatchKey | null {
  const key = decodeCursor(request, 4);
  if (key === null) return null;
  const [rank, token, path, number] = key;
  const isKey = isInt4(rank) && typeof token === "string" && typeof path === "string" && isInt4(number);
  if (!isKey) throw badCursor();
  return { rank: Math.max(0, Number(rank)), token, path, number: Number(number) };
}

interface Ordering {
  readonly columns: string;
  readonly direction: "asc" | "desc";
  /** What the order's columns hold in a row. */
  keyOf(row: CustomerRow): CursorKey;
  isKey(key: CursorKey): boolean;
}

const orderings: Readonly<Record<CustomerOrder, Ordering>> = {
  NAME: {
    columns: "c.sort_name, c.id",
    direction: "asc",
    keyOf: (row) => [row.sortName, row.id],
    isKey: ([name, id]) => typeof name === "string" && isUuid(id),
  },
  NUMBER: {
    columns: "c.number, c.path",
    direction: "asc",
    keyOf: (row) => [row.number, row.path],
    isKey: ([number, path]) => isInt4(number) && typeof path === "string",
  },
  NEWEST: {
    columns: "c.created_at, c.id",
    direction: "desc",
    keyOf: (row) => [row.createdAt.toISOString(), row.id],
    isKey: ([createdAt, id]) => isInstant(createdAt) && isUuid(id),
  },
};

async function orderedPage(
  context: Context,
  filter: Sql,
  request: CustomerListRequest,
  first: number,
): Promise<CustomerPage> {
  const { columns, direction, keyOf, isKey } = orderings[request.orderBy ?? "NAME"];
  const after = decodeCursor(request, 2);
  if (after !== null && !isKey(after)) throw badCursor();
  const beyond: Sql =
    after === null ? all([]) : { text: `(${columns}) ${direction === "asc" ? ">" : "<"} (?, ?)`, params: after };
  const where = all([filter, beyond]);
  const order = columns.replaceAll(/(?=,|$)/g, ` ${direction}`);
  const rows = await context.em.execute<object[]>(
    `select ${columnsOf(context.em, CustomerEntity, "c")} from customer c where ${where.text} order by ${order} limit ?`,
    [...where.params, first + 1],
  );
  const found = mapped(context.em, CustomerEntity, rows).map(toCustomer);
  return {
    ...pageOf(found, first, ({ row }) => keyOf(row)),
    countAll: () => countRows(context, filter),
    suggest: () => Promise.resolve([]),
  };
}

async function countRows({ em }: Context, filter: Sql): Promise<TotalCountType> {
  const [{ count }] = await em.execute<[{ count: string }]>(
    `select count(*) from (select 1 from customer c where ${filter.text} limit ?) counted`,
    [...filter.params, countLimit],
  );
  return toTotalCount(Number(count));
}

function isUuid(part: CursorKey[number] | undefined): boolean {
  return typeof part === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part);
}

function isInt4(part: CursorKey[number] | undefined): boolean {
  return Number.isInteger(part) && Math.abs(Number(part)) < 2 ** 31;
}

function isInstant(part: CursorKey[number] | undefined): boolean {
  return typeof part === "string" && /^\d{4}-\d{2}-\d{2}T/.test(part) && !Number.isNaN(Date.parse(part));
}

function badCursor(): AccessError {
  return new AccessError("BAD_USER_INPUT", say("page.cursor"));
}
