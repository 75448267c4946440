import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { insideTier, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** How a reseller prices offerings for those who buy from it. None of them may read it. */
export const PriceListEntity = defineEntity({
  name: "PriceList",
  tableName: "price_list",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    name: p.text(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "price_list_name", properties: ["path", "name"] }],
});
export type PriceListRow = InferEntity<typeof PriceListEntity>;

/** An own price of an offering: all of its amounts, as decimals; null where there is none of the kind. */
export interface OwnPriceValue {
  readonly offering: string;
  readonly setup: string | null;
  readonly recurring: string | null;
  readonly oneOff: string | null;
}

/** What a price list says from a time on, until the next version does. Never changed. */
export const PriceListVersionEntity = defineEntity({
  name: "PriceListVersion",
  tableName: "price_list_version",
  ...insideTier,
  properties: {
    ...tierRow,
    list: () => p.manyToOne(PriceListEntity).mapToPk(),
    effectiveFrom: p.datetime(),
    /** Of all its amounts. */
    currency: p.text(),
    markupFixedMicros: p.bigint(),
    /** Ten-thousandths of a per cent. */
    markupPercent: p.bigint(),
    /** A decimal; null: in the currency that is paid in. */
    exchangeRate: p.text().nullable(),
    ownPrices: p.json<OwnPriceValue[]>(),
    /** Why something of it is sold below what it costs; null where nothing is. */
    reason: p.text().nullable(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
  indexes: [{ name: "price_list_version_of_list", properties: ["list", "effectiveFrom"] }],
});
export type PriceListVersionRow = InferEntity<typeof PriceListVersionEntity>;

/** By which list a reseller right below buys from a time on, whoever of them has none of their own, or the seller's customers. */
export const PriceListBuyerEntity = defineEntity({
  name: "PriceListBuyer",
  tableName: "price_list_buyer",
  ...insideTier,
  properties: {
    ...tierRow,
    list: () => p.manyToOne(PriceListEntity).mapToPk(),
    buyer: () => p.manyToOne(ResellerEntity).mapToPk().nullable().deleteRule("cascade"),
    /** Then it has no buyer. */
    forCustomers: p.boolean().default(false),
    effectiveFrom: p.datetime(),
    createdAt: p.datetime(),
  },
  indexes: [
    { name: "price_list_buyer_path", properties: ["path", "effectiveFrom"] },
    { name: "price_list_buyer_reseller", properties: ["buyer", "effectiveFrom"], where: "buyer_id is not null" },
  ],
});
export type PriceListBuyerRow = InferEntity<typeof PriceListBuyerEntity>;
