import { encodeId, newId, uuidOf } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setDunning } from "../billing/set-dunning.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { transaction } from "../kernel/context.ts";
import { advanceDue, advancePayment } from "../payments/advance-payment.ts";
import { setDefaultMethod } from "../payments/cards.ts";
import { asSystemIn, gatewayById, providerAccountOf } from "../payments/gateway.ts";
import { retryRenewals } from "../payments/retry-renewals.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, partsOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "../testkit/payments-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { testWorld } from "../testkit/world.ts";
import { expireServices } from "./expire-services.ts";
import { renewCharges } from "./renew-charges.ts";
import { startCharging } from "./start-charging.ts";

type Customer = (typeof customersOfTests)[keyof typeof customersOfTests];

const world = await testWorld();
const { rows } = world.database;
const owner = "owner@acme.test";
const { johnSmith, johnDoe, johnson } = customersOfTests;
let payments: PaymentsLab;
let gatewayId = "";

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  payments = await openPaymentsLab(world);
  payments.hear(false);
  gatewayId = uuidOf(await plantGateway(world, owner, "STRIPE")) ?? "";
  world.clock.set("2026-11-21T12:00:00Z");
});
afterAll(() => payments.close());

/** The default of whoever has none yet. */
async function giveCard({ id, resellerId }: Customer, reference = "pm_card_visa", expiresOn = "2034-12-31") {
  expect(resellerId).toBe(customersOfTests.johnSmith.resellerId);
  await rows("delete from payment_method where customer_id = $1", [id]);
  await rows(
    `insert into payment_method (id, path, customer_id, kind, brand, last_four, expires_on, is_default, gateway_id, reference, holder)
     select $1, path, id, 'CARD', 'Visa', '4242', $2, true, $3, $4, 'cus_1' from customer where id = $5`,
    [id, expiresOn, gatewayId, reference, id],
  );
}
const sayFromNowOn = (customer: Customer, reference: string) =>
  rows("update payment_method set reference = $1 where customer_id = $2", [reference, customer.id]);

/** 15.00 a month from today on. */
async function sell(customer: Customer): Promise<string> {
  const service = await plantService(world, customer);
  const edge = { currency: "GBP", setup: null, recurring: pounds(15), rule: "RETAIL", source: null };
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, {
      subjectKind: "SERVICE",
      subjectId: service,
      serviceId: service,
      customerId: customer.id,
      path: pathOf(customer),
      description: "Mobile - 20 GB",
      edges: [{ path: pathOf(customer), ...edge }],
      intervalMonths: 1,
    }),
  );
  return service;
}

/** Two workers of each kind at once. */
async function at(time: string): Promise<void> {
  world.clock.set(time);
  const twice = (sweep: typeof renewCharges) => Promise.all([sweep(world.system()), sweep(world.system())]);
  for (const sweep of [renewCharges, advanceDue, retryRenewals]) await twice(sweep);
}

async function balance(customer: Customer): Promise<number> {
  const [row] = await rows<{ units: string }>(
    `select (b.balance_micros / 1000000.0)::text as units from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.kind = 'BILLING' and a.path = $1`,
    [pathOf(customer)],
  );
  return Number(row!.units);
}

interface Noted {
  readonly state: string;
  readonly units: number;
  readonly is_owed: boolean;
}
const noted = async (customer: Customer) =>
  (
    await rows<{ state: string; units: string; is_owed: boolean }>(
      "select state, (amount_micros / 1000000.0)::text as units, is_owed from payment where path = $1 order by id",
      [pathOf(customer)],
    )
  ).map(({ units, ...row }): Noted => ({ ...row, units: Number(units) }));
const asked = async (): Promise<number> =>
  (await payments.lab.storage.query<{ minor: string }>("select minor from lab_payment")).length;
const mails = async (customer: Customer) =>
  (
    await rows<{ subject: string }>("select subject from outbox_mail where path = $1 order by id", [pathOf(customer)])
  ).map(({ subject }) => subject);
const card = async ({ id }: Customer) =>
  (await rows("select declines, retry_at, failed_at from payment_method where customer_id = $1", [id]))[0];

const paid = { state: "COMPLETED", units: 15, is_owed: false };

test("O23: 15.00 is due on 21 November; on 21 December at 00:00 in London a second 15.00 is charged to the default card, once, and the next is on 21 January 2027", async () => {
  await giveCard(johnSmith);
  await sell(johnSmith);
  expect([await balance(johnSmith), await noted(johnSmith)]).toEqual([-15, []]);
  await at("2026-12-20T23:59:59Z");
  expect([await balance(johnSmith), await noted(johnSmith)]).toEqual([-15, []]);
  await at("2026-12-21T00:00:00Z");
  expect([await balance(johnSmith), await noted(johnSmith), await asked()]).toEqual([-15, [paid], 1]);
  const [next] = await rows("select next_from::text as from, due_at from recurring_charge");
  expect(next).toEqual({ from: "2027-01-21", due_at: new Date("2027-01-21T00:00:00Z") });
  const [{ key, reference }] = (await rows<{ key: string; reference: string }>(
    "select p.key, c.reference from payment p, charge c where c.period_from = '2026-12-21'",
  )) as [{ key: string; reference: string }];
  expect(key).toBe(`renewal:${reference}`);
  await at("2026-12-21T00:00:30Z");
  expect([await balance(johnSmith), await asked()]).toEqual([-15, 1]);
});

test("O23: a worker that dies between charging and asking, or between asking and hearing, has the card charged once all the same", async () => {
  world.clock.set("2027-01-21T00:00:00Z");
  await renewCharges(world.system());
  expect([await balance(johnSmith), (await noted(johnSmith)).at(-1)?.state, await asked()]).toEqual([
    -30,
    "STARTED",
    1,
  ]);
  const [row] = await rows<{ id: string }>("select id from payment where state = 'STARTED'");
  const seller = asSystemIn(world.system(), "r1.r2.r3.");
  const gateway = await gatewayById(seller, gatewayId);
  await paymentProviderOf.STRIPE.authorise(providerAccountOf(seller, gateway!), {
    paymentId: encodeId("pay", row!.id),
    amount: money(pounds(15), "GBP"),
    description: "Asked for by who died before it heard",
    method: { reference: "pm_card_visa", holder: "cus_1" },
    isCaptured: true,
  });
  await at("2027-01-21T00:01:00Z");
  const named = { id: row!.id, path: pathOf(johnSmith), purpose: "RENEWAL" } as const;
  await Promise.all([1, 2, 3].map(() => advancePayment(world.system(), named)));
  expect([await balance(johnSmith), await noted(johnSmith), await asked()]).toEqual([-15, [paid, paid], 2]);
});

test("O23: a card that says no is tried 1, 3, 5 and 7 days after and not any more, each time with one mail, until somebody chooses it again", async () => {
  await sayFromNowOn(johnSmith, "pm_card_declined");
  await at("2027-02-21T00:00:00Z");
  const declined = { state: "DECLINED", units: 15 };
  expect((await noted(johnSmith)).slice(2)).toEqual([{ ...declined, is_owed: true }]);
  expect(await card(johnSmith)).toEqual({ declines: 1, retry_at: new Date("2027-02-22T00:01:00Z"), failed_at: null });
  const tries: [string, number][] = [];
  for (let hour = 0; hour <= 24 * 12; hour += 12) {
    const before = await asked();
    const now = new Date(Date.parse("2027-02-21T00:01:00Z") + hour * 3_600_000).toISOString();
    world.clock.set(now);
    await retryRenewals(world.system());
    await advanceDue(world.system());
    if ((await asked()) > before) tries.push([now, (await asked()) - before]);
  }
  expect(tries).toEqual([
    ["2027-02-22T00:01:00.000Z", 1],
    ["2027-02-24T00:01:00.000Z", 1],
    ["2027-02-26T00:01:00.000Z", 1],
    ["2027-02-28T00:01:00.000Z", 1],
  ]);
  expect(await card(johnSmith)).toMatchObject({
    declines: 5,
    retry_at: null,
    failed_at: new Date("2027-02-28T00:01:00Z"),
  });
  expect(await balance(johnSmith)).toBe(-30);
  expect(await mails(johnSmith)).toEqual(Array.from({ length: 5 }, () => "Not paid: Acme"));
  const [last] = await rows<{ body: string }>("select body from outbox_mail order by id desc limit 1");
  expect(last!.body).toContain("Nothing is tried again until a card is added or chosen in the portal.");

  await at("2027-03-21T00:00:00Z");
  expect([await balance(johnSmith), await asked(), (await mails(johnSmith)).length]).toEqual([-45, 7, 5]);
  const accounts = await accountsOfTests(world.as(owner), pathOf(johnSmith));
  await posted(world.system(), payment(accounts, pounds(20), newId(), pathOf(johnSmith)));
  await sayFromNowOn(johnSmith, "pm_card_visa");
  await setDefaultMethod(world.as(owner), { idempotencyKey: newId(), id: encodeId("pmt", johnSmith.id) });
  await at("2027-03-21T00:00:10Z");
  const owed = (await noted(johnSmith)).slice(-2);
  expect(owed).toEqual([paid, { ...paid, units: 10 }]); // two were owed, and 25.00 of them was still to be paid
  expect([await balance(johnSmith), await asked()]).toEqual([0, 9]);
  expect(await card(johnSmith)).toEqual({ declines: 0, retry_at: null, failed_at: null });
  expect((await noted(johnSmith)).filter(({ is_owed: isOwed }) => isOwed)).toEqual([]);
});

test("O23: without renewal a term ends on 21 December and is over on 28 December, and no card is charged; nor for a card that cannot be, which is told once", async () => {
  world.clock.set("2026-11-21T12:00:00Z");
  await giveCard(johnDoe);
  const ending = await sell(johnDoe);
  await rows("update service set auto_renew = false, ends_on = '2026-12-21' where id = $1", [ending]);
  const before = await asked();
  const states: string[][] = [];
  for (const time of ["2026-12-20T23:59:59Z", "2026-12-21T00:00:00Z", "2026-12-27T23:59:59Z", "2026-12-28T00:00:00Z"]) {
    world.clock.set(time);
    await expireServices(world.system());
    await at(time);
    const [row] = await rows<{ state: string; reasons: string[] }>(
      "select state, suspension_reasons as reasons from service where id = $1",
      [ending],
    );
    states.push([row!.state, ...row!.reasons]);
  }
  expect(states).toEqual([
    ["ACTIVE"],
    ["SUSPENDED", "NON_RENEWAL"],
    ["SUSPENDED", "NON_RENEWAL"],
    ["EXPIRED", "NON_RENEWAL"],
  ]);
  expect([await balance(johnDoe), await noted(johnDoe), await asked()]).toEqual([-15, [], before]);

  world.clock.set("2026-11-21T12:00:00Z");
  await giveCard(johnson, "pm_card_visa", "2026-12-20");
  await sell(johnson);
  await at("2026-12-21T00:00:00Z");
  await at("2026-12-22T00:00:00Z");
  expect(await noted(johnson)).toEqual([{ state: "DECLINED", units: 15, is_owed: true }]);
  expect([await balance(johnson), await asked(), await mails(johnson)]).toEqual([-30, before, ["Not paid: Acme"]]);
});

test("U27: on which days a card is tried again is for its reseller to say", async () => {
  const set = (cardRetryDays: number[] | null) => setDunning(world.as(owner), { cardRetryDays });
  await expect(set([3, 3])).rejects.toMatchObject({ refusals: [{ code: "INVALID", path: ["cardRetryDays"] }] });
  await set([2]);
  await rows("update payment_method set expires_on = null, reference = 'pm_card_declined' where customer_id = $1", [
    johnson.id,
  ]);
  await at("2027-01-21T00:00:00Z");
  expect(await card(johnson)).toEqual({ declines: 1, retry_at: new Date("2027-01-23T00:01:00Z"), failed_at: null });
  await at("2027-01-23T00:01:00Z");
  expect(await card(johnson)).toEqual({ declines: 2, retry_at: null, failed_at: new Date("2027-01-23T00:01:00Z") });
  await set(null);
});

test("what is known of a card and cannot be charged by anybody is asked by nobody", async () => {
  expect(partsOfTests.card).not.toBe("");
  await rows("update payment_method set reference = null where customer_id = $1", [johnson.id]);
  const before = (await noted(johnson)).length;
  await at("2027-02-21T00:00:00Z");
  expect((await noted(johnson)).length).toBe(before);
});
