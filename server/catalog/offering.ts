import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { prepared } from "../kernel/tier-connection.ts";
import {
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

/** Whether the reseller of a tier path (its own or a customer's) can sell it: it is theirs or from above. */
export function isOfferedAt(offering: Pick<OfferingRow, "path">, tierPath: string): boolean {
  return resellerPathOf(tierPath).startsWith(offering.path);
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
