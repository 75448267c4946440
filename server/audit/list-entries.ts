import { decodeId, idToSearch, uuidOf } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { rangeOf } from "@tierline/shared/tier-path.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { containing } from "../kernel/like.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, encodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { AuditEntity } from "./audit.entity.ts";
import type { AuditFilterInput } from "./audit.input.ts";
import { toAuditEntry, type AuditEntryType } from "./audit.type.ts";

/** What no index finds is looked for in so many entries a page; the next page goes on from where that ended. */
export const lookedThroughMax = 20_000;

type Key = readonly [at: string, id: string];

interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

interface Looked extends Page<AuditEntryType> {
  /** How far back a page came that was not full before it had looked at its share; null where it is full or all was looked at. */
  readonly searchedBackTo: Date | null;
}

export interface AuditPage extends Looked {
  countAll(): Promise<TotalCountType>;
}

interface Asked {
  /** Null where everything that row-level security shows may be walked in one order. */
  readonly within: string | null;
  /** What an index leads to, or what ends a walk. */
  readonly indexed: readonly Condition[];
  /** What has to be read to be known. */
  readonly read: readonly Condition[];
}

/** Entries of the viewer's tier and below, newest first. Page 2,000 costs what page 1 does. */
export async function listEntries(
  context: Context,
  filter: AuditFilterInput,
  request: PageRequest,
): Promise<AuditPage> {
  const first = checkedFirst(request);
  const asked = await askedOf(context, filter);
  return { ...(await pageFrom(context, asked, afterOf(request), first)), countAll: () => count(context, asked) };
}

/** All of it, page by page, for a file. */
export async function* allEntries(
  context: Context,
  filter: AuditFilterInput,
): AsyncGenerator<readonly AuditEntryType[]> {
  const asked = await askedOf(context, filter);
  let after: Key | null = null;
  for (;;) {
    const { nodes, pageInfo } = await pageFrom(context, asked, after, filePageSize);
    yield nodes;
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return;
    after = afterOf({ first: 1, after: pageInfo.endCursor });
  }
}

const filePageSize = 1_000;

async function pageFrom(context: Context, asked: Asked, after: Key | null, first: number): Promise<Looked> {
  const beyond = after === null ? [] : [{ sql: "(e.at, e.id) < (?, ?)", params: after }];
  const conditions = [...asked.indexed, ...beyond];
  if (asked.read.length > 0) return lookedThrough(context, asked, conditions, first);
  const walked = walk(asked, conditions, first + 1);
  const found = await context.em.execute<object[]>(walked.sql, [...walked.params]);
  return { ...asPage(context, found, first), searchedBackTo: null };
}

function asPage({ em }: Context, rows: object[], first: number): Page<AuditEntryType> {
  return pageOf(mapped(em, AuditEntity, rows).map(toAuditEntry), first, ({ row }) => [row.at.toISOString(), row.id]);
}

interface Reached {
  readonly reached_at: string | Date | null;
  readonly reached_id: string | null;
}

async function lookedThrough(
  context: Context,
  asked: Asked,
  conditions: readonly Condition[],
  first: number,
): Promise<Looked> {
  const looking = looked(asked, conditions);
  const rows = await context.em.execute<({ id: string | null } & Reached)[]>(
    `${looking.sql}
     select e.*, reached.at as reached_at, reached.id as reached_id from (select) one left join reached on true left join lateral (
       select entry.* from (${fitting} order by at desc, id desc limit ${first + 1}) l join audit_entry entry on entry.id = l.id
     ) e on true order by e.at desc, e.id desc`,
    [...looking.params],
  );
  const page = asPage(
    context,
    rows.filter(({ id }) => id !== null),
    first,
  );
  const { reached_at: at, reached_id: id } = rows[0]!; // one at least, of where it ended
  if (page.pageInfo.hasNextPage || at === null || id === null) return { ...page, searchedBackTo: null };
  const searchedBackTo = new Date(at);
  const endCursor = encodeCursor([searchedBackTo.toISOString(), id]);
  return { ...page, pageInfo: { hasNextPage: true, endCursor }, searchedBackTo };
}

const fitting = `select id, at from looked where fits
  and not exists (select from reached where (looked.at, looked.id) < (reached.at, reached.id))`;

/** However many resellers share it, of each so many are looked at, so that every page comes on. */
const shareMin = 100;

/**
 * What no index leads to: `lookedThroughMax` of the newest entries are read, a share of each reseller. A page costs the same however
 * long the trail is, and more only by `shareMin` a reseller. It comes as far back as the first of them whose share was used up.
 */
function looked({ within, read }: Asked, conditions: readonly Condition[]): Condition {
  const [where, fits] = [all(conditions), all(read)];
  const newest = (ofOne: string): string =>
    `select e.id, e.at, (${fits.sql}) as fits, row_number() over (order by e.at desc, e.id desc) as place from (
       select * from audit_entry e where ${ofOne}${where.sql} order by e.at desc, e.id desc limit (select size from share)
     ) e`;
  const reached = `reached as (
    select at, id from looked where place = (select size from share) order by at desc, id desc limit 1
  )`;
  const params = [...fits.params, ...where.params];
  if (within === null) {
    const share = `share as (select ${lookedThroughMax} as size)`;
    return { sql: `with ${share}, looked as materialized (${newest("")}), ${reached}`, params };
  }
  const { lo, hi } = rangeOf(within);
  return {
    sql: `with share as (
        select greatest(${shareMin}, ${lookedThroughMax} / greatest(count(*), 1)) as size from reseller where path >= ? and path < ?
      ), looked as materialized (
        select e.* from reseller r cross join lateral (${newest("e.reseller_path = r.path and ")}) e where r.path >= ? and r.path < ?
      ), ${reached}`,
    params: [lo, hi, ...params, lo, hi],
  };
}

/**
 * In the order of time. In a lower tier each of its resellers has an order of its own, and these are merged: walking the order of
 * everything would pass over whatever is not theirs, which nobody can bound.
 */
function walk({ within }: Asked, conditions: readonly Condition[], limit: number): Condition {
  const where = all(conditions);
  const inOrder = "order by e.at desc, e.id desc";
  if (within === null) {
    return { sql: `select e.* from audit_entry e where ${where.sql} ${inOrder} limit ${limit}`, params: where.params };
  }
  const { lo, hi } = rangeOf(within);
  return {
    sql: `select e.* from reseller r cross join lateral (
            select e.* from audit_entry e where e.reseller_path = r.path and ${where.sql} ${inOrder} limit ${limit}
          ) e where r.path >= ? and r.path < ? ${inOrder} limit ${limit}`,
    params: [...where.params, lo, hi],
  };
}

async function count({ em }: Context, asked: Asked): Promise<TotalCountType> {
  if (asked.read.length === 0) {
    const walked = walk(asked, asked.indexed, countLimit);
    const [row] = await em.execute<{ count: string }[]>(`select count(*) from (${walked.sql}) e`, [...walked.params]);
    return toTotalCount(Number(row?.count ?? 0));
  }
  const looking = looked(asked, asked.indexed);
  const [row] = await em.execute<{ count: string; is_part: boolean }[]>(
    `${looking.sql} select (select count(*) from (${fitting}) fit) as count, exists (select from reached) as is_part`,
    [...looking.params],
  );
  const total = toTotalCount(Number(row?.count ?? 0));
  return row?.is_part === true ? { ...total, isEstimate: true } : total;
}

async function askedOf({ em, viewer }: Context, filter: AuditFilterInput): Promise<Asked> {
  const { actor, subject, operation, channel, outcome, onBehalfOf, reseller, from, to } = filter;
  const indexed: Condition[] = [];
  const read: Condition[] = [];
  const by = (list: Condition[], sql: string, param: unknown): void => {
    if (param !== null && param !== undefined) list.push({ sql, params: [param] });
  };
  by(indexed, "e.actor_id = ?", actor == null ? null : idToSearch("usr", actor));
  by(indexed, "e.subject_id = ?", subject == null ? null : (uuidOf(subject) ?? idToSearch("cus", subject)));
  by(indexed, "e.operation = ?", textOf(operation));
  by(indexed, "e.at >= ?", from);
  by(indexed, "e.at < ?", to);
  if (outcome === "REFUSED") indexed.push({ sql: "e.outcome = 'REFUSED'", params: [] });
  by(read, "e.outcome = ?", outcome === "DONE" ? outcome : null);
  by(read, "e.channel = ?", channel);
  by(indexed, "e.on_behalf_of is not null and e.on_behalf_of = ?", textOf(onBehalfOf));
  const search = searched(textOf(filter.search));
  if (search !== null) (search.isIndexed ? indexed : read).push(search);
  const within = reseller == null ? viewer.path : await pathOf(em, reseller);
  const isWhole = within === rootPath || actor != null || subject != null || search?.isIndexed === true;
  if (isWhole && within !== viewer.path) {
    const { lo, hi } = rangeOf(within);
    indexed.push({ sql: "e.path >= ? and e.path < ?", params: [lo, hi] });
  }
  return { within: isWhole ? null : within, indexed, read };
}

/** A reseller that is none, or not theirs, has no entries. */
async function pathOf(em: Context["em"], id: string): Promise<string> {
  const [found] = await em.execute<{ path: string }[]>("select path from reseller where id = ?::uuid", [
    decodeId("rsl", id) ?? idToSearch("rsl", id),
  ]);
  return found?.path ?? "none.";
}

const requestIdPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function searched(text: string | null): (Condition & { readonly isIndexed: boolean }) | null {
  if (text === null) return null;
  if (requestIdPattern.test(text))
    return { sql: "e.request_id is not null and e.request_id = ?", params: [text], isIndexed: true };
  const part = containing(text);
  return {
    sql: "(e.actor ilike ? or e.subject::text ilike ? or e.operation ilike ? or e.on_behalf_of ilike ?)",
    params: [part, part, part, part],
    isIndexed: false,
  };
}

/** @throws AccessError BAD_USER_INPUT (longer than anything that could be found) */
function textOf(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed.length > searchLengthMax || trimmed.includes("\0") || !trimmed.isWellFormed())
    throw new AccessError("BAD_USER_INPUT", say("audit.search", { max: searchLengthMax }));
  return trimmed === "" ? null : trimmed;
}

function all(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: "true", params: [] };
  return { sql: conditions.map(({ sql }) => sql).join(" and "), params: conditions.flatMap(({ params }) => params) };
}

function afterOf(request: PageRequest): Key | null {
  const key = decodeCursor(request, 2);
  if (key === null) return null;
  const [at, id] = key;
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && requestIdPattern.test(id))
    return [at, id];
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}
