import { encodeId, newId } from "@tierline/shared/id.ts";
import { requestInvoice } from "../invoices/request-invoice.ts";
import { transaction } from "../kernel/context.ts";
import { post } from "../ledger/post.ts";
import { customersOfTests, pathOf } from "./customers-of-tests.ts";
import { accountsOfTests, charge, payment, posted, pounds } from "./ledger-of-tests.ts";
import { plantWaitingCharge } from "./invoices-of-tests.ts";
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
  const terms = async () => ({
    accountId: encodeId("bac", accounts.billing),
    terms: { mode: "POSTPAID", creditLimit: "1.00", lowBalance: "10", lowBalanceEmail: "john@smith.test" },
  });
  const tax = async () => ({
    idempotencyKey: newId(),
    name: newId(),
    country: "GB",
    region: "Yorkshire",
    percent: "20",
  });
  const exempt = async () => ({
    accountId: encodeId("bac", accounts.billing),
    reason: "Reverse charge",
    taxNumber: "FR40303265045",
  });
  const issue = async () => {
    const [open] = await world.database.rows(
      `select 1 from posting where account_id = $1 and entry > coalesce((select max(to_entry) from invoice where account_id = $1), 0)`,
      [accounts.billing],
    );
    if (open === undefined) await posted(world.system(), charge(accounts, pounds(1), newId(), path));
    return keyed();
  };
  await plantWaitingCharge(world, customersOfTests.johnDoe, actor, "Waits");
  const waiting = await world.database.rows<{ id: string }>(
    `insert into recurring_charge select (jsonb_populate_record(rc,
       jsonb_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid()))).*
     from recurring_charge rc, generate_series(1, $1::int) where rc.state = 'HELD' returning id`,
    [moreThanStrings],
  );
  const settle = async () => {
    const charges = [{ id: encodeId("rcg", waiting.pop()!.id), periods: 1 }];
    return { idempotencyKey: newId(), decision: "WAIVE", reason: "An outage", charges };
  };
  await posted(world.system(), payment(accounts, pounds(100), newId(), path));
  await posted(world.system(), charge(accounts, pounds(100), newId(), path));
  const { invoiceId } = await requestInvoice(world.as(actor), keyed());
  const [line] = await world.database.rows<{ position: number }>(
    "select position from invoice_line where invoice_id = $1 and amount_micros = $2",
    [invoiceId, String(pounds(100))],
  );
  const credit = async () => {
    const lines = [{ position: line!.position, amount: "0.01" }];
    return { idempotencyKey: newId(), invoiceId: encodeId("inv", invoiceId), reason: "Out of order", lines };
  };
  return {
    createCreditNote: { actor, input: credit, read: "creditNote { reason }" },
    settleWaitingCharges: { actor, input: settle, read: "settled" },
    setAccountTerms: { actor, input: terms, read: "billingAccount { lowBalanceEmail }" },
    setTaxRate: { actor, input: tax, read: "taxRates { name region }" },
    setTaxExemption: { actor, input: exempt, read: "billingAccount { taxExemption { reason taxNumber } }" },
    recordPayment: { actor, input: entry, read },
    addCharge: { actor, input: entry, read },
    issueInvoice: { actor, input: issue, read: "invoice { number }" },
    reverseLedgerEntry: { actor, input: reversal, read },
  };
}
