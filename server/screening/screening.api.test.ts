import { decodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import { insertCustomers } from "../customers/insert-customers.ts";
import { UserEntity } from "../identity/user.entity.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { deniedPersons, importFiles, screen } from "../testkit/screening-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { watchCase } from "./list-cases.ts";
import { followLists } from "./follow-lists.ts";
import { runScreenings } from "./run-screenings.ts";

const world = await testWorld();
const { rows } = world.database;
const [owner, operator] = ["owner@acme.test", "ops@tierline.test"] as const;
const second: Viewer = { ...world.as(operator).viewer, userId: newId(), name: "Second Reviewer" };
const hour = { hours: 1 };

beforeAll(async () => {
  await plantCustomers(world);
  await importFiles(world, "DPL", deniedPersons("Denied Trading LLC|US", "Ivan Petrov|RU"));
  await screen(world);
});

interface Refused {
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}
async function ask<T>(who: string | Viewer, source: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } =
    typeof who === "string" ? await world.graphql(who, source, variables) : await askAs(world, who, source, variables);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}
const uuidOf = (id: string): string => decodeId(id.slice(0, 3) as "cus" | "scc", id) ?? "";
const codes = ({ userErrors }: Refused) => userErrors.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

const address = { line1: "1 Main St", city: "London", postalCode: "N1 1AA", country: "GB" };
async function create(name: string, more: object = {}, who = owner): Promise<{ id: string; version: number }> {
  const input = {
    idempotencyKey: newId(),
    kind: "BUSINESS",
    name,
    homeCountry: "GB",
    billingAddress: address,
    ...more,
  };
  const source =
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id version } userErrors { code path } } }";
  const { createCustomer: answer } = await ask<{
    createCustomer: Refused & { customer: { id: string; version: number } };
  }>(who, source, { input });
  expect(answer.userErrors).toEqual([]);
  return answer.customer;
}
async function update(id: string, more: object): Promise<void> {
  const read = await ask<{ customer: { version: number } }>(
    owner,
    "query ($id: ID!) { customer(id: $id) { version } }",
    { id },
  );
  const source =
    "mutation ($input: UpdateCustomerInput!) { updateCustomer(input: $input) { userErrors { code path } } }";
  const { updateCustomer } = await ask<{ updateCustomer: Refused }>(owner, source, {
    input: { id, version: read.customer.version, ...more },
  });
  expect(updateCustomer.userErrors).toEqual([]);
}

interface Case {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly isOverdue: boolean;
  readonly unreachable: number;
  readonly matches: readonly { readonly matchedName: string; readonly score: number }[];
}
interface Screened {
  readonly state: string;
  readonly suspensionReasons: readonly string[];
  readonly screening: {
    readonly state: string;
    readonly checks: readonly {
      readonly trigger: string;
      readonly state: string;
      readonly previousState: string | null;
    }[];
    readonly case: Case | null;
  };
}
const caseFacts =
  "id version state isOverdue unreachable matches { matchedName score words { ours listed likeness } isSameCountry }";
async function screened(id: string, who: string | Viewer = owner): Promise<Screened> {
  const source = `query ($id: ID!) { customer(id: $id) { state suspensionReasons screening { state checks { trigger state previousState } case { ${caseFacts} } } } }`;
  return (await ask<{ customer: Screened }>(who, source, { id })).customer;
}
const triggers = async (id: string) => (await screened(id)).screening.checks.map(({ trigger }) => trigger).toSorted();
type Payload = Refused & { readonly screeningCase: Case | null };
async function decide(
  verb: "approve" | "confirm" | "take",
  who: string | Viewer,
  given: Case,
  more: object = {},
): Promise<Payload> {
  const name = `${verb}ScreeningCase`;
  const type = verb === "take" ? "TakeScreeningCaseInput" : "DecideScreeningCaseInput";
  const input =
    verb === "take" ? { id: given.id } : { id: given.id, version: given.version, reason: "Looked into", ...more };
  const source = `mutation ($input: ${type}!) { ${name}(input: $input) { screeningCase { ${caseFacts} owner decidedBy reason } userErrors { code path } } }`;
  return (await ask<Record<string, Payload>>(who, source, { input }))[name]!;
}
async function attempt(
  given: Pick<Case, "id">,
  outcome: "REACHED" | "UNREACHABLE",
  idempotencyKey = newId(),
): Promise<Payload> {
  const source = `mutation ($input: LogContactAttemptInput!) { logContactAttempt(input: $input) { screeningCase { ${caseFacts} } userErrors { code path } } }`;
  const input = { idempotencyKey, id: given.id, channel: "PHONE", outcome };
  return (await ask<{ logContactAttempt: Payload }>(operator, source, { input })).logContactAttempt;
}
async function suspect(name = "Denied Trading LLC"): Promise<{ id: string; found: Case }> {
  const { id } = await create(name);
  await screen(world);
  const found = (await screened(id)).screening.case;
  expect(found).not.toBeNull();
  return { id, found: found! };
}

const operations = async () =>
  (await rows<{ operation: string }>("select distinct operation from audit_entry where outcome = 'DONE'")).map(
    ({ operation }) => operation,
  );

test("C13: whoever is created is checked exactly once, however often a worker sweeps", async () => {
  const { id } = await create("Harbour Supplies");
  expect((await screened(id)).screening.state).toBe("RUNNING");
  await Promise.all([runScreenings(world.system()), runScreenings(world.system())]);
  await screen(world);
  expect((await screened(id)).screening).toMatchObject({
    state: "CLEAR",
    checks: [{ trigger: "CUSTOMER_CREATED", state: "CLEAR" }],
    case: null,
  });
});

test("C14: another billing address is one more check; phone, contact, site and the same address are none", async () => {
  const { id } = await create("Quayside Supplies");
  await update(id, { phone: "+44 20 7946 0000", billingAddress: address });
  for (const [verb, input] of [
    ["addContact", { contact: { name: "Ann", roles: ["OTHER"], email: "ann@q.test" } }],
    ["addSite", { site: { name: "Dock", address } }],
  ] as const) {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const source = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code path } } }`;
    await ask(owner, source, { input: { customerId: id, idempotencyKey: newId(), ...input } });
  }
  expect(await triggers(id)).toEqual(["CUSTOMER_CREATED"]);
  await update(id, { billingAddress: { ...address, line1: "2 Main St" } });
  expect(await triggers(id)).toEqual(["BILLING_ADDRESS_UPDATED", "CUSTOMER_CREATED"]);
  await update(id, { name: "Quayside Stores" });
  expect(await triggers(id)).toEqual(["BILLING_ADDRESS_UPDATED", "CUSTOMER_CREATED", "NAME_UPDATED"]);
  await screen(world);
  expect((await screened(id)).screening.state).toBe("CLEAR");
});

test("C15: all that come in by one statement are checked, and those of every tier", async () => {
  const { id: resellerId, path: resellerPath } = resellersOfTests.acmeNorth;
  const base = {
    kind: "BUSINESS",
    email: null,
    phone: null,
    homeCountry: "GB",
    language: "en",
    createdVia: "CONSOLE",
  } as const;
  const many = Array.from({ length: 50 }, (_, index) => ({
    ...{ ...base, id: newId(), resellerId, resellerPath, number: 500 + index, name: `Import ${index}`, createdAt: t0 },
  }));
  await insertCustomers(world.system().em, many);
  await screen(world);
  const [counted] = await rows<{ count: string; clear: string }>(
    "select count(*), count(*) filter (where state = 'CLEAR') as clear from screening where customer_id = any($1)",
    [many.map(({ id }) => id)],
  );
  expect(counted).toEqual({ count: "50", clear: "50" });
});

test("C16: who is created may be sold to and changed while the check is under way, and nobody waits for it", async () => {
  const { id } = await create("Denied Trading LLC");
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", screening: { state: "RUNNING", case: null } });
  await update(id, { phone: "+44 20 7946 0001" }); // while the check has not been made
  await screen(world);
  expect(await screened(id)).toMatchObject({
    state: "ACTIVE",
    suspensionReasons: [],
    screening: { state: "POTENTIAL_MATCH" },
  });
});

test("C17: whoever is clear has no case, and nobody is written to or told", async () => {
  const count = async () =>
    rows(
      "select (select count(*) from screening_case) as cases, (select count(*) from outbox_mail) as mails, (select count(*) from notification) as told",
    );
  const before = await count();
  await create("Lighthouse Bakery");
  await screen(world);
  expect(await count()).toEqual(before);
});

test("C18: a potential match is one open case; approved, it is over with who decided when, and an open console sees it", async () => {
  const { id, found } = await suspect();
  expect(found).toMatchObject({
    state: "OPEN",
    matches: [
      {
        matchedName: "Denied Trading LLC",
        score: 1_000,
        isSameCountry: false,
        words: [{ ours: "denied", likeness: 1_000 }, {}],
      },
    ],
  });
  const seen: string[] = [];
  const watching = new AbortController();
  const watch = (async () => {
    for await (const each of watchCase(world.as(owner), found.id, watching.signal)) {
      seen.push(each.state);
      if (each.state === "APPROVED") return;
    }
  })();
  await expect.poll(() => seen).toEqual(["OPEN"]);
  expect((await decide("take", operator, found)).screeningCase).toMatchObject({
    owner: "Olivia Grant",
  });
  const now = (await screened(id)).screening.case!;
  const approved = await decide("approve", operator, now);
  expect(approved.screeningCase).toMatchObject({
    state: "APPROVED",
    reason: "Looked into",
    decidedBy: "Olivia Grant",
  });
  await watch;
  expect(seen.at(-1)).toBe("APPROVED");
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", screening: { state: "APPROVED" } });
  expect(codes(await decide("approve", operator, approved.screeningCase!))).toEqual(["STATE_CONFLICT id"]);
  expect(
    await rows("select operation from audit_entry where subject_id = $1 order by id", [uuidOf(found.id)]),
  ).toMatchObject(["screening.open", "screening.take", "screening.approve"].map((operation) => ({ operation })));
});

test("a decision is made on what was seen and for a reason, and stands until the customer or the listed party changes", async () => {
  const { id, found } = await suspect();
  expect(codes(await decide("approve", operator, found, { version: found.version + 1 }))).toEqual(["STALE version"]);
  expect(codes(await decide("approve", operator, found, { reason: "" }))).toEqual(["REQUIRED reason"]);
  await decide("approve", operator, found);
  const again = async () => {
    await rows(
      "insert into screening (id, path, customer_id, trigger, state, list_versions, matches) select gen_random_uuid(), path, id, 'LIST_CHANGED', 'RUNNING', '{}', 0 from customer where id = $1",
      [uuidOf(id)],
    );
    await screen(world);
    return (await screened(id)).screening;
  };
  expect(await again()).toMatchObject({ state: "APPROVED", case: { id: found.id } });
  await update(id, { billingAddress: { ...address, country: "US", region: "NY", postalCode: "10001" } });
  await screen(world);
  const other = (await screened(id)).screening;
  expect(other).toMatchObject({ state: "POTENTIAL_MATCH", case: { state: "OPEN" } });
  expect(other.case?.id).not.toBe(found.id);
});

test("confirming takes two people, and the second is not the first", async () => {
  const { id, found } = await suspect();
  const first = await decide("confirm", operator, found);
  expect(first.screeningCase).toMatchObject({ state: "CONFIRMING" });
  expect(codes(await decide("confirm", operator, first.screeningCase!))).toEqual(["STATE_CONFLICT id"]);
  expect((await decide("confirm", second, first.screeningCase!)).screeningCase).toMatchObject({
    state: "NON_COMPLIANT",
  });
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", screening: { state: "NON_COMPLIANT" } });
  // Whoever changes their name is not let off by it: somebody decides anew.
  await update(id, { name: "Lighthouse Brewery" });
  await screen(world);
  expect((await screened(id)).screening).toMatchObject({
    state: "POTENTIAL_MATCH",
    case: { id: found.id, state: "OPEN" },
  });
});

test("C19: a case is in time for 60 minutes and overdue a second later, which figures and filter tell", async () => {
  world.clock.advance({ days: 40 });
  await rows(
    "update screening_case set state = 'WITHDRAWN', decided_at = $1 where state in ('OPEN', 'CONFIRMING', 'NON_COMPLIANT')",
    [t0],
  );
  const { id, found } = await suspect();
  const figures = async () =>
    (await ask<{ screeningFigures: object }>(operator, "{ screeningFigures { undecided overdue medianMinutes } }"))
      .screeningFigures;
  const overdue = async () =>
    (
      await ask<{ screeningCases: { nodes: { id: string }[] } }>(
        operator,
        "{ screeningCases(first: 10, filter: { isOverdue: true }) { nodes { id } } }",
      )
    ).screeningCases.nodes;
  world.clock.advance(hour);
  expect((await screened(id)).screening.case).toMatchObject({ isOverdue: false });
  expect(await overdue()).toEqual([]);
  world.clock.advance({ seconds: 1 });
  expect((await screened(id)).screening.case).toMatchObject({ isOverdue: true });
  expect(await overdue()).toEqual([{ id: found.id }]);
  expect(await figures()).toEqual({ undecided: 1, overdue: 1, medianMinutes: null });
  await decide("approve", operator, found);
  expect(await figures()).toEqual({ undecided: 0, overdue: 0, medianMinutes: 60 });
});

test("C20: the reseller's people have a task, and an attempt to reach somebody stands with the case", async () => {
  const { found } = await suspect();
  const told = await rows<{ email: string }>(
    "select u.email from notification n join app_user u on u.id = n.user_id where n.case_id = $1 order by 1",
    [uuidOf(found.id)],
  );
  expect(told.map(({ email }) => email)).toEqual(expect.arrayContaining(["agent@acme.test", owner]));
  expect(told.every(({ email }) => email.endsWith("@acme.test"))).toBe(true);
  const key = newId();
  await attempt(found, "UNREACHABLE", key);
  expect((await attempt(found, "UNREACHABLE", key)).screeningCase).toMatchObject({ unreachable: 1 });
  const source = "query ($id: ID!) { screeningCase(id: $id) { attempts { channel outcome isCounted by note } } }";
  expect(await ask(owner, source, { id: found.id })).toEqual({
    screeningCase: {
      attempts: [{ channel: "PHONE", outcome: "UNREACHABLE", isCounted: true, by: expect.any(String), note: null }],
    },
  });
});

async function people(customerId: string, count: number): Promise<string[]> {
  const [customer] = await rows<{ path: string; reseller_id: string }>(
    "select path, reseller_id from customer where id = $1",
    [customerId],
  );
  const ids = Array.from({ length: count }, () => newId());
  const { em } = world.system();
  for (const id of ids)
    await em.insert(UserEntity, {
      id,
      name: "Somebody",
      email: `${id}@denied.test`,
      path: customer!.path,
      reseller: customer!.reseller_id,
      customer: customerId,
      role: "CUSTOMER_USER",
      createdAt: t0,
      version: 1,
    });
  await rows(
    "insert into session (id, user_id, path, user_agent, token_hash, created_at, last_seen_at, expires_at) select gen_random_uuid(), id, path, '', rpad(translate(id::text, '-', '_'), 43, 'x'), $2::timestamptz, $2, $2::timestamptz + interval '90 days' from app_user where id = any($1)",
    [ids, world.clock.now()],
  );
  return ids;
}
const openSessions = async (ids: readonly string[]) =>
  (await rows("select 1 from session where user_id = any($1) and ended_at is null", [ids])).length;

test("C21: after 30 days of 24 hours the customer and its people are deactivated, announced 7, 3 and 1 days before, and brought back within 30 days", async () => {
  const { id, found } = await suspect();
  const users = await people(uuidOf(id), 4);
  const mails = async () =>
    (
      await rows<{ subject: string }>("select distinct subject from outbox_mail where cause like $1 order by 1", [
        `screening:announced:${uuidOf(found.id)}%`,
      ])
    ).map(({ subject }) => subject);
  for (const [days, expected] of [
    [22, 0],
    [23, 1],
    [27, 2],
    [29, 3],
  ] as const) {
    const opened = (
      await rows<{ opened_at: Date }>("select opened_at from screening_case where id = $1", [uuidOf(found.id)])
    )[0]!.opened_at;
    world.clock.set(new Date(opened.getTime() + days * 86_400_000));
    await screen(world);
    await screen(world);
    expect(await mails()).toHaveLength(expected);
  }
  world.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
  await screen(world);
  expect(await screened(id)).toMatchObject({ state: "ACTIVE", suspensionReasons: [] });
  expect(await openSessions(users)).toBe(4);
  world.clock.advance({ seconds: 1 });
  await screen(world);
  expect(await screened(id)).toMatchObject({
    state: "DEACTIVATING",
    suspensionReasons: ["COMPLIANCE"],
    screening: { state: "NON_COMPLIANT" },
  });
  expect(await openSessions(users)).toBe(0);
  await screen(world);
  const off = await screened(id);
  expect(off).toMatchObject({ state: "DEACTIVATED", screening: { case: { state: "DEACTIVATED" } } });
  const back = async (version: number) => {
    const source = `mutation ($input: DecideScreeningCaseInput!) { reactivateScreenedCustomer(input: $input) { screeningCase { ${caseFacts} } userErrors { code path } } }`;
    return (
      await ask<Record<string, Payload>>(operator, source, {
        input: { id: found.id, version, reason: "Another party" },
      })
    )["reactivateScreenedCustomer"]!;
  };
  const { version } = off.screening.case!;
  expect(codes(await decide("approve", operator, off.screening.case!))).toEqual(["STATE_CONFLICT id"]);
  world.clock.advance({ days: 30, seconds: 1 });
  expect(codes(await back(version))).toEqual(["EXPIRED id"]);
  world.clock.advance({ seconds: -1 });
  expect((await back(version)).screeningCase).toMatchObject({ state: "APPROVED" });
  await screen(world);
  expect(await screened(id)).toMatchObject({
    state: "ACTIVE",
    suspensionReasons: [],
    screening: { state: "APPROVED" },
  });
});

test("C21: the third attempt in vain that counts deactivates at once; one reached begins the count anew, one made too soon does not count", async () => {
  const { id, found } = await suspect();
  const tries = async (outcome: "REACHED" | "UNREACHABLE") =>
    (await attempt(found, outcome)).screeningCase?.unreachable;
  expect(await tries("UNREACHABLE")).toBe(1);
  world.clock.advance({ minutes: 5 });
  expect(await tries("UNREACHABLE")).toBe(1);
  world.clock.advance({ hours: 24 });
  expect(await tries("UNREACHABLE")).toBe(2);
  expect(await screened(id)).toMatchObject({ state: "ACTIVE" });
  expect(await tries("REACHED")).toBe(0);
  for (const expected of [1, 2]) {
    world.clock.advance({ hours: 24 });
    expect(await tries("UNREACHABLE")).toBe(expected);
  }
  expect(await screened(id)).toMatchObject({ state: "ACTIVE" });
  world.clock.advance({ hours: 24 });
  const third = await attempt(found, "UNREACHABLE");
  expect(third.screeningCase).toMatchObject({ state: "DEACTIVATED", unreachable: 3 });
  expect(await screened(id)).toMatchObject({ state: "DEACTIVATING" });
  await screen(world);
  expect(await screened(id)).toMatchObject({ state: "DEACTIVATED" });
  expect(codes(await attempt(found, "UNREACHABLE"))).toEqual(["STATE_CONFLICT id"]);
});

test("C22: links to policies are the operator's to set, and every tier reads them", async () => {
  const read = async () =>
    (
      await ask<{ screeningSettings: { version: number; links: object[] } }>(
        owner,
        "{ screeningSettings { version threshold links { title url } } }",
      )
    ).screeningSettings;
  const { version, links } = await read();
  expect(links.length).toBeGreaterThan(0);
  const source =
    "mutation ($input: SetScreeningSettingsInput!) { setScreeningSettings(input: $input) { settings { version } userErrors { code path } } }";
  const set = async (more: object, who: string = operator) =>
    ask<{ setScreeningSettings: Refused }>(who, source, {
      input: {
        version,
        threshold: 880,
        thresholdWithCountry: 800,
        links: [{ title: "Our policy", url: "https://tierline.test/policy" }],
        ...more,
      },
    });
  expect(
    codes(
      (await set({ threshold: 400, thresholdWithCountry: 1_001, links: [{ title: "", url: "javascript:alert(1)" }] }))
        .setScreeningSettings,
    ),
  ).toEqual(["INVALID threshold", "INVALID thresholdWithCountry", "REQUIRED links.0.title", "INVALID links.0.url"]);
  expect(codes((await set({})).setScreeningSettings)).toEqual([]);
  expect(await read()).toMatchObject({ links: [{ title: "Our policy", url: "https://tierline.test/policy" }] });
  expect(codes((await set({})).setScreeningSettings)).toEqual(["STALE version"]);
  expect(await operations()).toEqual(expect.arrayContaining(["screening.settings"]));
});

test("U14: a case exists for its reseller and those above, and for nobody else; lists for the operator alone", async () => {
  const { id, found } = await suspect();
  const read = (who: string | Viewer) =>
    ask<{ screeningCase: object | null }>(who, "query ($id: ID!) { screeningCase(id: $id) { state } }", {
      id: found.id,
    });
  for (const who of [owner, "owner@nord.test", operator])
    expect(await read(who)).toEqual({ screeningCase: { state: "OPEN" } });
  const technician: Viewer = {
    ...world.as("agent@acme.test").viewer,
    onlyCustomers: [pathOf(customersOfTests.johnSmith)],
  };
  for (const who of ["owner@beta.test", technician]) expect(await read(who)).toEqual({ screeningCase: null });
  const own: Viewer = {
    ...world.as(owner).viewer,
    role: "CUSTOMER_USER",
    permissions: new Set(permissionsOf("CUSTOMER_USER")),
  };
  const { errors } = await askAs(world, own, "query ($id: ID!) { screeningCase(id: $id) { state } }", { id: found.id });
  expect(errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  expect(
    (
      await ask<{ customer: { screening: unknown } }>(
        own,
        "query ($id: ID!) { customer(id: $id) { screening { state } } }",
        { id },
      )
    ).customer.screening,
  ).toBeNull();
  const lists = await world.graphql(owner, "{ screeningLists { id } }");
  expect(lists.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  await expect(world.as(owner).em.execute("select * from list_name")).rejects.toThrow(/permission denied/);
  expect(await world.as(owner).em.execute("select * from list_entry")).toEqual([]);
});

test("a list is taken over whole or not at all, the same file twice changes nothing, and only those are looked at again whom a change can touch", async () => {
  const { id: alike } = await create("Brandnew Denied Company");
  const { id: other } = await create("Riverside Florist");
  await screen(world);
  world.clock.advance({ seconds: 1 });
  const names = ["Denied Trading LLC|US", "Ivan Petrov|RU", "Brand New Denied Company|US"];
  const first = await importFiles(world, "DPL", deniedPersons(...names));
  expect(first).toMatchObject({ isNew: true, problems: [] });
  expect(await importFiles(world, "DPL", deniedPersons(...names))).toEqual({ ...first, isNew: false });
  expect((await importFiles(world, "DPL", { "dpl.csv": "no,list\n" })).problems).toHaveLength(1);
  const lists = await ask<{ screeningLists: object[] }>(
    operator,
    "{ screeningLists { number isCurrent entries added changed gone importedBy } }",
  );
  expect(lists.screeningLists[0]).toMatchObject({
    number: 2,
    isCurrent: true,
    entries: 3,
    added: 1,
    changed: 0,
    gone: 0,
  });
  await Promise.all([followLists(world.system()), followLists(world.system())]);
  await screen(world);
  expect(await screened(alike)).toMatchObject({
    screening: { state: "POTENTIAL_MATCH", checks: [{ trigger: "LIST_CHANGED", previousState: "CLEAR" }, {}] },
  });
  expect(await triggers(other)).toEqual(["CUSTOMER_CREATED"]);
  world.clock.advance({ seconds: 1 });
  await expect(importFiles(world, "DPL", deniedPersons("Denied Trading LLC|US"))).rejects.toThrow(/INVALID/);
  await importFiles(world, "DPL", deniedPersons("Denied Trading LLC|US", "Ivan Petrov|RU"), { isShrinkMeant: true });
  await screen(world);
  expect(await screened(alike)).toMatchObject({ screening: { state: "CLEAR", case: { state: "WITHDRAWN" } } });
  const told = [
    "import",
    "open",
    "find",
    "withdraw",
    "take",
    "approve",
    "confirm",
    "contact",
    "deactivate",
    "reactivate",
  ];
  expect(await operations()).toEqual(expect.arrayContaining(told.map((verb) => `screening.${verb}`)));
});
