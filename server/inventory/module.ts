import { CustodyEntity, ItemEntity, ReservationEntity } from "./item.entity.ts";
import { InventoryTemplateEntity } from "./template.entity.ts";

export const inventory = {
  entities: [InventoryTemplateEntity, ItemEntity, ReservationEntity, CustodyEntity],
  resolvers: [],
};
