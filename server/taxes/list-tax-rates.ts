import { dateInZone } from "@tierline/shared/billing-period.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { TaxRateEntity, type TaxRateRow } from "./tax.entity.ts";
import type { ListedTaxRate } from "./tax.type.ts";

/** Of the viewer's own reseller, by place and name, the latest first; as many as it may have. */
export async function listTaxRates({ em, viewer, clock }: Context): Promise<ListedTaxRate[]> {
  const path = resellerPathOf(viewer.path);
  const fresh = { disableIdentityMap: true } as const;
  const reseller = await em.findOne(ResellerEntity, { path }, fresh);
  if (reseller === null) return [];
  const today = dateInZone(clock.now(), reseller.timeZone);
  const orderBy = [
    { country: "asc" },
    { region: "asc nulls first" },
    { name: "asc" },
    { effectiveFrom: "desc" },
    { id: "desc" },
  ] as const;
  const rows = await em.find(TaxRateEntity, { path }, { ...fresh, orderBy: [...orderBy] });
  const begun = new Map<string, string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (row.effectiveFrom <= today && !begun.has(key)) begun.set(key, row.id);
  }
  return rows.map((row) => ({ row, isInForce: begun.get(keyOf(row)) === row.id && row.percentUnits != null }));
}

function keyOf({ country, region, name }: TaxRateRow): string {
  return JSON.stringify([country, region ?? null, name]);
}
