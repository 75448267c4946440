import { newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import { insertCustomers } from "../customers/insert-customers.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { askAs, customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { deniedPersons, importFiles, screen } from "../testkit/screening-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { followLists } from "./follow-lists.ts";
import { runScreenings } from "./run-screenings.ts";
import { address, codes, screeningApi, type Refused } from "../testkit/screening-api.ts";

const world = await testWorld();
const { rows } = world.database;
const [owner, operator] = ["owner@acme.test", "ops@tierline.test"] as const;
beforeAll(async () => {
  await plantCustomers(world);
  await importFiles(world, "DPL", deniedPersons("Denied Trading LLC|US", "Ivan Petrov|RU"));
  await screen(world);
});
const { ask, create, update, screened, triggers, suspect, operations } = screeningApi(world);

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
    ...base,
    id: newId(),
    resellerId,
    resellerPath,
    number: 500 + index,
    name: `Import ${index}`,
    createdAt: t0,
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
  const told = ["screening.import", "screening.open", "screening.withdraw"];
  expect(await operations()).toEqual(expect.arrayContaining(told));
});
