import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { invoiceAccounts } from "./invoice-accounts.ts";
import { CreditNoteEntity, CreditNoteLineEntity } from "./credit-note.entity.ts";
import {
  CreditableOfLineResolver,
  CreditNoteLinesResolver,
  CreditNoteResolver,
  CreditNotesOfAccountResolver,
  CreditNotesOfInvoiceResolver,
} from "./credit-note.resolver.ts";
import { toCreditNote } from "./credit-note.type.ts";
import { InvoiceCycleEntity, InvoiceEntity, InvoiceLineEntity } from "./invoice.entity.ts";
import { ChargeResolver, InvoiceLineResolver, InvoiceResolver, InvoicesOfAccountResolver } from "./invoice.resolver.ts";
import { toCharge, toInvoice } from "./invoice.type.ts";
import { findCreditNotes } from "./list-credit-notes.ts";
import { findCharges, findInvoices } from "./list-invoices.ts";

type Found = Promise<ReadonlyMap<string, object>>;

async function loadInvoices(context: Context, ids: readonly string[]): Found {
  return new Map([...(await findInvoices(context, ids))].map(([id, row]) => [id, toInvoice(row)]));
}

async function loadCreditNotes(context: Context, ids: readonly string[]): Found {
  return new Map([...(await findCreditNotes(context, ids))].map(([id, row]) => [id, toCreditNote(row)]));
}

async function loadCharges(context: Context, ids: readonly string[]): Found {
  return new Map([...(await findCharges(context, ids))].map(([id, row]) => [id, toCharge(row)]));
}

export const invoices = {
  entities: [InvoiceCycleEntity, InvoiceEntity, InvoiceLineEntity, CreditNoteEntity, CreditNoteLineEntity],
  resolvers: [
    InvoiceResolver,
    InvoiceLineResolver,
    ChargeResolver,
    InvoicesOfAccountResolver,
    CreditNoteResolver,
    CreditNoteLinesResolver,
    CreditNotesOfInvoiceResolver,
    CreditableOfLineResolver,
    CreditNotesOfAccountResolver,
  ],
  sql: [new URL("./invoices.sql", import.meta.url)],
  nodes: {
    inv: { permission: "invoice.view", load: loadInvoices },
    crn: { permission: "invoice.view", load: loadCreditNotes },
    chg: { permission: "invoice.view", load: loadCharges },
  },
  sweeps: [{ key: "invoices", everySeconds: 60, run: invoiceAccounts }],
} satisfies Module;
