import { Arg, Ctx, Int, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import {
  BillingReportConnectionType,
  CreateBillingReportInputType,
  CreateBillingReportPayloadType,
  toBillingReport,
} from "./billing-report.type.ts";
import { billingReports, createBillingReport } from "./billing-reports.ts";

@Resolver()
export class BillingReportResolver {
  @Requires("finance.view")
  @Query(() => BillingReportConnectionType, { description: "Billing reports that you have asked for, newest first." })
  async billingReports(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<BillingReportConnectionType> {
    const page = await billingReports(signedIn(request), { first, after });
    const nodes = page.nodes.map(toBillingReport);
    return { ...page, nodes, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) }; // as many
  }

  @Requires("finance.view")
  @Mutation(() => CreateBillingReportPayloadType, {
    description: "Begins a billing report, which is made in the background and kept for seven days.",
  })
  createBillingReport(
    @Arg("input", () => CreateBillingReportInputType, { description: "Which report." })
    input: CreateBillingReportInputType,
    @Ctx() request: RequestContext,
  ): Promise<CreateBillingReportPayloadType> {
    const context = signedIn(request);
    return answered(async () => ({ billingReport: toBillingReport(await createBillingReport(context, input)) }), {
      billingReport: null,
    });
  }
}
