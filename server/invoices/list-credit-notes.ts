import { creditableMicros, type CreditableLine } from "@tierline/shared/credit-note.ts";
import { billingAccountsById } from "../billing/billing-account.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeIdCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import {
  CreditNoteEntity,
  CreditNoteLineEntity,
  type CreditNoteLineRow,
  type CreditNoteRow,
} from "./credit-note.entity.ts";
import { InvoiceLineEntity, type InvoiceLineRow } from "./invoice.entity.ts";

/** Of an account, the latest first. */
export async function listCreditNotes(
  { em }: Pick<Context, "em">,
  accountId: string,
  request: PageRequest,
): Promise<Page<CreditNoteRow>> {
  const first = checkedFirst(request);
  const after = decodeIdCursor(request);
  const rows = await em.execute<object[]>(
    `select * from credit_note where account_id = ? ${after === null ? "" : "and id < ?"} order by id desc limit ${first + 1}`,
    [accountId, ...(after === null ? [] : [after])],
  );
  return pageOf(mapped(em, CreditNoteEntity, rows), first, ({ id }) => [id]);
}

/** Of those accounts whose buyer or seller the viewer is. */
export async function findCreditNotes(context: Context, ids: readonly string[]): Promise<Map<string, CreditNoteRow>> {
  if (ids.length === 0) return new Map();
  const rows = await context.em.execute<object[]>("select * from credit_note where id in (?)", [ids]);
  const found = mapped(context.em, CreditNoteEntity, rows);
  const accounts = await billingAccountsById(context, [...new Set(found.map(({ accountId }) => accountId))]);
  return new Map(found.filter(({ accountId }) => accounts.has(accountId)).map((row) => [row.id, row]));
}

export const creditNotesOfInvoice = listLoader<string, CreditNoteRow>(async ({ em }, ids) => {
  const rows = await em.execute<object[]>("select * from credit_note where invoice_id in (?) order by id", [ids]);
  return groupBy(mapped(em, CreditNoteEntity, rows), ({ invoice }) => invoice);
});

export const linesOfCreditNote = listLoader<string, CreditNoteLineRow>(async ({ em }, ids) => {
  const rows = await em.execute<object[]>(
    "select * from credit_note_line where credit_note_id in (?) order by credit_note_id, position",
    [ids],
  );
  return groupBy(mapped(em, CreditNoteLineEntity, rows), ({ creditNoteId }) => creditNoteId);
});

/** A line of an invoice, with the transaction that it was charged with and what went back of it. */
export interface LineLeft extends CreditableLine {
  readonly invoiceId: string;
  readonly row: InvoiceLineRow;
  readonly transactionId: string | null;
}

/** What stands on invoices, with how much of each line can be given back. */
export async function linesLeft({ em }: Pick<Context, "em">, invoiceIds: readonly string[]): Promise<LineLeft[]> {
  const rows = await em.execute<{ charged_with: string | null; credited: string; taken: string }[]>(
    `select l.*, x.id as charged_with, coalesce(n.credited, 0)::text as credited,
       case when exists (select from ledger_transaction r where r.reverses = x.id) then l.exact_micros
         else greatest(coalesce((select sum(g.amount_micros) from ledger_return g where g.returned_id = x.id), 0) - coalesce(n.exact, 0), 0)
       end::text as taken
     from invoice_line l
       left join charge c on c.id = l.charge_id
       cross join lateral (select coalesce(l.transaction_id, c.transaction_id) as id) x
       cross join lateral (select sum(o.amount_micros) as credited, sum(o.exact_micros) as exact from credit_note_line o
         where o.invoice_id = l.invoice_id and o.position = l.position) n
     where l.invoice_id in (?) order by l.invoice_id, l.position`,
    [invoiceIds],
  );
  const lines = mapped(em, InvoiceLineEntity, rows);
  return rows.map(({ charged_with: transactionId, credited, taken }, index) => {
    const row = lines[index]!; // one each
    return {
      invoiceId: row.invoiceId,
      row,
      transactionId,
      position: row.position,
      kind: row.kind,
      amountMicros: BigInt(row.amountMicros),
      exactMicros: BigInt(row.exactMicros),
      creditedMicros: BigInt(credited),
      takenMicros: BigInt(taken),
      taxes: row.taxes,
    };
  });
}

/** How much of a line can be given back still. */
export function leftOf(line: LineLeft, currency: string): bigint {
  return line.transactionId === null ? 0n : creditableMicros(line, currency);
}

export const linesLeftOfInvoice = listLoader<string, LineLeft>(async (context, ids) =>
  groupBy(await linesLeft(context, ids), ({ invoiceId }) => invoiceId),
);
