import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { prepared } from "../kernel/tier-connection.ts";
import { isKeepable } from "../kernel/text.ts";
import { InventoryTemplateEntity, type InventoryTemplateRow } from "./template.entity.ts";

/** One's own, those of tiers above (readable downward) and of tiers below. */
export async function findTemplate(context: Pick<Context, "em">, id: string): Promise<InventoryTemplateRow | null> {
  return (await findTemplates(context, [id])).get(id) ?? null;
}

export async function findTemplates(
  { em }: Pick<Context, "em">,
  ids: readonly string[],
): Promise<Map<string, InventoryTemplateRow>> {
  if (ids.length === 0) return new Map();
  const rows = await prepared(em, "select * from inventory_template where id in (?)", [ids]);
  return new Map(mapped(em, InventoryTemplateEntity, rows).map((row) => [row.id, row]));
}

/** What each key means at a tier: the template of that tier, else of the nearest above. Unknown keys are missing (O17). */
export async function findTemplatesByKey(
  { em }: Pick<Context, "em">,
  keys: readonly string[],
  tierPath: string,
): Promise<Map<string, InventoryTemplateRow>> {
  const path = { $in: ancestorsOf(resellerPathOf(tierPath)) };
  const where = { key: { $in: keys.filter(isKeepable) }, path };
  const rows = await em.find(InventoryTemplateEntity, where, { disableIdentityMap: true });
  rows.sort((a, b) => a.path.length - b.path.length); // the nearest last, so that it wins
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * From whose stock a viewer picks: from their own; of a template that belongs to a tier below them, from that tier's, since only
 * there it can lie.
 */
export function stockPathOf(template: Pick<InventoryTemplateRow, "path">, viewerPath: string): string {
  const own = resellerPathOf(viewerPath);
  return template.path.length > own.length ? template.path : own;
}
