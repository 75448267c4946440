import type { PackageTerms } from "@tierline/shared/package.ts";
import { ancestorsOf, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { OfferingEntity, type OfferingRow } from "../catalog/offering.entity.ts";
import { isSoldAt } from "../catalog/offering.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant } from "../kernel/rejection.ts";

/** An offering together with what it is as a package or add-on. */
export interface PackageOffering {
  readonly offering: OfferingRow;
  readonly terms: PackageTerms;
}

/** What keys mean at a tier: the offering of that tier, else of the nearest above that is let through to it. */
export async function packagesByKey(
  context: Pick<Context, "em" | "viewer">,
  keys: readonly string[],
  tierPath: string,
): Promise<Map<string, PackageOffering>> {
  const texts = keys.filter((key) => !key.includes("\0") && key.isWellFormed());
  if (texts.length === 0) return new Map();
  const rows = await context.em.execute<object[]>(
    `select * from offering where package_terms ->> 'key' in (?) and path in (?) order by length(path) desc`,
    [texts, ancestorsOf(resellerPathOf(tierPath))],
  );
  const found = new Map<string, PackageOffering>();
  for (const offering of mapped(context.em, OfferingEntity, rows)) {
    const each = packageOf(offering);
    if (!found.has(each.terms.key) && (await isSoldAt(context, offering, tierPath))) found.set(each.terms.key, each);
  }
  return found;
}

export function packageOf(offering: OfferingRow): PackageOffering {
  const terms = offering.packageTerms ?? null;
  invariant(terms !== null, "only what says which package it is, is found as one");
  return { offering, terms };
}

/** What rows of customers and subscribers name, by the ids of the offerings, whether it is still sold or not. */
export async function heldOfferings(
  { em }: Pick<Context, "em">,
  holders: readonly { readonly id: string }[],
): Promise<Map<string, PackageOffering>> {
  const ids = JSON.stringify(holders.map(({ id }) => id));
  const rows = await em.execute<object[]>(
    "select * from kept_offerings(array(select json_array_elements_text(?::json)::uuid))",
    [ids],
  );
  return new Map(mapped(em, OfferingEntity, rows).map((offering) => [offering.id, packageOf(offering)]));
}
