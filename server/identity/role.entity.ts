import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Permission } from "@tierline/shared/permission.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { UserEntity } from "./user.entity.ts";

/** A reseller's own bundle of permissions, besides the built-in ones of shared/permission.ts. */
export const RoleEntity = defineEntity({
  name: "Role",
  tableName: "role",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    name: p.text(),
    /** Keys of permissions; one that no longer exists gives nothing. */
    permissions: p.array().columnType("text[]").$type<Permission[]>(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "role_name_in_reseller", properties: ["reseller", "name"] }],
});
export type RoleRow = InferEntity<typeof RoleEntity>;

/** That a person holds a reseller's own role; the path is the person's. */
export const RoleGrantEntity = defineEntity({
  name: "RoleGrant",
  tableName: "role_grant",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    role: () => p.manyToOne(RoleEntity).mapToPk().deleteRule("cascade"),
  },
  uniques: [{ name: "role_grant_once", properties: ["user", "role"] }],
  indexes: [{ name: "role_grant_of_role", properties: ["role"] }],
});

/** That a person is to see this customer and no others but those named likewise; the path is the person's. */
export const NamedCustomerEntity = defineEntity({
  name: "NamedCustomer",
  tableName: "named_customer",
  ...insideTier,
  properties: {
    ...tierRow,
    user: () => p.manyToOne(UserEntity).mapToPk(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk(),
  },
  uniques: [{ name: "named_customer_once", properties: ["user", "customer"] }],
  indexes: [{ name: "named_customer_of_customer", properties: ["customer"] }],
});
