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
    /** Calls at a time that a line of the customer's may have at most; null: nobody has said. */
    simultaneousCalls: p.integer().nullable().check("simultaneous_calls >= 1 and simultaneous_calls <= 1000"),
  },
});
