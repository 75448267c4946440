import { encodeId, newId } from "@tierline/shared/id.ts";
import { OnboardingEntity } from "../onboarding/onboarding.entity.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

/** A draft of that reseller's, without a customer, whose first step can be taken. */
export async function plantOnboarding(world: World, key: keyof typeof resellersOfTests, name: string) {
  const { id: reseller, path } = resellersOfTests[key];
  const id = newId();
  const customer = {
    name,
    billingAddress: { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" },
    supportContacts: [
      { name: "Mia", email: "mia@fix.test", role: "MAINTAINER" },
      { name: "Otto", email: "otto@hotel.test", role: "ONSITE_ADMIN" },
    ],
  };
  await world.system().em.insert(OnboardingEntity, {
    id,
    path,
    reseller,
    customer: null,
    platform: "SMBC",
    step: "CUSTOMER",
    draft: { customer },
    taken: {},
    takenSteps: [],
    state: "DRAFT",
    businessType: null,
    startedById: newId(),
    startedBy: "Ann",
    startedAt: t0,
    savedBy: "Ann",
    savedAt: t0,
    expiresAt: new Date(t0.getTime() + 30 * 86_400_000),
    version: 1,
  });
  return { onb: encodeId("onb", id) };
}
