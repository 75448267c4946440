import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accountsOfTests, charge, payment, posted, pounds, type TestAccounts } from "../testkit/ledger-of-tests.ts";
import { askAs, customersOfTests, jane as janeOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "../testkit/payments-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { rechargeDue } from "./auto-recharge.ts";
import { setDefaultMethod } from "./cards.ts";

const world = await testWorld();
const owner = "owner@acme.test";
const path = pathOf(customersOfTests.johnson);
const jane = { ...janeOfTests, permissions: new Set(permissionsOf("CUSTOMER_USER")) };
let payments: PaymentsLab;
let accounts: TestAccounts;

beforeAll(async () => {
  await plantCustomers(world);
  payments = await openPaymentsLab(world);
  payments.hear(false);
  const gateway = await plantGateway(world, owner, "STRIPE");
  await world.database.rows(
    `insert into payment_method (id, path, customer_id, kind, brand, last_four, expires_on, is_default, gateway_id, reference, holder)
     select $1, path, id, 'CARD', 'Visa', '4242', '2034-12-31', true, (select id from payment_gateway), 'pm_card_visa', 'cus_1'
     from customer where path = $2`,
    [newId(), path],
  );
  expect(gateway).toMatch(/^pgw_/);
  accounts = await accountsOfTests(world.as(owner), path);
  world.clock.set("2026-11-21T10:00:00Z");
});
afterAll(() => payments.close());

async function set(input: Record<string, unknown>, as: typeof jane | string = jane) {
  const document = `mutation ($input: SetAutoRechargeInput!) { setAutoRecharge(input: $input) {
    billingAccount { autoRecharge { threshold { amount } amount { amount } nextTryAt } } userErrors { code path } } }`;
  const variables = { input: { accountId: encodeId("bac", accounts.billing), ...input } };
  return typeof as === "string" ? world.graphql(as, document, variables) : askAs(world, as, document, variables);
}

async function move(units: number): Promise<void> {
  const amount = pounds(Math.abs(units));
  const asked = units > 0 ? payment(accounts, amount, newId(), path) : charge(accounts, amount, newId(), path);
  await posted(world.system(), { ...asked, isCovered: false });
}

/** Two workers at once, twice. */
async function swept(): Promise<number> {
  const first = await Promise.all([rechargeDue(world.system()), rechargeDue(world.system())]);
  const again = await Promise.all([rechargeDue(world.system()), rechargeDue(world.system())]);
  return [...first, ...again].reduce((sum, each) => sum + each, 0);
}

async function balance(): Promise<number> {
  const [row] = await world.database.rows<{ units: string }>(
    "select (balance_micros / 1000000)::text as units from ledger_balance where account_id = $1",
    [accounts.billing],
  );
  return Number(row!.units);
}

const states = async () =>
  (await world.database.rows<{ state: string }>("select state from payment order by id")).map(({ state }) => state);
const mails = async () =>
  (await world.database.rows<{ to: string }>("select recipient as to from outbox_mail order by id")).map(
    ({ to }) => to,
  );

test("VX14: who may sets a listed amount and a balance, others and other amounts are refused", async () => {
  const wrong = await set({ threshold: "-1", amount: "15" });
  expect(wrong.data).toMatchObject({
    setAutoRecharge: {
      userErrors: [
        { code: "INVALID", path: ["threshold"] },
        { code: "INVALID", path: ["amount"] },
      ],
    },
  });
  expect((await set({}, "owner@beta.test")).errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  expect((await set({}, "agent@acme.test")).errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  await move(30);
  const done = await set({ threshold: "5", amount: "20" }, owner);
  expect(done.data).toEqual({
    setAutoRecharge: {
      billingAccount: {
        autoRecharge: { threshold: { amount: "5.00" }, amount: { amount: "20.00" }, nextTryAt: null },
      },
      userErrors: [],
    },
  });
  await move(-20);
  const [row] = await world.database.rows("select count(*)::int as n from account_notice where kind = 'RECHARGE'");
  expect([row, await swept()]).toEqual([{ n: 0 }, 0]); // above the mark nothing is even noted
});

test("VX14: twice below the mark on one day is one charge and one mail, whoever sweeps how often; the next is at 00:01", async () => {
  await move(-6); // 4.00
  expect([await swept(), await balance(), await states()]).toEqual([1, 24, ["COMPLETED"]]);
  expect(await mails()).toEqual([]);
  await move(-20); // 4.00 again
  expect([await swept(), await balance(), await mails()]).toEqual([0, 4, ["jane@acme.com"]]);
  await move(10);
  await move(-10);
  expect([await swept(), await mails()]).toEqual([0, ["jane@acme.com"]]);
  world.clock.set("2026-11-22T00:00:59Z");
  expect(await swept()).toBe(0);
  world.clock.set("2026-11-22T00:01:00Z");
  expect([await swept(), await balance()]).toEqual([1, 24]);
});

test("VX14: what is declined is one mail and a retry on the next day, which is charged once; a card that said no is marked", async () => {
  await world.database.rows("delete from outbox_mail");
  await world.database.rows("update payment_method set reference = 'pm_card_declined' where path = $1", [path]);
  world.clock.set("2026-11-23T12:00:00Z");
  await move(-20);
  expect([await swept(), (await states()).at(-1), await mails()]).toEqual([1, "DECLINED", ["jane@acme.com"]]);
  const [card] = await world.database.rows<{ at: Date | null }>(
    "select declined_at as at from payment_method where path = $1",
    [path],
  );
  expect(card!.at).not.toBeNull();
  expect([await swept(), await mails()]).toEqual([0, ["jane@acme.com"]]);
  await world.database.rows("update payment_method set reference = 'pm_card_visa' where path = $1", [path]);
  world.clock.set("2026-11-24T00:01:00Z");
  expect([await swept(), await balance(), (await states()).at(-1)]).toEqual([1, 24, "COMPLETED"]);
});

test("VX14: a card that goes on saying no is tried on four more days and not any more, until it is chosen again", async () => {
  await world.database.rows("delete from outbox_mail");
  await world.database.rows("update payment_method set reference = 'pm_card_declined' where path = $1", [path]);
  world.clock.set("2027-02-01T12:00:00Z");
  await move(-20);
  const tried: string[] = [];
  for (let hour = 0; hour < 24 * 20; hour += 12) {
    world.clock.set(new Date(Date.parse("2027-02-01T12:01:00Z") + hour * 3_600_000));
    if ((await swept()) > 0) tried.push(world.clock.now().toISOString());
  }
  expect(tried.map((time) => time.slice(0, 13))).toEqual([
    "2027-02-01T12",
    "2027-02-02T00",
    "2027-02-04T00",
    "2027-02-06T00",
    "2027-02-08T00",
  ]);
  expect([await balance(), (await mails()).length]).toEqual([4, 5]);
  const [{ body }] = (await world.database.rows<{ body: string }>(
    "select body from outbox_mail order by id desc limit 1",
  )) as [{ body: string }];
  expect(body).toContain("Nothing is tried again until a card is added or chosen in the portal.");
  await world.database.rows("update payment_method set reference = 'pm_card_visa' where path = $1", [path]);
  const [row] = await world.database.rows<{ id: string }>("select id from payment_method where path = $1", [path]);
  await setDefaultMethod(world.as(owner), { idempotencyKey: newId(), id: encodeId("pmt", row!.id) });
  expect([await swept(), await balance(), (await states()).at(-1)]).toEqual([1, 24, "COMPLETED"]);
});

test("VX14: without a card there is nothing to charge, which is told once, and turned off nothing is noted any more", async () => {
  await world.database.rows("delete from outbox_mail");
  await world.database.rows("update payment_method set expires_on = '2026-10-31' where path = $1", [path]);
  world.clock.set("2027-03-01T12:00:00Z");
  await move(-20);
  expect([await swept(), await mails()]).toEqual([0, ["jane@acme.com"]]);
  await set({});
  await move(10);
  await move(-10);
  const [row] = await world.database.rows("select count(*)::int as n from account_notice where told_at is null");
  expect([row, await swept()]).toEqual([{ n: 0 }, 0]);
});
