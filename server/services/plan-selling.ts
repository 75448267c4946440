import { decodeId } from "@tierline/shared/id.ts";
import { sellableOfferingsMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin, parentPathOf, rangeOf } from "@tierline/shared/tier-path.ts";
import type { OfferingRow } from "../catalog/offering.entity.ts";
import { findOfferings } from "../catalog/offering.ts";
import { letTo, soldAt } from "../catalog/sellable-offerings.ts";
import type { Context } from "../kernel/context.ts";
import { notFound, Refusals, Rejection, type Refusal } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";

export interface SellingQuestion {
  /** The API's ids: whose, and of what; null is all that those above it offer. */
  readonly id: string;
  readonly offeringIds?: readonly string[] | null | undefined;
}

/** What a reseller may sell afterwards and may not now, and the other way round: in the order of the names. */
export interface CatalogChange {
  readonly gained: readonly OfferingRow[];
  readonly lost: readonly OfferingRow[];
  /** Of it and all below it, of what is lost, not terminated: they run on. */
  readonly services: number;
}

export interface SellingPlan extends CatalogChange {
  readonly row: ResellerRow;
  /** What it will be let; null: all. */
  readonly wanted: ReadonlyMap<string, OfferingRow> | null;
  readonly refusals: readonly Refusal[];
}

/**
 * What it would change if a reseller sold these and nothing else of those above it. Reads only; counts through what is below.
 * @throws AccessError NOT_FOUND
 */
export async function planSelling(
  context: Pick<Context, "em" | "viewer">,
  { id, offeringIds = null }: SellingQuestion,
): Promise<SellingPlan> {
  const row = await resellerBelow(context, id);
  if (row.path === context.viewer.path || row.parent == null) {
    const own: Refusal = { code: "STATE_CONFLICT", message: say("reseller.own"), path: ["id"] };
    return { row, wanted: null, gained: [], lost: [], services: 0, refusals: [own] };
  }
  const above = await soldAt(context, parentPathOf(row.path));
  const stored = row.sellsAll ? new Set<string>() : await letTo(context, row.id);
  const refusals = new Refusals();
  const wanted = offeringIds === null ? null : await checkOfferings(context, refusals, offeringIds, { above, stored });
  const change = await changeOf(context, row.path, {
    before: row.sellsAll ? above : only(above, (offeringId) => stored.has(offeringId)),
    after: wanted === null ? above : only(above, (offeringId) => wanted.has(offeringId)),
  });
  return { row, wanted, ...change, refusals: refusals.all };
}

/** @throws AccessError NOT_FOUND */
export async function resellerBelow(
  { em, viewer }: Pick<Context, "em" | "viewer">,
  apiId: string,
): Promise<ResellerRow> {
  const id = decodeId("rsl", apiId);
  const row = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (row === null || !isWithin(row.path, viewer.path)) throw notFound();
  return row;
}

type Catalog = ReadonlyMap<string, OfferingRow>;

export function only(catalog: Catalog, isIn: (id: string) => boolean): Catalog {
  return new Map([...catalog].filter(([id]) => isIn(id)));
}

/** Nobody lets others sell what the reseller above them does not sell itself, but it may be left to them where it was theirs. */
async function checkOfferings(
  context: Pick<Context, "em">,
  refusals: Refusals,
  offeringIds: readonly string[],
  { above, stored }: { readonly above: Catalog; readonly stored: ReadonlySet<string> },
): Promise<Map<string, OfferingRow>> {
  if (offeringIds.length > sellableOfferingsMax) {
    const tooMany = say("reseller.sellableMax", { max: sellableOfferingsMax });
    throw new Rejection({ code: "TOO_LONG", message: tooMany, path: ["offeringIds"] });
  }
  const uuids = offeringIds.map((each) => decodeId("ofr", each));
  const seen = await findOfferings(context, [...new Set(uuids.filter((each) => each !== null))]);
  uuids.forEach((id, index) => {
    const place = ["offeringIds", String(index)];
    const offering = id === null ? undefined : seen.get(id);
    if (offering === undefined) refusals.add("UNKNOWN_REFERENCE", say("reseller.offeringUnknown"), ...place);
    else if (!above.has(offering.id) && !stored.has(offering.id))
      refusals.add("INVALID", say("reseller.offeringNotAbove", { offering: offering.name }), ...place);
  });
  return seen;
}

/** Between two catalogs of the reseller at a place, in the order of the names. */
export async function changeOf(
  context: Pick<Context, "em">,
  path: string,
  { before, after }: { readonly before: Catalog; readonly after: Catalog },
): Promise<CatalogChange> {
  const lost = [...only(before, (id) => !after.has(id)).values()];
  const gained = [...only(after, (id) => !before.has(id)).values()];
  return { gained, lost, services: await servicesOf(context, path, lost) };
}

async function servicesOf(
  { em }: Pick<Context, "em">,
  path: string,
  offerings: readonly OfferingRow[],
): Promise<number> {
  if (offerings.length === 0) return 0;
  const { lo, hi } = rangeOf(path);
  const [{ count }] = await em.execute<[{ count: string }]>(
    `select count(*) from service where path >= ? and path < ? and state <> 'TERMINATED'
       and offering_id in (select json_array_elements_text(?::json)::uuid)`,
    [lo, hi, JSON.stringify(offerings.map(({ id }) => id))],
  );
  return Number(count);
}
