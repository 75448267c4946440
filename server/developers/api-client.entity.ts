import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Scope } from "@tierline/shared/scope.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { insideTier, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** A third party's program. Its user is what stands in audit rows and orders; the path is that of the reseller or customer it sees. */
export const ApiClientEntity = defineEntity({
  name: "ApiClient",
  tableName: "api_client",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Of kind PROGRAM, bearing the program's name. */
    user: () => p.manyToOne(UserEntity).mapToPk().unique(),
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    /** Set for a program that sees one customer. */
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable().deleteRule("restrict"),
    /** Whoever gave it its scopes: it never may what they may not. */
    maker: () => p.manyToOne(UserEntity).mapToPk(),
    scopes: p.array().columnType("text[]").$type<Scope[]>(),
    /** Addresses and networks that it may ask from; none means from anywhere. */
    ipList: p.array().columnType("text[]").$type<string[]>(),
    requestsPerMinute: p.integer(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [{ name: "api_client_of_tier", properties: ["path", "id"] }],
});
export type ApiClientRow = InferEntity<typeof ApiClientEntity>;

/** What a program proves itself with; several at once while one takes over from another. */
export const ApiKeyEntity = defineEntity({
  name: "ApiKey",
  tableName: "api_key",
  ...insideTier,
  properties: {
    ...tierRow,
    client: () => p.manyToOne(ApiClientEntity).mapToPk(),
    /** Its public beginning, by which it is recognised in lists and by who finds it where it should not be. */
    prefix: p.text().unique(),
    tokenHash: p.text().unique(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
  indexes: [{ name: "api_key_of_client", properties: ["client", "id"] }],
});
export type ApiKeyRow = InferEntity<typeof ApiKeyEntity>;
