import type { Module } from "../kernel/module-shape.ts";
import {
  InventoryRequirementResolver,
  OfferingConnectionResolver,
  OfferingFieldsResolver,
  TemplateOfferingsResolver,
} from "./offering-fields.resolver.ts";
import { CostEntity, OfferingEntity, OfferingRequirementEntity, PriceEntity } from "./offering.entity.ts";
import { OfferingResolver } from "./offering.resolver.ts";
import { findOfferings } from "./offering.ts";
import { EligibilityType, toOffering } from "./offering.type.ts";
import { ExplainPriceResolver, PriceLineResolver } from "./explain-price.resolver.ts";
import { PriceListBuyerEntity, PriceListEntity, PriceListVersionEntity } from "./price-list.entity.ts";
import { OwnPriceResolver, PriceListResolver } from "./price-list.resolver.ts";
import { toPriceList } from "./price-list.type.ts";
import { sellerPathOf } from "./price-terms.ts";
import { SellableOfferingsResolver } from "./sellable-offerings.resolver.ts";
import { SellableOfferingEntity } from "./sellable-offering.entity.ts";

export const catalog = {
  entities: [
    OfferingEntity,
    OfferingRequirementEntity,
    PriceEntity,
    CostEntity,
    SellableOfferingEntity,
    PriceListEntity,
    PriceListVersionEntity,
    PriceListBuyerEntity,
  ],
  sql: [new URL("./selling.sql", import.meta.url)],
  resolvers: [
    OfferingResolver,
    OfferingFieldsResolver,
    InventoryRequirementResolver,
    OfferingConnectionResolver,
    TemplateOfferingsResolver,
    SellableOfferingsResolver,
    PriceListResolver,
    OwnPriceResolver,
    ExplainPriceResolver,
    PriceLineResolver,
  ],
  nodes: {
    ofr: {
      permission: "catalog.view",
      async load(context, ids) {
        const rows = await findOfferings(context, ids);
        return new Map([...rows].map(([id, row]) => [id, toOffering(row, sellerPathOf(row, context.viewer.path))]));
      },
    },
    prl: {
      permission: "finance.view",
      async load({ em }, ids) {
        const rows = await em.find(PriceListEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
        return new Map(rows.map((row) => [row.id, toPriceList(row)]));
      },
    },
  },
  orphanedTypes: [EligibilityType],
} satisfies Module;
