import { decodeId, newId } from "@tierline/shared/id.ts";
import { OnboardingTemplateEntity } from "../customers/onboarding-template.entity.ts";
import type { Shop } from "./shop.ts";
import { plantTemplate } from "./templates-of-tests.ts";

/** What goes through of the verbs about onboarding templates. */
export async function templateFixtures({ world }: Shop) {
  const { otp: id } = await plantTemplate(world, "acmeNorth", "Tried");
  const own = { id: decodeId("otp", id) };
  return {
    saveOnboardingTemplate: {
      actor: "owner@acme-north.test",
      input: async () => {
        const row = await world.system().em.findOne(OnboardingTemplateEntity, own, { disableIdentityMap: true });
        return {
          idempotencyKey: newId(),
          id,
          version: row?.version ?? 1,
          name: `Tried ${newId()}`,
          country: "GB",
          language: "en",
          packages: [] as string[],
          pstnVendor: "Carrier",
          authentication: "SAML",
          authenticationNote: "Note",
          settings: [{ key: "one", value: "two" }],
        };
      },
      read: "onboardingTemplate { name country language packages pstnVendor authenticationNote settings { key value } }",
    },
    saveOnboarding: {
      actor: "owner@acme-north.test",
      input: async () => ({ idempotencyKey: newId(), platform: "SMBC", step: "CUSTOMER", draft: "{}" }),
      read: "onboarding { name draft }",
    },
  };
}
