import { beforeAll, expect, test } from "vitest";
import { plantPackages } from "../testkit/packages-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { done, organisationOf, told, wholesaleApi } from "../testkit/subscribers-of-tests.ts";

const shop = await openShop();
const { world } = shop;
beforeAll(async () => {
  await shop.lab();
  await plantPackages(world, true);
  await shop.engine();
});

const api = wholesaleApi(shop);
const statesOf = async (id: string) => {
  const { packages, provisioning } = await api.customer(id);
  return { provisioning, states: Object.fromEntries(packages.map((each) => [each.offering.package.key, each.state])) };
};

/** At an outside system of another make: whoever writes from this domain is a user elsewhere, so that the first package fails. */
const failing = { primaryEmail: "admin@taken.example" };

const seven = {
  cx_premium_agent: 1,
  cx_standard_agent: 1,
  cx_essentials: 1,
  webex_suite: 5,
  webex_calling: 5,
  webex_meetings: 5,
  attendant_console: 1,
};

test("CX5: of seven packages one fails outside: it says with which code and why, the others are there, and it alone is tried again", async () => {
  const made = await api.createCustomer(organisationOf("Seven", seven, failing));
  expect(told(made)).toEqual([]);
  const { id } = made.customer!;
  await expect.poll(async () => (await statesOf(id)).provisioning, { timeout: 60_000 }).toBe("PROVISIONED_WITH_ERRORS");
  const { states } = await statesOf(id);
  expect(Object.values(states).filter((state) => state === "PROVISIONED")).toHaveLength(6);
  const failed = (await api.customer(id)).packages.find(({ state }) => state === "ERROR")!;
  expect(failed.problem).toEqual({ code: "10022", text: "email is already associated with an existing user" });

  const again = await api.retryPackages({ customerId: id });
  expect(Object.values(again.customer!.packages).filter(({ state }) => state === "PROVISIONING")).toHaveLength(1);
  await done(shop, again);
  expect((await statesOf(id)).provisioning).toBe("PROVISIONED_WITH_ERRORS");
  const entries = await world.database.rows("select changes from audit_entry where operation = $1", [
    "customer.retry_packages",
  ]);
  expect(entries).toEqual([{ changes: [{ field: "packages", before: null, after: "CX Premium Agent" }] }]);
  const other = await api.createCustomer(organisationOf("Well", { webex_suite: 5 }));
  await expect
    .poll(async () => (await statesOf(other.customer!.id)).provisioning, { timeout: 60_000 })
    .toBe("PROVISIONED");
  expect(told(await api.retryPackages({ customerId: other.customer!.id }))).toEqual(["STATE_CONFLICT customerId"]);
});

test("what a customer and its people have is had outside, too: made, changed and removed there by their runs", async () => {
  const made = await api.createCustomer(organisationOf("Outside", { webex_suite: null, webex_calling: null }));
  const { id } = made.customer!;
  // The administrator's run may ask for the customer before that is there, and then asks again.
  const states = async () => {
    world.clock.set(new Date(world.clock.now().getTime() + 10_000).toISOString());
    return (await api.people(id)).map(({ state }) => state);
  };
  await expect.poll(states, { timeout: 25_000, interval: 250 }).toEqual(["PROVISIONED"]);
  const person = await api.create({
    customerId: id,
    email: "Jo@outside.example",
    package: "webex_calling",
    extension: "7",
  });
  await done(shop, person);
  const subscriberId = person.subscriber!.id;
  expect(person.subscriber!.email).toBe("jo@outside.example");
  const changed = await api.changePackage({ subscriberId, package: "webex_suite" });
  expect(changed.subscriber).toMatchObject({ state: "UPDATING", nextPackage: { slug: "webex-suite" } });
  await done(shop, changed);
  const packages = [{ package: "webex_suite" }];
  await done(shop, await api.setPackages({ customerId: id, packages }));
  expect((await statesOf(id)).states).toEqual({ webex_suite: "PROVISIONED" });
  await done(shop, await api.remove({ subscriberId }));
  expect((await api.people(id)).map(({ email }) => email)).toEqual(["admin@outside.example"]);
});
