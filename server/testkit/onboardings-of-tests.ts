import { encodeId, newId } from "@tierline/shared/id.ts";
import { OnboardingEntity } from "../onboarding/onboarding.entity.ts";
import { PbxTrunkEntity } from "../onboarding/trunk.entity.ts";
import { pathOf, type customersOfTests } from "./customers-of-tests.ts";
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

type Customer = (typeof customersOfTests)[keyof typeof customersOfTests];

/** A trunk to a PBX of that customer's, which nobody has asked. */
export async function plantTrunk(world: World, customer: Customer, ipAddress: string) {
  const id = newId();
  await world.system().em.insert(PbxTrunkEntity, {
    id,
    path: pathOf(customer),
    customer: customer.id,
    ipAddress,
    sipPort: 5060,
    transport: "TCP",
    description: "Planted",
    users: null,
    pbxUser: "",
    gatewayUser: "",
    sealedPbxPassword: null,
    sealedGatewayPassword: null,
    answer: null,
    askedAt: null,
    createdAt: t0,
    version: 1,
  });
  return { pbx: encodeId("pbx", id) };
}
