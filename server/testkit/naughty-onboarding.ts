import { decodeId } from "@tierline/shared/id.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import { of, versioned, type Fixtures } from "./naughty-fixture.ts";
import { plantOnboarding, plantTrunk } from "./onboardings-of-tests.ts";
import type { Shop } from "./shop.ts";

const trunk = {
  ipAddress: "192.0.2.7",
  sipPort: 5060,
  transport: "TCP",
  description: "In the cellar",
  users: 12,
  pbxUser: "trunk",
  gatewayUser: "gateway",
};
const passwords = { pbxPassword: "Nightingale 7", gatewayPassword: "Woodpecker 9" };

/** What goes through of the verbs about the steps after the customer. */
export async function onboardingFixtures(shop: Shop): Promise<Fixtures> {
  const { world } = shop;
  const { rows } = world.database;
  const { pbx } = await plantTrunk(world, customersOfTests.johnSmith, "pbx.naughty.test");
  const trunkId = decodeId("pbx", pbx)!;
  const { onb: id } = await plantOnboarding(world, "acme", "Tried");
  const customer = customersOfTests.johnson;
  return {
    updatePbxTrunk: of(
      versioned(shop, "pbx", "pbx_trunk", trunkId, { trunk, ...passwords }),
      "trunk { ipAddress description pbxUser gatewayUser }",
    ),
    takeOnboardingStep: of(async () => {
      await rows("delete from pbx_trunk where customer_id = $1", [customer.id]);
      await rows(
        `update onboarding set path = $2, customer_id = $3, platform = 'OFFICE400', step = 'PBX', state = 'INCOMPLETE', version = 1,
           taken_steps = '{CUSTOMER,GATEWAY}', expires_at = null, draft = '{"pbx":{"ipAddress":"192.0.2.7"}}' where id = $1`,
        [decodeId("onb", id), pathOf(customer), customer.id],
      );
      return { id, version: 1, step: "PBX", ...passwords };
    }, "onboarding { name }"),
  };
}
