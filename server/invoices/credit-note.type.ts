import type { Credit } from "@tierline/shared/credit-note.ts";
import { lastDayOf } from "@tierline/shared/charge.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { money, type Money } from "@tierline/shared/money.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { CreditNoteLineRow, CreditNoteRow } from "./credit-note.entity.ts";
import { InvoiceTaxType, toTaxes } from "./invoice.type.ts";

@ObjectType("CreditNoteLine", { description: "What was given back of one line of an invoice." })
export class CreditNoteLineType {
  @Field(() => Int, { description: "Place of the line on the invoice." })
  position: number;

  @Field(() => String, { description: "What it was for." })
  description: Words;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that it paid for; null where it is for none.",
  })
  periodFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day that it paid for; null where it is for none." })
  periodTo: string | null;

  @Field(() => MoneyType, { description: "How much of it is given back." })
  amount: MoneyType;
}

export function toCreditNoteLine(row: CreditNoteLineRow, currency: string): CreditNoteLineType {
  const until = row.periodUntil ?? null;
  return {
    position: row.position,
    description: row.description,
    periodFrom: row.periodFrom ?? null,
    periodTo: until === null ? null : lastDayOf({ until }),
    amount: toMoney(money(BigInt(row.amountMicros), currency)),
  };
}

@ObjectType("CreditNote", {
  implements: NodeType,
  description: "All or part of an invoice that was given back, with its tax. It never changes.",
})
export class CreditNoteType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: CreditNoteRow;

  @Field(() => Int, { description: "Counts on with each seller, without a gap." })
  number: number;

  @Field(() => DateScalar, { description: "When it was issued, in the seller's time zone." })
  issuedOn: string;

  @Field(() => String, { description: "Why." })
  reason: string;

  @Field(() => String, { description: "Who issued it." })
  sellerName: string;

  @Field(() => String, { description: "Who it is for." })
  buyerName: string;

  @Field(() => MoneyType, { description: "What is given back of the lines." })
  net: MoneyType;

  @Field(() => MoneyType, { description: "Taxes that are given back beside the lines." })
  tax: MoneyType;

  @Field(() => [InvoiceTaxType], { description: "Taxes, by rate; those too that lines have in them." })
  taxes: InvoiceTaxType[];

  @Field(() => MoneyType, { description: "What the buyer is given." })
  total: MoneyType;

  @Field(() => String, { description: "Where it is to be had as a PDF, from the server's root." })
  pdfPath: string;
}

export function toCreditNote(row: CreditNoteRow): CreditNoteType {
  const inMoney = (micros: bigint) => toMoney(money(micros, row.currency));
  const [net, tax] = [BigInt(row.netMicros), BigInt(row.taxMicros)];
  const id = encodeId("crn", row.id);
  return Object.assign(new CreditNoteType(), {
    row,
    id,
    number: row.number,
    issuedOn: row.issuedOn,
    reason: row.reason,
    sellerName: row.sellerFacts.name,
    buyerName: row.buyerFacts.name,
    net: inMoney(net),
    tax: inMoney(tax),
    taxes: toTaxes(row.taxes, row.currency),
    total: inMoney(net + tax),
    pdfPath: `/credit-notes/${id}.pdf`,
  });
}

@ObjectType("CreditNoteConnection", { description: "A page of credit notes." })
export class CreditNoteConnectionType extends connectionOf("CreditNote", () => CreditNoteType) {}

@InputType("CreditedLineInput", { description: "Which line of an invoice, and how much of it." })
export class CreditedLineInput {
  @Field(() => Int, { description: "Its place on the invoice, from 1." })
  position: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "How much of its amount, its tax being reckoned with it; missing: all that is left of it.",
  })
  amount?: string | null;
}

@InputType("CreateCreditNoteInput", { description: "What is given back of an invoice, and why." })
export class CreateCreditNoteInputType {
  @Field(() => ID, {
    description: "Made by the caller; the same key and input have one effect. A dry run leaves it unused.",
  })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the invoice." })
  invoiceId: string;

  @Field(() => [CreditedLineInput], {
    nullable: true,
    description: "Which lines; missing or empty: all that is left of the invoice, calls aside.",
  })
  lines?: CreditedLineInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Why: stands on the credit note. It can be missing from a dry run alone.",
  })
  reason?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: tells what would become of it and writes nothing." })
  dryRun?: boolean | null;
}

@ObjectType("CreateCreditNotePayload", { description: "Result of createCreditNote." })
export class CreateCreditNotePayloadType {
  @Field(() => CreditNoteType, {
    nullable: true,
    description: "The credit note; null when refused, and after a dry run.",
  })
  creditNote: CreditNoteType | null;

  @Field(() => MoneyType, { nullable: true, description: "What is given back of the lines; null when refused." })
  net: MoneyType | null;

  @Field(() => [InvoiceTaxType], { description: "The taxes of it, by rate; those too that lines have in them." })
  taxes: InvoiceTaxType[];

  @Field(() => MoneyType, { nullable: true, description: "What the buyer is given; null when refused." })
  total: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "The balance before it; null when refused." })
  balanceBefore: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "The balance after it; null when refused." })
  balanceAfter: MoneyType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

type Told = Omit<CreateCreditNotePayloadType, "userErrors">;

export function toldOf(note: CreditNoteRow | null, credit: Credit | null, before: Money, after: Money): Told {
  const { currency } = before;
  const inMoney = (micros: bigint) => toMoney(money(micros, currency));
  const balances = { balanceBefore: toMoney(before), balanceAfter: toMoney(after) };
  if (note !== null) {
    const creditNote = toCreditNote(note);
    const { net, taxes, total } = creditNote;
    return { creditNote, net, taxes, total, ...balances };
  }
  const taxes = (credit?.taxes ?? []).map((tax) => ({
    ...tax,
    baseMicros: String(tax.baseMicros),
    micros: String(tax.micros),
  }));
  return {
    creditNote: null,
    net: inMoney(credit?.netMicros ?? 0n),
    taxes: toTaxes(taxes, currency),
    total: inMoney(credit?.totalMicros ?? 0n),
    ...balances,
  };
}

export const nothingTold: Told = {
  creditNote: null,
  net: null,
  taxes: [],
  total: null,
  balanceBefore: null,
  balanceAfter: null,
};
