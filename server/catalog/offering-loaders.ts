import type { Context, RequestContext } from "../kernel/context.ts";
import { signedIn } from "../kernel/context.ts";
import { listLoader, loader } from "../kernel/loaders.ts";
import { availableByStock } from "../inventory/inventory-loaders.ts";
import { stockKey } from "../inventory/availability.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { may } from "../kernel/requires.ts";
import type { RequirementStock } from "./eligibility.ts";
import type { OfferingRequirementRow, OfferingRow } from "./offering.entity.ts";
import { findOfferings, findRequirements } from "./offering.ts";
import { toOffering, type OfferingType } from "./offering.type.ts";
import {
  costTermsByListing,
  listingKey,
  listingOfKey,
  priceTermsByListing,
  sellerPathOf,
  type PriceTerms,
} from "./price-terms.ts";

export const offeringRowById = loader<string, OfferingRow>(findOfferings);

export const requirementsOf = listLoader<string, OfferingRequirementRow>(findRequirements);

/** By `listingKey`. */
export const priceByListing = loader<string, PriceTerms>((context, keys) =>
  priceTermsByListing(context, keys.map(listingOfKey)),
);

/** By `listingKey`; for those who may see cost. */
export const costByListing = loader<string, PriceTerms>((context, keys) =>
  costTermsByListing(context, keys.map(listingOfKey)),
);

/** Whether the viewer's tiers have the playbook, with a version to run. */
export const playbookExists = loader<string, true>(async ({ em }: Context, ids) => {
  const rows = await em.execute<{ id: string }[]>("select id from playbook where latest_version > 0 and id in (?)", [
    [...ids],
  ]);
  return new Map(rows.map((row) => [row.id, true]));
});

/**
 * The offering as the reseller of a tier path (its own or a customer's) sells it, for whatever refers to one: an order, a service.
 * Null when it does not exist for the viewer.
 */
export async function offeringAt(context: RequestContext, id: string, tierPath: string): Promise<OfferingType | null> {
  const row = await offeringRowById(context).load(id);
  return row === null ? null : toOffering(row, sellerPathOf(row, resellerPathOf(tierPath)));
}

export function listingKeyOf({ row, sellerPath }: OfferingType): string {
  return listingKey({ offeringId: row.id, sellerPath });
}

/** What an offering requires and how much of it the viewer can pick; null for who may not see the stock. */
export async function stockOf(
  context: RequestContext,
  { row, sellerPath }: OfferingType,
): Promise<RequirementStock[] | null> {
  if (!may({ viewer: signedIn(context).viewer }, "inventory.view")) return null;
  const requirements = await requirementsOf(context).load(row.id);
  return Promise.all(
    requirements.map(async ({ template: templateId, label, isRequired }) => {
      const available = (await availableByStock(context).load(stockKey({ templateId, path: sellerPath }))) ?? 0;
      return { label, isRequired, available };
    }),
  );
}
