import type { EntityManager } from "@mikro-orm/postgresql";
import type { SuspensionPolicy } from "@tierline/shared/charge.ts";
import { newId } from "@tierline/shared/id.ts";
import type { CustomerKind, OfferingKind, ServiceType } from "@tierline/shared/kinds.ts";
import type { PackageTerms } from "@tierline/shared/package.ts";
import { amountFields } from "./check-offering.ts";
import {
  CostEntity,
  OfferingEntity,
  OfferingRequirementEntity,
  PriceEntity,
  type CustomFieldValue,
} from "./offering.entity.ts";
import type { Amounts } from "./price-terms.ts";

export interface NewRequirement {
  readonly id?: string;
  readonly templateId: string;
  readonly slot: string;
  /** Empty: the template's. */
  readonly label: string;
  readonly isRequired: boolean;
}

/** What one tier asks for the offering, and what it pays for it itself. */
export interface NewSellerPrices {
  readonly path: string;
  readonly retail: Amounts;
  readonly wholesale: Amounts;
}

/** A row as it shall stand, with its requirements and prices. */
export interface NewOffering {
  readonly id: string;
  readonly resellerId: string;
  readonly path: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly kind: OfferingKind;
  readonly serviceType: ServiceType;
  readonly segments: readonly CustomerKind[];
  readonly isEnabled: boolean;
  readonly icon: string;
  readonly facts: readonly string[];
  readonly billingIntervalMonths: number;
  readonly contractTermMonths: number;
  readonly whileSuspended?: SuspensionPolicy;
  readonly customFields: readonly (Omit<CustomFieldValue, "choices"> & { readonly choices: readonly string[] })[];
  readonly playbookId: string;
  readonly needsSite: boolean;
  readonly needsInstallation: boolean;
  readonly simultaneousCalls?: number | null;
  readonly packageTerms?: PackageTerms | null;
  readonly countries: readonly string[];
  readonly createdAt: Date;
  readonly requirements: readonly NewRequirement[];
  readonly prices: readonly NewSellerPrices[];
}

/** Adds offerings unchecked and without audit: for a demo world, a test or an import that has checked them. */
export async function insertOfferings(em: EntityManager, offerings: readonly NewOffering[]): Promise<void> {
  if (offerings.length === 0) return;
  await em.insertMany(OfferingEntity, offerings.map(rowOf));
  const requirements = offerings.flatMap(requirementsOf);
  if (requirements.length > 0) await em.insertMany(OfferingRequirementEntity, requirements);
  const prices = offerings.flatMap((offering) => amountsOf(offering, "retail"));
  if (prices.length > 0) await em.insertMany(PriceEntity, prices);
  const costs = offerings.flatMap((offering) => amountsOf(offering, "wholesale"));
  if (costs.length > 0) await em.insertMany(CostEntity, costs);
}

function rowOf({ resellerId, playbookId, requirements: _requirements, prices: _prices, ...row }: NewOffering) {
  return {
    ...row,
    whileSuspended: row.whileSuspended ?? "STOP_BILLING",
    packageTerms: row.packageTerms ?? null,
    reseller: resellerId,
    playbook: playbookId,
    segments: [...row.segments],
    facts: [...row.facts],
    countries: [...row.countries],
    customFields: row.customFields.map((field) => ({ ...field, choices: [...field.choices] })),
    version: 1,
  };
}

function requirementsOf({ id: offering, path, createdAt, requirements }: NewOffering) {
  return requirements.map(({ id, templateId, slot, label, isRequired }, position) => ({
    id: id ?? newId(createdAt.getTime()),
    path,
    offering,
    template: templateId,
    slot,
    label,
    isRequired,
    position,
  }));
}

function amountsOf({ id: offering, createdAt, prices }: NewOffering, side: "retail" | "wholesale") {
  return prices.flatMap((seller) =>
    amountFields.flatMap(([kind, field]) => {
      const amount = seller[side][field];
      if (amount === null) return [];
      const { path } = seller;
      return [
        {
          id: newId(createdAt.getTime()),
          path,
          offering,
          kind,
          amountMicros: amount.micros,
          currency: amount.currency,
          version: 1,
        },
      ];
    }),
  );
}
