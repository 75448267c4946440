import type { CallType } from "@tierline/shared/call.ts";
import { parseCadence } from "@tierline/shared/cadence.ts";
import type { CallTerms, TermsFrom } from "@tierline/shared/call-price.ts";
import type { CallRefusal } from "@tierline/shared/call-refusal.ts";
import { decodeId } from "@tierline/shared/id.ts";

import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { checkedFirst } from "../kernel/paging.ts";
import { invariant, notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { callTopicOf } from "./call-topic.ts";

/** What the call costs whoever buys it of the viewer's tier, or a customer who looks at its own. */
export interface LiveCallPrice {
  readonly currency: string;
  readonly terms: CallTerms;
  readonly freeSeconds: number;
  /** What it costs from later seconds on, in the order of time: as far as its changes were read. */
  readonly changes: readonly TermsFrom[];
}

export interface LiveCall {
  readonly id: string;
  readonly key: string;
  readonly customerId: string;
  readonly serviceName: string | null;
  readonly caller: string;
  readonly called: string;
  readonly callType: CallType;
  readonly destination: string | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly maximumSeconds: number | null;
  /** Since when the switch is to end it. */
  readonly endingAt: Date | null;
  /** Null for a call between two lines, which costs nothing. */
  readonly price: LiveCallPrice | null;
}

export interface RefusedCall {
  readonly key: string;
  readonly customerId: string;
  readonly caller: string;
  readonly called: string;
  readonly refusedAt: Date;
  readonly reason: CallRefusal;
}

export interface LiveCalls {
  readonly total: number;
  readonly calls: readonly LiveCall[];
  readonly refused: readonly RefusedCall[];
}

export interface LiveCallsRequest {
  readonly first: number;
  /** The API's id: of one customer's alone. */
  readonly customerId?: string | null | undefined;
}

const refusedShown = 10;
const refusedHours = 1;

/** What is under way now in the viewer's tier, the latest first, and what was refused within the hour. */
export async function readLiveCalls(context: Context, request: LiveCallsRequest): Promise<LiveCalls> {
  const { em, clock } = context;
  const first = checkedFirst({ first: request.first, after: null });
  const of = await customerOf(context, request.customerId);
  const where = of === null ? "" : "and c.customer_id = ?";
  const values = of === null ? [] : [of];
  const calls = await liveRows(context, `${where} order by c.started_at desc, c.id desc limit ${first}`, values);
  const refused = await em.execute<(Omit<RefusedCall, "refusedAt"> & { refusedAt: string })[]>(
    `select c.source_key as key, c.customer_id as "customerId", c.caller, c.called, c.started_at as "refusedAt", c.refusal as reason
     from call c where c.state = 'REFUSED' and c.started_at > ? ${where} order by c.started_at desc, c.id desc limit ${refusedShown}`,
    [new Date(clock.now().getTime() - refusedHours * 3_600_000), ...values],
  );
  return {
    total: calls[0]?.total ?? 0,
    calls: calls.map((row) => toLiveCall(context, row)),
    refused: refused.map(({ refusedAt, ...call }) => ({ ...call, refusedAt: new Date(refusedAt) })),
  };
}

/** Null for one that is over, or that the viewer does not see. */
export async function readLiveCall(context: Context, id: string): Promise<LiveCall | null> {
  const [row] = await liveRows(context, "and c.id = ?", [id]);
  return row === undefined ? null : toLiveCall(context, row);
}

type LiveRow = Omit<LiveCall, keyof Times | "price"> &
  Times & { readonly total: number; readonly price: PriceRow | null };

/** The sale that the viewer has to do with: by its own tier, or to the customer that it is. */
function liveRows({ em, viewer }: Context, where: string, values: readonly unknown[]): Promise<LiveRow[]> {
  return em.execute<LiveRow[]>(
    `select c.id, c.source_key as key, c.customer_id as "customerId", s.name as "serviceName", c.caller, c.called, c.call_type as "callType",
       c.destination, c.started_at as "startedAt", c.answered_at as "answeredAt", c.maximum_seconds as "maximumSeconds",
       l.ending_at as "endingAt", p.price, count(*) over ()::int as total
     from call c join live_call l on l.call_id = c.id left join service s on s.id = c.service_id
       left join lateral (
         select jsonb_build_object('currency', a.currency, 'rate', g.rate::text, 'connectFee', g.connect_fee::text,
           'includedSeconds', g.included_seconds, 'cadence', g.first_seconds || '/' || g.step_seconds || '/' || g.grace_seconds,
           'freeSeconds', g.free_seconds, 'changes', coalesce((select jsonb_agg(jsonb_build_object('second', (e.value ->> 'second')::int,
             'rate', e.value ->> 'rate', 'first', (e.value ->> 'first')::int, 'step', (e.value ->> 'step')::int) order by e.n)
             from jsonb_array_elements(g.changes) with ordinality e(value, n)), '[]')) as price
         from live_call_leg g join ledger_account a on a.id = g.account_id
         where g.call_id = c.id and starts_with(g.path, ?) and (g.path <> ? or g.path = c.path)
         order by length(g.path) limit 1
       ) p on true
     where c.state = 'LIVE' and c.ended_at is null ${where}`,
    [viewer.path, viewer.path, ...values],
  );
}

function toLiveCall({ viewer }: Context, { total: _total, ...row }: LiveRow): LiveCall {
  const mayLook = viewer.permissions.has("call_type.view");
  const { startedAt, answeredAt, endingAt, price } = row;
  return {
    ...row,
    ...(mayLook ? {} : { callType: "OTHER" as const, destination: null }),
    startedAt: new Date(startedAt),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
    endingAt: endingAt === null ? null : new Date(endingAt),
    price: price === null ? null : toPrice(price),
  };
}

interface PriceRow {
  readonly currency: string;
  readonly rate: string;
  readonly connectFee: string;
  readonly includedSeconds: number;
  readonly cadence: string;
  readonly freeSeconds: number;
  /** Rates as text: they are longer than plain numbers hold. */
  readonly changes: readonly {
    readonly second: number;
    readonly rate: string;
    readonly first: number;
    readonly step: number;
  }[];
}

function toPrice({ currency, rate, connectFee, includedSeconds, cadence: text, ...row }: PriceRow): LiveCallPrice {
  const cadence = parseCadence(text);
  invariant(cadence !== null, "a cadence is kept as it is read");
  const terms = { ratePerMinute: BigInt(rate), connectFee: BigInt(connectFee), includedSeconds, cadence };
  const changes = row.changes.map(({ second, rate: later, first, step }) => ({
    fromSecond: second,
    terms: { ...terms, ratePerMinute: BigInt(later), cadence: { ...cadence, first, step } },
  }));
  return { currency, terms, freeSeconds: row.freeSeconds, changes };
}

interface Times {
  readonly startedAt: string;
  readonly answeredAt: string | null;
  readonly endingAt: string | null;
}

async function customerOf({ em }: Context, apiId: string | null | undefined): Promise<string | null> {
  if (apiId == null) return null;
  const id = decodeId("cus", apiId);
  const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (customer === null) throw notFound();
  return customer.id;
}

/** All of it at once and after every beginning and end: states rather than deltas, so that a broken connection loses nothing. */
export async function* watchLiveCalls(
  context: Context,
  request: LiveCallsRequest,
  signal: AbortSignal,
): AsyncGenerator<LiveCalls> {
  const changes = context.changes.subscribe(callTopicOf(context.viewer.path), signal); // before the first look, so that nothing falls between
  yield await readLiveCalls(context, request);
  for await (const _ of changes) {
    require(context, "call.view"); // at each push again
    yield await readLiveCalls(context, request);
  }
}
