import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import type { ExecutionResult } from "graphql";
import { expect, test } from "vitest";
import { askAs, customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, charge, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findCreditNotes, linesOfCreditNote } from "./list-credit-notes.ts";
import { findInvoices } from "./list-invoices.ts";
import { printCreditNote } from "./print-credit-note.ts";

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

interface Amount {
  readonly amount: string;
}

interface Payload {
  readonly creditNote: { readonly id: string; readonly [field: string]: unknown } | null;
  readonly net: Amount | null;
  readonly total: Amount | null;
  readonly taxes: readonly { readonly name: string; readonly amount: Amount }[];
  readonly balanceBefore: Amount | null;
  readonly balanceAfter: Amount | null;
  readonly userErrors: readonly { code: string; path: string[] }[];
}

const source = `mutation ($input: CreateCreditNoteInput!) { createCreditNote(input: $input) {
  creditNote { id number issuedOn reason sellerName buyerName net { amount } tax { amount } total { amount } pdfPath
    taxes { name percent amount { amount } } invoice { number } lines { position description amount { amount } } }
  net { amount } taxes { name amount { amount } } total { amount } balanceBefore { amount } balanceAfter { amount }
  userErrors { code path } } }`;

function ask(invoiceId: string, input: object = {}, email = owner): Promise<ExecutionResult> {
  const full = { idempotencyKey: newId(), invoiceId, reason: "Out of order", ...input };
  return world.graphql(email, source, { input: full });
}

async function credit(invoiceId: string, input: object = {}, email = owner): Promise<Payload> {
  return dataOf<{ createCreditNote: Payload }>(await ask(invoiceId, input, email)).createCreditNote;
}

interface Invoice {
  readonly id: string;
  readonly number: number;
  readonly [field: string]: unknown;
}

const invoiceFields = `id number previousBalance { amount } charges { amount } tax { amount } newBalance { amount } taxNote
  creditable { amount } creditNotes { number } taxes { percent amount { amount } }
  lines { position kind description amount { amount } creditable { amount } }`;

async function issue(): Promise<Invoice> {
  const result = await world.graphql(
    owner,
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { invoice { ${invoiceFields} } userErrors { code } } }`,
    { input: { idempotencyKey: newId(), accountId } },
  );
  return dataOf<{ issueInvoice: { invoice: Invoice | null } }>(result).issueInvoice.invoice!;
}

async function read(id: string): Promise<Invoice> {
  const result = await world.graphql(owner, `query ($id: ID!) { invoice(id: $id) { ${invoiceFields} } }`, { id });
  return dataOf<{ invoice: Invoice }>(result).invoice;
}

/** The place of what was charged under that name. */
function placeOf({ lines }: Invoice, description: string): number {
  const found = (lines as { position: number; description: string }[]).find((line) => line.description === description);
  return found!.position;
}

async function chargeByHand(amount: string, description = "Router"): Promise<string> {
  const result = await world.graphql(
    owner,
    `mutation ($input: AddChargeInput!) { addCharge(input: $input) { transactionId userErrors { code } } }`,
    { input: { accountId, amount, description, idempotencyKey: newId() } },
  );
  return dataOf<{ addCharge: { transactionId: string } }>(result).addCharge.transactionId;
}

async function takeBack(transactionId: string): Promise<readonly { code: string }[]> {
  const result = await world.graphql(
    owner,
    `mutation ($input: ReverseLedgerEntryInput!) { reverseLedgerEntry(input: $input) { userErrors { code } } }`,
    { input: { accountId, transactionId, reason: "Sent back", idempotencyKey: newId() } },
  );
  return dataOf<{ reverseLedgerEntry: { userErrors: { code: string }[] } }>(result).reverseLedgerEntry.userErrors;
}

async function setRate(percent: string, input: object = {}): Promise<void> {
  const full = { idempotencyKey: newId(), country: "GB", name: "VAT", percent, ...input };
  await world.graphql(
    owner,
    `mutation ($input: SetTaxRateInput!) { setTaxRate(input: $input) { userErrors { code } } }`,
    { input: full },
  );
}

/** Of the buyer, and of what its seller has sold, rounded and owes to the tax office. */
async function balances(): Promise<Record<string, string>> {
  const rows = await world.database.rows<{ kind: string; sum: string }>(
    `select a.kind, sum(b.balance_micros)::text as sum from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.path = $1 and a.kind = 'BILLING' or a.path = $2 and a.kind in ('INCOME', 'TAX', 'ROUNDING') group by a.kind`,
    [path, johnson.resellerPath],
  );
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum]));
}

await setRate("20");
const start = await balances();
// More places than coins, as a part of a month has.
await posted(world.system(), {
  ...charge(accounts, 10_004_000n, newId(), path),
  description: "Line",
  isCovered: false,
});
await chargeByHand("0.02");
await posted(world.system(), { ...charge(accounts, pounds(3), newId(), path), kind: "CALL", isCovered: false });
const first = await issue();

test("what would be given back is told before it is, of a part with its tax, and nothing is written", async () => {
  expect(first).toMatchObject({
    charges: { amount: "13.02" },
    tax: { amount: "2.60" },
    newBalance: { amount: "-15.62" },
    creditable: { amount: "10.02" },
    creditNotes: [],
    lines: [
      { position: 1, kind: "CHARGE", amount: { amount: "10.00" }, creditable: { amount: "10.00" } },
      { position: 2, kind: "CHARGE", amount: { amount: "0.02" }, creditable: { amount: "0.02" } },
      { position: 3, kind: "USAGE", amount: { amount: "3.00" }, creditable: { amount: "0.00" } },
    ],
  });
  const before = await balances();
  const lines = [{ position: 1, amount: "4.00" }];
  expect(await credit(first.id, { lines, reason: null, dryRun: true })).toEqual({
    creditNote: null,
    net: { amount: "4.00" },
    taxes: [{ name: "VAT", amount: { amount: "0.80" } }],
    total: { amount: "4.80" },
    balanceBefore: { amount: "-15.62" },
    balanceAfter: { amount: "-10.82" },
    userErrors: [],
  });
  expect(await balances()).toEqual(before);
  expect(await world.database.rows("select 1 from credit_note")).toEqual([]);
});

test("all that is wrong is told at once, and nothing is given back for it", async () => {
  const errors = async (lines: object[], reason: string | null = "Out of order") =>
    (await credit(first.id, { lines, reason })).userErrors;
  expect(
    await errors(
      [
        { position: 1, amount: "10.01" },
        { position: 1, amount: "1.00" },
        { position: 2, amount: "0.001" },
        { position: 3 },
        { position: 4 },
      ],
      "",
    ),
  ).toEqual([
    { code: "INVALID", path: ["lines", "0", "amount"] },
    { code: "INVALID", path: ["lines", "1", "position"] },
    { code: "INVALID", path: ["lines", "2", "amount"] },
    { code: "INVALID", path: ["lines", "3", "position"] },
    { code: "INVALID", path: ["lines", "4", "position"] },
    { code: "REQUIRED", path: ["reason"] },
  ]);
  for (const amount of ["0", "-1.00"]) {
    expect(await errors([{ position: 1, amount }])).toEqual([{ code: "INVALID", path: ["lines", "0", "amount"] }]);
  }
  expect(await world.database.rows("select 1 from credit_note")).toEqual([]);
});

test("U29: a part and then the rest give back what was charged, its tax by the rate of then, and stand on the next invoice, where nothing is taxed again", async () => {
  world.clock.advance({ hours: 1 });
  await setRate("25");
  const part = await credit(first.id, { lines: [{ position: 1, amount: "4.00" }] });
  expect(part).toMatchObject({
    creditNote: {
      number: 1,
      issuedOn: "2026-11-21",
      reason: "Out of order",
      sellerName: "Acme",
      buyerName: "Johnson Enterprises",
      net: { amount: "4.00" },
      tax: { amount: "0.80" },
      taxes: [{ name: "VAT", percent: "20", amount: { amount: "0.80" } }],
      total: { amount: "4.80" },
      invoice: { number: first.number },
      lines: [{ position: 1, description: "Line", amount: { amount: "4.00" } }],
    },
    balanceBefore: { amount: "-15.62" },
    balanceAfter: { amount: "-10.82" },
  });
  expect(await read(first.id)).toMatchObject({
    creditable: { amount: "6.02" },
    creditNotes: [{ number: 1 }],
    newBalance: { amount: "-15.62" },
  });
  const rest = await credit(first.id);
  expect(rest).toMatchObject({
    creditNote: {
      number: 2,
      lines: [
        { position: 1, amount: { amount: "6.00" } },
        { position: 2, amount: { amount: "0.02" } },
      ],
    },
    net: { amount: "6.02" },
    total: { amount: "7.22" },
    balanceAfter: { amount: "-3.60" },
  });
  expect((await credit(first.id)).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["invoiceId"] }]);
  expect((await credit(first.id, { lines: [{ position: 2 }] })).userErrors).toEqual([
    { code: "STATE_CONFLICT", path: ["lines", "0", "position"] },
  ]);
  // The calls and their tax are left: 3.00 and 0.60.
  expect(await balances()).toEqual({
    BILLING: String(BigInt(start["BILLING"]!) - 3_600_000n),
    INCOME: "3000000",
    ROUNDING: "0",
    TAX: "600000",
  });
  expect(await issue()).toMatchObject({
    previousBalance: { amount: "-15.62" },
    charges: { amount: "-12.02" },
    tax: { amount: "0.00" },
    taxNote: null,
    newBalance: { amount: "-3.60" },
    creditable: { amount: "0.00" },
    lines: [
      { kind: "CREDITED", description: "Credit note 1 to invoice 1: Out of order", amount: { amount: "-4.80" } },
      { kind: "CREDITED", description: "Credit note 2 to invoice 1: Out of order", amount: { amount: "-7.22" } },
    ],
  });
});

test("the same key is one credit note, another's content under it is told apart, and it stands in statement, list and audit trail", async () => {
  await chargeByHand("5.00");
  const { id } = await issue();
  const idempotencyKey = newId();
  const lines = [{ position: 1, amount: "1.00" }];
  const all = await Promise.all([1, 2, 3].map(() => ask(id, { idempotencyKey, lines })));
  const made = all.flatMap(({ data }) => (data as { createCreditNote: Payload } | null)?.createCreditNote ?? []);
  const again = await credit(id, { idempotencyKey, lines });
  expect(again.creditNote).toMatchObject({ number: 3 });
  for (const { creditNote } of made) expect(creditNote?.id).toBe(again.creditNote!.id);
  const other = await ask(id, { idempotencyKey, lines: [{ position: 1, amount: "2.00" }] });
  expect(JSON.stringify(other)).toContain("IDEMPOTENCY_MISMATCH");
  const result = await world.graphql(
    owner,
    `query ($id: ID!) { customer(id: $id) { billingAccount {
       creditNotes(first: 2) { nodes { number } pageInfo { hasNextPage } }
       entries(first: 1) { nodes { kind description amount { amount } } } } } }`,
    { id: encodeId("cus", johnson.id) },
  );
  expect(dataOf(result)).toEqual({
    customer: {
      billingAccount: {
        creditNotes: { nodes: [{ number: 3 }, { number: 2 }], pageInfo: { hasNextPage: true } },
        entries: {
          nodes: [{ kind: "CREDIT_NOTE", description: "Credit note 3 to invoice 3", amount: { amount: "1.25" } }],
        },
      },
    },
  });
  const [entry] = await world.database.rows<{ changes: object }>(
    "select changes from audit_entry where operation = 'creditNote.create' order by id desc limit 1",
  );
  expect(JSON.stringify(entry!.changes)).toContain("Out of order");
});

test("of a note and a reversal at once one alone gives the money back, and what a note left, a reversal takes back with its tax", async () => {
  const raced = await chargeByHand("8.00", "Raced");
  const parted = await chargeByHand("10.00", "Parted");
  const invoice = await issue();
  const { id } = invoice;
  const before = BigInt((await balances())["BILLING"]!);
  const whole = { lines: [{ position: placeOf(invoice, "Raced") }] };
  const [noted, taken, twice] = await Promise.all([credit(id, whole), takeBack(raced), credit(id, whole)]);
  const done = [noted.creditNote, taken.length === 0 ? "taken" : null, twice.creditNote].filter(
    (each) => each !== null,
  );
  expect(done).toHaveLength(1);
  const back = BigInt((await balances())["BILLING"]!) - before;
  expect([8_000_000n, 10_000_000n]).toContain(back); // with its tax at once, or with that of the next invoice
  expect((await credit(id, whole)).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["lines", "0", "position"] }]);
  expect(await takeBack(raced)).toHaveLength(1);
  expect((await credit(id, { lines: [{ position: placeOf(invoice, "Parted"), amount: "4.00" }] })).total).toEqual({
    amount: "5.00",
  });
  const left = () =>
    world.graphql(
      owner,
      `query ($id: ID!) { customer(id: $id) { billingAccount { entries(first: 20, filter: { kind: [CHARGE] }) { nodes { description left { amount } payment { id } } } } } }`,
      { id: encodeId("cus", johnson.id) },
    );
  const lineOf = (amount: string) => [{ description: "Parted", left: { amount }, payment: null }];
  const partedOf = async () => JSON.stringify(await left()).match(/\{[^{]*"Parted"[^}]*\}[^}]*\}/)?.[0];
  expect(await partedOf()).toBe(JSON.stringify(lineOf("6.00")[0])); // of which 4.00 went back
  expect(await takeBack(parted)).toEqual([]);
  expect(await partedOf()).toBe(JSON.stringify(lineOf("0.00")[0]));
  expect((await credit(id)).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["invoiceId"] }]);
  const next = await issue();
  expect(next["newBalance"]).toEqual({ amount: "-8.60" }); // as before all of it: 3.60, and 5.00 of which 1.25 went back
});

test("a tax that prices have in them goes back to what was sold", async () => {
  await setRate("20", { isIncluded: true });
  const before = await balances();
  await chargeByHand("12.00", "With its tax");
  const invoice = await issue();
  const { id } = invoice;
  const third = await credit(id, { lines: [{ position: placeOf(invoice, "With its tax"), amount: "4.00" }] });
  expect(third).toMatchObject({ total: { amount: "4.00" }, taxes: [{ amount: { amount: "0.67" } }] });
  expect((await credit(id)).taxes).toEqual([{ name: "VAT", amount: { amount: "1.33" } }]);
  expect(await balances()).toEqual(before);
});

test("who sells gives back, and nobody else: not the buyer, nor who sells to the seller, nor one beside it", async () => {
  await chargeByHand("1.00");
  const { id } = await issue();
  const codeOf = async (email: string, of = id) =>
    (await ask(of, {}, email)).errors?.map(
      ({ originalError }) => (originalError as { code?: unknown } | undefined)?.code,
    );
  for (const email of ["owner@nord.test", "owner@beta.test"]) expect(await codeOf(email)).toEqual(["NOT_FOUND"]);
  expect(await codeOf("agent@acme.test")).toEqual(["FORBIDDEN"]);
  const made = await credit(id);
  const note = "query ($id: ID!) { creditNote(id: $id) { number total { amount } } }";
  const seen = (email: string) => world.graphql(email, note, { id: made.creditNote!.id });
  expect(dataOf(await seen("owner@beta.test"))).toEqual({ creditNote: null });
  const reader = { ...jane, permissions: new Set([...jane.permissions, "invoice.view" as const]) };
  const buyer = await askAs(world, reader, note, { id: made.creditNote!.id });
  expect(dataOf(buyer)).toEqual({ creditNote: { number: made.creditNote!["number"], total: { amount: "1.00" } } });
  const input = { idempotencyKey: newId(), invoiceId: id, reason: "For me" };
  const forbidden = await askAs(world, reader, source, { input });
  expect(forbidden.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  const acmes = await accountsOfTests(world.system(), "r1.r2.r3.", "r1.r2.");
  await posted(world.system(), { ...charge(acmes, pounds(9), newId(), "r1.r2.r3."), isCovered: false });
  const own = await world.graphql(
    "owner@nord.test",
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) { invoice { id } } }`,
    { input: { idempotencyKey: newId(), accountId: encodeId("bac", acmes.billing) } },
  );
  const { id: bought } = dataOf<{ issueInvoice: { invoice: { id: string } } }>(own).issueInvoice.invoice;
  expect(await codeOf(owner, bought)).toEqual(["NOT_FOUND"]);
  expect((await credit(bought, {}, "owner@nord.test")).creditNote).toMatchObject({ number: 1 });
});

test("it is printed in the buyer's language with the invoice that it concerns, and nothing of it can be changed", async () => {
  const [row] = await world.database.rows<{ id: string }>("select id from credit_note where number = 2 and path = $1", [
    path,
  ]);
  const context = world.as(owner);
  const note = (await findCreditNotes(context, [row!.id])).get(row!.id)!;
  const invoice = (await findInvoices(context, [note.invoice])).get(note.invoice)!;
  const lines = await linesOfCreditNote(world.request(owner)).load(note.id);
  const english = await printCreditNote(note, invoice, lines);
  const french = await printCreditNote({ ...note, language: "fr" }, invoice, lines);
  expect(english.subarray(0, 5).toString()).toBe("%PDF-");
  expect(english.toString("latin1")).toContain("en");
  expect(french.equals(english)).toBe(false);
  expect((await printCreditNote(note, { ...invoice, number: 999 }, lines)).equals(english)).toBe(false);
  expect(decodeId("crn", encodeId("crn", note.id))).toBe(note.id);
  for (const table of ["credit_note", "credit_note_line", "ledger_return"]) {
    await expect(world.system().em.execute(`update ${table} set path = path`)).rejects.toThrow("permission denied");
  }
});
