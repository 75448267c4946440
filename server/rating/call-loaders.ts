import { loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { CallEntity, CallLegEntity, type CallLegRow, type CallRow } from "./call.entity.ts";

export const callById = loader<string, CallRow>(async ({ em }, ids) => {
  const rows = await em.find(CallEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

/** A leg and what it was counted for from second to second; nothing where it was not split. */
export interface SplitLeg extends CallLegRow {
  readonly parts: readonly LegPartRow[];
}

interface LegPartRow {
  readonly fromSecond: number;
  readonly rate: string;
  readonly cadence: string;
  readonly freeSeconds: number;
  readonly billedSeconds: number;
}

export interface Sides {
  /** What who buys from the viewer pays; for a customer, what it pays itself. */
  readonly sold: SplitLeg | null;
  /** What the viewer's reseller pays. */
  readonly bought: SplitLeg | null;
}

/** Each tier sees its own buying and its own selling of a call; what lies deeper is the business of those in between. */
export const sidesOf = loader<string, Sides>(async ({ em, viewer }, ids) => {
  const { path, customerId } = viewer;
  const rows = await em.execute<{ parts: LegPartRow[] | null }[]>(
    `select l.*, (select jsonb_agg(jsonb_build_object('fromSecond', p.from_second, 'rate', p.rate::text, 'cadence', p.cadence,
         'freeSeconds', p.free_seconds, 'billedSeconds', p.billed_seconds) order by p.from_second)
       from call_leg_part p where p.call_id = l.call_id and p.path = l.path) as parts
     from call_leg l where l.call_id in (?) and (l.path = ? or l.seller_path = ?)`,
    [[...ids], path, path],
  );
  const legs = mapped(em, CallLegEntity, rows).map((leg, index) => ({ ...leg, parts: rows[index]!.parts ?? [] })); // one for one
  const byCall = Map.groupBy(legs, ({ callId }) => callId);
  return new Map(
    ids.map((id) => {
      const mine = byCall.get(id) ?? [];
      const buying = mine.find((leg) => leg.path === path) ?? null;
      const selling = mine.find((leg) => leg.sellerPath === path) ?? null;
      return [id, customerId === null ? { sold: selling, bought: buying } : { sold: buying, bought: null }];
    }),
  );
});

/** Whether a call that had no price has one by now. */
export const isPricedSince = loader<string, true>(async ({ em }, ids) => {
  const rows = await em.execute<{ id: string }[]>(
    "select distinct corrects_id as id from call where corrects_id in (?) and problem is null",
    [[...ids]],
  );
  return new Map(rows.map(({ id }) => [id, true as const]));
});
