import { defineEntity, p } from "@mikro-orm/core";
import type { Permission } from "@tierline/shared/permission.ts";
import { insideTier, tierRow } from "../kernel/table.ts";
import { CustomerEntity } from "./customer.entity.ts";

/** What a customer's own people may do at most; the path is the customer's. Without a row they may look (shared/delegation.ts). */
export const DelegationEntity = defineEntity({
  name: "Delegation",
  tableName: "delegation",
  ...insideTier,
  properties: {
    ...tierRow,
    customer: () => p.manyToOne(CustomerEntity).mapToPk().unique(),
    /** Keys of permissions; one that no longer exists gives nothing. */
    permissions: p.array().columnType("text[]").$type<Permission[]>(),
  },
});
