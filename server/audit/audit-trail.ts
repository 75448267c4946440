import { say } from "@tierline/shared/sentence.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import { type Context, type RequestContext } from "../kernel/context.ts";
import { groupBy, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { AuditEntity } from "./audit.entity.ts";
import { toAuditEntry, type AuditEntryConnectionType, type AuditEntryType } from "./audit.type.ts";

type Trail = Omit<AuditEntryConnectionType, "totalCount" | "searchedBackTo">;

/** What was done to one thing, newest first. Batched: the trails of a page of things are one statement. */
export function auditOf(context: RequestContext, subjectId: string, page: PageRequest): Promise<Trail> {
  return trailOf(context, "subject_id", subjectId, page);
}

/** What was done at one place of the tree, e.g. to a customer with all that is theirs, newest first. */
export function auditAt(context: RequestContext, path: string, page: PageRequest): Promise<Trail> {
  return trailOf(context, "path", path, page);
}

export async function countOfTrail(context: RequestContext, trail: string): Promise<TotalCountType> {
  return toTotalCount((await countByTrail(context).load(trail)) ?? 0);
}

const typeOf = { subject_id: "uuid", path: "text" } as const;
type Column = keyof typeof typeOf;

/** A batch takes texts as keys: the column, the value, and the page in the ones that read rows. */
interface TrailKey {
  readonly column: Column;
  readonly value: string;
  readonly first: number;
  readonly after: readonly [at: string, id: string] | null;
}

async function trailOf(context: RequestContext, column: Column, value: string, request: PageRequest): Promise<Trail> {
  const key: TrailKey = { column, value, first: checkedFirst(request), after: afterOf(request) };
  const page = await pageByTrail(context).load(JSON.stringify(key));
  return { ...(page ?? pageOf<AuditEntryType>([], key.first, () => [])), trail: `${column} ${value}` };
}

function afterOf(request: PageRequest): readonly [string, string] | null {
  const key = decodeCursor(request, 2);
  if (key === null) return null;
  const [at, id] = key;
  if (typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id))
    return [at, id];
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

const pageByTrail = loader<string, Page<AuditEntryType>>(async (context, texts) => {
  const pages = new Map<string, Page<AuditEntryType>>();
  const keys = texts.map((text) => ({ text, ...(JSON.parse(text) as TrailKey) }));
  const alike = groupBy(keys, ({ column, first, after }) => JSON.stringify([column, first, after]));
  for (const group of alike.values()) {
    const found = await newestEntries(context, group);
    for (const { text, value, first } of group) {
      pages.set(
        text,
        pageOf(found.get(value) ?? [], first, ({ row }) => [row.at.toISOString(), row.id]),
      );
    }
  }
  return pages;
});

/** The first entries of each of several trails in one statement; each is a walk down an index. */
async function newestEntries({ em }: Context, keys: readonly TrailKey[]): Promise<Map<string, AuditEntryType[]>> {
  const { column, first, after } = keys[0]!; // a group is never empty
  const beyond = after === null ? "" : "and (entry.at, entry.id) < (?, ?)";
  const values = JSON.stringify([...new Set(keys.map(({ value }) => value))]);
  const rows = await em.execute<{ value: string }[]>(
    `select trail.value, newest.* from json_array_elements_text(?::json) as trail (value)
     cross join lateral (
       select * from audit_entry entry where entry.${column} = trail.value::${typeOf[column]} ${beyond}
       order by entry.at desc, entry.id desc limit ?
     ) newest`,
    [values, ...(after ?? []), first + 1],
  );
  const entries = mapped(em, AuditEntity, rows).map((row, index) => ({
    value: rows[index]!.value,
    entry: toAuditEntry(row),
  }));
  return new Map(
    [...groupBy(entries, ({ value }) => value)].map(([value, group]) => [value, group.map(({ entry }) => entry)]),
  );
}

const countByTrail = loader<string, number>(async (context, trails) => {
  const counts = new Map<string, number>();
  for (const [column, group] of groupBy(trails, (trail) => trail.split(" ")[0] as Column)) {
    const values = JSON.stringify(group.map((trail) => trail.slice(column.length + 1)));
    const rows = await context.em.execute<{ value: string; count: string }[]>(
      `select trail.value, counted.count from json_array_elements_text(?::json) as trail (value)
       cross join lateral (
         select count(*) from (select 1 from audit_entry entry where entry.${column} = trail.value::${typeOf[column]} limit ?) limited
       ) counted`,
      [values, countLimit],
    );
    for (const row of rows) counts.set(`${column} ${row.value}`, Number(row.count));
  }
  return counts;
});

/** For `node(id)`. */
export async function auditEntriesById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AuditEntryType>> {
  const rows = await context.em.find(AuditEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toAuditEntry(row)]));
}
