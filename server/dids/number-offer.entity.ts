import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { didBillings } from "@tierline/shared/did.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import type { PastTerms } from "./did.entity.ts";

/** What a reseller asks of the one right below for a number. No foreign key: what is over must not hold a reseller where it is. */
const terms = {
  itemId: p.uuid(),
  /** E.164. */
  number: p.text(),
  /** The seller's. */
  currency: p.text(),
  setupMicros: p.bigint().check("setup_micros >= 0"),
  monthlyMicros: p.bigint().check("monthly_micros >= 0"),
  billing: oneOf("billing", didBillings),
  /** Trillionths a minute; nothing where calls are not charged by their minutes. */
  ratePerMinute: p.bigint().check("rate_per_minute >= 0"),
  cadence: p.text(),
};

/** A number that its holder offers to those right below. The path is the holder's; what is over keeps its row. */
export const NumberOfferEntity = defineEntity({
  name: "NumberOffer",
  tableName: "number_offer",
  ...insideTier,
  properties: {
    ...tierRow,
    /** The one that it is offered to; null: all right below. */
    reseller: () => p.manyToOne(ResellerEntity).mapToPk().nullable().deleteRule("no action"),
    ...terms,
    offeredAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  uniques: [{ name: "number_offer_once", properties: ["itemId", "path"], where: "ended_at is null" }],
  indexes: [
    { name: "number_offer_path", properties: ["path", "number"] },
    { name: "number_offer_item", properties: ["itemId", "offeredAt"] },
  ],
});
export type NumberOfferRow = InferEntity<typeof NumberOfferEntity>;

/** A number that was ordered from the reseller above. The path is the buyer's; one that was given back keeps its row. */
export const NumberLeaseEntity = defineEntity({
  name: "NumberLease",
  tableName: "number_lease",
  ...insideTier,
  properties: {
    ...tierRow,
    ...terms,
    pastTerms: p.json<PastTerms[]>(),
    orderedAt: p.datetime(),
    orderedBy: p.text(),
    endedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "number_lease_once", properties: ["itemId", "path"], where: "ended_at is null" }],
  indexes: [
    { name: "number_lease_number", properties: ["number", "orderedAt"] },
    { name: "number_lease_path", properties: ["path"] },
  ],
});
export type NumberLeaseRow = InferEntity<typeof NumberLeaseEntity>;
