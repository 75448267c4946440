import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { numberKinds } from "@tierline/shared/did.ts";
import { ItemEntity } from "../inventory/item.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** Where a number comes from. The path is that of who registered it, wherever the number was handed since: nobody below is told. */
export const NumberSourceEntity = defineEntity({
  name: "NumberSource",
  tableName: "number_source",
  ...insideTier,
  properties: {
    ...tierRow,
    item: () => p.manyToOne(ItemEntity).mapToPk(),
    /** E.164. */
    number: p.text(),
    /** Exactly as the carrier writes it. */
    carrierNumber: p.text(),
    supplier: p.text(),
    kind: oneOf("kind", numberKinds),
    registeredAt: p.datetime(),
  },
  indexes: [
    { name: "number_source_item", properties: ["item"] },
    { name: "number_source_carrier", properties: ["carrierNumber"] },
  ],
});
export type NumberSourceRow = InferEntity<typeof NumberSourceEntity>;
