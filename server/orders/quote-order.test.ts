import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { inEnglish } from "../testkit/in-english.ts";
import { forgetSetups } from "../connectors/settings.ts";
import { itemsOfTests } from "../testkit/catalog-of-tests.ts";
import { partsOfTests } from "../testkit/customers-of-tests.ts";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { accountsOfTests, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { ids, openShop } from "../testkit/shop.ts";
import type { Check } from "./check.ts";
import { draftOf } from "./order-draft.ts";
import { placeOrder } from "./place-order.ts";
import { toOrderQuote } from "./order-quote.type.ts";
import type { Quote } from "./quote-order.ts";

const shop = await openShop();
await shop.lab();
const agent = "agent@acme.test";
const sites = { london: encodeId("sit", partsOfTests.sites.london), leeds: encodeId("sit", partsOfTests.sites.leeds) };
const contacts = { jane: encodeId("ctc", partsOfTests.contacts.jane), bob: encodeId("ctc", partsOfTests.contacts.bob) };

const of = ({ checks }: Quote, code: Check["code"]) => checks.filter((check) => check.code === code);
const said = ([first]: readonly Check[]) => rendered(first?.message ?? "", "en");
const blocked = ({ checks }: Quote) => checks.filter(({ state }) => state === "BLOCKING");
const mobile = { offeringId: ids.p1, customerId: ids.johnSmith };
const voip = { offeringId: ids.p4, customerId: ids.johnson };
const fiber = { offeringId: ids.p2, customerId: ids.johnson, siteId: sites.leeds };

test("O47: a quote names everything that is missing at once, and writes nothing", async () => {
  const before = await shop.everything();
  const quote = await shop.quote(agent, {
    ...fiber,
    siteId: null,
    purchaseOrderNumber: "x".repeat(65),
    autoRenew: true,
  });
  expect(blocked(quote).map(({ code, refusal, path }) => [code, refusal, path])).toEqual([
    ["PAYMENT_METHOD", "PAYMENT_METHOD_REQUIRED", ["autoRenew"]],
    ["INVENTORY", "REQUIRED", ["reservationIds"]],
    ["CUSTOM_FIELDS", "TOO_LONG", ["purchaseOrderNumber"]],
    ["SITE", "REQUIRED", ["siteId"]],
    ["INSTALLATION", "REQUIRED", ["installationDate"]],
  ]);
  expect(quote.canPlace).toBe(false);
  expect(await shop.everything()).toEqual(before);
});

test("O47: payment method, eligibility, stock, terms and prices are each said to be well", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim123, itemsOfTests.number123);
  const quote = await shop.quote(agent, { ...mobile, reservationIds });
  expect(quote.checks.map(({ code, state, message }) => [code, state, rendered(message, "en")])).toEqual([
    ["CUSTOMER", "OK", "John Smith (ID: 123), individual"],
    ["PAYMENT_METHOD", "OK", "Visa ending in 4242"],
    ["ELIGIBILITY", "OK", "Mobile - 20 GB is available to this customer"],
    ["INVENTORY", "OK", "SIM-00123 and +44 7700 900123"],
    ["PRICE", "OK", "£15.00 due today"],
    ["PLAYBOOK", "OK", "Mobile, 20 GB, version 1"],
  ]);
  expect(quote.canPlace).toBe(true);
});

test("O47: no payment method blocks automatic renewal and warns otherwise", async () => {
  const asked = { offeringId: ids.p1, customerId: ids.johnDoe };
  expect(of(await shop.quote(agent, { ...asked, autoRenew: true }), "PAYMENT_METHOD")[0]?.state).toBe("BLOCKING");
  expect(of(await shop.quote(agent, { ...asked, autoRenew: false }), "PAYMENT_METHOD")[0]?.state).toBe("WARNING");
  expect(of(await shop.quote(agent, asked), "PAYMENT_METHOD")[0]?.state).toBe("WARNING");
});

test("O47: what is on file counts by whether it can be charged: what is only noted, has expired or is not tried any more blocks renewal", async () => {
  const check = async (change: string, autoRenew: boolean) => {
    await shop.world.database.rows(`update payment_method set ${change}`);
    const asked = { offeringId: ids.p1, customerId: ids.johnSmith, autoRenew };
    const [found] = of(await shop.quote(agent, asked), "PAYMENT_METHOD");
    return [found?.state, found?.refusal, rendered(found?.message ?? "", "en")];
  };
  const why = {
    "reference = null": "is only noted and cannot be charged from here.",
    "reference = 'pm_card_visa', expires_on = '2026-11-20'": "has expired.",
    "expires_on = '2026-11-21', failed_at = now()": "said no several times and is not tried any more.",
  };
  for (const [change, words] of Object.entries(why)) {
    const said = `Visa ending in 4242 ${words}`;
    const blocking = `${said} Add another one, or do not renew automatically.`;
    expect(await check(change, true)).toEqual(["BLOCKING", "PAYMENT_METHOD_REQUIRED", blocking]);
    expect(await check(change, false)).toEqual(["WARNING", null, said]);
    const quote = toOrderQuote(await shop.quote(agent, mobile));
    expect([quote.autoRenewDefault, quote.autoRenewReason]).toEqual([false, say("renewal.noMethod")]);
    expect(quote.canPayNow).toBe(false);
  }
  const declined = "Visa ending in 4242 said no when it was last charged.";
  expect(await check("failed_at = null, declined_at = now()", true)).toEqual(["WARNING", null, declined]);
  expect(await check("declined_at = null", true)).toEqual(["OK", null, "Visa ending in 4242"]);
});

test("O13: the check of the customer repeats name, number and kind", async () => {
  expect(said(of(await shop.quote(agent, voip), "CUSTOMER"))).toContain("Johnson Enterprises (ID: 789), business");
});

test("O22: a one-off offering cannot be renewed", async () => {
  const quote = await shop.quote(agent, { offeringId: ids.p3, customerId: ids.johnSmith, autoRenew: true });
  expect(of(quote, "PAYMENT_METHOD")).toMatchObject([{ state: "BLOCKING", refusal: "INVALID", path: ["autoRenew"] }]);
});

test("O9: the wrong kind of customer and a disabled plan are refused with the reason", async () => {
  const wrong = await shop.quote(agent, { offeringId: ids.p4, customerId: ids.johnSmith });
  expect(said(of(wrong, "ELIGIBILITY"))).toBe("It is for business customers only.");
  const disabled = await shop.quote(agent, { offeringId: ids.p5, customerId: ids.johnSmith });
  expect(said(of(disabled, "ELIGIBILITY"))).toBe("It is not sold at present.");
});

test("O37: two sites: one has to be chosen; either will do, and a contact of any role", async () => {
  expect(of(await shop.quote(agent, voip), "SITE")[0]).toMatchObject({ state: "BLOCKING", refusal: "REQUIRED" });
  const whole = { ...voip, siteId: sites.london, billingContactId: contacts.bob, technicalContactId: contacts.jane };
  const quote = await shop.quote(agent, { ...whole, purchaseOrderNumber: "PO-2025-001234" });
  expect(of(quote, "SITE")[0]).toMatchObject({ state: "OK", message: say("check.site", { site: "London Office" }) });
  expect(blocked(quote)).toEqual([]);
});

test("O37: contacts and purchase order number are no business of individuals", async () => {
  const quote = await shop.quote(agent, { ...mobile, purchaseOrderNumber: "PO-1" });
  expect(of(quote, "CUSTOM_FIELDS")).toMatchObject([
    { state: "BLOCKING", refusal: "INVALID", path: ["purchaseOrderNumber"] },
  ]);
  await expect(shop.quote(agent, { ...mobile, siteId: sites.london })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(shop.quote(agent, { ...mobile, billingContactId: contacts.jane })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("O37: custom fields are checked as the offering defines them", async () => {
  const fields = [
    { key: "cost-centre", label: "Cost centre", kind: "TEXT", isRequired: true, choices: [], maxLength: 5 },
    { key: "lines", label: "Lines", kind: "NUMBER", isRequired: false, choices: [], maxLength: null },
    { key: "since", label: "Since", kind: "DATE", isRequired: false, choices: [], maxLength: null },
    { key: "colour", label: "Colour", kind: "CHOICE", isRequired: false, choices: ["red", "blue"], maxLength: null },
  ];
  await shop.world.database.rows("update offering set custom_fields = $1::jsonb where slug = 'biz-voip'", [
    JSON.stringify(fields),
  ]);
  const given = (customFields: { key: string; value: string }[]) =>
    shop.quote(agent, { ...voip, siteId: sites.london, customFields });
  expect(of(await given([]), "CUSTOM_FIELDS")).toMatchObject([{ refusal: "REQUIRED", path: ["customFields"] }]);
  const wrong = await given([
    { key: "cost-centre", value: "123456" },
    { key: "lines", value: "many" },
    { key: "since", value: "2026-02-30" },
    { key: "colour", value: "green" },
    { key: "taste", value: "sweet" },
  ]);
  expect(of(wrong, "CUSTOM_FIELDS").map(({ refusal, path }) => [refusal, path])).toEqual([
    ["INVALID", ["customFields", "4", "key"]],
    ["TOO_LONG", ["customFields", "0", "value"]],
    ["INVALID", ["customFields", "1", "value"]],
    ["INVALID", ["customFields", "2", "value"]],
    ["INVALID", ["customFields", "3", "value"]],
  ]);
  const right = await given([
    { key: "cost-centre", value: "C-17" },
    { key: "colour", value: "blue" },
  ]);
  expect(of(right, "CUSTOM_FIELDS")).toMatchObject([{ state: "OK" }]);
  await shop.world.database.rows("update offering set custom_fields = '[]' where slug = 'biz-voip'");
});

test("O40: the installation is on a day that is not over in the reseller's time zone, a year ahead at most", async () => {
  const on = async (installationDate: string | null) =>
    of(await shop.quote(agent, { ...fiber, installationDate }), "INSTALLATION")[0];
  expect(await on(null)).toMatchObject({ refusal: "REQUIRED" });
  expect(await on("2026-11-20")).toMatchObject({
    refusal: "INVALID",
    message: say("check.dayPast"),
  });
  expect(await on("2026-11-21")).toMatchObject({ state: "OK" });
  expect(await on("2028-01-01")).toMatchObject({ refusal: "INVALID" });
  expect(of(await shop.quote(agent, { ...mobile, installationDate: "2026-12-01" }), "INSTALLATION")[0]).toMatchObject({
    refusal: "INVALID",
  });
});

test("O18: a reservation that ran out, is somebody else's or is not asked for blocks", async () => {
  const mine = await shop.reserve(agent, itemsOfTests.sim124);
  const theirs = await shop.reserve("agent2@acme.test", itemsOfTests.number124);
  const [modem] = await shop.reserve(agent, itemsOfTests.cpe1);
  const unknown = encodeId("rsv", newId());
  shop.world.clock.advance({ minutes: 16 });
  const fresh = await shop.reserve(agent, itemsOfTests.number125);
  const quote = await shop.quote(agent, { ...mobile, reservationIds: [...mine, ...theirs, ...fresh, modem!, unknown] });
  expect(of(quote, "INVENTORY").map(({ refusal, path }) => [refusal, path])).toEqual([
    ["EXPIRED", ["reservationIds", "0"]],
    ["UNKNOWN_REFERENCE", ["reservationIds", "1"]],
    ["EXPIRED", ["reservationIds", "3"]],
    ["UNKNOWN_REFERENCE", ["reservationIds", "4"]],
    ["REQUIRED", ["reservationIds"]],
  ]);
});

test("more items or fields than any offering asks for are named as too many, and not worked through", async () => {
  const reservationIds = Array.from({ length: 9 }, () => encodeId("rsv", newId()));
  const customFields = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: "x" }));
  const quote = await shop.quote(agent, { ...mobile, reservationIds, customFields });
  expect(quote.canPlace).toBe(false);
  expect(of(quote, "INVENTORY")).toMatchObject([
    { refusal: "TOO_LONG", message: say("order.items", { max: 8 }), path: ["reservationIds"] },
  ]);
  expect(of(quote, "CUSTOM_FIELDS")).toMatchObject([
    { refusal: "TOO_LONG", message: say("order.fields", { max: 20 }), path: ["customFields"] },
  ]);
  const most = await shop.quote(agent, { ...mobile, reservationIds: reservationIds.slice(1) });
  expect(of(most, "INVENTORY").map(({ refusal }) => refusal)).toEqual([
    ...Array.from({ length: 8 }, () => "UNKNOWN_REFERENCE"),
    ...Array.from({ length: 2 }, () => "REQUIRED"),
  ]);
  const before = await shop.everything();
  const draft = draftOf({ ...mobile, reservationIds, customFields });
  const placing = { idempotencyKey: newId(), draft, quoteFingerprint: quote.fingerprint };
  await expect(async () => placeOrder(shop.world.as(agent), placing)).rejects.toMatchObject({
    refusals: [
      { code: "TOO_LONG", path: ["reservationIds"] },
      { code: "TOO_LONG", path: ["customFields"] },
    ],
  });
  expect(await shop.everything()).toEqual(before);
});

test("an id of another kind, another tier or none is the same NOT_FOUND", async () => {
  const bad = [ids.johnnyBeta, encodeId("cus", newId()), ids.p1, "nonsense", ""];
  for (const customerId of bad)
    await expect(shop.quote(agent, { ...mobile, customerId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  for (const offeringId of [encodeId("ofr", newId()), ids.johnSmith, "x"]) {
    await expect(shop.quote(agent, { ...mobile, offeringId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  }
  await expect(shop.quote("agent@beta.test", mobile)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("O47: the plan is made by the code that runs: every call, with what is not known yet and every secret masked", async () => {
  const quote = await shop.quote(agent, mobile);
  expect(quote.plan.map(({ key, kind, detail }) => [key, kind, inEnglish(detail)])).toEqual([
    ["validate-customer", "DB", null],
    ["assign-sim", "DB", "sim"],
    ["assign-number", "DB", "number"],
    ["ocs", "EXTERNAL", "account ‹service.account›"],
    ["activate", "DB", null],
    ["welcome-mail", "EXTERNAL", "welcome to john.smith@example.com"],
  ]);
  const [, , , ocs] = quote.plan;
  expect(ocs?.calls.map(({ method }) => method)).toEqual([
    "APIerSv2.SetAccount",
    "APIerSv2.GetAccount",
    "APIerSv1.SetBalance",
    "APIerSv2.GetAccount",
  ]);
  expect(ocs?.calls[0]?.body).toContain("‹service.account›");
  const sip = await shop.quote(agent, voip);
  const bodies = JSON.stringify(sip.plan.find(({ key }) => key === "sip")?.calls);
  expect(bodies).toContain("••••••");
});

test("O47: a playbook that cannot run is said before the order, not after", async () => {
  await shop.world.database.rows(
    `insert into connector (id, path, key, mode, settings, health, health_message, version)
     values ($1, 'r1.', 'ocs', 'REAL', '{}', 'OK', '""', 1)`,
    [newId()],
  );
  forgetSetups(shop.world.vault);
  const quote = await shop.quote(agent, mobile);
  expect(said(of(quote, "PLAYBOOK"))).toContain("Charging (OCS) is not set up");
  expect(quote.canPlace).toBe(false);
  expect(quote.plan).toEqual([]);
});

async function agreed(path: string, policy: "STRICT" | "PERMISSIVE"): Promise<void> {
  await transaction(shop.world.system(), async (tx) => {
    const [account] = await tx.em.execute<{ id: string }[]>(
      "select id from ledger_account where kind = 'BILLING' and path = ?",
      [path],
    );
    await setAccountTerms(tx, account!.id, {
      mode: "PREPAID",
      policy,
      creditLimitMicros: policy === "STRICT" ? 0n : null,
      cycleDay: 1,
      dueDay: null,
      lowBalanceMicros: null,
      lowBalanceEmail: null,
    });
  });
}

test("U11: no order takes a strict balance below nothing; of a seller that may not spend, no customer's order is taken (X5)", async () => {
  const account = (quote: Quote) => of(quote, "ACCOUNT").map(({ state, refusal, path }) => [state, refusal, path]);
  const [acme, john] = ["r1.r2.r3.", "r1.r2.r3.c123."];
  await agreed(john, "STRICT");
  expect(account(await shop.quote(agent, mobile))).toEqual([["BLOCKING", "INSUFFICIENT_BALANCE", ["customerId"]]]);
  const accounts = await accountsOfTests(shop.world.system(), john, acme);
  await posted(shop.world.system(), payment(accounts, pounds(14.99), newId(), john));
  const short = await shop.quote(agent, mobile);
  expect(account(short)).toEqual([["BLOCKING", "INSUFFICIENT_BALANCE", ["customerId"]]]);
  expect(said(of(short, "ACCOUNT"))).toBe(
    "£15.00 are due today and John Smith (ID: 123) has £14.99 left. Record a payment first.",
  );
  await posted(shop.world.system(), payment(accounts, pounds(0.01), newId(), john));
  expect(account(await shop.quote(agent, mobile))).toEqual([]);
  await agreed(acme, "STRICT");
  expect(account(await shop.quote(agent, mobile))).toEqual([["BLOCKING", "UPSTREAM_SUSPENDED", ["customerId"]]]);
  expect(account(await shop.quote(agent, voip))).toEqual([["BLOCKING", "UPSTREAM_SUSPENDED", ["customerId"]]]);
  await agreed(acme, "PERMISSIVE");
  await agreed(john, "PERMISSIVE");
  expect(account(await shop.quote(agent, voip))).toEqual([]);
});
