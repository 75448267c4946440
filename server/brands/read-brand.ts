import { brandVersionsShown } from "@tierline/shared/brand.ts";
import { money } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { invariant } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { BrandImageEntity, type BrandVersionRow } from "./brand.entity.ts";
import { toBrandVersion, toHostname, type BrandType, type Logos } from "./brand.type.ts";
import { brandVersionsOf } from "./brand-version.ts";
import { feeOfSeller, hostnameFeeFor, listHostnames } from "./hostnames.ts";

/** All of the viewer's own reseller's: a draft, what is shown, fifty of those before, and its host names. */
export async function readBrand(context: Context): Promise<BrandType> {
  const path = resellerPathOf(context.viewer.path);
  const reseller = await context.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  const versions = await brandVersionsOf(context, path, brandVersionsShown + 2);
  const logos = await logosOf(context, versions);
  const of = (state: BrandVersionRow["state"]) =>
    versions.filter((row) => row.state === state).map((row) => toBrandVersion(row, logos));
  // The fee is the seller's to say and the buyer's to know.
  const fee = await hostnameFeeFor(inTier(context, rootPath), path);
  return {
    draft: of("DRAFT")[0] ?? null,
    published: of("PUBLISHED")[0] ?? null,
    past: of("PAST").slice(0, brandVersionsShown),
    hostnames: (await listHostnames(context)).map(toHostname),
    hostnameFee: fee === null ? null : toMoney(money(fee.micros, fee.currency)),
    ownHostnameFee: toMoney(money(await feeOfSeller(context, path), reseller.currency)),
  };
}

export async function logosOf({ em }: Context, versions: readonly BrandVersionRow[]): Promise<Logos> {
  const ids = versions.flatMap(({ logoLight, logoDark }) => [logoLight, logoDark].filter((id) => id != null));
  if (ids.length === 0) return new Map();
  const rows = await em.find(BrandImageEntity, { id: { $in: [...new Set(ids)] } }, { disableIdentityMap: true });
  return new Map(rows.map(({ id, png }) => [id, `data:image/png;base64,${png}`]));
}
