import { keptOfferingOf } from "./kept-offerings.ts";
import { invariant } from "../kernel/rejection.ts";
import type { Context, RequestContext } from "../kernel/context.ts";
import { signedIn } from "../kernel/context.ts";
import { listLoader, loader } from "../kernel/loaders.ts";
import { availableByStock } from "../inventory/inventory-loaders.ts";
import { stockKey } from "../inventory/availability.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { may } from "../kernel/requires.ts";
import type { RequirementStock } from "@tierline/shared/eligibility.ts";
import type { OfferingRequirementRow, OfferingRow } from "./offering.entity.ts";
import { findOfferings, findRequirements } from "./offering.ts";
import { offeringChains } from "./offering-chain.ts";
import { toOffering, type OfferingType } from "./offering.type.ts";
import {
  listingKey,
  listingOfKey,
  priceTermsByListing,
  sellerPathOf,
  type Amounts,
  type PriceTerms,
} from "./price-terms.ts";
import { retailPrices } from "./retail-prices.ts";

export const requirementsOf = listLoader<string, OfferingRequirementRow>(findRequirements);

/** What customers pay where no list says otherwise; by `listingKey`. */
export const ownPriceByListing = loader<string, PriceTerms>((context, keys) =>
  priceTermsByListing(context, keys.map(listingOfKey)),
);

/** By `listingKey`. */
export const priceByListing = loader<string, PriceTerms>((context, keys) =>
  retailPrices(context, keys.map(listingOfKey)),
);

/** What each seller pays, by `listingKey`; for those who may see cost. What the reseller above asks goes before what was noted. */
export const costByListing = loader<string, Amounts>(async (context, keys) => {
  const chains = await offeringChains(context, keys.map(listingOfKey), context.clock.now());
  const bought = [...chains].map(([key, links]) => [key, links.at(-1)?.bought ?? null] as const);
  return new Map(bought.flatMap(([key, amounts]) => (amounts === null ? [] : [[key, amounts] as const])));
});

export const offeringById = loader<string, OfferingRow>(findOfferings);

/** Whether the viewer's tiers have the playbook, with a version to run. */
export const playbookExists = loader<string, true>(async ({ em }: Context, ids) => {
  const rows = await em.execute<{ id: string }[]>("select id from playbook where latest_version > 0 and id in (?)", [
    [...ids],
  ]);
  return new Map(rows.map((row) => [row.id, true]));
});

/** By `listingKey`: made once, however many services refer to it. */
const offeringByListing = loader<string, OfferingType>(async (context, keys) => {
  const listings = keys.map((key) => ({ key, ...listingOfKey(key) }));
  const rows = await findOfferings(context, [...new Set(listings.map(({ offeringId }) => offeringId))]);
  const found = new Map<string, OfferingType>();
  for (const { key, offeringId, sellerPath } of listings) {
    const row = rows.get(offeringId);
    if (row !== undefined) found.set(key, toOffering(row, sellerPathOf(row, sellerPath)));
  }
  return found;
});

/** A service, an add-on or an order: what was ordered as something. */
export interface OfferingHolder {
  readonly id: string;
  readonly offering: string;
  /** Its reseller's path or its customer's. */
  readonly path: string;
}

/** What it was ordered as, at its reseller's price; there for whoever sees it, even if it may not be sold any more. */
export async function offeringOf(context: RequestContext, holder: OfferingHolder): Promise<OfferingType> {
  const { id, offering: offeringId } = holder;
  const sellerPath = resellerPathOf(holder.path);
  const sold = await offeringByListing(context).load(listingKey({ offeringId, sellerPath }));
  if (sold !== null) return sold;
  const kept = await keptOfferingOf(context).load(`${offeringId}/${id}`);
  invariant(kept !== null, "what something was ordered as can be read wherever it can be");
  return toOffering(kept, sellerPathOf(kept, sellerPath));
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
