import type { Module } from "../kernel/module-shape.ts";
import { DidEntity } from "./did.entity.ts";
import { DidFieldsResolver, ItemDidResolver } from "./did-fields.resolver.ts";
import { DidResolver } from "./did.resolver.ts";
import { ItemLeaseResolver, NumberLeaseFieldsResolver, NumberOfferFieldsResolver } from "./number-fields.resolver.ts";
import { NumberOrderResolver } from "./number-order.resolver.ts";
import { NumberLeaseEntity, NumberOfferEntity } from "./number-offer.entity.ts";
import { NumberSourceEntity } from "./number-source.entity.ts";
import { toDid } from "./did.type.ts";

export const dids = {
  entities: [DidEntity, NumberSourceEntity, NumberOfferEntity, NumberLeaseEntity],
  resolvers: [
    DidResolver,
    DidFieldsResolver,
    ItemDidResolver,
    NumberOrderResolver,
    NumberOfferFieldsResolver,
    NumberLeaseFieldsResolver,
    ItemLeaseResolver,
  ],
  sql: [new URL("./incoming-sales.sql", import.meta.url)],
  nodes: {
    did: {
      permission: "inventory.view",
      async load({ em }, ids) {
        const rows = await em.find(DidEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
        return new Map(rows.map((row) => [row.id, toDid(row)]));
      },
    },
  },
} satisfies Module;
