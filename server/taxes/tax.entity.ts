import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { TaxedKind } from "@tierline/shared/tax.ts";
import { insideTier, tierRow } from "../kernel/table.ts";

/**
 * What a seller takes of what it sells to a place, from a day on. A rate is named by its name and place; of those that have begun the
 * latest one counts, and of one day the one that was said last. Rows are only added. The path is the seller's.
 */
export const TaxRateEntity = defineEntity({
  name: "TaxRate",
  tableName: "tax_rate",
  ...insideTier,
  properties: {
    ...tierRow,
    name: p.text(),
    country: p.text(),
    /** As in addresses; null: all of the country. */
    region: p.text().nullable(),
    /** In millionths; null: it is not taken any more. */
    percentUnits: p.integer().nullable().check("percent_units >= 0 and percent_units <= 1000000"),
    isIncluded: p.boolean(),
    kinds: p.json<readonly TaxedKind[]>(),
    effectiveFrom: p.date(),
    createdAt: p.datetime(),
  },
  indexes: [{ name: "tax_rate_of_place", properties: ["path", "country", "effectiveFrom"] }],
});
export type TaxRateRow = InferEntity<typeof TaxRateEntity>;

/** That a buyer is asked for no tax, or is again: the latest one counts. Rows are only added. The path is the buyer's. */
export const TaxExemptionEntity = defineEntity({
  name: "TaxExemption",
  tableName: "tax_exemption",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Null: it is not exempt any more. */
    reason: p.text().nullable(),
    taxNumber: p.text().nullable(),
    createdAt: p.datetime(),
  },
  indexes: [{ name: "tax_exemption_of_buyer", properties: ["path", "id"] }],
});
export type TaxExemptionRow = InferEntity<typeof TaxExemptionEntity>;
