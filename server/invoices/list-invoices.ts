import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { billingAccountsById } from "../billing/billing-account.ts";
import { ChargeEntity, type ChargeRow } from "../charging/charge.entity.ts";
import { InvoiceEntity, InvoiceLineEntity, type InvoiceLineRow, type InvoiceRow } from "./invoice.entity.ts";

/** Of an account, the latest first. */
export async function listInvoices(
  { em }: Pick<Context, "em">,
  accountId: string,
  request: PageRequest,
): Promise<Page<InvoiceRow>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await em.execute<object[]>(
    `select * from invoice where account_id = ? ${after === null ? "" : "and id < ?"} order by id desc limit ${first + 1}`,
    [accountId, ...(after === null ? [] : [after])],
  );
  return pageOf(mapped(em, InvoiceEntity, rows), first, ({ id }) => [id]);
}

/** Of those accounts whose buyer or seller the viewer is. */
export async function findInvoices(context: Context, ids: readonly string[]): Promise<Map<string, InvoiceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await context.em.execute<object[]>("select * from invoice where id in (?)", [ids]);
  const found = mapped(context.em, InvoiceEntity, rows);
  const accounts = await billingAccountsById(context, [...new Set(found.map(({ accountId }) => accountId))]);
  return new Map(found.filter(({ accountId }) => accounts.has(accountId)).map((row) => [row.id, row]));
}

export const invoiceById = loader<string, InvoiceRow>(findInvoices);

export const linesOfInvoice = listLoader<string, InvoiceLineRow>(async ({ em }, ids) => {
  const rows = await em.execute<object[]>(
    "select * from invoice_line where invoice_id in (?) order by invoice_id, position",
    [ids],
  );
  return groupBy(mapped(em, InvoiceLineEntity, rows), ({ invoiceId }) => invoiceId);
});

/** On which a charge was asked for; missing where it is on no invoice yet. For who sees the charge. */
export const lineOfCharge = loader<string, InvoiceLineRow>(async ({ em }, ids) => {
  const rows = await em.execute<object[]>("select * from invoice_line where charge_id in (?) and kind = 'CHARGE'", [
    ids,
  ]);
  return new Map(mapped(em, InvoiceLineEntity, rows).map((row) => [row.chargeId!, row])); // found by it
});

/** Of those accounts whose buyer or seller the viewer is. */
export async function findCharges(context: Context, ids: readonly string[]): Promise<Map<string, ChargeRow>> {
  if (ids.length === 0) return new Map();
  const rows = await context.em.execute<object[]>(
    `select c.*, a.id as account_id from charge c join ledger_account a on a.path = c.path and a.kind = 'BILLING' where c.id in (?)`,
    [ids],
  );
  const accounts = await billingAccountsById(context, [
    ...new Set(rows.map((row) => (row as { account_id: string }).account_id)),
  ]);
  const paths = new Set([...accounts.values()].map(({ path }) => path));
  return new Map(
    mapped(context.em, ChargeEntity, rows)
      .filter(({ path }) => paths.has(path))
      .map((row) => [row.id, row]),
  );
}

export const chargeById = loader<string, ChargeRow>(findCharges);
