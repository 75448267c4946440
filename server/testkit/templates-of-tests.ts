import { encodeId, newId } from "@tierline/shared/id.ts";
import { OnboardingTemplateEntity, TemplateVersionEntity } from "../customers/onboarding-template.entity.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

/** A template of that reseller's, in its first version. */
export async function plantTemplate(world: World, key: keyof typeof resellersOfTests, name: string) {
  const { id: reseller, path } = resellersOfTests[key];
  const { em } = world.system();
  const id = newId();
  await em.insert(OnboardingTemplateEntity, { id, path, reseller, name, version: 1 });
  await em.insert(TemplateVersionEntity, {
    id: newId(),
    path,
    template: id,
    number: 1,
    country: "GB",
    language: "en",
    packages: [],
    pstnVendor: null,
    authentication: "OURS",
    authenticationNote: null,
    settings: [],
    createdAt: t0,
  });
  return { otp: encodeId("otp", id) };
}
