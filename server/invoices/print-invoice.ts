import { say, type Words } from "@tierline/shared/sentence.ts";
import type { InvoiceLineRow, InvoiceRow } from "./invoice.entity.ts";
import { lastOf } from "./invoice.type.ts";
import { Sheet, type Letterhead, type Weight } from "./sheet.ts";

/** The invoice on paper, made of its own rows. */
export function printInvoice(
  row: InvoiceRow,
  lines: readonly InvoiceLineRow[],
  letterhead: Letterhead | null = null,
): Promise<Buffer> {
  const { number, sellerFacts, buyerFacts, issuedAt, language, currency, timeZone } = row;
  const title = say("invoice.title", { number });
  const sheet = new Sheet({ title, sellerName: sellerFacts.name, issuedAt, language, currency, letterhead });
  sheet.head({
    buyer: buyerFacts,
    timeZone,
    facts: [
      [say("invoice.issuedOn"), sheet.day(row.issuedOn)],
      [say("invoice.dueOn"), sheet.day(row.dueOn)],
      [say("invoice.period"), sheet.range(row.periodFrom, lastOf(row))],
      [say("invoice.customerNumber"), String(buyerFacts.number)],
    ],
  });
  sheet.table(lines.map((line) => ({ ...line, amountMicros: BigInt(line.amountMicros) })));
  sheet.totals([
    [say("invoice.previous"), BigInt(row.previousMicros), "regular"],
    [say("invoice.payments"), BigInt(row.paidMicros), "regular"],
    [say("invoice.charges"), -BigInt(row.chargedMicros), "regular"],
    ...row.taxes.map((tax): [Words, bigint, Weight] => [
      sheet.taxWords(tax),
      tax.isIncluded ? BigInt(tax.micros) : -BigInt(tax.micros),
      "regular",
    ]),
    [say("invoice.newBalance"), BigInt(row.newMicros), "bold"],
  ]);
  if (row.taxNote != null) sheet.note(row.taxNote);
  if (BigInt(row.newMicros) < 0n) sheet.result(say("invoice.owed"), -BigInt(row.newMicros));
  return sheet.done();
}
