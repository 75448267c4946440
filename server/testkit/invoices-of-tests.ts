import { encodeId, newId } from "@tierline/shared/id.ts";
import { startCharging } from "../charging/start-charging.ts";
import type { NewCustomer } from "../customers/insert-customers.ts";
import { createCreditNote } from "../invoices/create-credit-note.ts";
import { requestInvoice } from "../invoices/request-invoice.ts";
import { transaction } from "../kernel/context.ts";
import { pathOf } from "./customers-of-tests.ts";
import { pounds } from "./ledger-of-tests.ts";
import type { World } from "./world.ts";

/** Something charged to a customer, invoiced by its reseller's owner and given back in part, by the API's ids. */
export async function plantInvoice(world: World, customer: NewCustomer, owner: string, description: string) {
  const path = pathOf(customer);
  const subjectId = newId();
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, {
      subjectKind: "SERVICE",
      subjectId,
      customerId: customer.id,
      path,
      description,
      edges: [{ path, currency: "GBP", setup: null, recurring: pounds(15), rule: "RETAIL", source: null }],
      intervalMonths: 1,
    }),
  );
  const { em } = world.system();
  const [account] = await em.execute<{ id: string }[]>("select id from ledger_account where path = ?", [path]);
  const accountId = encodeId("bac", account!.id); // every customer has one
  const { invoiceId } = await requestInvoice(world.as(owner), { idempotencyKey: newId(), accountId });
  const [charge] = await em.execute<{ id: string }[]>("select id from charge where subject_id = ?", [subjectId]);
  const credit = { idempotencyKey: newId(), invoiceId: encodeId("inv", invoiceId), reason: description };
  const lines = [{ position: 1, amount: "1.00" }];
  const { creditNoteId } = await createCreditNote(world.as(owner), { ...credit, lines });
  return {
    inv: encodeId("inv", invoiceId),
    chg: encodeId("chg", charge!.id),
    crn: encodeId("crn", creditNoteId!), // nothing was run dry
  };
}

/** Something of which two months were missed and wait for the seller, by the API's id. */
export async function plantWaitingCharge(world: World, customer: NewCustomer, owner: string, description: string) {
  const path = pathOf(customer);
  const subjectId = newId();
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, {
      subjectKind: "DID",
      subjectId,
      customerId: customer.id,
      path,
      description,
      edges: [{ path, currency: "GBP", setup: null, recurring: pounds(2), rule: "RETAIL", source: null }],
      intervalMonths: 1,
      startsOn: "2026-09-21",
    }),
  );
  const [row] = await world.database.rows<{ id: string }>(
    "update recurring_charge set state = 'HELD' where subject_id = $1 returning id",
    [subjectId],
  );
  return { rcg: encodeId("rcg", row!.id) };
}
