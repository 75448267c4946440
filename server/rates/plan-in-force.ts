import { parseCadence } from "@tierline/shared/cadence.ts";
import type { CallRoute, PlanRoutes } from "@tierline/shared/call-route.ts";
import { parseRate, type Rate } from "@tierline/shared/rate.ts";
import type { SellingPlan } from "@tierline/shared/selling-rate.ts";
import type { Context } from "../kernel/context.ts";
import type { OverrideValue } from "./rate.entity.ts";

/** What a plan says at a time. */
export interface PlanInForce extends SellingPlan, PlanRoutes {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  /** Tier path of the seller. */
  readonly path: string;
  readonly effectiveFrom: Date;
}

interface Row {
  readonly id: string;
  readonly version_id: string;
  readonly name: string;
  readonly path: string;
  readonly effective_from: string;
  readonly markup_fixed: string;
  readonly markup_percent: string;
  readonly cadence: string | null;
  readonly exchange_rate: string | null;
  readonly overrides: readonly OverrideValue[];
  readonly international_route: CallRoute;
  readonly canada_route: CallRoute;
}

const select = `select distinct on (p.id) p.id, v.id as version_id, p.name, p.path, v.effective_from, v.markup_fixed::text as markup_fixed,
    v.markup_percent::text as markup_percent, v.cadence, v.exchange_rate, v.overrides,
    v.international_route, v.canada_route
  from rate_plan p join rate_plan_version v on v.plan_id = p.id and v.effective_from <= ?`;
const order = "order by p.id, v.effective_from desc, v.id desc";

/** All plans of a reseller that say something at that time. */
export async function plansInForce({ em }: Pick<Context, "em">, resellerId: string, at: Date): Promise<PlanInForce[]> {
  return (await em.execute<Row[]>(`${select} where p.reseller_id = ? ${order}`, [at, resellerId])).map(toPlan);
}

export async function plansById(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
  at: Date,
): Promise<Map<string, PlanInForce>> {
  if (ids.length === 0) return new Map();
  const rows = await em.execute<Row[]>(`${select} where p.id in (?) ${order}`, [at, [...ids]]);
  return new Map(rows.map((row) => [row.id, toPlan(row)]));
}

function toPlan({ id, name, path, ...row }: Row): PlanInForce {
  return {
    id,
    versionId: row.version_id,
    name,
    path,
    effectiveFrom: new Date(row.effective_from),
    markup: { fixed: BigInt(row.markup_fixed), percent: BigInt(row.markup_percent) },
    cadence: row.cadence === null ? null : parseCadence(row.cadence),
    exchangeRate: row.exchange_rate === null ? null : parseRate(row.exchange_rate),
    overrides: row.overrides.map(({ ratePerMinute, ...each }) => ({ ...each, ratePerMinute: rateOf(ratePerMinute) })),
    internationalRoute: row.international_route,
    canadaRoute: row.canada_route,
  };
}

/** Of what was checked before it was kept. */
function rateOf(text: string): Rate {
  return parseRate(text) ?? 0n;
}
