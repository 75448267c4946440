import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { ResellerLimits } from "@tierline/shared/reseller-limits.ts";
import type { Permission } from "@tierline/shared/permission.ts";
import { resellerStates } from "@tierline/shared/reseller-state.ts";
import { oneOf, readableDownward, tierRow } from "../kernel/table.ts";

export interface DelegationPresetValue {
  readonly name: string;
  /** Keys of permissions; one that no longer exists gives nothing. */
  readonly permissions: readonly Permission[];
  readonly isDefault: boolean;
  /** Calls at a time that a line of the customer's may have at most; absent or null: as many as its plan allows. */
  readonly simultaneousCalls?: number | null;
}

/** A node of the tier tree. Its path is a prefix of the path of everything below it; the operator is the root. */
export const ResellerEntity = defineEntity({
  name: "Reseller",
  tableName: "reseller",
  ...readableDownward,
  properties: {
    ...tierRow,
    /** Unique in the installation: the label in the tier path. */
    number: p.integer().unique(),
    key: p.text().unique(),
    name: p.text(),
    parent: () => p.manyToOne(ResellerEntity).mapToPk().nullable(),
    state: oneOf("state", resellerStates),
    country: p.text(),
    currency: p.text(),
    timeZone: p.text(),
    locale: p.text(),
    /** What those above let it and all below it do, by keys of permissions; null: everything. */
    delegated: p.array().columnType("text[]").$type<Permission[]>().nullable(),
    /** How much those above let it and all below it have; what is not named is unlimited. */
    limits: p.json<ResellerLimits>().nullable(),
    /** Whether it sells all that those above it offer; else only what it was let (`SellableOffering`). */
    sellsAll: p.boolean().default(true),
    /** Sets of what customers' people may, as the reseller names them; a new customer has the default one, if any. */
    delegationPresets: p.json<DelegationPresetValue[]>().default([]),
    /** The list that hears of critically failed runs (OX2). */
    failureEmails: p.array().columnType("text[]"),
    /** On the root alone: the demo world was planted, whose people need no second factor. Only a new database takes it. */
    isDemo: p.boolean().default(false),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ["path"], name: "reseller_path" },
    { properties: ["path"], name: "reseller_limited_in_sales", where: "not sells_all" },
  ],
});
export type ResellerRow = InferEntity<typeof ResellerEntity>;
