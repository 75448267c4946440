import { isDelegated } from "@tierline/shared/delegation.ts";
import { newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import type { ExecutionResult } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { createWholesaleCustomer } from "./create-customer.ts";
import { askAs, jane } from "../testkit/customers-of-tests.ts";
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

const { rows } = world.database;
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

const precheck = async (input: object) => {
  const document =
    "query ($input: PrecheckCustomerInput!) { precheckCustomer(input: $input) { problems { code path } } }";
  const { problems } = (await api.ask(document, { input }))["precheckCustomer"] as unknown as {
    problems: { code: string; path: string[] }[];
  };
  return problems.map(({ code, path }) => `${code} ${path.join(".")}`);
};
const runs = async () => (await rows<{ count: string }>("select count(*) from provisioning_run"))[0]!.count;

test("a customer from whom every package was taken is gone outside, and is made there again with the next one", async () => {
  const { callingLocation: _location, ...leaving } = organisationOf("Leaving", { webex_meetings: null });
  const made = await api.createCustomer(leaving);
  const { id } = made.customer!;
  await expect.poll(async () => (await statesOf(id)).provisioning, { timeout: 60_000 }).toBe("PROVISIONED");
  const people = async () => {
    world.clock.set(new Date(world.clock.now().getTime() + 10_000).toISOString());
    return (await api.people(id)).map(({ state }) => state);
  };
  await expect.poll(people, { timeout: 25_000, interval: 250 }).toEqual(["PROVISIONED"]);
  const { number } = made.customer!;
  // Whoever has moved out leaves no address behind, and is taken away all the same.
  const [lived] = await rows<{ at: object }>("select billing_address as at from customer where number = $1", [number]);
  await rows("update customer set billing_address = null, email = null where number = $1", [number]);
  await done(shop, await api.setPackages({ customerId: id, packages: [], confirmRemoval: true }));
  await expect.poll(people, { timeout: 25_000, interval: 250 }).toEqual([]);
  await expect.poll(async () => (await api.customer(id)).packages, { timeout: 25_000 }).toEqual([]);
  const back = "update customer set email = 'it@leaving.example', billing_address = $2 where number = $1";
  await rows(back, [number, JSON.stringify(lived!.at)]);
  await done(shop, await api.setPackages({ customerId: id, packages: [{ package: "webex_meetings" }] }));
  expect((await statesOf(id)).states).toEqual({ webex_meetings: "PROVISIONED" });
});

test("CX3, CX6: no package is given without a whole postal address in a country that is served; nothing outside hears of it", async () => {
  const { callingLocation: _location, billingAddress, ...bare } = organisationOf("Bare", { webex_meetings: 1 });
  const homeless = { ...bare, homeCountry: "GB" };
  const before = await runs();
  const refused = await api.createCustomer(homeless);
  expect(told(refused)).toEqual(["REQUIRED billingAddress"]);
  expect(refused.userErrors[0]!.message).toMatch(/postal address.*Enter its billing address/);
  expect(await precheck(homeless)).toEqual(["REQUIRED billingAddress"]);
  expect(await precheck({ ...bare, billingAddress })).toEqual([]);

  const made = await api.createCustomer({ ...homeless, packages: [] });
  const customerId = made.customer!.id;
  const packages = [{ package: "webex_meetings" }];
  const all = await api.setPackages({ customerId, packages });
  expect(told(all)).toEqual(["REQUIRED customerId", "REQUIRED customerId"]);
  expect(all.userErrors[1]!.message).toMatch(/Enter the customer’s e-mail/);
  const { number } = made.customer!;
  await rows("update customer set email = 'it@bare.example' where number = $1", [number]);
  expect(told(await api.setPackages({ customerId, packages }))).toEqual(["REQUIRED customerId"]);
  const store = (address: object) =>
    rows("update customer set billing_address = $2 where number = $1", [number, JSON.stringify(address)]);
  await store({ ...billingAddress, postalCode: null });
  const partly = await api.setPackages({ customerId, packages });
  expect(told(partly)).toEqual(["REQUIRED customerId"]);
  expect(partly.userErrors[0]!.message).toMatch(/missing or wrong/);
  await store(billingAddress);
  await rows("delete from call_in_country where country = 'GB'");
  expect(told(await api.setPackages({ customerId, packages }))).toEqual(["NOT_ELIGIBLE customerId"]);
  expect(await precheck({ ...bare, billingAddress })).toEqual(["NOT_ELIGIBLE billingAddress.country"]);
  await rows("insert into call_in_country values (gen_random_uuid(), 'r1.', 'GB', 'EMEA')");
  const sold = "update offering set countries = $1 where slug = 'webex-meetings'";
  await rows(sold, [["US"]]);
  const elsewhere = await api.setPackages({ customerId, packages });
  expect(told(elsewhere)).toEqual(["NOT_ELIGIBLE packages.0.package"]);
  expect(elsewhere.userErrors[0]!.message).toMatch(/not sold in/);
  expect(await precheck({ ...bare, billingAddress })).toEqual(["NOT_ELIGIBLE packages.0.package"]);
  await rows(sold, [[]]);
  expect(await precheck({ ...bare, billingAddress, kind: "INDIVIDUAL" })).toEqual(["NOT_ELIGIBLE packages.0.package"]);
  expect(await runs()).toBe(before);
  await done(shop, await api.setPackages({ customerId, packages }));

  // What was lost meanwhile is missed wherever the outside world would be told.
  await store({ ...billingAddress, line1: "" });
  const more = [...packages, { package: "webex_suite" }];
  expect(told(await api.setPackages({ customerId, packages: more }))).toEqual(["REQUIRED customerId"]);
  expect(told(await api.setPackages({ customerId, packages: [{ ...packages[0]!, limit: 3 }] }))).toEqual([]);

  // Calls come from a site: what is wrong there is said of the site, by its name.
  const placed = await api.createCustomer(organisationOf("Placed", { webex_meetings: 1 }));
  const { id } = placed.customer!;
  await expect.poll(async () => (await statesOf(id)).provisioning, { timeout: 60_000 }).toBe("PROVISIONED");
  await rows(
    'update site set address = address || \'{"city": ""}\' where customer_id = (select id from customer where number = $1)',
    [placed.customer!.number],
  );
  const moved = await api.setPackages({ customerId: id, packages: more });
  expect(told(moved)).toEqual(["REQUIRED customerId"]);
  expect(moved.userErrors[0]!.message).toMatch(/that of Office, from where .* Complete the site/);
});

test("C1: a customer with packages is the same by the API as in the console: its seats, who administers it and where it calls from", async () => {
  const agent = world.as("agent@acme.test");
  const input = organisationOf("Twice", { webex_calling: 2, webex_meetings: null, attendant_console: 0 });
  const made = async (channel: "API" | "CONSOLE") => {
    const by = { ...agent, viewer: { ...agent.viewer, channel } };
    const own = { ...input, primaryEmail: `admin@${channel.toLowerCase()}.example` };
    const id = await createWholesaleCustomer(by, { ...own, idempotencyKey: newId() } as never);
    const [row] = await rows(
      `select c.name, c.created_via, c.home_country, c.billing_address, l.time_zone, l.language, s.name as site, s.address,
         (select json_agg(json_build_array(offering_id, seats_max, seats_used) order by offering_id)
          from customer_package where customer_id = c.id) as packages,
         (select json_agg(json_build_array(role, offering_id, created_via)) from subscriber where customer_id = c.id) as people
       from customer c join calling_location l on l.customer_id = c.id join site s on s.id = l.site_id where c.id = $1`,
      [id],
    );
    return JSON.stringify(row).replaceAll(channel, "");
  };
  expect(await made("API")).toBe(await made("CONSOLE"));
});

test("C5, CX6: the administrator has a seat: a limit of none and an address of somebody else's are refused where they were said", async () => {
  const none = organisationOf("Seatless", { webex_suite: 0, webex_meetings: 1 });
  expect(told(await api.createCustomer(none))).toEqual(["LIMIT_EXCEEDED packages.0.limit"]);
  const first = organisationOf("Firstly", { webex_meetings: 1 });
  expect(told(await api.createCustomer(first))).toEqual([]);
  const second = { ...organisationOf("Other", { webex_meetings: 1 }), primaryEmail: first.primaryEmail };
  expect(told(await api.createCustomer(second))).toEqual(["NOT_ELIGIBLE primaryEmail"]);
  expect(await precheck(second)).toEqual(["NOT_ELIGIBLE primaryEmail"]);
});

test("who administers a customer reads its packages and people, and nobody else's; other people of it read none, and none changes any", async () => {
  const made = await api.createCustomer(organisationOf("Own", { webex_suite: 3, webex_meetings: null }));
  const other = await api.createCustomer(organisationOf("Strange", { webex_meetings: 1 }));
  const { id, number } = made.customer!;
  const [row] = await rows<{ id: string; path: string }>("select id, path from customer where number = $1", [number]);
  const viewer = (role: "ACCOUNT_ADMIN" | "CUSTOMER_USER") => {
    const permissions = new Set(permissionsOf(role).filter((key) => isDelegated(null, key, role)));
    return { ...jane, role, permissions, customerId: row!.id, path: row!.path };
  };
  const own = `{ viewer { customer { packages { used limit offering { name package { key } } } } }
    subscribers(first: 100) { nodes { email package { name } addons { offering { name } } } totalCount { value } } }`;
  const { data, errors } = await askAs(world, viewer("ACCOUNT_ADMIN"), own);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    viewer: {
      customer: {
        packages: [
          { used: 1, limit: 3, offering: { name: "Webex Suite", package: { key: "webex_suite" } } },
          { used: 0, limit: null, offering: { name: "Webex Meetings", package: { key: "webex_meetings" } } },
        ],
      },
    },
    subscribers: {
      nodes: [{ email: "admin@own.example", package: { name: "Webex Suite" }, addons: [] }],
      totalCount: { value: 1 },
    },
  });
  // What the network said of a failure is for those who run it.
  await rows("update customer_package set problem_code = '10022', problem = 'inside' where customer_id = $1", [
    row!.id,
  ]);
  const why = "{ viewer { customer { packages { problem { code text } } } } }";
  const unsaid = { viewer: { customer: { packages: [{ problem: null }, { problem: null }] } } };
  expect((await askAs(world, viewer("ACCOUNT_ADMIN"), why)).data).toEqual(unsaid);
  expect((await api.customer(id)).packages[0]!.problem).toEqual({ code: "10022", text: "inside" });
  const others = `query ($id: ID!) { customer(id: $id) { id } subscribers(first: 9, filter: { customerId: $id }) { nodes { id } } }`;
  const strange = await askAs(world, viewer("ACCOUNT_ADMIN"), others, { id: other.customer!.id });
  expect(strange.data).toEqual({ customer: null, subscribers: { nodes: [] } });
  const code = ({ errors: all }: ExecutionResult) => (all?.[0]?.originalError as { code?: string } | undefined)?.code;
  expect(code(await askAs(world, viewer("CUSTOMER_USER"), "{ subscribers(first: 1) { nodes { id } } }"))).toBe(
    "FORBIDDEN",
  );
  const person = { idempotencyKey: newId(), customerId: id, email: "more@own.example", package: "webex_meetings" };
  const create = "mutation ($input: CreateSubscriberInput!) { createSubscriber(input: $input) { subscriber { id } } }";
  expect(code(await askAs(world, viewer("ACCOUNT_ADMIN"), create, { input: person }))).toBe("FORBIDDEN");
});
