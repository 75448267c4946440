import type { Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { ResellerEntity, type ResellerRow } from "./reseller.entity.ts";

/** By id: the viewer's own tier, what lies below it, and those above it. */
export const resellerById = loader<string, ResellerRow>(async (context, ids) => {
  const rows = await resellersWhere(context, "id", ids);
  return new Map(rows.map((row) => [row.id, row]));
});

/** By tier path, e.g. `r1.r2.`; a customer's own path finds nothing. */
export const resellerByPath = loader<string, ResellerRow>(async (context, paths) => {
  const rows = await resellersWhere(context, "path", paths);
  return new Map(rows.map((row) => [row.path, row]));
});

function resellersWhere({ em }: Context, column: "id" | "path", values: readonly string[]): Promise<ResellerRow[]> {
  return em.find(ResellerEntity, { [column]: { $in: [...values] } }, { disableIdentityMap: true });
}
