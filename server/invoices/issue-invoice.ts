import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { periodAround, type ChargeKind } from "@tierline/shared/charge.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { newId } from "@tierline/shared/id.ts";
import { daysToPay, toMinor, totalsOf, type InvoiceLineKind } from "@tierline/shared/invoice.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import {
  addedTax,
  includedTax,
  taxesOf,
  taxesOfKind,
  type LineTax,
  type TaxedKind,
  type TaxSum,
} from "@tierline/shared/tax.ts";
import { sellerPathOf } from "../billing/billing-account.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { postOne } from "../ledger/post.ts";
import { taxTermsOf, type TaxTerms } from "../taxes/tax-terms.ts";
import { buyerOf } from "./invoiced-buyer.ts";

export interface InvoicedAccount {
  readonly id: string;
  /** The buyer's. */
  readonly path: string;
  readonly currency: string;
  readonly openedAt: Date;
  readonly dueDay: number | null;
}

export interface Seller {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly country: string;
  readonly locale: string;
  readonly timeZone: string;
}

export interface InvoiceLine {
  readonly kind: InvoiceLineKind;
  readonly description: Words;
  readonly periodFrom: string | null;
  readonly periodUntil: string | null;
  readonly calls: number | null;
  /** What is owed for it is positive. */
  readonly exactMicros: bigint;
  readonly chargeId: string | null;
  readonly transactionId: string | null;
  readonly taxes: readonly LineTax[];
}

export interface DraftInvoice {
  readonly fromEntry: bigint;
  readonly toEntry: bigint;
  readonly periodFrom: string;
  readonly lines: readonly InvoiceLine[];
  /** The new balance is the one after the taxes. */
  readonly totals: ReturnType<typeof totalsOf>;
  readonly taxes: readonly TaxSum[];
  readonly taxNote: Words | null;
}

/** Up to when: the first instant that it is not about, and the day on which that falls with the seller. */
export interface InvoiceEnd {
  readonly at: Date;
  readonly on: string;
}

/**
 * Everything that was posted to an account since its last invoice, up to a time; null where there is nothing. Each posting is in the
 * first invoice that finds it, so that what was posted late is in the next one.
 */
export async function draftInvoice(
  tx: Pick<Transaction, "em" | "clock">,
  account: InvoicedAccount,
  { timeZone }: Seller,
  { at, on }: InvoiceEnd,
): Promise<DraftInvoice | null> {
  // One that was issued in the midst of a day is about that day, and so is the next one.
  const [last] = await tx.em.execute<{ to_entry: string; goes_on: string; new_micros: string }[]>(
    `select to_entry::text, least(period_until, issued_on)::text as goes_on, new_micros::text from invoice where account_id = ? order by number desc limit 1`,
    [account.id],
  );
  const after = last?.to_entry ?? "0";
  // Postings of an account are committed in their order: up to the last that is of the time, there are all of them.
  const [found] = await tx.em.execute<{ last: string | null }[]>(
    "select max(entry)::text as last from posting where account_id = ? and part = 0 and entry > ? and at < ?",
    [account.id, after, at],
  );
  const range = { after, last: found?.last ?? after, on };
  const [bounds] = await tx.em.execute<{ all: number; paid: string; calls: string; called: number }[]>(
    `select count(*)::int as all,
       coalesce(sum(p.amount_micros) filter (where ${kindSql} = 'PAYMENT'), 0)::text as paid,
       coalesce(-sum(p.amount_micros) filter (where ${kindSql} = 'CALL'), 0)::text as calls,
       (count(*) filter (where t.kind = 'CALL'))::int as called
     ${invoicedSql}`,
    invoicedBy(account, range),
  );
  if (bounds === undefined || bounds.all === 0) return null;
  const terms = await taxTermsOf(tx, {
    seller: sellerPathOf(account.path),
    buyer: account.path,
    on: dateInZone(tx.clock.now(), timeZone),
  });
  const lines = await chargeLines(tx, account, range, terms);
  const calls = BigInt(bounds.calls);
  if (bounds.called > 0 || calls !== 0n) {
    const none = { periodFrom: null, periodUntil: null, chargeId: null, transactionId: null };
    const taxes = lineTaxes(terms, "CALLS");
    const description = say("invoice.calls", { count: bounds.called });
    lines.push({ kind: "USAGE", description, calls: bounds.called, exactMicros: calls, taxes, ...none });
  }
  const exact = lines.map(({ exactMicros }) => exactMicros);
  const { currency } = account;
  const taxed = lines.map((line) => ({ micros: toMinor(line.exactMicros, currency), taxes: line.taxes }));
  const taxes = taxesOf(taxed, currency);
  const totals = totalsOf(BigInt(last?.new_micros ?? "0"), BigInt(bounds.paid), exact, currency);
  return {
    fromEntry: BigInt(after) + 1n,
    toEntry: BigInt(range.last),
    periodFrom: last?.goes_on ?? dateInZone(account.openedAt, timeZone),
    lines,
    totals: { ...totals, newMicros: totals.newMicros - addedTax(taxes) },
    taxes,
    taxNote: taxes.length > 0 || lines.every(({ kind }) => kind === "CREDITED") ? null : noteOf(terms),
  };
}

/** What was taken back counts as what it was, and what was given back as the payment that it was. */
const kindSql = "replace(case t.kind when 'REVERSAL' then o.kind else t.kind end, 'REFUND', 'PAYMENT')";

interface InvoicedRange {
  /** Entries of the account: the last of the invoice before, and the last of the time. */
  readonly after: string;
  readonly last: string;
  readonly on: string;
}

/** All of the time, and besides what recurs and was due by the day of the invoice, posted as it began: each in one invoice. */
const invoicedSql = `
  from posting p join ledger_transaction t on t.id = p.transaction_id left join ledger_transaction o on o.id = t.reverses
    left join charge c on c.transaction_id = coalesce(t.reverses, t.id) and c.path = p.path
    left join recurring_charge r on r.id = c.recurring_id
  where p.account_id = ? and p.part = 0 and p.entry > ? and t.kind not in ('ROUNDING', 'TAX')
    and (p.entry <= ? or t.reverses is null and case r.timing when 'ADVANCE' then c.period_from <= ? when 'ARREARS' then c.period_until <= ? else false end)
    and not (t.reverses is null and c.id is not null
      and exists (select from invoice_line l where l.charge_id = c.id and l.kind = 'CHARGE'))`;

function invoicedBy({ id }: InvoicedAccount, { after, last, on }: InvoicedRange): unknown[] {
  return [id, after, last, on, on];
}

/** Who is exempt is asked for none. */
function lineTaxes(terms: TaxTerms | null, kind: TaxedKind): LineTax[] {
  return terms === null || terms.exemption !== null ? [] : taxesOfKind(terms.rates, kind);
}

function noteOf(terms: TaxTerms | null): Words {
  if (terms?.exemption == null) return say("tax.none");
  const { reason, taxNumber } = terms.exemption;
  return taxNumber === null ? say("tax.exempt", { reason }) : say("tax.exemptNumbered", { reason, number: taxNumber });
}

interface LineRow {
  readonly transaction_id: string;
  /** Of what is taken back, the taxes that it was asked for with; null where it was on no invoice. */
  readonly taxed: readonly LineTax[] | null;
  readonly micros: string;
  readonly kind: string;
  readonly text: string;
  readonly charge_id: string | null;
  readonly charge_kind: ChargeKind | null;
  readonly description: string | null;
  readonly period_from: string | null;
  readonly period_until: string | null;
  readonly order_number: string | null;
  /** Of a credit note, what names it. */
  readonly note: { readonly number: number; readonly invoice: number; readonly reason: string } | null;
}

async function chargeLines(
  { em }: Pick<Transaction, "em">,
  account: InvoicedAccount,
  range: InvoicedRange,
  terms: TaxTerms | null,
): Promise<InvoiceLine[]> {
  const rows = await em.execute<LineRow[]>(
    `select (-p.amount_micros)::text as micros, t.id as transaction_id, t.kind, t.description as text, c.id as charge_id, c.kind as charge_kind, c.description,
       c.period_from::text, c.period_until::text,
       (select n.purchase_order_number from customer_order n where n.service_id = c.subject_id order by n.id limit 1) as order_number,
       case when t.reverses is not null then (select l.taxes from invoice_line l
         where l.kind = 'CHARGE' and (l.charge_id = c.id or l.transaction_id = t.reverses) limit 1) end as taxed,
       case t.kind when 'CREDIT_NOTE' then (select jsonb_build_object('number', k.number, 'reason', k.reason, 'invoice', i.number)
         from credit_note k join invoice i on i.id = k.invoice_id where k.transaction_id = t.id) end as note
     ${invoicedSql} and ${kindSql} not in ('PAYMENT', 'CALL') order by p.entry`,
    invoicedBy(account, range),
  );
  return rows.map((row) => ({
    kind: row.note !== null ? "CREDITED" : row.kind === "REVERSAL" ? "TAKEN_BACK" : "CHARGE",
    description: wordsOf(row),
    periodFrom: row.period_from,
    periodUntil: row.period_until,
    calls: null,
    exactMicros: BigInt(row.micros),
    chargeId: row.charge_id,
    transactionId: row.transaction_id,
    taxes: row.note !== null ? [] : (row.taxed ?? lineTaxes(terms, row.charge_kind ?? "BY_HAND")),
  }));
}

function wordsOf({
  kind,
  text,
  note,
  charge_kind: chargeKind,
  description,
  order_number: orderNumber,
}: LineRow): Words {
  if (note !== null) return say("invoice.credited", note);
  if (description === null) return text;
  const named = orderNumber === null ? description : `${description}, ${orderNumber}`;
  const what = chargeKind === "SETUP" ? say("charge.setup", { what: named }) : named;
  return kind === "REVERSAL" ? say("invoice.takenBack", { what, reason: text }) : what;
}

/** Issues what was drafted: the next number of its seller, and the rounding posted, so that the account says what the invoice says. */
export async function issueInvoice(
  tx: Transaction,
  account: InvoicedAccount,
  seller: Seller,
  draft: DraftInvoice,
  end: InvoiceEnd,
): Promise<string> {
  const now = tx.clock.now();
  const id = newId(now.getTime());
  const { currency, path } = account;
  const { totals, taxes } = draft;
  const number = await nextNumber(tx, "invoice", seller.id);
  const issuedOn = dateInZone(now, seller.timeZone);
  const buyer = await buyerOf(tx, path);
  await tx.em.execute("insert into invoice select * from jsonb_populate_record(null::invoice, ?::jsonb)", [
    JSON.stringify({
      id,
      path,
      seller_id: seller.id,
      number,
      account_id: account.id,
      currency,
      from_entry: String(draft.fromEntry),
      to_entry: String(draft.toEntry),
      period_from: draft.periodFrom,
      period_until: end.on,
      time_zone: seller.timeZone,
      issued_on: issuedOn,
      issued_at: now,
      due_on: dueOn(issuedOn, account.dueDay),
      previous_micros: String(totals.previousMicros),
      paid_micros: String(totals.paidMicros),
      charged_micros: String(totals.chargedMicros),
      new_micros: String(totals.newMicros),
      tax_micros: String(addedTax(taxes)),
      taxes: taxes.map((tax) => ({ ...tax, baseMicros: String(tax.baseMicros), micros: String(tax.micros) })),
      tax_note: draft.taxNote,
      language: buyer.language ?? seller.locale,
      seller_facts: { name: seller.name, number: seller.number, country: seller.country, address: null },
      buyer_facts: buyer.facts,
    }),
  ]);
  await insertLines(tx, { id, path, currency }, draft.lines);
  if (totals.roundingMicros !== 0n) await postRounding(tx, account, { id, number, micros: totals.roundingMicros });
  await postTaxes(tx, account, { id, number, taxes, language: seller.locale });
  return id;
}

/** Whoever issues for a seller waits for whoever is issuing: before anything is drafted, so that nothing is in two invoices. */
export async function lockSeller({ em }: Transaction, sellerId: string): Promise<void> {
  await em.execute("select pg_advisory_xact_lock(7401350, hashtext(?))", [sellerId]);
}

/** Without a gap, under `lockSeller`: a number that came to nothing is given again. */
export async function nextNumber(
  { em }: Transaction,
  table: "invoice" | "credit_note",
  sellerId: string,
): Promise<number> {
  const [row] = await em.execute<{ number: number }[]>(
    `select coalesce(max(number), 0) + 1 as number from ${table} where seller_id = ?`,
    [sellerId],
  );
  invariant(row !== undefined, "a sum has its row");
  return row.number;
}

/** On the account's day of a month, the next one that leaves a few days; else after two weeks. */
function dueOn(issuedOn: string, dueDay: number | null): string {
  if (dueDay === null) return addDays(issuedOn, daysToPay);
  const anchor = `2000-01-${String(dueDay).padStart(2, "0")}`;
  return periodAround(anchor, 1, issuedOn).until;
}

async function insertLines(
  { em }: Transaction,
  { id, path, currency }: { readonly id: string; readonly path: string; readonly currency: string },
  lines: readonly InvoiceLine[],
): Promise<void> {
  const rows = lines.map((line, index) => ({
    invoice_id: id,
    position: index + 1,
    path,
    kind: line.kind,
    description: line.description,
    period_from: line.periodFrom,
    period_until: line.periodUntil,
    calls: line.calls,
    exact_micros: String(line.exactMicros),
    amount_micros: String(toMinor(line.exactMicros, currency)),
    charge_id: line.chargeId,
    taxes: line.taxes,
    transaction_id: line.transactionId,
  }));
  if (rows.length === 0) return;
  await em.execute("insert into invoice_line select * from jsonb_populate_recordset(null::invoice_line, ?::jsonb)", [
    JSON.stringify(rows),
  ]);
}

async function postRounding(
  tx: Transaction,
  { id: accountId, path, currency }: InvoicedAccount,
  { id, number, micros }: { readonly id: string; readonly number: number; readonly micros: bigint },
): Promise<void> {
  const rounding = await openAccount(tx, { path: sellerPathOf(path), kind: "ROUNDING", currency });
  const { outcome } = await postOne(tx, {
    kind: "ROUNDING",
    reference: `invoice:${id}`,
    path,
    description: String(number),
    lines: [
      { accountId, micros: -micros },
      { accountId: rounding, micros },
    ],
  });
  invariant(outcome === "POSTED", `the rounding of a new invoice is posted, not ${outcome}`);
}

/** What is asked for beside the lines comes from the buyer, what prices have in them from what was sold; all of it is owed on. */
async function postTaxes(
  tx: Transaction,
  { id: accountId, path, currency }: InvoicedAccount,
  {
    id,
    number,
    taxes,
    language,
  }: { readonly id: string; readonly number: number; readonly taxes: readonly TaxSum[]; readonly language: string },
): Promise<void> {
  const [added, included] = [addedTax(taxes), includedTax(taxes)];
  if (added === 0n && included === 0n) return;
  const seller = sellerPathOf(path);
  const income = await openAccount(tx, { path: seller, kind: "INCOME", currency });
  const owed = await openAccount(tx, { path: seller, kind: "TAX", currency });
  const moved = [
    { accountId, micros: -added },
    { accountId: income, micros: -included },
    { accountId: owed, micros: added + included },
  ];
  const { outcome } = await postOne(tx, {
    kind: "TAX",
    reference: `invoice:${id}`,
    path,
    description: rendered(say("tax.ofInvoice", { number }), languageOf(language) ?? defaultLanguage),
    lines: moved.filter(({ micros }) => micros !== 0n),
  });
  invariant(outcome === "POSTED", `the taxes of a new invoice are posted, not ${outcome}`);
}

/** The day on which the period that a day lies in ends, by the account's day of the month. */
export function cycleEnd(day: string, cycleDay: number): string {
  return periodAround(`2000-01-${String(cycleDay).padStart(2, "0")}`, 1, day).until;
}
