import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import type { ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import { startCharging } from "../charging/start-charging.ts";
import { transaction } from "../kernel/context.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, posted } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findInvoices, linesOfInvoice } from "./list-invoices.ts";
import { printInvoice } from "./print-invoice.ts";

const world = await testWorld();
await plantCustomers(world);
const owner = "owner@acme.test";
const { johnson } = customersOfTests;
const path = pathOf(johnson);
const accounts = await accountsOfTests(world.system(), path);
const accountId = encodeId("bac", accounts.billing);

function dataOf<T>(result: ExecutionResult): T {
  expect(result.errors).toBeUndefined();
  return result.data as T;
}

interface Answer {
  readonly userErrors: readonly { code: string; path: string[] | null }[];
  readonly taxRates: readonly { name: string; percent: string | null; isInForce: boolean }[];
}

async function setRate(input: object, email = owner): Promise<Answer> {
  const result = await world.graphql(
    email,
    `mutation ($input: SetTaxRateInput!) { setTaxRate(input: $input) { taxRates { name percent isInForce } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), country: "GB", name: "VAT", ...input } },
  );
  return dataOf<{ setTaxRate: Answer }>(result).setTaxRate;
}

async function exempt(input: object) {
  const result = await world.graphql(
    owner,
    `mutation ($input: SetTaxExemptionInput!) { setTaxExemption(input: $input) {
      billingAccount { taxExemption { reason taxNumber } } userErrors { code path } } }`,
    { input: { accountId, ...input } },
  );
  return dataOf<{ setTaxExemption: { billingAccount: object | null } }>(result).setTaxExemption.billingAccount;
}

interface Invoice {
  readonly id: string;
  readonly lines: readonly { readonly kind: string }[];
  readonly [field: string]: unknown;
}

const fields = `id charges { amount } tax { amount } newBalance { amount } taxNote lines { kind amount { amount } }
  taxes { name percent isIncluded base { amount } amount { amount } }`;

async function issue(): Promise<Invoice> {
  const result = await world.graphql(
    owner,
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { invoice { ${fields} } userErrors { code } } }`,
    { input: { idempotencyKey: newId(), accountId } },
  );
  const { invoice } = dataOf<{ issueInvoice: { invoice: Invoice | null } }>(result).issueInvoice;
  return invoice!;
}

async function chargeByHand(amount: string): Promise<string> {
  const result = await world.graphql(
    owner,
    `mutation ($input: AddChargeInput!) { addCharge(input: $input) { transactionId userErrors { code } } }`,
    { input: { accountId, amount, description: "Router", idempotencyKey: newId() } },
  );
  return dataOf<{ addCharge: { transactionId: string } }>(result).addCharge.transactionId;
}

async function call(micros: bigint): Promise<void> {
  const lines = [
    { accountId: accounts.billing, micros: -micros },
    { accountId: accounts.income, micros },
  ];
  await posted(world.system(), { kind: "CALL", reference: newId(), path, description: "Call", lines });
}

async function balanceOf(kind: string): Promise<string> {
  const [row] = await world.database.rows<{ sum: string }>(
    `select coalesce(sum(b.balance_micros), 0)::text as sum from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.kind = $1 and a.path = $2`,
    [kind, kind === "BILLING" ? path : johnson.resellerPath],
  );
  return row!.sum;
}

test("a place without a rate is asked for no tax, and is told so", async () => {
  await chargeByHand("100.00");
  expect(await issue()).toMatchObject({
    charges: { amount: "100.00" },
    tax: { amount: "0.00" },
    taxes: [],
    taxNote: "No tax: no rate is set for this place.",
    newBalance: { amount: "-100.00" },
  });
});

test("a rate is told wrong in each of its fields, and one that is not there cannot end", async () => {
  const wrong = await setRate({ name: "", country: "XX", percent: "20.12345", kinds: [], effectiveFrom: "2026-11-19" });
  expect(wrong.userErrors).toEqual([
    { code: "REQUIRED", path: ["name"] },
    { code: "INVALID", path: ["country"] },
    { code: "INVALID", path: ["percent"] },
    { code: "REQUIRED", path: ["kinds"] },
    { code: "INVALID", path: ["effectiveFrom"] },
  ]);
  expect((await setRate({})).userErrors).toEqual([{ code: "INVALID", path: ["percent"] }]);
});

test("a tax is worked out once an invoice and rate, stands on it, and is owed by the seller to the tax office", async () => {
  expect((await setRate({ percent: "20.00" })).taxRates).toEqual([{ name: "VAT", percent: "20", isInForce: true }]);
  await setRate({ name: "Levy", percent: "1.5", kinds: ["CALLS"] });
  await setRate({ name: "Elsewhere", country: "FR", percent: "50" });
  const before = await balanceOf("BILLING");
  for (const amount of ["0.02", "0.02", "0.02"]) await chargeByHand(amount);
  await call(10_004_000n);
  const invoice = await issue();
  expect(invoice).toMatchObject({
    charges: { amount: "10.06" },
    taxNote: null,
    taxes: [
      { name: "VAT", percent: "20", isIncluded: false, base: { amount: "10.06" }, amount: { amount: "2.01" } },
      { name: "Levy", percent: "1.5", isIncluded: false, base: { amount: "10.00" }, amount: { amount: "0.15" } },
    ],
    tax: { amount: "2.16" },
  });
  expect(await balanceOf("TAX")).toBe("2160000");
  expect(BigInt(before) - BigInt(await balanceOf("BILLING"))).toBe(12_220_000n);
  expect(invoice["newBalance"]).toEqual({ amount: "-112.22" });
});

test("what becomes of a rate changes nothing that was issued, and what is taken back goes with the tax that it was asked for with", async () => {
  const entry = await chargeByHand("50.00");
  expect(await issue()).toMatchObject({ tax: { amount: "10.00" }, newBalance: { amount: "-172.22" } });
  world.clock.set("2026-11-23T12:00:00Z");
  const [now] = (await setRate({ percent: "25" })).taxRates.filter(
    ({ isInForce, name }) => isInForce && name === "VAT",
  );
  expect(now!.percent).toBe("25");
  const taken = await world.graphql(
    owner,
    `mutation ($input: ReverseLedgerEntryInput!) { reverseLedgerEntry(input: $input) { userErrors { code } } }`,
    { input: { accountId, transactionId: entry, reason: "Sent back", idempotencyKey: newId() } },
  );
  expect(dataOf(taken)).toEqual({ reverseLedgerEntry: { userErrors: [] } });
  await chargeByHand("4.00");
  expect(await issue()).toMatchObject({
    charges: { amount: "-46.00" },
    taxes: [
      { percent: "20", amount: { amount: "-10.00" } },
      { percent: "25", amount: { amount: "1.00" } },
    ],
    newBalance: { amount: "-117.22" },
  });
});

test("a tax that prices have in them is asked for once, and goes from what was sold to the tax office", async () => {
  await setRate({ percent: "20", isIncluded: true });
  await setRate({ name: "Levy" });
  const [owed, income] = [await balanceOf("TAX"), await balanceOf("INCOME")];
  await chargeByHand("100.00");
  expect(await issue()).toMatchObject({
    charges: { amount: "100.00" },
    tax: { amount: "0.00" },
    taxes: [{ isIncluded: true, base: { amount: "83.33" }, amount: { amount: "16.67" } }],
    newBalance: { amount: "-217.22" },
  });
  expect(BigInt(await balanceOf("TAX")) - BigInt(owed)).toBe(16_670_000n);
  expect(BigInt(await balanceOf("INCOME")) - BigInt(income)).toBe(83_330_000n);
});

test("a buyer that is exempt is asked for no tax, and the invoice says why, on paper too", async () => {
  const reverse = { reason: "Reverse charge", taxNumber: "FR40303265045" };
  expect(await exempt(reverse)).toEqual({ taxExemption: reverse });
  await chargeByHand("10.00");
  const invoice = await issue();
  expect(invoice).toMatchObject({ taxes: [], taxNote: "No tax: Reverse charge (tax number FR40303265045)" });
  const id = decodeId("inv", invoice.id)!;
  const row = (await findInvoices(world.as(owner), [id])).get(id)!;
  const lines = await linesOfInvoice(world.request(owner)).load(id);
  const taxes = [{ name: "VAT", percent: "20", isIncluded: false, baseMicros: "10000000", micros: "2000000" }];
  const plain = await printInvoice(row, lines);
  const taxed = await printInvoice({ ...row, taxes, taxNote: null }, lines);
  expect(taxed.equals(plain)).toBe(false);
  expect(await exempt({})).toEqual({ taxExemption: null });
  await chargeByHand("10.00");
  expect((await issue())["taxes"]).toHaveLength(1);
});

test("a charge says by which rates its invoice asked for it and what of the tax falls on it; before that, none", async () => {
  await setRate({ percent: "20", isIncluded: false });
  await setRate({ name: "Levy", percent: "9.975", kinds: ["SETUP"] });
  const edges = [{ path, currency: "GBP", setup: 1_110_000n, recurring: 12_000_000n, rule: "RETAIL", source: null }];
  const charging = { subjectKind: "SERVICE", subjectId: newId(), customerId: johnson.id, path } as const;
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, { ...charging, description: "Business line", edges, intervalMonths: 1 }),
  );
  const rows = await world.database.rows<{ id: string; kind: string }>(
    "select id, kind from charge where subject_id = $1 order by kind desc",
    [charging.subjectId],
  );
  const explain = async ({ id }: { readonly id: string }, email = owner) => {
    const source = `query ($id: ID!) { explainCharge(id: $id) {
      invoice { id } taxes { name percent isIncluded part { amount } } } }`;
    const asked = await world.graphql(email, source, { id: encodeId("chg", id) });
    return dataOf<{ explainCharge: object | null }>(asked).explainCharge;
  };
  expect(rows.map(({ kind }) => kind)).toEqual(["SETUP", "RECURRING"]);
  expect(await explain(rows[0]!)).toEqual({ invoice: null, taxes: [] });
  const { id } = await issue();
  const vat = { name: "VAT", percent: "20", isIncluded: false };
  const levy = { name: "Levy", percent: "9.975", isIncluded: false, part: { amount: "0.110723" } };
  expect(await explain(rows[0]!)).toEqual({
    invoice: { id },
    taxes: expect.arrayContaining([{ ...vat, part: { amount: "0.222" } }, levy]),
  });
  expect(await explain(rows[1]!)).toEqual({ invoice: { id }, taxes: [{ ...vat, part: { amount: "2.40" } }] });
  expect(await explain(rows[1]!, "owner@nord.test")).toBeNull();
});

test("rates are their seller's own: nobody above or beside says or reads them", async () => {
  const asked = "query { taxRates { name } }";
  for (const email of ["owner@nord.test", "owner@beta.test"]) {
    expect(dataOf(await world.graphql(email, asked))).toEqual({ taxRates: [] });
  }
  const application = world.system().em;
  for (const table of ["tax_rate", "tax_exemption"]) {
    await expect(application.execute(`update ${table} set path = path`)).rejects.toThrow("permission denied");
  }
});
