import { askedAmounts, exchanged, type OfferingPriceRule } from "@tierline/shared/offering-price.ts";
import { parseRate } from "@tierline/shared/rate.ts";
import { ancestorsOf, isWithin } from "@tierline/shared/tier-path.ts";
import { asSystem, inTier, type Context, type Transaction } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { priceListsInForce, type ListFor, type PriceListInForce } from "./price-list-in-force.ts";
import {
  costTermsByListing,
  listingKey,
  marginOf,
  priceTermsByListing,
  type Amounts,
  type Listing,
  type MarginTerms,
  type PriceTerms,
} from "./price-terms.ts";

/** One edge on an offering's way: a seller, and who buys from it. */
export interface OfferingLink {
  readonly seller: ResellerRow;
  /** The reseller right below; null for the seller's customers. */
  readonly buyer: ResellerRow | null;
  /** What the seller pays, in the currency in which it pays; null where nobody has said it. */
  readonly bought: Amounts | null;
  /** The same in the currency in which it sells; null where nothing says how they compare. */
  readonly pays: Amounts | null;
  /** Whether a price list of the reseller above says what is paid, or what the seller has noted itself. */
  readonly paysBy: "LIST" | "COST" | null;
  /** What the buyer is charged; null where nothing was agreed, which is charged to nobody. */
  readonly asks: Amounts | null;
  readonly currency: string;
  readonly rule: OfferingPriceRule | null;
  /** By which the seller asks; null where customers pay the offering's own price. */
  readonly list: PriceListInForce | null;
  /** Of the reseller whose price customers pay: the seller, or the nearest above that has one. Null for a list's. */
  readonly retailPath: string | null;
  readonly margin: MarginTerms | null;
}

/**
 * What everybody on an offering's way pays and asks at a time, from who made it down to who sells it to customers. Read as the
 * system: what it finds above the viewer may be reckoned with and is never answered. Empty for what that reseller cannot sell.
 */
export async function offeringChain(
  context: Context,
  { offeringId, sellerPath, at }: Listing & { readonly at: Date },
): Promise<readonly OfferingLink[]> {
  return (await offeringChains(context, [{ offeringId, sellerPath }], at)).get(listingKey({ offeringId, sellerPath }))!; // of each listing
}

/** The same of many, by `listingKey`: as many statements as for one. */
export function offeringChains(
  context: Context,
  listings: readonly Listing[],
  at: Date,
): Promise<Map<string, readonly OfferingLink[]>> {
  return readAsSystem(context, (system) => chainsAsSystem(system, listings, at));
}

/** A verb has its connection already: one that waited for a second could wait for ever, and would not see what it has written. */
export function readAsSystem<T>(context: Context, read: (system: Context) => Promise<T>): Promise<T> {
  return isTransaction(context) ? asSystem(context, () => read(context)) : read(inTier(context, rootPath));
}

function isTransaction(context: Context): context is Transaction {
  return context.em.isInTransaction();
}

/** The same for who reads as the system already. */
export async function chainsAsSystem(
  system: Context,
  listings: readonly Listing[],
  at: Date,
): Promise<Map<string, readonly OfferingLink[]>> {
  if (listings.length === 0) return new Map();
  const facts = await factsOf(system, listings, at);
  return new Map(listings.map((listing) => [listingKey(listing), linksOf(facts, listing)]));
}

interface Facts {
  readonly owners: ReadonlyMap<string, string>;
  readonly resellers: ReadonlyMap<string, ResellerRow>;
  readonly costs: ReadonlyMap<string, PriceTerms>;
  readonly prices: ReadonlyMap<string, PriceTerms>;
  readonly listFor: ListFor;
}

async function factsOf(system: Context, listings: readonly Listing[], at: Date): Promise<Facts> {
  const { em } = system;
  const offeringIds = [...new Set(listings.map(({ offeringId }) => offeringId))];
  const paths = [...new Set(listings.flatMap(({ sellerPath }) => ancestorsOf(sellerPath)))];
  const owners = await em.execute<{ id: string; path: string }[]>("select id, path from offering where id in (?)", [
    offeringIds,
  ]);
  const resellers = mapped(
    em,
    ResellerEntity,
    await em.execute<object[]>("select * from reseller where path in (?)", [paths]),
  );
  const ownerOf = new Map(owners.map(({ id, path }) => [id, path]));
  const places = listings.flatMap(({ offeringId, sellerPath }) =>
    wayOf(ownerOf.get(offeringId), sellerPath).map((path) => ({ offeringId, sellerPath: path })),
  );
  return {
    owners: ownerOf,
    resellers: new Map(resellers.map((row) => [row.path, row])),
    costs: await costTermsByListing(system, places),
    prices: await priceTermsByListing(system, listings),
    listFor: await priceListsInForce(system, paths, offeringIds, at),
  };
}

/** Paths from who made an offering down to who sells it. */
function wayOf(owner: string | undefined, sellerPath: string): string[] {
  if (owner === undefined || !isWithin(sellerPath, owner)) return [];
  return ancestorsOf(sellerPath).filter((path) => isWithin(path, owner));
}

function linksOf(facts: Facts, { offeringId, sellerPath }: Listing): readonly OfferingLink[] {
  const way = wayOf(facts.owners.get(offeringId), sellerPath);
  const links: OfferingLink[] = [];
  for (const [index, path] of way.entries()) {
    const seller = facts.resellers.get(path);
    if (seller === undefined) return [];
    const buyer = facts.resellers.get(way[index + 1] ?? "") ?? null;
    const above = links.at(-1)?.asks ?? null;
    const noted = facts.costs.get(listingKey({ offeringId, sellerPath: path })) ?? null;
    const paid: Paid = { amounts: above ?? noted, by: above !== null ? "LIST" : noted !== null ? "COST" : null };
    const retail = facts.prices.get(listingKey({ offeringId, sellerPath })) ?? null;
    const list = facts.listFor(path, buyer?.id ?? null);
    const listed = listedLink({ seller, buyer }, paid, list, offeringId);
    // A list for customers that cannot reckon an offering leaves it at its own price.
    links.push(buyer === null && listed.asks === null ? retailLink(seller, paid, retail) : listed);
  }
  return links;
}

interface Paid {
  readonly amounts: Amounts | null;
  readonly by: OfferingLink["paysBy"];
}

function retailLink(seller: ResellerRow, { amounts, by }: Paid, retail: PriceTerms | null): OfferingLink {
  const currency = retail?.currency ?? seller.currency;
  const pays = amounts === null ? null : exchanged(amounts, null, currency);
  return {
    seller,
    buyer: null,
    bought: amounts,
    pays,
    paysBy: by,
    asks: retail,
    currency,
    rule: retail === null ? null : "RETAIL",
    list: null,
    retailPath: retail?.path ?? null,
    margin: pays === null || retail === null ? null : marginOf(retail, pays),
  };
}

function listedLink(
  { seller, buyer }: Pick<OfferingLink, "seller" | "buyer">,
  { amounts, by }: Paid,
  list: PriceListInForce | null,
  offeringId: string,
): OfferingLink {
  const currency = list?.currency ?? seller.currency;
  const pays = amounts === null ? null : exchanged(amounts, list?.exchangeRate ?? null, currency);
  const own = list?.ownPrices.get(offeringId) ?? null;
  const asked = list === null ? null : askedAmounts(amounts, own, list, currency);
  const asks = asked?.amounts ?? null;
  return {
    seller,
    buyer,
    bought: amounts,
    pays,
    paysBy: by,
    asks,
    currency,
    rule: asked?.rule ?? null,
    list,
    retailPath: null,
    margin: pays === null || asks === null ? null : marginOf(asks, pays),
  };
}

/** What a reseller pays for each of these offerings at a time, in the currency in which its list asks; by the offering's UUID. */
export async function boughtAt(
  context: Context,
  listings: readonly Listing[],
  { currency, exchangeRate }: { readonly currency: string; readonly exchangeRate: string | null },
  at: Date,
): Promise<Map<string, Amounts>> {
  const chains = await offeringChains(context, listings, at);
  const rate = exchangeRate === null ? null : parseRate(exchangeRate);
  return new Map(
    listings.flatMap((listing) => {
      const bought = chains.get(listingKey(listing))?.at(-1)?.bought ?? null;
      const paid = bought === null ? null : exchanged(bought, rate, currency);
      return paid === null ? [] : [[listing.offeringId, paid] as const];
    }),
  );
}
