import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { Rejection } from "../kernel/rejection.ts";
import { customersOfTests, partsOfTests } from "../testkit/customers-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import { plantPlan } from "../testkit/tariffs-of-tests.ts";
import { draftOf } from "./order-draft.ts";
import { placeOrder } from "./place-order.ts";

const shop = await openShop();
await shop.lab();
const { world } = shop;
const { rows } = world.database;
const agent = "agent@acme.test";
const line = { offeringId: ids.p4, customerId: ids.johnson, siteId: encodeId("sit", partsOfTests.sites.leeds) };

interface Payload {
  readonly customer: { readonly linesMax: number | null; readonly lineCount: number; readonly delegated: null } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}
async function letHave(more: { readonly linesMax?: number | null }): Promise<Payload> {
  const { data, errors } = await world.graphql(
    "owner@acme.test",
    `mutation ($input: DelegateToCustomerInput!) { delegateToCustomer(input: $input) {
      customer { linesMax lineCount delegated } userErrors { code path } } }`,
    { input: { id: ids.johnson, ...more } },
  );
  expect(errors).toBeUndefined();
  return (data as { delegateToCustomer: Payload }).delegateToCustomer;
}
async function place(quoteFingerprint: string) {
  return placeOrder(world.as(agent), { idempotencyKey: newId(), draft: draftOf(line), quoteFingerprint });
}
async function blocked() {
  const { checks } = await shop.quote(agent, line);
  return checks.flatMap(({ state, refusal, path }) => (state === "BLOCKING" ? [[refusal, path]] : []));
}
const refusal = ["LIMIT_EXCEEDED", ["customerId"]];
const services = async () =>
  (await rows<{ customer_id: string }>("select customer_id from service where service_type = 'VOIP'")).length;

test("BX11, X1: a customer that may have no lines gets none, and one without a limit as many as it likes", async () => {
  expect(await letHave({ linesMax: 0 })).toEqual({
    customer: { linesMax: 0, lineCount: 0, delegated: null },
    userErrors: [],
  });
  expect(await blocked()).toEqual([refusal]);
  expect(await letHave({ linesMax: -1 })).toEqual({
    customer: null,
    userErrors: [{ code: "INVALID", path: ["linesMax"] }],
  });
  expect((await letHave({})).customer).toMatchObject({ linesMax: 0 });
  expect((await letHave({ linesMax: null })).customer).toMatchObject({ linesMax: null });
  await shop.order(agent, line);
  expect(await services()).toBe(1);
});

test("BX11: of two orders at once for a customer's last line one passes, and the other is told the limit", async () => {
  expect((await letHave({ linesMax: 2 })).customer).toEqual({ linesMax: 2, lineCount: 1, delegated: null });
  const { fingerprint } = await shop.quote(agent, line);
  const answers = await Promise.allSettled([place(fingerprint), place(fingerprint)]);
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as Rejection] : []));
  expect(refused.map(({ refusals }) => refusals)).toMatchObject([
    [{ code: "LIMIT_EXCEEDED", path: ["customerId"], typeName: "LimitExceededError", data: { limit: 2, used: 2 } }],
  ]);
  expect(await services()).toBe(2);
  expect(await blocked()).toEqual([refusal]);
  expect(await rows("select changes from audit_entry where operation = 'customer.delegate' order by at, id")).toEqual(
    [
      [null, "0"],
      ["0", null],
      [null, "2"],
    ].map(([before, after]) => ({ changes: [{ field: "linesMax", before, after }] })),
  );
});

test("B3: a customer has three lines in its list, and no line is made without a customer", async () => {
  await letHave({ linesMax: 3 });
  await shop.order(agent, line);
  const { data } = await world.graphql(
    agent,
    "query ($id: ID!) { customer(id: $id) { services(first: 10) { nodes { serviceType customer { id } } } } }",
    { id: ids.johnson },
  );
  const own = { serviceType: "VOIP", customer: { id: ids.johnson } };
  expect(data).toEqual({ customer: { services: { nodes: [own, own, own] } } });
  const none = { ...line, customerId: encodeId("cus", newId()) };
  await expect(shop.quote(agent, none)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(rows("update service set customer_id = null")).rejects.toThrow("not-null");
  expect(await services()).toBe(3);
});

test("B2: a line wants a rate plan first, the customer's own or one for everybody; minutes included are not asked for", async () => {
  await letHave({ linesMax: null });
  const [given] = await rows<{ plan_id: string }>(
    "delete from rate_plan_buyer where path = 'r1.r2.r3.' returning plan_id",
  );
  const before = await services();
  const { fingerprint } = await shop.quote(agent, line);
  expect(await blocked()).toEqual([["REQUIRED", ["customerId"]]]);
  await expect(place(fingerprint)).rejects.toMatchObject({ refusals: [{ code: "REQUIRED", path: ["customerId"] }] });
  expect(await services()).toBe(before);
  // One line's own plan is none for the next line, and what is not a line needs none.
  const [sold] = await rows<{ id: string }>("select id from service where service_type = 'VOIP' limit 1");
  const { johnson } = customersOfTests;
  await plantPlan(world, "acme", {}, { customer: johnson.id, service: sold!.id });
  expect(await blocked()).toEqual([["REQUIRED", ["customerId"]]]);
  const fiber = await shop.quote(agent, { ...line, offeringId: ids.p2 });
  expect(fiber.checks.filter(({ code, state }) => code === "ELIGIBILITY" && state === "BLOCKING")).toEqual([]);
  const input = { idempotencyKey: newId(), id: encodeId("rpl", given!.plan_id), customerId: ids.johnson };
  const { data } = await world.graphql(
    "owner@acme.test",
    "mutation ($input: AssignRatePlanInput!) { assignRatePlan(input: $input) { userErrors { code } } }",
    { input },
  );
  expect(data).toEqual({ assignRatePlan: { userErrors: [] } });
  expect(await blocked()).toEqual([]);
  await shop.order(agent, line);
  expect(await services()).toBe(before + 1);
});
