import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { createWholesaleCustomer } from "./create-customer.ts";
import { plantPackages } from "../testkit/packages-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { done, organisationOf, seatsOf, told, wholesaleApi, type Answer } from "../testkit/subscribers-of-tests.ts";

const shop = await openShop();
const { world } = shop;
beforeAll(async () => {
  await plantPackages(world);
  await shop.engine();
});

const api = wholesaleApi(shop);
const { rows } = world.database;
let count = 0;
const email = () => `person${(count += 1)}@people.example`;

async function organisation(packages: Record<string, number | null>, more: object = {}): Promise<string> {
  const made = await api.createCustomer(organisationOf(`Org ${(count += 1)} ${newId().slice(-6)}`, packages, more));
  expect(made.userErrors).toEqual([]);
  return made.customer!.id;
}

/** All runs of the customer have ended well. */
async function settled(customerId: string): Promise<void> {
  await expect
    .poll(async () => (await api.people(customerId)).map(({ state }) => state), { timeout: 30_000 })
    .toEqual((await api.people(customerId)).map(() => "PROVISIONED"));
}

async function person(customerId: string, key = "webex_meetings", more: object = {}): Promise<Answer> {
  return api.create({ customerId, email: email(), packages: [key], ...more });
}

test("C5: the administrator has the highest package that the customer was created with, and needs no phone yet", async () => {
  const id = await organisation({ webex_calling: null, webex_suite: null, attendant_console: 1 });
  const [admin, ...others] = await api.people(id);
  expect(others).toEqual([]);
  expect(admin).toMatchObject({ role: "FULL_ADMIN", package: { slug: "webex-suite" }, isUnreachable: true });
  await settled(id);
  const [ready] = await api.people(id);
  expect(ready).toMatchObject({ state: "PROVISIONED", isUnreachable: true, service: { state: "ACTIVE" } });
  expect(ready!.service.name).toBe(`Collaboration - ${ready!.email}`);
  expect(await api.customer(id)).toMatchObject({ provisioning: "PROVISIONED" });
});

test("C3, CX8, CX6: a customer, a person and an add-on are three calls; a package with calling asks for a phone or an extension", async () => {
  const id = await organisation({ webex_suite: null, webex_meetings: null, attendant_console: null });
  expect(told(await person(id, "webex_suite"))).toEqual(["REQUIRED phone"]);
  expect(told(await person(id, "webex_suite", { phone: "1", extension: "12a" }))).toEqual([
    "INVALID phone",
    "INVALID extension",
  ]);
  await done(shop, await person(id));
  const made = await person(id, "webex_suite", { phone: "020 7946 0018" });
  await done(shop, made);
  const added = await api.assignAddon({ subscriberId: made.subscriber!.id, addon: "attendant_console" });
  await done(shop, added);
  const people = await api.people(id);
  expect(people.find(({ id: each }) => each === made.subscriber!.id)).toMatchObject({
    state: "PROVISIONED",
    isUnreachable: false,
    addons: [{ offering: { slug: "attendant-console" } }],
  });
  const precheck = `query ($input: PrecheckSubscriberInput!) { precheckSubscriber(input: $input) { isAccepted problems { code path } } }`;
  const before = await rows("select count(*) from subscriber");
  const wrong = { customerId: id, email: "nobody", packages: ["webex_suite", "webex_meetings"], phone: "x" };
  const asked = await api.ask(precheck, { input: wrong });
  expect(asked["precheckSubscriber"]).toEqual({
    isAccepted: false,
    problems: [
      { code: "INVALID", path: ["email"] },
      { code: "INVALID", path: ["phone"] },
      { code: "INVALID", path: ["packages"] },
    ],
  });
  const right = await api.ask(precheck, { input: { customerId: id, email: email(), packages: ["webex_meetings"] } });
  expect(right["precheckSubscriber"]).toEqual({ isAccepted: true, problems: [] });
  expect(await rows("select count(*) from subscriber")).toEqual(before);
});

test("C2: nobody who is not there is given a package: no run, no entry of the ledger; a customer has an account from birth", async () => {
  const counts = () =>
    rows(
      "select (select count(*) from provisioning_run) as runs, (select count(*) from ledger_transaction) as entries",
    );
  const before = await counts();
  await expect(api.changePackage({ subscriberId: "nope", package: "webex_suite" })).rejects.toThrow("NOT_FOUND");
  expect(await counts()).toEqual(before);
  const id = await organisation({});
  const answer = await api.ask("query ($id: ID!) { customer(id: $id) { billingAccount { balance { amount } } } }", {
    id,
  });
  expect(answer["customer"]).toMatchObject({
    billingAccount: { balance: { amount: expect.stringMatching(/^0[.]0+$/) } },
  });
});

test("C6: who administers is not given a lower package, anybody else is; a higher one both", async () => {
  const id = await organisation({ webex_calling: null, webex_suite: null });
  await settled(id);
  const [admin] = await api.people(id);
  const runs = () => rows("select count(*) from provisioning_run");
  const before = await runs();
  const lower = await api.changePackage({ subscriberId: admin!.id, package: "webex_calling", extension: "10" });
  expect(told(lower)).toEqual(["STATE_CONFLICT package"]);
  expect(await runs()).toEqual(before);
  expect((await api.people(id))[0]).toMatchObject({ package: { slug: "webex-suite" }, state: "PROVISIONED" });

  const made = await person(id, "webex_suite", { extension: "11" });
  await done(shop, made);
  await done(shop, await api.changePackage({ subscriberId: made.subscriber!.id, package: "webex_calling" }));
  const other = await organisation({ webex_calling: null });
  await settled(other);
  const [second] = await api.people(other);
  const packages = [{ package: "webex_calling" }, { package: "webex_suite" }];
  expect(told(await api.setPackages({ customerId: other, packages }))).toEqual([]);
  await done(shop, await api.changePackage({ subscriberId: second!.id, package: "webex_suite" }));
  expect((await api.people(other))[0]).toMatchObject({ package: { slug: "webex-suite" }, nextPackage: null });
});

const forPeople = [
  "attendant_console",
  "cx_essentials",
  "cx_premium_agent",
  "cx_standard_agent",
  "webex_calling",
  "webex_calling_standard",
  "webex_meetings",
  "webex_suite",
  "webex_voice",
];

test("C8, CX1: packages and add-ons are offerings that say what they are; only those for people are given to them", async () => {
  const document = `{ offerings(first: 100, filter: { serviceType: COLLABORATION }) { nodes { kind package { key rank isForSubscribers } } } }`;
  const found = await api.ask(document);
  const { nodes } = found["offerings"] as unknown as {
    nodes: { kind: string; package: { key: string; isForSubscribers: boolean } }[];
  };
  expect(nodes).toHaveLength(14);
  expect(
    nodes
      .filter((each) => each.package.isForSubscribers)
      .map((each) => each.package.key)
      .toSorted(),
  ).toEqual(forPeople);
  const id = await organisation({ common_area_calling: null, webex_meetings: null });
  expect(told(await person(id, "common_area_calling", { extension: "1" }))).toEqual(["NOT_ELIGIBLE packages.0"]);
  expect(told(await person(id, "webex_nonsense"))).toEqual(["UNKNOWN_REFERENCE packages.0"]);
  expect(told(await person(id, "webex_suite", { extension: "1" }))).toEqual(["NOT_ELIGIBLE packages.0"]);
});

test("C9: exactly one package each, and what it gives; two who give one to the same person at once make one person", async () => {
  const id = await organisation({ webex_meetings: null, webex_calling: null });
  const several = await api.create({ customerId: id, email: email(), packages: ["webex_calling", "webex_meetings"] });
  expect(told(several)).toEqual(["INVALID packages"]);
  expect(told(await api.create({ customerId: id, email: email(), packages: [] }))).toEqual(["REQUIRED packages"]);
  const both = { customerId: id, email: email(), package: "webex_meetings", packages: ["webex_meetings"] };
  expect(told(await api.create(both))).toEqual(["INVALID package"]);
  const same = { customerId: id, email: email(), packages: ["webex_meetings"] };
  const twice = await Promise.all([api.create(same), api.create(same)]);
  expect(twice.map(told).toSorted()).toEqual([[], ["TAKEN email"]]);
  expect((await api.people(id)).filter((each) => each.email === same.email)).toHaveLength(1);
  const [suite] = await rows<{ terms: object }>(
    "select package_terms as terms from offering where slug = 'webex-suite'",
  );
  const [meetings] = await rows<{ terms: object }>(
    "select package_terms as terms from offering where slug = 'webex-meetings'",
  );
  expect(suite!.terms).toMatchObject({ messaging: true, meetings: true, calling: true });
  expect(meetings!.terms).toMatchObject({ meetings: true, calling: false });
});

test("C10, X1: a limit holds for two who want the last seat at once; it is not set below what is used, and a seat comes back", async () => {
  const id = await organisation({ webex_calling: 3, webex_meetings: 0 });
  expect(seatsOf(await api.customer(id))).toEqual({ webex_calling: "1 / 3", webex_meetings: "0 / 0" });
  const first = await person(id, "webex_calling", { extension: "1" });
  await done(shop, first);
  const last = await Promise.all([1, 2, 3].map((each) => person(id, "webex_calling", { extension: String(each) })));
  expect(last.map(told).toSorted()).toEqual([[], ["LIMIT_EXCEEDED packages.0"], ["LIMIT_EXCEEDED packages.0"]]);
  const [refusal] = (await person(id, "webex_calling", { extension: "5" })).userErrors;
  expect(refusal).toMatchObject({ limit: 3, used: 3 });
  expect(seatsOf(await api.customer(id))["webex_calling"]).toBe("3 / 3");
  expect(told(await person(id))).toEqual(["LIMIT_EXCEEDED packages.0"]);
  const lower = [{ package: "webex_calling", limit: 2 }, { package: "webex_meetings" }];
  expect(told(await api.setPackages({ customerId: id, packages: lower }))).toEqual(["STATE_CONFLICT packages.0.limit"]);
  await settled(id);
  await done(shop, await api.remove({ subscriberId: first.subscriber!.id }));
  expect(seatsOf(await api.customer(id))["webex_calling"]).toBe("2 / 3");
  await done(shop, await person(id, "webex_calling", { extension: "6" }));
  expect(
    told(await api.setPackages({ customerId: id, packages: [{ package: "webex_calling", limit: null }] })),
  ).toEqual([]);
  expect(seatsOf(await api.customer(id))).toEqual({ webex_calling: "3 / ∞" });
});

test("C11: an add-on is one more line of the invoice, and only while it is had; it is counted by the day", async () => {
  const id = await organisation({ webex_calling: null, attendant_console: 1 });
  await settled(id);
  const made = await person(id, "webex_calling", { extension: "1" });
  await done(shop, made);
  const recurring = (state: string) =>
    rows<{ description: string; timing: string; anchor: string }>(
      `select description, timing, anchor::text as anchor from recurring_charge r join customer c on c.id = r.customer_id
       where c.number = $1 and r.path = c.path and r.state = $2 order by description`,
      [number, state],
    );
  const { number } = await api.customer(id);
  expect(await recurring("ACTIVE")).toHaveLength(2);
  const subscriberId = made.subscriber!.id;
  await done(shop, await api.assignAddon({ subscriberId, addon: "attendant_console" }));
  const charged = await recurring("ACTIVE");
  expect(charged.filter(({ description }) => description.startsWith("Attendant Console"))).toEqual([
    {
      description: `Attendant Console (Collaboration - ${made.subscriber!.email})`,
      timing: "ARREARS",
      anchor: "2026-11-01",
    },
  ]);
  expect(charged).toHaveLength(3);
  expect(told(await api.assignAddon({ subscriberId, addon: "attendant_console" }))).toEqual(["TAKEN addon"]);
  const [admin] = await api.people(id);
  const taken = await api.assignAddon({ subscriberId: admin!.id, addon: "attendant_console" });
  expect(told(taken)).toEqual(["LIMIT_EXCEEDED addon"]);
  await done(shop, await api.removeAddon({ subscriberId, addon: "attendant_console" }));
  expect(seatsOf(await api.customer(id))["attendant_console"]).toBe("0 / 1");
  const [ended] = await rows<{ ends_on: string }>(
    "select ends_on::text as ends_on from recurring_charge where description like 'Attendant Console (%' || $1 || ')' and path like '%c%' limit 1",
    [made.subscriber!.email],
  );
  expect(ended).toEqual({ ends_on: "2026-11-22" });
  await expect(api.removeAddon({ subscriberId, addon: "attendant_console" })).rejects.toThrow("NOT_FOUND");
});

test("C12: what is coming soon is shown, and given to nobody", async () => {
  const answer = await api.createCustomer(organisationOf("Soon", { webex_suite: null, webex_ai_agent: 1 }));
  expect(told(answer)).toEqual(["NOT_ELIGIBLE packages.1.package"]);
  const id = await organisation({ webex_meetings: null });
  await rows(
    "update offering set package_terms = package_terms || '{\"isComingSoon\": true}' where slug = 'webex-meetings'",
  );
  expect(told(await person(id))).toEqual(["NOT_ELIGIBLE packages.0"]);
  await rows(
    "update offering set package_terms = package_terms || '{\"isComingSoon\": false}' where slug = 'webex-meetings'",
  );
});

test("CX2: what goes with a package is not there without one of them, for customers and for people", async () => {
  const missing = await api.createCustomer(
    organisationOf("Console", { webex_meetings: null, attendant_console: null }),
  );
  expect(told(missing)).toEqual(["REQUIRED packages.1.package"]);
  expect(missing.userErrors[0]).toMatchObject({ needs: ["webex_calling", "webex_suite", "cx_essentials"] });
  const id = await organisation({ webex_calling: null, webex_meetings: null, attendant_console: null });
  const without = [{ package: "webex_meetings" }, { package: "attendant_console" }];
  const taken = await api.setPackages({ customerId: id, packages: without, confirmRemoval: true });
  expect(told(taken)).toEqual(["REQUIRED packages.1.package"]);
  const plan = await api.createCustomer(organisationOf("Plan", { webex_meetings: null, cisco_calling_plan: 1 }));
  expect(plan.userErrors[0]).toMatchObject({ needs: expect.arrayContaining(["webex_voice", "common_area_calling"]) });
  const made = await person(id);
  await done(shop, made);
  const addon = await api.assignAddon({ subscriberId: made.subscriber!.id, addon: "attendant_console" });
  expect(told(addon)).toEqual(["REQUIRED addon"]);
});

test("CX3: packages with calling ask for a location; the same external id and input is one customer, other input is refused", async () => {
  const input = organisationOf("Twice", { webex_suite: 5 }, { externalId: `own-${newId()}` });
  const { callingLocation, ...nowhere } = input;
  expect(told(await api.createCustomer(nowhere))).toEqual(["REQUIRED callingLocation"]);
  const wrong = { ...input, primaryEmail: null, callingLocation: { ...callingLocation, timeZone: "Moon" } };
  expect(told(await api.createCustomer(wrong))).toEqual(["REQUIRED primaryEmail", "INVALID callingLocation.timeZone"]);
  const both = await Promise.all([api.createCustomer(input), api.createCustomer(input)]);
  expect(both.map(told)).toEqual([[], []]);
  expect(both[0].customer!.id).toBe(both[1].customer!.id);
  const other = await api.createCustomer({ ...input, name: "Other" });
  expect(told(other)).toEqual(["TAKEN externalId"]);
  expect(await rows("select 1 from customer where external_id = $1", [input["externalId" as never]])).toHaveLength(1);
});

test("CX7: what people have is taken away only when that is confirmed, and then all of them lose it", async () => {
  const id = await organisation({ webex_suite: null, webex_meetings: null });
  for (const each of [await person(id), await person(id), await person(id)]) await done(shop, each);
  await settled(id);
  const packages = [{ package: "webex_suite" }];
  const refused = await api.setPackages({ customerId: id, packages });
  expect(told(refused)).toEqual(["IN_USE packages"]);
  expect(refused.userErrors[0]).toMatchObject({ users: 3 });
  expect(told(await api.setPackages({ customerId: id, packages, confirmRemoval: true }))).toEqual([]);
  await expect.poll(async () => (await api.people(id)).length, { timeout: 30_000 }).toBe(1);
  expect(seatsOf(await api.customer(id))).toEqual({ webex_suite: "1 / ∞" });
});

test("CX9: a page has 100 at most and is asked for; paging shows everybody once; filters and orders", async () => {
  const id = await organisation({ webex_meetings: null });
  for (let each = 0; each < 4; each += 1) await done(shop, await person(id));
  const list = `query ($first: Int!, $after: String, $filter: SubscriberFilter, $orderBy: SubscriberOrder, $direction: SortDirection) {
    subscribers(first: $first, after: $after, filter: $filter, orderBy: $orderBy, direction: $direction) {
      nodes { id email } pageInfo { hasNextPage endCursor } totalCount { value } } }`;
  await expect(api.ask(list, { first: 101 })).rejects.toThrow("BAD_USER_INPUT");
  const page = async (variables: Record<string, unknown>) =>
    (await api.ask(list, variables))["subscribers"] as unknown as {
      nodes: { id: string; email: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: { value: number };
    };
  for (const orderBy of ["CREATED", "LAST_STATUS_CHANGE"]) {
    for (const direction of ["ASC", "DESC"]) {
      const seen: string[] = [];
      let after: string | null = null;
      for (let more = true; more;) {
        const found = await page({ first: 2, after, orderBy, direction, filter: { customerId: id } });
        expect(found.totalCount.value).toBe(5);
        seen.push(...found.nodes.map((each) => each.id));
        ({ hasNextPage: more, endCursor: after } = found.pageInfo);
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
  }
  const [someone] = (await page({ first: 1, filter: { customerId: id } })).nodes;
  const byEmail = await page({ first: 5, filter: { email: someone!.email.toUpperCase() } });
  expect(byEmail.nodes).toEqual([someone]);
  expect((await page({ first: 5, filter: { customerId: id, state: ["DELETING"] } })).nodes).toEqual([]);
});

test("CX14: who belongs to another of the reseller's customers is not given a package; the customer is not named", async () => {
  const first = await organisation({ webex_meetings: null });
  const second = await organisation({ webex_meetings: null });
  const made = await person(first);
  const external = await api.create({
    customerId: second,
    email: made.subscriber!.email,
    packages: ["webex_meetings"],
  });
  expect(told(external)).toEqual(["NOT_ELIGIBLE email"]);
  expect(external.userErrors[0]!.message).not.toContain("Org");
});

test("CX11: a suspended reseller deletes subscribers, and neither creates nor changes any", async () => {
  const id = await organisation({ webex_meetings: null });
  const made = await person(id);
  await done(shop, made);
  await rows("update reseller set state = 'SUSPENDED' where key = 'acme'");
  try {
    expect(told(await person(id))).toEqual(["RESELLER_SUSPENDED customerId"]);
    const packages = [{ package: "webex_meetings", limit: 1 }];
    expect(told(await api.setPackages({ customerId: id, packages }))).toEqual(["RESELLER_SUSPENDED customerId"]);
    await done(shop, await api.remove({ subscriberId: made.subscriber!.id }));
  } finally {
    await rows("update reseller set state = 'ACTIVE' where key = 'acme'");
  }
});

test("whoever may create customers and not assign packages creates them without any", async () => {
  const input = { idempotencyKey: newId(), ...organisationOf("Unpacked", { webex_meetings: 1 }) };
  const agent = world.as("agent@acme.test");
  const permissions = new Set([...agent.viewer.permissions].filter((each) => each !== "package.assign"));
  const poorer = { ...agent, viewer: { ...agent.viewer, permissions } };
  await expect(createWholesaleCustomer(poorer, input as never)).rejects.toThrow(/permission/);
  const { packages: _packages, ...without } = input;
  await createWholesaleCustomer(poorer, without as never);
});

test("a package is ordered through its subscribers alone", async () => {
  const [offering] = await rows<{ id: string }>("select id from offering where slug = 'webex-meetings'");
  const id = await organisation({ webex_meetings: null });
  const quote = await shop.quote("agent@acme.test", { offeringId: encodeId("ofr", offering!.id), customerId: id });
  expect(quote.checks.filter(({ state }) => state === "BLOCKING").map(({ code }) => code)).toEqual(["ELIGIBILITY"]);
});

test("all that is done to packages and to who has them is told, with who did it", async () => {
  const told = await rows<{ operation: string; actor: string }>(
    "select distinct operation, actor from audit_entry where operation like 'subscriber.%' or operation = 'customer.set_packages'",
  );
  expect(new Set(told.map(({ actor }) => actor)).size).toBe(1);
  expect(told.map(({ operation }) => operation).toSorted()).toEqual([
    "customer.set_packages",
    "subscriber.add_addon",
    "subscriber.change_package",
    "subscriber.create",
    "subscriber.delete",
    "subscriber.remove_addon",
  ]);
});
