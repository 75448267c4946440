import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { suspensionPolicies } from "@tierline/shared/charge.ts";
import {
  customerKinds,
  offeringKinds,
  priceKinds,
  serviceTypes,
  type CustomFieldKind,
  type CustomerKind,
} from "@tierline/shared/kinds.ts";
import type { PackageTerms } from "@tierline/shared/package.ts";
import { InventoryTemplateEntity } from "../inventory/template.entity.ts";
import { insideTier, myTiers, oneOf, readableDownward, readableDownwardWhere, tierRow } from "../kernel/table.ts";
import { PlaybookEntity } from "../provisioning/playbook.entity.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

export interface CustomFieldValue {
  key: string;
  label: string;
  kind: CustomFieldKind;
  isRequired: boolean;
  choices: string[];
  maxLength: number | null;
}

/**
 * U24, in SQL: whether an offering of a tier above comes down to the last of `tiers` (an array of paths, from the root on), which
 * it does when every reseller below its owner sells all or was let this one. The limited ones are found once a statement, and
 * each offering costs one look at the index of what was let; where nobody on the way is limited it costs nothing.
 */
export function isLetThrough(offering: string, tiers: string): string {
  const limited = `array(select limited.path from reseller limited where limited.path = any(${tiers}) and not limited.sells_all)`;
  return `case when cardinality(${limited}) = 0 then true else
    (select count(*) from unnest(${limited}) below(path) where below.path > ${offering}.path) =
    (select count(*) from sellable_offering let where let.offering_id = ${offering}.id and let.path > ${offering}.path and let.path = any(${limited}))
    end`;
}

/**
 * What the catalog sells. The path is that of the reseller who made it; tiers below may read it and sell it on, as far as it is let
 * through to them (U24).
 */
export const OfferingEntity = defineEntity({
  name: "Offering",
  tableName: "offering",
  ...readableDownwardWhere(isLetThrough("offering", myTiers)),
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    slug: p.text(),
    name: p.text(),
    description: p.text(),
    kind: oneOf("kind", offeringKinds),
    serviceType: oneOf("service_type", serviceTypes),
    segments: p
      .array()
      .columnType("text[]")
      .$type<CustomerKind[]>()
      .check(`segments <@ array[${customerKinds.map((kind) => `'${kind}'`).join(", ")}]::text[]`),
    isEnabled: p.boolean(),
    icon: p.text(),
    facts: p.array().columnType("text[]"),
    billingIntervalMonths: p.integer(),
    contractTermMonths: p.integer(),
    whileSuspended: oneOf("while_suspended", suspensionPolicies).default("STOP_BILLING"),
    customFields: p.json<CustomFieldValue[]>(),
    /** Calls at a time that a line of it may have at most; null: it does not say. */
    simultaneousCalls: p.integer().nullable().check("simultaneous_calls >= 1 and simultaneous_calls <= 1000"),
    /** Of what people work together with (COLLABORATION): which package or add-on it is; null for all else. */
    packageTerms: p.json<PackageTerms>().nullable(),
    playbook: () => p.manyToOne(PlaybookEntity).mapToPk(),
    needsSite: p.boolean(),
    needsInstallation: p.boolean(),
    /** Countries it may be sold in; empty means all. */
    countries: p.array().columnType("text[]"),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "offering_slug", properties: ["reseller", "slug"] }],
  indexes: [
    { name: "offering_path", properties: ["path", "kind", "name"] },
    {
      name: "offering_by_package",
      expression: `create index "offering_by_package" on "offering" ((package_terms ->> 'key'), "path") where package_terms is not null`,
    },
  ],
});
export type OfferingRow = InferEntity<typeof OfferingEntity>;

/** What an offering needs from stock: one item of a template in a named slot. A foreign key, so that renaming breaks nothing. */
export const OfferingRequirementEntity = defineEntity({
  name: "OfferingRequirement",
  tableName: "offering_requirement",
  ...readableDownward,
  properties: {
    ...tierRow,
    offering: () => p.manyToOne(OfferingEntity).mapToPk().deleteRule("cascade"),
    template: () => p.manyToOne(InventoryTemplateEntity).mapToPk().deleteRule("no action"),
    slot: p.text(),
    label: p.text(),
    isRequired: p.boolean(),
    position: p.integer(),
  },
  uniques: [{ name: "offering_requirement_slot", properties: ["offering", "slot"] }],
});
export type OfferingRequirementRow = InferEntity<typeof OfferingRequirementEntity>;

/**
 * A price belongs to its seller's tier (retail: buyer empty) or to the edge between two tiers. The path is the seller's for a
 * retail price, so its customers may read it; a cost is a row at the buyer's own path that nobody below can read.
 */
export const PriceEntity = defineEntity({
  name: "Price",
  tableName: "price",
  ...readableDownward,
  properties: {
    ...tierRow,
    offering: () => p.manyToOne(OfferingEntity).mapToPk().deleteRule("cascade"),
    kind: oneOf("kind", priceKinds),
    amountMicros: p.bigint(),
    currency: p.text(),
    version: p.integer().version(),
  },
  uniques: [{ name: "price_per_seller", properties: ["path", "offering", "kind"] }],
});
export type PriceRow = InferEntity<typeof PriceEntity>;

/** What the tier itself pays for the offering. Never readable below: see the policy. */
export const CostEntity = defineEntity({
  name: "Cost",
  tableName: "cost",
  ...insideTier,
  properties: {
    ...tierRow,
    offering: () => p.manyToOne(OfferingEntity).mapToPk().deleteRule("cascade"),
    kind: oneOf("kind", priceKinds),
    amountMicros: p.bigint(),
    currency: p.text(),
    version: p.integer().version(),
  },
  uniques: [{ name: "cost_per_tier", properties: ["path", "offering", "kind"] }],
});
export type CostRow = InferEntity<typeof CostEntity>;
