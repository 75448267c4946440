import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";

/**
 * The customer to whose parts something is done, locked so that limits on their number hold.
 * @throws AccessError NOT_FOUND for no id and for one of no customer in the viewer's tier; Rejection STATE_CONFLICT when archived
 */
export async function changeableCustomer(tx: Transaction, id: string | null): Promise<CustomerRow> {
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from customer where id = ? for update", [id]);
  const row = await tx.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  if (row.state !== "ARCHIVED") return row;
  throw new Rejection({
    code: "STATE_CONFLICT",
    message: say("customer.archived"),
    path: ["customerId"],
  });
}

/**
 * The same for contacts: a customer's own people see to them only where their reseller has taken the customer on (MX5).
 * @throws also Rejection STATE_CONFLICT
 */
export async function contactableCustomer(tx: Transaction, id: string | null): Promise<CustomerRow> {
  const customer = await changeableCustomer(tx, id);
  if (tx.viewer.customerId === null || customer.state !== "WAITING") return customer;
  throw new Rejection({ code: "STATE_CONFLICT", message: say("customer.waiting"), path: ["customerId"] });
}
