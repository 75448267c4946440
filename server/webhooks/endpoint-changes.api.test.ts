import { encodeId, newId } from "@tierline/shared/id.ts";
import { freshProofMinutes } from "@tierline/shared/limits.ts";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createCustomer } from "../customers/create-customer.ts";
import { setInstallation } from "../kernel/installation.ts";
import type { AccessError } from "../kernel/rejection.ts";
import { askAs } from "../testkit/customers-of-tests.ts";
import { thirdParty } from "../testkit/third-party.ts";
import { usersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { createWebhookEndpoint } from "./create-endpoint.ts";
import { deliverDue } from "./deliver.ts";
import { handOutEvents } from "./hand-out-events.ts";

const world = await testWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const third = await thirdParty();
setInstallation({ webhookHosts: third.host });
beforeEach(async () => {
  third.received = [];
  world.clock.set(t0);
  await rows("delete from webhook_endpoint");
  await rows("delete from webhook_event");
});
afterAll(() => {
  setInstallation({ webhookHosts: "" });
  third.close();
});

async function endpoint(): Promise<string> {
  const input = { idempotencyKey: newId(), url: `http://${third.host}/hook`, events: ["customer.created"] };
  const { endpointId } = await createWebhookEndpoint(world.as(owner), input);
  return encodeId("whe", endpointId);
}

const makeCustomer = () =>
  createCustomer(world.as(owner), { idempotencyKey: newId(), kind: "INDIVIDUAL", name: "New", homeCountry: "GB" });

test("OX8, rel-T14: what waits for an endpoint is not sent of customers that its maker was not named since it was handed out", async () => {
  await endpoint();
  const [named, other] = [await makeCustomer(), await makeCustomer()];
  await handOutEvents(world.system());
  const maker = usersOfTests[owner].id;
  await rows("update app_user set named_customers_only = true where id = $1", [maker]);
  await rows(
    "insert into named_customer (id, path, user_id, customer_id) select $1, path, id, $2 from app_user where id = $3",
    [newId(t0.getTime()), named, maker],
  );
  await deliverDue(world.system());
  expect(third.received.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id)).toEqual([
    encodeId("cus", named),
  ]);
  const left = await rows<{ body: string }>(
    "select body from webhook_delivery where state = 'FAILED' and due_at is null",
  );
  expect(left.map(({ body }) => body.includes(encodeId("cus", other)))).toEqual([true]);
  await rows("delete from named_customer");
  await rows("update app_user set named_customers_only = false where id = $1", [maker]);
});

test("where an endpoint's events go is changed with a fresh proof of who asks, and with an older one nothing is", async () => {
  const id = await endpoint();
  const { viewer } = world.as(owner);
  const document =
    "mutation ($input: UpdateWebhookEndpointInput!) { updateWebhookEndpoint(input: $input) { webhookEndpoint { url } } }";
  const url = `http://${third.host}/elsewhere`;
  const change = async (minutes: number) => {
    const provenAt = new Date(world.clock.now().getTime() - minutes * 60_000);
    const answer = await askAs(world, { ...viewer, provenAt }, document, { input: { id, version: 1, url } });
    return answer.errors?.map(({ originalError }) => (originalError as AccessError).code) ?? answer.data;
  };
  expect(await change(freshProofMinutes + 1)).toEqual(["STEP_UP_REQUIRED"]);
  expect(await rows("select url, version from webhook_endpoint")).toEqual([
    { url: `http://${third.host}/hook`, version: 1 },
  ]);
  expect(await change(freshProofMinutes - 1)).toEqual({ updateWebhookEndpoint: { webhookEndpoint: { url } } });
});

test("rel-R17: how many deliveries of a time failed is told before they are sent again, and how many still wait", async () => {
  const id = await endpoint();
  third.answer = { status: 410 }; // which gives each of them up
  await makeCustomer();
  await makeCustomer();
  await handOutEvents(world.system());
  await deliverDue(world.system());
  await rows("update webhook_delivery set state = 'FAILED', due_at = null");
  await rows("update webhook_endpoint set off_reason = null, failing_since = null, failures = 0");
  third.answer = { status: 204 };
  world.clock.advance({ minutes: 1 });
  await makeCustomer();
  await handOutEvents(world.system());
  await deliverDue(world.system());
  const countOf = async (filter: object): Promise<unknown> => {
    const document =
      "query ($filter: WebhookDeliveryFilter) { webhookDeliveries(first: 1, filter: $filter) { totalCount { value } } }";
    const { data, errors } = await world.graphql(owner, document, { filter: { endpointId: id, ...filter } });
    expect(errors).toBeUndefined();
    return (data!["webhookDeliveries"] as { totalCount: { value: number } }).totalCount.value;
  };
  const [from, to] = [t0, new Date(t0.getTime() + 30_000)];
  expect(await countOf({ from })).toBe(3);
  expect(await countOf({ from, to })).toBe(2);
  expect(await countOf({ from, state: "FAILED" })).toBe(2);
  expect(await countOf({ from: to, state: "FAILED" })).toBe(0);
  const replay = `mutation ($input: ReplayWebhookDeliveriesInput!) { replayWebhookDeliveries(input: $input) { count } }`;
  const input = { endpointId: id, from, state: "FAILED", idempotencyKey: newId() };
  const { data } = await world.graphql(owner, replay, { input });
  expect(data?.["replayWebhookDeliveries"]).toEqual({ count: 2 });
  expect(await countOf({ from, state: "PENDING" })).toBe(2);
  await deliverDue(world.system());
  expect(await countOf({ from, state: "PENDING" })).toBe(0);
  expect(await countOf({ from, state: "DELIVERED" })).toBe(3);
});
