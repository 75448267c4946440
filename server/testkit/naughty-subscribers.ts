import { encodeId, newId } from "@tierline/shared/id.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import { setCustomerPackages } from "../subscribers/set-packages.ts";
import { createSubscriber } from "../subscribers/create-subscriber.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { of, type Fixtures, type Input } from "./naughty-fixture.ts";
import { plantPackages } from "./packages-of-tests.ts";
import type { Shop } from "./shop.ts";

/** Of an offering that is a package; its key stays. */
export const packageInput = {
  key: "swept",
  rank: 1,
  messaging: true,
  meetings: true,
  calling: false,
  needsOneOf: ["webex_suite"],
  isForSubscribers: true,
  isComingSoon: false,
};

/** What goes through of the verbs about customers' packages and their people. */
export async function subscriberFixtures({ world }: Shop): Promise<Fixtures> {
  await plantPackages(world, true);
  const agent = world.as("agent@acme.test");
  const { rows } = world.database;
  const billingAddress = {
    line1: "1 Way",
    line2: null,
    city: "London",
    region: null,
    postalCode: "SW1A 1AA",
    country: "GB",
  };
  const reached = { email: "packed@people.example", billingAddress };
  const customer = { ...customersOfTests.johnson, ...reached, id: newId(), number: 60_000, name: "Packed" };
  await insertCustomers(world.system().em, [customer]);
  const customerId = encodeId("cus", customer.id);
  const packages = ["webex_meetings", "webex_calling", "attendant_console"].map((key) => ({ package: key }));
  await setCustomerPackages(agent, { idempotencyKey: newId(), customerId, packages });
  const person = { customerId, email: "settled@people.example", packages: ["webex_calling"], extension: "1" };
  const { subscriberId: uuid } = await createSubscriber(agent, { ...person, idempotencyKey: newId() });
  const subscriberId = encodeId("sub", uuid);
  const [console] = await rows<{ id: string }>("select id from offering where slug = 'attendant-console'");
  const addonId = newId();
  /** As if every run of theirs had ended and nothing had come of it. */
  const settle = async (hasAddon = false) => {
    await rows(
      `update provisioning_task t set state = 'SUCCEEDED' from provisioning_run r
       where r.id = t.run_id and r.customer_id = $1 and r.finished_at is null and t.state <> 'SUCCEEDED'`,
      [customer.id],
    );
    await rows(
      `update provisioning_run set state = 'SUCCEEDED', finished_at = queued_at where customer_id = $1 and finished_at is null`,
      [customer.id],
    );
    await rows("update customer_order set state = 'COMPLETED' where customer_id = $1 and state = 'IN_PROGRESS'", [
      customer.id,
    ]);
    await rows("update service set state = 'ACTIVE' where id = (select service_id from subscriber where id = $1)", [
      uuid,
    ]);
    await rows("update subscriber set state = 'PROVISIONED', wanted_id = null where id = $1", [uuid]);
    await rows("update customer_package set state = 'PROVISIONED' where customer_id = $1", [customer.id]);
    if (!hasAddon) return void (await rows("delete from subscriber_addon where subscriber_id = $1", [uuid]));
    await rows(
      `insert into subscriber_addon (id, path, subscriber_id, customer_id, offering_id, run_id, added_at)
       select $3, path, id, customer_id, $2, $3, created_at from subscriber where id = $1 on conflict do nothing`,
      [uuid, console!.id, addonId],
    );
  };
  const settled =
    (input: Input, hasAddon = false) =>
    async () => {
      await settle(hasAddon);
      return { ...input, subscriberId, idempotencyKey: newId() };
    };
  const more = "subscriber { phone extension nextPackage { package { key } } }";
  return {
    createSubscriber: of(async () => {
      await settle();
      const email = `${newId()}@people.example`;
      return {
        ...person,
        email,
        packages: ["webex_meetings"],
        firstName: "Jo",
        lastName: "Doe",
        idempotencyKey: newId(),
      };
    }, "subscriber { email firstName lastName extension }"),
    changePackage: of(settled({ package: "webex_meetings" }), more),
    assignAddon: of(settled({ addon: "attendant_console" }), "subscriber { addons { offering { package { key } } } }"),
    removeAddon: of(
      settled({ addon: "attendant_console" }, true),
      "subscriber { addons { offering { package { key } } } }",
    ),
    deleteSubscriber: of(settled({}), "subscriber { state }"),
    setCustomerPackages: of(
      async () => ({ customerId, packages, idempotencyKey: newId() }),
      "customer { packages { offering { package { key } } } }",
    ),
    retryCustomerPackages: of(async () => {
      await settle();
      await rows("update customer_package set state = 'ERROR' where customer_id = $1", [customer.id]);
      return { customerId, idempotencyKey: newId() };
    }, "customer { packages { state } }"),
  };
}
