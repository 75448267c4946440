import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { runsOf, type RunPage } from "../provisioning/list-runs.ts";
import { ProvisioningRunConnectionType } from "../provisioning/run.type.ts";
import { ServiceNode } from "../services/service.type.ts";

@Resolver(() => CustomerType)
export class CustomerRunsResolver {
  @Requires("run.view")
  @FieldResolver(() => ProvisioningRunConnectionType, { description: "Runs for the customer, newest first." })
  provisioningRuns(
    @Root() { row }: CustomerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<RunPage> {
    return runsOf(context, { column: "customer_id", id: row.id }, { first, after });
  }
}

@Resolver(() => ServiceNode)
export class ServiceRunsResolver {
  @Requires("run.view")
  @FieldResolver(() => ProvisioningRunConnectionType, { description: "Runs on the service, newest first." })
  provisioningRuns(
    @Root() { row }: ServiceNode,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<RunPage> {
    return runsOf(context, { column: "service_id", id: row.id }, { first, after });
  }
}
