import { dateInZone } from "@tierline/shared/billing-period.ts";
import { creditOf, type AskedCredit, type Credit } from "@tierline/shared/credit-note.ts";
import { encodeId, decodeId, newId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { decimalOf, minorDigits, money, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say } from "@tierline/shared/sentence.ts";
import { addedTax, includedTax } from "@tierline/shared/tax.ts";
import { sellerPathOf, soldAccount, type BillingAccount } from "../billing/billing-account.ts";
import { balancesAround } from "../billing/manual-entry.ts";
import { recordEntry } from "../billing/record-entry.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { postOne, type Line } from "../ledger/post.ts";
import { accountSql, sidesOf, type AccountRow } from "./invoice-accounts.ts";
import type { InvoiceRow } from "./invoice.entity.ts";
import { lockSeller, nextNumber, type Seller } from "./issue-invoice.ts";
import { leftOf, linesLeft, type LineLeft } from "./list-credit-notes.ts";
import { findInvoices } from "./list-invoices.ts";

export interface CreditNoteRequest {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly invoiceId: string;
  /** Missing: all that is left of every line. */
  readonly lines?: readonly AskedLine[] | null | undefined;
  readonly reason?: string | null | undefined;
  /** True: what would become of it is told, and nothing is written. */
  readonly dryRun?: boolean | null | undefined;
}

interface AskedLine {
  readonly position: number;
  /** Missing: all that is left of it. */
  readonly amount?: string | null | undefined;
}

export interface Credited {
  /** Null after a dry run. */
  readonly creditNoteId: string | null;
  /** What would be given back; null where it was. */
  readonly credit: Credit | null;
  readonly before: Money;
  readonly after: Money;
}

/**
 * Gives all or part of an invoice back, with the tax that it was asked for with: the seller's deed alone. What goes back of a charge
 * goes through the ledger's one door, so that no other way gives it back again.
 * @throws AccessError NOT_FOUND for an invoice of an account that the viewer does not sell to; Rejection with all that is wrong
 */
export async function createCreditNote(context: Context, request: CreditNoteRequest): Promise<Credited> {
  const { dryRun, ...asked } = request;
  if (dryRun === true) {
    const { account, credit } = await checked(context, request);
    const { balance } = account;
    const after = money(balance.micros + credit.totalMicros, balance.currency);
    return { creditNoteId: null, credit, before: balance, after };
  }
  const kept = await once(context, "creditNote.create", request.idempotencyKey, asked, (tx) => create(tx, request));
  const { creditNoteId, currency, before, after } = kept;
  return { creditNoteId, credit: null, before: money(BigInt(before), currency), after: money(BigInt(after), currency) };
}

async function create(tx: Transaction, request: CreditNoteRequest) {
  const { seller } = await sidesOfInvoice(tx, request.invoiceId);
  await lockSeller(tx, seller.id);
  const { account, invoice, credit, lines, reason } = await checked(tx, request);
  const id = newId(tx.clock.now().getTime());
  const number = await nextNumber(tx, "credit_note", seller.id);
  const transactionId = await postNote(tx, { id, number, account, invoice, credit, lines, seller });
  await insertNote(tx, { id, number, invoice, credit, lines, seller, reason, transactionId });
  const { before, after } = await balancesAround(tx, transactionId, account);
  const { currency } = invoice;
  const fields = {
    creditNote: number,
    invoice: invoice.number,
    amount: decimalOf(money(credit.totalMicros, currency)),
    currency,
    reason,
  };
  await recordEntry(tx, account, { operation: "creditNote.create", fields, before, after });
  return { creditNoteId: id, currency, before: String(before.micros), after: String(after.micros) }; // kept as text
}

interface Checked {
  readonly account: BillingAccount;
  readonly invoice: InvoiceRow;
  readonly lines: readonly LineLeft[];
  readonly credit: Credit;
  readonly reason: string;
}

async function checked(context: Context, request: CreditNoteRequest): Promise<Checked> {
  const { invoice, account } = await sidesOfInvoice(context, request.invoiceId);
  const lines = await linesLeft(context, [invoice.id]);
  const refusals = new Refusals();
  const asked = askedOf(refusals, request.lines ?? null, lines, invoice.currency);
  // A dry run is asked before anybody has said why.
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: request.dryRun !== true } as const;
  const reason = checkText(refusals, request.reason, rule, "reason");
  refusals.settle();
  const credit = creditOf(lines, asked, invoice.currency);
  return { account, invoice, lines, credit, reason: reason ?? "" };
}

/** Of whom the viewer still is the seller: one that a former parent issued is for nobody to give back. */
async function sidesOfInvoice(
  context: Context,
  apiId: string,
): Promise<{ invoice: InvoiceRow; account: BillingAccount; seller: Seller }> {
  const id = decodeId("inv", apiId);
  const invoice = id === null ? undefined : (await findInvoices(context, [id])).get(id);
  if (invoice === undefined) throw notFound();
  const account = await soldAccount(context, encodeId("bac", invoice.accountId));
  const [row] = await context.em.execute<AccountRow[]>(`select x.* from (${accountSql}) x where x.id = ?`, [
    account.id,
  ]);
  invariant(row !== undefined, "an account that is sold to has a seller");
  const { seller } = sidesOf(context, row);
  if (invoice.seller !== seller.id) throw conflict(say("creditNote.otherSeller"));
  return { invoice, account, seller };
}

function conflict(message: ReturnType<typeof say>): Rejection {
  return new Rejection({ code: "STATE_CONFLICT", message, path: ["invoiceId"] });
}

function askedOf(
  refusals: Refusals,
  asked: readonly AskedLine[] | null,
  lines: readonly LineLeft[],
  currency: string,
): AskedCredit[] {
  const left = lines.map((line) => ({ position: line.position, micros: leftOf(line, currency) }));
  if (asked === null || asked.length === 0) {
    const all = left.filter(({ micros }) => micros > 0n);
    if (all.length === 0) throw conflict(say("creditNote.nothing"));
    return all;
  }
  return asked.flatMap(({ position, amount }, index) => {
    const path = ["lines", String(index)];
    const line = lines.find((each) => each.position === position);
    const max = left.find((each) => each.position === position)?.micros ?? 0n;
    const isNamedBefore = asked.findIndex((each) => each.position === position) < index;
    if (line === undefined || isNamedBefore) refusals.add("INVALID", say("creditNote.noLine"), ...path, "position");
    else if (line.kind === "USAGE") refusals.add("INVALID", say("creditNote.calls"), ...path, "position");
    else if (max === 0n) refusals.add("STATE_CONFLICT", say("creditNote.nothingOfLine"), ...path, "position");
    else {
      const micros = amount == null ? max : coinsOf(amount, currency);
      if (micros !== null && micros > 0n && micros <= max) return [{ position, micros }];
      const most = { amount: decimalOf(money(max, currency)), currency };
      refusals.add("INVALID", say("creditNote.amount", { max: most }), ...path, "amount");
    }
    return [];
  });
}

/** Null unless it is an amount that the currency has coins of. */
function coinsOf(text: string, currency: string): bigint | null {
  const micros = tryParseMoney(text, currency)?.micros ?? null;
  return micros === null || micros % 10n ** BigInt(6 - minorDigits(currency)) !== 0n ? null : micros;
}

interface NewNote {
  readonly id: string;
  readonly number: number;
  readonly invoice: InvoiceRow;
  readonly lines: readonly LineLeft[];
  readonly credit: Credit;
  readonly seller: Seller;
}

/** @throws Rejection STATE_CONFLICT where something of it went back in another way meanwhile */
async function postNote(tx: Transaction, note: NewNote & { readonly account: BillingAccount }): Promise<string> {
  const { id, number, invoice, lines, credit, seller, account } = note;
  const language = languageOf(seller.locale) ?? defaultLanguage;
  const transactionOf = new Map(lines.map(({ position, transactionId }) => [position, transactionId]));
  const { id: transactionId, outcome } = await postOne(tx, {
    kind: "CREDIT_NOTE",
    reference: `credit note:${id}`,
    path: account.path,
    description: rendered(say("creditNote.posted", { number, invoice: invoice.number }), language),
    lines: await postedLines(tx, account, credit),
    givesBack: credit.lines.map(({ position, exactMicros }) => {
      const charged = transactionOf.get(position);
      invariant(charged != null, "what is left of a line was charged with something");
      return { transactionId: charged, micros: exactMicros };
    }),
  });
  if (outcome === "EXCEEDS_CHARGE") throw conflict(say("creditNote.nothing"));
  invariant(outcome === "POSTED", `a new credit note is posted, not ${outcome}`);
  return transactionId;
}

/** To the buyer from where the invoice had put it: what was sold, what rounding left, and what is owed to the tax office. */
async function postedLines(tx: Transaction, account: BillingAccount, credit: Credit): Promise<Line[]> {
  const { currency } = account.balance;
  const seller = sellerPathOf(account.path);
  const of = (kind: "INCOME" | "ROUNDING" | "TAX") => openAccount(tx, { path: seller, kind, currency });
  const exact = credit.lines.reduce((sum, { exactMicros }) => sum + exactMicros, 0n);
  const [added, included] = [addedTax(credit.taxes), includedTax(credit.taxes)];
  const moved = [
    { accountId: account.id, micros: credit.totalMicros },
    { accountId: await of("INCOME"), micros: included - exact },
    { accountId: await of("ROUNDING"), micros: exact - credit.netMicros },
    { accountId: await of("TAX"), micros: -added - included },
  ];
  return moved.filter(({ micros }) => micros !== 0n);
}

async function insertNote(
  { em, clock }: Transaction,
  note: NewNote & { readonly reason: string; readonly transactionId: string },
): Promise<void> {
  const { id, number, invoice, lines, credit, seller, reason, transactionId } = note;
  const now = clock.now();
  const { path, currency, language } = invoice;
  await em.execute("insert into credit_note select * from jsonb_populate_record(null::credit_note, ?::jsonb)", [
    JSON.stringify({
      id,
      path,
      seller_id: seller.id,
      number,
      invoice_id: invoice.id,
      account_id: invoice.accountId,
      currency,
      time_zone: seller.timeZone,
      issued_on: dateInZone(now, seller.timeZone),
      issued_at: now,
      reason,
      net_micros: String(credit.netMicros),
      tax_micros: String(credit.totalMicros - credit.netMicros),
      taxes: credit.taxes.map((tax) => ({ ...tax, baseMicros: String(tax.baseMicros), micros: String(tax.micros) })),
      language,
      seller_facts: invoice.sellerFacts,
      buyer_facts: invoice.buyerFacts,
      transaction_id: transactionId,
    }),
  ]);
  const rows = credit.lines.map(({ position, micros, exactMicros }) => {
    const { row } = lines.find((line) => line.position === position)!; // it was asked for by its position
    return {
      credit_note_id: id,
      position,
      path,
      invoice_id: invoice.id,
      description: row.description,
      period_from: row.periodFrom ?? null,
      period_until: row.periodUntil ?? null,
      amount_micros: String(micros),
      exact_micros: String(exactMicros),
    };
  });
  await em.execute(
    "insert into credit_note_line select * from jsonb_populate_recordset(null::credit_note_line, ?::jsonb)",
    [JSON.stringify(rows)],
  );
}
