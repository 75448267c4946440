import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { identifierKinds, releasePolicies } from "@tierline/shared/kinds.ts";
import { oneOf, readableDownward, tierRow } from "../kernel/table.ts";

/** A sort of stock (SIM card, number, modem). The key never changes; the label may, and nothing depends on it (O17). */
export const InventoryTemplateEntity = defineEntity({
  name: "InventoryTemplate",
  tableName: "inventory_template",
  ...readableDownward,
  properties: {
    ...tierRow,
    key: p.text(),
    label: p.text(),
    identifierKind: oneOf("identifier_kind", identifierKinds),
    releasePolicy: oneOf("release_policy", releasePolicies),
    quarantineDays: p.integer(),
    checksLuhn: p.boolean(),
    lowStockThreshold: p.integer(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "inventory_template_key", properties: ["path", "key"] }],
});
export type InventoryTemplateRow = InferEntity<typeof InventoryTemplateEntity>;
