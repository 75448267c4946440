import { say, type Words } from "@tierline/shared/sentence.ts";
import type { CreditNoteLineRow, CreditNoteRow } from "./credit-note.entity.ts";
import type { InvoiceRow } from "./invoice.entity.ts";
import { Sheet, type Letterhead, type Weight } from "./sheet.ts";

/** A credit note on paper, with the invoice that it gives something back of; made of their own rows. */
export function printCreditNote(
  row: CreditNoteRow,
  invoice: InvoiceRow,
  lines: readonly CreditNoteLineRow[],
  letterhead: Letterhead | null = null,
): Promise<Buffer> {
  const { number, sellerFacts, buyerFacts, issuedAt, language, currency, timeZone } = row;
  const title = say("creditNote.title", { number });
  const sheet = new Sheet({ title, sellerName: sellerFacts.name, issuedAt, language, currency, letterhead });
  const of = say("creditNote.invoice", { number: String(invoice.number), day: { day: invoice.issuedOn } });
  sheet.head({
    buyer: buyerFacts,
    timeZone,
    facts: [
      [say("creditNote.issuedOn"), sheet.day(row.issuedOn)],
      [say("creditNote.ofInvoice"), sheet.said(of)],
      [say("invoice.customerNumber"), String(buyerFacts.number)],
    ],
  });
  sheet.remark(say("creditNote.reason"), row.reason);
  sheet.table(lines.map((line) => ({ ...line, amountMicros: BigInt(line.amountMicros) })));
  sheet.totals([
    [say("creditNote.net"), BigInt(row.netMicros), "regular"],
    ...row.taxes.map((tax): [Words, bigint, Weight] => [sheet.taxWords(tax), BigInt(tax.micros), "regular"]),
  ]);
  sheet.result(say("creditNote.total"), BigInt(row.netMicros) + BigInt(row.taxMicros));
  return sheet.done();
}
