import { chargeMicros, lastDayOf, type ChargeKind } from "@tierline/shared/charge.ts";
import { chargeKinds } from "@tierline/shared/charge.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { invoiceLineKinds, type InvoiceLineKind } from "@tierline/shared/invoice.ts";
import { money } from "@tierline/shared/money.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { taxPartOf } from "@tierline/shared/tax.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ChargeRow } from "../charging/charge.entity.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateScalar, DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { InvoiceLineRow, InvoiceRow, TaxSumValue } from "./invoice.entity.ts";

export const ChargeKindEnum = enumOf(chargeKinds);
registerEnumType(ChargeKindEnum, {
  name: "ChargeKind",
  description: "How often it is charged.",
  valuesConfig: {
    SETUP: { description: "Once, to set it up." },
    RECURRING: { description: "For each period." },
    ONE_OFF: { description: "Once, for the thing itself." },
  },
});

export const InvoiceLineKindEnum = enumOf(invoiceLineKinds);
registerEnumType(InvoiceLineKindEnum, {
  name: "InvoiceLineKind",
  description: "What a line of an invoice is about.",
  valuesConfig: {
    CHARGE: { description: "Something that was charged." },
    USAGE: { description: "All calls of the time." },
    TAKEN_BACK: { description: "Something charged that is not asked for any more." },
    CREDITED: { description: "A credit note, with its tax: given back of an earlier invoice." },
  },
});

@ObjectType("Charge", {
  implements: NodeType,
  description: "One amount that a buyer was charged, with how it came to be. It never changes.",
})
export class ChargeType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ChargeRow;

  @Field(() => ChargeKindEnum, { description: "How often it is charged." })
  kind: ChargeKind;

  @Field(() => String, { description: "What for." })
  description: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that it pays for; null for what is charged once.",
  })
  periodFrom: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The last day that it pays for; null for what is charged once.",
  })
  periodTo: string | null;

  @Field(() => MoneyType, { description: "What was charged, to the millionth." })
  amount: MoneyType;

  @Field(() => MoneyType, { description: "What a whole period, or the thing itself, costs." })
  price: MoneyType;

  @Field(() => Int, {
    nullable: true,
    description: "How many days are charged; null where the price is charged whole.",
  })
  days: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Of how many days of the period; null where the price is charged whole.",
  })
  ofDays: number | null;

  @Field(() => String, {
    description: "How the price was set: RETAIL, OWN_PRICE or MARKUP, as with prices of offerings.",
  })
  rule: string;

  @Field(() => MoneyType, {
    description: "The price times the days by those of the period, reckoned anew, rounded once.",
  })
  recomputed: MoneyType;

  @Field(() => Date, { description: "When." })
  chargedAt: Date;
}

export function toCharge(row: ChargeRow): ChargeType {
  const { currency, formula } = row;
  const until = row.periodUntil ?? null;
  return Object.assign(new ChargeType(), {
    row,
    id: encodeId("chg", row.id),
    kind: row.kind,
    description: row.description,
    periodFrom: row.periodFrom ?? null,
    periodTo: until === null ? null : lastDayOf({ until }),
    amount: toMoney(money(BigInt(row.amountMicros), currency)),
    price: toMoney(money(BigInt(formula.priceMicros), currency)),
    days: formula.days,
    ofDays: formula.ofDays,
    rule: formula.rule,
    recomputed: toMoney(money(chargeMicros(formula), currency)),
    chargedAt: row.chargedAt,
  });
}

@ObjectType("InvoiceTax", {
  description: "What a tax rate comes to on an invoice: rounded once, of all its lines together.",
})
export class InvoiceTaxType {
  @Field(() => String, { description: "The tax." })
  name: string;

  @Field(() => DecimalScalar, { description: "Per cent." })
  percent: string;

  @Field(() => Boolean, { description: "Whether the lines have it in them already; else it is asked for beside them." })
  isIncluded: boolean;

  @Field(() => MoneyType, { description: "What it is reckoned on: its lines, less taxes that they have in them." })
  base: MoneyType;

  @Field(() => MoneyType, { description: "What it comes to." })
  amount: MoneyType;
}

@ObjectType("LineTax", { description: "A tax rate that a line was asked for with, and what of it falls on the line." })
export class LineTaxType {
  @Field(() => String, { description: "The tax." })
  name: string;

  @Field(() => DecimalScalar, { description: "Per cent." })
  percent: string;

  @Field(() => Boolean, { description: "Whether the line has it in it already; else it is asked for beside it." })
  isIncluded: boolean;

  @Field(() => MoneyType, {
    description:
      "What falls on the line, to the millionth. For information: the tax is rounded once, of all lines of the invoice together.",
  })
  part: MoneyType;
}

@ObjectType("InvoiceLine", { description: "A line of an invoice." })
export class InvoiceLineType {
  /** Not part of the contract: what the field resolver reads. */
  chargeId: string | null;
  invoiceId: string;

  @Field(() => Int, { description: "Its place on the invoice, from 1." })
  position: number;

  @Field(() => InvoiceLineKindEnum, { description: "What it is about." })
  kind: InvoiceLineKind;

  @Field(() => String, { description: "What it is for." })
  description: Words;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that it pays for; null where it is for none.",
  })
  periodFrom: string | null;

  @Field(() => DateScalar, { nullable: true, description: "The last day that it pays for; null where it is for none." })
  periodTo: string | null;

  @Field(() => Int, { nullable: true, description: "Of calls, how many." })
  calls: number | null;

  @Field(() => MoneyType, { description: "What it came to, to the millionth." })
  exactAmount: MoneyType;

  @Field(() => MoneyType, { description: "What is asked for: rounded once to what the currency has coins of." })
  amount: MoneyType;

  @Field(() => [LineTaxType], { description: "The tax rates that it was asked for with." })
  taxes: LineTaxType[];
}

export function toInvoiceLine(row: InvoiceLineRow, currency: string): InvoiceLineType {
  const until = row.periodUntil ?? null;
  return Object.assign(new InvoiceLineType(), {
    chargeId: row.chargeId ?? null,
    invoiceId: row.invoiceId,
    position: row.position,
    kind: row.kind,
    description: row.description,
    periodFrom: row.periodFrom ?? null,
    periodTo: until === null ? null : lastDayOf({ until }),
    calls: row.calls ?? null,
    exactAmount: toMoney(money(BigInt(row.exactMicros), currency)),
    amount: toMoney(money(BigInt(row.amountMicros), currency)),
    taxes: toLineTaxes(row, currency),
  });
}

export function toLineTaxes({ amountMicros, taxes }: InvoiceLineRow, currency: string): LineTaxType[] {
  const line = { micros: BigInt(amountMicros), taxes };
  return taxes.map((tax) =>
    Object.assign(new LineTaxType(), { ...tax, part: toMoney(money(taxPartOf(line, tax), currency)) }),
  );
}

@ObjectType("Invoice", {
  implements: NodeType,
  description: "What a buyer was asked for over some time, with the balance before and after. It never changes.",
})
export class InvoiceType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: InvoiceRow;

  @Field(() => Int, { description: "Counts on with each seller, without a gap." })
  number: number;

  @Field(() => DateScalar, { description: "When it was issued, in the seller's time zone." })
  issuedOn: string;

  @Field(() => DateScalar, { description: "Until when it is to be paid." })
  dueOn: string;

  @Field(() => DateScalar, { description: "The first day that it is about." })
  periodFrom: string;

  @Field(() => DateScalar, { description: "The last day that it is about." })
  periodTo: string;

  @Field(() => String, { description: "The time zone of these days: the seller's." })
  timeZone: string;

  @Field(() => String, { description: "Who issued it." })
  sellerName: string;

  @Field(() => String, { description: "Who it is for." })
  buyerName: string;

  @Field(() => MoneyType, { description: "The balance before it; negative where the buyer owed." })
  previousBalance: MoneyType;

  @Field(() => MoneyType, { description: "What came in." })
  payments: MoneyType;

  @Field(() => MoneyType, { description: "What is asked for: all lines together." })
  charges: MoneyType;

  @Field(() => MoneyType, { description: "Taxes that are asked for beside the lines." })
  tax: MoneyType;

  @Field(() => [InvoiceTaxType], { description: "Taxes, by rate; those too that lines have in them." })
  taxes: InvoiceTaxType[];

  @Field(() => String, { nullable: true, description: "Why there is no tax; null where there is one." })
  taxNote: Words | null;

  @Field(() => MoneyType, { description: "The balance after it; negative where the buyer owes." })
  newBalance: MoneyType;

  @Field(() => String, { description: "Where it is to be had as a PDF, from the server's root." })
  pdfPath: string;
}

export function toInvoice(row: InvoiceRow): InvoiceType {
  const inMoney = (micros: bigint) => toMoney(money(BigInt(micros), row.currency));
  const id = encodeId("inv", row.id);
  return Object.assign(new InvoiceType(), {
    row,
    id,
    number: row.number,
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    periodFrom: row.periodFrom,
    periodTo: lastOf(row),
    timeZone: row.timeZone,
    sellerName: row.sellerFacts.name,
    buyerName: row.buyerFacts.name,
    previousBalance: inMoney(row.previousMicros),
    payments: inMoney(row.paidMicros),
    charges: inMoney(row.chargedMicros),
    tax: inMoney(row.taxMicros),
    taxes: toTaxes(row.taxes, row.currency),
    taxNote: row.taxNote ?? null,
    newBalance: inMoney(row.newMicros),
    pdfPath: `/invoices/${id}.pdf`,
  });
}

export function toTaxes(taxes: readonly TaxSumValue[], currency: string): InvoiceTaxType[] {
  const inMoney = (micros: string) => toMoney(money(BigInt(micros), currency));
  return taxes.map(({ name, percent, isIncluded, baseMicros, micros }) => ({
    name,
    percent,
    isIncluded,
    base: inMoney(baseMicros),
    amount: inMoney(micros),
  }));
}

/** Of one that was asked for in the midst of a day, that day. */
export function lastOf({ periodFrom, periodUntil }: Pick<InvoiceRow, "periodFrom" | "periodUntil">): string {
  return periodUntil > periodFrom ? lastDayOf({ until: periodUntil }) : periodFrom;
}

@ObjectType("InvoiceConnection", { description: "A page of invoices." })
export class InvoiceConnectionType extends connectionOf("Invoice", () => InvoiceType) {}

@ObjectType("UpcomingCharges", { description: "What recurs and is charged soon, all of it together." })
export class UpcomingChargesType {
  @Field(() => MoneyType, { description: "Until the end of tomorrow." })
  tomorrow: MoneyType;

  @Field(() => MoneyType, { description: "Within three days." })
  nextThreeDays: MoneyType;

  @Field(() => MoneyType, { description: "Within seven days." })
  nextSevenDays: MoneyType;
}

@InputType("IssueInvoiceInput", { description: "Of which account, and up to when." })
export class IssueInvoiceInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the billing account." })
  accountId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day that it is not about, today at the latest; missing: everything until now.",
  })
  until?: string | null;
}

@ObjectType("IssueInvoicePayload", { description: "Result of issueInvoice." })
export class IssueInvoicePayloadType {
  @Field(() => InvoiceType, { nullable: true, description: "The invoice; null when refused." })
  invoice: InvoiceType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
