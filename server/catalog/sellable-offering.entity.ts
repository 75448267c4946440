import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { readableDownward, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { OfferingEntity } from "./offering.entity.ts";

/** That a reseller who sells only what it was let may sell this offering of a tier above. The path is that reseller's. */
export const SellableOfferingEntity = defineEntity({
  name: "SellableOffering",
  tableName: "sellable_offering",
  ...readableDownward,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    offering: () => p.manyToOne(OfferingEntity).mapToPk().deleteRule("cascade"),
  },
  uniques: [{ name: "sellable_offering_once", properties: ["offering", "path"] }],
  indexes: [{ name: "sellable_offering_of_reseller", properties: ["reseller"] }],
});
export type SellableOfferingRow = InferEntity<typeof SellableOfferingEntity>;
