import { newId } from "@tierline/shared/id.ts";
import { nextNumber } from "../kernel/counter.ts";
import { ServiceEntity, type ServiceRow } from "../services/service.entity.ts";
import { offeringsOfTests } from "./catalog-of-tests.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import { resellersOfTests } from "./tree.ts";
import { t0, type World } from "./world.ts";

const { acme, beta } = resellersOfTests;
/** A service that no run has made: of John Smith and active, if nothing else is said. @returns its id */
export async function plantService(
  world: World,
  of: (typeof customersOfTests)[keyof typeof customersOfTests] = customersOfTests.johnSmith,
  more: Partial<Pick<ServiceRow, "number" | "name" | "serviceType" | "state" | "offering" | "simultaneousCalls">> = {},
): Promise<string> {
  const { em } = world.system();
  const reseller = of.resellerId === beta.id ? beta : acme;
  const number = more.number ?? (await nextNumber({ em }, reseller.path, "service"));
  const id = newId(t0.getTime());
  await em.insert(ServiceEntity, {
    id,
    path: pathOf(of),
    reseller: reseller.id,
    customer: of.id,
    offering: offeringsOfTests.p1.id,
    number,
    name: "A service of tests",
    serviceType: "MOBILE",
    state: "ACTIVE",
    suspensionReasons: more.state === "SUSPENDED" ? ["MANUAL"] : [],
    currency: "GBP",
    recurringMicros: 15_000_000n,
    autoRenew: true,
    account: `${reseller.key}-${number}`,
    parameters: {},
    balances: [],
    createdAt: t0,
    version: 1,
    ...more,
  });
  return id;
}
