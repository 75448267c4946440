import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { stepsOf, type OnboardingDraft, type PlatformKey } from "@tierline/shared/onboarding.ts";
import { expect, test } from "vitest";
import { askAs } from "../testkit/customers-of-tests.ts";
import { peopleWorld } from "../testkit/people-of-tests.ts";
import { forgetOldDrafts } from "./discard-onboarding.ts";

const { world, join, mailsTo } = await peopleWorld();
const { rows } = world.database;
const [owner, agent] = ["owner@acme.test", "agent@acme.test"];

interface Onboarding {
  readonly id: string;
  readonly step: string;
  readonly state: string;
  readonly name: string;
  readonly draft: string;
  readonly version: number;
  readonly takenSteps: readonly string[];
  readonly customer: { readonly id: string; readonly pbxType: string | null; readonly businessType: string } | null;
}
interface Answer {
  readonly onboarding: Onboarding | null;
  readonly userErrors: readonly { readonly code: string; readonly path: string[] | null; readonly message: string }[];
}

const facts =
  "id platform step state name draft version takenSteps expiresAt customer { id label pbxType businessType }";

async function call(verb: string, input: object, actor = agent): Promise<Answer> {
  const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { onboarding { ${facts} } userErrors { code path message } } }`;
  const { data, errors } = await world.graphql(actor, document, { input });
  expect(errors).toBeUndefined();
  return (data as Record<string, Answer>)[verb]!;
}
const told = ({ userErrors }: Answer) => userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

const berlin = { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" };
const maintainer = { name: "Mia", email: "mia@fix.test", role: "MAINTAINER" };
const onsite = { name: "Otto", email: "otto@hotel.test", role: "ONSITE_ADMIN" };

function draftOf(changes: OnboardingDraft["customer"] = {}): OnboardingDraft {
  const customer = {
    name: "Hotel Adler",
    language: "de",
    billingAddress: berlin,
    supportContacts: [maintainer, onsite],
  };
  return { customer: { ...customer, ...changes } };
}

function save(draft: OnboardingDraft, more: object = {}, actor = agent): Promise<Answer> {
  const input = { idempotencyKey: newId(), platform: "OFFICE400", step: "CUSTOMER", draft: JSON.stringify(draft) };
  return call("saveOnboarding", { ...input, ...more }, actor);
}

async function started(draft: OnboardingDraft = draftOf(), more: object = {}): Promise<Onboarding> {
  return (await save(draft, more)).onboarding!;
}

const next = ({ id, version }: Onboarding, step = "CUSTOMER", actor = agent) =>
  call("takeOnboardingStep", { id, version, step }, actor);

/** All that is no draft and no trail. */
async function business(): Promise<string> {
  const [row] = await rows<{ all: string }>(`select concat(
    (select coalesce(md5(string_agg(c::text, '' order by id)), '') from customer c),
    (select coalesce(md5(string_agg(c::text, '' order by id)), '') from contact c),
    (select coalesce(md5(string_agg(s::text, '' order by id)), '') from site s),
    (select coalesce(md5(string_agg(d::text, '' order by id)), '') from customer_domain d),
    (select coalesce(md5(string_agg(u::text, '' order by id)), '') from app_user u),
    (select count(*) from screening)) as all`);
  return row!.all;
}

test("M13: an incomplete draft is saved as typed and resumed on the same step, and by nobody of a customer", async () => {
  const before = await business();
  const draft = draftOf({ name: "Half a hotel", supportContacts: [{ name: "", email: "not yet", role: "OTHER" }] });
  const { id } = await started(draft);
  const read = `query ($id: ID!) { onboarding(id: $id) { ${facts} } }`;
  const { data } = await world.graphql(owner, read, { id });
  const { onboarding } = data as unknown as { onboarding: Onboarding };
  expect(onboarding).toMatchObject({ step: "CUSTOMER", state: "DRAFT", name: "Half a hotel", customer: null });
  expect(JSON.parse(onboarding.draft)).toEqual(draft);
  expect(await business()).toBe(before);
  const customer = encodeId("cus", "019a0000-0003-7000-8000-000000000789");
  const { viewer } = await join({ role: "ACCOUNT_ADMIN", customerId: customer });
  for (const verb of ["saveOnboarding", "takeOnboardingStep", "discardOnboarding"] as const) {
    const input = {
      saveOnboarding: { idempotencyKey: newId(), platform: "SMBC", step: "CUSTOMER", draft: "{}" },
      takeOnboardingStep: { id, step: "CUSTOMER", version: 1 },
      discardOnboarding: { id },
    }[verb];
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    const { errors } = await askAs(world, viewer, document, { input });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  }
});

test("M10: without a maintainer and an on-site administrator nobody is created, and the answer names who is missing", async () => {
  const before = await business();
  const one = await next(await started(draftOf({ supportContacts: [maintainer] })));
  expect(told(one)).toEqual(["REQUIRED customer.supportContacts.ONSITE_ADMIN"]);
  expect(one.userErrors[0]?.message).toContain("on-site administrator");
  const none = await next(await started(draftOf({ supportContacts: [] })));
  expect(told(none)).toEqual([
    "REQUIRED customer.supportContacts.MAINTAINER",
    "REQUIRED customer.supportContacts.ONSITE_ADMIN",
  ]);
  expect(await business()).toBe(before);
  const others = Array.from({ length: 50 }, (_, each) => ({
    name: `O ${each}`,
    email: `o${each}@x.test`,
    role: "OTHER",
  }));
  const { onboarding } = await next(await started(draftOf({ supportContacts: [maintainer, onsite, ...others] })));
  const customer = onboarding!.customer!.id;
  const document = "query ($id: ID!) { customer(id: $id) { contacts { id name roles } } }";
  const { data } = await world.graphql(agent, document, { id: customer });
  const { contacts } = (data as unknown as { customer: { contacts: { id: string; name: string }[] } }).customer;
  expect(contacts).toHaveLength(52);
  const remove =
    "mutation ($input: RemoveContactInput!) { removeContact(input: $input) { userErrors { code message } } }";
  const gone = async (name: string) => {
    const id = contacts.find((each) => each.name === name)!.id;
    const answer = await world.graphql(agent, remove, { input: { id } });
    return (answer.data as unknown as { removeContact: Answer }).removeContact.userErrors;
  };
  expect(await gone("O 1")).toEqual([]);
  expect(await gone("Mia")).toMatchObject([
    { code: "STATE_CONFLICT", message: expect.stringContaining("last maintainer") },
  ]);
  const update = "mutation ($input: UpdateContactInput!) { updateContact(input: $input) { userErrors { code path } } }";
  const contact = { name: "Otto", email: "otto@hotel.test", roles: ["OTHER"] };
  const changed = await world.graphql(agent, update, { input: { id: contacts[1]!.id, contact } });
  expect(told((changed.data as unknown as { updateContact: Answer }).updateContact)).toEqual([
    "STATE_CONFLICT contact.roles",
  ]);
});

test("M2: the first step creates the customer once, with domains, invited site administrators and support contacts", async () => {
  const email = `site-${newId()}@hotel.test`;
  const draft = draftOf({
    businessType: "HOSPITALITY",
    domains: ["Hotel-Adler.test", "adler.test"],
    siteAdministrators: [{ name: "Sina", email }],
  });
  const row = await started(draft);
  expect(told(await next(row))).toEqual(["EXCEEDS_RIGHTS customer.siteAdministrators.0"]);
  const done = await next(row, "CUSTOMER", owner);
  expect(done.userErrors).toEqual([]);
  const { customer } = done.onboarding!;
  expect(customer).toMatchObject({ pbxType: null, businessType: "HOSPITALITY" });
  const read = "query ($id: ID!) { customer(id: $id) { domains contacts { name roles } billingAddress { city } } }";
  const { data } = await world.graphql(agent, read, { id: customer!.id });
  expect(data).toEqual({
    customer: {
      domains: ["adler.test", "hotel-adler.test"],
      contacts: [
        { name: "Mia", roles: ["MAINTAINER"] },
        { name: "Otto", roles: ["ONSITE_ADMIN"] },
      ],
      billingAddress: { city: "Berlin" },
    },
  });
  expect(await mailsTo(email)).toHaveLength(1);
  const after = await business();
  const again = await next(row, "CUSTOMER", owner);
  expect(again.onboarding).toEqual(done.onboarding);
  expect(await business()).toBe(after);
});

test("M2: what is wrong is told on the draft's own fields, all at once, and a taken domain leaves nothing behind", async () => {
  const before = await business();
  const wrong = draftOf({
    name: "",
    businessType: "CIRCUS",
    billingAddress: { line1: "Postweg 1", country: "DE" },
    siteAdministrators: [{ name: "", email: "foo@" }],
    supportContacts: [maintainer, onsite, maintainer, { name: "", email: "foo@", role: "OTHER" }],
  });
  expect(told(await next(await started(wrong)))).toEqual([
    "REQUIRED customer.name",
    "REQUIRED customer.billingAddress.city",
    "REQUIRED customer.billingAddress.postalCode",
    "TAKEN customer.supportContacts.2.email",
    "REQUIRED customer.supportContacts.3.name",
    "INVALID customer.supportContacts.3.email",
    "REQUIRED customer.siteAdministrators.0.name",
    "INVALID customer.siteAdministrators.0.email",
    "INVALID customer.businessType",
  ]);
  expect(told(await next(await started(draftOf({ domains: ["ok.test", "adler.test"] }))))).toEqual([
    "TAKEN customer.domains.1",
  ]);
  expect(await business()).toBe(before);
});

test("M11: Next saves the step and goes on to the gateway, whose site is a place of its own", async () => {
  const { onboarding } = await next(await started());
  expect(onboarding).toMatchObject({ step: "GATEWAY", state: "INCOMPLETE", takenSteps: ["CUSTOMER"] });
  const hamburg = { ...berlin, line1: "Hafen 3", city: "Hamburg", postalCode: "20457" };
  const draft = { ...draftOf(), gateway: { name: "GW 1", siteName: "Hamburg", siteAddress: hamburg } };
  const more = { id: onboarding!.id, version: onboarding!.version, step: "GATEWAY" };
  const wrong = await started({ ...draft, gateway: { siteName: "", siteAddress: { country: "DE" } } }, more);
  expect(told(await next(wrong, "GATEWAY"))).toContain("REQUIRED gateway.siteAddress.city");
  const right = await started(draft, { ...more, version: wrong.version });
  const done = await next(right, "GATEWAY");
  expect(done.onboarding).toMatchObject({ step: "PBX", state: "INCOMPLETE", takenSteps: ["CUSTOMER", "GATEWAY"] });
  const read = "query ($id: ID!) { customer(id: $id) { billingAddress { city } sites { name address { city } } } }";
  const { data } = await world.graphql(agent, read, { id: onboarding!.customer!.id });
  expect(data).toEqual({
    customer: { billingAddress: { city: "Berlin" }, sites: [{ name: "Hamburg", address: { city: "Hamburg" } }] },
  });
  const toldOf = "select operation from audit_entry where path = (select path from onboarding where customer_id = $1)";
  const uuid = decodeId("cus", onboarding!.customer!.id);
  const entries = await rows<{ operation: string }>(toldOf, [uuid]);
  expect(entries.filter(({ operation }) => operation === "onboarding.take_step")).toHaveLength(2);
  expect(told(await next(done.onboarding!, "CONNECT"))).toEqual(["STATE_CONFLICT step"]);
});

test("M12: Cancel deletes a draft without a customer, and of another one what was typed since its last step", async () => {
  const before = await business();
  const { id } = await started();
  expect(await call("discardOnboarding", { id })).toEqual({ onboarding: null, userErrors: [] });
  expect(await rows("select 1 from onboarding where id::text = $1", [id])).toEqual([]);
  expect(await business()).toBe(before);
  const { onboarding } = await next(await started());
  const more = { id: onboarding!.id, version: onboarding!.version, step: "GATEWAY" };
  const after = await business();
  await started({ ...draftOf({ name: "Another name" }), gateway: { name: "GW 1" } }, more);
  const { onboarding: left } = await call("discardOnboarding", { id: onboarding!.id });
  expect(left).toMatchObject({ step: "GATEWAY", state: "INCOMPLETE", name: "Hotel Adler" });
  expect(JSON.parse(left!.draft)).toEqual(draftOf());
  expect(await business()).toBe(after);
});

test("M1: another platform has its own steps, keeps the customer's entries, and drops those for a PBX only when told", async () => {
  const labels = (platform: PlatformKey) => stepsOf(platform);
  expect(labels("OFFICE400")).toEqual(["CUSTOMER", "GATEWAY", "PBX", "CONNECT"]);
  expect(labels("SMBC")).toEqual(["CUSTOMER", "GATEWAY", "SYNC"]);
  const pbx = { ipAddress: "192.0.2.1" };
  const { id, version } = await started({ ...draftOf(), pbx });
  // Neither by sending them along nor by leaving them out are they lost without a word.
  for (const draft of [{ ...draftOf(), pbx }, draftOf()]) {
    expect(told(await save(draft, { id, version, platform: "SMBC" }))).toEqual(["STATE_CONFLICT platform"]);
  }
  const { onboarding: kept } = await save({ ...draftOf(), pbx }, { id, version });
  expect(JSON.parse(kept!.draft)).toEqual({ ...draftOf(), pbx });
  const more = { id, version: kept!.version, platform: "SMBC", dropsPbx: true };
  const { onboarding } = await save({ ...draftOf(), pbx }, more);
  expect(JSON.parse(onboarding!.draft)).toEqual(draftOf());
  const wrongStep = { id, version: onboarding!.version, platform: "SMBC", step: "PBX" };
  expect(told(await save(draftOf(), wrongStep))).toEqual(["INVALID step"]);
});

test("of two who save at once the second is told, and a draft that nobody saves is gone after 30 days", async () => {
  const { id, version } = await started(draftOf({ name: "Kept by two" }));
  expect((await save(draftOf({ name: "First" }), { id, version }, owner)).userErrors).toEqual([]);
  const second = await save(draftOf({ name: "Second" }), { id, version });
  expect(told(second)).toEqual(["STALE version"]);
  const { onboarding: kept } = await next(await started(draftOf({ name: "With a customer" })));
  world.clock.advance({ days: 30 });
  await forgetOldDrafts(world.system());
  const left = await rows<{ id: string }>("select id from onboarding where state = 'DRAFT'");
  expect(left).toEqual([]);
  expect(await rows("select 1 from onboarding where state = 'INCOMPLETE'")).not.toEqual([]);
  expect(kept).not.toBeNull();
});

test("what is no draft is refused, and what does not belong to one is not kept", async () => {
  for (const draft of ["", "[", "null", '{"customer":{"name":"\\u0000"}}', JSON.stringify({ a: "x".repeat(70_000) })]) {
    const input = { idempotencyKey: newId(), platform: "VA", step: "CUSTOMER", draft };
    expect(told(await call("saveOnboarding", input))).toEqual(["INVALID draft"]);
  }
  const draft = JSON.stringify({ pbx: { ipAddress: "192.0.2.1", pbxPassword: "Kept nowhere" } });
  const input = { idempotencyKey: newId(), platform: "MX_ONE", step: "PBX", draft };
  expect((await call("saveOnboarding", input)).onboarding?.draft).toBe('{"pbx":{"ipAddress":"192.0.2.1"}}');
});

test("drafts are of one tier: nobody beside sees, saves, takes or gives up another's", async () => {
  const { id, version } = await started();
  const elsewhere = "owner@beta.test";
  const list = "{ onboardings(first: 100) { nodes { id } } }";
  expect((await world.graphql(elsewhere, list)).data).toEqual({ onboardings: { nodes: [] } });
  const read = "query ($id: ID!) { onboarding(id: $id) { id } }";
  expect((await world.graphql(elsewhere, read, { id })).data).toEqual({ onboarding: null });
  for (const [verb, input] of [
    ["takeOnboardingStep", { id, version, step: "CUSTOMER" }],
    ["discardOnboarding", { id }],
  ] as const) {
    const type = `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
    const { errors } = await world.graphql(elsewhere, document, { input });
    expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  }
});

test("M13: what was left stands on Home of its reseller, with who began it, until there is a customer", async () => {
  const drafts = async (actor: string) => {
    const document = "{ homeSummary { attention { kind title detail target { __typename id } } } }";
    const { data } = await world.graphql(actor, document, {});
    const { attention } = (data as { homeSummary: { attention: { kind: string; title: string; target: object }[] } })
      .homeSummary;
    return attention.filter(({ kind }) => kind === "ONBOARDING");
  };
  await rows("delete from onboarding where state = 'DRAFT'");
  const unnamed = await started({});
  const named = await started(draftOf({ name: "Hotel Leise" }));
  const at = ({ id }: Onboarding) => ({ __typename: "Onboarding", id });
  expect(await drafts(owner)).toEqual([
    { kind: "ONBOARDING", title: "Hotel Leise", detail: "Amy Agent, at the customer", target: at(named) },
    { kind: "ONBOARDING", title: "Without a name", detail: "Amy Agent, at the customer", target: at(unnamed) },
  ]);
  expect(await drafts("owner@beta.test")).toEqual([]);
  for (const { id } of [unnamed, named]) await call("discardOnboarding", { id });
  expect(await drafts(owner)).toEqual([]);
});

test("MX1: who is taken on is found by name and status, has an account number of their own, and the own organisation says what it is", async () => {
  const names = async (filter: object, actor = owner) => {
    const document =
      "query ($filter: OnboardingFilter) { onboardings(first: 50, filter: $filter) { nodes { name state step takenSteps customer { number } } } }";
    const { data } = await world.graphql(actor, document, { filter });
    return (data as { onboardings: { nodes: (Onboarding & { customer: { number: number } | null })[] } }).onboardings
      .nodes;
  };
  await started(draftOf({ name: "100% Haus_1" }));
  const { onboarding: one } = await next(await started(draftOf({ name: "Haus Eins" })));
  const { onboarding: two } = await next(await started(draftOf({ name: "HAUS ZWEI" })));
  const found = await names({ name: "haus" });
  expect(found.map(({ name }) => name)).toEqual(["HAUS ZWEI", "Haus Eins", "100% Haus_1"]);
  const numbers = found.flatMap(({ customer }) => customer?.number ?? []);
  expect(new Set(numbers).size).toBe(2);
  expect(await names({ name: "haus", state: ["INCOMPLETE"] })).toMatchObject([
    { name: "HAUS ZWEI", step: "GATEWAY", takenSteps: ["CUSTOMER"] },
    { name: "Haus Eins", step: "GATEWAY", takenSteps: ["CUSTOMER"] },
  ]);
  await rows("update customer set name = 'Renamed' where id = $1", [decodeId("cus", two!.customer!.id)]);
  expect(await names({ name: "renam" })).toMatchObject([{ name: "HAUS ZWEI" }]);
  expect(await names({ name: "%" })).toMatchObject([{ name: "100% Haus_1" }]); // what stands for anything stands for itself
  expect(await names({ name: "haus" }, "owner@beta.test")).toEqual([]);
  expect([one, two].map((each) => each?.customer?.id)).not.toContain(undefined);

  const organisation =
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { message } } }";
  const input = { idempotencyKey: newId(), kind: "BUSINESS", name: "Acme itself", isInternal: true, homeCountry: "GB" };
  expect((await world.graphql(owner, organisation, { input })).data).toMatchObject({
    createCustomer: { userErrors: [] },
  });
  const own =
    "query ($own: Boolean!) { customers(first: 50, filter: { isInternal: $own }) { nodes { name isInternal } } }";
  const customersOf = async (isOwn: boolean) =>
    ((await world.graphql(owner, own, { own: isOwn })).data as { customers: { nodes: { name: string }[] } }).customers
      .nodes;
  expect(await customersOf(true)).toEqual([{ name: "Acme itself", isInternal: true }]);
  expect((await customersOf(false)).map(({ name }) => name)).not.toContain("Acme itself");
});
