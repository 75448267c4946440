import { Webhook } from "standardwebhooks";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { webhookBodyBytesMax } from "@tierline/shared/limits.ts";
import { webhookRetrySeconds } from "@tierline/shared/webhook-event.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createCustomer } from "../customers/create-customer.ts";
import { setInstallation } from "../kernel/installation.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { thirdParty, type Received } from "../testkit/third-party.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { deliverDue } from "./deliver.ts";
import { handOutEvents } from "./hand-out-events.ts";

const world = await testWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const { acme, acmeNorth } = resellersOfTests;

const third = await thirdParty();
const { host } = third;
const url = `http://${host}/hook`;
const pastTriggers = "set local session_replication_role = replica";

beforeAll(() => plantCustomers(world));
beforeEach(async () => {
  third.received = [];
  third.answer = { status: 204 };
  third.patience = Promise.resolve();
  world.clock.set(t0);
  setInstallation({ webhookHosts: host });
  await rows("delete from webhook_endpoint");
  await rows("delete from webhook_event");
  await rows(`${pastTriggers}; update reseller set state = 'ACTIVE', delegated = null`);
  await rows("update app_user set disabled_at = null, role = 'RESELLER_OWNER' where id = $1", [usersOfTests[owner].id]);
});
afterAll(() => {
  setInstallation({ webhookHosts: "" });
  third.close();
});

async function change<T>(verb: string, type: string, input: object, read: string, by = owner): Promise<T> {
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${read} userErrors { code path message } } }`;
  const { data, errors } = await world.graphql(by, document, { input });
  expect(errors).toBeUndefined();
  return data?.[verb] as T;
}

type Made = Readonly<Record<"id" | "secret", string>>;

async function make(more: object = {}, by = owner): Promise<Made> {
  const input = { idempotencyKey: newId(), url, events: ["CUSTOMER_CREATED"], ...more };
  const read = "secret webhookEndpoint { id }";
  type Answer = { secret: string; webhookEndpoint: { id: string }; userErrors: unknown[] };
  const { secret, webhookEndpoint, userErrors } = await change<Answer>(
    "createWebhookEndpoint",
    "CreateWebhookEndpointInput",
    input,
    read,
    by,
  );
  expect(userErrors).toEqual([]);
  return { id: webhookEndpoint.id, secret };
}

const customerAt = (by: string) =>
  createCustomer(world.as(by), { idempotencyKey: newId(), kind: "INDIVIDUAL", name: "New", homeCountry: "GB" });

/** As workers do it each second. */
async function work(): Promise<void> {
  await handOutEvents(world.system());
  await deliverDue(world.system());
}

/** Without the trigger that keeps a reseller its last owner. */
const changeOwner = (what: string) =>
  rows(`${pastTriggers}; update app_user set ${what} where id = '${usersOfTests[owner].id}'`);

const headersOf = ({ headers }: Received): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, String(value)]));

test("rel-R17: an event is sent once it is committed, thin and signed, as the library of any receiver verifies", async () => {
  const { secret } = await make();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const made = await customerAt(owner);
  await work();
  const [message] = third.received;
  world.clock.advance({ seconds: 5 });
  await work();
  expect(third.received).toHaveLength(1);
  const id = encodeId("cus", made);
  expect(JSON.parse(message!.body)).toEqual({
    type: "customer.created",
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    data: { id, customerId: id, state: "ACTIVE" },
  });
  expect(Buffer.byteLength(message!.body)).toBeLessThan(webhookBodyBytesMax);
  expect(message!.headers["webhook-id"]).toMatch(/^evt_/);
  const verifier = new Webhook(secret);
  const now = { ...headersOf(message!), ...signedNow(secret, message!) };
  expect(verifier.verify(message!.body, now)).toMatchObject({ type: "customer.created" });
  expect(() => verifier.verify(message!.body.replace("created", "updated"), now)).toThrow(/signature/i);
});

/** The library refuses a time that is not about now; the tests' is the clock's, so what it signs is compared at that time. */
function signedNow(secret: string, { headers, body }: Received): Record<string, string> {
  const id = String(headers["webhook-id"]);
  const at = new Date(Number(headers["webhook-timestamp"]) * 1_000);
  expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign(id, at, body));
  expect(at).toEqual(t0);
  const now = new Date();
  const signature = new Webhook(secret).sign(id, now, body);
  return { "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)), "webhook-signature": signature };
}

test("U25: an endpoint hears of its own reach and of what its maker may see, and of nothing else", async () => {
  const north = encodeId("rsl", acmeNorth.id);
  const john = encodeId("cus", customersOfTests.johnSmith.id);
  await make({ url: `${url}/all` });
  await make({ url: `${url}/north`, resellerId: north });
  await make({ url: `${url}/john`, customerId: john, events: ["CUSTOMER_UPDATED", "CUSTOMER_CREATED", "RUN_FAILED"] });
  await make({ url: `${url}/beta` }, "owner@beta.test");
  const heard = async (what: () => Promise<unknown>) => {
    third.received = [];
    await what();
    await work();
    return third.received.map(({ path }) => path.slice("/hook/".length)).toSorted();
  };
  expect(await heard(() => customerAt(owner))).toEqual(["all"]);
  expect(await heard(() => customerAt("owner@acme-north.test"))).toEqual(["all", "north"]);
  expect(await heard(() => customerAt("owner@beta.test"))).toEqual(["beta"]);
  const bump = "update customer set version = version + 1 where id = $1";
  expect(await heard(() => rows(bump, [customersOfTests.johnSmith.id]))).toEqual(["john"]);
  const runFailed = `insert into webhook_event (id, path, type, subject_id, customer_id, state, at)
    select gen_random_uuid(), path, 'run.failed', id, id, 'FAILED', now() from customer where id = $1`;
  expect(await heard(() => rows(runFailed, [customersOfTests.johnSmith.id]))).toEqual([]); // customers see no runs
  await rows("update reseller set delegated = '{run.view}' where id = $1", [acme.id]);
  expect(await heard(() => customerAt("owner@acme-north.test"))).toEqual([]);
  await rows("update reseller set delegated = null");
  await changeOwner("role = 'MEMBER'");
  expect(await heard(() => customerAt("owner@acme-north.test"))).toEqual([]);
});

test("an endpoint that is served by one worker is left alone by the others, also when more begins to wait for it", async () => {
  await make();
  await customerAt(owner);
  await handOutEvents(world.system());
  const { promise, resolve } = Promise.withResolvers<void>();
  third.patience = promise;
  const serving = deliverDue(world.system());
  await expect.poll(() => third.received.length).toBe(1);
  await customerAt(owner);
  await handOutEvents(world.system());
  expect(await deliverDue(world.system())).toBe(0);
  expect(third.received).toHaveLength(1);
  resolve();
  await serving;
  await deliverDue(world.system());
  expect(third.received.map(({ headers }) => headers["webhook-id"])).toHaveLength(2);
  expect(new Set(third.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
  expect(await rows("select served_until, due_at from webhook_endpoint")).toEqual([
    { served_until: null, due_at: null },
  ]);
});

test("rel-T14: what was handed out is not sent once its maker may see it no more", async () => {
  await make();
  await customerAt(owner);
  await handOutEvents(world.system());
  await changeOwner("disabled_at = now()");
  await deliverDue(world.system());
  expect(third.received).toEqual([]);
  expect(await rows("select state, due_at from webhook_delivery")).toEqual([{ state: "FAILED", due_at: null }]);
});

test("rel-R17: a failure is tried again by the schedule, under the same id, and each try is read with its answer", async () => {
  await make();
  third.answer = { status: 500, body: `${"x".repeat(5_000)}\0` };
  await customerAt(owner);
  await work();
  const waits: number[] = [];
  for (;;) {
    const [row] = await rows<{ due_at: Date | null }>("select due_at from webhook_delivery");
    if (row?.due_at == null) break;
    waits.push((row.due_at.getTime() - world.clock.now().getTime()) / 1_000);
    world.clock.set(row.due_at);
    await rows("update webhook_endpoint set due_at = $1, off_reason = null", [row.due_at]);
    await work();
  }
  expect(waits.map((wait, index) => Math.abs(wait / webhookRetrySeconds[index]! - 1) <= 0.1)).toEqual(
    webhookRetrySeconds.map(() => true),
  );
  expect(third.received).toHaveLength(1 + webhookRetrySeconds.length);
  expect(new Set(third.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(third.received.map(({ body }) => body)).size).toBe(1);
  const { data } = await world.graphql(
    owner,
    "{ webhookDeliveries(first: 5, filter: { state: FAILED }) { nodes { type state nextAttemptAt attempts { status answer failure } } } }",
  );
  const tries = Array.from(third.received, () => ({ status: 500, answer: "x".repeat(1_024), failure: null }));
  expect(data?.["webhookDeliveries"]).toEqual({
    nodes: [{ type: "customer.created", state: "FAILED", nextAttemptAt: null, attempts: tries }],
  });
});

test("rel-R17: a receiver that asks for more time is given it, and a redirect is a failure that is not followed", async () => {
  await make();
  third.answer = { status: 503, headers: { "retry-after": "3600" } };
  await customerAt(owner);
  await work();
  const waits = () =>
    rows<{ wait: number }>(
      "select extract(epoch from due_at - $1)::int as wait from webhook_delivery order by created_at, id",
      [world.clock.now()],
    );
  expect((await waits())[0]?.wait).toBe(3_600);
  third.answer = { status: 302, headers: { location: `http://${host}/elsewhere` } };
  world.clock.advance({ seconds: 3_600 });
  await work();
  expect(third.received.map(({ path }) => path)).toEqual(["/hook", "/hook"]);
  expect(await rows("select status from webhook_attempt order by id desc limit 1")).toEqual([{ status: 302 }]);
});

test("rel-R17: 410 switches an endpoint off at once; one that nothing reaches is warned of by mail a day on, and off after three", async () => {
  const mails = () =>
    rows<{ recipient: string; subject: string }>("select recipient, subject from outbox_mail order by created_at, id");
  await rows("delete from outbox_mail");
  const state = () => rows("select off_reason, due_at from webhook_endpoint");
  await make();
  third.answer = { status: 410 };
  await customerAt(owner);
  await work();
  expect(await state()).toEqual([{ off_reason: "GONE", due_at: null }]);
  expect(await mails()).toEqual([{ recipient: owner, subject: "A webhook endpoint was switched off" }]);

  await rows("delete from webhook_endpoint");
  await rows("delete from outbox_mail");
  await make();
  third.answer = { status: 500 };
  await customerAt(owner);
  await work();
  const subjects: string[][] = [];
  for (const hours of [23, 2, 46, 3]) {
    world.clock.advance({ hours });
    await rows("update webhook_delivery set due_at = $1, state = 'PENDING'", [world.clock.now()]);
    await rows("update webhook_endpoint set due_at = $1", [world.clock.now()]);
    await work();
    subjects.push((await mails()).map(({ subject }) => subject));
  }
  const warning = "A webhook endpoint does not answer";
  expect(subjects).toEqual([[], [warning], [warning], [warning, "A webhook endpoint was switched off"]]);
  expect(await state()).toEqual([{ off_reason: "FAILING", due_at: null }]);
});

test("rel-R17: while one secret takes over from another both sign, and a day later only the new one", async () => {
  const { id, secret: first } = await make();
  const rotated = await change<{ secret: string }>(
    "rotateWebhookSecret",
    "WebhookEndpointActInput",
    { endpointId: id, idempotencyKey: newId() },
    "secret",
  );
  const signers = async (): Promise<boolean[]> => {
    third.received = [];
    await customerAt(owner);
    await work();
    const { headers, body } = third.received[0]!;
    const at = new Date(Number(headers["webhook-timestamp"]) * 1_000);
    const signatures = String(headers["webhook-signature"]).split(" ");
    return [first, rotated.secret].map((secret) =>
      signatures.includes(new Webhook(secret).sign(String(headers["webhook-id"]), at, body)),
    );
  };
  expect(await signers()).toEqual([true, true]);
  world.clock.advance({ hours: 25 });
  expect(await signers()).toEqual([false, true]);
  const kept = JSON.stringify([await rows("select * from webhook_secret"), await rows("select * from idempotency")]);
  expect(kept).not.toContain(rotated.secret.slice(6));
});

test("rel-R17: a test is sent, and deliveries are replayed one by one or by their time under the same ids", async () => {
  const { id } = await make();
  const act = { endpointId: id, idempotencyKey: newId() };
  await change("testWebhookEndpoint", "WebhookEndpointActInput", act, "webhookEndpoint { id }");
  await change("testWebhookEndpoint", "WebhookEndpointActInput", act, "webhookEndpoint { id }");
  world.clock.advance({ minutes: 1 });
  await customerAt(owner);
  await customerAt(owner);
  await work();
  expect(third.received.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
    "webhook.test",
    "customer.created",
    "customer.created",
  ]);
  const ids = third.received.map(({ headers }) => headers["webhook-id"]);
  const replay = async (input: object) => {
    third.received = [];
    const read = "count";
    const { count } = await change<{ count: number }>(
      "replayWebhookDeliveries",
      "ReplayWebhookDeliveriesInput",
      { endpointId: id, idempotencyKey: newId(), ...input },
      read,
    );
    await deliverDue(world.system());
    return [count, third.received.map(({ headers }) => headers["webhook-id"])];
  };
  const { data } = await world.graphql(owner, "{ webhookDeliveries(first: 10) { nodes { id } } }");
  const [newest] = (data!["webhookDeliveries"] as { nodes: { id: string }[] }).nodes;
  expect(await replay({ deliveryIds: [newest!.id] })).toEqual([1, [ids[2]]]);
  expect(await replay({ from: new Date(t0.getTime() + 30_000) })).toEqual([2, ids.slice(1)]);
  expect(await replay({ from: t0, state: "FAILED" })).toEqual([0, []]);
});

test("rel-R17: two workers at once send nothing twice, and one that died leaves its endpoint to another after its lease", async () => {
  const endpoints = await Promise.all(Array.from({ length: 6 }, (_, at) => make({ url: `${url}/${at}` })));
  for (let count = 0; count < 5; count += 1) await customerAt(owner);
  await Promise.all([handOutEvents(world.system()), handOutEvents(world.system())]);
  await Promise.all([deliverDue(world.system()), deliverDue(world.system())]);
  expect(third.received).toHaveLength(endpoints.length * 5);
  expect(new Set(third.received.map(({ path, headers }) => `${path} ${String(headers["webhook-id"])}`)).size).toBe(30);
  third.received = [];
  await customerAt(owner);
  await handOutEvents(world.system());
  await rows("update webhook_endpoint set due_at = $1", [new Date(world.clock.now().getTime() + 60_000)]); // claimed by the dead
  await deliverDue(world.system());
  expect(third.received).toEqual([]);
  world.clock.advance({ seconds: 61 });
  await deliverDue(world.system());
  expect(third.received).toHaveLength(endpoints.length);
});

test("rel-T14: an endpoint in a private network is refused when it is made, and not connected to when its name leads there", async () => {
  setInstallation({ webhookHosts: "" });
  const refusedAt = async (address: string) => {
    const input = { idempotencyKey: newId(), url: address, events: ["CUSTOMER_CREATED"] };
    const read = "webhookEndpoint { id }";
    type Answer = { userErrors: { code: string }[] };
    const { userErrors } = await change<Answer>("createWebhookEndpoint", "CreateWebhookEndpointInput", input, read);
    return userErrors.map(({ code }) => code);
  };
  const port = host.split(":")[1];
  const spellings = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:7f00:1]",
    "169.254.169.254",
    "10.0.0.1",
  ];
  for (const each of spellings)
    expect([each, await refusedAt(`https://${each}:${port}/`)]).toEqual([each, ["INVALID"]]);
  for (const each of ["http://example.com/", "ftp://example.com/", "https://a:b@example.com/", "no address", ""])
    expect([each, await refusedAt(each)]).toEqual([each, ["INVALID"]]);
  await make({ url: `https://localhost:${port}/hook` }); // a name: looked at when something is sent
  await customerAt(owner);
  await work();
  expect(third.received).toEqual([]);
  expect(await rows("select status, failure->'values'->'why'->>'key' as why from webhook_attempt")).toEqual([
    { status: null, why: "address.private" },
  ]);
});

test("U32: the catalog names every event of the enum with a body as it would come", async () => {
  const { data } = await world.graphql(owner, "{ webhookEventTypes { event type description example } }");
  const types = data!["webhookEventTypes"] as { event: string; type: string; example: string }[];
  const values = world.schema.getType("WebhookEvent") as unknown as { getValues(): { name: string }[] };
  expect(types.map(({ event }) => event)).toEqual(values.getValues().map(({ name }) => name));
  for (const { type, example } of types)
    expect(JSON.parse(example)).toEqual({
      type,
      timestamp: "2026-11-22T12:00:00.000Z",
      data: {
        id: expect.stringMatching(/^(cus|svc|ord|run)_/),
        customerId: expect.stringMatching(/^cus_/),
        state: expect.any(String),
      },
    });
});

test("an endpoint that was switched off keeps what waits, and gets it when it is switched on", async () => {
  const { id } = await make();
  await customerAt(owner);
  await handOutEvents(world.system());
  const set = (version: number, isOn: boolean) =>
    change("updateWebhookEndpoint", "UpdateWebhookEndpointInput", { id, version, isOn }, "webhookEndpoint { isOn }");
  expect(await set(1, false)).toMatchObject({ webhookEndpoint: { isOn: false }, userErrors: [] });
  await work();
  expect(third.received).toEqual([]);
  expect(await set(1, true)).toMatchObject({ userErrors: [{ code: "STALE" }] });
  expect(await set(2, true)).toMatchObject({ webhookEndpoint: { isOn: true }, userErrors: [] });
  await work();
  expect(third.received).toHaveLength(1);
  await change("deleteWebhookEndpoint", "DeleteWebhookEndpointInput", { id }, "deletedId");
  expect(await rows("select 1 from webhook_delivery union all select 1 from webhook_secret")).toEqual([]);
});
