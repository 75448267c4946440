import { demoRates } from "@tierline/shared/demo/rates.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import type { Transaction } from "../kernel/context.ts";
import { insertRates } from "../rates/insert-rates.ts";
import { RateDeckEntity, RatePlanBuyerEntity, RatePlanEntity, RatePlanVersionEntity } from "../rates/rate.entity.ts";

const noChange = { added: 0, gone: 0, up: 0, down: 0, blocked: 0, changed: 0, unchanged: 0 };

/** What the operator pays, and the plans by which each tier sells on. */
export async function plantRates(tx: Transaction, now: Date): Promise<void> {
  const { deck, plans } = demoRates(now);
  const { rates, resellerId, ...facts } = deck;
  await tx.em.insert(RateDeckEntity, {
    ...facts,
    reseller: resellerId,
    state: "APPLIED",
    baseId: null,
    rateCount: rates.length,
    counts: { ...noChange, added: rates.length },
    losses: [],
    appliedAt: deck.createdAt,
    undoneAt: null,
    version: 1,
  });
  await insertRates(tx.em, deck, rates);
  for (const plan of plans) {
    const { path, effectiveFrom, createdBy } = plan;
    const createdAt = effectiveFrom;
    await tx.em.insert(RatePlanEntity, {
      id: plan.id,
      path,
      reseller: plan.resellerId,
      name: plan.name,
      createdAt,
      version: 1,
    });
    await tx.em.insert(RatePlanVersionEntity, {
      id: plan.versionId,
      path,
      plan: plan.id,
      effectiveFrom,
      markupFixed: plan.markup.fixed,
      markupPercent: plan.markup.percent,
      cadence: plan.cadence === null ? null : formatCadence(plan.cadence),
      exchangeRate: plan.exchangeRate === null ? null : formatRate(plan.exchangeRate),
      overrides: plan.overrides.map(({ ratePerMinute, ...each }) => ({
        ...each,
        ratePerMinute: formatRate(ratePerMinute),
      })),
      createdAt,
      createdBy,
    });
    const buyer = { customer: plan.customerId, buyer: null, effectiveFrom, createdAt };
    await tx.em.insert(RatePlanBuyerEntity, { id: plan.buyerId, path, plan: plan.id, ...buyer });
  }
}
