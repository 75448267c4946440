import { encodeId, newId } from "@tierline/shared/id.ts";
import { enterByHand } from "../billing/manual-entry.ts";
import { customersOfTests } from "./customers-of-tests.ts";
import { plantPayment } from "./ledger-of-tests.ts";
import type { Shop } from "./shop.ts";

const actor = "owner@acme.test";
const read = "billingAccount { entries(first: 1) { nodes { description reference } } }";

/** What goes through of the verbs that enter something by hand. */
export async function billingFixtures({ world }: Shop) {
  const { bac: accountId } = await plantPayment(world, customersOfTests.johnDoe, "Begin");
  const keyed = () => ({ accountId, idempotencyKey: newId() });
  const entry = async () => ({ ...keyed(), amount: "1.00", description: "Entered", reference: "4711" });
  const reversal = async () => {
    const { transactionId } = await enterByHand(world.as(actor), "PAYMENT", await entry());
    return { ...keyed(), transactionId: encodeId("ltx", transactionId!), reason: "Wrong" };
  };
  return {
    recordPayment: { actor, input: entry, read },
    addCharge: { actor, input: entry, read },
    reverseLedgerEntry: { actor, input: reversal, read },
  };
}
