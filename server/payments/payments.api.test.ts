import { encodeId, newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { graphql } from "graphql";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { verifySignOf } from "../connectors/lab/paypal.ts";
import { askAs, customersOfTests, jane as janeOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { openPaymentsLab, plantGateway, type PaymentsLab } from "../testkit/payments-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { enterByHand } from "../billing/manual-entry.ts";
import { advanceDue } from "./advance-payment.ts";
import { gatewayPlace } from "./gateway.ts";
import { takeNotification } from "./take-notification.ts";

const world = await testWorld();
const owner = "owner@acme.test";
const { johnson } = customersOfTests;
const path = pathOf(johnson);
const jane = { ...janeOfTests, permissions: new Set(permissionsOf("CUSTOMER_USER")) };
let payments: PaymentsLab;
let gateways: { readonly STRIPE: string; readonly PAYPAL: string };

beforeAll(async () => {
  await plantCustomers(world);
  payments = await openPaymentsLab(world);
  gateways = {
    STRIPE: await plantGateway(world, owner, "STRIPE"),
    PAYPAL: await plantGateway(world, owner, "PAYPAL", "10,20,50", "sales@acme.test"),
  };
});
afterAll(() => payments.close());
beforeEach(() => {
  payments.taken.length = 0;
  payments.hear(true);
});

interface Payment {
  readonly id: string;
  readonly state: string;
  readonly approvalUrl: string | null;
  readonly reason: string | null;
  readonly amount: { readonly amount: string };
  readonly refunded: { readonly amount: string };
}
interface Answer {
  readonly payment: Payment | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

const fields = "payment { id state approvalUrl reason amount { amount } refunded { amount } } userErrors { code path }";

async function done(verb: string, input: Record<string, unknown>, as: typeof jane | string = jane): Promise<Answer> {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`;
  const result =
    typeof as === "string" ? await world.graphql(as, document, { input }) : await askAs(world, as, document, { input });
  expect(result.errors).toBeUndefined();
  return (result.data as Record<string, Answer>)[verb]!;
}

async function accountId(at = path): Promise<string> {
  const [row] = await world.database.rows<{ id: string }>(
    "select id from ledger_account where path = $1 and kind = 'BILLING'",
    [at],
  );
  return encodeId("bac", row!.id);
}

async function balance(kind = "BILLING", at = path): Promise<string> {
  const [row] = await world.database.rows<{ units: string }>(
    `select (sum(b.balance_micros) / 1000000)::numeric(12, 2)::text as units from ledger_balance b
     join ledger_account a on a.id = b.account_id where a.path = $1 and a.kind = $2`,
    [at, kind],
  );
  return row!.units;
}

async function topUp(provider: "STRIPE" | "PAYPAL", amount = "20"): Promise<Payment & { approvalUrl: string }> {
  const input = { idempotencyKey: newId(), accountId: await accountId(), provider, amount };
  const { payment, userErrors } = await done("startTopUp", input);
  expect(userErrors).toEqual([]);
  expect(payment).toMatchObject({ state: "WAITING", reason: null });
  return payment as Payment & { approvalUrl: string };
}

const checked = async (id: string) => (await done("checkPayment", { id })).payment!;
const mails = () =>
  world.database.rows<{ subject: string; recipient: string }>("select subject, recipient from outbox_mail order by id");

test.each(["STRIPE", "PAYPAL"] as const)(
  "F12, V20: a customer pays a listed amount by %s, and is credited by what the provider tells, once",
  async (provider) => {
    const before = Number(await balance());
    const sold = Number(await balance("PAYMENTS", "r1.r2.r3."));
    const { id, approvalUrl } = await topUp(provider);
    expect(await balance()).toBe(before.toFixed(2));
    expect(await payments.choose(approvalUrl, "pay")).toMatch(/\/portal\/billing$/);
    expect(payments.taken).toEqual(["TAKEN"]);
    expect(await balance()).toBe((before + 20).toFixed(2));
    expect(await balance("PAYMENTS", "r1.r2.r3.")).toBe((sold - 20).toFixed(2));
    for (let time = 0; time < 3; time += 1) expect((await checked(id)).state).toBe("COMPLETED");
    await advanceDue(world.system());
    expect(await balance()).toBe((before + 20).toFixed(2));
  },
);

test("what a payment is for is told to each reader in their own language, and stands in the ledger in the seller's", async () => {
  const { id, approvalUrl } = await topUp("STRIPE");
  await payments.choose(approvalUrl, "pay");
  const source = "query ($id: ID!) { node(id: $id) { ... on Payment { description } } }";
  const read = async (language: "en" | "fr") => {
    const contextValue = { ...world.request(owner), language };
    return (await graphql({ schema: world.schema, source, variableValues: { id }, contextValue })).data;
  };
  expect(await read("en")).toEqual({ node: { description: "Top-up of Acme" } });
  expect(await read("fr")).toEqual({ node: { description: "Rechargement Acme" } });
  const [posted] = await world.database.rows(
    "select distinct description from ledger_transaction where path = $1 and kind = 'PAYMENT'",
    [path],
  );
  expect(posted).toEqual({ description: "Top-up of Acme" });
});

test("when no notification comes, the payer who is back is credited all the same, and a worker finds who is not", async () => {
  payments.hear(false);
  const before = Number(await balance());
  const back = await topUp("PAYPAL");
  await payments.choose(back.approvalUrl, "pay");
  expect((await checked(back.id)).state).toBe("COMPLETED");
  const gone = await topUp("STRIPE", "50");
  await payments.choose(gone.approvalUrl, "pay");
  world.clock.advance({ minutes: 2 });
  expect(await advanceDue(world.system())).toBe(1);
  expect(await balance()).toBe((before + 70).toFixed(2));
});

test.each(["STRIPE", "PAYPAL"] as const)(
  "VX12, U19: pending and then completed at %s is one credit",
  async (provider) => {
    const before = Number(await balance());
    const { id, approvalUrl } = await topUp(provider);
    await payments.choose(approvalUrl, "later");
    expect((await checked(id)).state).toBe("PENDING");
    expect(await balance()).toBe(before.toFixed(2));
    await payments.choose(approvalUrl, "arrive");
    expect((await checked(id)).state).toBe("COMPLETED");
    expect(await balance()).toBe((before + 20).toFixed(2));
  },
);

/** As PayPal sends it by itself; the lab says that it has. */
async function ipn(fields: Record<string, string>, isForged = false) {
  const form = new URLSearchParams({ receiver_email: "Sales@acme.test", mc_currency: "GBP", ...fields });
  form.set("verify_sign", isForged ? "of nobody" : verifySignOf(form));
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return takeNotification(world.system(), gateways.PAYPAL, { headers, body: form.toString() });
}

test("VX12: an instant notification credits 25.00 once however often it comes, and its refund takes it back", async () => {
  const gateway = await plantGateway(world, owner, "PAYPAL", "10,20,25,50", "sales@acme.test");
  expect(gateway).toBe(gateways.PAYPAL);
  const before = Number(await balance());
  const { id: custom } = await topUp("PAYPAL", "25");
  const paid = { custom, txn_id: "TXN25", payment_status: "Completed", mc_gross: "25.00" };
  const many = await Promise.all(Array.from({ length: 10 }, () => ipn(paid)));
  expect(many.toSorted()).toEqual([...Array.from({ length: 9 }, () => "REPEATED"), "TAKEN"]);
  expect(await ipn({ ...paid, payment_status: "Processed" })).toBe("TAKEN"); // another telling of the same money
  expect(await balance()).toBe((before + 25).toFixed(2));
  const back = { custom, txn_id: "RFD25", parent_txn_id: "TXN25", payment_status: "Refunded", mc_gross: "-25.00" };
  expect([await ipn(back), await ipn(back)]).toEqual(["TAKEN", "REPEATED"]);
  expect(await balance()).toBe(before.toFixed(2));
  const [last] = await world.database.rows("select kind from ledger_transaction order by id desc limit 1");
  expect(last).toEqual({ kind: "REVERSAL" });
});

test("VX12: what is forged, for another receiver, in another currency or amount, or of nobody known credits nothing and is told", async () => {
  const before = await balance();
  const { id: custom } = await topUp("PAYPAL", "25");
  const paid = { custom, payment_status: "Completed", mc_gross: "25.00" };
  await world.database.rows("delete from outbox_mail");
  expect(await ipn({ ...paid, txn_id: "F1" }, true)).toBe("FORGED");
  expect(await ipn({ ...paid, txn_id: "F2", receiver_email: "thief@else.test" })).toBe("REFUSED");
  expect(await ipn({ ...paid, txn_id: "F3", mc_currency: "EUR" })).toBe("REFUSED");
  expect(await ipn({ ...paid, txn_id: "F4", mc_gross: "2.50" })).toBe("REFUSED");
  expect(await ipn({ ...paid, txn_id: "F5", custom: encodeId("pay", newId()) })).toBe("REFUSED");
  expect(await balance()).toBe(before);
  const told = await mails();
  expect(told).toHaveLength(4); // amount and currency are one kind of wrong, of one payment on one day
  expect(new Set(told.map(({ recipient, subject }) => `${recipient} ${subject}`))).toEqual(
    new Set(["failures@acme.test Payment not credited: PayPal"]),
  );
  const audited = await world.database.rows("select 1 from audit_entry where operation = 'payment.refuse'");
  expect(audited.length).toBeGreaterThanOrEqual(5);
});

test("a notification of Stripe that is sealed by another secret, or was sent long ago, is forged", async () => {
  const headers = { "content-type": "application/json", "stripe-signature": `t=${Date.now()},v1=00` };
  const body = JSON.stringify({ id: "evt_1", type: "payment_intent.succeeded", data: { object: {} } });
  expect(await takeNotification(world.system(), gateways.STRIPE, { headers, body })).toBe("FORGED");
  expect(await takeNotification(world.system(), encodeId("pgw", newId()), { headers, body })).toBe("NO_GATEWAY");
});

test("an answer that was lost is found by asking again under the same key: paid once, credited once", async () => {
  const before = Number(await balance());
  await payments.lab.faultsOf("payments").set({ kind: "LOSE_ANSWER", times: 1, delayMs: 0, garbageBytes: 1 });
  const input = { idempotencyKey: newId(), accountId: await accountId(), provider: "PAYPAL", amount: "10" };
  const { payment } = await done("startTopUp", input);
  expect(payment).toMatchObject({ state: "STARTED", approvalUrl: null });
  const { state, approvalUrl } = await checked(payment!.id);
  expect(state).toBe("WAITING");
  payments.hear(false);
  await payments.choose(approvalUrl!, "pay");
  await payments.lab.faultsOf("payments").set({ kind: "LOSE_ANSWER", times: 1, delayMs: 0, garbageBytes: 1 });
  expect((await checked(payment!.id)).state).toBe("WAITING"); // captured, and nobody heard of it
  expect((await checked(payment!.id)).state).toBe("COMPLETED");
  expect(await balance()).toBe((before + 10).toFixed(2));
  const booked = await payments.lab.storage.query("select 1 from lab_payment where payment = $1", [payment!.id]);
  expect(booked).toHaveLength(1);
});

test("A-V8: only a listed amount can be paid, by a way that is open, and into one's own account", async () => {
  const input = { idempotencyKey: newId(), accountId: await accountId(), provider: "STRIPE", amount: "15" };
  expect((await done("startTopUp", input)).userErrors).toEqual([{ code: "INVALID", path: ["amount"] }]);
  const others = await accountId(pathOf(customersOfTests.johnSmith));
  const document = "mutation ($input: StartTopUpInput!) { startTopUp(input: $input) { payment { id } } }";
  const wrong = await askAs(world, jane, document, { input: { ...input, accountId: others } });
  expect(wrong.errors?.[0]?.originalError).toMatchObject({ code: "NOT_FOUND" });
  const none = { ...jane, permissions: new Set([]) };
  const refused = await askAs(world, none, document, { input });
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
});

test("A-V8: a gateway is tried with 1.00 of one's own, which no customer is credited with", async () => {
  const before = await balance();
  const { payment } = await done("testPaymentGateway", { idempotencyKey: newId(), id: gateways.PAYPAL }, owner);
  await payments.choose(payment!.approvalUrl!, "pay");
  expect(await balance("TEST_PAYMENTS", "r1.r2.r3.")).toBe("1.00");
  expect(await balance()).toBe(before);
});

test("a payment is given back in parts, and never more than it was", async () => {
  const { id, approvalUrl } = await topUp("STRIPE", "50");
  await payments.choose(approvalUrl, "pay");
  const before = Number(await balance());
  const part = await done(
    "refundPayment",
    { idempotencyKey: newId(), id, amount: "12.50", reason: "Half a month" },
    owner,
  );
  expect(part.payment).toMatchObject({ state: "COMPLETED", refunded: { amount: "12.50" } });
  expect(await balance()).toBe((before - 12.5).toFixed(2));
  const more = await done("refundPayment", { idempotencyKey: newId(), id, amount: "37.51", reason: "All" }, owner);
  expect(more.userErrors).toEqual([{ code: "LIMIT_EXCEEDED", path: ["amount"] }]);
  const rest = await done("refundPayment", { idempotencyKey: newId(), id, reason: "The rest" }, owner);
  expect(rest.payment).toMatchObject({ state: "REFUNDED", refunded: { amount: "50.00" } });
  expect(await balance()).toBe((before - 50).toFixed(2));
  const again = await done("refundPayment", { idempotencyKey: newId(), id, reason: "Again" }, owner);
  expect(again.userErrors.map(({ code }) => code)).toEqual(["STATE_CONFLICT"]);
  const kinds = await world.database.rows("select kind from ledger_transaction order by id desc limit 2");
  expect(kinds).toEqual([{ kind: "REFUND" }, { kind: "REFUND" }]);
  const [account] = await world.database.rows<{ customer: string }>(
    "select id as customer from customer where path = $1",
    [path],
  );
  const statement = await world.graphql(
    owner,
    `query ($id: ID!) { customer(id: $id) { billingAccount { entries(first: 3) { nodes { kind left { amount } payment { id provider } } } } } }`,
    { id: encodeId("cus", account!.customer) },
  );
  const payment = { id, provider: "STRIPE" };
  expect(statement).toMatchObject({
    data: {
      customer: {
        billingAccount: {
          entries: {
            nodes: [
              { kind: "REFUND", left: null, payment },
              { kind: "REFUND", left: null, payment },
              { kind: "PAYMENT", left: { amount: "50.00" }, payment },
            ],
          },
        },
      },
    },
  });
});

test("VX12, V9: a payment brings a strict customer back in the same moment, and giving it back suspends it again", async () => {
  const state = async () => {
    const [row] = await world.database.rows<{ state: string; reasons: string[] }>(
      "select state, suspension_reasons as reasons from customer where id = $1",
      [johnson.id],
    );
    return [row!.state, ...row!.reasons];
  };
  const spent = {
    idempotencyKey: newId(),
    accountId: await accountId(),
    amount: await balance(),
    description: "Spent",
  };
  await enterByHand(world.as(owner), "CHARGE", spent);
  await world.database.rows(
    "update ledger_account set credit_policy = 'STRICT', credit_limit_micros = 0 where path = $1 and kind = 'BILLING'",
    [path],
  );
  expect([await balance(), await state()]).toEqual(["0.00", ["SUSPENDED", "BALANCE"]]);
  const { id, approvalUrl } = await topUp("STRIPE");
  await payments.choose(approvalUrl, "pay");
  expect([await balance(), await state()]).toEqual(["20.00", ["ACTIVE"]]);
  const { payment } = await done("refundPayment", { idempotencyKey: newId(), id, reason: "Sorry" }, owner);
  expect(payment).toMatchObject({ state: "REFUNDED" });
  expect([await balance(), await state()]).toEqual(["0.00", ["SUSPENDED", "BALANCE"]]);
});

test("U21: each reseller takes payments with its own account, sealed, and sees nothing of another's", async () => {
  const document = `mutation ($input: SavePaymentGatewayInput!) { savePaymentGateway(input: $input) {
    gateway { id hasSecret amounts mode } userErrors { code path } } }`;
  const input = {
    idempotencyKey: newId(),
    provider: "STRIPE",
    mode: "SANDBOX",
    isOpen: true,
    amounts: "10, 25,10",
    secret: "sk_test_of_beta",
    webhookSecret: "whsec_of_beta",
  };
  const result = await world.graphql("owner@beta.test", document, { input });
  expect(result.errors).toBeUndefined();
  const { gateway } = (result.data as { savePaymentGateway: { gateway: { id: string } } }).savePaymentGateway;
  expect(gateway).toMatchObject({ hasSecret: true, amounts: [10, 25], mode: "SANDBOX" });
  const [row] = await world.database.rows<{ id: string; sealed_secret: string }>(
    "select id, sealed_secret from payment_gateway where mode = 'SANDBOX'",
  );
  expect(row!.sealed_secret).not.toContain("sk_test");
  expect(world.vault.open(row!.sealed_secret, gatewayPlace(row!.id, "secret"))).toBe("sk_test_of_beta");
  const seen = await world.graphql(owner, "{ paymentGateways { id provider } }");
  expect(JSON.stringify(seen.data)).not.toContain(gateway.id);
  for (const amounts of ["10.50,20", "0", "-5"]) {
    const wrong = await world.graphql(owner, document, {
      input: { ...input, idempotencyKey: newId(), mode: "LAB", amounts },
    });
    expect(wrong.data).toMatchObject({ savePaymentGateway: { userErrors: [{ code: "INVALID", path: ["amounts"] }] } });
  }
  const bare = { idempotencyKey: newId(), provider: "PAYPAL", mode: "LIVE", isOpen: true, amounts: "10" };
  const needed = await world.graphql("owner@beta.test", document, { input: bare });
  expect(needed.data).toMatchObject({
    savePaymentGateway: {
      userErrors: ["receiver", "clientId", "webhookId", "secret"].map((field) => ({ code: "REQUIRED", path: [field] })),
    },
  });
});
