import { isDelegated } from "@tierline/shared/delegation.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "../kernel/viewer.ts";
import { offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { askAs, customersOfTests, jane, partsOfTests } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { retryRun, rollBackRun } from "../provisioning/operate-run.ts";
import { terminateService } from "./terminate-service.ts";

// A line of Johnson Enterprises, sold with a plan of twenty calls at a time (B13).

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const { world } = shop;
const { rows } = world.database;
const owner = "owner@acme.test";
const agent = "agent@acme.test";
const granted = ["customer.view", "service.view", "line.manage"];

interface Line {
  id: string;
  name: string;
  version: number;
  account: string;
  calls: number | null;
  run: string;
}
const line = async (): Promise<Line> => {
  const found = await rows<Line>(
    "select id, name, version, account, simultaneous_calls as calls, current_run_id as run from service order by number limit 1",
  );
  return found[0]!; // sold before the first test
};
const inNetwork = async (): Promise<unknown[]> =>
  lab.storage.query("select attribute, type, value from usr_preferences where username = $1", [(await line()).account]);
const kept = (calls: number) => [{ attribute: "max_calls", type: 1, value: String(calls) }];

/** Jane, as far as the reseller lets her now. */
async function janeNow(): Promise<Viewer> {
  const [row] = await rows<{ permissions: string[] }>("select permissions from delegation where customer_id = $1", [
    customersOfTests.johnson.id,
  ]);
  const own = permissionsOf("CUSTOMER_USER").filter((key) => isDelegated(row?.permissions ?? null, key));
  return { ...jane, permissions: new Set(own) };
}

interface Refusal {
  readonly code: string;
  readonly path: string[] | null;
  readonly message: string;
  readonly limit?: number;
}
const refusalFields = "userErrors { code path message ... on LimitExceededError { limit } }";
const setDocument = `mutation ($input: SetSimultaneousCallsInput!) { setSimultaneousCalls(input: $input) {
  service { simultaneousCalls simultaneousCallsMax } run { kind title } ${refusalFields} } }`;

async function ask(who: string | Viewer, simultaneousCalls: number, more: Record<string, unknown> = {}) {
  const { id, version } = await line();
  const input = { idempotencyKey: newId(), id: encodeId("svc", id), version, simultaneousCalls, ...more };
  return typeof who === "string"
    ? world.graphql(who, setDocument, { input })
    : askAs(world, who, setDocument, { input });
}
async function set(who: string | Viewer, calls: number, more: Record<string, unknown> = {}) {
  const { data, errors } = await ask(who, calls, more);
  expect(errors).toBeUndefined();
  const payload = (data as { setSimultaneousCalls: { service: object; run: object | null; userErrors: Refusal[] } })
    .setSimultaneousCalls;
  return payload;
}
/** Set, and in the network. */
async function settled(who: string | Viewer, calls: number): Promise<void> {
  expect((await set(who, calls)).userErrors).toEqual([]);
  expect((await shop.ended((await line()).run)).state).toBe("SUCCEEDED");
}
const refused = async (who: string | Viewer, calls: number, more = {}) =>
  (await set(who, calls, more)).userErrors.map(({ code, path, limit }) => ({ code, path, limit }));
const codeOf = ({ errors }: Awaited<ReturnType<typeof ask>>) =>
  (errors?.[0]?.originalError as { code?: string } | undefined)?.code;

async function delegate(simultaneousCalls: number | null, permissions: readonly string[] | null = granted) {
  const { data } = await world.graphql(
    owner,
    `mutation ($input: DelegateToCustomerInput!) { delegateToCustomer(input: $input) {
      customer { delegated simultaneousCalls } ${refusalFields} } }`,
    { input: { id: ids.johnson, permissions, simultaneousCalls } },
  );
  return (data as { delegateToCustomer: { customer: object | null; userErrors: Refusal[] } }).delegateToCustomer;
}

async function plan(simultaneousCalls: number | null, id = ids.p4): Promise<Refusal[]> {
  const found = await rows<{ version: number }>("select version from offering where slug = $1", [
    id === ids.p4 ? "biz-voip" : "mobile-20gb",
  ]);
  const { data } = await world.graphql(
    owner,
    `mutation ($input: UpdateOfferingInput!) { updateOffering(input: $input) { offering { simultaneousCalls } ${refusalFields} } }`,
    { input: { id, version: found[0]?.version, simultaneousCalls } },
  );
  return (data as { updateOffering: { userErrors: Refusal[] } }).updateOffering.userErrors;
}

beforeAll(async () => {
  expect(await plan(20)).toEqual([]);
  const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
  const { runId } = await shop.order(agent, { offeringId: ids.p4, customerId: ids.johnson, ...site });
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
});

test("B13: a line is sold with as many calls at a time as its plan says, and the network is told", async () => {
  expect([(await line()).calls, await inNetwork()]).toEqual([20, kept(20)]);
});

test("B13: what staff set is in the network when its run has succeeded, and told in the audit trail", async () => {
  const { service, run } = await set(agent, 3);
  // Less is in force only when the network has it.
  expect([service, run]).toEqual([
    { simultaneousCalls: 20, simultaneousCallsMax: 20 },
    { kind: "CHANGE", title: expect.stringMatching(/: 3 calls at a time$/) },
  ]);
  expect((await shop.ended((await line()).run)).state).toBe("SUCCEEDED");
  expect([(await line()).calls, await inNetwork()]).toEqual([3, kept(3)]);
  expect(await rows("select actor, changes from audit_entry where operation = 'service.set_calls'")).toEqual([
    { actor: "Amy Agent", changes: [{ field: "simultaneousCalls", before: "20", after: "3" }] },
  ]);
});

test("B13: with a cap of 10, the customer's own person sets 10, and 11 is LIMIT_EXCEEDED with the limit", async () => {
  expect(await delegate(10)).toEqual({
    customer: { delegated: expect.arrayContaining(granted), simultaneousCalls: 10 },
    userErrors: [],
  });
  const person = await janeNow();
  const { service, run, userErrors } = await set(person, 10);
  expect([service, run, userErrors]).toEqual([{ simultaneousCalls: 10, simultaneousCallsMax: 10 }, null, []]);
  expect((await shop.ended((await line()).run)).state).toBe("SUCCEEDED");
  expect(await inNetwork()).toEqual(kept(10));
  const before = await shop.everything();
  expect(await refused(person, 11)).toEqual([{ code: "LIMIT_EXCEEDED", path: ["simultaneousCalls"], limit: 10 }]);
  expect(await refused(agent, 11)).toEqual([{ code: "LIMIT_EXCEEDED", path: ["simultaneousCalls"], limit: 10 }]);
  expect(await refused(person, 0)).toMatchObject([{ code: "INVALID", path: ["simultaneousCalls"] }]);
  expect(await shop.everything()).toEqual(before);
});

test("B13: who was not let is FORBIDDEN; another customer's and another tier's line is NOT_FOUND", async () => {
  await delegate(10, ["customer.view", "service.view"]);
  expect(codeOf(await ask(await janeNow(), 5))).toBe("FORBIDDEN");
  await delegate(10);
  const other = await plantService(world, customersOfTests.johnSmith, {
    serviceType: "VOIP",
    offering: offeringsOfTests.p4.id,
    simultaneousCalls: 2,
  });
  expect(codeOf(await ask(await janeNow(), 5, { id: encodeId("svc", other), version: 1 }))).toBe("NOT_FOUND");
  expect(codeOf(await ask("agent@beta.test", 5))).toBe("NOT_FOUND");
});

test("B13: of two at once one is done; the same key again is the same deed", async () => {
  const both = await Promise.all([set(agent, 4), set(agent, 5)]);
  const codes = both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  expect(["STALE", "STATE_CONFLICT"]).toContain(codes[0]);
  expect(codes).toHaveLength(1);
  const done = both.findIndex(({ userErrors }) => userErrors.length === 0);
  await shop.ended((await line()).run);
  expect(await inNetwork()).toEqual(kept([4, 5][done]!));

  const runs = async () => (await rows("select 1 from provisioning_run where kind = 'CHANGE'")).length;
  const [before, { version }, idempotencyKey] = [await runs(), await line(), newId()];
  expect((await set(agent, 6, { idempotencyKey, version })).userErrors).toEqual([]);
  expect((await set(agent, 6, { idempotencyKey, version })).userErrors).toEqual([]);
  expect(await runs()).toBe(before + 1);
  await shop.ended((await line()).run);
});

test("B13: neither the plan nor the customer is allowed less than a line has; lowered first, they are", async () => {
  await settled(agent, 8);
  const before = await shop.everything();
  for (const userErrors of [await plan(7), (await delegate(7)).userErrors]) {
    expect(userErrors).toMatchObject([{ code: "STATE_CONFLICT", path: ["simultaneousCalls"] }]);
    expect(userErrors[0]?.message).toContain(`${(await line()).name}. Lower it first.`);
  }
  expect(await shop.everything()).toEqual(before);
  await settled(agent, 7);
  expect([await plan(7), (await delegate(7)).userErrors]).toEqual([[], []]);
  expect(await refused(agent, 8)).toMatchObject([{ code: "LIMIT_EXCEEDED", limit: 7 }]);
  expect([await plan(20), (await delegate(null)).userErrors]).toEqual([[], []]);
  await settled(await janeNow(), 20);
});

test("B13: of a line that is given more while its cap is lowered, one of both is refused", async () => {
  await settled(agent, 5);
  const [raised, lowered] = await Promise.all([set(agent, 15), delegate(9)]);
  const codes = [raised.userErrors, lowered.userErrors].map((errors) => errors.map(({ code }) => code).join());
  expect([
    ["LIMIT_EXCEEDED", ""],
    ["", "STATE_CONFLICT"],
  ]).toContainEqual(codes);
  await shop.ended((await line()).run);
  await delegate(null);
});

test("B13: a change that fails leaves what the network has, and is settled before another one", async () => {
  await settled(agent, 5);
  await lab.faultsOf("sip").set({ kind: "GARBAGE", times: null, delayMs: 0, garbageBytes: 40 });
  expect((await set(agent, 9)).userErrors).toEqual([]);
  const failed = await shop.ended((await line()).run);
  await lab.faultsOf("sip").set(null);
  expect([failed.state, await inNetwork()]).toEqual(["FAILED", kept(5)]);
  expect(await refused(agent, 3)).toMatchObject([{ code: "STATE_CONFLICT", path: ["id"] }]);
  // It could still be retried, so nobody is allowed less meanwhile.
  expect((await delegate(8)).userErrors).toMatchObject([{ code: "STATE_CONFLICT" }]);
  await rollBackRun(world.as(owner), { id: failed.id, sequence: failed.sequence });
  expect((await shop.ended(failed.id)).state).toBe("ROLLED_BACK");
  expect([(await line()).calls, await inNetwork()]).toEqual([5, kept(5)]);
});

test("B13: a change that failed is retried", async () => {
  await lab.faultsOf("sip").set({ kind: "GARBAGE", times: null, delayMs: 0, garbageBytes: 40 });
  await set(agent, 12);
  const failed = await shop.ended((await line()).run);
  await lab.faultsOf("sip").set(null);
  await retryRun(world.as(agent), { id: failed.id, sequence: failed.sequence });
  expect((await shop.ended(failed.id)).state).toBe("SUCCEEDED");
  expect([(await line()).calls, await inNetwork()]).toEqual([12, kept(12)]);
});

test("B13: only a voice plan has calls at a time, and only a line of one is set", async () => {
  expect(await plan(3, ids.p1)).toMatchObject([{ code: "INVALID", path: ["simultaneousCalls"] }]);
  const mobile = await plantService(world);
  expect(await refused(agent, 2, { id: encodeId("svc", mobile), version: 1 })).toMatchObject([
    { code: "STATE_CONFLICT", path: ["id"] },
  ]);
  expect((await delegate(5, null)).userErrors).toMatchObject([{ code: "INVALID", path: ["simultaneousCalls"] }]);
});

test("B13: a plan that may not be sold there any more still says how many calls its lines may have", async () => {
  await rows("update offering set path = 'r1.r2.' where slug = 'biz-voip'");
  await rows("update reseller set sells_all = false where key = 'acme'");
  expect(await world.graphql(agent, '{ offering(slug: "biz-voip") { id } }')).toEqual({ data: { offering: null } });
  expect(await refused(agent, 21)).toMatchObject([{ code: "LIMIT_EXCEEDED", limit: 20 }]);
  await settled(agent, 20);
});

test("B13: the limit goes with the line", async () => {
  const { id: serviceId, name: confirmName, version } = await line();
  const ended = { idempotencyKey: newId(), serviceId, confirmName, version };
  const { runId } = await terminateService(world.as(owner), ended);
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  expect(await inNetwork()).toEqual([]);
});
