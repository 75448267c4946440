import { rampOf } from "@tierline/shared/brand-ramp.ts";
import type { Letterhead } from "../invoices/sheet.ts";
import type { Context } from "../kernel/context.ts";

/** On what a reseller's invoices are printed now; null for one that has published no brand. Asked as the system: a buyer reads it too. */
export async function letterheadOf({ em }: Pick<Context, "em">, resellerId: string): Promise<Letterhead | null> {
  const [row] = await em.execute<{ accent: string; png: string | null }[]>(
    `select b.accent, i.png from brand_version b join reseller r on r.path = b.path left join brand_image i on i.id = b.logo_light_id
     where r.id = ? and b.state = 'PUBLISHED'`,
    [resellerId],
  );
  if (row === undefined) return null;
  return { accent: rampOf(row.accent)[7], logo: row.png === null ? null : Buffer.from(row.png, "base64") };
}
