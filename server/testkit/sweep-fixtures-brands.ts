import { defaultBrandColors } from "@tierline/shared/brand.ts";
import { onePixel } from "./brands-of-tests.ts";
import { input, plain, type SweepFixture } from "./sweep-fixture.ts";

/** Of how resellers look, and where. */
export const brandFixtures: Readonly<Record<string, SweepFixture>> = {
  "Query.brand": plain(),
  "Mutation.saveBrand": input(() => ({ header: "Swept", ...defaultBrandColors, words: [] })),
  "Mutation.setBrandLogo": input(() => ({ scheme: "LIGHT", png: onePixel })),
  "Mutation.publishBrand": input(() => ({ note: "Swept" })),
  "Mutation.revertBrand": input((own) => ({ id: own.brv }), "brv"),
  "Mutation.discardBrandDraft": input(() => ({})),
  "Mutation.addHostname": input(() => ({ host: "swept.example.com" })),
  "Mutation.checkHostname": input((own) => ({ id: own.hst }), "hst"),
  "Mutation.removeHostname": input((own) => ({ id: own.hst }), "hst"),
  "Mutation.setHostnameFee": input(() => ({ amount: "7.00" })),
};
