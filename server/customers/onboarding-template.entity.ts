import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { authentications } from "@tierline/shared/onboarding-template.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** What a reseller's new customers begin with (CX13). Its id is the provisioning id by which they are created. */
export const OnboardingTemplateEntity = defineEntity({
  name: "OnboardingTemplate",
  tableName: "onboarding_template",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    name: p.text(),
    /** That of its last version. */
    version: p.integer(),
  },
  uniques: [{ name: "onboarding_template_name", properties: ["reseller", "name"] }],
  indexes: [{ name: "onboarding_template_path", properties: ["path"] }],
});
export type OnboardingTemplateRow = InferEntity<typeof OnboardingTemplateEntity>;

/** What a template said from one change to the next: a customer keeps the version that it was created by. */
export const TemplateVersionEntity = defineEntity({
  name: "TemplateVersion",
  tableName: "onboarding_template_version",
  ...insideTier,
  properties: {
    ...tierRow,
    template: () => p.manyToOne(OnboardingTemplateEntity).mapToPk(),
    number: p.integer(),
    country: p.text(),
    language: p.text(),
    /** Offerings by their keys, which a customer may be given. */
    packages: p.array().columnType("text[]"),
    pstnVendor: p.text().nullable(),
    authentication: oneOf("authentication", authentications),
    authenticationNote: p.text().nullable(),
    settings: p.json<{ key: string; value: string }[]>(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: "onboarding_template_version_once", properties: ["template", "number"] }],
});
export type TemplateVersionRow = InferEntity<typeof TemplateVersionEntity>;
