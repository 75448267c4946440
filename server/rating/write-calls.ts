import type { CallState } from "@tierline/shared/call.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { unnested } from "../kernel/unnested.ts";
import { rootPath } from "../kernel/viewer.ts";
import { keyOf, type EndedCall } from "./ended-call.ts";
import { termsInWords, type RatedCall, type RatedLeg } from "./rate-call.ts";

export interface KeptCall {
  readonly id: string;
  readonly state: CallState;
  readonly digest: string;
  readonly problem: CallProblemCode | null;
}

/** By their keys, and kept as they are until the commit. */
export async function knownCalls(
  { em }: Transaction,
  calls: readonly Pick<EndedCall, "source" | "sourceKey">[],
): Promise<Map<string, KeptCall>> {
  const asked = calls.map(({ source, sourceKey }) => ({ source, source_key: sourceKey }));
  const rows = await em.execute<(KeptCall & { source: string; source_key: string })[]>(
    `select c.id, c.state, c.digest, c.problem, c.source, c.source_key
     from jsonb_to_recordset(?::jsonb) as x(source text, source_key text)
       join call c on c.source = x.source and c.source_key = x.source_key order by c.id for update of c`,
    [JSON.stringify(asked)],
  );
  return new Map(
    rows.map(({ source, source_key: sourceKey, ...kept }) => [keyOf({ source, sourceKey }), kept] as const),
  );
}

/** Where a call lies. */
export interface CallPlace {
  readonly id: string;
  readonly path: string;
  readonly reseller_id: string;
  readonly home_country: string;
}

/** By the customer's id. */
export async function placesOf(
  { em }: Transaction,
  calls: readonly Pick<EndedCall, "customerId">[],
): Promise<Map<string, CallPlace>> {
  const ids = [...new Set(calls.map(({ customerId }) => customerId))];
  const rows = await em.execute<CallPlace[]>(
    "select id, path, reseller_id, home_country from customer where id in (?)",
    [ids],
  );
  invariant(rows.length === ids.length, `a call is of a customer that is seen from ${rootPath}`);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface CallToWrite extends KeptCall {
  readonly call: EndedCall;
  readonly place: CallPlace;
  readonly rated: Pick<RatedCall, "callType" | "destination" | "prefix">;
  /** The call whose difference it is. */
  readonly correctsId?: string;
}
/** One that is live becomes it; one that somebody else recorded just now stays as it is. Answers the ids of those that were written, by their keys. */
export async function writeCalls(
  { em, clock }: Transaction,
  wanted: readonly CallToWrite[],
): Promise<ReadonlyMap<string, string>> {
  const rows = wanted.map(({ id, state, digest, problem, call, place, rated, correctsId }) => ({
    id,
    path: place.path,
    reseller_id: place.reseller_id,
    customer_id: place.id,
    service_id: call.serviceId,
    source: call.source,
    source_key: call.sourceKey,
    digest,
    direction: call.direction,
    caller: call.caller,
    called: call.number ?? call.called,
    call_type: rated.callType,
    destination: rated.destination,
    prefix: rated.prefix,
    state,
    started_at: call.startedAt,
    answered_at: call.answeredAt,
    ended_at: call.endedAt,
    seconds: call.seconds,
    refusal: call.refusal,
    problem,
    corrects_id: correctsId ?? null,
    recorded_at: clock.now(),
  }));
  const { columns, source: from, params } = unnested(callColumns, rows);
  const written = await em.execute<{ id: string; source: string; source_key: string }[]>(
    `insert into call (${columns}) select ${columns} from ${from}
     on conflict (source, source_key) do update set ${ended} where call.state = 'LIVE' returning id, source, source_key`,
    [...params],
  );
  return new Map(written.map(({ id, source, source_key: sourceKey }) => [keyOf({ source, sourceKey }), id]));
}

const told = {
  digest: "text",
  service_id: "uuid",
  direction: "text",
  caller: "text",
  called: "text",
  call_type: "text",
  destination: "text",
  prefix: "text",
  state: "text",
  started_at: "timestamptz",
  answered_at: "timestamptz",
  ended_at: "timestamptz",
  seconds: "int",
  refusal: "text",
  problem: "text",
  recorded_at: "timestamptz",
};
const callColumns = {
  id: "uuid",
  path: "text",
  reseller_id: "uuid",
  customer_id: "uuid",
  source: "text",
  source_key: "text",
  corrects_id: "uuid",
  ...told,
};
const ended = Object.keys(told)
  .map((column) => `${column} = excluded.${column}`)
  .join(", ");

const legColumns = {
  call_id: "uuid",
  path: "text",
  seller_path: "text",
  depth: "int",
  currency: "text",
  rate: "bigint",
  connect_fee: "bigint",
  included_seconds: "int",
  cadence: "text",
  cadenced_seconds: "int",
  free_seconds: "int",
  billed_seconds: "int",
  amount_micros: "bigint",
  own_currency: "text",
  own_micros: "bigint",
  plan_id: "uuid",
  version_id: "uuid",
  deck_id: "uuid",
  rule: "text",
  started_at: "timestamptz",
};

export interface NewLeg {
  readonly callId: string;
  readonly startedAt: Date;
  readonly leg: RatedLeg;
}

export async function writeLegs(tx: Transaction, legs: readonly NewLeg[]): Promise<void> {
  const { em } = tx;
  if (legs.length === 0) return;
  const rows = legs.map(({ callId, startedAt, leg }) => {
    const { rate, connectFee, includedSeconds, cadence } = termsInWords(leg.terms);
    return {
      call_id: callId,
      path: leg.path,
      seller_path: leg.sellerPath,
      depth: leg.depth,
      currency: leg.currency,
      rate,
      connect_fee: connectFee,
      included_seconds: includedSeconds,
      cadence,
      cadenced_seconds: leg.price.cadencedSeconds,
      free_seconds: leg.price.freeSeconds,
      billed_seconds: leg.price.billedSeconds,
      amount_micros: String(leg.price.priceMicros),
      own_currency: leg.ownCurrency,
      own_micros: String(leg.ownMicros),
      plan_id: leg.planId,
      version_id: leg.versionId,
      deck_id: leg.deckId,
      rule: leg.rule,
      started_at: startedAt,
    };
  });
  const { columns, source, params } = unnested(legColumns, rows);
  await em.execute(`insert into call_leg (${columns}) select ${columns} from ${source}`, [...params]);
  await writeParts(tx, legs);
}

/** Of legs that were split: nearly none. */
async function writeParts({ em }: Transaction, legs: readonly NewLeg[]): Promise<void> {
  const rows = legs.flatMap(({ callId, leg }) =>
    leg.parts.map(({ fromSecond, terms, ...part }) => {
      const { rate, cadence } = termsInWords(terms);
      return {
        call_id: callId,
        path: leg.path,
        from_second: Math.max(0, fromSecond),
        rate,
        cadence,
        free_seconds: part.freeSeconds,
        billed_seconds: part.billedSeconds,
        plan_id: part.planId,
        version_id: part.versionId,
        deck_id: part.deckId,
        rule: part.rule,
      };
    }),
  );
  if (rows.length === 0) return;
  await em.execute("insert into call_leg_part select * from jsonb_populate_recordset(null::call_leg_part, ?::jsonb)", [
    JSON.stringify(rows),
  ]);
}
