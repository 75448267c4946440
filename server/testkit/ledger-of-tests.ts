import { byHand } from "../billing/manual-entry.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import type { NewCustomer } from "../customers/insert-customers.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { openAccount } from "../ledger/open-account.ts";
import { pathOf } from "./customers-of-tests.ts";
import type { World } from "./world.ts";
import { postOne, type NewTransaction } from "../ledger/post.ts";

export const customerPathOfTests = "r1.r2.r3.c1.";
export const sellerPathOfTests = "r1.r2.r3.";

export const pounds = (units: number): bigint => BigInt(Math.round(units * 100)) * 10_000n;

export interface TestAccounts {
  readonly billing: string;
  readonly income: string;
  readonly payments: string;
}

/** Of a buyer and its seller. */
export function accountsOfTests(
  context: Context,
  path = customerPathOfTests,
  seller = sellerPathOfTests,
): Promise<TestAccounts> {
  return transaction(context, async (tx) => ({
    billing: await openAccount(tx, { path, kind: "BILLING", currency: "GBP" }),
    income: await openAccount(tx, { path: seller, kind: "INCOME", currency: "GBP" }),
    payments: await openAccount(tx, { path: seller, kind: "PAYMENTS", currency: "GBP" }),
  }));
}

export function payment(
  { billing, payments }: TestAccounts,
  micros: bigint,
  reference: string,
  path = customerPathOfTests,
): NewTransaction {
  const lines = [
    { accountId: billing, micros },
    { accountId: payments, micros: -micros },
  ];
  return { kind: "PAYMENT", reference: `${byHand}${reference}`, path, description: "Cheque 12", lines };
}

/** Which has to be covered. */
export function charge(
  { billing, income }: TestAccounts,
  micros: bigint,
  reference: string,
  path = customerPathOfTests,
): NewTransaction {
  const lines = [
    { accountId: billing, micros: -micros },
    { accountId: income, micros },
  ];
  return { kind: "CHARGE", reference, path, description: "Call", lines, isCovered: true };
}

export function posted(context: Context, asked: NewTransaction) {
  return transaction(context, (tx) => postOne(tx, asked));
}

/** As many at once as a few servers would have connections. */
export async function inLanes<T>(count: number, lanes: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Of 25.00 by a customer to its reseller, by the API's ids. */
export async function plantPayment(world: World, customer: NewCustomer, description: string) {
  const path = pathOf(customer);
  const context = world.system();
  const accounts = await accountsOfTests(context, path, customer.resellerPath);
  const { id } = await posted(context, { ...payment(accounts, pounds(25), newId(), path), description });
  return { bac: encodeId("bac", accounts.billing), ltx: encodeId("ltx", id) };
}
