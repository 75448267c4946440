import { encodeId, newId } from "@tierline/shared/id.ts";
import { transaction } from "../kernel/context.ts";
import { post } from "../ledger/post.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import { accountsOfTests, payment, pounds } from "./ledger-of-tests.ts";
import type { Shop } from "./shop.ts";

const actor = "owner@acme.test";
const read = "billingAccount { entries(first: 1) { nodes { description reference } } }";
/** Each string is tried on a payment that was not taken back yet. */
const moreThanStrings = 3_000;

/** What goes through of the verbs that enter something by hand. */
export async function billingFixtures({ world }: Shop) {
  const path = pathOf(customersOfTests.johnDoe);
  const accounts = await accountsOfTests(world.system(), path, customersOfTests.johnDoe.resellerPath);
  const many = Array.from({ length: moreThanStrings }, () => payment(accounts, pounds(1), newId(), path));
  const paid = await transaction(world.system(), (tx) => post(tx, many));
  const keyed = () => ({ accountId: encodeId("bac", accounts.billing), idempotencyKey: newId() });
  const entry = async () => ({ ...keyed(), amount: "1.00", description: "Entered", reference: "4711" });
  const reversal = async () => ({ ...keyed(), transactionId: encodeId("ltx", paid.pop()!.id), reason: "Wrong" });
  return {
    recordPayment: { actor, input: entry, read },
    addCharge: { actor, input: entry, read },
    reverseLedgerEntry: { actor, input: reversal, read },
  };
}
