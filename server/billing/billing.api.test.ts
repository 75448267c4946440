import { encodeId, newId } from "@tierline/shared/id.ts";
import { readFile } from "node:fs/promises";
import type { ExecutionResult } from "graphql";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { askAs, customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { johnSmith, johnDoe, johnson, johnnyBeta } = customersOfTests;
const owner = "owner@acme.test";
beforeAll(() => plantCustomers(world));

const fields = `billingAccount { id currency balance { amount } available { amount } held { amount } }`;

interface Account {
  readonly id: string;
  readonly currency: string;
  readonly balance: { readonly amount: string };
  readonly available: { readonly amount: string } | null;
  readonly held: { readonly amount: string };
}

function dataOf<T>(result: ExecutionResult): T {
  expect(result.errors).toBeUndefined();
  return result.data as T;
}

function codesOf({ errors }: ExecutionResult): unknown[] {
  return (errors ?? []).map(
    ({ extensions, originalError }) => extensions["code"] ?? (originalError as { code?: unknown }).code,
  );
}

async function accountOf(email: string, customer: { readonly id: string }): Promise<Account | null> {
  const asked = `query ($id: ID!) { customer(id: $id) { ${fields} } }`;
  const result = await world.graphql(email, asked, { id: encodeId("cus", customer.id) });
  return dataOf<{ customer: { billingAccount: Account | null } }>(result).customer.billingAccount;
}

type Verb = "recordPayment" | "addCharge" | "reverseLedgerEntry";
interface Answer {
  readonly billingAccount: Account | null;
  readonly transactionId: string | null;
  readonly balanceBefore: { readonly amount: string } | null;
  readonly balanceAfter: { readonly amount: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

function asked(email: string, verb: Verb, input: Record<string, unknown>): Promise<ExecutionResult> {
  const type = { recordPayment: "RecordPayment", addCharge: "AddCharge", reverseLedgerEntry: "ReverseLedgerEntry" }[
    verb
  ];
  return world.graphql(
    email,
    `mutation ($input: ${type}Input!) { ${verb}(input: $input) {
      ${fields} transactionId balanceBefore { amount } balanceAfter { amount } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
}

async function done(verb: Verb, input: Record<string, unknown>, email = owner): Promise<Answer> {
  return dataOf<Record<Verb, Answer>>(await asked(email, verb, input))[verb];
}

interface Line {
  readonly number: number;
  readonly at: string;
  readonly kind: string;
  readonly amount: { readonly amount: string };
  readonly balance: { readonly amount: string };
  readonly description: string;
  readonly reference: string | null;
  readonly actor: string | null;
  readonly transactionId: string;
  readonly reversesId: string | null;
  readonly reversedById: string | null;
}

async function statementOf(
  customer: { readonly id: string },
  filter: Record<string, unknown> = {},
  first = 100,
): Promise<Line[]> {
  const result = await world.graphql(
    owner,
    `query ($id: ID!, $first: Int!, $filter: LedgerEntryFilter) { customer(id: $id) { billingAccount { entries(first: $first, filter: $filter) {
       nodes { number at kind amount { amount } balance { amount } description reference actor transactionId reversesId reversedById } } } } }`,
    { id: encodeId("cus", customer.id), first, filter },
  );
  return dataOf<{ customer: { billingAccount: { entries: { nodes: Line[] } } } }>(result).customer.billingAccount
    .entries.nodes;
}

async function rowCounts(): Promise<unknown> {
  const [counts] = await world.database.rows(
    `select (select count(*) from ledger_transaction) as transactions, (select count(*) from posting) as postings,
       (select count(*) from ledger_account) as accounts, (select count(*) from idempotency) as keys, (select count(*) from audit_entry) as entries`,
  );
  return counts;
}

test("every customer has an account from its beginning, and every reseller one with its parent, in the seller's currency", async () => {
  const account = await accountOf(owner, johnson);
  expect(account).toMatchObject({
    currency: "GBP",
    balance: { amount: "0.00" },
    available: null,
    held: { amount: "0.00" },
  });
  const rows = await world.database.rows<{ path: string }>("select path from ledger_account order by path");
  expect(rows.map(({ path }) => path)).toEqual([
    "r1.r2.",
    "r1.r2.r3.",
    "r1.r2.r3.c123.",
    "r1.r2.r3.c456.",
    "r1.r2.r3.c789.",
    "r1.r2.r3.r5.",
    "r1.r2.r4.",
    "r1.r2.r4.c900.",
  ]);
  const made = await world.graphql(
    owner,
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { ${fields} } } }`,
    { input: { kind: "INDIVIDUAL", name: "New", homeCountry: "GB", idempotencyKey: newId() } },
  );
  expect(
    dataOf<{ createCustomer: { customer: { billingAccount: Account } } }>(made).createCustomer.customer.billingAccount,
  ).toMatchObject({
    balance: { amount: "0.00" },
  });
});

test('V15: a payment of 25.00 "Cheque 12" adds 25.00, stands in the statement as a payment with who entered it, and comes from the seller\'s own account', async () => {
  const { id: accountId } = (await accountOf(owner, johnSmith))!;
  const answer = await done("recordPayment", {
    accountId,
    amount: "25.00",
    description: "Cheque 12",
    reference: "4711",
  });
  expect(answer).toMatchObject({
    balanceBefore: { amount: "0.00" },
    balanceAfter: { amount: "25.00" },
    userErrors: [],
  });
  expect(answer.billingAccount!.balance.amount).toBe("25.00");
  expect(await statementOf(johnSmith)).toEqual([
    {
      number: 1,
      at: world.clock.now().toISOString(),
      kind: "PAYMENT",
      amount: { amount: "25.00" },
      balance: { amount: "25.00" },
      description: "Cheque 12",
      reference: "4711",
      actor: "Anna Acme",
      transactionId: answer.transactionId,
      reversesId: null,
      reversedById: null,
    },
  ]);
  const sides = await world.database.rows(
    `select a.path, a.kind, p.amount_micros::int as micros from posting p join ledger_account a on a.id = p.account_id order by p.line`,
  );
  expect(sides).toEqual([
    { path: pathOf(johnSmith), kind: "BILLING", micros: 25_000_000 },
    { path: "r1.r2.r3.", kind: "PAYMENTS", micros: -25_000_000 },
  ]);
  const [entry] = await world.database.rows<{ actor: string; changes: { field: string }[] }>(
    "select actor, changes from audit_entry where operation = 'billing.payment'",
  );
  expect(entry!.actor).toBe("Anna Acme");
  expect(entry!.changes).toContainEqual({ field: "balance", before: "0.00", after: "25.00" });
});

test("V15: nothing, less than nothing, no number, and more places than the currency has are refused, and nothing is written", async () => {
  const { id: accountId } = (await accountOf(owner, johnDoe))!;
  const before = await rowCounts();
  for (const verb of ["recordPayment", "addCharge"] as const) {
    for (const amount of ["0", "-5", "10.001"]) {
      const { userErrors, billingAccount } = await done(verb, { accountId, amount, description: "x" });
      expect([userErrors, billingAccount]).toEqual([[{ code: "INVALID", path: ["amount"] }], null]);
    }
    const { errors } = await asked(owner, verb, { accountId, amount: "abc", description: "x" });
    expect(errors?.[0]?.message).toContain("Decimal");
    expect((await done(verb, { accountId, amount: "1000000000.01", description: "" })).userErrors).toEqual([
      { code: "LIMIT_EXCEEDED", path: ["amount"] },
      { code: "REQUIRED", path: ["description"] },
    ]);
  }
  expect(await rowCounts()).toEqual(before);
});

test("VX5: a dry run tells the balance that would come of it and writes no row", async () => {
  const { id: accountId } = (await accountOf(owner, johnDoe))!;
  const before = await rowCounts();
  const paid = await done("recordPayment", { accountId, amount: "10", description: "x", dryRun: true });
  expect(paid).toMatchObject({
    transactionId: null,
    balanceBefore: { amount: "0.00" },
    balanceAfter: { amount: "10.00" },
  });
  const charged = await done("addCharge", { accountId, amount: "4.99", description: "Router", dryRun: true });
  expect(charged).toMatchObject({
    balanceAfter: { amount: "-4.99" },
    billingAccount: { balance: { amount: "0.00" } },
    userErrors: [],
  });
  const refused = await done("addCharge", { accountId, amount: "0", description: "Router", dryRun: true });
  expect(refused.userErrors).toEqual([{ code: "INVALID", path: ["amount"] }]);
  expect(await rowCounts()).toEqual(before);
});

test("a charge of 4.99 takes 4.99, below nothing too, and is taken back once, with the reason", async () => {
  const { id: accountId } = (await accountOf(owner, johnDoe))!;
  const charge = await done("addCharge", { accountId, amount: "4.99", description: "Router" });
  expect(charge.balanceAfter).toEqual({ amount: "-4.99" });
  const input = { accountId, transactionId: charge.transactionId };
  expect((await done("reverseLedgerEntry", { ...input, reason: "" })).userErrors).toEqual([
    { code: "REQUIRED", path: ["reason"] },
  ]);
  const reversed = await done("reverseLedgerEntry", { ...input, reason: "Came back" });
  expect(reversed.balanceAfter).toEqual({ amount: "0.00" });
  const conflict = [{ code: "STATE_CONFLICT", path: ["transactionId"] }];
  expect((await done("reverseLedgerEntry", { ...input, reason: "Again" })).userErrors).toEqual(conflict);
  const back = { ...input, transactionId: reversed.transactionId };
  expect((await done("reverseLedgerEntry", { ...back, reason: "No" })).userErrors).toEqual(conflict);
  const [reversal, taken] = await statementOf(johnDoe);
  expect(reversal).toMatchObject({ kind: "REVERSAL", description: "Came back", reversesId: charge.transactionId });
  expect(taken).toMatchObject({ kind: "CHARGE", reversedById: reversed.transactionId });
  const other = (await accountOf(owner, johnSmith))!.id;
  const away = await asked(owner, "reverseLedgerEntry", { ...input, accountId: other, reason: "x" });
  expect(codesOf(away)).toEqual(["NOT_FOUND"]);
});

test("the same key and input have one effect, also after what was answered is forgotten; another input is refused", async () => {
  const { id: accountId } = (await accountOf(owner, johnson))!;
  const input = { accountId, amount: "7", description: "Once", idempotencyKey: newId() };
  const all = await Promise.all([1, 2, 3].map(() => asked(owner, "recordPayment", input)));
  const first = await done("recordPayment", input);
  expect(all.flatMap(codesOf).every((code) => code === "CONFLICT")).toBe(true); // while it was in flight
  world.clock.advance({ hours: 73 });
  const later = await done("recordPayment", input);
  expect([later.transactionId, later.balanceAfter]).toEqual([first.transactionId, { amount: "7.00" }]);
  world.clock.advance({ hours: 73 });
  const other = await done("recordPayment", { ...input, amount: "8" });
  expect(other.userErrors).toEqual([{ code: "IDEMPOTENCY_MISMATCH", path: ["idempotencyKey"] }]);
  expect(await statementOf(johnson)).toHaveLength(1);
  const audited = await world.database.rows(
    "select from audit_entry where path = $1 and operation = 'billing.payment'",
    [pathOf(johnson)],
  );
  expect(audited).toHaveLength(1);
});

test("the statement is read a page at a time, by kind and time, and each line goes on from the balance before it", async () => {
  const { id: accountId } = (await accountOf(owner, johnson))!;
  const begin = world.clock.now();
  for (const amount of ["1", "2", "3"]) {
    world.clock.advance({ minutes: 1 });
    await done("addCharge", { accountId, amount, description: `Charge ${amount}` });
  }
  const lines = await statementOf(johnson);
  expect(lines.map(({ balance }) => balance.amount)).toEqual(["1.00", "4.00", "6.00", "7.00"]);
  expect((await statementOf(johnson, { kind: ["PAYMENT"] })).map(({ description }) => description)).toEqual(["Once"]);
  const from = new Date(begin.getTime() + 120_000).toISOString();
  const until = new Date(begin.getTime() + 180_000).toISOString();
  expect((await statementOf(johnson, { from, until })).map(({ description }) => description)).toEqual(["Charge 2"]);
  const page = `query ($id: ID!, $after: String) { customer(id: $id) { billingAccount { entries(first: 3, after: $after) {
    nodes { number } pageInfo { hasNextPage endCursor } } } } }`;
  type Page = {
    customer: {
      billingAccount: {
        entries: { nodes: { number: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    };
  };
  const id = encodeId("cus", johnson.id);
  const one = dataOf<Page>(await world.graphql(owner, page, { id })).customer.billingAccount.entries;
  const two = dataOf<Page>(await world.graphql(owner, page, { id, after: one.pageInfo.endCursor })).customer
    .billingAccount.entries;
  expect([one, two].map(({ nodes }) => nodes.map(({ number }) => number))).toEqual([[4, 3, 2], [1]]);
  expect([one.pageInfo.hasNextPage, two.pageInfo.hasNextPage]).toEqual([true, false]);
});

test("each tier sees and changes its own side alone: nobody above the seller, nobody beside it, and the buyer only looks", async () => {
  const account = (await accountOf(owner, johnSmith))!;
  const input = { accountId: account.id, amount: "1", description: "x" };
  for (const above of ["owner@nord.test", "ops@tierline.test"]) {
    expect(await accountOf(above, johnSmith)).toBeNull();
    expect(codesOf(await asked(above, "recordPayment", input))).toEqual(["NOT_FOUND"]);
  }
  for (const accountId of [account.id, (await accountOf("owner@beta.test", johnnyBeta))!.id]) {
    const stranger = accountId === account.id ? "owner@beta.test" : owner;
    expect(codesOf(await asked(stranger, "addCharge", { ...input, accountId }))).toEqual(["NOT_FOUND"]);
  }
  expect(codesOf(await asked("agent@acme.test", "addCharge", input))).toEqual(["FORBIDDEN"]);
  expect((await accountOf("agent@acme.test", johnSmith))!.balance.amount).toBe("25.00");
  const node = `query ($id: ID!) { node(id: $id) { id } }`;
  expect(dataOf(await world.graphql(owner, node, { id: account.id }))).toEqual({ node: { id: account.id } });
  expect(dataOf(await world.graphql("owner@nord.test", node, { id: account.id }))).toEqual({ node: null });
});

test("VIEW_BALANCE: a customer's own person sees balance and statement when their reseller lets them, and not who entered what", async () => {
  const own = `{ customer(id: "${encodeId("cus", johnSmith.id)}") { billingAccount { balance { amount } entries(first: 5) { nodes { description actor } } } } }`;
  const john = { ...jane, path: pathOf(johnSmith), customerId: johnSmith.id };
  const without = await askAs(world, john, own);
  expect(codesOf(without)).toEqual(["FORBIDDEN"]);
  const granted = await askAs(world, { ...john, permissions: new Set(["customer.view", "balance.view"]) }, own);
  expect(dataOf<{ customer: { billingAccount: unknown } }>(granted).customer.billingAccount).toEqual({
    balance: { amount: "25.00" },
    entries: { nodes: [{ description: "Cheque 12", actor: null }] },
  });
});

test("a parent has an account with the reseller below, which reads it as its own buying side", async () => {
  const asking = `query ($id: ID!) { reseller(id: $id) { ${fields} } }`;
  const id = encodeId("rsl", customersOfTests.johnSmith.resellerId);
  const at = async (email: string) =>
    dataOf<{ reseller: { billingAccount: Account | null } }>(await world.graphql(email, asking, { id })).reseller
      .billingAccount;
  const seen = (await at("owner@nord.test"))!;
  await done("recordPayment", { accountId: seen.id, amount: "100", description: "Deposit" }, "owner@nord.test");
  expect((await at(owner))!.balance.amount).toBe("100.00");
  expect(await at("ops@tierline.test")).toBeNull();
  expect(codesOf(await asked(owner, "addCharge", { accountId: seen.id, amount: "1", description: "x" }))).toEqual([
    "NOT_FOUND",
  ]);
  const [entry] = await world.database.rows(
    "select subject_kind, path from audit_entry where path = 'r1.r2.r3.' and operation = 'billing.payment'",
  );
  expect(entry).toEqual({ subject_kind: "reseller", path: "r1.r2.r3." });
});

test("U8: what is paid in adds and what is charged takes, in the statement and the balance; what is owed is told apart and is no negative", async () => {
  const owed = async () => {
    const result = await world.graphql(owner, "{ businessFigures { owed { amount } } }");
    return Number(dataOf<{ businessFigures: { owed: { amount: string } } }>(result).businessFigures.owed.amount);
  };
  const { id: accountId, balance } = (await accountOf(owner, johnDoe))!;
  expect(balance.amount).toBe("0.00");
  const before = await owed();
  await done("addCharge", { accountId, amount: "5", description: "Charged" });
  world.clock.advance({ minutes: 1 });
  await done("recordPayment", { accountId, amount: "2", description: "Paid" });
  const lines = (await statementOf(johnDoe)).slice(0, 2);
  expect(lines.map((line) => [line.kind, line.amount.amount, line.balance.amount])).toEqual([
    ["PAYMENT", "2.00", "-3.00"],
    ["CHARGE", "-5.00", "-5.00"],
  ]);
  expect((await accountOf(owner, johnDoe))!.balance.amount).toBe("-3.00");
  expect((await owed()) - before).toBe(3);
});

test("what is open already is opened once", async () => {
  const again = await accountsOfTests(world.as(owner), pathOf(johnSmith));
  expect(encodeId("bac", again.billing)).toBe((await accountOf(owner, johnSmith))!.id);
});

test("who was there before there were accounts has one too after the migration", async () => {
  const accounts = "select path, currency from ledger_account where kind = 'BILLING' order by path";
  const before = await world.database.rows(accounts);
  const owner = new pg.Client({ connectionString: world.database.ownerUrl });
  await owner.connect();
  const file = new URL("../db/migrations/2026-11-22-billing-accounts.sql", import.meta.url);
  const migration = await readFile(file, "utf8");
  await owner.query("begin; select set_config('app.lo', 'r', true), set_config('app.hi', 's', true)");
  await owner.query("alter table ledger_balance disable trigger user; alter table ledger_account disable trigger user");
  await owner.query("delete from ledger_balance; delete from ledger_account");
  await owner.query("alter table ledger_account drop constraint ledger_account_terms"); // which came later
  await owner.query(migration);
  expect((await owner.query(accounts)).rows).toEqual(before);
  const { rows } = await owner.query("select count(*)::int as parts from ledger_balance where balance_micros = 0");
  expect(rows).toEqual([{ parts: before.length }]);
  await owner.query("rollback");
  await owner.end();
});
