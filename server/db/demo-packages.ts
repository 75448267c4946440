import { customerId } from "@tierline/shared/demo/customers.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { viewerOfUser } from "../identity/viewer-of-user.ts";
import type { Context } from "../kernel/context.ts";
import { variablesOf } from "../kernel/viewer.ts";
import { createSubscriber } from "../subscribers/create-subscriber.ts";
import { setCustomerPackages } from "../subscribers/set-packages.ts";

/** Harbour Dental. */
const customer = customerId(428);
const packages = [
  { package: "webex_suite", limit: 5 },
  { package: "webex_calling", limit: 10 },
  { package: "webex_meetings", limit: null },
  { package: "attendant_console", limit: 1 },
];
const people = [
  { firstName: "Priya", lastName: "Nair", package: "webex_suite", extension: "401" },
  { firstName: "Owen", lastName: "Pugh", package: "webex_calling", extension: "402" },
  { firstName: "Tess", lastName: "Marlow", package: "webex_calling", extension: "403" },
  { firstName: "Bea", lastName: "Stone", package: "webex_meetings", extension: null },
];

/**
 * One customer of the demo world has packages and people who have them, given by its agent with the product's own verbs: their runs are
 * the first that there is to watch. Asked again within three days it adds nothing.
 */
export async function plantDemoPackages(context: Context): Promise<void> {
  const agent = await context.em.findOne(UserEntity, { email: "agent@acme.test" }, { disableIdentityMap: true });
  if (agent === null) return;
  const viewer = await viewerOfUser(context, agent.id, null);
  if (viewer === null) return;
  const session = { variables: variablesOf(viewer) };
  const byAgent = (): Context => ({ ...context, viewer, em: context.em.fork({ session }) });
  const apiId = encodeId("cus", customer);
  await setCustomerPackages(byAgent(), { idempotencyKey: "demo:packages", customerId: apiId, packages });
  for (const person of people) {
    const address = `${person.firstName.toLowerCase()}@harbour-dental.example`;
    const said = { ...person, email: address, customerId: apiId, idempotencyKey: `demo:${address}` };
    await createSubscriber(byAgent(), said);
  }
}
