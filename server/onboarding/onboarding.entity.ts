import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import {
  businessTypes,
  onboardingStates,
  onboardingSteps,
  platformKeys,
  type OnboardingDraft,
  type OnboardingStep,
} from "@tierline/shared/onboarding.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** How far a new customer has been taken, and what was typed for the steps to come. It lies with the reseller, and once there is a customer with that. */
export const OnboardingEntity = defineEntity({
  name: "Onboarding",
  tableName: "onboarding",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    /** Null until the first step is taken. */
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable().deleteRule("no action"),
    platform: oneOf("platform", platformKeys),
    step: oneOf("step", onboardingSteps),
    /** As it was typed, without secrets. */
    draft: p.json<OnboardingDraft>(),
    /** What of it has had its effect. */
    taken: p.json<OnboardingDraft>(),
    takenSteps: p
      .array()
      .columnType("text[]")
      .$type<OnboardingStep[]>()
      .check(`taken_steps <@ array[${onboardingSteps.map((step) => `'${step}'`).join(", ")}]::text[]`),
    state: oneOf("state", onboardingStates),
    /** Counted, and nothing else (M4). */
    businessType: oneOf("business_type", businessTypes).nullable(),
    startedById: p.uuid(),
    startedBy: p.text(),
    startedAt: p.datetime(),
    savedBy: p.text(),
    savedAt: p.datetime(),
    /** Null once there is a customer. */
    expiresAt: p.datetime().nullable(),
    version: p.integer(),
  },
  uniques: [{ name: "onboarding_once", properties: ["customer"] }],
  indexes: [
    { name: "onboarding_path", properties: ["path", "id"] },
    { name: "onboarding_expiring", properties: ["expiresAt"], where: "expires_at is not null" },
  ],
});
export type OnboardingRow = InferEntity<typeof OnboardingEntity>;
