import { idToSearch } from "@tierline/shared/id.ts";
import { subscriberStates, type SubscriberState } from "@tierline/shared/package.ts";
import { toTotalCount, countLimit, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { say } from "@tierline/shared/sentence.ts";
import { SubscriberEntity, type SubscriberRow } from "./subscriber.entity.ts";

export const subscriberOrders = ["CREATED", "LAST_STATUS_CHANGE"] as const;
export type SubscriberOrder = (typeof subscriberOrders)[number];
export const sortDirections = ["ASC", "DESC"] as const;
export type SortDirection = (typeof sortDirections)[number];

export interface SubscriberFilter {
  readonly customerId?: string | null | undefined;
  readonly externalCustomerId?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly state?: readonly SubscriberState[] | null | undefined;
  /** Key. */
  readonly package?: string | null | undefined;
  readonly stateChangedAfter?: Date | null | undefined;
}

export interface SubscriberQuery extends PageRequest {
  readonly filter?: SubscriberFilter | null | undefined;
  readonly orderBy?: SubscriberOrder | null | undefined;
  readonly direction?: SortDirection | null | undefined;
}

export interface SubscriberPage extends Page<SubscriberRow> {
  countAll(): Promise<TotalCountType>;
}

const columns: Record<SubscriberOrder, string> = { CREATED: "s.created_at", LAST_STATUS_CHANGE: "s.state_at" };

/** By when they were created or last changed, then by id, so that no page shows anybody twice or leaves anybody out (CX9). */
export async function listSubscribers(context: Context, query: SubscriberQuery): Promise<SubscriberPage> {
  const first = checkedFirst(query);
  const column = columns[query.orderBy ?? "CREATED"];
  const isAscending = query.direction === "ASC";
  const general = conditionsOf(query.filter ?? {});
  const cursor = cursorOf(query);
  const [sign, order] = isAscending ? [">", "asc"] : ["<", "desc"];
  const after = cursor === null ? [] : [{ sql: `(${column}, s.id) ${sign} (?::timestamptz, ?::uuid)`, params: cursor }];
  const where = joined([...general, ...after]);
  // The instant as it is stored: milliseconds alone would leave out whoever came within the same one.
  const rows = await context.em.execute<{ at_text: string }[]>(
    `select s.*, ${column}::text as at_text from subscriber s where ${where.sql} order by ${column} ${order}, s.id ${order} limit ${first + 1}`,
    [...where.params],
  );
  const instants = new Map(rows.map((row) => [(row as unknown as { id: string }).id, row.at_text]));
  const people = mapped(context.em, SubscriberEntity, rows);
  return {
    ...pageOf(people, first, ({ id }) => [instants.get(id) ?? "", id]),
    countAll: () => count(context, joined(general)),
  };
}

interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

function conditionsOf(filter: SubscriberFilter): Condition[] {
  const { customerId, externalCustomerId, email, state, package: key, stateChangedAfter } = filter;
  const conditions: Condition[] = [];
  const add = (sql: string, ...params: unknown[]) => void conditions.push({ sql, params });
  if (customerId != null) add("s.customer_id = ?", idToSearch("cus", customerId));
  if (externalCustomerId != null)
    add("s.customer_id in (select id from customer where external_id = ?)", searchable(externalCustomerId));
  if (email != null) add("s.email = ?", searchable(email.toLowerCase()));
  if (state != null && state.length > 0 && state.length < subscriberStates.length) add("s.state in (?)", state);
  if (key != null) add("s.offering_id in (select id from offering where package_terms ->> 'key' = ?)", searchable(key));
  if (stateChangedAfter != null) add("s.state_at > ?", stateChangedAfter);
  return conditions;
}

/** PostgreSQL knows no text with a NUL in it: nobody is called so. */
function searchable(text: string): string {
  return text.includes("\0") || !text.isWellFormed() ? "" : text;
}

function joined(conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: "true", params: [] };
  return {
    sql: conditions.map(({ sql }) => sql).join(" and "),
    params: conditions.flatMap(({ params }) => params),
  };
}

const instantPattern = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d$/;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function cursorOf(query: SubscriberQuery): readonly string[] | null {
  const key = decodeCursor(query, 2);
  if (key === null) return null;
  const [at, id] = key;
  const isOurs = typeof at === "string" && typeof id === "string" && instantPattern.test(at) && uuidPattern.test(id);
  if (isOurs) return [at, id];
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

async function count({ em }: Context, { sql, params }: Condition): Promise<TotalCountType> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from (select 1 from subscriber s where ${sql} limit ${countLimit}) counted`,
    [...params],
  );
  return toTotalCount(row?.count ?? 0);
}
