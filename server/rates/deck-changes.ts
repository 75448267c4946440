import type { CallRoute, RateRoute } from "@tierline/shared/call-route.ts";
import type { LineType, RateChangeKind } from "@tierline/shared/rate-deck.ts";
import type { Rate } from "@tierline/shared/rate.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import type { RateDeckCounts, RateDeckRow } from "./rate.entity.ts";

/** A prefix that a deck changes. What a new one cost before, and what a gone one costs then, is by the next shorter prefix. */
export interface RateChange {
  readonly prefix: string;
  /** Null: whichever a call takes. */
  readonly route: CallRoute | null;
  readonly destination: string;
  readonly lineType: LineType | null;
  readonly kind: RateChangeKind;
  readonly before: Rate | null;
  readonly after: Rate | null;
}

type Compared = Pick<RateDeckRow, "id" | "baseId">;

const kindSql = `case
  when o.prefix is null then 'ADDED'
  when n.prefix is null then 'GONE'
  when n.is_blocked and not o.is_blocked then 'BLOCKED'
  when n.rate_per_minute > o.rate_per_minute then 'UP'
  when n.rate_per_minute < o.rate_per_minute then 'DOWN'
  when (n.destination, n.line_type, n.connect_fee, n.included_seconds, n.first_seconds, n.step_seconds, n.grace_seconds, n.is_blocked)
    is distinct from
    (o.destination, o.line_type, o.connect_fee, o.included_seconds, o.first_seconds, o.step_seconds, o.grace_seconds, o.is_blocked)
    then 'CHANGED' end`;
const compared = `(select * from rate where deck_id = ?) n full join (select * from rate where deck_id = ?) o on o.prefix = n.prefix and o.route = n.route`;
const nothing = "00000000-0000-7000-8000-000000000000";

export async function countChanges({ em }: Pick<Context, "em">, deck: Compared): Promise<RateDeckCounts> {
  const rows = await em.execute<{ kind: RateChangeKind | null; count: number }[]>(
    `select ${kindSql} as kind, count(*)::int as count from ${compared} group by 1`,
    [deck.id, deck.baseId ?? nothing],
  );
  const of = (kind: RateChangeKind | null) => rows.find((row) => row.kind === kind)?.count ?? 0;
  return {
    added: of("ADDED"),
    gone: of("GONE"),
    up: of("UP"),
    down: of("DOWN"),
    blocked: of("BLOCKED"),
    changed: of("CHANGED"),
    unchanged: of(null),
  };
}

interface Row extends Omit<RateChange, "before" | "after" | "lineType" | "route"> {
  readonly route: RateRoute;
  readonly line_type: LineType | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** An array, so that the index finds the few prefixes instead of all being looked through. */
const nearest = `select rate_per_minute from rate where deck_id = ? and prefix = any(
  array(select left(c.prefix, k) from generate_series(1, length(c.prefix)) k)) and (rate.route = c.route or rate.route = 'ANY')
  order by length(prefix) desc, rate.route = 'ANY' limit 1`;

/** By prefix, as digits are ordered. */
export async function listChanges(
  { em }: Pick<Context, "em">,
  deck: Compared,
  kind: RateChangeKind | null,
  request: PageRequest,
): Promise<Page<RateChange>> {
  const first = checkedFirst(request);
  const [after = "", afterRoute = ""] = decodeCursor(request, 2) ?? [];
  const base = deck.baseId ?? nothing;
  // The page first: what is looked up for each of its rows would else be looked up for all.
  const rows = await em.execute<Row[]>(
    `with c as materialized (select * from (
       select coalesce(n.prefix, o.prefix) as prefix, coalesce(n.route, o.route) as route, coalesce(n.destination, o.destination) as destination,
         coalesce(n.line_type, o.line_type) as line_type, ${kindSql} as kind from ${compared}) compared
       where kind ${kind === null ? "is not null" : "= ?"} and (prefix, route) > (?, ?) order by prefix, route limit ${first + 1})
     select c.*, (${nearest})::text as before, (${nearest})::text as after from c order by prefix, route`,
    [deck.id, base, ...(kind === null ? [] : [kind]), String(after), String(afterRoute), base, deck.id],
  );
  const rateOf = (text: string | null) => (text === null ? null : BigInt(text));
  const changes = rows.map(({ line_type: lineType, route, before, after: now, ...row }) => ({
    ...row,
    route: route === "ANY" ? null : route,
    lineType,
    before: rateOf(before),
    after: rateOf(now),
  }));
  return pageOf(changes, first, ({ prefix, route }) => [prefix, route ?? "ANY"]);
}
