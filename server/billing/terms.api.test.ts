import { encodeId, newId } from "@tierline/shared/id.ts";
import type { ExecutionResult } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { askAs, customersOfTests, jane, plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { johnSmith, johnson } = customersOfTests;
const owner = "owner@acme.test";
beforeAll(() => plantCustomers(world));

const fields = `id mode policy creditLimit { amount } isNearLimit cycleDay dueDay lowBalance { amount } lowBalanceEmail
  available { amount } balance { amount } standing { maySpend reason }`;

type Account = Readonly<Record<string, unknown>> & { readonly id: string };
interface Payload {
  readonly billingAccount: Account | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

function dataOf<T>({ data, errors }: ExecutionResult): T {
  expect(errors).toBeUndefined();
  return data as T;
}

async function accountOf(id: string, email = owner): Promise<Account> {
  const asked = `query ($id: ID!) { customer(id: $id) { billingAccount { ${fields} } } }`;
  const result = await world.graphql(email, asked, { id: encodeId("cus", id) });
  return dataOf<{ customer: { billingAccount: Account } }>(result).customer.billingAccount;
}

const setting = `mutation ($input: SetAccountTermsInput!) { setAccountTerms(input: $input) {
  billingAccount { ${fields} } userErrors { code path } } }`;

async function set(id: string, terms: Record<string, unknown>): Promise<Payload> {
  const { id: accountId } = await accountOf(id);
  const result = await world.graphql(owner, setting, { input: { accountId, terms } });
  return dataOf<{ setAccountTerms: Payload }>(result).setAccountTerms;
}

async function refused(terms: Record<string, unknown>): Promise<string[]> {
  const { billingAccount, userErrors } = await set(johnSmith.id, terms);
  expect(billingAccount).toBeNull();
  return userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
}

async function created(terms: Record<string, unknown> | null) {
  const result = await world.graphql(
    owner,
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) {
      customer { id state suspensionReasons billingAccount { ${fields} } } userErrors { code path } } }`,
    { input: { kind: "INDIVIDUAL", name: "New", homeCountry: "GB", idempotencyKey: newId(), terms } },
  );
  return dataOf<{
    createCustomer: {
      customer: { id: string; state: string; suspensionReasons: string[]; billingAccount: Account } | null;
      userErrors: { code: string; path: string[] }[];
    };
  }>(result).createCustomer;
}

async function entered(verb: "recordPayment" | "addCharge", accountId: string, amount: string): Promise<void> {
  const type = verb === "recordPayment" ? "RecordPayment" : "AddCharge";
  const input = { accountId, amount, description: "Entered", idempotencyKey: newId() };
  const asked = `mutation ($input: ${type}Input!) { ${verb}(input: $input) { userErrors { code } } }`;
  expect(dataOf(await world.graphql(owner, asked, { input }))).toEqual({ [verb]: { userErrors: [] } });
}

async function stateOf(id: string): Promise<unknown> {
  const asked = "query ($id: ID!) { customer(id: $id) { state suspensionReasons } }";
  return dataOf<{ customer: unknown }>(await world.graphql(owner, asked, { id })).customer;
}

test("B8: an account has a mode, a limit, a cycle and a due day; who pays before has no limit (X3)", async () => {
  expect(await accountOf(johnSmith.id)).toMatchObject({
    mode: "PREPAID",
    policy: "PERMISSIVE",
    creditLimit: null,
    available: null,
    cycleDay: 1,
    dueDay: null,
    lowBalance: null,
  });
  const terms = { mode: "POSTPAID", creditLimit: "50.00", cycleDay: 31, dueDay: 15 };
  const { billingAccount, userErrors } = await set(johnSmith.id, terms);
  expect(userErrors).toEqual([]);
  expect(billingAccount).toMatchObject({
    mode: "POSTPAID",
    policy: null,
    creditLimit: { amount: "50.00" },
    available: { amount: "50.00" },
    cycleDay: 31,
    dueDay: 15,
  });
  expect(await refused({ mode: "PREPAID" })).toEqual(["REQUIRED terms.policy"]);
  expect(await refused({ mode: "PREPAID", policy: "STRICT", creditLimit: "1.00" })).toEqual([
    "INVALID terms.creditLimit",
  ]);
  expect(await refused({ mode: "ALLOWANCE", policy: "STRICT" })).toEqual(["INVALID terms.policy"]);
  for (const creditLimit of ["-1.00", "1.001"])
    expect(await refused({ mode: "POSTPAID", creditLimit })).toEqual(["INVALID terms.creditLimit"]);
  expect(await refused({ mode: "POSTPAID", cycleDay: 32, dueDay: 0 })).toEqual([
    "INVALID terms.cycleDay",
    "INVALID terms.dueDay",
  ]);
});

test("X1: no credit limit is no end to it, and a limit of nothing is none", async () => {
  expect((await set(johnSmith.id, { mode: "POSTPAID" })).billingAccount).toMatchObject({ available: null });
  expect((await set(johnSmith.id, { mode: "POSTPAID", creditLimit: "0" })).billingAccount).toMatchObject({
    available: { amount: "0.00" },
    standing: { maySpend: false, reason: "CREDIT_LIMIT" },
  });
});

test("VX4: somebody is written to below 1 to 250, and it is said to whom", async () => {
  const terms = { mode: "PREPAID", policy: "PERMISSIVE", lowBalanceEmail: "john@smith.test" };
  for (const lowBalance of ["0", "251", "0.99", "250.01"])
    expect(await refused({ ...terms, lowBalance })).toEqual(["INVALID terms.lowBalance"]);
  expect(await refused({ ...terms, lowBalance: "10", lowBalanceEmail: null })).toEqual([
    "REQUIRED terms.lowBalanceEmail",
  ]);
  expect(await refused({ ...terms, lowBalance: "10", lowBalanceEmail: "john@" })).toEqual([
    "INVALID terms.lowBalanceEmail",
  ]);
  for (const lowBalance of ["1", "250"])
    expect((await set(johnSmith.id, { ...terms, lowBalance })).billingAccount).toMatchObject({
      lowBalance: { amount: `${lowBalance}.00` },
      lowBalanceEmail: "john@smith.test",
    });
});

test("V8, V9: a new strict customer begins suspended, and its first payment makes it active; others begin active", async () => {
  const { customer } = await created({ mode: "PREPAID", policy: "STRICT" });
  expect(customer).toMatchObject({ state: "SUSPENDED", suspensionReasons: ["BALANCE"] });
  expect(customer!.billingAccount["standing"]).toEqual({ maySpend: false, reason: "BALANCE" });
  await entered("recordPayment", customer!.billingAccount.id, "5.00");
  expect(await stateOf(customer!.id)).toEqual({ state: "ACTIVE", suspensionReasons: [] });
  await entered("addCharge", customer!.billingAccount.id, "5.00");
  expect(await stateOf(customer!.id)).toEqual({ state: "SUSPENDED", suspensionReasons: ["BALANCE"] });
  for (const terms of [null, { mode: "PREPAID", policy: "PERMISSIVE" }, { mode: "ALLOWANCE", creditLimit: "10" }])
    expect((await created(terms)).customer).toMatchObject({ state: "ACTIVE", suspensionReasons: [] });
  const refusal = await created({ mode: "POSTPAID", policy: "STRICT" });
  expect(refusal).toEqual({ customer: null, userErrors: [{ code: "INVALID", path: ["terms", "policy"] }] });
});

test("V16: a charge by hand that takes the last of a strict account suspends its customer", async () => {
  const { customer } = await created({ mode: "PREPAID", policy: "STRICT" });
  await entered("recordPayment", customer!.billingAccount.id, "4.99");
  await entered("addCharge", customer!.billingAccount.id, "4.98");
  expect(await stateOf(customer!.id)).toEqual({ state: "ACTIVE", suspensionReasons: [] });
  await entered("addCharge", customer!.billingAccount.id, "0.01");
  expect(await stateOf(customer!.id)).toEqual({ state: "SUSPENDED", suspensionReasons: ["BALANCE"] });
});

test("BX10: at 40.00 of a limit of 50.00 the account says so, at 50.00 nothing more may be spent", async () => {
  const { customer } = await created({ mode: "POSTPAID", creditLimit: "50.00" });
  const { id } = customer!.billingAccount;
  const now = async () => {
    const asked = `query ($id: ID!) { node(id: $id) { ... on BillingAccount { isNearLimit standing { maySpend reason } } } }`;
    return dataOf<{ node: unknown }>(await world.graphql(owner, asked, { id })).node;
  };
  await entered("addCharge", id, "39.99");
  expect(await now()).toEqual({ isNearLimit: false, standing: { maySpend: true, reason: null } });
  await entered("addCharge", id, "0.01");
  expect(await now()).toEqual({ isNearLimit: true, standing: { maySpend: true, reason: null } });
  await entered("addCharge", id, "10.00");
  expect(await now()).toEqual({ isNearLimit: true, standing: { maySpend: false, reason: "CREDIT_LIMIT" } });
});

test("what changes stands in the audit trail, the same again does not, and nobody sets their own terms", async () => {
  const { id } = await accountOf(johnson.id);
  const strict = { mode: "PREPAID", policy: "STRICT" };
  const entries = () =>
    world.database.rows<{ changes: { field: string; after: string }[] }>(
      `select changes from audit_entry where operation = 'billing.terms' and subject_id = '${johnson.id}'`,
    );
  await set(johnson.id, strict);
  await set(johnson.id, strict);
  expect((await entries()).map(({ changes }) => changes)).toEqual([
    [{ field: "creditPolicy", before: "PERMISSIVE", after: "STRICT" }],
  ]);
  const input = { accountId: id, terms: { mode: "POSTPAID" } };
  for (const stranger of ["agent@acme.test", "owner@beta.test"]) {
    const { data, errors } = await world.graphql(stranger, setting, { input });
    expect([data, errors?.length]).toEqual([null, 1]);
  }
  const own = await askAs(world, jane, setting, { input });
  expect(own.errors?.length).toBe(1);
  await set(johnson.id, { mode: "PREPAID", policy: "PERMISSIVE" });
});
