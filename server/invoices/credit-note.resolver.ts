import { decodeId } from "@tierline/shared/id.ts";
import { money } from "@tierline/shared/money.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { BillingAccountType } from "../billing/billing.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { createCreditNote } from "./create-credit-note.ts";
import {
  CreateCreditNoteInputType,
  CreateCreditNotePayloadType,
  CreditNoteConnectionType,
  CreditNoteLineType,
  CreditNoteType,
  nothingTold,
  toCreditNote,
  toCreditNoteLine,
  toldOf,
} from "./credit-note.type.ts";
import { InvoiceLineType, InvoiceType, toInvoice } from "./invoice.type.ts";
import {
  creditNotesOfInvoice,
  findCreditNotes,
  leftOf,
  linesLeftOfInvoice,
  linesOfCreditNote,
  listCreditNotes,
} from "./list-credit-notes.ts";
import { invoiceById } from "./list-invoices.ts";

@Resolver(() => CreditNoteType)
export class CreditNoteResolver {
  @Requires("invoice.view")
  @Query(() => CreditNoteType, { nullable: true, description: "A credit note by its id." })
  async creditNote(
    @Arg("id", () => ID, { description: "The credit note." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<CreditNoteType | null> {
    const key = decodeId("crn", id);
    const row = key === null ? undefined : (await findCreditNotes(signedIn(request), [key])).get(key);
    return row === undefined ? null : toCreditNote(row);
  }

  @Requires("credit_note.create")
  @Mutation(() => CreateCreditNotePayloadType, {
    description:
      "Gives back all or part of what an invoice asked for, with its tax, and stands on the buyer's next invoice. Of those you sell to; calls are corrected instead.",
  })
  createCreditNote(
    @Arg("input", () => CreateCreditNoteInputType, { description: "What, and why." })
    input: CreateCreditNoteInputType,
    @Ctx() request: RequestContext,
  ): Promise<CreateCreditNotePayloadType> {
    const context = signedIn(request);
    const create = async () => {
      const { creditNoteId: id, credit, before, after } = await createCreditNote(context, input);
      const row = id === null ? null : (await findCreditNotes(context, [id])).get(id);
      invariant(row !== undefined, "who issues a credit note sees it");
      return toldOf(row, credit, before, after);
    };
    return answered(create, nothingTold);
  }
}

@Resolver(() => CreditNoteType)
export class CreditNoteLinesResolver {
  @Requires("invoice.view")
  @FieldResolver(() => [CreditNoteLineType], {
    description: "What is given back of which line, in the invoice's order.",
  })
  async lines(@Root() { row }: CreditNoteType, @Ctx() request: RequestContext): Promise<CreditNoteLineType[]> {
    const rows = await linesOfCreditNote(request).load(row.id);
    return rows.map((line) => toCreditNoteLine(line, row.currency));
  }

  @Requires("invoice.view")
  @FieldResolver(() => InvoiceType, { description: "The invoice that it gives something back of." })
  async invoice(@Root() { row }: CreditNoteType, @Ctx() request: RequestContext): Promise<InvoiceType> {
    const invoice = await invoiceById(request).load(row.invoice);
    invariant(invoice !== null, "who sees a credit note sees its invoice");
    return toInvoice(invoice);
  }
}

@Resolver(() => InvoiceType)
export class CreditNotesOfInvoiceResolver {
  @Requires("invoice.view")
  @FieldResolver(() => [CreditNoteType], { description: "What was given back of it, in that order." })
  async creditNotes(@Root() { row }: InvoiceType, @Ctx() request: RequestContext): Promise<CreditNoteType[]> {
    return (await creditNotesOfInvoice(request).load(row.id)).map(toCreditNote);
  }

  @Requires("invoice.view")
  @FieldResolver(() => MoneyType, {
    description: "What of its lines could be given back still, without taxes beside them.",
  })
  async creditable(@Root() { row }: InvoiceType, @Ctx() request: RequestContext): Promise<MoneyType> {
    const lines = await linesLeftOfInvoice(request).load(row.id);
    const micros = lines.reduce((sum, line) => sum + leftOf(line, row.currency), 0n);
    return toMoney(money(micros, row.currency));
  }
}

@Resolver(() => InvoiceLineType)
export class CreditableOfLineResolver {
  @Requires("invoice.view")
  @FieldResolver(() => MoneyType, {
    description: "How much of it could be given back still; nothing of calls, which are corrected instead.",
  })
  async creditable(
    @Root() { invoiceId, position, amount }: InvoiceLineType,
    @Ctx() request: RequestContext,
  ): Promise<MoneyType> {
    const lines = await linesLeftOfInvoice(request).load(invoiceId);
    const line = lines.find((each) => each.position === position);
    return toMoney(money(line === undefined ? 0n : leftOf(line, amount.currency), amount.currency));
  }
}

@Resolver(() => BillingAccountType)
export class CreditNotesOfAccountResolver {
  @Requires("invoice.view")
  @FieldResolver(() => CreditNoteConnectionType, { description: "Its credit notes, the latest first." })
  async creditNotes(
    @Root() { row }: BillingAccountType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<CreditNoteConnectionType> {
    const page = await listCreditNotes(signedIn(request), row.id, { first, after });
    const nodes = page.nodes.map(toCreditNote);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
  }
}
