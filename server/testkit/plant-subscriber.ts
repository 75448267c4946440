import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertOfferings } from "../catalog/insert-offerings.ts";
import { CustomerPackageEntity, SubscriberEntity } from "../subscribers/subscriber.entity.ts";
import { offeringsOfTests } from "./catalog-of-tests.ts";
import { type customersOfTests, pathOf } from "./customers-of-tests.ts";
import { plantService } from "./plant-service.ts";
import { t0, type World } from "./world.ts";

/** Somebody at that customer who has a package that no run has made; the package is the customer's reseller's. */
export async function plantSubscriber(
  world: World,
  of: (typeof customersOfTests)[keyof typeof customersOfTests],
  email: string,
) {
  const { em } = world.system();
  const path = pathOf(of);
  const resellerPath = of.resellerPath;
  const offering = newId();
  const amounts = offeringsOfTests.p4.prices[0]!;
  await insertOfferings(em, [
    {
      ...offeringsOfTests.p4,
      id: offering,
      resellerId: of.resellerId,
      path: resellerPath,
      slug: `package-${newId().slice(-12)}`,
      name: `Package of ${email}`,
      serviceType: "COLLABORATION",
      segments: ["INDIVIDUAL", "BUSINESS"],
      packageTerms: {
        key: "planted",
        rank: 1,
        messaging: true,
        meetings: true,
        calling: false,
        needsOneOf: [],
        isForSubscribers: true,
        isComingSoon: false,
      },
      prices: [{ ...amounts, path: resellerPath }],
    },
  ]);
  const service = await plantService(world, of, {
    name: `Collaboration - ${email}`,
    serviceType: "COLLABORATION",
    offering,
  });
  const row = { path, customer: of.id, offering };
  await em.insert(CustomerPackageEntity, {
    ...row,
    id: newId(),
    seatsMax: 9,
    seatsUsed: 0,
    state: "PROVISIONED",
    problemCode: null,
    problem: null,
    runId: null,
    addedAt: t0,
  });
  const id = newId();
  await em.insert(SubscriberEntity, {
    ...row,
    id,
    reseller: of.resellerId,
    email,
    firstName: "Pat",
    lastName: `Of ${email}`,
    phone: null,
    extension: null,
    role: "USER",
    state: "PROVISIONED",
    service,
    wanted: null,
    createdVia: "API",
    createdAt: t0,
    stateAt: t0,
    version: 1,
  });
  return { sub: encodeId("sub", id) };
}
