import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { authenticate } from "../identity/authenticate.ts";
import { openSession } from "../identity/session.ts";
import { askAs, customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const idOf = (key: keyof typeof resellersOfTests) => encodeId("rsl", resellersOfTests[key].id);
const owner = "owner@acme.test";

beforeAll(() => plantCustomers(world));
beforeEach(async () => {
  await world.database.rows(
    "set local session_replication_role = replica; update reseller set state = 'ACTIVE', delegated = null, limits = null; delete from audit_entry",
  );
});

const inputOf: Readonly<Record<string, string>> = {
  createReseller: "CreateResellerInput",
  updateReseller: "UpdateResellerInput",
  delegateToReseller: "DelegateToResellerInput",
  closeReseller: "CloseResellerInput",
};

interface Payload {
  reseller: Record<string, unknown> | null;
  userErrors: { code: string; path: string[] | null; message: string }[];
}

const fields =
  "reseller { id key name state country currency timeZone locale version delegated failureEmails } userErrors { code path message }";

const documentOf = (verb: string) =>
  `mutation ($input: ${inputOf[verb] ?? "ResellerStateInput"}!) { ${verb}(input: $input) { ${fields} } }`;

async function call(user: string, verb: string, input: Record<string, unknown>): Promise<Payload> {
  const { data, errors } = await world.graphql(user, documentOf(verb), { input });
  expect(errors).toBeUndefined();
  return data?.[verb] as Payload;
}

async function codeOf(user: string, verb: string, input: Record<string, unknown>): Promise<string> {
  const { reseller, userErrors } = await call(user, verb, input);
  expect(reseller).toBeNull();
  return userErrors.map(({ code, path }) => `${code} ${path?.join(".")}`).join(", ");
}

const fresh = (more: Record<string, unknown> = {}) => ({
  idempotencyKey: newId(),
  name: "Acme South",
  key: `south-${newId().slice(-12)}`,
  ...more,
});
const audit = () =>
  world.database.rows<{ operation: string; path: string; note: string | null }>(
    "select operation, path, note from audit_entry order by id",
  );

/** As the next request of a session of that person's. */
async function nowOf(email: string): Promise<Viewer | null> {
  const { token } = await transaction(world.as(email), (tx) => openSession(tx, "a browser"));
  return authenticate(world.system(), token);
}

test("X2: a reseller is created below another, to any depth, with what its parent has where nothing is given", async () => {
  const { reseller } = await call(
    owner,
    "createReseller",
    fresh({ name: "Acme West", failureEmails: ["w@acme.test"] }),
  );
  expect(reseller).toMatchObject({
    name: "Acme West",
    state: "PENDING",
    country: "GB",
    currency: "GBP",
    delegated: null,
    failureEmails: ["w@acme.test"],
  });
  await call(owner, "activateReseller", { id: reseller?.["id"] });
  const { reseller: below } = await call(
    owner,
    "createReseller",
    fresh({ parentId: reseller?.["id"], currency: "EUR" }),
  );
  expect(below).toMatchObject({ currency: "EUR" });
  const paths = await audit();
  expect(paths.map(({ operation }) => operation)).toEqual(["reseller.create", "reseller.activate", "reseller.create"]);
  expect(paths[2]?.path).toMatch(/^r1\.r2\.r3\.r\d{4,}\.r\d{4,}\.$/);
});

test("X2: the same request twice makes one reseller, and two at once get numbers of their own", async () => {
  const input = fresh();
  const [first, again] = [await call(owner, "createReseller", input), await call(owner, "createReseller", input)];
  expect(again).toEqual(first);
  const both = await Promise.all([
    call(owner, "createReseller", fresh()),
    call("owner@beta.test", "createReseller", fresh()),
  ]);
  expect(new Set(both.map(({ reseller }) => reseller?.["id"])).size).toBe(2);
});

test("what is wrong is said at each field, and nothing is written", async () => {
  const wrong = {
    name: "",
    key: "Acme South",
    country: "XX",
    currency: "GB",
    timeZone: "Mars/Base",
    locale: "english",
    failureEmails: ["x"],
    delegated: ["order.steal"],
  };
  expect(await codeOf(owner, "createReseller", fresh(wrong))).toBe(
    "REQUIRED name, INVALID key, INVALID country, INVALID currency, INVALID timeZone, INVALID locale, INVALID failureEmails.0, INVALID delegated.0",
  );
  expect(await codeOf(owner, "createReseller", fresh({ key: "beta" }))).toBe("TAKEN key");
  expect(await audit()).toEqual([]);
});

test("above, beside and nowhere are the same to whoever names them", async () => {
  for (const id of [idOf("nord"), idOf("beta"), idOf("tierline"), encodeId("rsl", newId()), "x"]) {
    const tries: [string, Record<string, unknown>][] = [
      ["createReseller", fresh({ parentId: id })],
      ["suspendReseller", { id }],
      ["closeReseller", { id, confirmation: "close" }],
      ["delegateToReseller", { id }],
    ];
    for (const [verb, input] of tries) {
      const { errors } = await world.graphql(owner, documentOf(verb), { input });
      expect(errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
    }
  }
});

test("V1: before activation its owner may begin and nothing else; activated twice it is active, with one entry", async () => {
  await world.database.rows(
    "set local session_replication_role = replica; update reseller set state = 'PENDING' where key = 'acme'",
  );
  const before = (await nowOf(owner))!;
  expect([...before.permissions].toSorted()).toEqual(["profile.update", "reseller.activate", "reseller.view"]);
  const create =
    'mutation { createCustomer(input: { idempotencyKey: "1", kind: INDIVIDUAL, name: "A", homeCountry: "GB" }) { userErrors { code } } }';
  const refused = await askAs(world, before, create);
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "RESELLER_NOT_ACTIVATED" });
  const child = await codeOf("ops@tierline.test", "createReseller", fresh({ parentId: idOf("acme") }));
  expect(child).toBe("RESELLER_NOT_ACTIVATED parentId");
  await world.database.rows("delete from audit_entry");
  const activate =
    "mutation ($id: ID!) { activateReseller(input: { id: $id }) { reseller { state } userErrors { code } } }";
  for (const viewer of [before, (await nowOf(owner))!]) {
    const { data } = await askAs(world, viewer, activate, { id: idOf("acme") });
    expect(data).toEqual({ activateReseller: { reseller: { state: "ACTIVE" }, userErrors: [] } });
  }
  expect((await audit()).filter(({ operation }) => operation === "reseller.activate")).toHaveLength(1);
  expect((await nowOf(owner))?.permissions.has("customer.create")).toBe(true);
});

test("CX11: suspended, and below one that is, nobody creates or changes, and services may still be ended", async () => {
  await call("ops@tierline.test", "suspendReseller", { id: idOf("nord"), note: "unpaid" });
  const suspended = (await nowOf(owner))!;
  expect(suspended.permissions.has("service.terminate")).toBe(true);
  expect(suspended.permissions.has("customer.view")).toBe(true);
  const create =
    'mutation { createCustomer(input: { idempotencyKey: "2", kind: INDIVIDUAL, name: "A", homeCountry: "GB" }) { userErrors { code } } }';
  const update =
    'mutation ($id: ID!) { updateCustomer(input: { id: $id, version: 1, name: "B" }) { userErrors { code } } }';
  const variables = { id: encodeId("cus", customersOfTests.johnDoe.id) };
  for (const source of [create, update]) {
    const { errors } = await askAs(world, suspended, source, source === update ? variables : {});
    expect(errors?.[0]?.originalError).toMatchObject({ code: "RESELLER_SUSPENDED" });
  }
  await call("ops@tierline.test", "resumeReseller", { id: idOf("nord") });
  expect(await audit()).toMatchObject([
    { operation: "reseller.suspend", note: "unpaid" },
    { operation: "reseller.resume" },
  ]);
  expect((await nowOf(owner))?.permissions.has("customer.create")).toBe(true);
});

test("CX11: nothing new in a suspended reseller for those above it either", async () => {
  await call(owner, "suspendReseller", { id: idOf("acmeNorth") });
  const create =
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code path } } }";
  const input = {
    idempotencyKey: newId(),
    resellerId: idOf("acmeNorth"),
    kind: "INDIVIDUAL",
    name: "A",
    homeCountry: "GB",
  };
  const { data } = await world.graphql(owner, create, { input });
  expect(data).toEqual({ createCustomer: { userErrors: [{ code: "RESELLER_SUSPENDED", path: ["resellerId"] }] } });
});

test("M14: of one's own reseller name and country are the parent's to say, the rest is one's own", async () => {
  const version = Number(
    (await world.database.rows<{ version: number }>("select version from reseller where key = 'acme'"))[0]?.version,
  );
  const own = { id: idOf("acme"), version };
  expect(await codeOf(owner, "updateReseller", { ...own, name: "Acme & Co", country: "FR" })).toBe(
    "FIELD_OWNED_BY_PARENT name, FIELD_OWNED_BY_PARENT country",
  );
  const { reseller } = await call(owner, "updateReseller", { ...own, timeZone: "Europe/Paris", failureEmails: [] });
  expect(reseller).toMatchObject({ timeZone: "Europe/Paris", failureEmails: [], version: version + 1 });
  expect(await codeOf("owner@nord.test", "updateReseller", { ...own, name: "Acme & Co" })).toBe("STALE version");
  const renamed = await call("owner@nord.test", "updateReseller", {
    id: idOf("acme"),
    version: version + 1,
    name: "Acme & Co",
  });
  expect(renamed.reseller).toMatchObject({ name: "Acme & Co" });
});

test("nobody lets others do what they may not do themselves, and a limit holds from the next request on", async () => {
  const refusal = await codeOf(owner, "delegateToReseller", {
    id: idOf("acmeNorth"),
    delegated: ["customer.view", "playbook.edit"],
  });
  expect(refusal).toBe("INVALID delegated.1");
  expect(await codeOf(owner, "delegateToReseller", { id: idOf("acme"), delegated: [] })).toBe("STATE_CONFLICT id");
  await call("owner@nord.test", "delegateToReseller", {
    id: idOf("acme"),
    delegated: ["customer.view", "reseller.view"],
  });
  expect([...(await nowOf("agent@acme.test"))!.permissions]).toEqual(["reseller.view", "customer.view"]);
  await call("owner@nord.test", "delegateToReseller", { id: idOf("acme"), delegated: null });
  expect((await nowOf("agent@acme.test"))?.permissions.has("order.place")).toBe(true);
  expect((await audit()).map(({ operation }) => operation)).toEqual(["reseller.delegate", "reseller.delegate"]);
});

test("X9: closing wants its word, counts what hangs on it, and ends the sessions of everyone below", async () => {
  const { data } = await world.graphql(
    "ops@tierline.test",
    "query ($id: ID!) { reseller(id: $id) { dependents { resellers people customers services } } }",
    { id: idOf("nord") },
  );
  const { dependents } = (data as unknown as { reseller: { dependents: Record<string, number> } }).reseller;
  expect(dependents["resellers"]).toBeGreaterThanOrEqual(2);
  expect(dependents).toMatchObject({ customers: 4, services: 0 });
  const close = { id: idOf("nord"), confirmation: "shut" };
  expect(await codeOf("ops@tierline.test", "closeReseller", close)).toBe("INVALID confirmation");
  const { reseller } = await call("ops@tierline.test", "closeReseller", { ...close, confirmation: " Close " });
  expect(reseller).toMatchObject({ state: "CLOSED" });
  expect(await audit()).toMatchObject([{ operation: "reseller.close", path: resellersOfTests.nord.path }]);
  expect(await nowOf(owner)).toBeNull();
  expect(await codeOf("ops@tierline.test", "resumeReseller", { id: idOf("nord") })).toBe("STATE_CONFLICT id");
});

test("V1, CX11: a viewer is told which reseller's state leaves them less, their own or one above", async () => {
  const withheldBy = async () => {
    const { data } = await world.graphql(
      "owner@acme-north.test",
      "{ viewer { withheldBy { state reseller { key isCurrent } } } }",
    );
    const viewer = data?.["viewer"] as { withheldBy: unknown } | undefined;
    return viewer?.withheldBy;
  };
  const be = (key: string, state: string) =>
    world.database.rows("update reseller set state = $2 where key = $1", [key, state]);
  expect(await withheldBy()).toBeNull();
  await call("owner@nord.test", "suspendReseller", { id: idOf("acme") });
  expect(await withheldBy()).toEqual({ state: "SUSPENDED", reseller: { key: "acme", isCurrent: false } });
  await be("acme", "ACTIVE");
  await world.database.rows(
    "set local session_replication_role = replica; update reseller set state = 'PENDING' where key = 'acme-north'",
  );
  await call("owner@nord.test", "suspendReseller", { id: idOf("acme") });
  expect(await withheldBy()).toEqual({ state: "PENDING", reseller: { key: "acme-north", isCurrent: true } });
});

test("OX8: what a reseller may do already may be left to it by who lacks it, and not be given to it anew", async () => {
  const north = { id: idOf("acmeNorth") };
  await world.database.rows("update reseller set delegated = '{playbook.edit,order.place}' where key = 'acme-north'");
  const kept = await call(owner, "delegateToReseller", { ...north, delegated: ["playbook.edit"] });
  expect(kept.reseller?.["delegated"]).toEqual(["playbook.edit"]);
  expect(await codeOf(owner, "delegateToReseller", { ...north, delegated: ["connector.edit"] })).toBe(
    "INVALID delegated.0",
  );
  await call(owner, "delegateToReseller", { ...north, delegated: [] });
  expect(await codeOf(owner, "delegateToReseller", { ...north, delegated: ["playbook.edit"] })).toBe(
    "INVALID delegated.0",
  );
});

interface Limited {
  readonly userErrors: { readonly code: string; readonly limit?: number; readonly used?: number }[];
}

/** The limit that was exceeded, or null. */
async function exceeded(
  user: string,
  verb: string,
  type: string,
  input: Record<string, unknown>,
): Promise<number | null> {
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code ... on LimitExceededError { limit used } } } }`;
  const { data, errors } = await world.graphql(user, document, { input: { idempotencyKey: newId(), ...input } });
  expect(errors).toBeUndefined();
  const [error] = (data![verb] as Limited).userErrors; // without errors there is data
  if (error === undefined) return null;
  expect([error.code, error.used]).toEqual(["LIMIT_EXCEEDED", error.limit]);
  return error.limit ?? null;
}

const limit = (user: string, key: keyof typeof resellersOfTests, limits: Record<string, number>) =>
  world.graphql(
    user,
    "mutation ($input: LimitResellerInput!) { limitReseller(input: $input) { reseller { limits { customers services people resellers } } userErrors { code path } } }",
    { input: { id: idOf(key), ...limits } },
  );
const addCustomer = (user: string) =>
  exceeded(user, "createCustomer", "CreateCustomerInput", { kind: "INDIVIDUAL", name: "One more", homeCountry: "GB" });
const invite = (user: string) =>
  exceeded(user, "inviteUser", "InviteUserInput", { name: "One more", email: `${newId()}@acme.test`, role: "AGENT" });
const countOf = async (table: string, path: string) =>
  Number(
    (
      await world.database.rows<{ count: string }>(`select count(*) from ${table} where starts_with(path, $1)`, [path])
    )[0]!.count,
  );

test("U24: a reseller and all below it have as much as those above let them, and of two who want the last place one gets it", async () => {
  const there = await countOf("customer", resellersOfTests.acme.path);
  const { data } = await limit("owner@nord.test", "acme", { customers: there + 1 });
  expect(data?.["limitReseller"]).toMatchObject({
    reseller: { limits: { customers: there + 1, services: null, people: null, resellers: null } },
    userErrors: [],
  });
  const answers = await Promise.all([addCustomer(owner), addCustomer("agent@acme.test"), addCustomer(owner)]);
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(answers.filter((answer) => answer === there + 1)).toHaveLength(2);
  expect(await countOf("customer", resellersOfTests.acme.path)).toBe(there + 1);
  // Nobody above is held up by it, and what is beside it neither.
  expect(await addCustomer("owner@beta.test")).toBeNull();
  await limit("owner@nord.test", "acme", {});
  expect(await addCustomer(owner)).toBeNull();
  expect((await audit()).filter(({ operation }) => operation === "reseller.limit")).toHaveLength(2);
});

test("U24: a limit counts what those beside have too, though nobody sees it, and people and resellers as well", async () => {
  const people = await countOf("app_user", resellersOfTests.nord.path);
  const below = (await countOf("reseller", resellersOfTests.nord.path)) - 1;
  await limit("ops@tierline.test", "nord", { people: people + 1, resellers: below + 1 });
  expect(await invite("owner@beta.test")).toBeNull();
  expect(await invite(owner)).toBe(people + 1);
  expect(
    await exceeded("owner@beta.test", "createReseller", "CreateResellerInput", fresh({ name: "Beta East" })),
  ).toBeNull();
  expect(await exceeded(owner, "createReseller", "CreateResellerInput", fresh({ name: "Acme East" }))).toBe(below + 1);
});

test("U24: nobody limits their own reseller, or by less than nothing", async () => {
  const codes = async (user: string, key: keyof typeof resellersOfTests, limits: Record<string, number>) =>
    ((await limit(user, key, limits)).data!["limitReseller"] as Payload).userErrors.map(({ code, path }) => [
      code,
      path?.[0],
    ]);
  expect(await codes(owner, "acme", { customers: 9 })).toEqual([["STATE_CONFLICT", "id"]]);
  expect(await codes(owner, "acmeNorth", { services: -1 })).toEqual([["INVALID", "services"]]);
  expect((await limit("agent@acme.test", "acmeNorth", {})).errors?.[0]).toMatchObject({
    message: expect.stringContaining("Limit resellers"),
  });
});
