import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { BillingAccountType } from "../billing/billing.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import {
  ChargeType,
  InvoiceConnectionType,
  InvoiceLineType,
  InvoiceType,
  IssueInvoiceInputType,
  IssueInvoicePayloadType,
  LineTaxType,
  toCharge,
  toInvoice,
  toInvoiceLine,
  toLineTaxes,
  UpcomingChargesType,
} from "./invoice.type.ts";
import { chargeById, findInvoices, lineOfCharge, linesOfInvoice, listInvoices } from "./list-invoices.ts";
import { requestInvoice } from "./request-invoice.ts";
import { upcomingCharges } from "./upcoming-charges.ts";

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Requires("invoice.view")
  @Query(() => InvoiceType, { nullable: true, description: "An invoice by its id." })
  async invoice(
    @Arg("id", () => ID, { description: "The invoice." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<InvoiceType | null> {
    const key = decodeId("inv", id);
    const row = key === null ? undefined : (await findInvoices(signedIn(request), [key])).get(key);
    return row === undefined ? null : toInvoice(row);
  }

  @Requires("invoice.view")
  @Query(() => ChargeType, {
    nullable: true,
    description: "How an amount that was charged came to be, reckoned anew from what was kept with it.",
  })
  async explainCharge(
    @Arg("id", () => ID, { description: "The charge." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<ChargeType | null> {
    const key = decodeId("chg", id);
    const row = key === null ? null : await chargeById(request).load(key);
    return row === null ? null : toCharge(row);
  }

  @Requires("invoice.issue")
  @Mutation(() => IssueInvoicePayloadType, {
    description:
      "Issues an invoice on demand, of everything since the last one; those that come by themselves go on from it. Of those you sell to.",
  })
  issueInvoice(
    @Arg("input", () => IssueInvoiceInputType, { description: "Of which account, and up to when." })
    input: IssueInvoiceInputType,
    @Ctx() request: RequestContext,
  ): Promise<IssueInvoicePayloadType> {
    const context = signedIn(request);
    const issue = async () => {
      const { invoiceId } = await requestInvoice(context, input);
      const row = (await findInvoices(context, [invoiceId])).get(invoiceId);
      invariant(row !== undefined, "who issues an invoice sees it");
      return { invoice: toInvoice(row) };
    };
    return answered(issue, { invoice: null });
  }

  @Requires("invoice.view")
  @FieldResolver(() => [InvoiceLineType], { description: "Its lines, in their order." })
  async lines(@Root() { row }: InvoiceType, @Ctx() request: RequestContext): Promise<InvoiceLineType[]> {
    const rows = await linesOfInvoice(request).load(row.id);
    return rows.map((line) => toInvoiceLine(line, row.currency));
  }
}

@Resolver(() => InvoiceLineType)
export class InvoiceLineResolver {
  @Requires("invoice.view")
  @FieldResolver(() => ChargeType, {
    nullable: true,
    description: "What was charged, with its formula; null for calls and for what was entered by hand.",
  })
  async charge(@Root() { chargeId }: InvoiceLineType, @Ctx() request: RequestContext): Promise<ChargeType | null> {
    const row = chargeId === null ? null : await chargeById(request).load(chargeId);
    return row === null ? null : toCharge(row);
  }
}

@Resolver(() => ChargeType)
export class ChargeResolver {
  @Requires("invoice.view")
  @FieldResolver(() => InvoiceType, {
    nullable: true,
    description: "Where it was asked for; null where it is not yet.",
  })
  async invoice(@Root() { row }: ChargeType, @Ctx() request: RequestContext): Promise<InvoiceType | null> {
    const line = await lineOfCharge(request).load(row.id);
    const invoice =
      line === null ? undefined : (await findInvoices(signedIn(request), [line.invoiceId])).get(line.invoiceId);
    return invoice === undefined ? null : toInvoice(invoice);
  }

  @Requires("invoice.view")
  @FieldResolver(() => [LineTaxType], {
    description: "The tax rates that its invoice asked for it with; none where it is on no invoice yet.",
  })
  async taxes(@Root() { row }: ChargeType, @Ctx() request: RequestContext): Promise<LineTaxType[]> {
    const line = await lineOfCharge(request).load(row.id);
    return line === null ? [] : toLineTaxes(line, row.currency);
  }
}

@Resolver(() => BillingAccountType)
export class InvoicesOfAccountResolver {
  @Requires("invoice.view")
  @FieldResolver(() => InvoiceConnectionType, { description: "Its invoices, the latest first." })
  async invoices(
    @Root() { row }: BillingAccountType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<InvoiceConnectionType> {
    const page = await listInvoices(signedIn(request), row.id, { first, after });
    const nodes = page.nodes.map(toInvoice);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
  }

  @Requires("balance.view")
  @FieldResolver(() => UpcomingChargesType, { description: "What recurs and is charged soon." })
  async upcomingCharges(
    @Root() account: BillingAccountType,
    @Ctx() request: RequestContext,
  ): Promise<UpcomingChargesType> {
    const { row, currency } = account;
    const [tomorrow, three, seven] = await upcomingCharges(signedIn(request), { path: row.path, currency }, [1, 3, 7]);
    return { tomorrow: toMoney(tomorrow!), nextThreeDays: toMoney(three!), nextSevenDays: toMoney(seven!) }; // one each
  }
}
