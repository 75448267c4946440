import { ancestorsOf, isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { prepared } from "../kernel/tier-connection.ts";
import {
  isLetThrough,
  OfferingEntity,
  OfferingRequirementEntity,
  type OfferingRequirementRow,
  type OfferingRow,
} from "./offering.entity.ts";

/** One's own, those of tiers above (readable downward) and of tiers below. */
export async function findOfferings(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, OfferingRow>> {
  if (ids.length === 0) return new Map();
  const rows = await prepared(em, "select * from offering where id in (?)", [ids]);
  return new Map(mapped(em, OfferingEntity, rows).map((row) => [row.id, row]));
}

export async function findOffering(context: Pick<Context, "em">, id: string): Promise<OfferingRow | null> {
  return (await findOfferings(context, [id])).get(id) ?? null;
}

/** What a slug means at a tier: the offering of that tier, else of the nearest above. */
export async function findOfferingBySlug(
  { em }: Pick<Context, "em">,
  slug: string,
  tierPath: string,
): Promise<OfferingRow | null> {
  const rows = await em.execute<object[]>(
    "select * from offering where slug = ? and path in (?) order by length(path) desc limit 1",
    [slug, ancestorsOf(resellerPathOf(tierPath))],
  );
  return mapped(em, OfferingEntity, rows)[0] ?? null;
}

/**
 * Whether the reseller of a tier path (its own or a customer's) can sell what the viewer sees: it is theirs, or from above and let
 * through to them. At the viewer's own tier the policy has said so already.
 */
export async function isSoldAt(
  { em, viewer }: Pick<Context, "em" | "viewer">,
  { id, path }: Pick<OfferingRow, "id" | "path">,
  tierPath: string,
): Promise<boolean> {
  const seller = resellerPathOf(tierPath);
  if (!isWithin(seller, path)) return false;
  if (seller === resellerPathOf(viewer.path)) return true;
  const [found] = await em.execute<unknown[]>(
    `select from offering where id = ? and ${isLetThrough("offering", tiersOf(seller))}`,
    [id],
  );
  return found !== undefined;
}

/** The places from the root down to a reseller's path, as `isLetThrough` takes them. */
export function tiersOf(path: string): string {
  return `'{${ancestorsOf(path).join(",")}}'::text[]`; // labels of paths are letters and digits
}

/** What each offering asks for from stock, in its order; without a label of its own it bears the template's. One statement. */
export async function findRequirements(
  { em }: Pick<Context, "em">,
  offeringIds: readonly string[],
): Promise<Map<string, OfferingRequirementRow[]>> {
  if (offeringIds.length === 0) return new Map();
  const rows = await em.execute<object[]>(
    `select r.*, coalesce(nullif(r.label, ''), t.label) as label
     from offering_requirement r join inventory_template t on t.id = r.template_id
     where r.offering_id in (?) order by r.position, r.id`,
    [[...offeringIds]],
  );
  return Map.groupBy(mapped(em, OfferingRequirementEntity, rows), (row) => row.offering);
}
