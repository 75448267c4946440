import { isWithin } from "@tierline/shared/tier-path.ts";
import { parseCadence } from "@tierline/shared/cadence.ts";
import type { CallTerms } from "@tierline/shared/call-price.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { postCalls, type SaleOfCall } from "./post-calls.ts";
import type { RatedLeg } from "./rate-call.ts";
import { writeLegs } from "./write-calls.ts";

interface Row {
  readonly call_id: string;
  readonly path: string;
  readonly seller_path: string;
  readonly depth: number;
  readonly currency: string;
  readonly rate: string;
  readonly connect_fee: string;
  readonly included_seconds: number;
  readonly cadence: string;
  readonly cadenced: number;
  readonly free: number;
  readonly billed: number;
  readonly amount: string;
  readonly own: string;
  readonly own_currency: string;
  readonly plan_id: string | null;
  readonly version_id: string | null;
  readonly deck_id: string | null;
  readonly rule: RatedLeg["rule"];
}

/** By the id of the call that was corrected: its sums, by the terms of the last correction. */
export async function standingLegs(
  { em }: Pick<Transaction, "em">,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RatedLeg[]>> {
  const rows = await em.execute<Row[]>(
    `select distinct on (x.call_id, l.path) x.call_id, l.path, l.seller_path, l.depth, l.currency, l.rate::text as rate,
       l.connect_fee::text as connect_fee, l.included_seconds, l.cadence, l.own_currency, l.plan_id, l.version_id, l.deck_id, l.rule,
       (sum(l.cadenced_seconds) over w)::int as cadenced, (sum(l.free_seconds) over w)::int as free,
       (sum(l.billed_seconds) over w)::int as billed, (sum(l.amount_micros) over w)::text as amount, (sum(l.own_micros) over w)::text as own
     from (select id as call_id, id, recorded_at from call where id in (?)
           union all select corrects_id, id, recorded_at from call where corrects_id in (?)) x
       join call_leg l on l.call_id = x.id
     window w as (partition by x.call_id, l.path)
     order by x.call_id, l.path, x.recorded_at desc, x.id desc`,
    [callIds, callIds],
  );
  const legs = rows.map((row) => [row.call_id, legOf(row)] as const);
  const byCall = Map.groupBy(legs, ([id]) => id);
  return new Map([...byCall].map(([id, each]) => [id, each.map(([, leg]) => leg)]));
}

function legOf(row: Row): RatedLeg {
  const cadence = parseCadence(row.cadence);
  invariant(cadence !== null, "a cadence is kept as it is read");
  const terms: CallTerms = {
    ratePerMinute: BigInt(row.rate),
    connectFee: BigInt(row.connect_fee),
    includedSeconds: row.included_seconds,
    cadence,
  };
  return {
    path: row.path,
    sellerPath: row.seller_path,
    depth: row.depth,
    currency: row.currency,
    terms,
    price: {
      cadencedSeconds: row.cadenced,
      freeSeconds: row.free,
      billedSeconds: row.billed,
      priceMicros: BigInt(row.amount),
    },
    parts: [], // of the line that it stands on
    ownCurrency: row.own_currency,
    ownMicros: BigInt(row.own),
    planId: row.plan_id,
    versionId: row.version_id,
    deckId: row.deck_id,
    rule: row.rule,
  };
}

/** What has to come to each leg so that it stands as it should; none where it does already. */
export function differenceOf(before: readonly RatedLeg[], after: readonly RatedLeg[]): RatedLeg[] {
  const paths = new Set([...before, ...after].map(({ path }) => path));
  return [...paths].flatMap((path) => {
    const old = before.find((leg) => leg.path === path);
    const now = after.find((leg) => leg.path === path);
    const told = now ?? old;
    invariant(told !== undefined, "a path is of one of the two");
    invariant(old === undefined || now === undefined || old.currency === now.currency, "a leg keeps its currency");
    const less = (of: (leg: RatedLeg) => number) =>
      (now === undefined ? 0 : of(now)) - (old === undefined ? 0 : of(old));
    const price = {
      cadencedSeconds: less((leg) => leg.price.cadencedSeconds),
      freeSeconds: less((leg) => leg.price.freeSeconds),
      billedSeconds: less((leg) => leg.price.billedSeconds),
      priceMicros: (now?.price.priceMicros ?? 0n) - (old?.price.priceMicros ?? 0n),
    };
    const ownMicros = (now?.ownMicros ?? 0n) - (old?.ownMicros ?? 0n);
    const isSame = ownMicros === 0n && Object.values(price).every((each) => BigInt(each) === 0n);
    return isSame ? [] : [{ ...told, price, ownMicros }];
  });
}

export interface Difference {
  /** Of the correction. */
  readonly callId: string;
  readonly reference: string;
  readonly path: string;
  readonly description: string;
  readonly startedAt: Date;
  readonly legs: readonly RatedLeg[];
}

/** Keeps what corrections come to and posts each as a transaction of its own. */
export async function settleDifferences(tx: Transaction, differences: readonly Difference[]): Promise<void> {
  await writeLegs(
    tx,
    differences.flatMap(({ callId, startedAt, legs }) => legs.map((leg) => ({ callId, startedAt, leg }))),
  );
  const tooLarge = await postCalls(
    tx,
    differences.map(({ legs, ...each }) => ({ ...each, sales: salesOf(legs) })),
  );
  invariant(tooLarge.size === 0, "an account has room for a correction");
}

export function salesOf(legs: readonly RatedLeg[]): SaleOfCall[] {
  return legs.flatMap(({ path: buyerPath, sellerPath, currency, price }) =>
    sellerPath === "" ? [] : [{ buyerPath, sellerPath, currency, micros: price.priceMicros }],
  );
}

/**
 * Whether it is anything to those above a tier: what they pay or are paid is theirs to change, or theirs whose switch told the call,
 * because a buyer could lower what it owes otherwise.
 */
export function concernsAbove({ path, sellerPath }: Pick<RatedLeg, "path" | "sellerPath">, tier: string): boolean {
  return !isWithin(path, tier) || (sellerPath !== "" && !isWithin(sellerPath, tier));
}
