import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { itemsOfTests, plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { reserveItem } from "./reserve-item.ts";
const world = await testWorld();
beforeAll(async () => { await plantCustomers(world); await plantCatalogOfTests(world); });
test("x", async () => {
  const r = await reserveItem(world.as("agent@acme.test"), { idempotencyKey: newId(), itemId: null, templateId: templatesOfTests.sim.id, replacesReservationId: null });
  console.log(r, t0, itemsOfTests.sim123.id, customersOfTests.johnSmith.id);
  const all = await world.graphql("agent@acme.test", `{ inventoryItems(filter: {isAvailable: true}, first: 10) { nodes { id label maskedIdentifier identifier state location holder { name key isCurrent } reservation { isYours expiresAt } template { key label counts { state count } available offeringCount } customer { name } custody(first: 5) { nodes { actor from to reason } totalCount { value } } } totalCount { value isEstimate } counts { state count } }
  offerings(first: 10) { nodes { slug name price { setup { amount currency } recurring { amount } oneOff { amount } } cost { recurring { amount } } margin { recurringPercent } isRecurring autoRenewDefault requirements { slot label available template { key } } problems { code message } } hidden { reason count } kindCounts { kind count } totalCount { value } } }`);
  console.log(JSON.stringify(all, null, 1));
});
