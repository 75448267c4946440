import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { invoiceLineKinds } from "@tierline/shared/invoice.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { LineTax } from "@tierline/shared/tax.ts";
import type { AddressValue } from "../customers/customer.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** Who sells or buys, as it was when the invoice was issued. */
export interface PartyValue {
  name: string;
  number: number;
  country: string;
  address: AddressValue | null;
  /** With its marks and its name, e.g. `CNPJ 11.222.333/0001-81`; invoices from before have none. */
  taxNumber?: string | null;
}

/** One rate on an invoice: see taxesOf; amounts as text. */
export interface TaxSumValue extends LineTax {
  baseMicros: string;
  micros: string;
}

/** When an account is invoiced next. */
export const InvoiceCycleEntity = defineEntity({
  name: "InvoiceCycle",
  tableName: "invoice_cycle",
  ...insideTier,
  properties: {
    accountId: p.uuid().primary(),
    path: tierRow.path,
    /** The end of the period that is invoiced next; null until it was first thought of. */
    untilOn: p.date().nullable(),
    nextAt: p.datetime(),
    /** Why it could not be invoiced, and when that is tried again. */
    problem: p.text().nullable(),
    retryAt: p.datetime().nullable(),
  },
  indexes: [
    { name: "invoice_cycle_next", properties: ["nextAt"] },
    { name: "invoice_cycle_failed", properties: ["path"], where: "problem is not null" },
  ],
});

/**
 * What a buyer was asked for over some time, with its account's balance before and after: every posting of the account is in exactly
 * one. It never changes. The path is the buyer's.
 */
export const InvoiceEntity = defineEntity({
  name: "Invoice",
  tableName: "invoice",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Who issued it: numbers count on for each, without a gap. */
    seller: () => p.manyToOne(ResellerEntity).mapToPk(),
    number: p.integer(),
    accountId: p.uuid(),
    currency: p.text(),
    /** Of the account's postings, the first and the last that it is about. */
    fromEntry: p.bigint(),
    toEntry: p.bigint(),
    /** Its time: the first day and the first that is not in it, in that zone. */
    periodFrom: p.date(),
    periodUntil: p.date(),
    timeZone: p.text(),
    issuedOn: p.date(),
    issuedAt: p.datetime(),
    dueOn: p.date(),
    previousMicros: p.bigint(),
    paidMicros: p.bigint(),
    chargedMicros: p.bigint(),
    newMicros: p.bigint(),
    /** What is asked for beside the lines. */
    taxMicros: p.bigint(),
    taxes: p.json<readonly TaxSumValue[]>(),
    /** Why there is none; null where there is one, and on invoices from before there were any. */
    taxNote: p.json<Words>().nullable(),
    language: p.text(),
    sellerFacts: p.json<PartyValue>(),
    buyerFacts: p.json<PartyValue>(),
  },
  uniques: [{ name: "invoice_number", properties: ["seller", "number"] }],
  indexes: [
    { name: "invoice_path", properties: ["path", "issuedAt"] },
    { name: "invoice_of_account", properties: ["accountId", "number"] },
  ],
});
export type InvoiceRow = InferEntity<typeof InvoiceEntity>;

export const InvoiceLineEntity = defineEntity({
  name: "InvoiceLine",
  tableName: "invoice_line",
  ...insideTier,
  properties: {
    invoiceId: p.uuid().primary(),
    position: p.integer().primary(),
    path: tierRow.path,
    kind: oneOf("kind", invoiceLineKinds),
    description: p.json<Words>(),
    periodFrom: p.date().nullable(),
    periodUntil: p.date().nullable(),
    /** Of calls, how many. */
    calls: p.integer().nullable(),
    /** What it came to, and what is asked for it. */
    exactMicros: p.bigint(),
    amountMicros: p.bigint(),
    /** With its formula; null for what was entered by hand, and for calls. */
    chargeId: p.uuid().nullable(),
    taxes: p.json<readonly LineTax[]>(),
    /** What it was posted with; null for calls. */
    transactionId: p.uuid().nullable(),
  },
  indexes: [
    { name: "invoice_line_of_charge", properties: ["chargeId"], where: "charge_id is not null" },
    { name: "invoice_line_of_transaction", properties: ["transactionId"], where: "transaction_id is not null" },
  ],
});
export type InvoiceLineRow = InferEntity<typeof InvoiceLineEntity>;
