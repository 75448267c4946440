import type { Module } from "../kernel/module-shape.ts";
import { TaxExemptionEntity, TaxRateEntity } from "./tax.entity.ts";
import { TaxExemptionResolver, TaxRateResolver } from "./tax.resolver.ts";

export const taxes = {
  entities: [TaxRateEntity, TaxExemptionEntity],
  resolvers: [TaxRateResolver, TaxExemptionResolver],
} satisfies Module;
