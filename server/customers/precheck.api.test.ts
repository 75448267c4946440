import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { plantCustomers } from "../testkit/customers-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
beforeAll(() => plantCustomers(world));

const agent = "agent@acme.test";
const london = { line1: "1 Way", city: "London", postalCode: "SW1A 1AA", country: "GB" };

interface Precheck {
  readonly isAccepted: boolean;
  readonly problems: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function ask<T>(document: string, input: object, actor = agent): Promise<T> {
  const { data, errors } = await world.graphql(actor, document, { input });
  expect(errors).toBeUndefined();
  return Object.values(data!)[0] as T;
}

const precheck = (input: object, actor = agent) =>
  ask<Precheck>(
    "query ($input: PrecheckCustomerInput!) { precheckCustomer(input: $input) { isAccepted problems { code path } } }",
    input,
    actor,
  );
const told = (problems: Precheck["problems"]) => problems.map(({ code, path }) => `${code} ${path?.join(".") ?? ""}`);

async function creation(input: object): Promise<string[]> {
  const document =
    "mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { userErrors { code path } } }";
  const { userErrors } = await ask<{ userErrors: Precheck["problems"] }>(document, {
    idempotencyKey: newId(),
    ...input,
  });
  return told(userErrors);
}

/** Whatever a verb could have left behind. */
async function written(): Promise<unknown> {
  const tables = ["customer", "audit_entry", "counter", "idempotency", "screening", "ledger_account"];
  const counts = tables.map((table) => `(select json_agg(t)::text from ${table} t) as ${table}`);
  return world.database.rows(`select ${counts.join(", ")}`);
}

test("CX6: an address and an e-mail are enough to ask, and nothing is written", async () => {
  const before = await written();
  expect(await precheck({ billingAddress: london, email: "jo@acme.example" })).toEqual({
    isAccepted: true,
    problems: [],
  });
  expect((await precheck({})).isAccepted).toBe(false);
  expect(await written()).toEqual(before);
});

test("CX6: all that is wrong is told at once, by the checks of the creation", async () => {
  const wrong = {
    kind: "BUSINESS",
    name: "100% Pizza",
    email: "nobody",
    billingAddress: { ...london, postalCode: "none" },
    provisioningId: "otp_00000000000000000000000000",
  };
  const before = await written();
  const { isAccepted, problems } = await precheck(wrong);
  expect(isAccepted).toBe(false);
  expect(told(problems)).toEqual([
    "UNKNOWN_REFERENCE provisioningId",
    "INVALID name",
    "INVALID email",
    "INVALID billingAddress.postalCode",
  ]);
  expect(await written()).toEqual(before);
  expect(await creation(wrong)).toEqual(told(problems));
});

test("CX6: what is left out is not missed, and what is said to be nothing is", async () => {
  const brazil = { homeCountry: "BR", email: "jo@acme.example" };
  expect(told((await precheck(brazil)).problems)).toEqual([]);
  expect(told((await precheck({ ...brazil, kind: "BUSINESS", name: "", taxNumber: null })).problems)).toEqual([
    "REQUIRED name",
    "REQUIRED taxNumber",
  ]);
});

test("CX6: a limit that is reached stands with the rest", async () => {
  await world.database.rows("update reseller set limits = jsonb_build_object('customers', 1) where key = 'acme'");
  const input = { kind: "BUSINESS", name: "", homeCountry: "GB" };
  expect(told((await precheck(input)).problems)).toEqual(["REQUIRED name", "LIMIT_EXCEEDED "]);
  expect(await creation(input)).toEqual(["REQUIRED name", "LIMIT_EXCEEDED "]);
});
