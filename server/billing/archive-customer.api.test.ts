import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { terminateService } from "../services/terminate-service.ts";
import { accountsOfTests, charge, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";

const shop = await openShop();
const { world } = shop;
await shop.lab();
const engine = await shop.engine();
const owner = "owner@acme.test";
const [acme, john] = ["r1.r2.r3.", "r1.r2.r3.c123."];

async function archived(confirmation = "delete", email = owner, id: string = ids.johnSmith) {
  const { data, errors } = await world.graphql(
    email,
    `mutation ($input: ArchiveCustomerInput!) { archiveCustomer(input: $input) { customer { state } userErrors {
       code path ... on DependentsError { services numbers } ... on NonzeroBalanceError { balance { amount } } } } }`,
    { input: { id: id.startsWith("cus_") ? id : encodeId("cus", id), confirmation } },
  );
  return errors?.length === undefined ? (data as { archiveCustomer: unknown }).archiveCustomer : errors.length;
}

const refused = (...userErrors: object[]) => ({
  customer: null,
  userErrors: userErrors.map((error) => ({ path: ["id"], ...error })),
});

test("V14: a customer with a service and a number is not put away, and says how many there are; neither is one with a balance", async () => {
  expect(await archived("yes")).toEqual({ customer: null, userErrors: [{ code: "INVALID", path: ["confirmation"] }] });
  const { runId } = await shop.orderMobile("agent@acme.test", "123");
  await shop.ended(runId);
  const accounts = await accountsOfTests(world.system(), john, acme);
  const [charged] = await world.database.rows<{ balance: string }>(
    `select balance_micros::text as balance from ledger_balance where account_id = '${accounts.billing}'`,
  );
  await posted(world.system(), payment(accounts, -BigInt(charged!.balance), newId(), john)); // for the order
  expect(await archived()).toEqual(refused({ code: "IN_USE", services: 1, numbers: 1 }));
  await posted(world.system(), payment(accounts, pounds(2.5), newId(), john));
  expect(await archived()).toEqual(
    refused({ code: "IN_USE", services: 1, numbers: 1 }, { code: "NONZERO_BALANCE", balance: { amount: "2.50" } }),
  );
  const [service] = await world.database.rows<{ id: string; name: string; version: number }>(
    `select id, name, version from service where path = '${john}'`,
  );
  const { id: serviceId, name: confirmName, version } = service!;
  const ending = { idempotencyKey: newId(), serviceId, confirmName, version };
  await shop.ended((await terminateService(world.as(owner), ending)).runId);
  expect(await archived()).toEqual(refused({ code: "NONZERO_BALANCE", balance: { amount: "2.50" } }));
  await posted(world.system(), charge(accounts, pounds(2.5), newId(), john));
  expect(await archived("Delete ")).toEqual({ customer: { state: "ARCHIVED" }, userErrors: [] });
  expect(await archived()).toEqual({ customer: null, userErrors: [{ code: "STATE_CONFLICT", path: ["customerId"] }] });
  const entries = await world.database.rows("select changes from audit_entry where operation = 'customer.archive'");
  expect(entries).toEqual([{ changes: [{ field: "state", before: "ACTIVE", after: "ARCHIVED" }] }]);
  await engine.stop();
});

test("who may not, or does not see the customer, puts nobody away", async () => {
  expect(await archived("delete", "agent@acme.test", ids.johnDoe)).toBe(1);
  expect(await archived("delete", "owner@beta.test", ids.johnDoe)).toBe(1);
});
