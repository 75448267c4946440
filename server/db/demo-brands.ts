import { defaultBrandColors, type BrandColors } from "@tierline/shared/brand.ts";
import { newId } from "@tierline/shared/id.ts";
import { BrandVersionEntity, HostnameEntity } from "../brands/brand.entity.ts";
import type { Context } from "../kernel/context.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** Browsers look for what ends in `.localhost` on their own machine (RFC 6761), so that these serve without any record. */
const brands: Readonly<Record<string, { readonly header: string; readonly colors: BrandColors }>> = {
  acme: {
    header: "Acme Mobile",
    colors: { ...defaultBrandColors, accent: "#9b2f6f", titleBackground: "#4a1236", titleText: "#ffffff" },
  },
  beta: {
    header: "Beta Telecom",
    colors: { ...defaultBrandColors, accent: "#2f7d32", titleBackground: "#e9f5e9", titleText: "#143d16" },
  },
};

/** Two resellers of the demo world under host names of their own; asked again it adds nothing. */
export async function plantDemoBrands({ em, clock }: Context): Promise<void> {
  for (const [key, { header, colors }] of Object.entries(brands)) {
    const reseller = await em.findOne(ResellerEntity, { key }, { disableIdentityMap: true });
    if (reseller === null || (await em.count(HostnameEntity, { path: reseller.path })) > 0) continue;
    const now = clock.now();
    const { path } = reseller;
    await em.insert(BrandVersionEntity, {
      id: newId(now.getTime()),
      path,
      number: 1,
      state: "PUBLISHED",
      header,
      ...colors,
      words: {},
      savedAt: now,
      savedBy: "Tierline",
      publishedAt: now,
      version: 1,
    });
    await em.insert(HostnameEntity, {
      id: newId(now.getTime()),
      path,
      host: `${key}.localhost`,
      state: "SERVING",
      proof: "tierline=of-the-demo-world",
      addedAt: now,
      provedAt: now,
      version: 1,
    });
  }
}
