import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { CustomerPlanResolver } from "./customer-plan.resolver.ts";
import { toRateDeck } from "./rate-deck.type.ts";
import { toRatePlan } from "./rate-plan.type.ts";
import {
  RateDeckEntity,
  RateEntity,
  RatePlanBuyerEntity,
  RatePlanEntity,
  RatePlanVersionEntity,
} from "./rate.entity.ts";
import { RateDeckResolver, RatePlanResolver, SimulatedCallResolver } from "./rate.resolver.ts";
import { SellRateResolver } from "./sell-rate.resolver.ts";

type Found = Promise<ReadonlyMap<string, object>>;

async function loadDecks({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(RateDeckEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toRateDeck(row)]));
}

async function loadPlans({ em }: Context, ids: readonly string[]): Found {
  const rows = await em.find(RatePlanEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toRatePlan(row)]));
}

export const rates = {
  entities: [RateDeckEntity, RateEntity, RatePlanEntity, RatePlanVersionEntity, RatePlanBuyerEntity],
  resolvers: [RateDeckResolver, RatePlanResolver, SimulatedCallResolver, SellRateResolver, CustomerPlanResolver],
  sql: [new URL("./number-plan.sql", import.meta.url), new URL("./price-call.sql", import.meta.url)],
  nodes: {
    rdk: { permission: "finance.view", load: loadDecks },
    rpl: { permission: "finance.view", load: loadPlans },
  },
} satisfies Module;
