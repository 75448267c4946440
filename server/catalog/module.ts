import { CostEntity, OfferingEntity, OfferingRequirementEntity, PriceEntity } from "./offering.entity.ts";

export const catalog = {
  entities: [OfferingEntity, OfferingRequirementEntity, PriceEntity, CostEntity],
  resolvers: [],
};
