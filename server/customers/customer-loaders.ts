import type { Context, RequestContext } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { invariant } from "../kernel/rejection.ts";
import {
  ContactEntity,
  PaymentMethodEntity,
  SiteEntity,
  type ContactRow,
  type PaymentMethodRow,
  type SiteRow,
} from "./customer-parts.entity.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { toCustomer, type CustomerType } from "./customer.type.ts";

const fresh = { disableIdentityMap: true } as const;
const oldestFirst = { ...fresh, orderBy: { id: "asc" } } as const;

export const customerById = loader<string, CustomerRow>(async ({ em }, ids) => {
  const rows = await em.find(CustomerEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, row]));
});

export const contactById = loader<string, ContactRow>(async ({ em }, ids) => {
  const rows = await em.find(ContactEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, row]));
});

export const siteById = loader<string, SiteRow>(async ({ em }, ids) => {
  const rows = await em.find(SiteEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Contacts by customer, in the order in which they were added. */
export const contactsOf = listLoader<string, ContactRow>(async ({ em }, ids) => {
  const rows = await em.find(ContactEntity, { customer: { $in: [...ids] } }, oldestFirst);
  return groupBy(rows, (row) => row.customer);
});

/** Sites by customer, in the order in which they were added. */
export const sitesOf = listLoader<string, SiteRow>(async ({ em }, ids) => {
  const rows = await em.find(SiteEntity, { customer: { $in: [...ids] } }, oldestFirst);
  return groupBy(rows, (row) => row.customer);
});

/** Payment methods by customer, the one that is charged first. */
export const paymentMethodsOf = listLoader<string, PaymentMethodRow>(async ({ em }, ids) => {
  const rows = await em.find(
    PaymentMethodEntity,
    { customer: { $in: [...ids] } },
    { ...fresh, orderBy: { isDefault: "desc", id: "asc" } },
  );
  return groupBy(rows, (row) => row.customer);
});

/** As it is after a verb, whatever this operation had read before; for payloads. */
export async function customerNow(request: RequestContext, context: Context, id: string): Promise<CustomerType> {
  for (const loaded of [customerById, contactsOf, sitesOf]) loaded(request).clear(id);
  const row = await context.em.findOne(CustomerEntity, { id }, fresh);
  invariant(row !== null, "a verb answers with a customer of its viewer's tier");
  return toCustomer(row);
}
