import type { CallDirection, CallState, CallType } from "@tierline/shared/call.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { callListDaysMax } from "@tierline/shared/limits.ts";
import { digitsOf } from "@tierline/shared/phone-number.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { CallEntity, type CallRow } from "./call.entity.ts";

export interface CallFilter {
  /** From then on, and before then. */
  readonly from: Date;
  readonly until: Date;
  /** The API's ids. */
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly direction?: CallDirection | null | undefined;
  readonly state?: readonly CallState[] | null | undefined;
  readonly callType?: readonly CallType[] | null | undefined;
  /** Of either side, from its beginning. */
  readonly number?: string | null | undefined;
  readonly withoutPrice?: boolean | null | undefined;
  /** Summed by this invoice of the viewer's buying or selling: then of any time. */
  readonly invoiceId?: string | null | undefined;
}

export interface CallConditions {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const dayMs = 86_400_000;

/** @throws AccessError BAD_USER_INPUT, NOT_FOUND */
export function conditionsOf(filter: CallFilter, { path }: Pick<Viewer, "path">): CallConditions {
  const { from, until, invoiceId } = filter;
  // An hour more, for the two days of a year that have one. An invoice has an end of its own.
  if (invoiceId == null && until.getTime() - from.getTime() > callListDaysMax * dayMs + dayMs / 24) {
    throw new AccessError("BAD_USER_INPUT", say("call.days", { days: callListDaysMax }));
  }
  const conditions: [sql: string, ...params: unknown[]][] = [["c.started_at >= ? and c.started_at < ?", from, until]];
  const named = (column: string, prefix: "cus" | "svc" | "rsl", id: string | null | undefined) => {
    if (id == null) return;
    const uuid = decodeId(prefix, id);
    conditions.push(uuid === null ? ["false"] : [`c.${column} = ?`, uuid]);
  };
  named("customer_id", "cus", filter.customerId);
  named("service_id", "svc", filter.serviceId);
  named("reseller_id", "rsl", filter.resellerId);
  if (invoiceId != null) {
    const uuid = decodeId("inv", invoiceId);
    conditions.push(uuid === null ? ["false"] : [ofInvoice, uuid, path, path]);
  }
  if (filter.direction != null) conditions.push(["c.direction = ?", filter.direction]);
  if (filter.state != null && filter.state.length > 0) conditions.push(["c.state in (?)", [...filter.state]]);
  if (filter.callType != null && filter.callType.length > 0) {
    conditions.push(["c.call_type in (?)", [...filter.callType]]);
  }
  const digits = digitsOf(filter.number ?? "").replace(/^00/, "");
  if (digits !== "") conditions.push(["(starts_with(c.called, ?) or starts_with(c.caller, ?))", digits, digits]);
  else if ((filter.number ?? "").trim() !== "") conditions.push(["false"]);
  if (filter.withoutPrice != null) conditions.push([filter.withoutPrice ? hasNoPrice : `not (${hasNoPrice})`]);
  return {
    sql: conditions.map(([sql]) => sql).join(" and "),
    params: conditions.flatMap(([, ...params]) => params),
  };
}

/**
 * Each posting of an account is in one invoice, and a call's posting bears its name. An invoice is its buyer's and its seller's to
 * open, and nobody's further up. It lies above this folder, so that it is asked for by its table.
 */
const ofInvoice = `c.source || ':' || c.source_key in (
  select t.reference from invoice i
    join posting p on p.account_id = i.account_id and p.part = 0 and p.entry between i.from_entry and i.to_entry
    join ledger_transaction t on t.id = p.transaction_id and t.kind = 'CALL'
  where i.id = ? and (i.path = ? or regexp_replace(i.path, '[^.]+[.]$', '') = ?))`;

/** It was answered, and neither it nor a correction of it has found a price. */
export const hasNoPrice =
  "c.problem is not null and not exists (select from call k where k.corrects_id = c.id and k.problem is null)";

/** The latest first. */
export async function listCalls(
  context: Pick<Context, "em" | "viewer">,
  filter: CallFilter,
  request: PageRequest,
): Promise<Page<CallRow>> {
  const first = checkedFirst(request);
  const { sql, params } = conditionsOf(filter, context.viewer);
  const after = afterOf(request);
  const rows = await context.em.execute<object[]>(
    `select c.* from call c where ${sql} ${after === null ? "" : "and (c.started_at, c.id) < (?::timestamptz, ?::uuid)"}
     order by c.started_at desc, c.id desc limit ${first + 1}`,
    [...params, ...(after ?? [])],
  );
  return pageOf(mapped(context.em, CallEntity, rows), first, ({ startedAt, id }) => [startedAt.toISOString(), id]);
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @throws AccessError BAD_USER_INPUT */
export function afterOf(request: PageRequest): readonly [string, string] | null {
  const key = decodeCursor(request, 2);
  if (key === null) return null;
  const [at, id] = key;
  if (typeof at === "string" && typeof id === "string" && uuidPattern.test(id) && !Number.isNaN(Date.parse(at))) {
    return [new Date(at).toISOString(), id];
  }
  throw new AccessError("BAD_USER_INPUT", say("page.cursor"));
}

export interface CallTotals {
  readonly count: number;
  readonly answered: number;
  readonly seconds: number;
  readonly freeSeconds: number;
  readonly billedSeconds: number;
  readonly currency: string | null;
  /** What the viewer's side is paid; of a customer, what it pays. */
  readonly priceMicros: bigint;
  /** What the viewer's reseller pays for them, in its own currency. */
  readonly costMicros: bigint;
}

/** Summed anew each time, of everything that the filter lets through; corrections are counted by what they come to. */
export async function totalCalls({ em, viewer }: Context, filter: CallFilter): Promise<CallTotals> {
  const { sql, params } = conditionsOf(filter, viewer);
  const [row] = await em.execute<Record<string, string | null>[]>(
    `select count(*) filter (where c.corrects_id is null)::text as count,
       count(*) filter (where c.corrects_id is null and c.state = 'ANSWERED')::text as answered,
       coalesce(sum(c.seconds), 0)::text as seconds, coalesce(sum(sold.free_seconds), 0)::text as free,
       coalesce(sum(sold.billed_seconds), 0)::text as billed, max(sold.currency) as currency,
       coalesce(sum(sold.amount_micros), 0)::text as price, coalesce(sum(bought.own_micros), 0)::text as cost
     from call c left join call_leg sold on sold.call_id = c.id and ${viewer.customerId === null ? "sold.seller_path = ?" : "sold.path = ?"}
       left join call_leg bought on bought.call_id = c.id and bought.path = ? and bought.path <> c.path
     where ${sql}`,
    [viewer.path, viewer.path, ...params],
  );
  const at = (name: string) => row?.[name] ?? "0";
  return {
    count: Number(at("count")),
    answered: Number(at("answered")),
    seconds: Number(at("seconds")),
    freeSeconds: Number(at("free")),
    billedSeconds: Number(at("billed")),
    currency: row?.["currency"] ?? null,
    priceMicros: BigInt(at("price")),
    costMicros: BigInt(at("cost")),
  };
}
