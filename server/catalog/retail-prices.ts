import { amountKeys } from "@tierline/shared/offering-price.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { chainsAsSystem, readAsSystem, type OfferingLink } from "./offering-chain.ts";
import { listingKey, priceTermsByListing, type Listing, type PriceTerms } from "./price-terms.ts";

/**
 * What customers pay for each listing now, by `listingKey`: by the list that the seller has for its customers, else the seller's own
 * price or that of the nearest above. Lists are no customer's to read, and only what they ask is answered.
 */
export async function retailPrices(context: Context, listings: readonly Listing[]): Promise<Map<string, PriceTerms>> {
  const prices = await priceTermsByListing(context, listings);
  const at = context.clock.now();
  const chains = await readAsSystem(context, (system) => listedChains(system, listings, at));
  for (const [key, links] of chains) {
    const terms = listedTerms(links.at(-1));
    if (terms !== null) prices.set(key, terms);
  }
  return prices;
}

/** The same of one, at which the reseller of a tier path (its own, or one of its customers') sells it. */
export async function retailPriceOf(
  context: Context,
  offeringId: string,
  tierPath: string,
): Promise<PriceTerms | null> {
  const listing = { offeringId, sellerPath: resellerPathOf(tierPath) };
  return (await retailPrices(context, [listing])).get(listingKey(listing)) ?? null;
}

/** Of sellers with a list for their customers; most have none, which one statement tells. */
async function listedChains(
  system: Context,
  listings: readonly Listing[],
  at: Date,
): Promise<Map<string, readonly OfferingLink[]>> {
  if (listings.length === 0) return new Map();
  const rows = await system.em.execute<{ path: string }[]>(
    "select distinct path from price_list_buyer where for_customers and path in (?) and effective_from <= ?",
    [[...new Set(listings.map(({ sellerPath }) => sellerPath))], at],
  );
  const sellers = new Set(rows.map(({ path }) => path));
  return chainsAsSystem(
    system,
    listings.filter(({ sellerPath }) => sellers.has(sellerPath)),
    at,
  );
}

function listedTerms(link: OfferingLink | undefined): PriceTerms | null {
  if (link === undefined || link.list === null || link.asks === null) return null;
  const { asks, currency, list, seller } = link;
  const amounts = amountKeys.map((key) => asks[key]?.micros ?? "-");
  return {
    ...asks,
    currency,
    path: seller.path,
    version: `${seller.path}${currency} ${list.versionId} ${amounts.join(" ")}`,
  };
}
