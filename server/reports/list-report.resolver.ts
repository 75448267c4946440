import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { checkedFirst } from "../kernel/paging.ts";
import { Requires } from "../kernel/requires.ts";
import { accountReport, type AccountOrder } from "./account-report.ts";
import {
  AccountOrderEnum,
  AccountReportConnectionType,
  AccountReportFilterType,
  AccountReportRowType,
  NumberOrderEnum,
  NumberReportConnectionType,
  NumberReportFilterType,
  NumberReportRowType,
  toAccountRow,
  toNumberRow,
} from "./list-report.type.ts";
import { numberReport, type NumberOrder } from "./number-report.ts";

const firstText = "How many, 1 to 100.";
const afterText = "The endCursor of the page before.";

@Resolver(() => AccountReportRowType)
export class AccountReportResolver {
  @Requires("finance.view")
  @Query(() => AccountReportConnectionType, {
    description:
      "Lines of the customers of your own reseller with plan, numbers and balance, and customers without any.",
  })
  async accountReport(
    @Arg("first", () => Int, { description: firstText }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterText }) after: string | null,
    @Arg("filter", () => AccountReportFilterType, { nullable: true, description: "Which lines." })
    filter: AccountReportFilterType | null,
    @Arg("orderBy", () => AccountOrderEnum, { nullable: true, description: "By name unless given." })
    order: AccountOrder | null,
    @Ctx() request: RequestContext,
  ): Promise<AccountReportConnectionType> {
    const asked = { first: checkedFirst({ first }), after };
    const page = await accountReport(signedIn(request), { ...filter, order }, asked);
    const nodes = page.nodes.map(toAccountRow);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) }; // as many
  }

  @FieldResolver(() => CustomerType, { description: "Whose it is." })
  customer(@Root() { customerKey }: AccountReportRowType, @Ctx() request: RequestContext): Promise<CustomerType> {
    return customerOf(request, customerKey);
  }
}

@Resolver(() => NumberReportRowType)
export class NumberReportResolver {
  @Requires("finance.view")
  @Query(() => NumberReportConnectionType, {
    description: "Numbers that customers of your own reseller have for fees, and when these are charged next.",
  })
  async numberReport(
    @Arg("first", () => Int, { description: firstText }) first: number,
    @Arg("after", () => String, { nullable: true, description: afterText }) after: string | null,
    @Arg("filter", () => NumberReportFilterType, { nullable: true, description: "Which numbers." })
    filter: NumberReportFilterType | null,
    @Arg("orderBy", () => NumberOrderEnum, { nullable: true, description: "By number unless given." })
    order: NumberOrder | null,
    @Ctx() request: RequestContext,
  ): Promise<NumberReportConnectionType> {
    const asked = { first: checkedFirst({ first }), after };
    const page = await numberReport(signedIn(request), { ...filter, order }, asked);
    const nodes = page.nodes.map(toNumberRow);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) }; // as many
  }

  @FieldResolver(() => CustomerType, { description: "Who has it." })
  customer(@Root() { customerKey }: NumberReportRowType, @Ctx() request: RequestContext): Promise<CustomerType> {
    return customerOf(request, customerKey);
  }
}

/** Whoever sees a row sees its customer. */
async function customerOf(request: RequestContext, id: string): Promise<CustomerType> {
  return toCustomer((await customerById(request).load(id))!);
}
