import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { InvoiceEntity, type PartyValue, type TaxSumValue } from "./invoice.entity.ts";

/**
 * What was given back of an invoice, all or part of its lines, with their tax. It never changes, and stands on the buyer's next invoice.
 * The path is the buyer's.
 */
export const CreditNoteEntity = defineEntity({
  name: "CreditNote",
  tableName: "credit_note",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Who issued it: numbers count on for each, without a gap, beside those of invoices. */
    seller: () => p.manyToOne(ResellerEntity).mapToPk(),
    number: p.integer(),
    invoice: () => p.manyToOne(InvoiceEntity).mapToPk(),
    accountId: p.uuid(),
    currency: p.text(),
    timeZone: p.text(),
    issuedOn: p.date(),
    issuedAt: p.datetime(),
    reason: p.text(),
    netMicros: p.bigint().check("net_micros > 0"),
    /** What is given back beside the lines. */
    taxMicros: p.bigint(),
    taxes: p.json<readonly TaxSumValue[]>(),
    language: p.text(),
    sellerFacts: p.json<PartyValue>(),
    buyerFacts: p.json<PartyValue>(),
    transactionId: p.uuid().unique(),
  },
  uniques: [{ name: "credit_note_number", properties: ["seller", "number"] }],
  indexes: [
    { name: "credit_note_of_account", properties: ["accountId", "id"] },
    { name: "credit_note_of_invoice", properties: ["invoice"] },
    { name: "credit_note_path", properties: ["path"] },
  ],
});
export type CreditNoteRow = InferEntity<typeof CreditNoteEntity>;

export const CreditNoteLineEntity = defineEntity({
  name: "CreditNoteLine",
  tableName: "credit_note_line",
  ...insideTier,
  properties: {
    creditNoteId: p.uuid().primary(),
    /** That of the invoice's line. */
    position: p.integer().primary(),
    path: tierRow.path,
    invoiceId: p.uuid(),
    description: p.json<Words>(),
    periodFrom: p.date().nullable(),
    periodUntil: p.date().nullable(),
    /** As it was asked for, and how much of what was charged for it that is. */
    amountMicros: p.bigint().check("amount_micros > 0"),
    exactMicros: p.bigint().check("exact_micros > 0"),
  },
  indexes: [{ name: "credit_note_line_of_invoice", properties: ["invoiceId", "position"] }],
});
export type CreditNoteLineRow = InferEntity<typeof CreditNoteLineEntity>;
