import { onePixel } from "../testkit/brands-of-tests.ts";
import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import type { ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { startCharging } from "../charging/start-charging.ts";
import { transaction } from "../kernel/context.ts";
import { post } from "../ledger/post.ts";
import { askAs, customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findInvoices, linesOfInvoice } from "./list-invoices.ts";
import { printInvoice } from "./print-invoice.ts";
import { invoiceAccounts } from "./invoice-accounts.ts";

const world = await testWorld();
await plantCustomers(world);
const owner = "owner@acme.test";
const { johnSmith, johnson } = customersOfTests;
const acme = "r1.r2.r3.";
const accounts = await accountsOfTests(world.system(), pathOf(johnson));
const accountId = encodeId("bac", accounts.billing);

function dataOf<T>(result: ExecutionResult): T {
  expect(result.errors).toBeUndefined();
  return result.data as T;
}

const fields = `id number issuedOn dueOn periodFrom periodTo timeZone sellerName buyerName pdfPath
  previousBalance { amount } payments { amount } charges { amount } newBalance { amount }
  lines { position kind description periodFrom periodTo calls exactAmount { amount } amount { amount }
    charge { id amount { amount } price { amount } days ofDays rule recomputed { amount } } }`;

interface Invoice {
  readonly id: string;
  readonly number: number;
  readonly lines: readonly { readonly description: string; readonly charge: { readonly id: string } | null }[];
  readonly [field: string]: unknown;
}

async function issue(input: object = {}, email = owner) {
  const result = await world.graphql(
    email,
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { invoice { ${fields} } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), accountId, ...input } },
  );
  return dataOf<{ issueInvoice: { invoice: Invoice | null; userErrors: { code: string; path: string[] }[] } }>(result)
    .issueInvoice;
}

async function invoicesOf(customer: { readonly id: string }, email = owner): Promise<Invoice[]> {
  const result = await world.graphql(
    email,
    `query ($id: ID!) { customer(id: $id) { billingAccount { invoices(first: 20) { nodes { ${fields} } } } } }`,
    { id: encodeId("cus", customer.id) },
  );
  return dataOf<{ customer: { billingAccount: { invoices: { nodes: Invoice[] } } } }>(result).customer.billingAccount
    .invoices.nodes;
}

const line = (micros: number) => [
  { accountId: accounts.billing, micros: BigInt(-micros) },
  { accountId: accounts.income, micros: BigInt(micros) },
];

async function calls(...micros: number[]): Promise<void> {
  const path = pathOf(johnson);
  await transaction(world.system(), (tx) =>
    post(
      tx,
      micros.map((each) => ({
        kind: "CALL" as const,
        reference: newId(),
        path,
        description: "Call",
        lines: line(each),
      })),
    ),
  );
}

const sweep = () => invoiceAccounts(world.system());

test("an account is first thought of, and nothing is invoiced where nothing was posted", async () => {
  expect(await sweep()).toBe(0);
  const [row] = await world.database.rows("select until_on::text, next_at from invoice_cycle where account_id = $1", [
    accounts.billing,
  ]);
  expect(row).toEqual({ until_on: "2026-12-01", next_at: new Date("2026-12-01T00:00:00Z") });
  expect((await issue()).userErrors).toEqual([{ code: "STATE_CONFLICT", path: [] }]);
  expect((await issue({ until: "2026-11-22" })).userErrors).toEqual([{ code: "INVALID", path: ["until"] }]);
});

test("U10, U29, CX15, BX6: a month is invoiced on the 1st in the reseller's time zone: what was there, what came, each charge with its formula, all calls rounded once, and what is there now", async () => {
  await posted(world.system(), payment(accounts, pounds(10), newId(), pathOf(johnson)));
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, {
      subjectKind: "SERVICE",
      subjectId: newId(),
      customerId: johnson.id,
      path: pathOf(johnson),
      description: "Business line",
      edges: [
        {
          path: pathOf(johnson),
          currency: "GBP",
          setup: pounds(1),
          recurring: pounds(12),
          rule: "RETAIL",
          source: null,
        },
        { path: acme, currency: "GBP", setup: null, recurring: pounds(8), rule: "MARKUP", source: null },
      ],
      intervalMonths: 1,
      anchor: "2026-11-01",
      timing: "ARREARS",
    }),
  );
  await calls(1_001_333, 1_001_333, 1_002_334);
  world.clock.set("2026-12-01T00:00:00Z");
  await renewCharges(world.system());
  expect(await sweep()).toBe(2);
  await world.graphql(
    owner,
    `mutation ($input: AddChargeInput!) { addCharge(input: $input) { userErrors { code } } }`,
    { input: { accountId, amount: "4.99", description: "Router", idempotencyKey: newId() } },
  );
  world.clock.set("2027-01-01T00:00:00Z");
  expect(await sweep()).toBe(2);
  expect(await sweep()).toBe(0);
  const [january, december] = await invoicesOf(johnson);
  expect(december).toMatchObject({
    number: 1,
    issuedOn: "2026-12-01",
    dueOn: "2026-12-15",
    periodFrom: "2026-11-21",
    periodTo: "2026-11-30",
    timeZone: "Europe/London",
    sellerName: "Acme",
    buyerName: "Johnson Enterprises",
    previousBalance: { amount: "0.00" },
    payments: { amount: "10.00" },
    charges: { amount: "8.01" },
    newBalance: { amount: "1.99" },
  });
  expect(december!.lines).toEqual([
    {
      position: 1,
      kind: "CHARGE",
      description: "Setup: Business line",
      periodFrom: null,
      periodTo: null,
      calls: null,
      exactAmount: { amount: "1.00" },
      amount: { amount: "1.00" },
      charge: expect.objectContaining({ days: null, recomputed: { amount: "1.00" } }),
    },
    {
      position: 2,
      kind: "CHARGE",
      description: "Business line",
      periodFrom: "2026-11-21",
      periodTo: "2026-11-30",
      calls: null,
      exactAmount: { amount: "4.00" },
      amount: { amount: "4.00" },
      charge: expect.objectContaining({
        price: { amount: "12.00" },
        days: 10,
        ofDays: 30,
        rule: "RETAIL",
        recomputed: { amount: "4.00" },
      }),
    },
    {
      position: 3,
      kind: "USAGE",
      description: "Calls (3)",
      periodFrom: null,
      periodTo: null,
      calls: 3,
      exactAmount: { amount: "3.005" },
      amount: { amount: "3.01" },
      charge: null,
    },
  ]);
  expect(january).toMatchObject({
    number: 2,
    periodFrom: "2026-12-01",
    periodTo: "2026-12-31",
    previousBalance: { amount: "1.99" },
    payments: { amount: "0.00" },
    charges: { amount: "16.99" },
    newBalance: { amount: "-15.00" },
  });
  expect(january!.lines.map(({ description, periodTo }: Record<string, unknown>) => [description, periodTo])).toEqual([
    ["Router", null],
    ["Business line", "2026-12-31"],
  ]);
  const [balance] = await world.database.rows(
    "select balance_micros::int as micros from ledger_balance where account_id = $1",
    [accounts.billing],
  );
  expect(balance).toEqual({ micros: -15_000_000 });
});

test("the amount of a charge is reckoned anew to what was stored, by whoever bought or sold it, and exists for nobody else", async () => {
  const [invoice, december] = await invoicesOf(johnson);
  const id = december!.lines[1]!.charge!.id;
  const asked = `query ($id: ID!) { explainCharge(id: $id) { amount { amount } recomputed { amount } days ofDays price { amount } } }`;
  const answer = {
    amount: { amount: "4.00" },
    recomputed: { amount: "4.00" },
    days: 10,
    ofDays: 30,
    price: { amount: "12.00" },
  };
  expect(dataOf(await world.graphql(owner, asked, { id }))).toEqual({ explainCharge: answer });
  for (const email of ["owner@nord.test", "owner@beta.test"]) {
    expect(dataOf(await world.graphql(email, asked, { id }))).toEqual({ explainCharge: null });
  }
  const invoiceQuery = `query ($id: ID!) { invoice(id: $id) { number } node(id: $id) { id } }`;
  expect(dataOf(await world.graphql(owner, invoiceQuery, { id: invoice!.id }))).toEqual({
    invoice: { number: 2 },
    node: { id: invoice!.id },
  });
  for (const email of ["owner@nord.test", "owner@beta.test"]) {
    expect(dataOf(await world.graphql(email, invoiceQuery, { id: invoice!.id }))).toEqual({
      invoice: null,
      node: null,
    });
  }
});

test("a reseller is invoiced by its parent by the same charge, and learns nothing of a customer's invoice by it", async () => {
  const asked = `query ($id: ID!) { reseller(id: $id) { billingAccount { invoices(first: 5) { nodes { number charges { amount } buyerName sellerName lines { description } } } } } }`;
  const { data, errors } = await world.graphql("owner@nord.test", asked, { id: encodeId("rsl", johnson.resellerId) });
  expect(errors).toBeUndefined();
  expect(
    (data as { reseller: { billingAccount: { invoices: { nodes: unknown[] } } } }).reseller.billingAccount.invoices
      .nodes,
  ).toEqual([
    {
      number: 2,
      charges: { amount: "8.00" },
      buyerName: "Acme",
      sellerName: "Nord",
      lines: [{ description: "Business line" }],
    },
    {
      number: 1,
      charges: { amount: "2.67" },
      buyerName: "Acme",
      sellerName: "Nord",
      lines: [{ description: "Business line" }],
    },
  ]);
});

test("VX18: on demand there is an invoice of everything since the last one, once for a key, its number the next", async () => {
  await calls(500_000);
  const key = newId();
  const first = await issue({ idempotencyKey: key });
  expect(first.invoice).toMatchObject({ number: 3, periodFrom: "2027-01-01", charges: { amount: "0.50" } });
  expect((await issue({ idempotencyKey: key })).invoice?.id).toBe(first.invoice!.id);
  expect((await issue()).userErrors).toEqual([{ code: "STATE_CONFLICT", path: [] }]);
  const numbers = await world.database.rows("select number from invoice where seller_id = $1 order by number", [
    johnson.resellerId,
  ]);
  expect(numbers).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  const agent = await world.graphql(
    "agent@acme.test",
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { userErrors { code } } }`,
    { input: { idempotencyKey: newId(), accountId } },
  );
  expect(
    agent.errors?.[0]?.extensions["code"] ?? (agent.errors?.[0]?.originalError as { code?: unknown } | undefined)?.code,
  ).toBe("FORBIDDEN");
});

test("an invoice, its lines and its charges never change, whoever tries", async () => {
  const application = world.system().em;
  for (const table of ["invoice", "invoice_line", "charge"]) {
    await expect(application.execute(`delete from ${table}`)).rejects.toThrow("permission denied");
    await expect(application.execute(`update ${table} set path = path`)).rejects.toThrow("permission denied");
  }
});

test("a customer's own person sees invoices where the reseller lets them", async () => {
  const asked = `query ($id: ID!) { customer(id: $id) { billingAccount { invoices(first: 1) { nodes { number } } } } }`;
  const id = encodeId("cus", johnson.id);
  const closed = await askAs(world, jane, asked, { id });
  expect(closed.errors).toBeDefined();
});

test("an invoice is printed in the buyer's language, the same each time, its long list on several pages", async () => {
  const [invoice] = await invoicesOf(johnson);
  const id = decodeId("inv", invoice!.id)!;
  const context = world.as(owner);
  const row = (await findInvoices(context, [id])).get(id)!;
  const [line] = await linesOfInvoice(world.request(owner)).load(id);
  const printed = await printInvoice(row, [line!]);
  expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
  expect(await printInvoice(row, [line!])).toEqual(printed);
  const logo = Buffer.from(onePixel, "base64");
  const branded = await printInvoice(row, [line!], { accent: "#87256a", logo });
  expect(String(branded).includes("/Subtype /Image")).toBe(true); // V19: on the seller's paper
  expect(String(printed).includes("/Subtype /Image")).toBe(false);
  const pagesOf = (file: Buffer) => file.toString("latin1").match(/\/Type \/Page\b/g)?.length;
  expect(pagesOf(printed)).toBe(1);
  const many = Array.from({ length: 60 }, (_, index) => ({ ...line!, position: index + 1 }));
  const french = await printInvoice(
    { ...row, language: "fr", buyerFacts: { ...row.buyerFacts, name: "Łukasz Ärger" } },
    many,
  );
  expect(pagesOf(french)).toBe(3);
  expect(french.toString("latin1")).toContain("/Lang (fr-FR)");
});

test("VX13: what is charged tomorrow, within three and within seven days is told together: 2.00, 5.50 and 10.50", async () => {
  world.clock.set("2027-03-01T12:00:00Z");
  const path = pathOf(johnSmith);
  const of = (amount: number, on: string) =>
    transaction(world.as(owner), (tx) =>
      startCharging(tx, {
        subjectKind: "DID",
        subjectId: newId(),
        customerId: johnSmith.id,
        path,
        description: "A number",
        edges: [{ path, currency: "GBP", setup: null, recurring: pounds(amount), rule: "RETAIL", source: null }],
        intervalMonths: 1,
        chargeFirst: false,
        nextBillingOn: on,
      }),
    );
  await of(2, "2027-03-02");
  await of(3.5, "2027-03-04");
  await of(5, "2027-03-07");
  await of(7, "2027-03-09");
  const asked = `query ($id: ID!) { customer(id: $id) { billingAccount { upcomingCharges {
    tomorrow { amount } nextThreeDays { amount } nextSevenDays { amount } } } } }`;
  const result = await world.graphql(owner, asked, { id: encodeId("cus", johnSmith.id) });
  expect(dataOf<{ customer: { billingAccount: unknown } }>(result).customer.billingAccount).toEqual({
    upcomingCharges: {
      tomorrow: { amount: "2.00" },
      nextThreeDays: { amount: "5.50" },
      nextSevenDays: { amount: "10.50" },
    },
  });
});
