import { demoPriceLists } from "@tierline/shared/demo/price-lists.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "../catalog/price-list.entity.ts";
import type { Transaction } from "../kernel/context.ts";

/** What Acme asks of the resellers below it. */
export async function plantPriceLists(tx: Transaction, now: Date): Promise<void> {
  const text = (amount: Money | null) => (amount === null ? null : decimalOf(amount));
  for (const { id, versionId, buyerId, resellerId, ownPrices, ...list } of demoPriceLists(now)) {
    const { path, name, currency, effectiveFrom, createdBy } = list;
    const createdAt = effectiveFrom;
    await tx.em.insert(PriceListEntity, { id, path, reseller: resellerId, name, createdAt, version: 1 });
    await tx.em.insert(PriceListVersionEntity, {
      id: versionId,
      path,
      list: id,
      effectiveFrom,
      currency,
      markupFixedMicros: 0n,
      markupPercent: 0n,
      exchangeRate: null,
      ownPrices: ownPrices.map(({ offeringId: offering, setup, recurring, oneOff }) => {
        return { offering, setup: text(setup), recurring: text(recurring), oneOff: text(oneOff) };
      }),
      reason: null,
      createdAt,
      createdBy,
    });
    await tx.em.insert(PriceListBuyerEntity, { id: buyerId, path, list: id, buyer: null, effectiveFrom, createdAt });
  }
}
