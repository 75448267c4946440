import { priceKinds, type PriceKind } from "@tierline/shared/kinds.ts";
import { money, ratioPercent, subtractMoney } from "@tierline/shared/money.ts";
import type { OfferingAmounts } from "@tierline/shared/offering-price.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";

export type Amounts = OfferingAmounts;

export interface PriceTerms extends Amounts {
  readonly currency: string;
  /** Tier whose price it is: the seller's own, or the nearest above that has one. */
  readonly path: string;
  /** Another text as soon as any amount, its currency or its owner is another; part of a quote's fingerprint. */
  readonly version: string;
}

/** One offering as one tier sells it. */
export interface Listing {
  readonly offeringId: string;
  /** Tier path of the seller. */
  readonly sellerPath: string;
}

export function listingKey({ offeringId, sellerPath }: Listing): string {
  return `${offeringId} ${sellerPath}`;
}

export function listingOfKey(key: string): Listing {
  const [offeringId = "", sellerPath = ""] = key.split(" ");
  return { offeringId, sellerPath };
}

/** Who sells it to the viewer's customers: the viewer's tier, or the tier below that made the offering. */
export function sellerPathOf(offering: { readonly path: string }, viewerPath: string): string {
  const own = resellerPathOf(viewerPath);
  return offering.path.length > own.length ? offering.path : own;
}

interface Row {
  readonly offeringId: string;
  readonly sellerPath: string;
  readonly path: string;
  readonly kind: PriceKind;
  readonly micros: string;
  readonly currency: string;
  readonly version: number;
}

const listingsSql = `json_to_recordset(?::json) as t("offeringId" uuid, "sellerPath" text)`;
const columns = `t."offeringId", t."sellerPath", p.path, p.kind, p.amount_micros as micros, p.currency, p.version`;

/** What each listing costs whoever buys it there; by `listingKey`, missing where nobody has set a price. One statement. */
export async function priceTermsByListing(
  { em }: Pick<Context, "em">,
  listings: readonly Listing[],
): Promise<Map<string, PriceTerms>> {
  if (listings.length === 0) return new Map();
  const rows = await em.execute<Row[]>(
    `select ${columns} from ${listingsSql}
     join price p on p.offering_id = t."offeringId" and starts_with(t."sellerPath", p.path)`,
    [JSON.stringify(listings)],
  );
  return termsByListing(rows);
}

/** What each listing costs its seller. Rows of the seller's own tier only: what a tier above pays is never read here. */
export async function costTermsByListing(
  { em }: Pick<Context, "em">,
  listings: readonly Listing[],
): Promise<Map<string, PriceTerms>> {
  if (listings.length === 0) return new Map();
  const rows = await em.execute<Row[]>(
    `select ${columns} from ${listingsSql} join cost p on p.offering_id = t."offeringId" and p.path = t."sellerPath"`,
    [JSON.stringify(listings)],
  );
  return termsByListing(rows);
}

/** The price at which the reseller of a tier path (its own, or one of its customers') sells an offering. */
export async function priceTermsOf(
  context: Pick<Context, "em">,
  offeringId: string,
  tierPath: string,
): Promise<PriceTerms | null> {
  const listing = { offeringId, sellerPath: resellerPathOf(tierPath) };
  return (await priceTermsByListing(context, [listing])).get(listingKey(listing)) ?? null;
}

function termsByListing(rows: readonly Row[]): Map<string, PriceTerms> {
  return new Map([...Map.groupBy(rows, listingKey)].map(([key, group]) => [key, termsOf(group)]));
}

/** The nearest tier's prices as a whole: prices of two tiers are never mixed, they may differ in currency. */
function termsOf(rows: readonly Row[]): PriceTerms {
  const path = rows.reduce((nearest, row) => (row.path.length > nearest.length ? row.path : nearest), "");
  const own = rows.filter((row) => row.path === path);
  const currency = own[0]?.currency ?? "";
  const amountOf = (kind: PriceKind) => {
    const row = own.find((each) => each.kind === kind);
    return row === undefined ? null : money(BigInt(row.micros), row.currency);
  };
  const versions = priceKinds.map((kind) => {
    const row = own.find((each) => each.kind === kind);
    return row === undefined ? "-" : `${row.micros}@${row.version}`;
  });
  return {
    setup: amountOf("SETUP"),
    recurring: amountOf("RECURRING"),
    oneOff: amountOf("ONE_OFF"),
    currency,
    path,
    version: `${path}${currency} ${versions.join(" ")}`,
  };
}

export interface MarginTerms extends Amounts {
  /** Of the recurring price, with two places; null without one. */
  readonly recurringPercent: string | null;
}

/** What is left to the seller; of two currencies nothing can be said (OX1). */
export function marginOf(price: Amounts | null, cost: Amounts | null): MarginTerms | null {
  if (price === null || cost === null || currencyOf(price) !== currencyOf(cost)) return null;
  const left = (kind: keyof Amounts) => {
    const [asked, paid] = [price[kind], cost[kind]];
    return asked === null || paid === null ? null : subtractMoney(asked, paid);
  };
  const recurring = left("recurring");
  const recurringPercent =
    recurring === null || price.recurring === null ? null : ratioPercent(recurring, price.recurring);
  return { setup: left("setup"), recurring, oneOff: left("oneOff"), recurringPercent };
}

/** Of the one that there is first; null where there is none. */
function currencyOf({ setup, recurring, oneOff }: Amounts): string | null {
  return (setup ?? recurring ?? oneOff)?.currency ?? null;
}
