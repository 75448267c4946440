import { encodeId, newId } from "@tierline/shared/id.ts";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { callTopicOf } from "./call-topic.ts";
import { endCall } from "./end-call.ts";
import { readCallGuard } from "./call-guard.ts";
import { readLiveCalls, watchLiveCalls } from "./live-calls.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith } = customersOfTests;
const { acme, nord } = resellersOfTests;
const owner = "owner@acme.test";
const smith = encodeId("cus", johnSmith.id);
const acmeId = encodeId("rsl", acme.id);
const uk = "442079460958";
let line: string;

async function authorise(called = uk, key: string = newId()): Promise<string> {
  await world
    .system()
    .em.execute("select * from authorise_call_at('sip', ?, ?, ?, ?)", [key, line, called, world.clock.now()]);
  return key;
}
const tell = (verb: "answer_call_at('sip', ?, '1:2', ?)" | "end_call_at('sip', ?, ?)", key: string) =>
  world.system().em.execute(`select ${verb}`, [key, world.clock.now()]);

async function ask<T>(who: string, source: string, variables: object = {}): Promise<T> {
  const { data, errors } = await world.graphql(who, source, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as T;
}

interface Seen {
  readonly total: number;
  readonly calls: readonly {
    readonly id: string;
    readonly key: string;
    readonly callType: string;
    readonly answeredAt: string | null;
  }[];
  readonly refused: readonly { readonly reason: string; readonly message: string; readonly called: string }[];
}
const live = async (who: string, customerId: string | null = null) =>
  (
    await ask<{ liveCalls: Seen }>(
      who,
      `query ($customerId: ID) { liveCalls(first: 20, customerId: $customerId) {
         total calls { id price { currency ratePerMinute cadence freeSeconds } key caller called callType destination startedAt answeredAt maximumSeconds serviceName customer { id } }
         refused { called reason message customer { id } } } }`,
      { customerId },
    )
  ).liveCalls;

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  await plantDeck(world, "nord", [
    ["44", "UK", "0.1", "30/6", "0", "FIXED"],
    ["979", "Premium", "1", "60/60"],
  ]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", {});
  await plantService(world);
  [{ account: line }] = (await rows("select account from service")) as [{ account: string }];
  world.clock.advance({ minutes: 1 });
});

test("B16: a call is listed from its beginning to its end, to its customer's reseller and those above, and to nobody else", async () => {
  const key = await authorise();
  const seen = await live(owner);
  expect(seen).toMatchObject({
    total: 1,
    calls: [
      {
        key,
        caller: line,
        called: uk,
        callType: "FIXED",
        destination: "UK",
        price: { currency: "GBP", ratePerMinute: "0.1", cadence: "30/6", freeSeconds: 0 },
        answeredAt: null,
        customer: { id: smith },
      },
    ],
  });
  expect([(await live("owner@nord.test")).total, (await live(owner, smith)).total]).toEqual([1, 1]);
  expect((await live("owner@beta.test")).total).toBe(0);
  await expect(readLiveCalls(world.as("owner@beta.test"), { first: 1, customerId: smith })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await tell("answer_call_at('sip', ?, '1:2', ?)", key);
  expect((await live(owner)).calls[0]?.answeredAt).not.toBeNull();
  world.clock.advance({ seconds: 20 });
  await tell("end_call_at('sip', ?, ?)", key);
  expect(await live(owner)).toMatchObject({ total: 0, calls: [] });
});

test("B16: whoever looks is pushed all of it anew at each change, and the database tells every tier on the way", async () => {
  const gone = new AbortController();
  const looking = watchLiveCalls(world.as(owner), { first: 20 }, gone.signal);
  expect((await looking.next()).value).toMatchObject({ total: 0 });
  const listener = new pg.Client({ connectionString: world.database.adminUrl });
  await listener.connect();
  const heard = new Promise<string>((resolve) => listener.on("notification", ({ payload }) => resolve(payload ?? "")));
  await listener.query("listen tierline_changes");
  const key = await authorise();
  const payload = await heard;
  await listener.end();
  const [, changes] = JSON.parse(payload) as [string, { topic: string; path: string; sequence: number }[]];
  const path = pathOf(johnSmith);
  expect(changes.map(({ topic }) => topic)).toEqual(["r1.", nord.path, acme.path, path].map(callTopicOf));
  const pushed = looking.next();
  world.changes.announce(changes);
  expect((await pushed).value).toMatchObject({ total: 1, calls: [{ key }] });
  gone.abort();
  expect((await looking.next()).done).toBe(true);
  await tell("end_call_at('sip', ?, ?)", key);
});

async function end(who: string, id: string, reason = "Fraud") {
  const source = `mutation ($input: EndCallInput!) { endCall(input: $input) { call { endingAt } userErrors { code path message } } }`;
  type Payload = {
    call: { endingAt: string } | null;
    userErrors: readonly { code: string; path: readonly string[] }[];
  };
  return (await ask<{ endCall: Payload }>(who, source, { input: { id, reason } })).endCall;
}

test("B16: who may ends a call: the switch is told at its next question, and the reason is kept; where no switch asks it is said so", async () => {
  const key = await authorise();
  await tell("answer_call_at('sip', ?, '1:2', ?)", key);
  const { id } = (await live(owner)).calls[0]!; // it was just put through
  const asks = () => world.system().em.execute("select * from extend_calls_at('sip', ?)", [world.clock.now()]);
  expect((await end(owner, id)).userErrors).toMatchObject([{ code: "STATE_CONFLICT", path: ["id"] }]);
  expect(await asks()).toEqual([]);
  expect((await end(owner, id, "")).userErrors).toMatchObject([{ code: "REQUIRED", path: ["reason"] }]);
  await expect(endCall(world.as("owner@beta.test"), { id, reason: "Fraud" })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });

  expect(await end(owner, id)).toMatchObject({ call: { endingAt: world.clock.now().toISOString() }, userErrors: [] });
  expect((await end("owner@nord.test", id, "Again")).userErrors).toEqual([]);
  expect(await asks()).toEqual([{ dialog: "1:2", seconds: 0 }]);
  await tell("end_call_at('sip', ?, ?)", key);
  expect((await end(owner, id)).userErrors).toMatchObject([{ code: "STATE_CONFLICT" }]);
  expect(await rows("select subject, actor, changes from audit_entry where operation = 'call.end'")).toMatchObject([
    { subject: `${line} → ${uk}`, actor: "Anna Acme", changes: [{ after: "Fraud" }] },
  ]);
});

const fields =
  "currency nextFrom limits { openClasses parallelCalls dailySpend dearestRate } next { openClasses parallelCalls } bound { openClasses parallelCalls dailySpend }";
interface Guard {
  readonly nextFrom: string | null;
  readonly limits: {
    readonly openClasses: readonly string[];
    readonly parallelCalls: number | null;
    readonly dailySpend: string | null;
  };
  readonly next: object | null;
  readonly bound: { readonly openClasses: readonly string[] };
}
const ordinary = ["DOMESTIC", "EU", "WORLD"];

async function guard(who: string, input: object) {
  const source = `mutation ($input: SetCallGuardInput!) { setCallGuard(input: $input) { callGuard { ${fields} } userErrors { code path message } } }`;
  type Payload = {
    callGuard: Guard | null;
    userErrors: readonly { code: string; path: readonly string[]; message: string }[];
  };
  const { setCallGuard } = await ask<{ setCallGuard: Payload }>(who, source, {
    input: { openClasses: ordinary, ...input },
  });
  return setCallGuard;
}

test("D16: a call that is refused says why, and what is closed is opened by each tier in turn, a quarter of an hour later", async () => {
  await authorise("979123456789");
  expect((await live(owner)).refused).toMatchObject([
    { called: "979123456789", reason: "DESTINATION_CLOSED", message: "Calls of this kind are closed." },
  ]);
  const open = { openClasses: [...ordinary, "PREMIUM"] };
  const refused = await guard(owner, { id: smith, ...open });
  expect(refused.userErrors).toMatchObject([{ code: "INVALID", path: ["openClasses"] }]);

  expect((await guard("ops@tierline.test", open)).callGuard).toMatchObject({
    limits: { openClasses: ordinary },
    next: open,
  });
  world.clock.advance({ minutes: 15 });
  expect((await guard("ops@tierline.test", { id: encodeId("rsl", nord.id), ...open })).userErrors).toEqual([]);
  world.clock.advance({ minutes: 15 });
  expect((await guard("owner@nord.test", { id: acmeId, ...open })).userErrors).toEqual([]);
  world.clock.advance({ minutes: 15 });
  const opened = await guard(owner, { id: smith, ...open });
  expect(opened.callGuard).toMatchObject({ limits: { openClasses: ordinary }, next: open, bound: open });
  world.clock.advance({ minutes: 15 });
  const key = await authorise("979123456789");
  expect((await live(owner)).calls).toMatchObject([{ key }]);
  await tell("end_call_at('sip', ?, ?)", key);

  const told = await rows<{ email: string; title: string }>(
    `select u.email, n.title ->> 'key' as title from notification n join app_user u on u.id = n.user_id where n.kind = 'LIMITS_RAISED' order by n.at`,
  );
  expect(told).toEqual([
    { email: "ops@tierline.test", title: "guard.raised" },
    { email: "owner@nord.test", title: "guard.raised" },
  ]);
});

test("D16: a child may be stricter than its parent and not looser; what is stricter counts at once", async () => {
  expect(
    (await guard("owner@nord.test", { id: acmeId, parallelCalls: 10, dailySpend: "100" })).callGuard,
  ).toMatchObject({
    nextFrom: null,
    limits: { parallelCalls: 10, dailySpend: "100.00" },
  });
  const looser = await guard(owner, { id: smith, parallelCalls: 11, dailySpend: "100.01" });
  expect(looser.userErrors).toMatchObject([
    { path: ["parallelCalls"], message: "Those above let no more than 10." },
    { path: ["dailySpend"], message: "Those above let no more than 100.00." },
  ]);
  const own = await guard(owner, { parallelCalls: 12 });
  expect(own.userErrors).toMatchObject([{ path: ["parallelCalls"] }]);
  expect((await guard(owner, { id: smith, parallelCalls: 2 })).callGuard).toMatchObject({
    nextFrom: null,
    limits: { parallelCalls: 2 },
  });
  const mixed = await guard(owner, { id: smith, parallelCalls: 3, dearestRate: "0.5" });
  expect(mixed.callGuard).toMatchObject({
    limits: { parallelCalls: 2, dearestRate: "0.5" },
    next: { parallelCalls: 3 },
  });
  const before = (await rows("select 1 from call_guard")).length;
  await guard(owner, { id: smith, parallelCalls: 3, dearestRate: "0.5" });
  expect(await rows("select 1 from call_guard")).toHaveLength(before);
  for (const who of ["owner@beta.test", "owner@nord.test"]) {
    await expect(readCallGuard(world.as(who), { id: smith })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
});

test("D16: a line has limits of its own, never beyond its customer's, kept with whoever set them; its calls at a time stand elsewhere", async () => {
  const [{ id, name }] = (await rows("select id, name from service where account = $1", [line])) as [
    { id: string; name: string },
  ];
  const lineId = encodeId("svc", id);
  world.clock.advance({ minutes: 20 });
  await guard(owner, { id: smith, dailySpend: "50" });
  const before = await guard(owner, { id: lineId, parallelCalls: 1, dailySpend: "50.01" });
  expect(before.userErrors).toMatchObject([
    { path: ["parallelCalls"], message: "How many calls a line may have at a time is set at the line itself." },
    { path: ["dailySpend"], message: "Those above let no more than 50.00." },
  ]);
  const stricter = { id: lineId, dailySpend: "20", callsPerMinute: 3, longestSeconds: 45, dearestRate: "0.2" };
  expect((await guard(owner, stricter)).callGuard).toMatchObject({
    nextFrom: null,
    limits: {
      openClasses: expect.arrayContaining(ordinary),
      parallelCalls: null,
      dailySpend: "20.00",
      dearestRate: "0.2",
    },
    bound: { dailySpend: "50.00" },
  });
  expect((await guard(owner, { ...stricter, dailySpend: "30" })).callGuard).toMatchObject({
    limits: { dailySpend: "20.00" },
    next: { parallelCalls: null },
    nextFrom: expect.anything(),
  });
  // Its customer's, and another line's, are untouched.
  const other = encodeId("svc", await plantService(world));
  for (const of of [smith, other]) {
    const { limits } = await readCallGuard(world.as(owner), { id: of });
    expect([limits.callsPerMinute, limits.dailyMicros], of).toEqual([null, of === smith ? 50_000_000n : null]);
  }
  for (const who of ["owner@beta.test", "owner@nord.test"]) {
    await expect(readCallGuard(world.as(who), { id: lineId }), who).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  expect(
    await rows(
      "select subject, changes from audit_entry where operation = 'call.guard' and subject_kind = 'service' limit 1",
    ),
  ).toMatchObject([
    { subject: name, changes: expect.arrayContaining([{ field: "callsPerMinute", before: null, after: "3" }]) },
  ]);
  const told = await rows(
    "select 1 from notification where kind = 'LIMITS_RAISED' and title -> 'values' ->> 'name' = $1",
    [name],
  );
  expect(told).toHaveLength(1); // Nord's owner

  const key = await authorise();
  expect(await rows("select maximum_seconds as seconds from call where source_key = $1", [key])).toEqual([
    { seconds: 45 },
  ]);
});
